"""A control that is on or off, with the same interface as a control on a scale."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QToolTip, QWidget

from explorer.model.wording import tr
from explorer.ui.controls.control import Control
from explorer.ui.controls.control_face import ControlFace
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.check_box import EDGE, CheckBox
from explorer.ui.widgets.glyph_button import Glyph, GlyphButton
from explorer.ui.widgets.measure import INDENT, unit_of


class SwitchControl(Control):
    """A check box with status words; its value is 0 for off and 1 for on."""

    def __init__(self, face: ControlFace, parent: QWidget | None = None) -> None:
        super().__init__(face, parent)
        self.box = CheckBox(face.label_text, self, role=face.role)
        self.box.setAccessibleName(face.name)
        self.box.setAccessibleDescription(face.description)
        self.box.toggled.connect(self._on_toggled)
        self.padlock = GlyphButton(Glyph.LOCK, tr("Locked"), self)
        self.padlock.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.padlock.clicked.connect(self._tell_lock)
        self.padlock.hide()
        self._lay_out()
        self.follow_text_size()

    def value(self) -> int:
        """Return 1 for on and 0 for off."""
        return int(self.box.isChecked())

    def show_locked(self, words: str) -> None:
        """Stay as it is for the hand, with a padlock beside its words."""
        self.padlock.setHidden(not words)
        super().show_locked(words)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.box, 0, 0)
        grid.addWidget(self.padlock, 0, 1)
        grid.addWidget(self._detail, 0, 2)
        grid.addWidget(self._status, 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        self._grid = grid

    def _show_reading(self, value: int) -> None:
        was_blocked = self.box.blockSignals(True)
        self.box.setChecked(bool(value))
        self.box.blockSignals(was_blocked)
        self.box.setAccessibleDescription(self.spoken_status())

    def _tell_lock(self) -> None:
        """Say below the box, and aloud, that it is locked."""
        words = tr("{name}: {locked}.", name=self.face.name, locked=self._locked)
        QToolTip.showText(self.box.mapToGlobal(self.box.rect().bottomLeft()), words, self)
        announce(self, words)

    def _on_toggled(self, is_on: bool) -> None:
        if self.is_locked:
            self._show_reading(int(not is_on))
            self._tell_lock()
            return
        self._start_gesture()
        self.value_edited.emit(self.face.id, int(is_on))
        self.gesture_finished.emit()

    def follow_text_size(self) -> None:
        super().follow_text_size()
        unit = unit_of(self.fontMetrics())
        indent = round(INDENT * unit)
        self.box.setFont(self.font())
        self._grid.setContentsMargins(round((INDENT - EDGE) * unit), 0, 0, 0)
        self._status.setContentsMargins(round(EDGE * unit), 0, indent, 0)
