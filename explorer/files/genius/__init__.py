"""Genius files: the exchange format of two-party negotiation problems, read as cases."""
