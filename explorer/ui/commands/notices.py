"""Notices: what a command did, said in the status bar and aloud."""

from PySide6.QtWidgets import QMainWindow

from explorer.model.visible_text import one_line
from explorer.ui.widgets.announcing import announce

DURATION = 5000
"""How long a notice stays in the status bar, in milliseconds."""


class Notices:
    """Says what was done in the window that it belongs to."""

    def __init__(self, window: QMainWindow) -> None:
        """Speak in the status bar of ``window``."""
        self._bar = window.statusBar()

    def tell(self, text: str) -> None:
        """Show a text in the status bar for a while, and have it said aloud."""
        self.show(text)
        announce(self._bar, text)

    def show(self, text: str) -> None:
        """Show a text in the status bar for a while that is said aloud elsewhere."""
        self._bar.showMessage(one_line(text), DURATION)
