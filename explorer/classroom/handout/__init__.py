"""Handouts: briefs, worksheets, questions with keys, slides of scenes."""
