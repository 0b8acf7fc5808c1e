"""Pictures and data for files and the clipboard."""
