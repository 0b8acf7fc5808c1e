"""A choice of a whole number above a picture: its label, a slider, and the number."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from explorer.figures.choice import Choice
from explorer.ui.controls.control_face import ControlFace
from explorer.ui.controls.factor_slider import TrackSlider
from explorer.ui.widgets.label import Label

ROOMY, TIGHT = 16, 7
"""How long the track is at ease, and at least, in lines of text."""

PAGE = 5
"""What Page keys add."""


class ChoiceSlider(QWidget):
    """One choice on a scale; the number follows the hand at once.

    ``made(str, str)``: The hand chose a number: the choice's id and the number as text.
    """

    made = Signal(str, str)

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        """Stand for a choice whose ends and label stay as they are."""
        super().__init__(parent)
        self._id = choice.id
        low, high = choice.entries[0][0], choice.entries[-1][0]
        face = ControlFace(
            choice.id, choice.label, minimum=int(low), maximum=int(high), page_step=PAGE
        )
        self._words = dict(choice.entries)
        self._track = ROOMY
        self.slider = TrackSlider(face, self)
        self._label = Label(choice.label)
        self._label.setBuddy(self.slider)
        self._number = Label()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        room = self._room = QHBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._label)
        room.addWidget(self.slider, 1)
        room.addWidget(self._number)
        self.slider.value_edited.connect(self._choose)

    def show_choice(self, choice: Choice) -> None:
        """Show the number that is chosen; emits nothing."""
        words = self._words[choice.chosen]
        self.slider.show_value(int(choice.chosen), words)
        self._number.setText(words)

    def show_tight(self, is_tight: bool) -> None:
        """Want a short track or a long one."""
        track = TIGHT if is_tight else ROOMY
        if track != self._track:
            self._track = track
            self.updateGeometry()

    def widen_list(self) -> None:
        """Do nothing: no list opens."""

    def roomy_width(self) -> int:
        """Return how wide it is with a long track."""
        return self._width(ROOMY)

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._track), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(TIGHT), super().minimumSizeHint().height())

    def _width(self, track: int) -> int:
        metrics = self.fontMetrics()
        widest = max(map(metrics.horizontalAdvance, self._words.values()))
        words = self._label.sizeHint().width() + widest
        return words + track * metrics.height() + 2 * self._room.spacing()

    def _choose(self, value: int) -> None:
        self._number.setText(self._words[str(value)])
        self.made.emit(self._id, str(value))
