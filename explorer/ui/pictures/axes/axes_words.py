"""What stands around a plot on pyqtgraph: axes with their words, and the key to its signs."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from explorer.ui.look.theme import LIGHT, Theme
from explorer.ui.pictures.axes.axes_frame import AxisWords, Ticks
from explorer.ui.pictures.strokes import flat_pen
from explorer.ui.pictures.word_wrap import lines_of

Align = Qt.AlignmentFlag

NAME_LINES = 2
"""How many lines the name of an upright axis takes at most."""


class Axis(pg.AxisItem):
    """An axis at any side that writes its words so that none lies over another."""

    def __init__(self, side: str) -> None:
        """Make the axis of a side: ``left``, ``bottom``, ``top`` or ``right``."""
        super().__init__(side)
        self.setStyle(autoExpandTextSpace=False)
        self.showLabel(False)
        self._words = AxisWords("", "#000000")
        self._font = QFont()
        self._theme = LIGHT
        self._beyond = 0.0
        self._is_level = side in ("bottom", "top")

    def show_words(self, words: AxisWords, font: QFont, theme: Theme, *, beyond: float) -> None:
        """Take words, their font and colours, and how far they may reach beyond the axis."""
        self._words, self._font, self._theme = words, font, theme
        self._beyond = beyond
        self.setScale(words.unit)
        self.prepareGeometryChange()
        self.update()

    def ticks_now(self) -> list[tuple[float, str]]:
        """Return where on what is seen of the axis ticks stand, and their words."""
        low, high = self.range
        if self._words.ticks is not None:
            # The last digits of a value at the end of the axis must not take its word away.
            slack = 1e-6 * (high - low)
            ticks = self._words.ticks
            seen = [each for each in ticks if low - slack <= each[0] <= high + slack]
            if len(seen) == len(ticks) or self._words.number is None:
                return seen
        _, values = self.tickValues(low, high, self._length())[0]
        number = self._words.number or str
        return [(value, number(value * self._words.unit)) for value in values]

    def _updateLabel(self) -> None:
        """Do nothing: pyqtgraph's own label is never shown, and takes long to lay out."""

    def boundingRect(self) -> QRectF:
        beyond = self._beyond
        return QRectF(0, 0, self.width(), self.height()).adjusted(-beyond, -beyond, beyond, beyond)

    def placed_words(self) -> list[tuple[QRectF, str]]:
        """Return the words at ticks for which there is room, each with its rectangle."""
        metrics = QFontMetricsF(self._font)
        high, long, length = metrics.height(), 0.25 * metrics.height(), self._length()
        found: list[tuple[QRectF, str]] = []
        taken = -math.inf
        for at, text in self._shares():
            if self._is_level:
                wide, end = metrics.horizontalAdvance(text) + 4, length + self._beyond
                start = min(max(at * length - wide / 2, -self._beyond), end - wide)
                top = long if self.orientation == "bottom" else self.height() - long - high
                room = QRectF(start, top, wide, high)
            else:
                start, wide = at * length - high / 2, 0.8 * high
                left = 0 if self.orientation == "left" else 1.6 * long
                room = QRectF(left, length - start - high, self.width() - 1.6 * long, high)
            if start >= taken:
                found.append((room, text))
                taken = start + wide
        return found

    def _length(self) -> float:
        return self.width() if self._is_level else self.height()

    def _shares(self) -> list[tuple[float, str]]:
        """Return where along what is seen of the axis ticks stand, from 0 to 1, upwards."""
        low, high = self.range
        return [((value - low) / (high - low), text) for value, text in sorted(self.ticks_now())]

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self._font)
        painter.setPen(flat_pen(self._theme.track, self._theme.least_line))
        painter.drawLines(self._tick_lines())
        painter.setPen(QColor(self._theme.ink_soft))
        sides = {"left": Align.AlignRight, "right": Align.AlignLeft}
        align = sides.get(self.orientation, Align.AlignHCenter)
        for room, text in self.placed_words():
            painter.drawText(room, align | Align.AlignVCenter, text)
        if self._is_level:
            self._write_below(painter)
        else:
            self._write_beside(painter)

    def _tick_lines(self) -> list[QLineF]:
        long = 0.25 * QFontMetricsF(self._font).height()
        if not self._words.has_tick_lines:
            return []
        if self._is_level:
            start, end = (0, long) if self.orientation == "bottom" else (-long, 0)
            base = 0 if self.orientation == "bottom" else self.height()
            places = [at * self.width() for at, _ in self._shares()]
            return [QLineF(x, base + start, x, base + end) for x in places]
        base = self.width() - long if self.orientation == "left" else 0
        places = [self.height() * (1 - at) for at, _ in self._shares()]
        return [QLineF(base, y, base + long, y) for y in places]

    def _write_below(self, painter: QPainter) -> None:
        """Write the name of the axis, and what its ends mean."""
        high = QFontMetricsF(self._font).height()
        room = QRectF(0, self.height() - 1.2 * high, self.width(), 1.2 * high)
        low_end, high_end = self._words.ends
        painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, low_end)
        painter.drawText(room, Align.AlignRight | Align.AlignVCenter, high_end)
        painter.setPen(QColor(self._words.colour))
        painter.drawText(room, Align.AlignCenter, self._words.name)

    def name_lines(self, height: float) -> tuple[str, ...]:
        """Return the name in as many lines as an axis of a height asks for."""
        return lines_of(self._font, self._words.name, height + 2 * self._beyond, most=NAME_LINES)

    def _write_beside(self, painter: QPainter) -> None:
        """Write the name upwards, at the middle of the axis."""
        high, long = QFontMetricsF(self._font).height(), self.height() + 2 * self._beyond
        painter.setPen(QColor(self._words.colour))
        painter.translate(0.2 * high, self.height() / 2)
        painter.rotate(-90)
        for number, name in enumerate(self.name_lines(self.height())):
            room = QRectF(-long / 2, number * high, long, 1.2 * high)
            painter.drawText(room, Align.AlignCenter, name)


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What a sign means: its words in a colour, and how a sample of it is drawn.

    ``paint`` is given a painter, whose state need not be restored, and the sample's rectangle. An
    entry that is not shown keeps its room. ``brief`` are words for where there is little room, if
    there are any.
    """

    words: str
    colour: str
    paint: Callable[[QPainter, QRectF], None]
    is_shown: bool = True
    brief: str = ""


class Key(pg.GraphicsWidget):
    """What the signs of a plot mean: above it, in rows as many as its width asks for, or beside it.

    Where its rows would take too much of the height, it has brief words, and stands where it
    leaves the larger picture. pyqtgraph's legend takes words for markup and has samples of one
    size.
    """

    SAMPLE, BRIEF_SAMPLE, GAP, STEP, ABOVE = 2.4, 1.6, 1.2, 1.2, 0.35
    """In lines: a sample's width, where words are brief too, the gap after words, from row to row,
    and above the axes."""

    MOST = 0.22
    """The share of the height that it takes with whole words at most."""

    SHAPE = 2.0
    """How many times as wide as high axes are at their best."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[KeyEntry, ...] = ()
        self._font = QFont()
        self._above, self._across = self.ABOVE, 0.0
        self.is_brief = self.is_beside = False

    def show_entries(
        self, entries: tuple[KeyEntry, ...], font: QFont, *, above: float = ABOVE
    ) -> None:
        """Take entries, and how many lines of room there are between them and the axes."""
        self._entries, self._font, self._above = entries, font, above
        self.update()

    def fit(self, width: float, height: float, corner: float = 0.0) -> QSizeF:
        """Choose words and place for a room that is shared with the axes.

        Parameters
        ----------
        width, height
            Of the room for the axes and the key.
        corner
            How much of the width above the axes is taken by others.

        Returns
        -------
        QSizeF
            What it takes: the height above the axes, and the width beside them.
        """
        line, self._across = QFontMetricsF(self._font).height(), width - corner
        self.is_brief = self.is_beside = False
        whole = self._height(line)
        if whole <= self.MOST * height or not self._entries:
            return QSizeF(0, whole)
        self.is_brief = True
        above, least = self._height(line), max(0.5, self._above) * line
        widest = max(self._needed(entry) for entry in self._entries) + self.GAP * line
        rooms = (QSizeF(width, height - above), QSizeF(width - widest, height - least))
        scales = [min(room.width() / self.SHAPE, room.height()) for room in rooms]
        has_height = self.STEP * (len(self._entries) + 1) * line <= height
        self.is_beside = has_height and scales[1] > scales[0]
        return QSizeF(widest, least) if self.is_beside else QSizeF(0, above)

    def places(self, width: float) -> list[tuple[int, float]]:
        """Return each entry's row, and its left end in pixels, in rows no wider than a width."""
        if self.is_beside:
            gap = self.GAP * QFontMetricsF(self._font).height()
            return [(row, gap) for row in range(len(self._entries))]
        line, row, left = QFontMetricsF(self._font).height(), 0, 0.0
        found: list[tuple[int, float]] = []
        for entry in self._entries:
            needed = self._needed(entry)
            if left > 0 and left + needed > width:
                row, left = row + 1, 0.0
            found.append((row, left))
            left += needed + self.GAP * line
        return found

    @property
    def sample(self) -> float:
        """How many lines wide a sample is, with the gap after it."""
        return self.BRIEF_SAMPLE if self.is_brief else self.SAMPLE

    def words_of(self, entry: KeyEntry) -> str:
        """Return the words of an entry: whole ones, or those for little room."""
        return entry.brief if self.is_brief and entry.brief else entry.words

    def _needed(self, entry: KeyEntry) -> float:
        """Return how wide an entry is."""
        metrics = QFontMetricsF(self._font)
        wide = metrics.horizontalAdvance(self.words_of(entry))
        return self.sample * metrics.height() + wide + 2

    def _height(self, line: float) -> float:
        """Return how high the rows above the axes are, at least half a line."""
        rows = 1 + max((row for row, _ in self.places(self._across)), default=-1)
        return max(0.5, self.STEP * rows + self._above) * line

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.width(), self.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        line, places = QFontMetricsF(self._font).height(), self.places(self._across)
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = places[-1][0] if places else 0
        # Beside the axes it begins at the top, above them it ends at the bottom.
        rows = 1.0 + last if not self.is_beside else self.height() / (self.STEP * line)
        for entry, (row, left) in zip(self._entries, places, strict=True):
            if not entry.is_shown:
                continue
            above = 0.0 if self.is_beside else self._above
            middle = self.height() - (above + 0.5 + self.STEP * (rows - 1 - row)) * line
            painter.save()
            wide = (self.sample - 0.4) * line
            entry.paint(painter, QRectF(left, middle - 0.3 * line, wide, 0.6 * line))
            painter.restore()
            painter.setPen(QColor(entry.colour))
            start = left + self.sample * line
            room = QRectF(start, middle - line / 2, left + self._needed(entry) - start, line)
            painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, self.words_of(entry))


@dataclass(frozen=True, slots=True)
class PlotWords:
    """All that stands around a plot: the words of its axes, and the key.

    ``above`` is how many lines of room there are between the key and the axes; ``over`` and
    ``far`` are further words along the upper edge, and along the right one.
    """

    below: AxisWords
    beside: AxisWords
    key: tuple[KeyEntry, ...] = ()
    above: float = Key.ABOVE
    over: Ticks = ()
    far: Ticks = ()
