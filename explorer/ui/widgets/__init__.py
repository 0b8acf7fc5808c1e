"""Widgets that know numbers and words and nothing of scenarios."""
