"""The meeting outlook."""
