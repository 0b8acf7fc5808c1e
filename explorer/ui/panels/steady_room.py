"""Room around the contents of a scrolling panel, so that nothing moves under the pointer."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QBoxLayout, QScrollArea, QWidget

ROUNDS = 2
"""How often places are corrected: words that wrap change once more in their new room."""

DEPTH = 4
"""How many layouts lie within each other at most."""


class SteadyRoom:
    """Keeps a part of a panel where it is while what stands above it grows or shrinks.

    The panel scrolls, and what it cannot scroll is made up for by spare room above or below its
    contents.
    """

    def __init__(
        self,
        panel: QWidget,
        scroll: QScrollArea,
        column: QBoxLayout,
        space_out: Callable[[], None],
    ) -> None:
        """Look after a panel.

        Parameters
        ----------
        panel
            Within which parts keep their places.
        scroll, column
            What scrolls its contents, and the layout of these.
        space_out
            Sets the margins of that layout, with :attr:`above` and :attr:`below` added.
        """
        self._panel = panel
        self._scroll = scroll
        self._column = column
        self._space_out = space_out
        self.above = 0
        self.below = 0

    def change_around(self, part: QWidget | None, change: Callable[[], object]) -> None:
        """Change the contents around a part that stays in its place; None for no such part."""
        if part is None:
            change()
            return
        before = part.mapTo(self._panel, QPoint()).y()
        change()
        for _ in range(ROUNDS):
            self._lay_out()
            self._bring_back(part.mapTo(self._panel, QPoint()).y() - before)
        self._lay_out()

    def _bring_back(self, moved: int) -> None:
        """Scroll what has moved so many pixels down back to where it was."""
        bar = self._scroll.verticalScrollBar()
        # Where the contents would have to be scrolled to if there were no spare room.
        wanted = bar.value() + moved - self.above
        content = self._scroll.widget()
        height = self._column.totalHeightForWidth(content.width()) - self.above - self.below
        end = wanted + self._scroll.viewport().height()
        self._set(max(0, -wanted), max(0, end - height))
        self._lay_out()
        bar.setValue(max(0, wanted))

    def release(self) -> None:
        """Give the spare room back: the pointer has left."""
        self._set(0, 0)

    def _set(self, above: int, below: int) -> None:
        if (above, below) != (self.above, self.below):
            self.above, self.below = above, below
            self._space_out()

    def _lay_out(self) -> None:
        """Have the contents take their places now, each part after those inside it."""
        for _ in range(DEPTH):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._column.activate()
