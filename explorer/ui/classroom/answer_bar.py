"""The answer bar: says that the answer is hidden, and lets who teaches peek at it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from explorer.model.wording import tr
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, spacing
from explorer.ui.present.presentation import Presentation
from explorer.ui.widgets.announcing import announce
from explorer.ui.window.workbench import Workbench


class AnswerBar(TextSized, QWidget):
    """One line above everything while an answer is hidden.

    ``peeked(bool)``: The hand wants to see the answer for a while, or no longer.
    """

    peeked = Signal(bool)

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self.setAccessibleName(tr("Hidden answer"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._words = PanelLabel(Rank.STRONG, tr("The answer is hidden."), self)
        self.peek = QPushButton(tr("Peek (hold P)"))
        self.peek.setCheckable(True)
        self.peek.setToolTip(tr("See the answer in this window alone"))
        self.peek.toggled.connect(self.peeked)
        self.reveal = QPushButton(tr("Reveal"))
        self.reveal.setToolTip(tr("Show the answer to everybody"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.peek, self.reveal):
            button.setAutoDefault(True)
            self._row.addWidget(button)
        self.follow_text_size()
        self.hide()

    def show_peek(self, *, is_on: bool) -> None:
        """Tell whether the answer is seen in this window."""
        self._words.show_text(
            tr("You see the answer; the room does not.") if is_on else tr("The answer is hidden.")
        )

    def follow_text_size(self) -> None:
        side, gap = spacing(self, 14), spacing(self, 4)
        self._row.setContentsMargins(side, gap, side, gap)


class HiddenAnswer(QObject):
    """Hides the answer in the main window for as long as it is hidden from the room."""

    def __init__(self, window: QWidget, workbench: Workbench, presentation: Presentation) -> None:
        """Follow what a presentation hides.

        Parameters
        ----------
        window
            Holding P in it lets its user peek.
        workbench
            What shows answers.
        presentation
            What the room sees.
        """
        super().__init__(window)
        self._window = window
        self._bench = workbench
        self._presentation = presentation
        self._is_held = False
        self.bar = AnswerBar()
        workbench.add_above(self.bar)
        self.bar.peeked.connect(self._show)
        self.bar.reveal.clicked.connect(self._reveal)
        presentation.words_changed.connect(self.follow)
        window.installEventFilter(self)

    @property
    def is_peeking(self) -> bool:
        """Whether a hidden answer is seen in the main window."""
        return self._is_held or self.bar.peek.isChecked()

    def follow(self) -> None:
        """Hide the answer or show it, as the presentation does."""
        is_hidden = self._presentation.is_answer_hidden
        if is_hidden == self.bar.isHidden():
            self._is_held = False
            self.bar.peek.setChecked(False)
            if is_hidden:
                announce(self._bench, tr("The answer is hidden. Hold P to peek."))
        self.bar.setVisible(is_hidden)
        self.bar.reveal.setVisible(not self._presentation.has_lesson_words)
        self._show()

    def _show(self) -> None:
        is_hidden = self._presentation.is_answer_hidden
        self.bar.show_peek(is_on=self.is_peeking)
        self._bench.hide_answer(is_hidden=is_hidden and not self.is_peeking)

    def _reveal(self) -> None:
        self._presentation.reveal()

    def _hold(self, *, is_held: bool) -> None:
        if is_held != self._is_held:
            self._is_held = is_held
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Peek while P is held and the window has the keyboard."""
        is_hidden = self._presentation.is_answer_hidden
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_P and is_hidden:
            is_plain = not event.modifiers() and not event.isAutoRepeat()
            if is_plain and event.type() == QEvent.Type.KeyPress:
                self._hold(is_held=True)
                return True
            if is_plain and event.type() == QEvent.Type.KeyRelease:
                self._hold(is_held=False)
                return True
        elif event.type() == QEvent.Type.ActivationChange and not self._window.isActiveWindow():
            self._hold(is_held=False)
        return super().eventFilter(watched, event)
