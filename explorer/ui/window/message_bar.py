"""The message bar: one quiet line above the pictures with what can be done about it."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from explorer.model.visible_text import visible
from explorer.model.wording import tr
from explorer.ui.look.foreign_text import button_text
from explorer.ui.look.long_words import breakable
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.wrapping_row import WrappingRow

Direction = QBoxLayout.Direction


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
        # Enter presses it as Space does.
        self.setAutoDefault(True)
        self.clicked.connect(self._give_answer)

    def _give_answer(self) -> None:
        self.answered.emit(self._answer)


class _Buttons(WrappingRow):
    """Buttons that ask for one line, and go on in another where there is no space for that."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().expandedTo(QSize(self.row.sizeHint().width(), 0))

    def minimumSizeHint(self) -> QSize:
        return WrappingRow.sizeHint(self)


class MessageBar(QWidget):
    """Shows the newest message; those of other topics wait behind it. Hidden without any.

    ``answer_chosen(str)``: The id of the answer that was clicked; the bar has gone by then.
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
        self._dismiss.setAutoDefault(True)
        self._dismiss.clicked.connect(self.show_nothing)
        self._row = _Buttons(self)
        self._row.row.add_stretch()
        self._row.row.addWidget(self._dismiss)
        self._layout = QBoxLayout(Direction.LeftToRight, self)
        self._layout.addWidget(self._text, 1)
        self._layout.addWidget(self._row)
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
        self._row.row.removeWidget(self._dismiss)
        for answer, words in message.answers:
            button = _AnswerButton(answer, words, self._row)
            # Whoever comes here by keyboard hears what is asked before answering.
            button.setAccessibleDescription(message.text)
            button.answered.connect(self._on_answered)
            self._row.row.addWidget(button)
            self._buttons.append(button)
        self._row.row.addWidget(self._dismiss)
        self._fit()
        if self.isVisible():
            self._announce()
        self.show()

    def _announce(self) -> None:
        """Have a screen reader speak the message, wherever the keyboard is."""
        if self._messages:
            announce(self, self._messages[0].text)

    def _clear_buttons(self) -> None:
        for button in self._buttons:
            self._row.row.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()

    def _fit(self) -> None:
        """Place the buttons below the sentence where they leave it less than a short line."""
        edges = self._layout.contentsMargins()
        free = self.width() - edges.left() - edges.right() - self._layout.spacing()
        needed = self._text.sizeHint().width() + self._row.sizeHint().width()
        is_beside = needed <= free
        self._layout.setDirection(Direction.LeftToRight if is_beside else Direction.TopToBottom)
        self._row.updateGeometry()

    def _on_answered(self, answer: str) -> None:
        self.show_nothing()
        self.answer_chosen.emit(answer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        # What was there before the window is said when the window opens.
        super().showEvent(event)
        self._announce()
