"""Where the board's rows, words and places on the axis lie within a rectangle."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from explorer.figures.board import BoardFigure
from explorer.figures.board_lane import BoardLane, BoardMark
from explorer.ui.plots.bars_layout import bold_font
from explorer.ui.plots.strokes import small_font

NAMES_AT_MOST = 0.36
COMPACT_NAMES_AT_MOST = 0.46
BRIEF_NAMES_AT_MOST = 0.54
"""How much of the width names and status take so that their short forms are whole."""

TWO_LINES = 1.9
TALLEST_ROW = 3.4
SENDER_LINE, TARGET_LINE = 0.24, 0.76
PINS_SHARE = (0.0, 0.3, 0.38, 0.45)
"""How much of a row's height the outlines of no, one, two and three pins take."""

PINS_FROM = 0.06
"""Where the outlines begin in a row, as a share of its height."""


@dataclass(frozen=True, slots=True)
class BoardLayout:
    """Places in pixels.

    ``x_start`` and ``x_end`` are the ends of the axis, whose values run from 0 to ``maximum``;
    ``axis_top`` is where the words over the axis begin and ``top`` where the first row does.
    ``pins`` is how many outlines lie over each row. ``has_names`` tells whether names and status
    stand before the axis. ``is_compact`` tells that a row has room for one line of words only.
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
    axis_top: float
    pins: int = 0
    has_names: bool = True

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
        """Return the place of a price on the axis; what lies far beyond it stands at the edge."""
        x = self.x_start + (self.x_end - self.x_start) * price / self.maximum
        return min(max(x, self.room.left()), self.room.right())

    def row(self, place: int) -> QRectF:
        """Return the whole width of a row."""
        top = self.top + place * self.row_height
        return QRectF(self.room.left(), top, self.room.width(), self.row_height)

    @property
    def live_height(self) -> float:
        """How much of a row's height is left to the brackets."""
        return self.row_height * (1 - PINS_SHARE[self.pins])

    def sender_y(self, place: int) -> float:
        """Return the height of the sender's bracket in a row."""
        return self._live_y(place, SENDER_LINE)

    def target_y(self, place: int) -> float:
        """Return the height of the target's bracket in a row."""
        return self._live_y(place, TARGET_LINE)

    def pin_band(self, place: int, number: int) -> tuple[float, float]:
        """Return where a pin's outline begins and ends, from above, in a row."""
        top = self.top + (place + PINS_FROM) * self.row_height
        height = (PINS_SHARE[self.pins] - PINS_FROM) * self.row_height / self.pins
        gap = 0.12 * height
        return top + number * height + gap, top + (number + 1) * height - gap

    def _live_y(self, place: int, share: float) -> float:
        bottom = self.top + (place + 1) * self.row_height
        return bottom - (1 - share) * self.live_height

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
    pins = min(len(figure.pins), len(PINS_SHARE) - 1)
    legend = band if pins else 0.0
    height = min((room.height() - 2 * band - legend) / count, TALLEST_ROW * line)
    is_compact = height < TWO_LINES * line
    names = (COMPACT_NAMES_AT_MOST if is_compact else NAMES_AT_MOST) * room.width()
    if is_compact:
        widest += max(
            (small_metrics.horizontalAdvance(lane.brief) for lane in figure.lanes), default=0
        )
    brief = _brief_width(
        figure, QFontMetricsF(bold_font(font)), small_metrics, is_compact=is_compact
    )
    names = max(names, min(brief + pad + 2, BRIEF_NAMES_AT_MOST * room.width()))
    names = min(1.06 * widest + pad, names)
    return BoardLayout(
        room=room,
        font=font,
        small=small,
        line=line,
        maximum=figure.maximum or 1.0,
        x_start=room.left() + pad + names + pad,
        x_end=room.right() - 1.4 * pad,
        top=room.top() + legend + band,
        row_height=max(height, 1.0),
        count=len(figure.lanes),
        axis_top=room.top() + legend,
        pins=pins,
    )


def _brief_width(
    figure: BoardFigure, names: QFontMetricsF, words: QFontMetricsF, *, is_compact: bool
) -> float:
    """Return how wide the short names and states of all lanes are, beside or below each other."""
    pairs = [
        (names.horizontalAdvance(lane.short), words.horizontalAdvance(lane.brief))
        for lane in figure.lanes
    ]
    return max((sum(pair) if is_compact else max(pair) for pair in pairs), default=0.0)


def smallest_board(figure: BoardFigure | None, font: QFont) -> QSizeF:
    """Return the least room in which every row still has its line of words."""
    line = QFontMetricsF(font).height()
    rows = 8 if figure is None else len(figure.lanes)
    pins = 0 if figure is None else len(figure.pins)
    # Each outline needs some height of its own beside the brackets.
    lines = rows * (1.5 + 0.3 * pins if pins else 1.2) + (4.0 if pins else 2.8)
    return QSizeF(28 * line, lines * line)
