"""Measures of a font that remember what they measured, and lines that are laid out once.

To measure and to lay out the same words anew at each repaint takes longer than to draw them.
"""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEngine, QPainter, QStaticText, QTransform

Align = Qt.AlignmentFlag

WRAPPED = Qt.TextFlag.TextWordWrap | Align.AlignLeft | Align.AlignTop

ANY_HEIGHT = 100_000.0
"""Higher than any paragraph, in pixels."""

MOST_WORDS = 2048
"""How many texts a font remembers."""


class PlainLine(QStaticText):
    """Words laid out once, and never taken for markup."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)


class Measured(QFontMetricsF):
    """Measures of a font, by which its lines are drawn as well."""

    def __init__(self, font: QFont) -> None:
        super().__init__(font)
        self._font, self._high = font, self.height()
        kept = lru_cache(maxsize=MOST_WORDS)
        self._width, self._line, self._tall = (
            kept(self._advance),
            kept(self._laid),
            kept(self._fill),
        )

    def width_of(self, words: str) -> float:
        """Return how wide a line of words is."""
        return self._width(words)

    def fitting(self, width: float, words: str, brief: str) -> str:
        """Return the words if there is room for them, else the brief ones, if need be cut."""
        if self.width_of(words) <= width:
            return words
        return self.elidedText(brief, Qt.TextElideMode.ElideRight, width)

    def paragraph_height(self, words: str, width: float) -> float:
        """Return how high words are that Qt wraps at a width; 0 for none."""
        return self._tall(words, width) if words else 0.0

    def draw(self, painter: QPainter, rect: QRectF, align: Align, words: str) -> None:
        """Write one line in the painter's colour; nothing is cut."""
        painter.setFont(self._font)
        # Files keep words as words; and Qt leaves the line under them out of what it keeps.
        is_screen = painter.paintEngine().type() == QPaintEngine.Type.Raster
        if not is_screen or self._font.underline():
            painter.drawText(rect, align, words)
            return
        x, y = rect.left(), rect.top()
        if not align & Align.AlignLeft:
            free = rect.width() - self.width_of(words)
            x += free if align & Align.AlignRight else free / 2
        if not align & Align.AlignTop:
            free = rect.height() - self._high
            y += free if align & Align.AlignBottom else free / 2
        painter.drawStaticText(QPointF(x, y), self._line(words))

    def _advance(self, words: str) -> float:
        return self.horizontalAdvance(words)

    def _laid(self, words: str) -> QStaticText:
        line = PlainLine(words)
        line.prepare(QTransform(), self._font)
        return line

    def _fill(self, words: str, width: float) -> float:
        space = QRectF(0, 0, max(width, 1.0), ANY_HEIGHT)
        return self.boundingRect(space, WRAPPED, words).height()
