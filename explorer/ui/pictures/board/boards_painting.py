"""Boards side by side: where each lies, and how the whole picture is drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont

from explorer.figures.boards import BoardsFigure
from explorer.ui.pictures.board.board_layout import BoardLayout
from explorer.ui.pictures.board.side_layout import SideLayout, head_lines, paint_heads
from explorer.ui.pictures.pen import Pen, text_style
from explorer.ui.pictures.rows.row_places import NO_WISH, RowWish, equal_rows

NAMES_AT_MOST = 0.34


@dataclass(frozen=True, slots=True)
class BoardsLayout(SideLayout):
    """Places in pixels: the boards, and ``names``, the column of the rows' names."""

    names: QRectF


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
    head += text.line * head_lines(text, figure.names, wide)
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
    paint_heads(pen, layout, figure)
