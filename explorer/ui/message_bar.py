"""The message bar: one quiet line above the pictures with what can be done about it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from explorer.model.visible_text import visible
from explorer.model.wording import tr
from explorer.ui.announcing import announce
from explorer.ui.foreign_text import button_text
from explorer.ui.long_words import breakable
from explorer.ui.widgets.label import Label


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence, and answers as (id, words); an empty tuple leaves only *Dismiss*.

    ``topic`` names what it is about: a message takes the place of an earlier one of its topic,
    and one without a text takes the earlier one back.
    """

    text: str
    answers: tuple[tuple[str, str], ...] = ()
    topic: str = ""


class _AnswerButton(QPushButton):
    """A button that knows which answer it gives."""

    answered = Signal(str)

    def __init__(self, answer: str, words: str, parent: QWidget) -> None:
        super().__init__(button_text(words), parent)
        self._answer = answer
        self.clicked.connect(self._give_answer)

    def _give_answer(self) -> None:
        self.answered.emit(self._answer)


class MessageBar(QWidget):
    """Shows the newest message; those of other topics wait behind it. Hidden without any.

    Signals
    -------
    answer_chosen(str)
        The id of the answer that was clicked; the bar has gone by then.
    """

    answer_chosen = Signal(str)

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self.setObjectName("message_bar")
        self.setAccessibleName(tr("Message"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._text = Label()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons: list[_AnswerButton] = []
        self._messages: list[Message] = []
        self._dismiss = QPushButton(tr("Dismiss"))
        self._dismiss.clicked.connect(self.show_nothing)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._text, 1)
        self._layout.addWidget(self._dismiss)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message, in place of an earlier one of the same topic."""
        shown = self._messages[:1]
        self._messages = [each for each in self._messages if each.topic != message.topic]
        if message.text:
            self._messages.insert(0, message)
        if self._messages[:1] != shown:
            self._show_newest()

    def show_nothing(self) -> None:
        """Take the message back that is shown; one that waits behind it appears."""
        self._messages = self._messages[1:]
        self._show_newest()

    def text(self) -> str:
        """Return the sentence that is shown or was shown last."""
        return self.accessibleDescription()

    def first_answer(self) -> QPushButton | None:
        """Return the button of the first answer to the message on screen, if it has any."""
        return self._buttons[0] if self._buttons else None

    def _show_newest(self) -> None:
        self._clear_buttons()
        if not self._messages:
            self.hide()
            return
        message = self._messages[0]
        self._text.setText(breakable(visible(message.text)))
        self.setAccessibleDescription(message.text)
        for place, (answer, words) in enumerate(message.answers):
            button = _AnswerButton(answer, words, self)
            # Whoever comes here by keyboard hears what is asked before answering.
            button.setAccessibleDescription(message.text)
            button.answered.connect(self._on_answered)
            self._layout.insertWidget(1 + place, button)
            self._buttons.append(button)
        if self.isVisible():
            self._announce()
        self.show()

    def _announce(self) -> None:
        """Have a screen reader speak the message, wherever the keyboard is."""
        if self._messages:
            announce(self, self._messages[0].text)

    def _clear_buttons(self) -> None:
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()

    def _on_answered(self, answer: str) -> None:
        self.show_nothing()
        self.answer_chosen.emit(answer)

    def showEvent(self, event: QShowEvent) -> None:
        # What was there before the window is said when the window opens.
        super().showEvent(event)
        self._announce()
