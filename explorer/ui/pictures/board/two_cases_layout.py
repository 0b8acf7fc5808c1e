"""Two boards of different cases: where each lies, with names and an axis of its own."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from explorer.figures.two_cases import TwoCasesFigure
from explorer.ui.pictures.board.board_layout import BoardLayout, board_layout
from explorer.ui.pictures.pen import Pen, text_style
from explorer.ui.pictures.rows.row_places import NO_WISH, RowWish, equal_rows
from explorer.ui.pictures.rows.rows_layout import RowsLayout
from explorer.ui.pictures.word_wrap import lines_of

NAME_LINES = 3
"""How many lines the name of a board takes at most."""

GAP = 0.8
"""How wide the gap between both boards is, in heights of a line."""


@dataclass(frozen=True, slots=True)
class TwoCasesLayout(RowsLayout):
    """Places in pixels: a board for each case, rows as high in both; the shorter one ends before.

    ``heads`` are the rooms of the boards' names, ``hint`` that of the line under them.
    """

    boards: tuple[BoardLayout, BoardLayout]
    heads: tuple[QRectF, QRectF]
    hint: QRectF

    def board_at(self, x: float) -> int:
        """Return which board lies at a place, 0 or 1."""
        return int(x >= self.boards[1].rect.left())


def two_cases_layout(
    figure: TwoCasesFigure, rect: QRectF, font: QFont, wish: RowWish = NO_WISH
) -> TwoCasesLayout:
    """Return the layout of both boards in a rectangle with a font; see ``board_layout``."""
    text = text_style(font)
    gap, pad = GAP * text.line, 0.5 * text.line
    width = (rect.width() - gap) / 2
    lines = max(
        len(lines_of(text.bold, name, width - pad, most=NAME_LINES)) for name in figure.names
    )
    head, hint = (lines + 0.25) * text.line, text.small_line if figure.hint else 0.0
    lefts = (rect.left(), rect.left() + width + gap)
    rooms = [QRectF(left, rect.top() + head, width, rect.height() - head - hint) for left in lefts]
    first, second = (
        board_layout(board, room, font) for board, room in zip(figure.boards, rooms, strict=True)
    )
    below = 1.5 * text.line
    top = first.axis_top + text.small_line + 0.35 * text.line
    rows = equal_rows(
        (top, max(rooms[0].bottom() - below - top, 1.0)), figure.rows, line=text.line, wish=wish
    )
    return TwoCasesLayout(
        rect=rect,
        text=text,
        rows=rows,
        more=QRectF(rect.left() + pad, rows.bottom, width - 2 * pad, below),
        boards=(replace(first, rows=rows), replace(second, rows=rows)),
        heads=(
            QRectF(lefts[0] + pad, rect.top(), width - pad, head),
            QRectF(lefts[1] + pad, rect.top(), width - pad, head),
        ),
        hint=QRectF(rect.left() + pad, rect.bottom() - hint, rect.width() - 2 * pad, hint),
    )


def own_rows(layout: TwoCasesLayout, figure: TwoCasesFigure, column: int) -> BoardLayout:
    """Return the layout of one board with the rows that it has, scrolled as the picture is."""
    count = len(figure.boards[column].lanes)
    spans = {row: span for row, span in layout.rows.spans.items() if row < count}
    return replace(layout.boards[column], rows=replace(layout.rows, spans=spans))


def paint_names(pen: Pen, layout: TwoCasesLayout, figure: TwoCasesFigure) -> None:
    """Write the names over the boards, and the hint under them."""
    for head, name in zip(layout.heads, figure.names, strict=True):
        below = head.adjusted(0, 0.125 * pen.text.line, 0, 0)
        pen.write_lines(below, name, pen.theme.ink, pen.text.bold, NAME_LINES)
    if figure.hint:
        pen.write(layout.hint, figure.hint, pen.theme.ink_soft, pen.text.small)
