"""A thumbnail of the board: brackets, zones and gaps without words, for the start page."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.figures.board import BoardFigure
from explorer.figures.board_lane import BoardLane
from explorer.model.wording import tr
from explorer.ui.look.theme import Theme
from explorer.ui.look.themed import Themed

LEAST_WIDTH, LEAST_HEIGHT = 9.0, 6.5
"""How large the thumbnail is at least, in heights of a text line."""

ROWS_BEFORE = 8
"""Rows of the place holder."""

BAR = 0.5
"""Share of a row's height that its zone takes."""

RUN = 0.1
"""Share of the axis for which the target's bracket is drawn from its floor on."""


class BoardThumbnail(Themed, QWidget):
    """The board of one scenario in small; pale lines hold its place until it is known.

    ``wanted()``: The place holder is on screen.
    """

    wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Hold the place of the board of a scenario."""
        super().__init__(parent)
        self._figure: BoardFigure | None = None
        self.setAccessibleName(tr("Board of {name}", name=name))
        self.setAccessibleDescription(tr("Being worked out"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_figure(self, figure: BoardFigure) -> None:
        """Show a board."""
        self._figure = figure
        self.setAccessibleDescription(figure.sentence)
        self.update()

    def is_known(self) -> bool:
        """Return whether a board is shown in place of the place holder."""
        return self._figure is not None

    def minimumSizeHint(self) -> QSize:
        """Return room in which rows can be told apart."""
        em = self.fontMetrics().height()
        return QSize(round(LEAST_WIDTH * em), round(LEAST_HEIGHT * em))

    def sizeHint(self) -> QSize:
        """Return the same room."""
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._figure is None:
            self._paint_place_holder(painter)
            self.wanted.emit()
        else:
            _paint_rows(painter, QRectF(self.rect()), self._figure, self._theme)
        painter.end()

    def _paint_place_holder(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self._theme.rule), 2 * self._theme.stroke))
        pitch = self.height() / ROWS_BEFORE
        for row in range(ROWS_BEFORE):
            y = round((row + 0.5) * pitch) + 0.5
            painter.drawLine(QLineF(0, y, self.width(), y))

    def follow_text_size(self) -> None:
        self.updateGeometry()


def _paint_rows(painter: QPainter, room: QRectF, figure: BoardFigure, theme: Theme) -> None:
    """Draw one row for each commitment, the axis from the left to the right edge."""
    pitch = room.height() / max(1, len(figure.lanes))
    scale = room.width() / (figure.maximum or 1.0)
    for place, lane in enumerate(figure.lanes):
        row = QRectF(0, place * pitch, room.width(), pitch)
        _paint_row(painter, row, lane, scale, theme)


def _paint_row(painter: QPainter, row: QRectF, lane: BoardLane, scale: float, theme: Theme) -> None:
    thick = max(1.5, 0.09 * row.height()) * theme.stroke
    half = BAR * row.height() / 2
    top, bottom = row.center().y() - half, row.center().y() + half
    if lane.zone is not None:
        start, end = (each * scale for each in lane.zone)
        painter.fillRect(QRectF(start, top, end - start, 2 * half), QColor(theme.zone_fill))
    elif lane.gap is not None:
        start, end = (each * scale for each in lane.gap)
        painter.setPen(QPen(QColor(theme.ink_soft), max(1.0, thick / 2), Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(start, row.center().y(), end, row.center().y()))
    painter.setPen(QPen(QColor(theme.sender), thick))
    painter.drawLine(QLineF(0, top, lane.reach * scale, top))
    if lane.floor is not None:
        start = lane.floor * scale
        end = min(row.width(), start + RUN * row.width())
        painter.setPen(QPen(QColor(theme.target), thick))
        painter.drawLine(QLineF(start, bottom, end, bottom))
