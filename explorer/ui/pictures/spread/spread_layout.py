"""Where the rows of a spread of predictions lie, with their names, bars and axis."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from explorer.figures.spread import SpreadFigure, SpreadRow
from explorer.model.wording import tr
from explorer.ui.pictures.pen import TextStyle, text_style
from explorer.ui.pictures.rows.row_places import (
    LEAST_ROW,
    NO_WISH,
    RowPlaces,
    RowWish,
    stacked_rows,
)
from explorer.ui.pictures.rows.rows_layout import RowsLayout
from explorer.ui.pictures.word_wrap import lines_of

NAMES_AT_MOST = 0.4
"""How much of the width the names take at most."""

NAME_LINES = 3
"""How many lines a name has at most before it ends in dots."""

TALLEST = 4.0
"""How many lines a row is high at most."""

HEADER = 1.6
"""How many small lines the legend above the rows takes."""

DENSE, DENSEST = 1.15, 0.9
"""How many small lines a row is high at most and at least where there are many."""

FEW = 2


@dataclass(frozen=True, slots=True)
class SpreadLayout(RowsLayout):
    """Places in pixels; ``x_start`` and ``x_end`` are the ends of the axis.

    ``label`` is the type of all names: a little smaller, and without an axis below the rows
    (``has_axis``), where not all rows would have room else; if even that is too much, each row is
    one line high (``is_dense``). ``tick`` is how wide the mark before
    the computed answer is, 0 without one.
    """

    names: QRectF
    label: QFont
    has_axis: bool
    is_dense: bool
    tick: float
    x_start: float
    x_end: float
    minimum: float
    maximum: float

    def x(self, value: float) -> float:
        """Return the place of a value; values beyond the axis stand at its ends."""
        share = (value - self.minimum) / max(self.maximum - self.minimum, 1e-9)
        return self.x_start + (self.x_end - self.x_start) * min(max(share, 0.0), 1.0)


def spread_layout(
    figure: SpreadFigure, rect: QRectF, font: QFont, wish: RowWish = NO_WISH
) -> SpreadLayout:
    """Return the layout of a spread in a rectangle, to be scrolled where too tall.

    Parameters
    ----------
    rect
        Where, in pixels.
    font
        Of names; words of second rank are a little smaller.
    wish
        How high rows are at least; all are shown.
    """
    text = text_style(font)
    footer = (2.7 if figure.axis_words else 1.5) * text.small_line
    room = rect.height() - HEADER * text.small_line
    tick = 0.9 * text.small_line if any(row.is_right for row in figure.rows) else 0.0
    roomy = _columns(figure, text, text.font, rect.width(), tick)
    heights = [
        max(min(wish.least, LEAST_ROW) * text.line, name + 0.4 * text.line) for name in roomy[1]
    ]
    label, names, is_roomy = text.font, roomy[0], sum(heights) <= room - footer
    # Numbers mean nothing without their scale; the words at the ends of bars do.
    has_axis = is_roomy or any(row.dots for row in figure.rows)
    room -= footer if has_axis else 0.0
    if not is_roomy:
        label, closer = text.small, _columns(figure, text, text.small, rect.width(), tick)
        names = closer[0]
        heights = [max(2 * text.small_line, name) for name in closer[1]]
    is_dense = sum(heights) > room and not has_axis
    if is_dense:
        each = min(max(room / len(heights), DENSEST * text.small_line), DENSE * text.small_line)
        heights = [each for _ in figure.rows]
    pad = 0.5 * text.line
    start = rect.left() + names + tick + 2 * pad
    behind = _room_behind(figure, text, rect.right() - start, is_dense=is_dense)
    return SpreadLayout(
        rect=rect,
        text=text,
        rows=_rows(heights, rect.top() + HEADER * text.small_line, room, text.line),
        more=QRectF(),
        names=QRectF(rect.left() + pad + tick, 0, names, 0),
        label=label,
        has_axis=has_axis,
        is_dense=is_dense,
        tick=tick,
        x_start=start,
        x_end=max(rect.right() - pad - behind, start + 1),
        minimum=figure.minimum,
        maximum=figure.maximum,
    )


def _rows(heights: list[float], top: float, room: float, line: float) -> RowPlaces:
    """Return rows below each other, each with its share of the room that is left."""
    spare = (room - sum(heights)) / max(len(heights), 1)
    if spare > 0:
        heights = [min(each + spare, max(each, TALLEST * line)) for each in heights]
    places = stacked_rows(top, room, heights)
    return replace(places, height=max(min(room, places.content), line))


def smallest_spread(font: QFont) -> QSizeF:
    """Return the least size at which a few rows are seen at a time."""
    line = QFontMetricsF(font).height()
    return QSizeF(24 * line, (FEW * LEAST_ROW + 4) * line)


def _columns(
    figure: SpreadFigure, text: TextStyle, label: QFont, width: float, tick: float
) -> tuple[float, list[float]]:
    """Return how wide the column of names is in a type, and how high each name."""
    bold = text.bold_of(label)
    metrics = text.metrics_of(bold)
    widest = max((metrics.width_of(row.name) for row in figure.rows), default=0.0)
    names = min(widest + 0.5 * text.line, NAMES_AT_MOST * width - tick)
    return names, [
        len(lines_of(bold, row.name, names, most=NAME_LINES)) * metrics.height()
        for row in figure.rows
    ]


def dense_words(row: SpreadRow) -> str:
    """Return what stands behind the bars of a row that is one line high."""
    return tr(" → ").join(bar.words for bar in row.bars)


def _room_behind(figure: SpreadFigure, text: TextStyle, width: float, *, is_dense: bool) -> float:
    """Return how much room the words at the ends of the bars need beyond the axis."""
    gap = 0.5 * text.small_line
    reach = max(figure.maximum - figure.minimum, 1e-9)
    ends: list[tuple[float, str]] = []
    for row in figure.rows:
        if is_dense:
            ends.append((max((bar.share for bar in row.bars), default=0.0), dense_words(row)))
        else:
            ends += [(bar.share, bar.words) for bar in row.bars]
    last = figure.ticks[-1][1] if figure.ticks else ""
    behind = text.small_metrics.width_of(last) / 2
    for share, words in ends:
        need, part = text.small_metrics.width_of(words) + gap, share / reach
        # What stands beyond the axis is what the bar leaves of it less.
        behind = max(behind, (need - (1 - part) * width) / max(part, 0.2))
    return min(behind, 0.6 * width)
