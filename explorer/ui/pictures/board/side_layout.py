"""What boards that stand side by side have in common: their places, and the words around them."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from explorer.figures.boards import BoardsFigure
from explorer.figures.two_cases import TwoCasesFigure
from explorer.ui.pictures.board.board_layout import BoardLayout
from explorer.ui.pictures.pen import Pen, TextStyle
from explorer.ui.pictures.rows.rows_layout import RowsLayout
from explorer.ui.pictures.word_wrap import lines_of

SideFigure = BoardsFigure | TwoCasesFigure

NAME_LINES = 3
"""How many lines the name of a board takes at most."""


@dataclass(frozen=True, slots=True)
class SideLayout(RowsLayout):
    """Places in pixels: a board's layout for each place from the left, rows as high in all.

    ``heads`` are the rooms of the boards' names, ``hint`` that of the line under them.
    """

    boards: tuple[BoardLayout, ...]
    heads: tuple[QRectF, ...]
    hint: QRectF

    def board_at(self, x: float) -> int:
        """Return which board lies at a place, counted from 0; the first left of them all."""
        return max(
            (number for number, board in enumerate(self.boards) if board.rect.left() <= x),
            default=0,
        )


def head_lines(text: TextStyle, names: Iterable[str], width: float) -> int:
    """Return how many lines the names of boards take, each so many pixels wide at most."""
    return max(len(lines_of(text.bold, name, width, most=NAME_LINES)) for name in names)


def paint_heads(pen: Pen, layout: SideLayout, figure: SideFigure) -> None:
    """Write the names over the boards, and the hint under them."""
    for head, name in zip(layout.heads, figure.names, strict=True):
        below = head.adjusted(0, 0.125 * pen.text.line, 0, 0)
        pen.write_lines(below, name, pen.theme.ink, pen.text.bold, NAME_LINES)
    if figure.hint:
        pen.write(layout.hint, figure.hint, pen.theme.ink_soft, pen.text.small)
