"""The meeting outlook as a picture: what can be said of a meeting in each window of time."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from explorer.figures.lenses import FIRST, SHOWN, TWO
from explorer.figures.outlook import OutlookFigure, OutlookVoice, reason_words, window_words
from explorer.model.wording import tr
from explorer.ui.pictures.outlook.outlook_layout import OutlookLayout, least_height, outlook_layout
from explorer.ui.pictures.outlook.outlook_painting import paint_outlook
from explorer.ui.pictures.pen import Pen
from explorer.ui.pictures.rows.row_places import RowWish
from explorer.ui.pictures.rows.rows_picture import RowsPicture

LENSES = "lenses"
"""The view that shows lenses."""


class OutlookPlot(RowsPicture[OutlookFigure, OutlookLayout]):
    """What can be said of a meeting in each window of time, by the stated rules.

    Up and Down go from window to window and read each one whole; Right and Left go through what
    was said of it. A click on what somebody said, or Enter, opens the lens of it.
    """

    liked_size = QSize(50, 27)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice: int | None = None

    def row_count(self, figure: OutlookFigure) -> int:
        return len(figure.windows)

    def row_words(self, figure: OutlookFigure, row: int) -> str:
        return window_words(figure.windows[row])

    def arranged(
        self, figure: OutlookFigure, rect: QRectF, font: QFont, wish: RowWish
    ) -> OutlookLayout:
        return outlook_layout(figure, rect, font, self._theme)

    def paint_rows(self, pen: Pen, layout: OutlookLayout, figure: OutlookFigure) -> None:
        has_cursor = self.hasFocus()
        cursor = (self.cursor_row(figure), self._voice) if has_cursor else (None, None)
        paint_outlook(pen, layout, figure, cursor)

    def form(self, figure: OutlookFigure) -> object:
        return (figure.reasons, figure.windows)

    def stand_on(self, figure: OutlookFigure, row: int) -> None:
        super().stand_on(figure, row)
        self._voice = None

    def open_row(self, figure: OutlookFigure, row: int) -> None:
        """Open the lens of the cursor's voice, else of the window's first that has one."""
        voices = figure.windows[row].voices
        chosen = voices if self._voice is None else voices[self._voice : self._voice + 1]
        for voice in chosen:
            if voice.lens_id:
                self._open(voice)
                return

    def click_row(self, figure: OutlookFigure, row: int, point: QPointF) -> None:
        voice = self._voice_at(figure, point)
        if voice is not None:
            self._open(voice)

    def step_across(self, figure: OutlookFigure, step: int) -> None:
        """Go to the next or the last thing that was said of the cursor's window."""
        row = self.cursor_row(figure)
        if row is None or not figure.windows[row].voices:
            return
        voices = figure.windows[row].voices
        start = -1 if self._voice is None else self._voice
        self._voice = min(max(start + step, 0), len(voices) - 1)
        voice = voices[self._voice]
        way = tr("Enter opens the lens.") if voice.lens_id else ""
        self.tell_row(figure, row, " ".join((voice.words, way)).strip())
        self.update()

    def words_at(self, figure: OutlookFigure, layout: OutlookLayout, point: QPointF) -> str:
        for reason, box in zip(figure.reasons, layout.reasons, strict=False):
            if box.contains(point):
                return reason_words(reason)
        return super().words_at(figure, layout, point)

    def show_figure(self, figure: OutlookFigure) -> None:
        """Show an outlook; emits nothing."""
        row = self.cursor_row(figure)
        if row is None or (self._voice or 0) >= len(figure.windows[row].voices):
            self._voice = None
        super().show_figure(figure)

    def _voice_at(self, figure: OutlookFigure, point: QPointF) -> OutlookVoice | None:
        """Return what stands at a point of the picture, if a lens goes with it."""
        layout = self.laid_out(figure)
        row = layout.rows.at(point.y())
        if row is None:
            return None
        window = figure.windows[row]
        for voice, place in zip(window.voices, layout.voices(window, row), strict=True):
            if place.contains(point) and voice.lens_id:
                return voice
        return None

    def _open(self, voice: OutlookVoice) -> None:
        """Show the lens of what was said, and its answer beside it."""
        self.choice_made.emit(FIRST, voice.lens_id)
        self.choice_made.emit(SHOWN, TWO)
        self.view_requested.emit(LENSES)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        least, width = QSize(36 * line, 14 * line), float(max(self.width(), 36 * line))
        if self._figure is None:
            return least
        needed = least_height(self._figure, width, self.font(), self._theme)
        return least.expandedTo(QSize(0, ceil(needed)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._figure is not None:
            is_link = self._voice_at(self._figure, event.position()) is not None
            shapes = Qt.CursorShape
            self.setCursor(shapes.PointingHandCursor if is_link else shapes.ArrowCursor)
        super().mouseMoveEvent(event)
