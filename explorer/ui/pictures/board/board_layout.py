"""Where the board's rows, words, legend and places on the axis lie within a rectangle."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont

from explorer.figures.board import BoardFigure
from explorer.figures.board_lane import BoardLane, BoardMark
from explorer.ui.pictures.pen import TextStyle, text_style
from explorer.ui.pictures.rows.row_places import LEAST_ROW, NO_WISH, RowWish, equal_rows
from explorer.ui.pictures.rows.rows_layout import RowsLayout

NAMES_AT_MOST = 0.36
BRIEF_NAMES_AT_MOST = 0.54
"""How much of the width names and status take, and at most so that their short forms are whole."""

FEW_ROWS = 4
"""How many rows a board shows at least; the others are scrolled to."""

BRACKETS = (0.24, 0.76)
"""Where the sender's bracket and the target's stand in a row, as shares of its height."""

PINS_SHARE = (0.0, 0.3, 0.38, 0.45)
"""How much of a row's height the outlines of no, one, two and three pins take."""

PINS_FROM = 0.06
"""Where the outlines begin in a row, as a share of its height."""

LegendKind = Literal["pin", "inside", "outside", "ends", "baseline"]

SAMPLE = 26.0
"""How wide a sample of the legend is, in units, and the gaps around its words."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What one kind of mark means: its words, and where its sample and they stand."""

    kind: LegendKind
    words: str
    sample: QRectF
    rect: QRectF


@dataclass(frozen=True, slots=True)
class BoardLayout(RowsLayout):
    """Places in pixels.

    ``x_start`` and ``x_end`` are the ends of the axis, whose values run from 0 to ``maximum``;
    ``axis_top`` is where the words over the axis begin. ``pins`` is how many outlines lie over
    each row. ``has_names`` tells whether names and status stand before the axis. ``brackets`` are
    the heights of both sides' brackets as shares of a row.
    """

    maximum: float
    x_start: float
    x_end: float
    axis_top: float
    legend: tuple[LegendEntry, ...] = ()
    pins: int = 0
    has_names: bool = True
    brackets: tuple[float, float] = BRACKETS

    def x(self, price: float) -> float:
        """Return the place of a price on the axis; what lies far beyond it stands at the edge."""
        x = self.x_start + (self.x_end - self.x_start) * price / self.maximum
        return min(max(x, self.rect.left()), self.rect.right())

    def live_height(self, row: int) -> float:
        """Return how much of a row's height is left to the brackets."""
        return self.rows.height_of(row) * (1 - PINS_SHARE[self.pins])

    def sender_y(self, row: int) -> float:
        """Return the height of the sender's bracket in a row."""
        return self._live_y(row, self.brackets[0])

    def target_y(self, row: int) -> float:
        """Return the height of the target's bracket in a row."""
        return self._live_y(row, self.brackets[1])

    def pin_band(self, row: int, number: int) -> tuple[float, float]:
        """Return where a pin's outline begins and ends, from above, in a row."""
        whole = self.rows.height_of(row)
        top = self.rows.top_of(row) + PINS_FROM * whole
        height = (PINS_SHARE[self.pins] - PINS_FROM) * whole / self.pins
        gap = 0.12 * height
        return top + number * height + gap, top + (number + 1) * height - gap

    def _live_y(self, row: int, share: float) -> float:
        bottom = self.rows.top_of(row) + self.rows.height_of(row)
        return bottom - (1 - share) * self.live_height(row)

    def middle(self, row: int, price: float) -> QPointF:
        """Return the place of a price half way between both brackets of a row."""
        return QPointF(self.x(price), (self.sender_y(row) + self.target_y(row)) / 2)

    def mark_at(self, lane: BoardLane, row: int, point: QPointF) -> BoardMark | None:
        """Return the mark of a row that lies under a point, or None."""
        reach = 8 * self.text.unit
        for mark in lane.marks:
            away = self.middle(row, mark.price) - point
            if abs(away.x()) <= reach and abs(away.y()) <= reach:
                return mark
        return None


def selected_row(figure: BoardFigure) -> int | None:
    """Return the number of the row that is selected, or None."""
    return next((row for row, lane in enumerate(figure.lanes) if lane.is_selected), None)


def board_layout(
    figure: BoardFigure, rect: QRectF, font: QFont, wish: RowWish = NO_WISH
) -> BoardLayout:
    """Return the layout of a board in a rectangle with a font.

    Parameters
    ----------
    figure, rect, font
        What is drawn, where in pixels, and in which font its names are written.
    wish
        Which rows are wanted in any case.
    """
    text = text_style(font)
    pad, band = 0.5 * text.line, text.small_line + 0.35 * text.line
    legend = board_legend(figure, rect, text)
    axis_top = max((entry.rect.bottom() for entry in legend), default=rect.top())
    names = _names_width(figure, rect.width(), text)
    top = axis_top + band
    rows = equal_rows(
        (top, max(rect.bottom() - 1.5 * text.line - top, 1.0)),
        len(figure.lanes),
        line=text.line,
        wish=wish,
    )
    x_start = rect.left() + names + 2 * pad
    more = QRectF(rect.left() + pad, rows.bottom, x_start - rect.left() - 2 * pad, 1.5 * text.line)
    return BoardLayout(
        rect=rect,
        text=text,
        rows=rows,
        more=more,
        maximum=figure.maximum or 1.0,
        x_start=x_start,
        x_end=rect.right() - 1.4 * pad,
        axis_top=axis_top,
        legend=legend,
        pins=min(len(figure.pins), len(PINS_SHARE) - 1),
    )


def board_legend(figure: BoardFigure, rect: QRectF, text: TextStyle) -> tuple[LegendEntry, ...]:
    """Return what the marks of all layers mean, in lines from the top of a rectangle."""
    wanted = _legend_words(figure)
    band, gap, sample = text.small_line + 0.35 * text.line, 5 * text.unit, SAMPLE * text.unit
    start, end = rect.left() + 0.5 * text.line, rect.right()
    left, top = start, rect.top()
    found: list[LegendEntry] = []
    for kind, words in wanted:
        narrow = sample if kind in ("pin", "ends", "baseline") else 0.5 * sample
        width = narrow + gap + text.small_metrics.width_of(words) + 2
        if left > start and left + width > end:
            left, top = start, top + band
        place = QRectF(left, top, narrow, band)
        beside = QRectF(
            left + narrow + gap, top, min(left + width, end) - left - narrow - gap, band
        )
        found.append(LegendEntry(kind, words, place, beside))
        left = left + width + text.line
    return tuple(found)


def _legend_words(figure: BoardFigure) -> list[tuple[LegendKind, str]]:
    wanted: list[tuple[LegendKind, str]] = []
    for letter, name in figure.pins:
        wanted.append(("pin", f"{letter}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{name}"))
    if figure.uncertainty:
        wanted.append(("ends", figure.uncertainty))
    if figure.baseline_words:
        wanted.append(("baseline", figure.baseline_words))
    if figure.offers is not None:
        inside, outside = figure.offers
        wanted.append(("inside", inside))
        wanted.append(("outside", outside))
    return wanted


def _names_width(figure: BoardFigure, width: float, text: TextStyle) -> float:
    """Return how wide the column of names and states is: wide enough for short ones, if it can."""
    names, words = text.bold_metrics, text.small_metrics
    widest = max((text.metrics.width_of(lane.name) for lane in figure.lanes), default=0.0)
    brief = max(
        (max(names.width_of(lane.short), words.width_of(lane.brief)) for lane in figure.lanes),
        default=0.0,
    )
    pad = 0.5 * text.line
    most = max(NAMES_AT_MOST * width, min(brief + pad + 2, BRIEF_NAMES_AT_MOST * width))
    return min(1.06 * widest + pad, most)


def smallest_board(figure: BoardFigure | None, font: QFont) -> QSizeF:
    """Return the least size at which a few rows can be read."""
    text = text_style(font)
    rows, pins = (FEW_ROWS, 0) if figure is None else (len(figure.lanes), len(figure.pins))
    # Each outline needs some height of its own beside the brackets.
    lines = min(rows, FEW_ROWS) * (LEAST_ROW + 0.3 * pins) + (4.0 if pins else 2.8)
    return QSizeF(28 * text.line, lines * text.line)
