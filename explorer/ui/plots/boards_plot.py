"""Boards side by side as a widget: draws them, tells rows, follows the keyboard."""

from PySide6.QtCore import QPoint, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.figures.board import BoardFigure, lane_words
from explorer.figures.boards import BoardsFigure
from explorer.model.wording import tr
from explorer.ui.plots.board_layout import BoardLayout
from explorer.ui.plots.board_painting import paint_board
from explorer.ui.plots.boards_painting import (
    BoardsLayout,
    boards_layout,
    paint_boards,
    paint_boards_frame,
)
from explorer.ui.plots.kept_picture import KeptPicture
from explorer.ui.plots.laid_out_plot import LaidOutPlot
from explorer.ui.plots.stepping import stepped
from explorer.ui.theme import Theme

Key = Qt.Key


class BoardsPlot(LaidOutPlot[BoardsFigure, BoardsLayout]):
    """Several boards with their rows in line; each is kept as pixels until it changes.

    Up and Down choose a row, Left and Right step from board to board and tell the row there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: BoardsFigure | None = None
        self._column = 0
        self._kept: list[KeptPicture] = []
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_figure(self, figure: BoardsFigure) -> None:
        """Show boards; emits nothing."""
        previous, self._figure = self._figure, figure
        if previous is None or _form(previous) != _form(figure):
            self.forget_layout()
        while len(self._kept) < len(figure.boards):
            self._kept.append(KeptPicture(QColor(self._theme.ground)))
        self._column = min(self._column, len(figure.boards) - 1)
        self.describe(figure.title, figure.sentence)
        self.update()

    def _laid_out(self, figure: BoardsFigure) -> BoardsLayout:
        if self._layout is None:
            self._layout = boards_layout(figure, QRectF(self.rect()), self.font())
        return self._layout

    def _row_words(self, figure: BoardsFigure, column: int, place: int) -> str:
        board = figure.boards[column]
        words = lane_words(board, board.lanes[place])
        return tr("{name}. {words}", name=figure.names[column], words=words)

    def _selected_place(self, figure: BoardsFigure) -> int | None:
        lanes = figure.boards[0].lanes
        return next((place for place, lane in enumerate(lanes) if lane.is_selected), None)

    def _step_row(self, figure: BoardsFigure, step: int) -> None:
        lanes = figure.boards[0].lanes
        place = stepped(self._selected_place(figure), step, len(lanes))
        if place is not None:
            self._tell_place(figure, place)
            self.row_chosen.emit(lanes[place].id)

    def _step_board(self, figure: BoardsFigure, step: int) -> None:
        place = self._selected_place(figure)
        self._column = min(max(self._column + step, 0), len(figure.boards) - 1)
        if place is not None:
            self._tell_place(figure, place)
        self.update()

    def _tell_place(self, figure: BoardsFigure, place: int) -> None:
        board = self._laid_out(figure).boards[self._column]
        point = QPoint(round(board.x_start), round(board.row(place).bottom()))
        self.tell_at(self._row_words(figure, self._column, place), point)

    def _paint_kept(self, painter: QPainter, figure: BoardsFigure, layout: BoardsLayout) -> None:
        # A figure that stands still is the same object, which is quick to compare.
        for kept, board, place in zip(self._kept, figure.boards, layout.boards, strict=False):
            room, shown = place.room, _BoardDrawing(place, board, self._theme)
            painter.save()
            painter.translate(room.topLeft())
            kept.draw(painter, QSizeF(room.size()), key=(place, board), paint=shown.paint)
            painter.restore()

    def _paint_cursor(self, painter: QPainter, figure: BoardsFigure, layout: BoardsLayout) -> None:
        place = self._selected_place(figure)
        if self.hasFocus() and place is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.focus), 1.5 * self._theme.stroke))
            painter.drawRect(layout.boards[self._column].row(place).adjusted(1, 1, -1, -1))

    def show_theme(self, theme: Theme) -> None:
        self._kept = [KeptPicture(QColor(theme.ground)) for _ in self._kept]
        super().show_theme(theme)

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        if self._figure is not None:
            layout = boards_layout(self._figure, room, self.font())
            paint_boards(painter, layout, self._figure, self._theme)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(44 * line, 24 * line)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        rows = 8 if self._figure is None else len(self._figure.boards[0].lanes)
        return QSize(32 * line, round((1.2 * rows + 5) * line))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.ground))
        if self._figure is not None:
            layout = self._laid_out(self._figure)
            self._paint_kept(painter, self._figure, layout)
            paint_boards_frame(painter, layout, self._figure, self._theme)
            self._paint_cursor(painter, self._figure, layout)
        self.wash(painter, QRectF(self.rect()))
        painter.end()

    def _place_at(self, event: QMouseEvent) -> tuple[int, int] | None:
        """Return board and row under the pointer, or None."""
        if self._figure is None:
            return None
        layout = self._laid_out(self._figure)
        place = layout.boards[0].row_at(event.position().y())
        return None if place is None else (layout.board_at(event.position().x()), place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._place_at(event)
        if self._figure is not None:
            self.tell("" if found is None else self._row_words(self._figure, *found))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._place_at(event)
        if self._figure is None or found is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._column, place = found
        self.row_chosen.emit(self._figure.boards[0].lanes[place].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure, key = self._figure, Key(event.key())
        if figure is not None and key in (Key.Key_Up, Key.Key_Down):
            self._step_row(figure, 1 if key == Key.Key_Down else -1)
        elif figure is not None and key in (Key.Key_Left, Key.Key_Right):
            self._step_board(figure, 1 if key == Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)


class _BoardDrawing:
    """One board, drawn with the upper left corner of its room at the origin."""

    def __init__(self, layout: BoardLayout, figure: BoardFigure, theme: Theme) -> None:
        self._layout, self._figure, self._theme = layout, figure, theme

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        painter.translate(-self._layout.room.topLeft())
        paint_board(painter, self._layout, self._figure, self._theme)


def _form(figure: BoardsFigure) -> tuple[object, ...]:
    """Return everything of a figure on which its layout depends."""
    names = tuple(lane.short for lane in figure.boards[0].lanes)
    return (names, len(figure.boards), figure.maximum, bool(figure.hint))
