"""Blockades: which red lines of different owners exclude each other."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from explorer.model.blockade import Blockade, Exclusion
from explorer.model.scenario import Scenario, control_range
from explorer.solver.deal_zone import deal_zone, zone_packages
from explorer.solver.line import active_lines, allowance
from explorer.solver.tables import case_tables


def drawn_by_somebody(scenario: Scenario) -> tuple[str, ...]:
    """Return the ids of the active lines, in the case's order, without those of mere coherence."""
    case = scenario.case
    lines = (line.control_id for line in active_lines(case_tables(case), scenario))
    return tuple(line for line in lines if case.control(line).kind != "coherence")


def blockade(scenario: Scenario) -> Blockade:
    """Return which lines keep the zone empty alone, and which in pairs.

    Parameters
    ----------
    scenario
        Where the zone is empty.

    Notes
    -----
    A pair counts where the zone holds packages with either of its lines alone, but none with both.
    """
    lines = drawn_by_somebody(scenario)
    if not _has_deal(_only(scenario, lines, ())):
        return Blockade(is_without_lines=True)
    alone = tuple(line for line in lines if not _has_deal(_only(scenario, lines, (line,))))
    found: list[Exclusion] = []
    for first, second in _pairs(scenario, (line for line in lines if line not in alone)):
        both = _only(scenario, lines, (first, second))
        if not _has_deal(both):
            found.append(Exclusion(first, second, is_outright=not _has_package(both)))
    return Blockade(tuple(found), alone)


def outright_blockade(scenario: Scenario) -> Blockade:
    """Return which pairs of lines no package at all keeps: quick, as no side's gain is asked."""
    lines = drawn_by_somebody(scenario)
    return Blockade(
        tuple(
            Exclusion(first, second, is_outright=True)
            for first, second in _pairs(scenario, lines)
            if not _has_package(_only(scenario, lines, (first, second)))
        )
    )


def _pairs(scenario: Scenario, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of lines with different owners; what nobody at the table draws has none."""
    party = {line: scenario.case.control(line).party for line in lines}
    for first, second in combinations(party, 2):
        if party[first] != party[second]:
            yield first, second


def _only(scenario: Scenario, lines: tuple[str, ...], kept: tuple[str, ...]) -> Scenario:
    """Return the scenario with only some of its lines."""
    case = scenario.case
    dropped = (line for line in lines if line not in kept)
    return scenario.with_values(
        {line: control_range(case, case.control(line)).off for line in dropped}
    )


def _has_deal(scenario: Scenario) -> bool:
    return zone_packages(deal_zone(scenario)) > 0


def _has_package(scenario: Scenario) -> bool:
    """Return whether the lines leave any package, whatever it brings to whom."""
    left = allowance(case_tables(scenario.case), scenario)
    return bool((left.kind_of >= 0).any() and left.anywhere.any())
