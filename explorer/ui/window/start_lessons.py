"""The lessons of the start page: as many columns as their titles have room for."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from explorer.figures.scenario_groups import Offer
from explorer.ui.window.start_parts import StartLink

MOST_COLUMNS = 3
LONGEST_TITLE = 60
"""Letters of a lesson's minutes and title that are shown; tip and screen reader have all."""


class StartLessons(QWidget):
    """Lessons to open, one below the other in columns of the same width.

    ``chosen(str)``: The id of a lesson.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Begin without lessons."""
        super().__init__(parent)
        self._links: list[StartLink] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)

    def show_offers(self, offers: Iterable[Offer]) -> None:
        """Offer lessons in place of those before; pointing at one tells what it is about."""
        for old in self._links:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._links = [self._link(offer) for offer in offers]
        self._columns = 0
        self._fill()
        self.setVisible(bool(self._links))

    def _link(self, offer: Offer) -> StartLink:
        link = StartLink(offer.value, offer.words, self, longest=LONGEST_TITLE)
        link.introduce(offer.note)
        link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        link.chosen.connect(self.chosen)
        return link

    def _fill(self) -> None:
        widest = max((link.sizeHint().width() for link in self._links), default=1)
        columns = min(MOST_COLUMNS, max(1, self.width() // widest))
        if columns == self._columns:
            return
        self._columns = columns
        rows = -(-len(self._links) // columns)
        for place, link in enumerate(self._links):
            column, row = divmod(place, rows)
            self._grid.removeWidget(link)
            self._grid.addWidget(link, row, column, Qt.AlignmentFlag.AlignLeft)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._columns = 0
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()
