"""Feedback on a negotiation: measures for each delegation, each of them stated; never a grade."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from explorer.classroom.negotiation.game import Game, other_side
from explorer.classroom.negotiation.own_side import own_view
from explorer.model.case import Case
from explorer.model.issue import Role
from explorer.model.package import Package, package_levels
from explorer.model.result import Frontier, Result
from explorer.model.scenario import Scenario, control_range
from explorer.solver.side import DECIMALS, TOLERANCE
from explorer.solver.solve import solve
from explorer.solver.term_sheet import term_sheet


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps between offers that follow each other: how many, and their points together."""

    count: int
    points: float


@dataclass(frozen=True, slots=True)
class PathPoint:
    """What one offer would have brought both sides, over waiting, each in its own points."""

    round: int
    role: Role
    sender_gain: float
    target_gain: float


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one delegation did, in its own points over waiting.

    Attributes
    ----------
    role
        Whose it is.
    ideal
        Its largest gain in the deal zone; None where that is empty.
    first_gain
        Its gain from its own first offer; None where it made none.
    made
        Steps by which one of its offers brought it less than its offer before.
    taken_back
        Steps by which one brought it more again.
    returned
        Steps by which an offer of the other side brought it more than the other's offer before.
    gain
        Its gain from the agreement; None without one.
    value_left
        By how much its gain could be larger, in the deal zone, with none smaller for the other;
        measured from waiting where nothing was agreed.
    crossed
        Ids of its own lines, and how many of its own offers broke each.
    agreement_crosses
        Ids of its own lines that the agreement breaks.
    shown
        Ids of its own red lines exactly at which one of its offers stood.
    lines
        How many red lines of its own were on.
    seconds
        How long it took over its turns.
    """

    role: Role
    ideal: float | None
    first_gain: float | None
    made: Steps
    taken_back: Steps
    returned: Steps
    gain: float | None
    value_left: float
    crossed: tuple[tuple[str, int], ...]
    agreement_crosses: tuple[str, ...]
    shown: tuple[str, ...]
    lines: int
    seconds: float

    @property
    def first_share(self) -> float | None:
        """Its first gain as a share of its ideal; None where there is none or nothing to gain."""
        if self.first_gain is None or self.ideal is None or self.ideal <= TOLERANCE:
            return None
        return self.first_gain / self.ideal


def feedback(game: Game) -> tuple[Feedback, Feedback]:
    """Return what is to be said to the sender's and to the target's delegation."""
    result = solve(game.rules.scenario)
    return _feedback(game, "sender", result), _feedback(game, "target", result)


def gain_path(game: Game) -> tuple[PathPoint, ...]:
    """Return what each offer would have brought both sides, in order."""
    return tuple(_path(game))


def value_left(frontier: Frontier, role: Role, sender_gain: float, target_gain: float) -> float:
    """Return by how much one side's gain could be larger with none smaller for the other.

    Parameters
    ----------
    frontier
        The frontier of the deal zone: whatever is better for one side and no worse for the other
        has its equal there.
    role
        Whose gain it is.
    sender_gain, target_gain
        What both have, over waiting.

    Returns
    -------
    Points, not negative; 0 where nothing in the zone keeps what the other side has.
    """
    ours, theirs = frontier.sender_gain, frontier.target_gain
    mine, kept = sender_gain, target_gain
    if role == "target":
        ours, theirs, mine, kept = theirs, ours, target_gain, sender_gain
    best = float(np.max(ours, where=theirs >= kept - TOLERANCE, initial=mine))
    return round(best - mine, DECIMALS)


def _feedback(game: Game, role: Role, result: Result) -> Feedback:
    scenario, own_offers = game.rules.scenario, game.offers_of(role)
    gains = [own_view(scenario, role, each).gain for each in own_offers]
    received = [own_view(scenario, role, each).gain for each in game.offers_of(other_side(role))]
    agreement, lines = game.agreement, _own_limits(scenario, role)
    sheet = None if agreement is None else term_sheet(scenario, agreement)
    reached = (0.0, 0.0) if sheet is None else (sheet.sender_gain, sheet.target_gain)
    place = 0 if role == "sender" else 1
    return Feedback(
        role=role,
        ideal=None if result.ideal is None else result.ideal[place],
        first_gain=next(iter(gains), None),
        made=_steps([-gain for gain in gains]),
        taken_back=_steps(gains),
        returned=_steps(received),
        gain=None if sheet is None else reached[place],
        value_left=value_left(result.frontier, role, *reached),
        crossed=_crossed(scenario, role, own_offers),
        agreement_crosses=()
        if agreement is None
        else own_view(scenario, role, agreement).own_lines,
        shown=tuple(
            line
            for line, (issue, level) in lines.items()
            if any(_level(scenario.case, each, issue) == level for each in own_offers)
        ),
        lines=len(lines),
        seconds=_seconds(game, role),
    )


def _steps(gains: Sequence[float]) -> Steps:
    """Return the rises between numbers that follow each other."""
    rises = [after - before for before, after in pairwise(gains) if after - before > TOLERANCE]
    return Steps(len(rises), round(sum(rises), DECIMALS))


def _crossed(
    scenario: Scenario, role: Role, offers: Sequence[Package]
) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for offer in offers:
        for line in own_view(scenario, role, offer).own_lines:
            counts[line] = counts.get(line, 0) + 1
    return tuple((control.id, counts[control.id]) for control in scenario.case.controls
                 if control.id in counts)  # fmt: skip


def _own_limits(scenario: Scenario, role: Role) -> dict[str, tuple[str, int]]:
    """Return the issue and the level of each red line that a side has on, by its id."""
    return {
        control.id: (control.issue, int(scenario.value(control.id)))
        for control in scenario.case.controls_of(role)
        if control.kind == "limit"
        and scenario.value(control.id) != control_range(scenario.case, control).off
    }


def _level(case: Case, package: Package, issue: str) -> int:
    return package_levels(case, package)[issue]


def _seconds(game: Game, role: Role) -> float:
    total, before = 0.0, 0.0
    for move in game.moves:
        if move.role == role:
            total += move.seconds - before
        before = move.seconds
    return total


def _path(game: Game) -> Iterator[PathPoint]:
    for place, move in enumerate(game.offers):
        if move.package is not None:
            sheet = term_sheet(game.rules.scenario, move.package)
            yield PathPoint(place // 2 + 1, move.role, sheet.sender_gain, sheet.target_gain)
