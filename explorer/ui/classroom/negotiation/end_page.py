"""The page after a negotiation: what was agreed, feedback, the computer's rule, the path."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from explorer.classroom.negotiation.feedback import Feedback, feedback
from explorer.classroom.negotiation.feedback_words import (
    ending_words,
    no_grade,
    remarks,
    rule_words,
    seat_words,
)
from explorer.classroom.negotiation.game import Game
from explorer.classroom.negotiation.turn_words import package_words, path_table
from explorer.model.negotiation import NegotiationRecord
from explorer.model.wording import tr
from explorer.ui.look.typography import PanelLabel, Rank, spacing
from explorer.ui.pictures.frame.table_twin import TableTwin
from explorer.ui.widgets.wrapping_row import WrappingLayout

if TYPE_CHECKING:
    from explorer.model.issue import Role

PATH_LINES = 9
"""How many lines of the path are seen at least."""


class _Side(QWidget):
    """The feedback for one delegation: who played it, each measure and its sentence, its rule."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.labels: list[PanelLabel] = []

    def show_side(self, game: Game, record: NegotiationRecord, found: Feedback) -> None:
        """Show the feedback for one side in place of what stood there."""
        for label in self.labels:
            self.column.removeWidget(label)
            label.deleteLater()
        role: Role = found.role
        scenario, seat = game.rules.scenario, record.seat(role)
        party = scenario.case.party(role).name
        title = tr("{party}: {seat}", party=party, seat=seat_words(seat))
        self.labels = [PanelLabel(Rank.STRONG, title, self, role=role)]
        for each in remarks(scenario, found):
            words = tr("{measure}: {value}", measure=each.name, value=each.value)
            self.labels.append(PanelLabel(Rank.BODY, words, self))
            self.labels.append(PanelLabel(Rank.SOFT, each.meaning, self))
        if rule := rule_words(seat):
            self.labels.append(PanelLabel(Rank.STRONG, tr("The rule it kept"), self))
            self.labels.append(PanelLabel(Rank.SOFT, rule, self))
        for label in self.labels:
            label.fit_font(self.font())
            self.column.addWidget(label)


class EndPage(QWidget):
    """Tells how it ended and what each side did.

    Signals
    -------
    save_requested(str)
        The record shall be written as ``csv`` or ``json``.
    table_requested(), again_requested()
        The result goes to the class of tables; another negotiation is set up.
    """

    save_requested = Signal(str)
    table_requested = Signal()
    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ending = PanelLabel(Rank.TITLE)
        self.agreed = PanelLabel(Rank.BODY)
        self.sides: dict[Role, _Side] = {"sender": _Side(), "target": _Side()}
        self.path = TableTwin()
        self.again = QPushButton(tr("&Play again…"))
        self.save_csv = QPushButton(tr("Save record as &CSV…"))
        self.save_json = QPushButton(tr("Save record as &JSON…"))
        self.add_table = QPushButton(tr("Add to class of &tables"))
        self._arrange()
        self.save_csv.clicked.connect(self._save_csv)
        self.save_json.clicked.connect(self._save_json)
        self.add_table.clicked.connect(self.table_requested)
        self.again.clicked.connect(self.again_requested)

    def show_end(self, game: Game, record: NegotiationRecord) -> None:
        """Show a negotiation that is over."""
        self.ending.show_text(ending_words(game))
        agreement = game.agreement
        self.agreed.setVisible(agreement is not None)
        if agreement is not None:
            self.agreed.show_text(package_words(game.rules.scenario, agreement))
        for found in feedback(game):
            self.sides[found.role].show_side(game, record, found)
        self.path.show_table(path_table(game))

    def _arrange(self) -> None:
        sides = QGridLayout()
        sides.setHorizontalSpacing(spacing(self, 24))
        for column, side in enumerate(self.sides.values()):
            sides.addWidget(side, 0, column)
            sides.setColumnStretch(column, 1)
        buttons = WrappingLayout()
        for button in (self.again, self.save_csv, self.save_json, self.add_table):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        self.path.setMinimumHeight(PATH_LINES * self.fontMetrics().height())
        column = QVBoxLayout(self)
        column.addWidget(self.ending)
        column.addWidget(self.agreed)
        column.addLayout(buttons)
        column.addWidget(PanelLabel(Rank.SOFT, no_grade()))
        column.addLayout(sides)
        column.addWidget(PanelLabel(Rank.STRONG, tr("The path of the offers")))
        column.addWidget(self.path, 1)

    def _save_csv(self) -> None:
        self.save_requested.emit("csv")

    def _save_json(self) -> None:
        self.save_requested.emit("json")
