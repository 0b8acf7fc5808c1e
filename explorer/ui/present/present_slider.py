"""A slider before a room: its name and its number, and a bare track below them."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.model.wording import tr
from explorer.ui.controls.control_face import ControlFace
from explorer.ui.controls.factor_slider import TrackSlider
from explorer.ui.look.theme import Theme, scaled_font
from explorer.ui.look.themed import Themed
from explorer.ui.widgets.glyph_button import Glyph, GlyphButton
from explorer.ui.widgets.label import Label

TRACK = 0.75
"""How large the track is beside its name, compared with a track that has words of its own."""


def show_ink(ink: str, *labels: Label) -> None:
    """Write words in a colour of a theme that need not be the one in force."""
    for label in labels:
        colours = label.palette()
        colours.setColor(QPalette.ColorRole.WindowText, QColor(ink))
        label.setPalette(colours)


class PresentSlider(Themed, QWidget):
    """One control on a scale; it says what the hand does and shows what it is told.

    Signals
    -------
    value_edited(str, int)
        The control with this id stands at another value.
    gesture_finished()
        A drag or a key has ended.
    """

    value_edited = Signal(str, int)
    gesture_finished = Signal()

    def __init__(self, face: ControlFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = face
        self._name = Label(face.name, self)
        self._number = Label(parent=self)
        self._padlock = GlyphButton(Glyph.LOCK, tr("Locked"), self)
        self._padlock.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._padlock.hide()
        self._locked, self._words = "", ""
        bare = replace(face, marks=(), low_word="", high_word="")
        self.slider = TrackSlider(bare, self)
        self._name.setBuddy(self.slider)
        self._padlock.clicked.connect(self.slider.tell_lock)
        self.slider.value_edited.connect(self._on_slid)
        self.slider.gesture_finished.connect(self.gesture_finished)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._name, 0, 0)
        grid.addWidget(self._padlock, 0, 1)
        grid.addWidget(self._number, 0, 2, Qt.AlignmentFlag.AlignTrailing)
        grid.addWidget(self.slider, 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)

    @property
    def id(self) -> str:
        """The id of the control."""
        return self._face.id

    def show_value(self, value: int, baseline: int, words: str) -> None:
        """Show a value, that of the baseline, and what the value means to those who listen."""
        self._words = words
        if self._locked:
            words = tr("{words}, {locked}", words=words, locked=self._locked)
        self.slider.show_value(value, words)
        self.slider.show_references(baseline, None)
        self._show_number(value)

    def show_locked(self, words: str) -> None:
        """Stay where it is for the hand, with a padlock, and say why; "" to move again."""
        self._locked = words
        self._padlock.setHidden(not words)
        self.slider.show_locked(words)
        said = tr("{words}, {locked}", words=self._words, locked=words) if words else self._words
        self.slider.show_value(self.slider.value(), said)

    def show_font(self, font: QFont) -> None:
        """Write name and number in a font; the track grows with it."""
        for part in (self._name, self._number, self._padlock):
            part.setFont(font)
        self.slider.setFont(scaled_font(font, TRACK))

    def wear(self, theme: Theme | None) -> None:
        self.slider.wear(theme)
        self._padlock.wear(theme)
        super().wear(theme)

    def follow_look(self) -> None:
        """Take the colours of the theme that is worn."""
        show_ink(self._theme.ink, self._name, self._number)

    def _show_number(self, value: int) -> None:
        self._number.setText(f"{value}{self._face.suffix}")

    def _on_slid(self, value: int) -> None:
        self._show_number(value)
        self.value_edited.emit(self._face.id, value)
