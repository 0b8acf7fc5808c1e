"""What stands around a plot on pyqtgraph: axes with their words, and the key to its signs."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from explorer.ui.pictures.axes.axes_frame import AxisWords, Ticks

Align = Qt.AlignmentFlag


class Axis(pg.AxisItem):
    """An axis at any side that writes its words so that none lies over another."""

    def __init__(self, side: str) -> None:
        """Make the axis of a side: ``left``, ``bottom``, ``top`` or ``right``."""
        super().__init__(side)
        self.setStyle(autoExpandTextSpace=False)
        self.showLabel(False)
        self._words = AxisWords("", "#000000")
        self._font = QFont()
        self._colours = ("#000000", "#000000")
        self._beyond = 0.0
        self._is_level = side in ("bottom", "top")

    def show_words(
        self, words: AxisWords, font: QFont, *, line: str, ink: str, beyond: float
    ) -> None:
        """Take words, their font and colours, and how far they may reach beyond the axis."""
        self._words, self._font, self._colours = words, font, (line, ink)
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
        line, ink = self._colours
        painter.setPen(QPen(QColor(line), 1))
        painter.drawLines(self._tick_lines())
        painter.setPen(QColor(ink))
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

    def _write_beside(self, painter: QPainter) -> None:
        """Write the name upwards, at the middle of the axis."""
        metrics = QFontMetricsF(self._font)
        high, most = metrics.height(), self.height() + 2 * self._beyond
        name = metrics.elidedText(self._words.name, Qt.TextElideMode.ElideRight, most)
        length = metrics.horizontalAdvance(name) + 4
        painter.setPen(QColor(self._words.colour))
        painter.translate(0.2 * high, self.height() / 2)
        painter.rotate(-90)
        painter.drawText(QRectF(-length / 2, 0, length, 1.2 * high), Align.AlignCenter, name)


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What a sign means: its words in a colour, and how a sample of it is drawn.

    ``paint`` is given a painter, whose state need not be restored, and the sample's rectangle. An
    entry that is not shown keeps its room.
    """

    words: str
    colour: str
    paint: Callable[[QPainter, QRectF], None]
    is_shown: bool = True


class Key(pg.GraphicsWidget):
    """What the signs of a plot mean, in rows above it that are as many as its width asks for.

    pyqtgraph's legend takes words for markup and has samples of one size.
    """

    SAMPLE, GAP, STEP, ABOVE = 2.4, 1.2, 1.2, 0.35
    """In lines: a sample's width, the gap after words, from row to row, and above the axes."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[KeyEntry, ...] = ()
        self._font = QFont()
        self._above, self._across = self.ABOVE, 0.0

    def show_entries(
        self, entries: tuple[KeyEntry, ...], font: QFont, *, above: float = ABOVE
    ) -> None:
        """Take entries, and how many lines of room there are between them and the axes."""
        self._entries, self._font, self._above = entries, font, above
        self.update()

    def fit(self, width: float) -> None:
        """Fill rows of a width, and take as much height as they need, at least half a line."""
        self._across = width
        places = self.places(width)
        line = QFontMetricsF(self._font).height()
        rows = 1 + max((row for row, _ in places), default=-1)
        height = max(0.5, self.STEP * rows + self._above) * line
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)

    def places(self, width: float) -> list[tuple[int, float]]:
        """Return each entry's row, and its left end in pixels, in rows no wider than a width."""
        metrics = QFontMetricsF(self._font)
        line, row, left = metrics.height(), 0, 0.0
        found: list[tuple[int, float]] = []
        for entry in self._entries:
            needed = self.SAMPLE * line + metrics.horizontalAdvance(entry.words) + 2
            if left > 0 and left + needed > width:
                row, left = row + 1, 0.0
            found.append((row, left))
            left += needed + self.GAP * line
        return found

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.width(), self.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        metrics = QFontMetricsF(self._font)
        line, places = metrics.height(), self.places(self._across)
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = places[-1][0] if places else 0
        for entry, (row, left) in zip(self._entries, places, strict=True):
            if not entry.is_shown:
                continue
            middle = self.height() - (self._above + 0.5 + self.STEP * (last - row)) * line
            painter.save()
            entry.paint(painter, QRectF(left, middle - 0.3 * line, 2 * line, 0.6 * line))
            painter.restore()
            painter.setPen(QColor(entry.colour))
            wide = metrics.horizontalAdvance(entry.words) + 2
            room = QRectF(left + self.SAMPLE * line, middle - line / 2, wide, line)
            painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, entry.words)


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
