"""The main window and what stands in and beside it."""
