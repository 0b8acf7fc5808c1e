"""What the panel shows of a step by its kind: question and counts, spread, goal."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from explorer.classroom.lesson.step_view import Question, StepView, goal_words
from explorer.model.wording import tr
from explorer.ui.classroom.lesson.hand_counts import HandCounts, counts_for
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, spacing
from explorer.ui.pictures.spread.spread_plot import SpreadPlot
from explorer.ui.widgets.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from explorer.figures.spread import Hands
    from explorer.model.classroom import Round

ROW_LINES = 3
"""How many lines of text a row of the spread is high in the panel, and so is its legend."""


class PredictPart(TextSized, QWidget):
    """A question, where its hands are counted, and a look at the answer for the instructor.

    Signals
    -------
    counted(int, object, bool)
        The round, what was typed or drawn, and whether it is a whole step of undo.
    peeked(bool)
        The hidden answer is wanted, or no more.
    poll_wanted(bool)
        Counts shall come from a poll: from a file (True) or the clipboard.
    """

    counted = Signal(int, object, bool)
    peeked = Signal(bool)
    poll_wanted = Signal(bool)

    def __init__(self, question: Question, parent: QWidget) -> None:
        """Ask a question whose hands are counted in one round."""
        super().__init__(parent)
        self._question = question
        self._round: Round = question.round or 1
        self._asked = PanelLabel(Rank.STRONG, question.prediction.question, self)
        self.counts: HandCounts = counts_for(question, self)
        words = tr("Keep the first count") if self._round == 1 else tr("Keep the second count")
        self.commit_button = QPushButton(words, self)
        self.paste_button = QPushButton(tr("Paste a poll"), self)
        self.open_button = QPushButton(tr("Open a poll…"), self)
        self.peek_button = QPushButton(tr("Peek"), self)
        self.peek_button.setCheckable(True)
        self.peek_button.setToolTip(tr("See the hidden answer, in this panel only"))
        self.answer = PanelLabel(Rank.BODY, "", self)
        self._arrange()

    def show_question(self, question: Question) -> None:
        """Show the hands that are counted now, such as after an undo."""
        old = self._question.hands[self._round - 1]
        new = question.hands[self._round - 1]
        self._question = question
        if new != old and new != self.counts.hands():
            self.counts.show_hands(new)
        self._show_kept()

    def show_answer(self, words: str) -> None:
        """Show the hidden answer, or hide it again with ""."""
        self.answer.show_text(words)
        self.answer.setVisible(bool(words))

    def count_now(self, *, is_whole: bool = False) -> None:
        """Have what is typed or drawn counted, unless it is already.

        ``is_whole``: Whether it is a step of undo of its own.
        """
        hands: Hands = self.counts.hands()
        if hands != self._question.hands[self._round - 1]:
            self.counted.emit(self._round, hands, is_whole)

    def _arrange(self) -> None:
        buttons = WrappingRow(self)
        for button in (self.commit_button, self.paste_button, self.open_button, self.peek_button):
            button.setAutoDefault(True)
            buttons.row.addWidget(button)
        column = self._column = QVBoxLayout(self)
        for part in (self._asked, self.counts, buttons, self.answer):
            column.addWidget(part)
        column.setContentsMargins(0, 0, 0, 0)
        self.answer.hide()
        self.commit_button.clicked.connect(self._commit)
        self.counts.entered.connect(self._on_entered)
        self.counts.drawn.connect(self._on_drawn)
        self.counts.changed.connect(self._show_kept)
        self.peek_button.toggled.connect(self.peeked)
        self.paste_button.clicked.connect(self._paste)
        self.open_button.clicked.connect(self._open)
        self._show_kept()
        self.follow_text_size()

    def _commit(self) -> None:
        self.count_now()

    def _on_drawn(self, was_dragged: bool) -> None:
        self.count_now(is_whole=was_dragged)

    def _on_entered(self) -> None:
        self.count_now()
        self.commit_button.setFocus()

    def _paste(self) -> None:
        self.poll_wanted.emit(False)

    def _open(self) -> None:
        self.poll_wanted.emit(True)

    def _show_kept(self) -> None:
        is_kept = self.counts.hands() == self._question.hands[self._round - 1]
        self.commit_button.setEnabled(not is_kept)

    def follow_text_size(self) -> None:
        self._column.setSpacing(spacing(self, 8))


class RevealPart(TextSized, QWidget):
    """The computed answer, what moved it, and how the class was divided.

    ``spread_wanted(bool)``: The room shall see the spread, or the picture.
    """

    spread_wanted = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.answer = PanelLabel(Rank.STRONG, "", self)
        self.mover = PanelLabel(Rank.BODY, "", self)
        self.told = PanelLabel(Rank.BODY, "", self)
        self.plot = SpreadPlot(self)
        self.plot.setMinimumSize(1, 1)
        self.spread_button = QPushButton(tr("Spread before the room"), self)
        self.spread_button.setCheckable(True)
        self.spread_button.setAutoDefault(True)
        self.spread_button.clicked.connect(self.spread_wanted)
        self._rows = 0
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.answer, self.mover, self.told, self.plot, self.spread_button):
            column.addWidget(part)
        self.hide()
        self.follow_text_size()

    def show_question(self, question: Question, *, is_before_room: bool) -> None:
        """Show what is computed beside what was predicted."""
        figure, answer = question.spread, question.answer
        self.answer.show_text("" if answer is None else answer.sentence)
        self.told.show_text(figure.sentence)
        has_hands = any(question.hands)
        for part in (self.plot, self.spread_button):
            part.setVisible(has_hands)
        self.spread_button.setChecked(is_before_room)
        self._rows = len(figure.rows)
        self.follow_text_size()
        self.plot.show_figure(figure)

    def show_mover(self, words: str) -> None:
        """Say what moved the answer; "" until it is known."""
        self.mover.show_text(words)
        self.mover.setVisible(bool(words))

    def follow_text_size(self) -> None:
        self._column.setSpacing(spacing(self, 8))
        self.plot.setFixedHeight(ROW_LINES * (self._rows + 2) * self.fontMetrics().height())


class TryPart(QWidget):
    """A goal, and how far the class is from it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.goal = PanelLabel(Rank.STRONG, "", self)
        self.state = PanelLabel(Rank.BODY, "", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.goal)
        column.addWidget(self.state)
        self.hide()

    def show_view(self, view: StepView) -> None:
        """Show the goal of a step, where it has one."""
        goal, state = view.step.goal, view.goal
        if goal is None:
            return
        self.goal.show_text(goal.text)
        if state is not None:
            self.state.show_text(goal_words(state, goal.most_changes, view.case))
            self.state.show_emphasis(is_strong=state.is_reached)
            self.state.show_colour("zone_text" if state.is_reached else "ink")
