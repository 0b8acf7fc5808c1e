"""Lessons: what the solver is asked, what a class predicts, where it is, and what it did."""
