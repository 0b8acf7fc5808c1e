"""The command line: everything that the window computes, as text and JSON, without Qt."""
