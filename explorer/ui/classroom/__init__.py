"""Scenes, lessons and classes in the window."""
