"""What the pictures of a study have in common: drawn once, pointed at, read part by part."""

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.figures.table import Table, table_lines
from explorer.model.result import Counts, Flags
from explorer.model.wording import tr
from explorer.ui.pictures.kept_picture import KeptPicture
from explorer.ui.pictures.pen import Pen, text_style
from explorer.ui.pictures.picture_plot import PicturePlot
from explorer.ui.pictures.rows.stepping import stepped

Key = Qt.Key
_STEPS = {
    Key.Key_Up: -1,
    Key.Key_Left: -1,
    Key.Key_Down: 1,
    Key.Key_Right: 1,
    Key.Key_PageUp: -5,
    Key.Key_PageDown: 5,
}

LIKED, LEAST = QSize(44, 24), QSize(24, 14)
"""How large such a picture would like to be and is at least, in heights of a line."""

NO_ROW = -1


class StudyFigure(Protocol):
    """What every figure of a study has."""

    @property
    def title(self) -> str:
        """The heading."""
        ...

    @property
    def sentence(self) -> str:
        """What the picture says now."""
        ...

    @property
    def table(self) -> Table:
        """The same numbers as words; each of its rows is a part to be read."""
        ...


class StudyRowsFigure(StudyFigure, Protocol):
    """What every figure has in which rows of a study are drawn one by one."""

    @property
    def rows(self) -> Counts:
        """The numbers of the rows drawn, from 0, (n)."""
        ...

    @property
    def holds(self) -> Flags:
        """In which of them the outcome holds, (n)."""
        ...

    @property
    def legend(self) -> tuple[str, str]:
        """What the rows are called in which it holds, and the others."""
        ...


Shown = TypeVar("Shown", bound=StudyFigure)
"""The kind of figure that a picture shows."""

ShownRows = TypeVar("ShownRows", bound=StudyRowsFigure)


class StudyPlot(PicturePlot[Shown], Generic[Shown]):
    """A picture of many rows; arrows read it part by part, Home and End the first and last one.

    ``study_row_chosen(int)``: The hand opened a row of the study, by its number from 0.
    """

    study_row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Shown | None = None
        self._lines: tuple[str, ...] = ()
        self._cursor: int | None = None
        self._near = NO_ROW
        self._kept = KeptPicture()
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paint_figure(self, pen: Pen, rect: QRectF, figure: Shown) -> None:
        """Draw the figure into a rectangle; the ground is already there."""
        raise NotImplementedError

    def part_place(self, figure: Shown, rect: QRectF, part: int) -> QRectF:
        """Return where a part lies that the table tells of in one row."""
        raise NotImplementedError

    def row_near(self, figure: Shown, rect: QRectF, point: QPointF) -> int:
        """Return which of the rows drawn lies under a point, by its place; -1 for none."""
        del figure, rect, point
        return NO_ROW

    def row_number(self, figure: Shown, near: int) -> int:
        """Return the number in the study of a row that is drawn."""
        del figure
        return near

    def paint_near(self, pen: Pen, rect: QRectF, figure: Shown, near: int) -> None:
        """Draw the row under the pointer so that it stands out; nothing here."""

    def words_at(self, figure: Shown, rect: QRectF, point: QPointF, near: int) -> str:
        """Return what lies under a point in words; "" for nothing."""
        raise NotImplementedError

    def show_figure(self, figure: Shown) -> None:
        """Show a figure; emits nothing."""
        self._figure, self._lines = figure, table_lines(figure.table)
        self._cursor, self._near = None, NO_ROW
        self.describe(figure.title, figure.sentence)
        self.update()

    def readable_rows(self) -> int:
        return len(self._lines)

    def readable_row(self, row: int) -> tuple[str, QRect, bool]:
        figure = self._figure
        if figure is None or row >= len(self._lines):
            return "", QRect(), False
        place = self.part_place(figure, QRectF(self.rect()), row).toRect()
        return self._lines[row], place, row == self._cursor

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        if self._figure is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_figure(self._pen(painter), room, self._figure)

    def _pen(self, painter: QPainter) -> Pen:
        return Pen(painter, self._theme, text_style(self.font()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, figure, rect = QPainter(self), self._figure, QRectF(self.rect())
        painter.fillRect(rect, QColor(self._theme.ground))
        if figure is not None:
            self._kept.draw(
                painter,
                rect.size(),
                key=(figure, self._theme, self.font().toString()),
                paint=lambda other: self.paint_figure(self._pen(other), rect, figure),
            )
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = self._pen(painter)
            if self._near != NO_ROW:
                self.paint_near(pen, rect, figure, self._near)
            self._paint_cursor(pen, rect, figure)
        self.wash(painter, rect)
        painter.end()

    def _paint_cursor(self, pen: Pen, rect: QRectF, figure: Shown) -> None:
        if self.hasFocus() and self._cursor is not None:
            pen.stroke(self._theme.focus, 1.5)
            pen.outline(self.part_place(figure, rect, self._cursor).adjusted(1, 1, -1, -1))

    def sizeHint(self) -> QSize:
        return LIKED * self.fontMetrics().height()

    def minimumSizeHint(self) -> QSize:
        return LEAST * self.fontMetrics().height()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        figure, rect, point = self._figure, QRectF(self.rect()), event.position()
        if figure is None:
            return
        near = self.row_near(figure, rect, point)
        if near != self._near:
            self._near = near
            self.update()
        self.tell(self.words_at(figure, rect, point, near))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        figure = self._figure
        if figure is None:
            return
        near = self.row_near(figure, QRectF(self.rect()), event.position())
        if near != NO_ROW:
            self.study_row_chosen.emit(self.row_number(figure, near))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = Key(event.key()), len(self._lines)
        if count and key in _STEPS:
            self._go_to(stepped(self._cursor, _STEPS[key], count))
        elif count and key in (Key.Key_Home, Key.Key_End):
            self._go_to(0 if key == Key.Key_Home else count - 1)
        else:
            super().keyPressEvent(event)

    def _go_to(self, part: int | None) -> None:
        figure = self._figure
        if part is None or figure is None:
            return
        self._cursor = part
        self.update()
        place = self.part_place(figure, QRectF(self.rect()), part)
        self.tell_at(self._lines[part], place.center().toPoint())


class StudyRowsPlot(StudyPlot[ShownRows], Generic[ShownRows]):
    """A picture in which rows are drawn one by one: each is told under the pointer, and opened."""

    def row_number(self, figure: ShownRows, near: int) -> int:
        return int(figure.rows[near])

    def words_at(self, figure: ShownRows, rect: QRectF, point: QPointF, near: int) -> str:
        if near == NO_ROW:
            return ""
        outcome = figure.legend[0 if figure.holds[near] else 1]
        return tr(
            "Row {n:,}. {outcome}. A double click opens it.",
            n=self.row_number(figure, near) + 1,
            outcome=outcome,
        )
