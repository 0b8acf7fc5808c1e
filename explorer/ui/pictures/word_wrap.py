"""Words in lines: what fits a width, cut with dots where there are more than may stand."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF


def wrapped_lines(
    metrics: QFontMetricsF, words: str, width: float, *, most: int
) -> tuple[str, ...]:
    """Return words broken into lines.

    Parameters
    ----------
    metrics
        Of the font in which they are drawn.
    words
        A text with blanks between its words.
    width
        Pixels that a line may be wide.
    most
        How many lines may stand; the last one ends in dots if there would be more.
    """
    lines: list[str] = []
    rest = words.split()
    while rest and len(lines) < most:
        taken = 1
        while taken < len(rest) and fits(metrics, " ".join(rest[: taken + 1]), width):
            taken += 1
        lines.append(" ".join(rest[:taken]))
        rest = rest[taken:]
    if rest and lines:
        lines[-1] = " ".join([lines[-1], *rest])
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)


def lines_of(font: QFont, words: str, width: float, *, most: int) -> tuple[str, ...]:
    """Return words broken into lines of a font; see :func:`wrapped_lines`, remembered.

    To break the same words anew at each repaint takes longer than to draw them.
    """
    return _lines(_Same(font), words, width, most)


class FontKey:
    """A font as a key: Qt's fonts have no hash."""

    __slots__ = ("font", "key")

    def __init__(self, font: QFont) -> None:
        self.font, self.key = QFont(font), font.key()

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FontKey) and other.key == self.key


class _Same:
    """A font as a key by which object it is: to write Qt's own key takes long."""

    __slots__ = ("font",)

    def __init__(self, font: QFont) -> None:
        self.font = font

    def __hash__(self) -> int:
        return id(self.font)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.font is self.font


@lru_cache(maxsize=4096)
def _lines(font: _Same, words: str, width: float, most: int) -> tuple[str, ...]:
    return wrapped_lines(QFontMetricsF(font.font), words, width, most=most)


def fits(metrics: QFontMetricsF, words: str, width: float) -> bool:
    """Return whether words fit into one line of a width."""
    return metrics.horizontalAdvance(words) <= width
