"""History as a widget: choosing a year, playing the years, pointing, keyboard."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.figures.history import HistoryFigure
from explorer.figures.history_words import ProposalMark, proposal_marks, proposal_words
from explorer.model.package import package_of
from explorer.model.record import Record
from explorer.model.wording import tr
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.axes.axes_frame import AxesFrame, AxisWords
from explorer.ui.pictures.axes.axes_picture import REACH, AxesPicture
from explorer.ui.pictures.axes.axes_words import PlotWords
from explorer.ui.pictures.history.history_items import (
    HistoryItems,
    history_key,
    paint_unknown,
    uncounted,
)
from explorer.ui.pictures.history.history_lanes import BARS, HIGHEST, ROW, Lanes, lanes_of
from explorer.ui.pictures.history.history_pointing import Reading, record_words_at, year_readings
from explorer.ui.pictures.history.record_plot import RecordPlot
from explorer.ui.pictures.pen import Pen, text_style
from explorer.ui.pictures.strokes import flat_pen, plot_pen

Key = Qt.Key
STEPS = {Key.Key_Left: -1, Key.Key_Right: 1}

EVERY = 5
"""Which years have their numbers written as long as all are seen: each fifth one."""


class HistoryPlot(AxesPicture[HistoryFigure]):
    """The record year by year, or the check, or the outside tests.

    A click chooses a year, and so does a drag of the chosen year's line; Left, Right, Home and
    End do so by keyboard; Space plays the years and stops them. Up and Down read what belongs to
    the year, Enter opens a proposal.
    """

    LEAST_SIZE = (34.0, 15.0)
    FIT_KEYS = (Key.Key_0,)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: Lanes | None = None
        self._is_dragging = False
        self._reading = -1
        self._next: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._play_on)
        self.graph.show_all_of_height()
        self.graph.zoomed.connect(self._show_years)
        self._items = HistoryItems(self.graph)
        self.year_line = self.graph.add_upright(6, self._drag, self._let_go)
        self.rows = RecordPlot(self)
        self.rows.pointed.connect(self.pointed)
        self.rows.menu_requested.connect(self.menu_requested)
        self.rows.hide()
        self.play_button = QPushButton(self)
        self.play_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.play_button.clicked.connect(self.play_or_stop)
        self.add_to_corner(self.play_button)
        self._name_button()

    @property
    def is_playing(self) -> bool:
        """Whether the years follow each other by themselves."""
        return self._next is not None

    @property
    def lanes(self) -> Lanes | None:
        """Where the years and lanes lie; None where no record is shown."""
        return self._lanes

    def draw(self, figure: HistoryFigure, previous: HistoryFigure | None) -> None:
        record, has_curves = figure.record, figure.show == "indices"
        if previous is None or previous.record is not record:
            self._lanes = None if record is None else lanes_of(record)
            if previous is not None:
                self.apply_style(figure)
        if previous is None or previous.year != figure.year:
            self._reading = -1
        self.graph.setVisible(record is not None and has_curves)
        self.play_button.setVisible(record is not None and has_curves)
        self._show_rows(figure)
        self._show_year(figure)
        if self.is_playing and (not has_curves or figure.is_edited):
            self._stop()
        self.update()

    def apply_style(self, figure: HistoryFigure) -> None:
        record, lanes = figure.record, self._lanes
        if record is not None and lanes is not None:
            self.graph.show_ranges(lanes.left, lanes.right, lanes.low, HIGHEST)
            self._items.show(record, lanes, self._theme, self.unit)
            self._show_words(figure, record, lanes)
            self._show_year(figure)

    def _show_words(self, figure: HistoryFigure, record: Record, lanes: Lanes) -> None:
        theme, years = self._theme, range(lanes.first, lanes.last + 1)
        seen = [year for year in years if self.graph.is_zoomed or year % EVERY == 0]
        below = AxisWords(ticks=tuple((year, str(year)) for year in seen))
        most = tr("{name} (most: {n})", name=record.tempo.name, n=lanes.highest_count)
        middle = lanes.proposals + lanes.rows * ROW / 2
        named = ((lanes.counts + BARS / 2, most), (middle, tr("Proposals")))
        values = tuple((value, str(value)) for value in (0, 50, 100))
        ticks = (*named, (lanes.events, tr("Events")), *values)
        beside = AxisWords(ticks=ticks, has_tick_lines=False)
        entries = history_key(figure, record, theme, self.unit)
        self.graph.show_words(PlotWords(below, beside, entries, above=1.4), self.small, theme)

    def _show_years(self) -> None:
        """Write more years where fewer are seen."""
        figure, lanes = self.figure, self._lanes
        if figure is not None and figure.record is not None and lanes is not None:
            self._show_words(figure, figure.record, lanes)

    def _show_year(self, figure: HistoryFigure) -> None:
        """Put the line at the chosen year, dashed where the settings were moved since."""
        self.year_line.setVisible(figure.year is not None)
        if figure.year is not None:
            style = Qt.PenStyle.DashLine if figure.is_edited else Qt.PenStyle.SolidLine
            self.year_line.show_pen(plot_pen(self._theme, self._theme.ink, 1.4, style))
            self.year_line.show_place(figure.year)

    def wear(self, theme: Theme | None) -> None:
        self.rows.wear(theme)
        super().wear(theme)

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
            self.rows.raise_()
            self.rows.show_figure(figure)
            if self.hasFocus():
                self.rows.setFocus()

    def readable_rows(self) -> int:
        return super().readable_rows() if self.rows.isHidden() else 0

    def play_or_stop(self) -> None:
        """Let the years follow each other from the chosen one, or from the first; or stop."""
        figure = self.figure
        if self.is_playing:
            self._stop()
        elif figure is not None and figure.years and figure.show == "indices":
            at_end = figure.year is None or figure.year >= figure.years[-1]
            self._next = figure.years[0] if at_end else (figure.year or 0) + 1
            self.gesture_began.emit()
            self._name_button()
            self._play_on()

    def _play_on(self) -> None:
        figure, year = self.figure, self._next
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
        self.play_button.setText(tr("Stop") if self.is_playing else tr("Play"))
        meaning = tr("Stop the years") if self.is_playing else tr("Play the years")
        self.play_button.setAccessibleName(meaning)
        self.play_button.setToolTip(meaning)
        self._place_buttons()

    def _drag(self, x: float) -> None:
        """Choose the year under the line while the hand drags it."""
        if self._lanes is None or self.figure is None:
            return
        if not self._is_dragging:
            self._stop()
            self._is_dragging = True
            self.gesture_began.emit()
        year = self._lanes.year_at(x)
        if year != self.figure.year:
            self.year_chosen.emit(year)

    def _let_go(self) -> None:
        if self._is_dragging:
            self._is_dragging = False
            self.gesture_ended.emit()
        if self.figure is not None:
            self._show_year(self.figure)

    def words_at(self, figure: HistoryFigure, x: float, y: float) -> str:
        record, mark = figure.record, self._mark_at(figure, x, y)
        if record is None or self._lanes is None:
            return ""
        if mark is not None:
            return proposal_words(figure.case, record, mark)
        return record_words_at(figure, record, self._lanes, x, y)

    def _mark_at(self, figure: HistoryFigure, x: float, y: float) -> ProposalMark | None:
        """Return the proposal at a place of the plot, or None."""
        found = self._items.proposals.nearest(self.graph.frame_now, x, y, REACH * self.unit)
        if found is None or figure.record is None:
            return None
        return proposal_marks(figure.record)[found]

    def press(self, figure: HistoryFigure, x: float, y: float) -> None:
        mark = self._mark_at(figure, x, y)
        if mark is not None:
            self._open(figure, mark)
        elif self._lanes is not None:
            self._stop()
            self.gesture_began.emit()
            self.year_chosen.emit(self._lanes.year_at(x))
            self.gesture_ended.emit()

    def _open(self, figure: HistoryFigure, mark: ProposalMark) -> None:
        self.package_chosen.emit(package_of(figure.case, mark.proposal.levels))

    def _step_year(self, figure: HistoryFigure, key: Qt.Key) -> None:
        self._stop()
        first, last = figure.years[0], figure.years[-1]
        if key in (Key.Key_Home, Key.Key_End):
            self.year_chosen.emit(first if key == Key.Key_Home else last)
        elif figure.year is None:
            self.year_chosen.emit(first if key == Key.Key_Right else last)
        else:
            self.year_chosen.emit(min(max(figure.year + STEPS[key], first), last))

    def _readings(self, figure: HistoryFigure) -> tuple[Reading, ...]:
        if figure.record is None or self._lanes is None:
            return ()
        return year_readings(figure, figure.record, self._lanes)

    def _read_on(self, figure: HistoryFigure, step: int) -> None:
        """Read one thing after the other of the chosen year, or of the last one."""
        readings = self._readings(figure)
        start = self._reading + step if self._reading >= 0 else (0 if step > 0 else -1)
        self._reading = start % len(readings)
        reading = readings[self._reading]
        self.tell_place(reading.words, reading.x, reading.y)

    def _open_reading(self, figure: HistoryFigure) -> None:
        mark = self._readings(figure)[self._reading].mark if self._reading >= 0 else None
        if mark is not None:
            self._open(figure, mark)

    def press_key(self, figure: HistoryFigure, event: QKeyEvent) -> bool:
        key = Key(event.key())
        if not figure.years or figure.show != "indices":
            return False
        if key in (Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End):
            self._step_year(figure, key)
        elif key == Key.Key_Space:
            self.play_or_stop()
        elif key in (Key.Key_Up, Key.Key_Down):
            self._read_on(figure, 1 if key == Key.Key_Down else -1)
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._open_reading(figure)
        else:
            return False
        return True

    def paint_over(self, painter: QPainter, frame: AxesFrame, figure: HistoryFigure) -> None:
        record, lanes = figure.record, self._lanes
        if record is None or lanes is None:
            return
        years = (year for year in uncounted(record) if frame.left <= year <= frame.right)
        paint_unknown(painter, self._theme, (frame.point(year, lanes.counts) for year in years))
        if figure.year is not None and frame.left <= figure.year <= frame.right:
            self._paint_year(painter, frame, figure.year, is_edited=figure.is_edited)
        if self.hasFocus() and self._reading >= 0:
            reading = self._readings(figure)[self._reading]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(flat_pen(self._theme.focus, 1.5 * self._theme.stroke))
            reach = REACH * self.unit
            painter.drawEllipse(frame.point(reading.x, reading.y), reach, reach)

    def _paint_year(
        self, painter: QPainter, frame: AxesFrame, year: int, *, is_edited: bool
    ) -> None:
        """Write the chosen year over its line, hollow where the settings were moved since."""
        theme, metrics = self._theme, QFontMetricsF(painter.font())
        high = 1.2 * metrics.height()
        room = QRectF(0, frame.room.top() - high, metrics.horizontalAdvance("0000") + high, high)
        room.moveLeft(frame.point(year, 0).x() - room.width() / 2)
        painter.setPen(flat_pen(theme.ink, 1.4 * theme.stroke))
        painter.setBrush(QColor(theme.ground if is_edited else theme.ink))
        painter.drawRoundedRect(room, 0.25 * high, 0.25 * high)
        painter.setPen(QColor(theme.ink if is_edited else theme.ground))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(year))

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        figure = self.figure
        if figure is None or figure.record is None:
            self._paint_sentence(painter, room)
        elif figure.show != "indices":
            self.rows.paint_on(painter, room)
        else:
            super().paint_on(painter, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.graph.isHidden() and self.rows.isHidden():
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(self._theme.ground))
            self._paint_sentence(painter, QRectF(self.rect()))
            painter.end()

    def _paint_sentence(self, painter: QPainter, room: QRectF) -> None:
        """Say that there is no record."""
        sentence = "" if self.figure is None else self.figure.sentence
        Pen(painter, self._theme, text_style(self.font())).write_centred(room, sentence)

    def hideEvent(self, event: QHideEvent) -> None:
        self._stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.rows.setGeometry(self.rect())
        super().resizeEvent(event)
