"""The page of one delegation's turn: the offer on the table, its own score, and its answer."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.classroom.negotiation.game import Game
from explorer.classroom.negotiation.own_side import OwnView, own_view
from explorer.classroom.negotiation.turn_words import (
    broken_words,
    clock_words,
    history_table,
    place_words,
    score_words,
)
from explorer.model.issue import Role
from explorer.model.package import Package, package_of
from explorer.model.wording import tr
from explorer.ui.classroom.negotiation.offer_grid import OfferGrid
from explorer.ui.classroom.negotiation.score_bar import ScoreBar
from explorer.ui.look.typography import PanelLabel, Rank
from explorer.ui.pictures.frame.table_twin import TableTwin
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.wrapping_row import WrappingLayout

HISTORY_LINES = 8
"""How many lines of the history are seen at least."""


class Sight(NamedTuple):
    """What a delegation may see: its game and side, its best, and whether scores are shown."""

    game: Game
    role: Role
    best: float
    has_scores: bool


class _Standing(QWidget):
    """The own score of one package: a heading, a bar, its words, and lines that it breaks."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.bar = ScoreBar()
        self.score = PanelLabel(Rank.BODY)
        self.broken = PanelLabel(Rank.STRONG)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (PanelLabel(Rank.SOFT, title), self.bar, self.score, self.broken):
            column.addWidget(part)
        column.addStretch(1)

    def show_view(self, sight: Sight, view: OwnView | None) -> None:
        """Show a package's score, or that there is none."""
        words = tr("Nothing is on the table yet.") if view is None else score_words(view)
        if not sight.has_scores and view is not None:
            words = tr("Scores are hidden until the end.")
        scenario = sight.game.rules.scenario
        broken = "" if view is None else broken_words(scenario, view)
        has_bar = view is not None and sight.has_scores
        self.bar.setVisible(has_bar)
        if has_bar and view is not None:
            most = max(sight.best, abs(view.gain))
            self.bar.show_score(view.gain, most, sight.role, words)
        self.score.show_text(words)
        warned = tr("\N{WARNING SIGN} {words}", words=broken) if broken else ""
        self.broken.show_text(warned)
        self.broken.setVisible(bool(broken))


class TurnPage(QWidget):
    """What a delegation sees and does at its turn.

    Signals
    -------
    offered(object)
        The package that is offered.
    accepted(), left()
        The offer on the table is accepted; the delegation has walked away, and confirmed it.
    asked()
        The delegation is asked whether it means to walk away.
    """

    offered = Signal(object)
    accepted = Signal()
    left = Signal()
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sight: Sight | None = None
        self._told = ""
        self.heading = PanelLabel(Rank.TITLE)
        self.place = PanelLabel(Rank.STRONG)
        self.clock = PanelLabel(Rank.STRONG)
        self.grid = OfferGrid()
        self.table_standing = _Standing(tr("The offer on the table"))
        self.draft_standing = _Standing(tr("Your offer"))
        self.history = TableTwin()
        self.accept = QPushButton(tr("&Accept the offer on the table"))
        self.make = QPushButton(tr("&Make this offer"))
        self.make.setProperty("primary", True)
        self.copy = QPushButton(tr("Start from the offer on the &table"))
        self.walk = QPushButton(tr("&Walk away…"))
        self.confirm = QPushButton(tr("&Yes, walk away"))
        self.stay = QPushButton(tr("&Stay"))
        self._question = Label(tr("Walk away? The negotiation ends at once."))
        self._arrange()
        self._connect()

    def show_turn(self, sight: Sight) -> None:
        """Show a turn from the beginning: the lists stand where the own last offer stood."""
        game, role = sight.game, sight.role
        self._sight = sight
        case = game.rules.scenario.case
        self.grid.show_case(case)
        table = game.on_table
        package = None if table is None else table.package
        self.grid.show_table(package)
        self.grid.show_draft(_first_draft(game, role))
        party = case.party(role)
        self.heading.show_text(tr("The {adjective} delegation", adjective=party.adjective))
        self.heading.show_colour("sender_text" if role == "sender" else "target_text")
        self.place.show_text(place_words(game))
        view = None if package is None else own_view(game.rules.scenario, role, package)
        self.table_standing.show_view(sight, view)
        self.history.show_table(history_table(game, role, has_scores=sight.has_scores))
        self.history.resizeColumnsToContents()
        self.accept.setEnabled(package is not None)
        self.copy.setEnabled(package is not None)
        self._ask(is_asked=False)
        self._show_draft(is_told=False)

    def show_clock(self, elapsed: float) -> None:
        """Show the time that is left, or the time that was taken."""
        if self._sight is not None:
            self.clock.show_text(clock_words(self._sight.game, elapsed))

    def focus_first(self) -> None:
        """Give the keyboard to the first list of levels: nothing ends by a key held too long."""
        first = next(iter(self.grid.boxes.values()), None)
        if first is not None:
            first.setFocus()

    def words(self) -> str:
        """Return what a screen reader says when the turn begins."""
        parts = (self.heading, self.place, self.table_standing.score, self.table_standing.broken)
        return ". ".join(part.text().rstrip(".") for part in parts if part.text()) + "."

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 3)
        top.addWidget(self.place, 3)
        top.addWidget(self.clock, 1)
        side = QVBoxLayout()
        for part in (self.table_standing, self.draft_standing):
            side.addWidget(part)
        side.addWidget(PanelLabel(Rank.SOFT, tr("Offers so far")))
        self.history.setMinimumHeight(HISTORY_LINES * self.fontMetrics().height())
        side.addWidget(self.history, 1)
        middle = QGridLayout()
        middle.addWidget(self.grid, 0, 0)
        middle.addLayout(side, 0, 1)
        middle.setColumnStretch(0, 8)
        middle.setColumnStretch(1, 3)
        bottom = WrappingLayout()
        for part in (self.walk, self._question, self.confirm, self.stay):
            bottom.addWidget(part)
        bottom.add_stretch()
        for part in (self.copy, self.accept, self.make):
            bottom.addWidget(part)
        for button in (self.walk, self.confirm, self.stay, self.copy, self.accept, self.make):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addLayout(bottom)

    def _connect(self) -> None:
        self.grid.edited.connect(self._on_edited)
        self.make.clicked.connect(self._offer)
        self.copy.clicked.connect(self._copy)
        self.accept.clicked.connect(self.accepted)
        self.walk.clicked.connect(self._on_walk)
        self.stay.clicked.connect(self._on_stay)
        self.confirm.clicked.connect(self.left)

    def _on_edited(self) -> None:
        self._show_draft(is_told=True)

    def _show_draft(self, *, is_told: bool) -> None:
        if self._sight is None:
            return
        view = own_view(self._sight.game.rules.scenario, self._sight.role, self.grid.draft())
        self.draft_standing.show_view(self._sight, view)
        told = " ".join(
            part.text()
            for part in (self.draft_standing.broken, self.draft_standing.score)
            if part.text()
        )
        if is_told and told != self._told:
            announce(self.draft_standing, told)
        self._told = told

    def _offer(self) -> None:
        self.offered.emit(self.grid.draft())

    def _copy(self) -> None:
        table = None if self._sight is None else self._sight.game.on_table
        if table is not None and table.package is not None:
            self.grid.show_draft(table.package)
            self._show_draft(is_told=True)

    def _on_walk(self) -> None:
        self._ask(is_asked=True)
        self.stay.setFocus()
        self.asked.emit()
        announce(self.stay, self._question.text())

    def _on_stay(self) -> None:
        self._ask(is_asked=False)
        self.walk.setFocus()

    def _ask(self, *, is_asked: bool) -> None:
        self.walk.setVisible(not is_asked)
        for part in (self._question, self.confirm, self.stay):
            part.setVisible(is_asked)


def _first_draft(game: Game, role: Role) -> Package:
    """Return what the lists begin with: the own last offer, else nothing given by anybody."""
    own = game.offers_of(role)
    return own[-1] if own else package_of(game.rules.scenario.case, {})
