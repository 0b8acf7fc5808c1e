"""The frame around a picture: title, choices, legend, table, sentence."""
