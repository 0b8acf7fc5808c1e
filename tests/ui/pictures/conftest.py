"""Solved scenarios for the tests of pictures."""

from tests.ui.plots.conftest import declared, hanoi, korea, october

__all__ = ["declared", "hanoi", "korea", "october"]
