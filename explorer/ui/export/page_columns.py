"""Lists on a page: columns of lines under headings, side by side, cut where room ends."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from explorer.model.wording import tr
from explorer.ui.export.page_text import fitted, words_height, write_words
from explorer.ui.look.theme import Theme, set_strong

MOST_HEIGHT = 0.42
"""The share of the room's height that columns take at most; the rest is the picture's."""

MOST_HEADING = 0.4
"""The share of that height that a column's heading takes at most."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and the lines under it."""

    heading: str
    lines: tuple[str, ...]


def paint_columns(
    painter: QPainter, room: QRectF, columns: tuple[Column, ...], font: QFont, theme: Theme
) -> None:
    """Write columns at the bottom of a room and take what they need away from it."""
    if not columns:
        return
    line = QFontMetricsF(font).height()
    share = room.width() / len(columns)
    width = share - line
    limit = MOST_HEIGHT * room.height()
    parts = [_parts(column, font, width, limit) for column in columns]
    height = max(sum(high for _, _, high in part) for part in parts)
    top = room.bottom() - height
    for place, part in enumerate(parts):
        y = top
        for words, face, high in part:
            part_room = QRectF(room.left() + place * share, y, width, high)
            write_words(painter, part_room, words, face, theme.ink)
            y += high
    room.setBottom(top - 0.5 * line)


_Part = tuple[str, QFont, float]


def _parts(column: Column, font: QFont, width: float, limit: float) -> list[_Part]:
    """Return the words of a column with font and height, as many as the limit allows."""
    bold = QFont(font)
    set_strong(bold)
    heading = fitted(column.heading, bold, width, MOST_HEADING * limit)
    parts = [(heading, bold, words_height(heading, bold, width))]
    heights = [words_height(words, font, width) for words in column.lines]
    left = limit - parts[0][2]
    shown = len(heights)
    if sum(heights) > left:
        left -= QFontMetricsF(font).height()
        while shown and sum(heights[:shown]) > left:
            shown -= 1
    parts += [
        (words, font, high)
        for words, high in zip(column.lines[:shown], heights[:shown], strict=True)
    ]
    if shown < len(heights):
        words = tr("and {n} more", n=len(heights) - shown)
        parts.append((words, font, words_height(words, font, width)))
    return parts
