"""A slider with everything around it: label, number box, steppers, status words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QGridLayout, QWidget

from explorer.model.wording import tr
from explorer.ui.controls.control import Control
from explorer.ui.controls.control_face import ControlFace
from explorer.ui.controls.factor_slider import TrackSlider
from explorer.ui.controls.number_box import NumberBox
from explorer.ui.widgets.glyph_button import Glyph, GlyphButton
from explorer.ui.widgets.measure import INDENT, target_side, unit_of
from explorer.ui.widgets.wrapped_label import WrappedLabel

# Digits' worth of room for the number, so that the columns line up.
VALUE_DIGITS = 6
# From the middle of the track down to the top of the status line, in units; its letters, which
# begin a little lower, clear the handle.
STATUS_BELOW = 5.5


class FactorControl(Control):
    """A control on a scale or with levels.

    Set it by drag, by a click on the track, by the steppers, by typing, by keys. Controls with
    levels have no number box: the status ends the sentence that the name begins. The slider
    counts steps from the left, this control speaks of values (see ``ControlFace.is_reversed``).
    """

    def __init__(self, face: ControlFace, parent: QWidget | None = None) -> None:
        super().__init__(face, parent)
        self._note = ""
        self.slider = TrackSlider(face, self)
        self._name = WrappedLabel(face.label_text, self)
        self._name.setBuddy(self.slider)
        self._number = None if face.is_level else self._build_number()
        is_line = face.loosest is not None
        less = tr("one step looser") if is_line else tr("one step less")
        more = tr("one step stricter") if is_line else tr("one step more")
        less, more = (tr("{name}: {step}", name=face.name, step=step) for step in (less, more))
        self._less = self._build_stepper(Glyph.LESS, less)
        self._more = self._build_stepper(Glyph.MORE, more)
        self._less.clicked.connect(self._step_down)
        self._more.clicked.connect(self._step_up)
        self._connect_slider()
        self._lay_out()
        self.follow_text_size()
        self._keep_room()

    def value(self) -> int:
        """Return the value that stands there."""
        return self.face.turned(self.slider.value())

    def show_locked(self, words: str) -> None:
        """Stay where it is for the hand, with a padlock where one step less begins."""
        self.slider.show_locked(words)
        if self._number:
            self._number.setReadOnly(bool(words))
        self._less.show_glyph(Glyph.LOCK if words else Glyph.LESS)
        self._more.setHidden(bool(words))
        super().show_locked(words)

    def glide_from(self, value: int, milliseconds: int) -> None:
        """Draw the handle on its way from another value to the one that stands there."""
        self.slider.glide_from(self.face.turned(value), milliseconds)

    def show_note(self, note: str) -> None:
        """Show a word behind the name, such as whose will it is; "" for none."""
        if note == self._note:
            return
        self._note = note
        label = self.face.label_text
        marked = note.replace("&", "&&")
        self._name.show_text(tr("{name} ({note})", name=label, note=marked) if note else label)
        self.slider.setAccessibleName(self._full_name())

    def _full_name(self) -> str:
        if not self._note:
            return self.face.name
        return tr("{name} ({note})", name=self.face.name, note=self._note)

    def show_references(self, baseline: int | None, loaded: int | None) -> None:
        """Mark the value of the comparison's baseline and that of the loaded scenario."""
        places = (
            None if value is None else self.face.turned(value) for value in (baseline, loaded)
        )
        self.slider.show_references(*places)

    def show_tipping_points(self, values: tuple[int, ...]) -> None:
        """Mark the values at which something opens or closes."""
        self.slider.show_tipping_points(tuple(map(self.face.turned, values)))

    def value_sentence(self) -> str:
        """Return the control's name and value in words."""
        name, step = self._full_name(), self.slider.value()
        if self.face.is_level:
            sentence = self.face.sentence_at(step)
            return sentence if sentence != self.status else super().value_sentence()
        return tr("{name}: {value} ({words})", name=name, value=str(step), words=self.status)

    def _build_number(self) -> NumberBox:
        face = self.face
        number = NumberBox(self)
        number.setRange(face.minimum, face.maximum)
        number.setSingleStep(face.step)
        number.setSuffix(face.suffix)
        number.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        number.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        number.setProperty("quiet", True)
        number.setFrame(False)
        number.setAccessibleName(tr("{name}, number", name=face.name))
        number.valueChanged.connect(self._edit_to)
        return number

    def _build_stepper(self, glyph: Glyph, name: str) -> GlyphButton:
        button = GlyphButton(glyph, name, self)
        # The slider's arrow keys do the same; three stops for Tab per control are enough.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRepeat(True)
        return button

    def _connect_slider(self) -> None:
        self.slider.value_edited.connect(self._on_slid)
        self.slider.gesture_started.connect(self._start_gesture)
        self.slider.gesture_finished.connect(self.gesture_finished)
        self.slider.reset_requested.connect(self._request_reset)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        top = Qt.AlignmentFlag.AlignTop
        # Everything that can be hit is taller than the words beside it, so parts share rows: the
        # boxes at the right end where the steppers begin, and the handle reaches into the status.
        grid.addWidget(self._name, 0, 0, 1, 2, top)
        # Tab goes through the parts as they are added here: what moves comes first.
        grid.addWidget(self.slider, 1, 0, 3, 4, top)
        if self._number:
            grid.addWidget(self._number, 0, 2, 2, 1, top)
        grid.addWidget(self._detail, 0, 3, 2, 1, top)
        grid.addWidget(self._less, 2, 0, 2, 1, top)
        grid.addWidget(self._more, 2, 3, 2, 1, top)
        grid.addWidget(self._status, 3, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        for part in (self._less, self._more, self._detail, self._status):
            part.raise_()
        self._grid = grid

    def _show_reading(self, value: int) -> None:
        was_loosest = self._is_loosest()
        step = self.face.turned(value)
        self.slider.show_value(step, self.spoken_status())
        if self._is_loosest() != was_loosest:
            self._keep_room()
        self._show_number(step)
        self._show_ends()

    def _is_loosest(self) -> bool:
        return self.slider.value() == self.face.loosest

    def _keep_room(self) -> None:
        """Keep room for every status that a drag may bring; a line that is not drawn needs none."""
        self._status.keep_room_for(() if self._is_loosest() else self.face.value_words)

    def _show_number(self, value: int) -> None:
        # An equal value is left alone, so that a half-typed number survives.
        if self._number and self._number.value() != value:
            was_blocked = self._number.blockSignals(True)
            self._number.setValue(value)
            self._number.blockSignals(was_blocked)

    def _show_ends(self) -> None:
        step = self.slider.value()
        self._less.setEnabled(step > self.face.minimum or self.is_locked)
        self._more.setEnabled(step < self.face.maximum)

    def _edit_to(self, step: int) -> None:
        if step != self.slider.value():
            self._start_gesture()
            self.slider.setValue(step)
            self.gesture_finished.emit()

    def _step_down(self) -> None:
        if self.is_locked:
            self.slider.tell_lock()
            return
        self._edit_to(max(self.slider.value() - self.face.step, self.face.minimum))

    def _step_up(self) -> None:
        self._edit_to(min(self.slider.value() + self.face.step, self.face.maximum))

    def _on_slid(self, step: int) -> None:
        self._show_number(step)
        self._show_ends()
        self.value_edited.emit(self.face.id, self.face.turned(step))

    def follow_text_size(self) -> None:
        super().follow_text_size()
        metrics = self.fontMetrics()
        unit, side = unit_of(metrics), target_side(metrics)
        self._name.fit_font(self.font())
        if self._number:
            self._number.setFont(self.font())
            self._number.setMinimumSize(metrics.horizontalAdvance("0" * VALUE_DIGITS), side)
        indent = round(INDENT * unit)
        self.slider.setFont(self.font())
        self.slider.keep_ends_free(side)
        centre = round(self.slider.track().centre)
        self._grid.setRowMinimumHeight(1, centre - side // 2)
        self._grid.setRowMinimumHeight(2, round(STATUS_BELOW * unit) + side // 2)
        # The label's first line stands level with the number in its taller box.
        above = (side - metrics.height()) // 2
        self._name.setContentsMargins(indent, above, round(4 * unit), 0)
        self._status.setContentsMargins(indent, 0, indent, 0)
