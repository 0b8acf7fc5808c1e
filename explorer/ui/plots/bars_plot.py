"""Bars as a widget: draws them, scrolls what has no room, follows hand and keyboard."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QWidget

from explorer.figures.bars import Bar, BarsFigure
from explorer.ui.plots.bars_layout import (
    BarRow,
    BarsLayout,
    bars_layout,
    paper_layout,
    smallest_bars,
)
from explorer.ui.plots.bars_painting import paint_bars, paint_omission
from explorer.ui.plots.laid_out_plot import LaidOutPlot
from explorer.ui.plots.stepping import stepped

Key = Qt.Key
_STEPS = {Key.Key_Up: -1, Key.Key_Down: 1, Key.Key_PageUp: -5, Key.Key_PageDown: 5}


class BarsPlot(LaidOutPlot[BarsFigure, BarsLayout]):
    """Named numbers as bars in groups; where there are more than fit, they scroll.

    Up, Down, Page up, Page down, Home and End move a cursor from bar to bar, Enter or a click
    chooses what the bar stands for.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: BarsFigure | None = None
        self._cursor = ""
        self._scroll = QScrollBar(Qt.Orientation.Vertical, self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.valueChanged.connect(self._show_scrolled)
        self._scroll.hide()
        self.setMouseTracking(True)
        # Nothing behind it needs to be painted.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_figure(self, figure: BarsFigure) -> None:
        """Show bars; emits nothing."""
        previous, self._figure = self._figure, figure
        if figure != previous:
            self._layout = None
        if previous is None or len(previous.groups) != len(figure.groups):
            self.updateGeometry()
        self.describe(figure.title, figure.sentence)
        self.update()

    def _laid_out(self, figure: BarsFigure) -> BarsLayout:
        if self._layout is None:
            room = QRectF(self.rect())
            layout = bars_layout(figure, room, self.font())
            if layout.excess > 0:
                room.setWidth(room.width() - self._scroll.sizeHint().width())
                layout = bars_layout(figure, room, self.font())
            self._layout = layout
            self._place_scroll(layout)
        return self._layout

    def _place_scroll(self, layout: BarsLayout) -> None:
        self._scroll.blockSignals(True)
        self._scroll.setRange(0, round(layout.excess))
        self._scroll.setPageStep(round(layout.rows_room.height()))
        self._scroll.setSingleStep(round(1.5 * layout.line))
        self._scroll.blockSignals(False)
        width, room = self._scroll.sizeHint().width(), layout.rows_room
        self._scroll.setGeometry(
            self.width() - width, round(room.top()), width, round(room.height())
        )
        self._scroll.setVisible(layout.excess > 0)

    def _show_scrolled(self) -> None:
        self.update()

    def _bars(self) -> list[BarRow]:
        if self._figure is None:
            return []
        return [row for row in self._laid_out(self._figure).rows if row.bar is not None]

    def _under(self, point: QPointF) -> Bar | None:
        if self._figure is None:
            return None
        row = self._laid_out(self._figure).row_at(point.y(), self._scroll.value())
        return None if row is None else row.bar

    def _cursor_place(self, rows: list[BarRow]) -> int | None:
        held = [n for n, row in enumerate(rows) if row.bar and row.bar.id == self._cursor]
        chosen = [n for n, row in enumerate(rows) if row.bar and row.bar.is_selected]
        return next(iter(held + chosen), None)

    def _step(self, key: Key) -> bool:
        """Move the cursor as a key says; return whether the key says so."""
        rows = self._bars()
        if not rows or key not in (*_STEPS, Key.Key_Home, Key.Key_End):
            return False
        if key in (Key.Key_Home, Key.Key_End):
            place = 0 if key == Key.Key_Home else -1
        else:
            place = stepped(self._cursor_place(rows), _STEPS[key], len(rows)) or 0
        self._stand_on(rows[place])
        return True

    def _stand_on(self, row: BarRow) -> None:
        figure, bar = self._figure, row.bar
        if figure is None or bar is None:
            return
        self._cursor = bar.id
        layout, scrolled = self._laid_out(figure), self._scroll.value()
        lowest = round(row.top + row.height - layout.rows_room.height())
        # The heading above the first bar of a group comes into sight with it.
        above = round(row.top - 1.6 * layout.line)
        self._scroll.setValue(max(min(scrolled, max(above, 0)), lowest))
        rect = layout.rect(row, self._scroll.value())
        self.tell_at(bar.detail or bar.name, QPoint(round(layout.x_start), round(rect.bottom())))
        self.update()

    def _choose(self, bar: Bar) -> None:
        if bar.row_id:
            self.row_chosen.emit(bar.row_id)
        if bar.package is not None:
            self.package_chosen.emit(bar.package)
        if bar.control_id:
            self.control_chosen.emit(bar.control_id)

    def _paint_cursor(self, painter: QPainter, layout: BarsLayout) -> None:
        rows = self._bars()
        place = self._cursor_place(rows)
        if not self.hasFocus() or place is None:
            return
        painter.save()
        painter.setClipRect(layout.rows_room)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.focus), 1.5 * self._theme.stroke))
        painter.drawRect(layout.rect(rows[place], self._scroll.value()).adjusted(1, 1, -1, -1))
        painter.restore()

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        if self._figure is not None:
            layout = paper_layout(self._figure, room, self.font())
            paint_bars(painter, layout, self._figure, self._theme)
            paint_omission(painter, layout, self._theme)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(44 * line, 18 * line)

    def minimumSizeHint(self) -> QSize:
        return smallest_bars(self._figure, self.font()).toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.ground))
        if self._figure is not None:
            layout = self._laid_out(self._figure)
            scrolled = float(self._scroll.value())
            paint_bars(painter, layout, self._figure, self._theme, scrolled=scrolled)
            self._paint_cursor(painter, layout)
        self.wash(painter, QRectF(self.rect()))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        bar = self._under(event.position())
        self.tell("" if bar is None else bar.detail or bar.name)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        bar = self._under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and bar is not None:
            self._cursor = bar.id
            self.update()
            self._choose(bar)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._scroll.isVisible():
            self._scroll.setValue(self._scroll.value() - round(event.angleDelta().y() / 2))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if self._step(key):
            return
        rows = self._bars()
        place = self._cursor_place(rows)
        bar = None if place is None else rows[place].bar
        if key in (Key.Key_Return, Key.Key_Enter) and bar is not None:
            self._choose(bar)
        else:
            super().keyPressEvent(event)
