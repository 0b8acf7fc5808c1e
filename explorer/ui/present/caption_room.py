"""How much of what is said has room before a room of people: lines, sentences, sizes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from explorer.model.wording import tr

CAPTION_LINES = 2
"""How many lines of caption have room where no sliders stand below them; else it is one."""

WIDE = 10_000
"""Wider than any line, in pixels."""

SMALLER = 0.9
"""By how much letters shrink until a text has room."""


def with_brief_start(
    sentences: tuple[str, ...], metrics: QFontMetrics, width: int
) -> tuple[str, ...]:
    """Return sentences, or what the first one says before its colon if it is too long."""
    if not sentences:
        return ()
    most = height_of_lines(metrics, CAPTION_LINES)
    start, colon, _ = sentences[0].partition(":")
    if colon and wrapped_height(metrics, sentences[0], width) > most:
        return (tr("{start}.", start=start),)
    return sentences


def height_of_lines(metrics: QFontMetrics, lines: int) -> int:
    """Return how high some lines are, rounded as the text that is held against it."""
    return wrapped_height(metrics, "\n".join(["x"] * lines), WIDE)


def wrapped_height(metrics: QFontMetrics, words: str, width: int) -> int:
    """Return how high words are over as many lines as a width asks for, in pixels."""
    flags = Qt.TextFlag.TextWordWrap.value
    return metrics.boundingRect(0, 0, max(width, 1), 1_000_000, flags, words).height()


def fitting_font(font: QFont, words: str, width: int, height: int, least: int) -> QFont:
    """Return a font in which words have room, as large as the given one at most.

    ``least``: How small it becomes at most, in pixels; smaller words could not be read.
    """
    fitted = QFont(font)
    while fitted.pixelSize() > least:
        if wrapped_height(QFontMetrics(fitted), words, width) <= height:
            break
        fitted.setPixelSize(max(least, int(SMALLER * fitted.pixelSize())))
    return fitted
