"""A negotiation that is being played: its moves, its clock, and the computer delegations."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.classroom.negotiation.delegation import computer_move
from explorer.classroom.negotiation.game import Game, accepted, left, offered, timed_out
from explorer.classroom.negotiation.own_side import OwnSide, own_side
from explorer.classroom.negotiation.record import replayed, rules_of, started, with_moves
from explorer.model.case import Case
from explorer.model.issue import Role
from explorer.model.negotiation import NegotiationRecord, Seat
from explorer.model.package import Package
from explorer.model.scenario import Scenario

TICK = 1000
"""Milliseconds between two looks at the clock."""


class NegotiationSession(QObject):
    """Plays by the rules; a computer delegation answers at once.

    The clock runs only between :meth:`resume` and :meth:`pause`. Its timer runs only while a time
    is set as well.

    Signals
    -------
    changed()
        There is another move, another negotiation, or none.
    ticked()
        A second of a timed negotiation has gone by.
    """

    changed = Signal()
    ticked = Signal()

    def __init__(self, now: Callable[[], float], parent: QObject) -> None:
        """Take the time from ``now``, in seconds from anywhere."""
        super().__init__(parent)
        self._now = now
        self.record: NegotiationRecord | None = None
        self.game: Game | None = None
        self._own: dict[Role, OwnSide] = {}
        self._spent = 0.0
        self._since: float | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(TICK)
        self.timer.timeout.connect(self._tick)

    @property
    def is_on(self) -> bool:
        """Whether a negotiation goes on."""
        return self.game is not None and self.game.ending is None

    @property
    def has_two_people(self) -> bool:
        """Whether both delegations sit at this machine, so that one must not see the other's."""
        record = self.record
        return record is not None and all(
            seat.strategy == "person" for seat in (record.sender, record.target)
        )

    @property
    def elapsed(self) -> float:
        """Seconds that the clock has run, to a tenth."""
        running = 0.0 if self._since is None else self._now() - self._since
        return round(self._spent + running, 1)

    def seat(self, role: Role) -> Seat:
        """Return who plays a delegation; a person before the first negotiation."""
        return Seat() if self.record is None else self.record.seat(role)

    def own_best(self, role: Role) -> float:
        """Return the largest gain that a delegation could have within its own lines."""
        return self._own[role].best

    def begin(self, scenario: Scenario, plan: NegotiationRecord) -> None:
        """Begin under a scenario, with the seats and limits of a plan."""
        self.pause()
        self.record = started(scenario, plan)
        rules = rules_of(self.record, scenario.case)
        self._know(rules.scenario)
        self._spent = 0.0
        self._take(Game(rules))

    def go_on(self, record: NegotiationRecord, case: Case) -> None:
        """Go on with a recorded negotiation from its last move.

        Raises :class:`~explorer.model.errors.ScenarioError` if it is not of this case, or if a move
        breaks the rules; what was played before then stays.
        """
        game = replayed(record, case)
        self.pause()
        self._know(game.rules.scenario)
        self.record, self._spent = record, game.seconds
        self._take(game)

    def forget(self) -> None:
        """Put the negotiation away."""
        self.pause()
        self.record = self.game = None
        self.changed.emit()

    def offer(self, package: Package) -> None:
        """Have whose turn it is offer a package."""
        if self.game is not None and self._is_in_time():
            self._take(offered(self.game, self.game.to_move, package, self.elapsed))

    def accept(self) -> None:
        """Have whose turn it is accept the offer on the table."""
        if self.game is not None and self._is_in_time():
            self._take(accepted(self.game, self.game.to_move, self.elapsed))

    def leave(self) -> None:
        """Have whose turn it is walk away."""
        if self.game is not None and self._is_in_time():
            self._take(left(self.game, self.game.to_move, self.elapsed))

    def resume(self) -> None:
        """Let the clock run, if a negotiation goes on."""
        if self.is_on and self._since is None and self.game is not None:
            self._since = self._now()
            if self.game.rules.seconds is not None:
                self.timer.start()

    def pause(self) -> None:
        """Hold the clock."""
        self._spent, self._since = self.elapsed, None
        self.timer.stop()

    def _know(self, scenario: Scenario) -> None:
        self._own = {role: own_side(scenario, role) for role in ("sender", "target")}

    def _take(self, game: Game) -> None:
        while game.ending is None and self.seat(game.to_move).strategy != "person":
            role = game.to_move
            seed = 0 if self.record is None else self.record.seed
            game = computer_move(game, self.seat(role), self._own[role], seed, self.elapsed)
        self.game = game
        if self.record is not None:
            self.record = with_moves(self.record, game)
        if game.ending is not None:
            self.pause()
        self.changed.emit()

    def _tick(self) -> None:
        if self._is_in_time():
            self.ticked.emit()

    def _is_in_time(self) -> bool:
        """End the negotiation where its time is over; return whether it goes on."""
        game, elapsed = self.game, self.elapsed
        if game is None or game.ending is not None:
            return False
        limit = game.rules.seconds
        if limit is not None and elapsed >= limit:
            self._take(timed_out(game, elapsed))
            return False
        return True
