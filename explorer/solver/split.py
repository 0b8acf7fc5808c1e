"""Why it changed: the exact Shapley split of a difference between two scenarios.

Every mixture of both scenarios' settings (a coalition of settings that have already changed) is
solved once; all measures of all rows are read from the same answers. What a setting contributes
is the average, over all orders in which the settings can change, of what it changes when its turn
comes (Shapley, "A Value for n-Person Games", 1953).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import factorial, isfinite

import numpy as np

from explorer.model.case import Case
from explorer.model.result import Counts, Floats
from explorer.model.scenario import Scenario
from explorer.model.split import Measure, Player, Split, SplitPart
from explorer.solver.board import cheapest
from explorer.solver.deal_zone import deal_zone, zone_packages
from explorer.solver.side import DECIMALS, TOLERANCE

MOST_PLAYERS = 12
"""With more differing controls than this they are split by groups: 4,096 solves are enough."""

UNIT = 10**DECIMALS
"""Points are kept as whole numbers of this fraction; all that is compared is rounded to it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What all measures say of one scenario; points as whole numbers of 1 / ``UNIT``.

    Tuples have one entry for each row of the board; a floor is None where there is none.
    """

    packages: int
    row_packages: tuple[int, ...]
    floors: tuple[int | None, ...]
    floors_any: tuple[int | None, ...]
    limits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coalitions:
    """The outcomes of all mixtures of two scenarios.

    ``outcomes`` has ``2 ** len(players)`` entries; bit k of a place tells whether player k has
    the end's settings.
    """

    start: Scenario
    end: Scenario
    players: tuple[Player, ...]
    outcomes: tuple[Outcome, ...]


def split(start: Scenario, end: Scenario, measure: Measure, row_id: str = "") -> Split:
    """Return the split of one measure between two scenarios of one case.

    Parameters
    ----------
    start, end
        From where to where; with more than ``MOST_PLAYERS`` differing controls, whole groups of
        controls are the players.
    row_id
        Which row of the board; "" for the packages of the zone.

    Raises
    ------
    ValueError
        If the scenarios are of different cases.
    """
    return split_of(coalitions(start, end), measure, row_id)


def coalitions(start: Scenario, end: Scenario) -> Coalitions:
    """Return the outcomes of all mixtures of two scenarios, in one go.

    Raises :class:`ValueError` if the scenarios are of different cases.
    """
    return Coalitions(start, end, players(start, end), tuple(outcomes(start, end, {})))


def players(start: Scenario, end: Scenario) -> tuple[Player, ...]:
    """Return what changes between two scenarios, in the case's order.

    Raises :class:`ValueError` if the scenarios are of different cases.
    """
    case = start.case
    if end.case is not case and end.case != case:
        raise ValueError("Only scenarios of one case can be split.")
    changed = [each.id for each in case.controls if start.value(each.id) != end.value(each.id)]
    if len(changed) <= MOST_PLAYERS:
        return tuple(Player(each, (each,)) for each in changed)
    return _by_group(case, changed)


def _by_group(case: Case, changed: list[str]) -> tuple[Player, ...]:
    of_group = {
        control: group.id for group in case.groups for control in (*group.shown, *group.folded)
    }
    found: dict[str, list[str]] = {}
    for control in changed:
        found.setdefault(of_group[control], []).append(control)
    return tuple(
        Player(group if len(controls) > 1 else controls[0], tuple(controls))
        for group, controls in found.items()
    )


def outcomes(
    start: Scenario, end: Scenario, known: Mapping[tuple[float, ...], Outcome]
) -> Iterator[Outcome]:
    """Yield the outcome of each mixture of two scenarios, in the order of :class:`Coalitions`.

    ``known``: Outcomes found before, by the values of the scenario; only what is missing is solved.
    """
    members = players(start, end)
    for mask in range(2 ** len(members)):
        mixed = mixture(start, end, members, mask)
        found = known.get(mixed.values)
        yield outcome(mixed) if found is None else found


def mixture(start: Scenario, end: Scenario, members: tuple[Player, ...], mask: int) -> Scenario:
    """Return the start with the end's settings for every player whose bit is set."""
    moved = {
        control: end.value(control)
        for place, player in enumerate(members)
        if mask >> place & 1
        for control in player.control_ids
    }
    return start.with_values(moved)


def outcome(scenario: Scenario) -> Outcome:
    """Return what all measures say of a scenario; the same comparisons as on the board."""
    zone = deal_zone(scenario)
    tables, conditions = zone.tables, zone.conditions
    chosen = np.asarray(tables.row_bundles, dtype=np.int64)
    limits = conditions.limit[chosen]
    enough = conditions.worth[None, :] >= conditions.need[chosen][:, None] - TOLERANCE
    enough &= tables.sender_gives
    allowed = zone.allowance.allowed_with_all(chosen)
    allowed &= enough
    inside = allowed & (tables.price[None, :] <= limits[:, None] + TOLERANCE)
    return Outcome(
        packages=zone_packages(zone),
        row_packages=tuple(int(count) for count in np.count_nonzero(inside, axis=1)),
        floors=_whole_or_none(cheapest(tables.price, allowed)),
        floors_any=_whole_or_none(cheapest(tables.price, enough)),
        limits=tuple(round(float(limit) * UNIT) for limit in limits),
    )


def _whole_or_none(points: Floats) -> tuple[int | None, ...]:
    return tuple(round(float(each) * UNIT) if isfinite(each) else None for each in points)


def split_of(found: Coalitions, measure: Measure, row_id: str = "") -> Split:
    """Return the split of one measure from the outcomes of all mixtures.

    ``measure``, ``row_id``: What is split; see :func:`split`.
    """
    values, unit = _values(found, measure, row_id)
    ends = [None if each is None else Fraction(each, unit) for each in (values[0], values[-1])]
    known = [each for each in values if each is not None]
    is_defined = len(known) == len(values)
    parts = _shapley(np.asarray(known, dtype=np.int64), unit) if is_defined else []
    return Split(
        start=found.start,
        end=found.end,
        measure=measure,
        row_id=row_id,
        before=ends[0],
        after=ends[1],
        parts=tuple(
            SplitPart(*pair)
            for pair in zip(found.players if is_defined else (), parts, strict=True)
        ),
        is_defined=is_defined,
    )


def defined_split(found: Coalitions, measure: Measure, row_id: str = "") -> Split:
    """Return the same, but of the floor over all partners where the one over allowed ones fails.

    A red line can leave a mixture without any floor; what the other side needs is defined still.

    ``found``, ``measure``, ``row_id``: See :func:`split_of`.
    """
    split = split_of(found, measure, row_id)
    if measure == "floor" and not split.is_defined:
        anyway = split_of(found, "floor_any", row_id)
        return anyway if anyway.is_defined else split
    return split


def _values(found: Coalitions, measure: Measure, row_id: str) -> tuple[list[int | None], int]:
    """Return a measure of every mixture as whole numbers, and how many make up 1."""
    if measure == "packages":
        return [each.packages for each in found.outcomes], 1
    place = [row.id for row in found.start.case.rows].index(row_id)
    if measure == "row_packages":
        return [each.row_packages[place] for each in found.outcomes], 1
    if measure == "floor":
        return [each.floors[place] for each in found.outcomes], UNIT
    if measure == "floor_any":
        return [each.floors_any[place] for each in found.outcomes], UNIT
    return [each.limits[place] for each in found.outcomes], UNIT


def _shapley(values: Counts, unit: int) -> list[Fraction]:
    """Return each player's share, exact.

    Notes
    -----
    The sum over coalitions S without player k of s! (n - s - 1)! (v(S + k) - v(S)), over n!.
    Differences are added up by size in whole numbers, so nothing is ever rounded.
    """
    count = len(values).bit_length() - 1
    masks = np.arange(len(values))
    sizes = np.asarray([mask.bit_count() for mask in range(len(values))])
    shares: list[Fraction] = []
    for place in range(count):
        without = masks[masks >> place & 1 == 0]
        gained = values[without | 1 << place] - values[without]
        total = 0
        for size in range(count):
            by_size = int(gained[sizes[without] == size].sum(dtype=np.int64))
            total += factorial(size) * factorial(count - size - 1) * by_size
        shares.append(Fraction(total, factorial(count) * unit))
    return shares
