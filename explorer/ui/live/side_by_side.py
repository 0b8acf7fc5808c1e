"""Two boards side by side: what is on screen beside what it is compared with."""

from PySide6.QtCore import QObject

from explorer.figures.boards import NONE
from explorer.ui.live.comparing import Comparing
from explorer.ui.live.live_pictures import LivePictures
from explorer.views import side_by_side

LIVE = "screen"
"""The value of a place in which the live board stands."""

FIRST, SECOND, THIRD = "boards.1", "boards.2", "boards.3"
"""The places, as choices of the picture."""


class SideBySide(QObject):
    """Opens the boards side by side when a pin is compared with, and puts back what was there."""

    def __init__(self, pictures: LivePictures, comparing: Comparing) -> None:
        """Listen to ``comparing``; ``pictures`` show the boards."""
        super().__init__(pictures)
        self._pictures = pictures
        self._comparing = comparing
        self._before = ""
        comparing.begun.connect(self._open)
        comparing.changed.connect(self._close_at_end)

    def _open(self, letter: str) -> None:
        """Show the live board and that of a pin."""
        pictures = self._pictures
        if pictures.lower_view != side_by_side.VIEW.id:
            self._before = pictures.lower_view
        for place, value in ((FIRST, LIVE), (SECOND, letter), (THIRD, NONE)):
            pictures.choose(place, value)
        pictures.choose_lower_view(side_by_side.VIEW.id)

    def _close_at_end(self) -> None:
        """Show the picture again that the boards took the place of."""
        before, self._before = self._before, "" if not self._comparing.is_on else self._before
        is_there = self._pictures.lower_view == side_by_side.VIEW.id
        if before and is_there and not self._comparing.is_on:
            self._pictures.choose_lower_view(before)
