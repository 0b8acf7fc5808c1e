"""History as a widget: choosing a year, playing the years, pointing, keyboard."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.figures.history import HistoryFigure
from explorer.figures.history_words import ProposalMark
from explorer.model.package import package_of
from explorer.model.wording import tr
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.history.history_layout import (
    HistoryLayout,
    history_layout,
    smallest_history,
)
from explorer.ui.pictures.history.history_painting import paint_record, paint_year
from explorer.ui.pictures.history.history_pointing import record_words_at, year_readings
from explorer.ui.pictures.history.record_plot import RecordPlot
from explorer.ui.pictures.kept_picture import KeptPicture
from explorer.ui.pictures.rows.laid_out_plot import LaidOutPlot
from explorer.ui.pictures.strokes import flat_pen

Key = Qt.Key
STEPS = {Key.Key_Left: -1, Key.Key_Right: 1}


class HistoryPlot(LaidOutPlot[HistoryFigure, HistoryLayout]):
    """The record year by year, or the check, or the outside tests.

    A click or a drag chooses a year; Left, Right, Home and End do so by keyboard; Space plays
    the years and stops them. Up and Down read what belongs to the year, Enter opens a proposal.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: HistoryFigure | None = None
        self._back = KeptPicture(QColor(self._theme.ground))
        self._is_dragging = False
        self._reading = -1
        self._next: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._play_on)
        self.rows = RecordPlot(self)
        self.rows.pointed.connect(self.pointed)
        self.rows.hide()
        self._play = QPushButton(self)
        self._play.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._play.clicked.connect(self.play_or_stop)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._name_button()

    @property
    def is_playing(self) -> bool:
        """Whether the years follow each other by themselves."""
        return self._next is not None

    @property
    def play_button(self) -> QPushButton:
        """Plays the years and stops them."""
        return self._play

    @property
    def layout_now(self) -> HistoryLayout | None:
        """Where the years and marks lie now; None where no record is shown."""
        figure = self._figure
        if figure is None or figure.record is None:
            return None
        if self._layout is None:
            self._layout = history_layout(figure, figure.record, QRectF(self.rect()), self.font())
        return self._layout

    def show_figure(self, figure: HistoryFigure) -> None:
        """Show history; emits nothing but the end of a play that lost its ground."""
        previous, self._figure = self._figure, figure
        if previous is None or previous.record is not figure.record:
            self._layout = None
        if previous is None or previous.year != figure.year:
            self._reading = -1
        self._play.setVisible(figure.record is not None and figure.show == "indices")
        self._show_rows(figure)
        if self.is_playing and (figure.show != "indices" or figure.is_edited):
            self._stop()
        self.describe(figure.title, figure.sentence)
        self.update()

    def follow_look(self) -> None:
        super().follow_look()
        self._back = KeptPicture(QColor(self._theme.ground))

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.rows.show_theme(theme)

    def show_stale(self, is_stale: bool) -> None:
        self.rows.show_stale(is_stale)
        super().show_stale(is_stale)

    def _show_rows(self, figure: HistoryFigure) -> None:
        """Lay the check, its scores or the tests over the curves where they are shown."""
        has_rows = figure.record is not None and figure.show != "indices"
        policies = Qt.FocusPolicy
        self.setFocusPolicy(policies.NoFocus if has_rows else policies.StrongFocus)
        self.rows.setVisible(has_rows)
        if has_rows:
            self.rows.show_figure(figure)
            if self.hasFocus():
                self.rows.setFocus()

    def play_or_stop(self) -> None:
        """Let the years follow each other from the chosen one, or from the first; or stop."""
        figure = self._figure
        if self.is_playing:
            self._stop()
        elif figure is not None and figure.years and figure.show == "indices":
            at_end = figure.year is None or figure.year >= figure.years[-1]
            self._next = figure.years[0] if at_end else (figure.year or 0) + 1
            self.gesture_began.emit()
            self._name_button()
            self._play_on()

    def _play_on(self) -> None:
        figure, year = self._figure, self._next
        if figure is None or year is None:
            return
        self._next = year + 1
        self._timer.start(figure.milliseconds)
        self.year_chosen.emit(year)
        if year >= figure.years[-1]:
            self._stop()

    def _stop(self) -> None:
        self._timer.stop()
        if self.is_playing:
            self._next = None
            self._name_button()
            self.gesture_ended.emit()

    def _name_button(self) -> None:
        self._play.setText(tr("Stop") if self.is_playing else tr("Play"))
        meaning = tr("Stop the years") if self.is_playing else tr("Play the years")
        self._play.setAccessibleName(meaning)
        self._play.setToolTip(meaning)
        self._place_button()

    def _place_button(self) -> None:
        """Put the button left of the years, in the room under the names of the lanes."""
        pad = round(0.3 * self.fontMetrics().height())
        self._play.adjustSize()
        self._play.move(pad, self.height() - self._play.height() - 1)

    def _paint(self, painter: QPainter, room: QRectF, layout: HistoryLayout | None) -> None:
        figure = self._figure
        if figure is None:
            return
        if layout is not None:
            paint_record(painter, layout, figure, self._theme)
        else:
            painter.setFont(self.font())
            painter.setPen(QColor(self._theme.ink_soft))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, figure.sentence)

    def _paint_back(self, painter: QPainter) -> None:
        self._paint(painter, QRectF(self.rect()), self.layout_now)

    def _words_at(self, point: QPointF) -> str:
        figure, layout = self._figure, self.layout_now
        if figure is None or layout is None:
            return ""
        return record_words_at(figure, layout, point) if figure.show == "indices" else ""

    def _mark_under(self, point: QPointF) -> ProposalMark | None:
        layout = self.layout_now
        return None if layout is None else layout.mark_at(point)

    def _choose(self, year: int) -> None:
        if self._figure is not None and self._figure.show == "indices":
            self.year_chosen.emit(year)

    def _open(self, mark: ProposalMark) -> None:
        if self._figure is not None:
            self.package_chosen.emit(package_of(self._figure.case, mark.proposal.levels))

    def _step_year(self, figure: HistoryFigure, key: Qt.Key) -> None:
        self._stop()
        first, last = figure.years[0], figure.years[-1]
        if key in (Key.Key_Home, Key.Key_End):
            self._choose(first if key == Key.Key_Home else last)
        elif figure.year is None:
            self._choose(first if key == Key.Key_Right else last)
        else:
            self._choose(min(max(figure.year + STEPS[key], first), last))

    def _read(self, figure: HistoryFigure, step: int) -> None:
        """Read one thing after the other of the chosen year, or of the last one."""
        layout = self.layout_now
        if layout is None:
            return
        readings = year_readings(figure, layout)
        start = self._reading + step if self._reading >= 0 else (0 if step > 0 else -1)
        self._reading = start % len(readings)
        reading = readings[self._reading]
        self.tell_at(reading.words, reading.place.toPoint())
        self.update()

    def _open_reading(self, figure: HistoryFigure) -> None:
        layout = self.layout_now
        if layout is None or self._reading < 0:
            return
        mark = year_readings(figure, layout)[self._reading].mark
        if mark is not None:
            self._open(mark)

    def _paint_cursor(self, painter: QPainter) -> None:
        figure, layout = self._figure, self.layout_now
        if not self.hasFocus() or figure is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(flat_pen(self._theme.focus, 1.5 * self._theme.stroke))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        if layout is not None and self._reading >= 0 and figure.show == "indices":
            reach = 0.55 * layout.line
            place = year_readings(figure, layout)[self._reading].place
            painter.drawEllipse(place, reach, reach)

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        figure, layout = self._figure, None
        if figure is not None and figure.record is not None and figure.show != "indices":
            self.rows.paint_on(painter, room)
            return
        if figure is not None and figure.record is not None:
            layout = history_layout(figure, figure.record, room, self.font())
        painter.save()
        self._paint(painter, room, layout)
        if figure is not None and layout is not None and figure.show == "indices":
            paint_year(painter, layout, figure, self._theme)
        painter.restore()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(44 * line, 20 * line)

    def minimumSizeHint(self) -> QSize:
        return smallest_history(self.font()).toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figure, layout = self._figure, self.layout_now
        key: tuple[object, ...] = ()
        if figure is not None:
            key = (figure.record, figure.case, figure.check, figure.show, self.font().toString())
        self._back.draw(painter, QSizeF(self.size()), key=key, paint=self._paint_back)
        if figure is not None and layout is not None and figure.show == "indices":
            paint_year(painter, layout, figure, self._theme)
        self._paint_cursor(painter)
        self.wash(painter, QRectF(self.rect()))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        figure, layout = self._figure, self.layout_now
        is_left = event.button() == Qt.MouseButton.LeftButton
        if not is_left or figure is None or layout is None or figure.show != "indices":
            return
        mark = self._mark_under(event.position())
        if mark is not None:
            self._open(mark)
            return
        self._stop()
        self._is_dragging = True
        self.gesture_began.emit()
        self._choose(layout.year_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        figure, layout = self._figure, self.layout_now
        if self._is_dragging and figure is not None and layout is not None:
            year = layout.year_at(event.position().x())
            if year != figure.year:
                self._choose(year)
            return
        self.tell(self._words_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_dragging and event.button() == Qt.MouseButton.LeftButton:
            self._is_dragging = False
            self.gesture_ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure, key = self._figure, Key(event.key())
        if figure is None or not figure.years or figure.show != "indices":
            super().keyPressEvent(event)
        elif key in (Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End):
            self._step_year(figure, key)
        elif key == Key.Key_Space:
            self.play_or_stop()
        elif key in (Key.Key_Up, Key.Key_Down):
            self._read(figure, 1 if key == Key.Key_Down else -1)
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._open_reading(figure)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.rows.setGeometry(self.rect())
        self._place_button()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._place_button()
        super().changeEvent(event)
