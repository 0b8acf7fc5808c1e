"""The message bar: one quiet line above the pictures with what can be done about it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from explorer.model.wording import tr


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence, and answers as (id, words); an empty tuple leaves only *Dismiss*."""

    text: str
    answers: tuple[tuple[str, str], ...] = ()


class _AnswerButton(QPushButton):
    """A button that knows which answer it gives."""

    answered = Signal(str)

    def __init__(self, answer: str, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._answer = answer
        self.clicked.connect(self._give_answer)

    def _give_answer(self) -> None:
        self.answered.emit(self._answer)


class MessageBar(QWidget):
    """Shows one message at a time; hidden while there is none.

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
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons: list[_AnswerButton] = []
        self._dismiss = QPushButton(tr("Dismiss"))
        self._dismiss.clicked.connect(self.show_nothing)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._text, 1)
        self._layout.addWidget(self._dismiss)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message in place of the one before."""
        self._clear_buttons()
        self._text.setText(message.text)
        self.setAccessibleDescription(message.text)
        for place, (answer, words) in enumerate(message.answers):
            button = _AnswerButton(answer, words, self)
            button.answered.connect(self._on_answered)
            self._layout.insertWidget(1 + place, button)
            self._buttons.append(button)
        self.show()

    def show_nothing(self) -> None:
        """Hide the bar."""
        self.hide()

    def text(self) -> str:
        """Return the sentence that is shown or was shown last."""
        return self._text.text()

    def _clear_buttons(self) -> None:
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()

    def _on_answered(self, answer: str) -> None:
        self.hide()
        self.answer_chosen.emit(answer)
