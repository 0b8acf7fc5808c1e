"""Figures: what a result shows, in arrays and in words; no pixel and no Qt."""
