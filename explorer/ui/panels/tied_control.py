"""A control tied to the id of what it moves, so that one slot can serve all of them."""

from PySide6.QtCore import QObject, Signal

from explorer.ui.widgets.control import Control


class TiedControl(QObject):
    """Repeats the intents of one control with the control's id in front."""

    value_edited = Signal(str, int)
    gesture_started = Signal(str)
    gesture_finished = Signal()
    reset_requested = Signal(str, str)
    detail_requested = Signal(str)
    sweep_requested = Signal(str)

    def __init__(self, control: Control) -> None:
        super().__init__(control)
        self._id = control.face.id
        control.value_edited.connect(self._on_value_edited)
        control.gesture_started.connect(self._on_gesture_started)
        control.gesture_finished.connect(self.gesture_finished)
        control.reset_requested.connect(self._on_reset_requested)
        control.detail_requested.connect(self._on_detail_requested)
        control.sweep_requested.connect(self._on_sweep_requested)

    def _on_value_edited(self, value: int) -> None:
        self.value_edited.emit(self._id, value)

    def _on_gesture_started(self) -> None:
        self.gesture_started.emit(self._id)

    def _on_reset_requested(self, target: str) -> None:
        self.reset_requested.emit(self._id, target)

    def _on_detail_requested(self) -> None:
        self.detail_requested.emit(self._id)

    def _on_sweep_requested(self) -> None:
        self.sweep_requested.emit(self._id)
