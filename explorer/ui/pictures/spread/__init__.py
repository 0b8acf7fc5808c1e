"""The spread of a class's predictions."""
