"""The window of assumptions."""
