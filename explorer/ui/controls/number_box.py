"""A box for a whole number: all of what is typed is taken, or none of it."""

from PySide6.QtCore import QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QSpinBox, QToolTip, QWidget

from explorer.model.wording import tr
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.measure import target_side
from explorer.ui.widgets.wheel_guard import WheelGuard

READING_TIME = 6000
"""Milliseconds for which a refusal stays beside the box."""


class NumberBox(QSpinBox):
    """Takes any text while it is typed and judges it when it is finished.

    Qt's own box swallows the letters that would not fit: of 150 it keeps 15. Here a text that is
    no whole number within the range brings back the number that stood, with a word about it;
    Escape brings it back too. The wheel changes it only while it has the keyboard. Numbers are
    written alike in every locale, and the digits of every script are taken.

    ``refused(str)``: Why a text was not taken.
    """

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setKeyboardTracking(False)
        # As everywhere in the window: under an Arabic locale numbers would stand in two scripts.
        self.setLocale(QLocale.c())
        self._guard = WheelGuard(self)
        self.editingFinished.connect(self._write_usually)

    def _plain(self, text: str) -> str:
        """Return a text without what the box itself writes around the number."""
        return text.strip().removesuffix(self.suffix().strip()).strip()

    def _number(self, text: str) -> int | None:
        plain = self._plain(text).replace("\N{MINUS SIGN}", "-")
        try:
            # Python takes underscores between digits; people type them by mistake only.
            return None if "_" in plain else int(plain)
        except ValueError:
            return None

    def _usual_text(self) -> str:
        return self.textFromValue(self.value()) + self.suffix()

    def _write_usually(self) -> None:
        """Write the number as usual; Qt leaves a text such as 040 where 40 was the value."""
        if self._is_half_typed():
            self.lineEdit().setText(self._usual_text())

    def _refuse(self, text: str) -> None:
        reason = tr(
            "“{text}” was not taken. Type a whole number from {low:,} to {high:,}.",
            text=self._plain(text),
            low=self.minimum(),
            high=self.maximum(),
        )
        below = self.mapToGlobal(QPoint(0, self.height()))
        QToolTip.showText(below, reason, self, self.rect(), READING_TIME)
        announce(self, reason)
        self.refused.emit(reason)

    def sizeHint(self) -> QSize:
        """Return enough height to hit."""
        least = target_side(self.fontMetrics())
        return super().sizeHint().expandedTo(QSize(0, least))

    def minimumSizeHint(self) -> QSize:
        """Return enough height to hit, as always."""
        least = target_side(self.fontMetrics())
        return super().minimumSizeHint().expandedTo(QSize(0, least))

    def validate(self, text: str, place: int) -> object:
        """Let any text be typed; only a whole number within the range is good to stand."""
        number = self._number(text)
        is_good = number is not None and self.minimum() <= number <= self.maximum()
        states = QValidator.State
        return (states.Acceptable if is_good else states.Intermediate, text, place)

    def valueFromText(self, text: str) -> int:
        number = self._number(text)
        return self.value() if number is None else number

    def fixup(self, text: str) -> str:
        """Tell that a finished text is not taken; Qt then brings back what stood."""
        self._refuse(text)
        return text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        field = self.lineEdit()
        is_refused = not self.hasAcceptableInput()
        if event.key() == Qt.Key.Key_Escape and self._is_half_typed():
            field.setText(self._usual_text())
            field.selectAll()
            event.accept()
            return
        super().keyPressEvent(event)
        if is_refused and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # What was refused must not also press the button of a dialog.
            event.accept()

    def _is_half_typed(self) -> bool:
        return self.lineEdit().text() != self._usual_text()
