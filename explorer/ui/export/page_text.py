"""Words on a page: wrapped, long names broken anywhere, cut with dots where there are too many."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QTextOption

TALLEST = 100_000
"""Pixels that are more than any words need."""


def words_height(words: str, font: QFont, width: float) -> float:
    """Return how many pixels wrapped words are high."""
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setFont(font)
    bounds = painter.boundingRect(QRectF(0, 0, width, TALLEST), words, _wrapping())
    painter.end()
    return bounds.height() + 1


def fitted(words: str, font: QFont, width: float, most: float) -> str:
    """Return words that are at most so many pixels high: all of them, or the first and dots.

    Parameters
    ----------
    width
        Pixels that a line may be wide.
    most
        Pixels that all lines may be high; one line stands in any case.
    """
    limit = max(most, QFontMetricsF(font).height() + 1)
    if words_height(words, font, width) <= limit:
        return words
    fits, too_long = 0, len(words)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if words_height(f"{words[:middle]}…", font, width) <= limit:
            fits = middle
        else:
            too_long = middle
    return f"{words[:fits].rstrip()}…"


def write_words(painter: QPainter, room: QRectF, words: str, font: QFont, colour: str) -> None:
    """Write wrapped words into a rectangle."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(room, words, _wrapping())


def _wrapping() -> QTextOption:
    option = QTextOption()
    # Inside a word only where it alone is longer than the line.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
