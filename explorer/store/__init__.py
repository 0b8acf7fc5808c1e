"""The store: what is the case now, how it is edited and undone, and who solves it."""
