"""The rules of a negotiation: alternating turns, offers, and the four ways in which it ends."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isfinite
from typing import Literal

from explorer.model.errors import ScenarioError
from explorer.model.issue import Role
from explorer.model.negotiation import MOST_ROUNDS, MOST_SECONDS, MoveKind
from explorer.model.package import Bundle, Package
from explorer.model.scenario import Scenario

Ending = Literal["agreed", "left", "time", "rounds"]
"""Agreed, somebody walked away, the time was over, or the rounds were."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is fixed before the first turn.

    Attributes
    ----------
    scenario
        What is bargained under.
    first
        Who has the first turn.
    rounds
        Turns of each side, 1 to :data:`~explorer.model.negotiation.MOST_ROUNDS`.
    seconds
        How long it may take; None for no clock.

    Raises :class:`ScenarioError` for a number of rounds or seconds that is out of range.
    """

    scenario: Scenario
    first: Role = "sender"
    rounds: int = 10
    seconds: float | None = None

    def __post_init__(self) -> None:
        """Refuse numbers with which nobody can play."""
        if not 1 <= self.rounds <= MOST_ROUNDS:
            raise ScenarioError(f"A negotiation has 1 to {MOST_ROUNDS} rounds, not {self.rounds}.")
        if self.seconds is not None and not 0 < self.seconds <= MOST_SECONDS:
            raise ScenarioError(
                f"The clock runs for more than 0 and at most {MOST_SECONDS:g} seconds, "
                f"not {self.seconds:g}."
            )


@dataclass(frozen=True, slots=True)
class Move:
    """One move; ``package`` belongs to offers, ``seconds`` count from the beginning."""

    role: Role
    kind: MoveKind
    package: Package | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Game:
    """A negotiation as it stands: its rules and every move so far."""

    rules: Rules
    moves: tuple[Move, ...] = ()

    @property
    def offers(self) -> tuple[Move, ...]:
        """The offers of both sides, in order."""
        return tuple(move for move in self.moves if move.kind == "offer")

    @property
    def on_table(self) -> Move | None:
        """The last offer, or None before the first."""
        return next(reversed(self.offers), None)

    @property
    def to_move(self) -> Role:
        """Whose turn it is, or would be."""
        first = self.rules.first
        return first if len(self.offers) % 2 == 0 else other_side(first)

    @property
    def round(self) -> int:
        """The round of the present turn, from 1; the last one once all are over."""
        return min(len(self.offers) // 2 + 1, self.rules.rounds)

    @property
    def is_last_turn(self) -> bool:
        """Whether nobody could answer an offer that is made now."""
        return len(self.offers) + 1 >= 2 * self.rules.rounds

    @property
    def ending(self) -> Ending | None:
        """How it ended, or None while it goes on."""
        last = self.moves[-1].kind if self.moves else "offer"
        if last == "accept":
            return "agreed"
        if last == "leave":
            return "left"
        if last == "time":
            return "time"
        return "rounds" if len(self.offers) >= 2 * self.rules.rounds else None

    @property
    def agreement(self) -> Package | None:
        """What was agreed, or None."""
        table = self.on_table
        return table.package if self.ending == "agreed" and table is not None else None

    @property
    def seconds(self) -> float:
        """When the last move came; 0 before the first."""
        return self.moves[-1].seconds if self.moves else 0.0

    def offers_of(self, role: Role) -> tuple[Package, ...]:
        """Return what one side has offered, in order."""
        return tuple(move.package for move in self.offers if move.role == role and move.package)

    def states(self) -> Iterator["Game"]:
        """Yield this negotiation as it was before the first move and after each."""
        for count in range(len(self.moves) + 1):
            yield replace(self, moves=self.moves[:count])


def other_side(role: Role) -> Role:
    """Return the other of the two roles."""
    return "target" if role == "sender" else "sender"


def offered(game: Game, role: Role, package: Package, seconds: float) -> Game:
    """Return a negotiation with an offer more.

    Raises :class:`ScenarioError` out of turn, after the end, where the time is over, and for a
    package that the case does not have.
    """
    case = game.rules.scenario.case
    _check_levels(package.target, case.target_shape)
    _check_levels(package.sender, case.sender_shape)
    return _with_move(game, Move(role, "offer", package, seconds))


def accepted(game: Game, role: Role, seconds: float) -> Game:
    """Return a negotiation in which the offer on the table is agreed.

    Raises :class:`ScenarioError` out of turn, after the end, and where nothing was offered.
    """
    if game.on_table is None:
        raise ScenarioError("There is no offer on the table that could be accepted.")
    return _with_move(game, Move(role, "accept", None, seconds))


def left(game: Game, role: Role, seconds: float) -> Game:
    """Return a negotiation that a side has walked away from.

    Raises :class:`ScenarioError` out of turn and after the end.
    """
    return _with_move(game, Move(role, "leave", None, seconds))


def timed_out(game: Game, seconds: float) -> Game:
    """Return a negotiation whose time is over.

    Raises :class:`ScenarioError` after the end, without a clock, and while time is left.
    """
    limit = game.rules.seconds
    if limit is None or seconds < limit:
        raise ScenarioError(f"The time is not over after {seconds:g} seconds.")
    return _appended(game, Move(game.to_move, "time", None, seconds))


def has_time(game: Game, seconds: float) -> bool:
    """Return whether a move at a moment is still in time."""
    return game.rules.seconds is None or seconds <= game.rules.seconds


def _with_move(game: Game, move: Move) -> Game:
    if game.ending is None and move.role != game.to_move:
        raise ScenarioError(f"It is the turn of the {game.to_move}, not of the {move.role}.")
    if not has_time(game, move.seconds):
        raise ScenarioError(f"The time was over before {move.seconds:g} seconds.")
    return _appended(game, move)


def _appended(game: Game, move: Move) -> Game:
    if game.ending is not None:
        raise ScenarioError("The negotiation is over; nothing can be moved any more.")
    if not isfinite(move.seconds) or not game.seconds <= move.seconds <= MOST_SECONDS:
        raise ScenarioError(
            f"A move cannot come at {move.seconds:g} seconds: the one before came at "
            f"{game.seconds:g}."
        )
    return replace(game, moves=(*game.moves, move))


def _check_levels(bundle: Bundle, shape: tuple[int, ...]) -> None:
    if len(bundle) != len(shape):
        raise ScenarioError(f"An offer names {len(shape)} levels here, not {len(bundle)}.")
    for level, size in zip(bundle, shape, strict=True):
        if not 0 <= level < size:
            raise ScenarioError(f"An offer names level {level}, but only 0 to {size - 1} exist.")
