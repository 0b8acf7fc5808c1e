"""A bar of hands: as long as many raised theirs, dragged by its end."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.figures.spread import SpreadRound
from explorer.model.classroom import MOST_STUDENTS
from explorer.model.wording import tr, tr_n
from explorer.ui.controls.control_face import ControlFace
from explorer.ui.controls.factor_slider import TrackSlider
from explorer.ui.pictures.spread.spread_painting import bar_colour
from explorer.ui.widgets.measure import unit_of

LENGTHS = (10, 15, 20, 25, 30, 40, 50, 60, 80)
"""How many hands a whole bar stands for, and the same times ten, a hundred and so on."""

THICK = 9.0
"""How thick a bar is, in units."""

SHORTEST = 80
"""How long a bar is at least, in units."""


def bar_length(hands: int) -> int:
    """Return for how many hands a whole bar stands where so many are the most: more than that.

    Hands can never be so many that none may be added, up to the most that a class can have.
    """
    length, tenfold = LENGTHS[0], 1
    while length <= hands:
        places = (each * tenfold for each in LENGTHS)
        length = next((each for each in places if each > hands), length)
        tenfold *= 10
    return min(length, MOST_STUDENTS)


class CountBar(TrackSlider):
    """A bar beside a number box, with the same number.

    It takes the keyboard by a click only: who goes on by Tab goes from box to box. Arrow keys then
    move it.

    ``counted(bool)``: The hand let go, or a key moved it; whether it was dragged.
    """

    counted = Signal(bool)

    def __init__(self, name: str, of_round: SpreadRound, parent: QWidget | None = None) -> None:
        """Show no hands.

        Parameters
        ----------
        name
            For those who listen.
        of_round
            Which hands are counted; it decides the colour, as in the spread.
        """
        tool_tip = tr("Drag the end of the bar, or click it and press the arrow keys")
        face = ControlFace("hands", name, maximum=bar_length(0), page_step=5, tool_tip=tool_tip)
        super().__init__(face, parent)
        self._round: SpreadRound = of_round
        self._before: int | None = None
        self._was_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.sliderPressed.connect(self._on_pressed)
        self.gesture_finished.connect(self._on_finished)
        self.valueChanged.connect(self._tell_value)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show a number of hands, on a longer scale where the bar has no room for it."""
        if count > self.maximum():
            self.show_length(bar_length(count))
        self.show_value(count)
        self._tell_value(count)

    def show_length(self, length: int) -> None:
        """Let the whole bar stand for so many hands; never for fewer than it shows."""
        was_blocked = self.blockSignals(True)
        self.setMaximum(max(length, self.value()))
        self.blockSignals(was_blocked)
        self.update()

    def show_before(self, count: int) -> None:
        """Mark how many there were in the round before."""
        self._before = count
        self.show_references(None, count)

    def words_about(self, x: float) -> str:
        """Return how the bar is moved, and what is marked on it."""
        lines = [super().words_about(-self.width())]
        if self._before is not None:
            lines.append(tr_n("First: {n} hand", "First: {n} hands", self._before))
        return "\n".join(lines)

    def _on_pressed(self) -> None:
        self._was_dragged = True

    def _on_finished(self) -> None:
        was_dragged, self._was_dragged = self._was_dragged, False
        self.counted.emit(was_dragged)

    def _tell_value(self, count: int) -> None:
        self.setAccessibleDescription(tr_n("{n} hand", "{n} hands", count))

    def sizeHint(self) -> QSize:
        return QSize(round(SHORTEST * unit_of(self.fontMetrics())), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, then its end as the handle that it is."""
        track, thick = self.track(), THICK * unit_of(self.fontMetrics())
        start, end = sorted((track.x_of(0), track.x_of(self.value())))
        painter = QPainter(self)
        body = QRectF(start, track.centre - thick / 2, end - start, thick)
        painter.fillRect(body, QColor(bar_colour(self._theme, self._round)))
        painter.end()
        super().paintEvent(event)
