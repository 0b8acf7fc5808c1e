"""Entry of a show of hands: bars with their numbers, a list of numbers, or both brackets."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.classroom.lesson.class_record import answer_words
from explorer.classroom.lesson.poll_answer import bracket_answer
from explorer.classroom.lesson.step_view import Question
from explorer.figures.spread import Hands, round_words
from explorer.model.classroom import MOST_STUDENTS
from explorer.model.wording import tr, tr_n
from explorer.ui.classroom.lesson.bracket_lane import BracketLane
from explorer.ui.classroom.lesson.count_bar import CountBar, bar_length
from explorer.ui.classroom.lesson.typed_numbers import (
    LONGEST_LIST,
    hands_text,
    told_hands,
    typed_hands,
)
from explorer.ui.controls.number_box import NumberBox
from explorer.ui.look.typography import PanelLabel, Rank
from explorer.ui.widgets.text_field import TextField


class CountBox(NumberBox):
    """A number of hands; Enter goes on, the keys of the steps stay with the panel.

    ``entered()``: Enter was pressed on a number that stands.
    """

    entered = Signal()

    def __init__(self, name: str, most: int = MOST_STUDENTS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, most)
        self.setAccessibleName(name)
        self.setProperty("quiet", True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_good = self.hasAcceptableInput()
        super().keyPressEvent(event)
        if is_enter and is_good:
            event.accept()
            self.entered.emit()


class HandCounts(QWidget):
    """Where the hands of one round are typed.

    Signals
    -------
    changed()
        Other numbers stand there.
    entered()
        Enter was pressed on the last one.
    drawn(bool)
        A bar was given another length; whether by a drag, which is a whole step of undo.
    """

    changed = Signal()
    entered = Signal()
    drawn = Signal(bool)

    def hands(self) -> Hands:
        """Return what is typed, answers without a hand left out."""
        raise NotImplementedError

    def show_hands(self, hands: Hands) -> None:
        """Show what was counted before; emits nothing."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Return where the keyboard begins."""
        raise NotImplementedError


class AnswerCounts(HandCounts):
    """A bar and a number box for each answer, beside what was counted in the first round.

    Both say the same number. Tab goes from box to box; all bars have one scale, which has room
    for the class.
    """

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, CountBox] = {}
        self._bars: dict[str, CountBar] = {}
        self._most = question.most_hands
        self._total = PanelLabel(Rank.SOFT, "", self)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(0)
        if question.round == 2:
            for column, words in ((1, tr("First")), (2, tr("Second"))):
                grid.addWidget(PanelLabel(Rank.SOFT, words, self), 0, column)
        for answer_id, words in question.choices:
            self._add_answer(question, answer_id, words)
        grid.addWidget(self._total, grid.rowCount(), 0, 1, 3)
        self.show_hands(question.hands[(question.round or 1) - 1])

    def _add_answer(self, question: Question, answer_id: str, words: str) -> None:
        """Add an answer's words with its bar below them, and its number beside both."""
        of_round, grid = question.round or 1, self._grid
        box = CountBox(tr("{answer}: hands", answer=words), parent=self)
        box.setAccessibleDescription(round_words(of_round))
        bar = CountBar(tr("{answer}: bar of hands", answer=words), of_round, self)
        row = grid.rowCount()
        grid.addWidget(PanelLabel(Rank.BODY, words, self), row, 0)
        grid.addWidget(bar, row + 1, 0)
        if of_round == 2:
            count = dict(question.hands[0]).get(answer_id, 0)
            bar.show_before(count)
            centre = Qt.AlignmentFlag.AlignCenter
            grid.addWidget(PanelLabel(Rank.BODY, str(count), self), row, 1, 2, 1, centre)
        grid.addWidget(box, row, of_round, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        box.valueChanged.connect(self._on_changed)
        box.valueChanged.connect(bar.show_count)
        box.entered.connect(self._go_on)
        bar.value_edited.connect(box.setValue)
        bar.counted.connect(self._on_drawn)
        self._boxes[answer_id], self._bars[answer_id] = box, bar

    def hands(self) -> Hands:
        for box in self._boxes.values():
            box.interpretText()
        counted = ((answer, box.value()) for answer, box in self._boxes.items())
        return tuple((answer, count) for answer, count in counted if count)

    def show_hands(self, hands: Hands) -> None:
        counts = dict(hands)
        for answer, box in self._boxes.items():
            box.blockSignals(True)
            box.setValue(counts.get(answer, 0))
            box.blockSignals(False)
            self._bars[answer].show_count(box.value())
        self._tell_total()

    def first_field(self) -> QWidget:
        return next(iter(self._boxes.values()))

    def _tell_total(self) -> None:
        total = sum(box.value() for box in self._boxes.values())
        self._total.show_text(tr_n("{n} hand", "{n} hands", total))
        self._most = max(self._most, total)
        # A scale that changes under the hand would take the bar's end away from it.
        if not any(bar.isSliderDown() for bar in self._bars.values()):
            for bar in self._bars.values():
                bar.show_length(bar_length(self._most))

    def _on_changed(self) -> None:
        self._tell_total()
        self.changed.emit()

    def _on_drawn(self, was_dragged: bool) -> None:
        self._tell_total()
        self.drawn.emit(was_dragged)

    def _go_on(self) -> None:
        boxes = list(self._boxes.values())
        here = next((place for place, box in enumerate(boxes) if box.hasFocus()), -1)
        if here + 1 < len(boxes):
            boxes[here + 1].setFocus(Qt.FocusReason.TabFocusReason)
            boxes[here + 1].selectAll()
        else:
            self.entered.emit()


class NumberCounts(HandCounts):
    """One field for all numbers that students call out, or for one that stands for the class."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = question.scale
        self._field = TextField(self)
        self._field.setMaxLength(LONGEST_LIST)
        self._field.setAccessibleName(tr("Numbers that were predicted"))
        self._told = PanelLabel(Rank.SOFT, "", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        column.addWidget(self._told)
        self._field.textChanged.connect(self._on_changed)
        self._field.returnPressed.connect(self.entered)
        self.show_hands(question.hands[(question.round or 1) - 1])

    def hands(self) -> Hands:
        return typed_hands(self._field.text(), self._scale)[0]

    def show_hands(self, hands: Hands) -> None:
        if hands != self.hands() or not hands:
            self._field.blockSignals(True)
            self._field.setText(hands_text(hands))
            self._field.blockSignals(False)
        self._tell()

    def first_field(self) -> QWidget:
        return self._field

    def _tell(self) -> None:
        self._told.show_text(told_hands(*typed_hands(self._field.text(), self._scale), self._scale))

    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit()


class BracketCounts(HandCounts):
    """Where both brackets are expected, added prediction by prediction."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names, self._scale = question.ends, question.scale
        self._found: Counter[str] = Counter()
        most = round(question.scale[1])
        self._boxes = tuple(CountBox(name, most, self) for name in names)
        self.lane: BracketLane | None = None
        self._many = CountBox(tr("How many hands"), parent=self)
        self._many.setMinimum(1)
        self.add_button = QPushButton(tr("&Add"), self)
        self.clear_button = QPushButton(tr("Clear"), self)
        self._told = PanelLabel(Rank.SOFT, "", self)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        fields = (*zip(names, self._boxes, strict=True), (tr("How many hands"), self._many))
        for row, (name, box) in enumerate(fields, start=1):
            grid.addWidget(PanelLabel(Rank.BODY, name, self), row, 0)
            grid.addWidget(box, row, 1)
            box.entered.connect(self._go_on)
        buttons = QHBoxLayout()
        for button, act in ((self.add_button, self.add), (self.clear_button, self._clear)):
            button.setAutoDefault(True)
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.addStretch(1)
        grid.addLayout(buttons, len(fields) + 1, 0, 1, 2)
        grid.addWidget(self._told, len(fields) + 2, 0, 1, 2)
        if question.axis is not None:
            self._add_lane(BracketLane(names, question.axis, self))
        self.show_hands(question.hands[(question.round or 1) - 1])

    def _add_lane(self, lane: BracketLane) -> None:
        """Add handles for both ends, in step with their boxes."""
        self.lane = lane
        floor, limit = self._boxes
        lane.floor_moved.connect(floor.setValue)
        lane.limit_moved.connect(limit.setValue)
        for box in self._boxes:
            box.valueChanged.connect(self._show_ends)
        self._grid.addWidget(lane, 0, 0, 1, 2)
        self._show_ends()

    def _show_ends(self) -> None:
        if self.lane is not None:
            floor, limit = self._boxes
            self.lane.show_ends(floor.value(), limit.value())

    def hands(self) -> Hands:
        return tuple(sorted(self._found.items()))

    def show_hands(self, hands: Hands) -> None:
        self._found = Counter(dict(hands))
        self._tell()

    def first_field(self) -> QWidget:
        return self._boxes[0]

    def add(self) -> None:
        """Count so many hands for the brackets that stand in the boxes."""
        for box in (*self._boxes, self._many):
            box.interpretText()
        floor, limit = (box.value() for box in self._boxes)
        low, high = self._scale
        self._found[bracket_answer(floor, limit, low=low, high=high)] += self._many.value()
        self._tell()
        self.changed.emit()

    def _clear(self) -> None:
        self._found.clear()
        self._tell()
        self.changed.emit()

    def _go_on(self) -> None:
        boxes = (*self._boxes, self._many)
        here = next((place for place, box in enumerate(boxes) if box.hasFocus()), -1)
        if here + 1 < len(boxes):
            boxes[here + 1].setFocus(Qt.FocusReason.TabFocusReason)
            boxes[here + 1].selectAll()
        else:
            self.add()
            self._boxes[0].setFocus(Qt.FocusReason.TabFocusReason)
            self._boxes[0].selectAll()

    def _tell(self) -> None:
        lines = [
            tr_n(
                "{brackets}: {n} hand",
                "{brackets}: {n} hands",
                count,
                brackets=answer_words(answer, {}),
            )
            for answer, count in sorted(self._found.items())
        ]
        self._told.show_text("\n".join(lines) or tr("Nothing is counted yet."))
        self.clear_button.setEnabled(bool(self._found))


def counts_for(question: Question, parent: QWidget) -> HandCounts:
    """Return the entry for a question."""
    if question.prediction.kind == "value":
        return NumberCounts(question, parent)
    if question.prediction.kind == "brackets":
        return BracketCounts(question, parent)
    return AnswerCounts(question, parent)
