"""Controls to test with, and a hand on the mouse wheel."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from explorer.ui.controls.control import Control
from explorer.ui.controls.control_face import ControlFace, TrackMark
from explorer.ui.look.theme import application_font

SCALE = ControlFace(
    id="russia_alignment",
    name="Russia alignment",
    role="target",
    low_word="distant",
    high_word="allied",
    marks=(TrackMark(36, "2019", "As in 2019."), TrackMark(98, "Oct 2025", "As in 2025.")),
    value_words=tuple("trade and talks" if value < 50 else "troops" for value in range(101)),
    access_key="R",
    tool_tip="How close the two are.",
    description="How close the two are, from 0 to 100.",
)
LEVEL = ControlFace(
    id="us_max_status",
    name="Nuclear status",
    role="sender",
    maximum=3,
    page_step=1,
    low_word="denied",
    high_word="no line",
    value_words=("goal kept", "goal set aside", "tacitly accepted as a fact for now", "no line"),
    is_level=True,
)
LINE = ControlFace(
    id="us_max_relief",
    name="Washington gives no more relief than …",
    role="sender",
    maximum=2,
    is_reversed=True,
    page_step=1,
    low_word="no line",
    high_word="strict",
    marks=(TrackMark(1, "declared", "Declared line."),),
    value_words=(
        "no line",
        "small easing",
        "nothing that lasts, and no exemption that anybody could feel",
    ),
    is_level=True,
    loosest=0,
)
SWITCH = ControlFace(
    id="un_consent",
    name="Security Council consent",
    maximum=1,
    value_words=("not needed", "needs inspections"),
)


def large_font(scale: float) -> QFont:
    """Return the program's font at a text scale."""
    return application_font(scale)


def turn_wheel(widget: QWidget, notches: int) -> None:
    """Turn the wheel over a widget of a visible window, as the system tells it."""
    window = widget.window()
    place = QPointF(widget.mapTo(window, widget.rect().center()))
    QTest.wheelEvent(window.windowHandle(), place, QPoint(0, 120 * notches))
    QApplication.processEvents()


class Listener:
    """Notes what a control says, in order, and that it says so under its own id."""

    def __init__(self, control: Control) -> None:
        self.heard: list[object] = []
        self._id = control.face.id
        control.value_edited.connect(self._on_said)
        control.gesture_started.connect(self._on_started)
        control.gesture_finished.connect(self._on_finished)
        control.reset_requested.connect(self._on_said)
        control.detail_requested.connect(self._on_detail)
        control.sweep_requested.connect(self._on_sweep)

    @property
    def values(self) -> list[int]:
        """Only the edited values."""
        return [each for each in self.heard if isinstance(each, int)]

    def _on_said(self, control_id: str, said: object) -> None:
        assert control_id == self._id
        self.heard.append(said)

    def _on_started(self, control_id: str) -> None:
        self._on_said(control_id, "started")

    def _on_finished(self) -> None:
        self.heard.append("finished")

    def _on_detail(self, control_id: str) -> None:
        self._on_said(control_id, "detail")

    def _on_sweep(self, control_id: str) -> None:
        self._on_said(control_id, "sweep")
