"""The record of a negotiation at one machine: who played what, and every move; data only."""

from typing import Annotated, Literal

from pydantic import Field

from explorer.model.issue import Role
from explorer.model.quantity import Identifier
from explorer.model.scene import Levels, Settings, Taught

MOST_ROUNDS = 40
"""Rounds of one negotiation; a round is one turn of each side."""

MOST_SECONDS = 24 * 3600.0
"""The longest clock, and the latest moment of a move."""

Strategy = Literal["person", "time", "tit-for-tat"]
"""Who decides for a delegation: somebody at the machine, or a published rule."""

Curve = Literal["hard", "medium", "soft"]
"""How early a time-dependent delegation concedes."""

CURVES: tuple[Curve, ...] = ("hard", "medium", "soft")

MoveKind = Literal["offer", "accept", "leave", "time"]
"""An offer, its acceptance, walking away, or the end of the time that was set."""

Seconds = Annotated[float, Field(ge=0, le=MOST_SECONDS)]


class Seat(Taught):
    """Who plays a delegation; the curve counts for a time-dependent one only."""

    strategy: Strategy = "person"
    curve: Curve = "medium"


class MoveRecord(Taught):
    """One move.

    Attributes
    ----------
    role
        Whose turn it was.
    levels
        The offer by issue; empty for every other kind.
    seconds
        When it came, since the negotiation began.
    """

    role: Role
    kind: MoveKind
    levels: Levels = Field(default_factory=dict[str, int])
    seconds: Seconds = 0.0


class NegotiationRecord(Taught):
    """A negotiation as data, from which every state of it can be played again.

    Attributes
    ----------
    case
        The id of the case.
    settings
        The scenario under which it is played.
    first
        Who has the first turn.
    rounds
        After so many turns of each side it is over.
    seconds
        How long it may take; None for no clock.
    sender, target
        Who plays each delegation.
    seed
        What decides between offers that are equally good to a computer delegation.
    hides_scores
        Whether people play without seeing their own score.
    """

    case: Identifier
    settings: Settings
    first: Role = "sender"
    rounds: int = Field(default=10, ge=1, le=MOST_ROUNDS)
    seconds: Seconds | None = None
    sender: Seat = Seat()
    target: Seat = Seat()
    seed: int = Field(default=1, ge=0, le=2**31)
    hides_scores: bool = False
    moves: Annotated[tuple[MoveRecord, ...], Field(max_length=2 * MOST_ROUNDS + 2)] = ()

    def seat(self, role: Role) -> Seat:
        """Return who plays a delegation."""
        return self.sender if role == "sender" else self.target
