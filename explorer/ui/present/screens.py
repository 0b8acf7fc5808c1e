"""Which screen is whose: that of the main window, and that of the audience."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from explorer.ui.window.window_size import LARGE, fitted


def audience_screen(own: QScreen, screens: list[QScreen]) -> QScreen | None:
    """Return the screen on which the audience sees the presentation, or None for a single one."""
    return next((each for each in screens if each is not own and each != own), None)


def move_to_screen(window: QWidget, screen: QScreen) -> None:
    """Put a window on another screen, as large there as it was and at the same place of it."""
    state, was, room = window.windowState(), window.screen(), screen.availableGeometry()
    if state & LARGE:
        window.showNormal()
    place = window.geometry()
    here = place.translated(room.topLeft() - was.availableGeometry().topLeft())
    window.setScreen(screen)
    window.setGeometry(fitted(QRect(here), room))
    if state & LARGE:
        window.setWindowState(state)
