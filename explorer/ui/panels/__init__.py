"""Panels: the parts of the window that a hand works with; they know scenarios and words."""
