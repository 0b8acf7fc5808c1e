"""Two boards of different cases: where each lies, with names and an axis of its own."""

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from explorer.figures.two_cases import TwoCasesFigure
from explorer.ui.pictures.board.board_layout import BoardLayout, board_layout
from explorer.ui.pictures.board.side_layout import SideLayout, head_lines
from explorer.ui.pictures.pen import text_style
from explorer.ui.pictures.rows.row_places import NO_WISH, RowWish, equal_rows

GAP = 0.8
"""How wide the gap between both boards is, in heights of a line."""


def two_cases_layout(
    figure: TwoCasesFigure, rect: QRectF, font: QFont, wish: RowWish = NO_WISH
) -> SideLayout:
    """Return the layout of both boards in a rectangle with a font; see ``board_layout``."""
    text = text_style(font)
    gap, pad = GAP * text.line, 0.5 * text.line
    width = (rect.width() - gap) / 2
    lines = head_lines(text, figure.names, width - pad)
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
    return SideLayout(
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


def own_rows(layout: SideLayout, figure: TwoCasesFigure, column: int) -> BoardLayout:
    """Return the layout of one board with the rows that it has, scrolled as the picture is."""
    count = len(figure.boards[column].lanes)
    spans = {row: span for row, span in layout.rows.spans.items() if row < count}
    return replace(layout.boards[column], rows=replace(layout.rows, spans=spans))
