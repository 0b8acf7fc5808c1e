"""The meeting outlook as a widget: draws it and tells what the hand points at."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.figures.outlook import OutlookFigure, reason_words, window_words
from explorer.ui.plots.outlook_painting import outlook_layout, paint_outlook
from explorer.ui.plots.picture_plot import WASH, PicturePlot

Key = Qt.Key


class OutlookPlot(PicturePlot[OutlookFigure]):
    """What can be said of a meeting in each window of time, by the stated rules.

    Up and Down go from window to window and read each one whole.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: OutlookFigure | None = None
        self._cursor: int | None = None
        self.setMouseTracking(True)

    def show_figure(self, figure: OutlookFigure) -> None:
        """Show an outlook; emits nothing."""
        self._figure = figure
        self.describe(figure.title, figure.sentence)
        self.update()

    def _words_at(self, figure: OutlookFigure, point: QPointF) -> str:
        layout = outlook_layout(figure, QRectF(self.rect()), self.font())
        for reason, box in zip(figure.reasons, layout.reasons, strict=True):
            if box.contains(point):
                return reason_words(reason)
        for window, row in zip(figure.windows, layout.rows, strict=True):
            if row.contains(point):
                return window_words(window)
        return ""

    def _step(self, figure: OutlookFigure, step: int) -> None:
        last = len(figure.windows) - 1
        if last < 0:
            return
        self._cursor = 0 if self._cursor is None else min(max(self._cursor + step, 0), last)
        row = outlook_layout(figure, QRectF(self.rect()), self.font()).rows[self._cursor]
        point = QPoint(round(row.left()), round(row.bottom()))
        self.tell_at(window_words(figure.windows[self._cursor]), point)
        self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(50 * line, 24 * line)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(36 * line, 19 * line)

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        if self._figure is not None:
            paint_outlook(painter, self._figure, room, font=self.font(), theme=self._theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.ground))
        if self._figure is not None:
            paint_outlook(
                painter,
                self._figure,
                QRectF(self.rect()),
                font=self.font(),
                theme=self._theme,
                cursor=self._cursor if self.hasFocus() else None,
            )
        if self._is_stale:
            painter.setOpacity(WASH)
            painter.fillRect(self.rect(), QColor(self._theme.ground))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._figure is not None:
            self.tell(self._words_at(self._figure, event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if self._figure is not None and key in (Key.Key_Up, Key.Key_Down):
            self._step(self._figure, 1 if key == Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.tell("")
        super().leaveEvent(event)
