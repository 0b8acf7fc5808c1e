"""Provenance in files: one way to write it into each format, to seal it and to read it back."""
