"""Boards side by side: where each lies, and how the whole picture is drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from explorer.figures.boards import BoardsFigure
from explorer.ui.plots.board_layout import TALLEST_ROW, BoardLayout
from explorer.ui.plots.board_painting import paint_board
from explorer.ui.plots.strokes import fitting, small_font
from explorer.ui.theme import Theme

Align = Qt.AlignmentFlag
NAMES_AT_MOST = 0.33


@dataclass(frozen=True, slots=True)
class BoardsLayout:
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
            (number for number, board in enumerate(self.boards) if board.room.left() <= x),
            default=0,
        )


def boards_layout(figure: BoardsFigure, room: QRectF, font: QFont) -> BoardsLayout:
    """Return the layout of boards in a rectangle with a font."""
    metrics, small = QFontMetricsF(font), small_font(font)
    line, band = metrics.height(), QFontMetricsF(small).height() + 0.35 * metrics.height()
    lanes = figure.boards[0].lanes
    widest = max((metrics.horizontalAdvance(lane.short) for lane in lanes), default=0.0)
    pad = 0.5 * line
    names = min(1.06 * widest + 2 * pad, NAMES_AT_MOST * room.width())
    head = 1.25 * line
    hint = band if figure.hint else 0.0
    height = (room.height() - head - 2 * band - hint) / max(1, len(lanes))
    height = max(1.0, min(height, TALLEST_ROW * line))
    top = room.top() + head + band
    share = (room.width() - names) / len(figure.boards)
    boards: list[BoardLayout] = []
    for number in range(len(figure.boards)):
        left = room.left() + names + number * share
        boards.append(
            BoardLayout(
                room=QRectF(left, room.top() + head, share, room.height() - head - hint),
                font=font,
                small=small,
                line=line,
                maximum=figure.maximum,
                x_start=left + 0.5 * pad,
                x_end=left + share - 1.2 * pad,
                top=top,
                row_height=height,
                count=len(lanes),
                axis_top=room.top() + head,
                has_names=False,
            )
        )
    return BoardsLayout(
        names=QRectF(room.left(), top, names, len(lanes) * height),
        boards=tuple(boards),
        heads=tuple(
            QRectF(board.x_start, room.top(), board.x_end - board.x_start, head) for board in boards
        ),
        hint=QRectF(room.left() + pad, room.bottom() - hint, room.width() - 2 * pad, hint),
    )


def paint_boards(
    painter: QPainter, layout: BoardsLayout, figure: BoardsFigure, theme: Theme
) -> None:
    """Draw all boards with their names."""
    paint_boards_frame(painter, layout, figure, theme)
    for place, board in zip(layout.boards, figure.boards, strict=True):
        paint_board(painter, place, board, theme)


def paint_boards_frame(
    painter: QPainter, layout: BoardsLayout, figure: BoardsFigure, theme: Theme
) -> None:
    """Draw what stands around the boards: the rows' names, the boards' names, the hint."""
    first = layout.boards[0]
    metrics = QFontMetricsF(first.font)
    pad = 0.5 * first.line
    painter.setFont(first.font)
    for place, lane in enumerate(figure.boards[0].lanes):
        room = first.row(place)
        room.setLeft(layout.names.left())
        room.setRight(layout.names.right())
        if lane.is_selected:
            painter.fillRect(room, QColor(theme.selection))
        painter.setPen(QColor(theme.ink))
        room.adjust(pad, 0, -pad, 0)
        words = fitting(metrics, room.width(), lane.short, lane.short)
        painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, words)
    bold = QFont(first.font)
    bold.setBold(True)
    painter.setFont(bold)
    for head, name in zip(layout.heads, figure.names, strict=True):
        words = fitting(QFontMetricsF(bold), head.width(), name, name)
        painter.drawText(head, Align.AlignLeft | Align.AlignVCenter, words)
    if figure.hint:
        painter.setFont(first.small)
        painter.setPen(QColor(theme.ink_soft))
        words = fitting(QFontMetricsF(first.small), layout.hint.width(), figure.hint, figure.hint)
        painter.drawText(layout.hint, Align.AlignLeft | Align.AlignVCenter, words)
