"""Where the bars, their names, words and axis lie within a rectangle."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from explorer.figures.bars import Bar, BarsFigure
from explorer.ui.plots.strokes import small_font
from explorer.ui.theme import scaled_font

NAMES_AT_MOST = 0.38
LOWEST_ROW, TALLEST_ROW = 1.15, 2.8
TWO_LINES = 2.05
"""How many lines of its type a row is high at least whose name takes two."""

HEADING = 1.5
FEW = 4
SMALLEST_TEXT = 0.55
"""How far text shrinks on paper, where nothing can be scrolled."""

WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class BarRow:
    """One line of the picture: a heading (``bar`` is None) or a bar; ``top`` counts from 0."""

    heading: str
    bar: Bar | None
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class BarsLayout:
    """Places in pixels.

    ``rows_room`` is the window through which the rows are seen, ``content`` how tall all rows
    are together; where that is more, rows must be scrolled, and the notes follow the last row.
    ``x_start`` and ``x_end`` are the ends of the axis. ``label`` is the type of all names: a
    little smaller where one of them would not fit else.
    """

    room: QRectF
    rows_room: QRectF
    font: QFont
    small: QFont
    label: QFont
    line: float
    small_line: float
    rows: tuple[BarRow, ...]
    content: float
    names: QRectF
    x_start: float
    x_end: float
    minimum: float
    maximum: float
    notes_height: float

    @property
    def unit(self) -> float:
        """How many pixels a length of 1 has at this text size."""
        return self.line / 16

    @property
    def excess(self) -> float:
        """By how much the rows are taller than the room for them."""
        return max(0.0, self.content - self.rows_room.height())

    def x(self, value: float) -> float:
        """Return the place of a value on the axis; values beyond it stand at its ends."""
        share = (value - self.minimum) / (self.maximum - self.minimum)
        return self.x_start + (self.x_end - self.x_start) * min(max(share, 0.0), 1.0)

    def x_of(self, bar: Bar, value: float) -> float:
        """Return the place of a value on the axis of a bar, which may be its own."""
        if bar.span is None:
            return self.x(value)
        share = (value - bar.span[0]) / max(bar.span[1] - bar.span[0], 1e-9)
        return self.x_start + (self.x_end - self.x_start) * min(max(share, 0.0), 1.0)

    def rect(self, row: BarRow, scrolled: float) -> QRectF:
        """Return the whole width of a row, once the rows have been scrolled by so much."""
        top = self.rows_room.top() + row.top - scrolled
        return QRectF(self.room.left(), top, self.room.width(), row.height)

    def row_at(self, y: float, scrolled: float) -> BarRow | None:
        """Return the row at a height of the widget, or None."""
        if not self.rows_room.top() <= y < self.rows_room.bottom():
            return None
        inside = y - self.rows_room.top() + scrolled
        return next((row for row in self.rows if 0 <= inside - row.top < row.height), None)


def outer_end(bar: Bar) -> float | None:
    """Return where all that is drawn of a bar ends, away from zero; None without a number."""
    if bar.value is None:
        return None
    drawn = [each for each in (bar.value, bar.low, bar.high, bar.mark) if each is not None]
    return min(drawn) if bar.value < 0 else max(drawn)


def bars_layout(figure: BarsFigure, room: QRectF, font: QFont) -> BarsLayout:
    """Return the layout of bars in a rectangle with a font, to be scrolled where too tall.

    Parameters
    ----------
    figure
        What is drawn.
    room
        Where, in pixels.
    font
        Of names; words of second rank are a little smaller.
    """
    metrics, small = QFontMetricsF(font), small_font(font)
    small_metrics = QFontMetricsF(small)
    line, small_line = metrics.height(), small_metrics.height()
    pad = 0.5 * line
    label, names = _names(figure, font, NAMES_AT_MOST * room.width(), pad)
    start, end = _axis_ends(
        figure, small_metrics, left=room.left() + 2 * pad + names, right=room.right() - pad
    )
    bars = [bar for group in figure.groups for bar in group.bars]
    header = 1.3 * small_line if any(figure.ends) and bars else 0.2 * line
    footer = (1.4 if figure.ticks or not bars else 0.3) * small_line
    footer += (1.2 if figure.axis_words else 0.0) * small_line
    notes = _notes_height(figure, small_metrics, room.width() - 2 * pad)
    free = room.height() - header - footer
    headings = _heading_heights(figure, bold_font(small), room.width() - 2 * pad, line)
    least = [_least_height(bar, label, names, line) for bar in bars]
    is_tight = sum(headings) + sum(least) + notes > free
    rows_height = max(free if is_tight else free - notes, line)
    if is_tight:
        least = _filling(_rows(figure, least, headings), least, rows_height)
    else:
        least = _grown(least, rows_height - sum(headings), TALLEST_ROW * line)
    rows = _rows(figure, least, headings)
    content = rows[-1].top + rows[-1].height if rows else 0.0
    if is_tight:
        content += notes
    seen = _seen(rows, content, rows_height) if bars else rows_height
    return BarsLayout(
        room=room,
        rows_room=QRectF(room.left(), room.top() + header, room.width(), seen),
        font=font,
        small=small,
        label=label,
        line=line,
        small_line=small_line,
        rows=rows,
        content=content,
        names=QRectF(room.left() + pad, 0, names, 0),
        x_start=start,
        x_end=end,
        minimum=figure.minimum,
        maximum=max(figure.maximum, figure.minimum + 1e-9),
        notes_height=notes,
    )


def paper_layout(figure: BarsFigure, room: QRectF, font: QFont) -> BarsLayout:
    """Return a layout for paper: text shrinks, to about half at most, until all rows are seen."""
    scale = 1.0
    layout = bars_layout(figure, room, font)
    while layout.excess > 0 and scale > SMALLEST_TEXT:
        scale -= 0.05
        layout = bars_layout(figure, room, scaled_font(font, scale))
    return layout


def bold_font(font: QFont) -> QFont:
    """Return a font as bold as headings are."""
    bold = QFont(font)
    bold.setBold(True)
    return bold


def smallest_bars(figure: BarsFigure | None, font: QFont) -> QSizeF:
    """Return the least room in which a few rows are seen at a time."""
    line = QFontMetricsF(font).height()
    drawn = 0 if figure is None else sum(len(group.bars) for group in figure.groups)
    # Bars that are still being worked out get their room beforehand.
    bars = min(FEW, drawn or FEW)
    return QSizeF(24 * line, (bars * LOWEST_ROW + 4) * line)


def _names(figure: BarsFigure, font: QFont, most: float, pad: float) -> tuple[QFont, float]:
    """Return the one type in which all names are written, and how wide their column is."""
    names = [bar.name for group in figure.groups for bar in group.bars]

    def widest(label: QFont) -> float:
        # Any of them may be chosen and stand in bold.
        metrics = QFontMetricsF(bold_font(label))
        return max((metrics.horizontalAdvance(name) for name in names), default=0.0) + pad

    label = font if widest(font) <= most else small_font(font)
    return label, min(widest(label), most)


def _least_height(bar: Bar, label: QFont, names: float, line: float) -> float:
    """Return how high the row of a bar is at least, so that its name is whole in two lines."""
    metrics = QFontMetricsF(bold_font(label))
    is_long = metrics.horizontalAdvance(bar.name) > names
    return max(LOWEST_ROW * line, TWO_LINES * metrics.height() if is_long else 0.0)


def _filling(rows: tuple[BarRow, ...], least: list[float], height: float) -> list[float]:
    """Return heights of bars with which the last row that is seen at first ends at the bottom."""
    ends = [row.top + row.height for row in rows if row.bar is not None]
    seen = [end for end in ends if end <= height]
    if not seen:
        return least
    more = (height - seen[-1]) / len(seen)
    return [each + more for each in least]


def _grown(least: list[float], height: float, most: float) -> list[float]:
    """Return heights of bars that share a height, each as tall as the others where it may be."""
    count = len(least)
    for place, tall in enumerate(sorted(least, reverse=True)):
        share = height / max(1, count - place)
        if tall <= share:
            return [max(each, min(share, most)) for each in least]
        height -= tall
    return least


def _notes_height(figure: BarsFigure, metrics: QFontMetricsF, width: float) -> float:
    room = QRectF(0, 0, max(width, 1.0), 100_000)
    heights = [metrics.boundingRect(room, WRAP, note).height() for note in figure.notes]
    return sum(heights) + (0.4 * metrics.height() if heights else 0.0)


def _axis_ends(
    figure: BarsFigure, metrics: QFontMetricsF, *, left: float, right: float
) -> tuple[float, float]:
    """Return the ends of an axis that leaves room for the words at the ends of all bars."""
    gap = 0.6 * metrics.height()
    to_left: list[tuple[float, float]] = []
    to_right: list[tuple[float, float]] = []
    for group in figure.groups:
        for bar in group.bars:
            end = outer_end(bar) or 0.0
            need = metrics.horizontalAdvance(bar.words) + gap
            share = min(max(figure.share(bar, end), 0.0), 1.0)
            (to_left if end < 0 else to_right).append((share, need))
    before = max((need for _, need in to_left), default=0.0)
    behind = max((need for _, need in to_right), default=0.0)
    # A length that is surely too small: what fits with it fits with the final, larger one.
    length = max(0.2 * (right - left), right - left - before - behind)
    before = max((need - share * length for share, need in to_left), default=0.0)
    behind = max((need - (1 - share) * length for share, need in to_right), default=0.0)
    start, end = left + max(before, 0.0), right - max(behind, 0.0)
    if end - start < 0.2 * (right - left):
        return left + 0.1 * (right - left), left + 0.5 * (right - left)
    return start, end


def _seen(rows: tuple[BarRow, ...], content: float, height: float) -> float:
    """Return how much of a height rows take: where not all have room, none is cut at first."""
    if content <= height:
        return content
    return max(
        (row.top + row.height for row in rows if row.top + row.height <= height + 0.01),
        default=height,
    )


def _heading_heights(
    figure: BarsFigure, font: QFont, width: float, line: float
) -> tuple[float, ...]:
    """Return how high the heading of each group is; 0 where there is none."""
    metrics, room = QFontMetricsF(font), QRectF(0, 0, max(width, 1.0), 100_000)
    return tuple(
        metrics.boundingRect(room, WRAP, group.name).height() - metrics.height() + HEADING * line
        if group.name
        else 0.0
        for group in figure.groups
    )


def _rows(
    figure: BarsFigure, heights: list[float], headings: tuple[float, ...]
) -> tuple[BarRow, ...]:
    rows: list[BarRow] = []
    top, left = 0.0, iter(heights)
    for group, height in zip(figure.groups, headings, strict=True):
        if group.name:
            rows.append(BarRow(group.name, None, top, height))
            top += height
        for bar in group.bars:
            rows.append(BarRow("", bar, top, next(left)))
            top += rows[-1].height
    return tuple(rows)
