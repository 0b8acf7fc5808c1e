"""The case editor: every part of a case file as forms, tables and lists, with a live board."""
