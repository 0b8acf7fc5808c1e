"""The real window, as for all tests of it."""

from tests.ui.window.conftest import answers, open_program, program, still

__all__ = ["answers", "open_program", "program", "still"]
