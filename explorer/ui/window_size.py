"""How large a window beside the main one is: as large as it likes, where the screen has room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

SCREEN_SHARE = 0.9
"""How much of the screen a window takes at most, in width and in height."""


def size_on_screen(window: QWidget, width: float, height: float) -> QSize:
    """Return a size that fits on the screen.

    Parameters
    ----------
    window
        Whose screen is meant.
    width, height
        How large the window would like to be, in lines of its text.
    """
    line, room = window.fontMetrics().height(), window.screen().availableSize()
    return QSize(
        round(min(width * line, SCREEN_SHARE * room.width())),
        round(min(height * line, SCREEN_SHARE * room.height())),
    )
