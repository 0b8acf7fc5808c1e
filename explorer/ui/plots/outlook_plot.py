"""The meeting outlook as a widget: draws it and tells what the hand points at."""

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from explorer.figures.lenses import FIRST, SHOWN, TWO
from explorer.figures.outlook import OutlookFigure, OutlookVoice, reason_words, window_words
from explorer.model.wording import tr
from explorer.ui.plots.outlook_painting import (
    NOWHERE,
    outlook_height,
    outlook_layout,
    paint_outlook,
    voice_places,
)
from explorer.ui.plots.picture_plot import PicturePlot

Key = Qt.Key

LENSES = "lenses"
"""The view that shows lenses."""


class OutlookPlot(PicturePlot[OutlookFigure]):
    """What can be said of a meeting in each window of time, by the stated rules.

    Up and Down go from window to window and read each one whole; Right and Left go through what
    was said of it. A click on what somebody said, or Enter, opens the lens of it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: OutlookFigure | None = None
        self._cursor = NOWHERE
        self._voice = NOWHERE
        self.setMouseTracking(True)

    def show_figure(self, figure: OutlookFigure) -> None:
        """Show an outlook; emits nothing."""
        previous, self._figure = self._figure, figure
        if previous is None or (previous.reasons, previous.windows) != (
            figure.reasons,
            figure.windows,
        ):
            self.updateGeometry()
        if self._cursor >= len(figure.windows):
            self._cursor = NOWHERE
        if self._voice >= len(self._voices(figure)):
            self._voice = NOWHERE
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

    def _voice_at(self, figure: OutlookFigure, point: QPointF) -> OutlookVoice | None:
        """Return what stands at a point of the picture, if a lens goes with it."""
        rows = outlook_layout(figure, QRectF(self.rect()), self.font()).rows
        for window, row in zip(figure.windows, rows, strict=True):
            places = voice_places(window, row, self.font())
            for voice, place in zip(window.voices, places, strict=False):
                if place.contains(point) and voice.lens_id:
                    return voice
        return None

    def _open(self, voice: OutlookVoice) -> None:
        """Show the lens of what was said, and its answer beside it."""
        self.choice_made.emit(FIRST, voice.lens_id)
        self.choice_made.emit(SHOWN, TWO)
        self.view_requested.emit(LENSES)

    def _step(self, figure: OutlookFigure, step: int) -> None:
        last = len(figure.windows) - 1
        if last < 0:
            return
        self._cursor = 0 if self._cursor == NOWHERE else min(max(self._cursor + step, 0), last)
        self._voice = NOWHERE
        self._tell_below(figure, window_words(figure.windows[self._cursor]))

    def _step_voice(self, figure: OutlookFigure, step: int) -> None:
        """Go to the next or the last voice of the cursor's window."""
        voices = self._voices(figure)
        if not voices:
            return
        self._voice = min(max(self._voice + step, 0), len(voices) - 1)
        voice = voices[self._voice]
        way = tr("Enter opens the lens.") if voice.lens_id else ""
        self._tell_below(figure, " ".join((voice.words, way)).strip())

    def _tell_below(self, figure: OutlookFigure, words: str) -> None:
        """Say something under the window of the cursor."""
        row = outlook_layout(figure, QRectF(self.rect()), self.font()).rows[self._cursor]
        self.tell_at(words, QPoint(round(row.left()), round(row.bottom())))
        self.update()

    def _voices(self, figure: OutlookFigure) -> tuple[OutlookVoice, ...]:
        """Return what was said of the cursor's window."""
        return figure.windows[self._cursor].voices if self._cursor != NOWHERE else ()

    def _enter(self, figure: OutlookFigure) -> None:
        """Open the lens of the cursor's voice, else of the window's first that has one."""
        voices = self._voices(figure)
        chosen = voices if self._voice == NOWHERE else voices[self._voice : self._voice + 1]
        for voice in chosen:
            if voice.lens_id:
                self._open(voice)
                return

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(50 * line, 27 * line)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        least, width = QSize(36 * line, 18 * line), float(max(self.width(), 36 * line))
        if self._figure is None:
            return least
        return least.expandedTo(QSize(0, ceil(outlook_height(self._figure, width, self.font()))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

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
                cursor=(self._cursor, self._voice) if self.hasFocus() else (NOWHERE, NOWHERE),
            )
        self.wash(painter, QRectF(self.rect()))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._figure is not None:
            is_link = self._voice_at(self._figure, event.position()) is not None
            shapes = Qt.CursorShape
            self.setCursor(shapes.PointingHandCursor if is_link else shapes.ArrowCursor)
            self.tell(self._words_at(self._figure, event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._figure is None or event.button() != Qt.MouseButton.LeftButton:
            return
        voice = self._voice_at(self._figure, event.position())
        if voice is not None:
            self._open(voice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure, key = self._figure, Key(event.key())
        if figure is None:
            super().keyPressEvent(event)
        elif key in (Key.Key_Up, Key.Key_Down):
            self._step(figure, 1 if key == Key.Key_Down else -1)
        elif key in (Key.Key_Left, Key.Key_Right):
            self._step_voice(figure, 1 if key == Key.Key_Right else -1)
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._enter(figure)
        else:
            super().keyPressEvent(event)
