"""The board as a widget: draws it, finds what the hand points at, follows the keyboard."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from explorer.figures.board import BoardFigure, lane_words, mark_words
from explorer.figures.board_lane import BoardLane, BoardMark
from explorer.ui.plots.board_layout import BoardLayout, board_layout, smallest_board
from explorer.ui.plots.board_painting import paint_board, paint_live, paint_still, still_parts
from explorer.ui.plots.kept_picture import KeptPicture
from explorer.ui.plots.laid_out_plot import LaidOutPlot
from explorer.ui.plots.stepping import stepped
from explorer.ui.theme import Theme

Key = Qt.Key


class BoardPlot(LaidOutPlot[BoardFigure, BoardLayout]):
    """The signature picture: both sides' brackets for each commitment, and where they overlap.

    Up and Down choose a row, Left and Right step through the named packages of the row, Enter
    opens the package, or the row where there is none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: BoardFigure | None = None
        self._mark: BoardMark | None = None
        self._back = KeptPicture(QColor(self._theme.ground))
        self.setMouseTracking(True)
        # Nothing behind it needs to be painted.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_figure(self, figure: BoardFigure) -> None:
        """Show a board; emits nothing."""
        previous, self._figure = self._figure, figure
        if previous is None or _form(previous) != _form(figure):
            self.forget_layout()
        self.describe(figure.title, figure.sentence)
        self.update()

    def _laid_out(self, figure: BoardFigure) -> BoardLayout:
        if self._layout is None:
            self._layout = board_layout(figure, QRectF(self.rect()), self.font())
        return self._layout

    def _under(self, point: QPointF) -> tuple[BoardLane | None, BoardMark | None]:
        if self._figure is None:
            return None, None
        layout = self._laid_out(self._figure)
        place = layout.row_at(point.y())
        if place is None:
            return None, None
        lane = self._figure.lanes[place]
        return lane, layout.mark_at(lane, place, point)

    def _selected_place(self, figure: BoardFigure) -> int | None:
        places = [place for place, lane in enumerate(figure.lanes) if lane.is_selected]
        return places[0] if places else None

    def _step_row(self, figure: BoardFigure, step: int) -> None:
        place = stepped(self._selected_place(figure), step, len(figure.lanes))
        if place is None:
            return
        lane = figure.lanes[place]
        self._mark = None
        self._tell_place(figure, place, lane_words(figure, lane))
        self.row_chosen.emit(lane.id)

    def _step_mark(self, figure: BoardFigure, step: int) -> None:
        place = self._selected_place(figure)
        if place is None or not figure.lanes[place].marks:
            return
        marks = sorted(figure.lanes[place].marks, key=_price)
        held = [number for number, mark in enumerate(marks) if mark == self._mark]
        start = held[0] + step if held else (0 if step > 0 else -1)
        self._mark = marks[start % len(marks)]
        self._tell_place(figure, place, mark_words(self._mark))
        self.update()

    def _open(self, figure: BoardFigure) -> None:
        place = self._selected_place(figure)
        if place is None:
            return
        if self._mark is not None and self._mark in figure.lanes[place].marks:
            self.package_chosen.emit(self._mark.package)
        else:
            self.row_chosen.emit(figure.lanes[place].id)

    def _tell_place(self, figure: BoardFigure, place: int, words: str) -> None:
        row = self._laid_out(figure).row(place)
        point = QPoint(round(self._laid_out(figure).x_start), round(row.bottom()))
        self.tell_at(words, point)

    def _paint_back(self, painter: QPainter) -> None:
        if self._figure is not None:
            paint_still(painter, self._laid_out(self._figure), self._figure, self._theme)

    def _paint_cursor(self, painter: QPainter, figure: BoardFigure, layout: BoardLayout) -> None:
        """Draw the keyboard's ring, and a ring around the mark it stands on."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.focus), 1.5 * self._theme.stroke))
        place = self._selected_place(figure)
        if not self.hasFocus() or place is None:
            return
        painter.drawRect(layout.row(place).adjusted(1, 1, -1, -1))
        if self._mark is not None and self._mark in figure.lanes[place].marks:
            reach = 8 * layout.unit
            painter.drawEllipse(layout.middle(place, self._mark.price), reach, reach)

    def show_theme(self, theme: Theme) -> None:
        self._layout = None
        self._back = KeptPicture(QColor(theme.ground))
        super().show_theme(theme)

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        if self._figure is not None:
            layout = board_layout(self._figure, room, self.font())
            paint_board(painter, layout, self._figure, self._theme)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(44 * line, 24 * line)

    def minimumSizeHint(self) -> QSize:
        return smallest_board(self._figure, self.font()).toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = QSizeF(self.size())
        if self._figure is None:
            self._back.draw(painter, size, key=(), paint=self._paint_back)
        else:
            layout = self._laid_out(self._figure)
            key = (layout, still_parts(self._figure))
            self._back.draw(painter, size, key=key, paint=self._paint_back)
            paint_live(painter, layout, self._figure, self._theme)
            self._paint_cursor(painter, self._figure, layout)
        self.wash(painter, QRectF(self.rect()))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        lane, mark = self._under(event.position())
        if self._figure is None or lane is None:
            self.tell("")
        else:
            self.tell(lane_words(self._figure, lane) if mark is None else mark_words(mark))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        lane, mark = self._under(event.position())
        if event.button() != Qt.MouseButton.LeftButton or lane is None:
            return
        self._mark = mark
        self.row_chosen.emit(lane.id)
        if mark is not None:
            self.package_chosen.emit(mark.package)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure, key = self._figure, Key(event.key())
        if figure is None:
            super().keyPressEvent(event)
        elif key in (Key.Key_Up, Key.Key_Down):
            self._step_row(figure, 1 if key == Key.Key_Down else -1)
        elif key in (Key.Key_Left, Key.Key_Right):
            self._step_mark(figure, 1 if key == Key.Key_Right else -1)
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._open(figure)
        else:
            super().keyPressEvent(event)


def _form(figure: BoardFigure) -> tuple[object, ...]:
    """Return everything of a figure on which its layout depends."""
    names = tuple((lane.name, lane.short) for lane in figure.lanes)
    return (names, len(figure.pins), figure.maximum)


def _price(mark: BoardMark) -> float:
    return mark.price
