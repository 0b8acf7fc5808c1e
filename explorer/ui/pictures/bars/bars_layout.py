"""Where the bars, their names, words and axis lie within a rectangle."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from explorer.figures.bars import Bar, BarRange, BarsFigure
from explorer.ui.pictures.measured import Measured
from explorer.ui.pictures.pen import TextStyle, text_style
from explorer.ui.pictures.rows.row_places import LEAST_ROW, NO_WISH, RowPlaces, RowWish
from explorer.ui.pictures.rows.rows_layout import RowsLayout

NAMES_AT_MOST = 0.38
ON_SCREEN, ON_PAPER = 1.5, 1.15
"""How many text lines the row of a bar is high at least: most names take one line."""

TALLEST_ROW = 2.8
TWO_LINES = 2.05
"""How many lines of its type a row is high at least whose name takes two."""

MARKED = 1.2
"""How many lines of small type a range takes with its marks; its value takes another one."""

HEADING = 1.5
FEW = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group above its bars; ``top`` counts from the first row's."""

    name: str
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class BarsLayout(RowsLayout):
    """Places in pixels.

    Where the rows are higher than their window, they are scrolled, and the notes follow the last
    one. ``x_start`` and ``x_end`` are the ends of the axis; ranges leave ``range_slot`` free at
    both for the words of their own ends. ``label`` is the type of all names: a little smaller
    where one of them would not fit else.
    """

    bars: tuple[Bar, ...]
    headings: tuple[Heading, ...]
    label: QFont
    names: QRectF
    x_start: float
    x_end: float
    minimum: float
    maximum: float
    notes_height: float
    range_slot: float

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

    def x_on(self, span: BarRange, value: float) -> float:
        """Return the place of a value on the line of a range."""
        start, end = self.x_start + self.range_slot, self.x_end - self.range_slot
        return start + (end - start) * span.share(value)

    def axis_parts(self) -> list[tuple[float, float]]:
        """Return from where to where down the window the figure's axis holds: not beside ranges."""
        window = self.window()
        start, parts = window.top(), list[tuple[float, float]]()
        heads = {head.top + head.height: head.height for head in self.headings}
        for row, bar in enumerate(self.bars):
            if bar.range is None:
                continue
            room = self.row(row)
            parts.append((start, room.top() - heads.get(self.rows.spans[row][0], 0.0)))
            start = room.bottom()
        parts.append((start, window.bottom()))
        return [(top, bottom) for top, bottom in parts if bottom - top > 1]

    def heading(self, heading: Heading) -> QRectF:
        """Return the whole width of a heading."""
        top = self.rows.top + heading.top - self.rows.offset
        return QRectF(self.rect.left(), top, self.rect.width(), heading.height)


def outer_end(bar: Bar) -> float | None:
    """Return where all that is drawn of a bar ends, away from zero; None without a number."""
    if bar.value is None:
        return None
    drawn = [each for each in (bar.value, bar.low, bar.high, bar.mark) if each is not None]
    return min(drawn) if bar.value < 0 else max(drawn)


def bars_layout(
    figure: BarsFigure, rect: QRectF, font: QFont, wish: RowWish = NO_WISH
) -> BarsLayout:
    """Return the layout of bars in a rectangle with a font, to be scrolled where too tall.

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
    pad = 0.5 * text.line
    label, names = _names(figure, text, NAMES_AT_MOST * rect.width(), pad)
    start, end = _axis_ends(
        figure, text.small_metrics, left=rect.left() + 2 * pad + names, right=rect.right() - pad
    )
    slot = _range_slot(figure, text.small_metrics)
    bars = tuple(bar for group in figure.groups for bar in group.bars)
    header = 1.3 * text.small_line if any(figure.ends) and bars else 0.2 * text.line
    footer = (1.4 if figure.ticks or not bars else 0.3) * text.small_line
    footer += (1.2 if figure.axis_words else 0.0) * text.small_line
    notes = _notes_height(figure, text.small_metrics, rect.width() - 2 * pad)
    heights = _heading_heights(figure, text, rect.width() - 2 * pad)
    least = [_least_height(bar, text, label, names, wish.least * text.line) for bar in bars]
    rows, headings = _rows(
        figure,
        (rect.top() + header, rect.height() - header - footer),
        least,
        heights,
        notes=notes,
        line=text.line,
    )
    return BarsLayout(
        rect=rect,
        text=text,
        rows=rows,
        more=QRectF(),
        bars=bars,
        headings=headings,
        label=label,
        names=QRectF(rect.left() + pad, 0, names, 0),
        x_start=start,
        x_end=end,
        minimum=figure.minimum,
        maximum=max(figure.maximum, figure.minimum + 1e-9),
        notes_height=notes,
        range_slot=min(slot, 0.25 * (end - start)),
    )


def smallest_bars(figure: BarsFigure | None, font: QFont) -> QSizeF:
    """Return the least size at which a few rows are seen at a time."""
    line = QFontMetricsF(font).height()
    drawn = 0 if figure is None else sum(len(group.bars) for group in figure.groups)
    # Bars that are still being worked out get their room beforehand.
    bars = min(FEW, drawn or FEW)
    return QSizeF(24 * line, (bars * LEAST_ROW + 4) * line)


def _names(figure: BarsFigure, text: TextStyle, most: float, pad: float) -> tuple[QFont, float]:
    """Return the one type in which all names are written, and how wide their column is."""
    names = [bar.name for group in figure.groups for bar in group.bars]

    def widest(label: QFont) -> float:
        # Any of them may be chosen and stand in bold.
        metrics = text.metrics_of(text.bold_of(label))
        return max((metrics.width_of(name) for name in names), default=0.0) + pad

    label = text.font if widest(text.font) <= most else text.small
    return label, min(widest(label), most)


def _least_height(bar: Bar, text: TextStyle, label: QFont, names: float, least: float) -> float:
    """Return how high the row of a bar is at least, so that its name is whole in two lines."""
    metrics = text.metrics_of(text.bold_of(label))
    is_long = metrics.width_of(bar.name) > names
    height = max(least, TWO_LINES * metrics.height() if is_long else 0.0)
    return height if bar.range is None else text.small_line + max(height, MARKED * text.small_line)


def _filling(ends: Sequence[float], least: list[float], height: float) -> list[float]:
    """Return heights of bars with which the last row that is seen at first ends at the bottom."""
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


def _notes_height(figure: BarsFigure, metrics: Measured, width: float) -> float:
    heights = [metrics.paragraph_height(note, width) for note in figure.notes]
    return sum(heights) + (0.4 * metrics.height() if heights else 0.0)


def _axis_ends(
    figure: BarsFigure, metrics: Measured, *, left: float, right: float
) -> tuple[float, float]:
    """Return the ends of an axis that leaves room for the words at the ends of all bars."""
    gap = 0.6 * metrics.height()
    to_left: list[tuple[float, float]] = []
    to_right: list[tuple[float, float]] = []
    for group in figure.groups:
        for bar in group.bars:
            end = outer_end(bar) or 0.0
            need = metrics.width_of(bar.words) + gap
            share = 1.0 if bar.range else min(max(figure.share(bar, end), 0.0), 1.0)
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


def _range_slot(figure: BarsFigure, metrics: Measured) -> float:
    """Return how wide the words at the ends of all ranges are, so that the lines are alike."""
    spans = [bar.range for group in figure.groups for bar in group.bars if bar.range]
    words = [words for span in spans for words in (span.low_words, span.high_words)]
    return max((metrics.width_of(each) + 0.5 * metrics.height() for each in words), default=0.0)


def _heading_heights(figure: BarsFigure, text: TextStyle, width: float) -> tuple[float, ...]:
    """Return how high the heading of each group is; 0 where there is none."""
    metrics = text.small_bold_metrics
    return tuple(
        metrics.paragraph_height(group.name, width) - metrics.height() + HEADING * text.line
        if group.name
        else 0.0
        for group in figure.groups
    )


def _rows(
    figure: BarsFigure,
    window: tuple[float, float],
    least: list[float],
    headings: tuple[float, ...],
    *,
    notes: float,
    line: float,
) -> tuple[RowPlaces, tuple[Heading, ...]]:
    """Return bars and headings in a window, with the notes below the last one where they scroll."""
    top, free = window
    is_tight = sum(headings) + sum(least) + notes > free
    height = max(free if is_tight else free - notes, line)
    if is_tight:
        ends = [a + b for a, b in _stacked(figure, least, headings)[0].values()]
        least = _filling(ends, least, height)
    else:
        least = _grown(least, height - sum(headings), TALLEST_ROW * line)
    spans, found = _stacked(figure, least, headings)
    ends = [a + b for a, b in spans.values()]
    content = max(ends, default=0.0) + (notes if is_tight else 0.0)
    if content > height:
        # None is cut at first where not all have room.
        height = max((end for end in ends if end <= height + 0.01), default=height)
    elif spans:
        height = content
    return RowPlaces(top, height, spans, content), found


def _stacked(
    figure: BarsFigure, heights: list[float], headings: tuple[float, ...]
) -> tuple[dict[int, tuple[float, float]], tuple[Heading, ...]]:
    """Return top and height of each bar, and the headings, all below each other."""
    top, spans = 0.0, dict[int, tuple[float, float]]()
    found: list[Heading] = []
    for group, height in zip(figure.groups, headings, strict=True):
        if group.name:
            found.append(Heading(group.name, top, height))
            top += height
        for _ in group.bars:
            spans[len(spans)] = (top, heights[len(spans)])
            top += spans[len(spans) - 1][1]
    return spans, tuple(found)
