"""Where the board's rows, words and places on the axis lie within a rectangle."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from explorer.figures.board import BoardFigure, BoardLane, BoardMark
from explorer.ui.plots.strokes import small_font

NAMES_AT_MOST = 0.36
COMPACT_NAMES_AT_MOST = 0.46
TWO_LINES = 1.9
TALLEST_ROW = 3.4
SENDER_LINE, TARGET_LINE = 0.24, 0.76


@dataclass(frozen=True, slots=True)
class BoardLayout:
    """Places in pixels.

    ``x_start`` and ``x_end`` are the ends of the axis, whose values run from 0 to ``maximum``;
    ``top`` is where the first row begins. ``is_compact`` tells that a row has room for one line
    of words only.
    """

    room: QRectF
    font: QFont
    small: QFont
    line: float
    maximum: float
    x_start: float
    x_end: float
    top: float
    row_height: float
    count: int

    @property
    def unit(self) -> float:
        """How many pixels a length of 1 has at this text size."""
        return self.line / 16

    @property
    def is_compact(self) -> bool:
        """Whether name and status share one line."""
        return self.row_height < TWO_LINES * self.line

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self.top + self.count * self.row_height

    def x(self, price: float) -> float:
        """Return the place of a price on the axis."""
        return self.x_start + (self.x_end - self.x_start) * price / self.maximum

    def row(self, place: int) -> QRectF:
        """Return the whole width of a row."""
        top = self.top + place * self.row_height
        return QRectF(self.room.left(), top, self.room.width(), self.row_height)

    def sender_y(self, place: int) -> float:
        """Return the height of the sender's bracket in a row."""
        return self.top + (place + SENDER_LINE) * self.row_height

    def target_y(self, place: int) -> float:
        """Return the height of the target's bracket in a row."""
        return self.top + (place + TARGET_LINE) * self.row_height

    def middle(self, place: int, price: float) -> QPointF:
        """Return the place of a price half way between both brackets of a row."""
        return QPointF(self.x(price), (self.sender_y(place) + self.target_y(place)) / 2)

    def row_at(self, y: float) -> int | None:
        """Return the place of the row at a height, or None."""
        place = int((y - self.top) // self.row_height)
        return place if 0 <= place < self.count else None

    def mark_at(self, lane: BoardLane, place: int, point: QPointF) -> BoardMark | None:
        """Return the mark of a row that lies under a point, or None."""
        reach = 8 * self.unit
        for mark in lane.marks:
            away = self.middle(place, mark.price) - point
            if abs(away.x()) <= reach and abs(away.y()) <= reach:
                return mark
        return None


def board_layout(figure: BoardFigure, room: QRectF, font: QFont) -> BoardLayout:
    """Return the layout of a board in a rectangle with a font."""
    metrics, small = QFontMetricsF(font), small_font(font)
    line, small_metrics = metrics.height(), QFontMetricsF(small)
    pad = 0.5 * line
    widest = max((metrics.horizontalAdvance(lane.name) for lane in figure.lanes), default=0.0)
    band = small_metrics.height() + 0.35 * line
    count = max(1, len(figure.lanes))
    height = min((room.height() - 2 * band) / count, TALLEST_ROW * line)
    if height < TWO_LINES * line:
        names = COMPACT_NAMES_AT_MOST * room.width()
        widest += max(
            (small_metrics.horizontalAdvance(lane.brief) for lane in figure.lanes), default=0
        )
    else:
        names = NAMES_AT_MOST * room.width()
    names = min(1.06 * widest + pad, names)
    return BoardLayout(
        room=room,
        font=font,
        small=small,
        line=line,
        maximum=figure.maximum or 1.0,
        x_start=room.left() + pad + names + pad,
        x_end=room.right() - 1.4 * pad,
        top=room.top() + band,
        row_height=max(height, 1.0),
        count=len(figure.lanes),
    )


def smallest_board(figure: BoardFigure | None, font: QFont) -> QSizeF:
    """Return the least room in which every row still has its line of words."""
    line = QFontMetricsF(font).height()
    rows = 8 if figure is None else len(figure.lanes)
    return QSizeF(28 * line, (rows * 1.2 + 2.8) * line)
