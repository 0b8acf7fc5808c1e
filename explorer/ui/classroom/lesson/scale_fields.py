"""The fields of a number that is asked for: from where to where, and in what it is counted."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from explorer.classroom.lesson.asked_number import MOST_ASKED
from explorer.model.lesson import Prediction
from explorer.model.wording import tr
from explorer.ui.controls.number_box import NumberBox
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.text_field import TextField


class ScaleFields(QWidget):
    """Both ends of a scale and its unit, side by side.

    ``edited()``: Other ones stand there.
    """

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Show a scale from 0 to 1 without a unit."""
        super().__init__(parent)
        self.low, self.high = NumberBox(self), NumberBox(self)
        self.low.setRange(0, MOST_ASKED - 1)
        self.high.setRange(1, MOST_ASKED)
        self.low.setAccessibleName(tr("Lowest number"))
        self.high.setAccessibleName(tr("Highest number"))
        self.unit = TextField(self)
        self.unit.setAccessibleName(tr("Unit"))
        self.unit.setPlaceholderText(tr("Unit"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for part in (self.low, Label(tr("to"), self), self.high):
            line.addWidget(part)
        line.addWidget(self.unit, 1)
        self.setFocusProxy(self.low)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.low.valueChanged.connect(self._on_low)
        self.high.valueChanged.connect(self._on_high)
        self.unit.textEdited.connect(self.edited)

    def show_scale(self, prediction: Prediction) -> None:
        """Show the scale of a prediction; emits nothing."""
        blockers = [QSignalBlocker(each) for each in (self.low, self.high, self.unit)]
        self.low.setValue(round(prediction.low))
        self.high.setValue(round(prediction.high))
        if self.unit.text().strip() != prediction.unit:
            self.unit.setText(prediction.unit)
        for blocker in blockers:
            blocker.unblock()

    def changes(self, prediction: Prediction) -> dict[str, object]:
        """Return the fields of a prediction as they stand here; ends nobody moved stay exact."""
        found: dict[str, object] = {"unit": self.unit.text().strip()}
        if self.low.value() != round(prediction.low):
            found["low"] = float(self.low.value())
        if self.high.value() != round(prediction.high):
            found["high"] = float(self.high.value())
        return found

    def _on_low(self, low: int) -> None:
        """Keep the highest number above the lowest."""
        if self.high.value() <= low:
            quiet = QSignalBlocker(self.high)
            self.high.setValue(low + 1)
            quiet.unblock()
        self.edited.emit()

    def _on_high(self, high: int) -> None:
        if self.low.value() >= high:
            quiet = QSignalBlocker(self.low)
            self.low.setValue(high - 1)
            quiet.unblock()
        self.edited.emit()
