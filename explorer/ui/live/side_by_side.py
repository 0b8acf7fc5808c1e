"""Two boards side by side: what is on screen beside what it is compared with."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from explorer.figures.boards import NONE
from explorer.ui.live.comparing import Comparing
from explorer.ui.live.live_pictures import LivePictures
from explorer.ui.window.stage import Stage
from explorer.views import side_by_side

if TYPE_CHECKING:
    from explorer.files.settings import Place

LIVE = "screen"
"""The value of a place in which the live board stands."""

FIRST, SECOND, THIRD = "boards.1", "boards.2", "boards.3"
"""The places, as choices of the picture."""


class SideBySide(QObject):
    """Opens the boards side by side when a pin is compared with, and puts back what was there."""

    def __init__(self, pictures: LivePictures, comparing: Comparing, stage: Stage) -> None:
        """Listen to ``comparing``; ``pictures`` show the boards on a ``stage``."""
        super().__init__(pictures)
        self._stage = stage
        self._pictures = pictures
        self._comparing = comparing
        self._before: tuple[str, str, Place | None] | None = None
        comparing.begun.connect(self._open)
        comparing.changed.connect(self._close_at_end)

    def _open(self, letter: str) -> None:
        """Show the live board and that of a pin."""
        pictures = self._pictures
        if pictures.lower_view != side_by_side.VIEW.id:
            place = self._stage.chosen
            self._before = (pictures.upper_view, pictures.lower_view, place)
        for place, value in ((FIRST, LIVE), (SECOND, letter), (THIRD, NONE)):
            pictures.choose(place, value)
        pictures.choose_lower_view(side_by_side.VIEW.id)

    def _close_at_end(self) -> None:
        """Show the pictures again that the boards took the place of."""
        pictures, before = self._pictures, self._before
        if self._comparing.is_on or before is None:
            return
        self._before = None
        if pictures.lower_view == side_by_side.VIEW.id:
            upper, lower, place = before
            is_in_sight = self._stage.active == "lower"
            pictures.show_views({"lower": upper if pictures.upper_view == lower else lower})
            # A window with room for one picture showed another one than the lower, perhaps.
            if is_in_sight:
                self._stage.activate(place)
