"""A slider that shows where it came from: baseline, loaded value, dated anchors."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip, QWidget

from explorer.model.wording import tr
from explorer.ui.controls.control_face import ControlFace
from explorer.ui.controls.track_geometry import Span, TrackGeometry
from explorer.ui.controls.track_painting import (
    END_GAP,
    HANDLE_RADIUS,
    LABEL_GAP,
    LABELS_ABOVE,
    TrackLook,
    paint_track,
)
from explorer.ui.look.theme import scaled_font
from explorer.ui.look.themed import Themed
from explorer.ui.look.tokens import BODY, SMALL
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.measure import INDENT, target_side, unit_of
from explorer.ui.widgets.way import Way
from explorer.ui.widgets.wheel_guard import WheelGuard

SMALL_SHARE = SMALL / BODY
# Room around the handle for the focus ring, in units.
EDGE = HANDLE_RADIUS + 3
WHEEL_NOTCH = 120


class TrackSlider(Themed, QSlider):
    """A horizontal slider in whole steps.

    Arrows and Shift with arrows move one step, Page keys and Control with arrows a page, Home and
    End to the ends. Pressing anywhere jumps there. A double-click on the handle asks for the loaded
    value. The wheel moves it only while it has the keyboard.
    """

    value_edited = Signal(int)
    gesture_started = Signal()
    gesture_finished = Signal()
    reset_requested = Signal(str)

    def __init__(self, face: ControlFace, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._face = face
        self._baseline: int | None = None
        self._loaded: int | None = None
        self._tipping_points: tuple[int, ...] = ()
        self._grip = 0.0
        self._is_gripped = False
        self._wheel_turn = 0
        self._inset = 0
        self._start = 0
        self._glide = Way(self, self._repaint_track)
        self._locked = ""
        self._kept = face.minimum
        self.setRange(face.minimum, face.maximum)
        self.setSingleStep(face.step)
        self.setPageStep(face.page_step)
        self._guard = WheelGuard(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(face.name)
        self.setAccessibleDescription(face.description)
        # Not the hand alone: a screen reader sets the value as well, and means it.
        self.valueChanged.connect(self._on_value)

    def show_value(self, value: int, words: str = "") -> None:
        """Show a value, and tell screen readers what it means."""
        if value != self.value():
            was_blocked = self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(was_blocked)
        self._kept = self.value()
        if words and words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def show_references(self, baseline: int | None, loaded: int | None) -> None:
        """Mark the value of the comparison's baseline and that of the loaded scenario."""
        if (baseline, loaded) != (self._baseline, self._loaded):
            self._baseline, self._loaded = baseline, loaded
            self.update()

    def glide_from(self, value: int, milliseconds: int) -> None:
        """Draw the handle on its way from another value to the one that stands there."""
        self._start = value
        self._glide.end()
        if value != self.value() and self.isVisible():
            self._glide.begin(milliseconds)

    @property
    def is_gliding(self) -> bool:
        """Whether the handle is drawn on its way."""
        return self._glide.is_under_way

    def drawn_value(self) -> int:
        """Return the value at which the handle is drawn now."""
        return round(self._start + self._glide.share * (self.value() - self._start))

    def show_locked(self, words: str) -> None:
        """Stay where it is for the hand, and say why; "" to move again."""
        if words and not self._locked:
            self._finish_drag()
        self._locked = words
        self.update()

    @property
    def is_locked(self) -> bool:
        """Whether the hand cannot move it."""
        return bool(self._locked)

    @property
    def tipping_points(self) -> tuple[int, ...]:
        """The values that are marked as opening or closing something; none while it is locked.

        They would give away what a class is asked to predict.
        """
        return () if self._locked else self._tipping_points

    def show_tipping_points(self, values: tuple[int, ...]) -> None:
        """Mark the values at which something opens or closes."""
        if values != self._tipping_points:
            self._tipping_points = values
            self._repaint_track()

    def keep_ends_free(self, width: int) -> None:
        """Keep the track away from both ends for neighbours that lie upon them, in pixels.

        The words over the track still use the whole width.
        """
        self._inset = width
        self.updateGeometry()
        self.update()

    def track(self) -> TrackGeometry:
        """Return where the track lies now, in this widget's pixels."""
        left = self._inset + round(EDGE * unit_of(self.fontMetrics()))
        return TrackGeometry(
            left=left,
            length=max(self.width() - 2 * left, 1),
            centre=self._centre(),
            minimum=self.minimum(),
            maximum=self.maximum(),
            is_mirrored=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )

    def sliderChange(self, change: QSlider.SliderChange) -> None:
        """Paint the track anew for another value, and not the neighbours that lie at its ends."""
        if change == QSlider.SliderChange.SliderValueChange:
            self._repaint_track()
        else:
            super().sliderChange(change)

    def _repaint_track(self) -> None:
        reach = ceil(EDGE * unit_of(self.fontMetrics()))
        beside = self.track().left - reach
        self.update(self.rect().adjusted(beside, 0, -beside, 0))

    def handle_target(self) -> QRect:
        """Return the square that counts as the handle for a hand, in this widget's pixels."""
        side = target_side(self.fontMetrics())
        track = self.track()
        centre = QPoint(track.x_of(self.value()), round(track.centre))
        target = QRect(0, 0, side, side)
        target.moveCenter(centre)
        return target

    def words_about(self, x: float) -> str:
        """Return what stands at a place of the track, a sentence or two on lines of their own."""
        if self._locked:
            return "\n".join((self._face.tool_tip, self._lock_sentence()))
        track, value = self.track(), self.track().value_at(x)
        reach = LABEL_GAP * unit_of(self.fontMetrics())

        def is_near(place: int | None) -> bool:
            return place is not None and abs(track.x_of(place) - x) <= reach

        lines = [mark.words for mark in self._face.marks if is_near(mark.value)]
        here = self._face.sentence_at(value)
        if here:
            lines.append(here)
        if is_near(self._baseline):
            lines.append(tr("The baseline is here."))
        if is_near(self._loaded):
            lines.append(tr("The loaded scenario is here."))
        if any(is_near(point) for point in self.tipping_points):
            lines.append(tr("A deal zone opens or closes here."))
        return "\n".join(lines or [self._face.tool_tip])

    def _centre(self) -> float:
        middle, face = target_side(self.fontMetrics()) / 2, self._face
        if not (face.marks or face.low_word or face.high_word):
            return middle
        # Letters without accents leave the top of their line empty; the number's box ends there.
        letters = QFontMetrics(scaled_font(self.font(), SMALL_SHARE)).capHeight()
        return max(middle, round(letters + (LABELS_ABOVE + 2) * unit_of(self.fontMetrics())))

    def _words_room(self) -> Span:
        margin = INDENT * unit_of(self.fontMetrics())
        return Span(margin, self.width() - 2 * margin)

    def _look(self) -> TrackLook:
        return TrackLook(
            face=self._face,
            theme=self._theme,
            value=self.drawn_value(),
            baseline=self._baseline,
            loaded=self._loaded,
            tipping_points=self.tipping_points,
            unit=unit_of(self.fontMetrics()),
            small=scaled_font(self.font(), SMALL_SHARE),
            words_room=self._words_room(),
            is_hovered=self.underMouse(),
            is_down=self.isSliderDown(),
            is_focused=self.hasFocus(),
            is_locked=self.is_locked,
        )

    def _on_value(self, value: int) -> None:
        """Tell of a value, or take it back where the slider is locked."""
        if self._locked:
            self.show_value(self._kept)
            self.tell_lock()
            return
        self._kept = value
        self.value_edited.emit(value)

    def _lock_sentence(self) -> str:
        return tr("{name}: {locked}.", name=self._face.name, locked=self._locked)

    def tell_lock(self) -> None:
        """Say beside the handle, and aloud, that it is locked."""
        words = self._lock_sentence()
        QToolTip.showText(self.mapToGlobal(self.handle_target().bottomLeft()), words, self)
        announce(self, words)

    def _move_by(self, steps: int) -> None:
        if self._locked:
            self.tell_lock()
            return
        self.gesture_started.emit()
        self.setValue(self.value() + steps)
        self.gesture_finished.emit()

    def _finish_drag(self) -> None:
        if self.isSliderDown():
            self.setSliderDown(False)
            self.update()
            self.gesture_finished.emit()

    def _key_steps(self, event: QKeyEvent) -> int | None:
        """Return by how much a key moves the value; None if it is not a key of this slider."""
        key, keys = event.key(), Qt.Key
        is_coarse = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        arrow = self.pageStep() if is_coarse else self.singleStep()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            arrow = 1
        forward = -1 if self.track().is_mirrored else 1
        moves: dict[int, int] = {
            keys.Key_Up: arrow,
            keys.Key_Down: -arrow,
            keys.Key_Right: arrow * forward,
            keys.Key_Left: -arrow * forward,
            keys.Key_PageUp: self.pageStep(),
            keys.Key_PageDown: -self.pageStep(),
            keys.Key_Home: self.minimum() - self.value(),
            keys.Key_End: self.maximum() - self.value(),
        }
        return moves.get(key)

    def sizeHint(self) -> QSize:
        """Return room for the line of words and for the handle with its ring."""
        unit, below = unit_of(self.fontMetrics()), target_side(self.fontMetrics()) / 2
        return QSize(round(180 * unit), round(self._centre() + below))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest width at which no label touches another."""
        unit = unit_of(self.fontMetrics())
        metrics = QFontMetrics(scaled_font(self.font(), SMALL_SHARE))
        face, gap = self._face, round(LABEL_GAP * unit)
        words = (face.low_word, face.high_word, *(mark.label for mark in face.marks))
        line = sum(metrics.horizontalAdvance(word) + gap for word in words)
        line += round(2 * (END_GAP - LABEL_GAP) * unit) if face.marks else 0
        track = round((60 + 2 * EDGE) * unit) + 2 * self._inset
        return QSize(max(line + 2 * round(INDENT * unit), track), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, its marks and the handle."""
        painter = QPainter(self)
        paint_track(painter, self._look(), self.track())
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Tell in words what is under the pointer when asked."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_about(event.pos().x()), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grip the handle, or jump to the place pressed, and begin a drag."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        if self._locked:
            self.tell_lock()
            event.accept()
            return
        place = event.position()
        self._is_gripped = self.handle_target().contains(place.toPoint())
        self._grip = place.x() - self.track().x_of(self.value()) if self._is_gripped else 0.0
        self.gesture_started.emit()
        self.setSliderDown(True)
        if not self._is_gripped:
            self.setValue(self.track().value_at(place.x()))
        self.update()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the handle along."""
        if self.isSliderDown():
            self.setValue(self.track().value_at(event.position().x() - self._grip))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        self._finish_drag()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the loaded value, if both clicks were on the handle."""
        # A first click on the track brought the handle there; that was a choice, not a reset.
        if event.button() == Qt.MouseButton.LeftButton and self._is_gripped and not self._locked:
            self.reset_requested.emit("loaded")
            event.accept()
            return
        self.mousePressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """End a drag that loses its slider, so that no gesture stays open."""
        self._finish_drag()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a key; each press is a gesture of its own."""
        steps = self._key_steps(event)
        if steps is None:
            event.ignore()
        else:
            self._move_by(steps)
            event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move a step for each notch."""
        self._wheel_turn += event.angleDelta().y() or event.angleDelta().x()
        notches = int(self._wheel_turn / WHEEL_NOTCH)
        self._wheel_turn -= notches * WHEEL_NOTCH
        if notches:
            self._move_by(notches * self.singleStep())
        event.accept()
