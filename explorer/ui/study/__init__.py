"""The study window: what is varied, how far it has come, and what came of it."""
