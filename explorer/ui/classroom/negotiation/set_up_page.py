"""The page before a negotiation: who plays which side, and its limits."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.classroom.negotiation.feedback_words import seat_words
from explorer.model.day_words import dated_name
from explorer.model.negotiation import CURVES, MOST_ROUNDS, NegotiationRecord, Seat
from explorer.model.scenario import Scenario
from explorer.model.scene import Settings
from explorer.model.wording import tr
from explorer.ui.controls.number_box import NumberBox
from explorer.ui.look.foreign_text import button_text, plain_words
from explorer.ui.look.typography import PanelLabel, Rank
from explorer.ui.widgets.check_box import CheckBox
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.label import Label

if TYPE_CHECKING:
    from explorer.model.issue import Role

SEATS = (
    Seat(),
    *(Seat(strategy="time", curve=curve) for curve in CURVES),
    Seat(strategy="tit-for-tat"),
)
"""Who can play a delegation."""

USUAL_ROUNDS, MOST_MINUTES, HIGHEST_SEED = 10, 180, 9_999


class SetUpPage(QWidget):
    """Asks for both seats, who begins, rounds, minutes, and whether scores are hidden.

    ``start_requested(object)``: A negotiation as it is asked for, without case and settings.
    """

    start_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.under = PanelLabel(Rank.BODY)
        self.seats: dict[Role, DropDown] = {"sender": DropDown(), "target": DropDown()}
        self.first = DropDown()
        self.rounds = _box(1, MOST_ROUNDS, USUAL_ROUNDS, tr("Rounds"))
        self.minutes = _box(0, MOST_MINUTES, 0, tr("Minutes"))
        self.minutes.setSpecialValueText(tr("no clock"))
        self.seed = _box(0, HIGHEST_SEED, 1, tr("Seed of the computer"))
        self.hides_scores = CheckBox(tr("&Hide the scores until the end"))
        self.start = QPushButton(tr("&Start"))
        self.start.setProperty("primary", True)
        self.start.setAutoDefault(False)
        self.start.clicked.connect(self._start)
        self._names = {"sender": Label(), "target": Label()}
        for box in self.seats.values():
            for seat in SEATS:
                box.add_choice(seat_words(seat), seat)
        self._arrange()

    def show_scenario(self, scenario: Scenario) -> None:
        """Say under which scenario a new negotiation would be played, and name the parties."""
        case = scenario.case
        words = tr(
            "Two delegations bargain under “{scenario}”, by turns, over every issue at once.",
            scenario=dated_name(scenario),
        )
        self.under.show_text(words)
        chosen = max(0, self.first.currentIndex())
        self.first.clear()
        for role, box in self.seats.items():
            name = case.party(role).name
            self._names[role].setText(button_text(name))
            box.setAccessibleName(tr("Who plays {party}", party=name))
            self.first.add_choice(name, role)
        self.first.setCurrentIndex(chosen)

    def plan(self) -> NegotiationRecord:
        """Return what is asked for; case and settings are put in at the start."""
        seconds = 60.0 * self.minutes.value()
        return NegotiationRecord(
            case="case",
            settings=Settings(),
            first="target" if self.first.currentIndex() == 1 else "sender",
            rounds=self.rounds.value(),
            seconds=seconds or None,
            sender=SEATS[self.seats["sender"].currentIndex()],
            target=SEATS[self.seats["target"].currentIndex()],
            seed=self.seed.value(),
            hides_scores=self.hides_scores.isChecked(),
        )

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for role, box in self.seats.items():
            self._names[role].setBuddy(box)
            form.addRow(self._names[role], box)
        for words, field in (
            (tr("&First turn"), self.first),
            (tr("&Rounds"), self.rounds),
            (tr("&Minutes"), self.minutes),
            (tr("S&eed of the computer"), self.seed),
        ):
            label = Label(words)
            label.setBuddy(field)
            field.setAccessibleName(plain_words(words))
            form.addRow(label, field)
        note = PanelLabel(
            Rank.SOFT,
            tr(
                "A round is one turn of each side. The hard curve gives way late, the soft one "
                "early. The computer knows its own numbers and your offers, nothing else; its rule "
                "is told at the end."
            ),
        )
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.start)
        column = QVBoxLayout(self)
        column.addWidget(PanelLabel(Rank.TITLE, tr("Negotiation table")))
        column.addWidget(self.under)
        column.addLayout(form)
        column.addWidget(self.hides_scores)
        column.addWidget(note)
        column.addStretch(1)
        column.addLayout(buttons)

    def _start(self) -> None:
        self.start_requested.emit(self.plan())


def _box(low: int, high: int, value: int, name: str) -> NumberBox:
    box = NumberBox()
    box.setRange(low, high)
    box.setValue(value)
    box.setAccessibleName(name)
    box.setProperty("quiet", True)
    box.setButtonSymbols(NumberBox.ButtonSymbols.NoButtons)
    return box
