"""Boards side by side: where each lies, and how the whole picture is drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from explorer.figures.board import BoardFigure
from explorer.figures.boards import BoardsFigure
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.board.board_layout import BoardLayout
from explorer.ui.pictures.board.board_painting import paint_board
from explorer.ui.pictures.pen import Pen, TextStyle, text_style
from explorer.ui.pictures.rows.row_places import NO_WISH, RowWish, equal_rows
from explorer.ui.pictures.rows.rows_layout import RowsLayout
from explorer.ui.pictures.word_wrap import lines_of

NAMES_AT_MOST = 0.34

NAME_LINES = 3
"""How many lines the name of a board takes at most."""


@dataclass(frozen=True, slots=True)
class BoardsLayout(RowsLayout):
    """Places in pixels: the names' column, and a board's layout for each place from the left.

    Rows are as high and begin as high in all boards. ``heads`` are the rooms of the boards'
    names, ``hint`` that of the line under them.
    """

    names: QRectF
    boards: tuple[BoardLayout, ...]
    heads: tuple[QRectF, ...]
    hint: QRectF

    def board_at(self, x: float) -> int:
        """Return which board lies at a place, counted from 0; the first left of them all."""
        return max(
            (number for number, board in enumerate(self.boards) if board.rect.left() <= x),
            default=0,
        )


def boards_layout(
    figure: BoardsFigure, rect: QRectF, font: QFont, wish: RowWish = NO_WISH
) -> BoardsLayout:
    """Return the layout of boards in a rectangle with a font; see ``board_layout``."""
    text = text_style(font)
    pad, band, head = 0.5 * text.line, text.small_line + 0.35 * text.line, 0.25 * text.line
    lanes = figure.boards[0].lanes
    widest = max((text.metrics.width_of(lane.short) for lane in lanes), default=0.0)
    names = min(1.06 * widest + 2 * pad, NAMES_AT_MOST * rect.width())
    hint = band if figure.hint else 0.0
    share = (rect.width() - names) / len(figure.boards)
    wide = share - 1.7 * pad
    head += text.line * max(len(_name_lines(text, name, wide)) for name in figure.names)
    top, below = rect.top() + head + band, 1.5 * text.line
    rows = equal_rows(
        (top, max(rect.bottom() - hint - below - top, 1.0)),
        len(lanes),
        line=text.line,
        wish=wish,
    )
    lefts = [rect.left() + names + number * share for number in range(len(figure.boards))]
    boards = tuple(
        BoardLayout(
            rect=QRectF(left, rect.top() + head, share, rect.height() - head - hint),
            text=text,
            rows=rows,
            more=QRectF(),
            maximum=figure.maximum,
            x_start=left + 0.5 * pad,
            x_end=left + share - 1.2 * pad,
            axis_top=rect.top() + head,
            has_names=False,
        )
        for left in lefts
    )
    return BoardsLayout(
        rect=rect,
        text=text,
        rows=rows,
        more=QRectF(rect.left() + pad, rows.bottom, names - 2 * pad, below),
        names=QRectF(rect.left(), top, names, rows.bottom - top),
        boards=boards,
        heads=tuple(
            QRectF(board.x_start, rect.top(), board.x_end - board.x_start, head) for board in boards
        ),
        hint=QRectF(rect.left() + pad, rect.bottom() - hint, rect.width() - 2 * pad, hint),
    )


def _name_lines(text: TextStyle, name: str, width: float) -> tuple[str, ...]:
    return lines_of(text.bold, name, width, most=NAME_LINES)


def paint_boards(pen: Pen, layout: BoardsLayout, figure: BoardsFigure) -> None:
    """Draw all boards with their names."""
    paint_boards_frame(pen, layout, figure)
    for place, board in zip(layout.boards, figure.boards, strict=True):
        paint_board(pen, place, board)


def paint_boards_frame(pen: Pen, layout: BoardsLayout, figure: BoardsFigure) -> None:
    """Draw what stands around the boards: the rows' names, the boards' names, the hint."""
    theme, text, pad = pen.theme, pen.text, 0.5 * pen.text.line
    pen.painter.save()
    pen.painter.setClipRect(layout.window())
    for row in layout.rows.seen():
        lane, room = figure.boards[0].lanes[row], layout.row(row)
        room.setRight(layout.names.right())
        if lane.is_selected:
            pen.painter.fillRect(room, QColor(theme.selection))
        pen.write(room.adjusted(pad, 0, -pad, 0), lane.short, theme.ink, text.font)
    pen.painter.restore()
    for head, name in zip(layout.heads, figure.names, strict=True):
        below = head.adjusted(0, 0.125 * text.line, 0, 0)
        pen.write_lines(below, name, theme.ink, text.bold, NAME_LINES)
    if figure.hint:
        pen.write(layout.hint, figure.hint, theme.ink_soft, text.small)


class BoardDrawing:
    """One board, drawn with the upper left corner of its rectangle at the origin."""

    def __init__(self, layout: BoardLayout, figure: BoardFigure, theme: Theme) -> None:
        self._layout, self._figure, self._theme = layout, figure, theme

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        painter.translate(-self._layout.rect.topLeft())
        paint_board(Pen(painter, self._theme, self._layout.text), self._layout, self._figure)
