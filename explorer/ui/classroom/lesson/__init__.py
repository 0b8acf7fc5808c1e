"""A lesson in the window: its steps, the counts of a class, and the class record."""
