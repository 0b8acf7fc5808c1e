"""Where the red lines of both sides and the bridges between them lie in a rectangle."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from explorer.figures.blocked import BlockedFigure, BlockedLine
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.pen import Paragraph, TextStyle, paragraphs_height, text_style
from explorer.ui.pictures.rows.row_places import stacked_rows
from explorer.ui.pictures.rows.rows_layout import RowsLayout

COLUMN = 0.38
"""Which share of the width the lines of one side take; what is left lies between the sides."""

BRIDGE_START = 0.14
"""Where bridges begin, as a share of the width; they end as far from the other edge."""

HEADING = 1.5
"""How many lines of text the heading over the bridges is high."""

MOST_GROWTH = 1.5
"""How many times their least height rows grow at most where there is more room."""


@dataclass(frozen=True, slots=True)
class BlockedLayout(RowsLayout):
    """Places in pixels: the names of both sides, a row for each pair of lines and each bridge.

    ``lines`` is how many of the rows hold lines; the first row below them begins with a heading.
    """

    theme: Theme
    heads: tuple[QRectF, QRectF]
    lines: int

    def cell(self, row: int, side: int, *, is_shared: bool = False) -> QRectF:
        """Return the card of a line: on the left (0), on the right (1), or across both."""
        place, gap = self.row(row), 0.25 * self.text.line
        place.adjust(gap, gap, -gap, -gap)
        if is_shared:
            return place
        width = COLUMN * self.rect.width() - gap
        left = place.left() if side == 0 else place.right() - width
        return QRectF(left, place.top(), width, place.height())

    def bridge(self, row: int) -> QRectF:
        """Return the place of a move, without the heading over the first one."""
        place, gap = self.row(row), 0.25 * self.text.line
        if row == self.lines:
            place.setTop(place.top() + HEADING * self.text.line)
        inset = BRIDGE_START * self.rect.width()
        return place.adjusted(inset, gap, -inset, -gap)

    def heading(self) -> QRectF:
        """Return the place of the heading over the bridges; there have to be such rows."""
        place = self.row(self.lines)
        place.setHeight(HEADING * self.text.line)
        return place.adjusted(0.5 * self.text.line, 0, -0.5 * self.text.line, 0)


def blocked_layout(figure: BlockedFigure, rect: QRectF, font: QFont, theme: Theme) -> BlockedLayout:
    """Return where everything lies; what has no room is scrolled to.

    ``figure``, ``rect``, ``font``: What is drawn, where in pixels, and in which font.
    """
    text = text_style(font)
    head, pad = 1.4 * text.line, 0.5 * text.line
    side = COLUMN * rect.width() - pad
    heads = (
        QRectF(rect.left() + pad, rect.top(), side, head),
        QRectF(rect.right() - pad - side, rect.top(), side, head),
    )
    heights = [*_line_heights(figure, rect.width(), text, theme)]
    heights += _bridge_heights(figure, rect.width(), text, theme)
    free = max(rect.height() - head, 1.0)
    grown = min(max(1.0, free / max(sum(heights), 1.0)), MOST_GROWTH)
    rows = stacked_rows(rect.top() + head, free, [grown * height for height in heights])
    return BlockedLayout(rect, text, rows, QRectF(), theme, heads, len(figure.rows))


def joined_lines(figure: BlockedFigure) -> frozenset[str]:
    """Return the lines of which a join tells what they do, by id."""
    return frozenset(line for join in figure.joins for line in (join.first, join.second))


def line_words(
    figure: BlockedFigure, line: BlockedLine, text: TextStyle, colour: str, theme: Theme
) -> list[Paragraph]:
    """Return what is written on the card of a line; its name is in a colour."""
    words = [
        Paragraph(line.name, text.bold, colour),
        Paragraph(line.value, text.font, theme.ink),
    ]
    if line.remark and line.control_id not in joined_lines(figure):
        words.append(Paragraph(line.remark, text.small, theme.ink_soft))
    return words


def bridge_words(figure: BlockedFigure, row: int, text: TextStyle, theme: Theme) -> list[Paragraph]:
    """Return what is written on a bridge, or that there is none."""
    move = figure.move_at(row)
    if move is None:
        return [Paragraph(figure.row_words(row), text.font, theme.ink)]
    return [
        Paragraph(move.title, text.bold, theme.zone_text),
        Paragraph(move.detail, text.small, theme.ink_soft),
    ]


def words_room(card: QRectF, text: TextStyle) -> QRectF:
    """Return the part of a card on which words stand."""
    pad = 0.6 * text.line
    return card.adjusted(pad, 0.3 * text.line, -pad, -0.3 * text.line)


def _line_heights(
    figure: BlockedFigure, width: float, text: TextStyle, theme: Theme
) -> list[float]:
    card = words_room(QRectF(0, 0, COLUMN * width - 0.25 * text.line, 0), text).width()
    wide = words_room(QRectF(0, 0, width - 0.5 * text.line, 0), text).width()
    around = 1.2 * text.line
    return [
        around
        + max(
            paragraphs_height(
                text,
                line_words(figure, line, text, theme.ink, theme),
                wide if row.is_shared else card,
            )
            for line in row.lines
        )
        for row in figure.rows
    ]


def _bridge_heights(
    figure: BlockedFigure, width: float, text: TextStyle, theme: Theme
) -> list[float]:
    deck = words_room(QRectF(0, 0, (1 - 2 * BRIDGE_START) * width, 0), text).width()
    first = len(figure.rows)
    return [
        (HEADING if row == first else 0.0) * text.line
        + 1.4 * text.line
        + paragraphs_height(text, bridge_words(figure, row, text, theme), deck)
        for row in range(first, figure.count)
    ]
