"""Stakeholders: what a package, a row or the whole zone means to those who do not bargain."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from explorer.model.case import Case
from explorer.model.issue import Issue
from explorer.model.others import (
    PackageOthers,
    Reading,
    Spread,
    Standing,
    TermStanding,
    ZoneOthers,
)
from explorer.model.package import Package, bundle_count, package_levels
from explorer.model.quantity import Series
from explorer.model.requirement import fits
from explorer.model.result import Counts, Floats
from explorer.model.scenario import Scenario
from explorer.model.stakeholder import Gauge, Stakeholder
from explorer.solver.deal_zone import DealZone, deal_zone
from explorer.solver.side import DECIMALS, TOLERANCE
from explorer.solver.standing import standing
from explorer.solver.tables import promised_shares

BLOCK = 2_000_000
"""How many packages are looked at in one go, so that memory stays small for any case."""

Singles = NDArray[np.float32]


def package_others(scenario: Scenario, package: Package) -> PackageOthers:
    """Return one package as each stakeholder sees it, and what each gauge shows for it."""
    case = scenario.case
    levels = package_levels(case, package)
    return PackageOthers(
        scenario=scenario,
        package=package,
        standings=tuple(_standing(case, stakeholder, levels) for stakeholder in case.stakeholders),
        readings=tuple(_reading(scenario, gauge, package) for gauge in case.gauges),
    )


def row_others(scenario: Scenario, row_id: str) -> ZoneOthers:
    """Return the packages of one row of the board as everybody else sees them.

    Raises :class:`KeyError` if the case has no such row.
    """
    zone = deal_zone(scenario)
    place = scenario.case.rows.index(scenario.case.row(row_id))
    return _zone_others(zone, row_id, _members(zone, zone.tables.row_bundles[place]))


def zone_others(scenario: Scenario) -> ZoneOthers:
    """Return all packages of the deal zone as everybody else sees them; exact.

    Notes
    -----
    A stakeholder's points are a part of the target's bundle plus a part of the sender's, and the
    sender's parts have few distinct values. So it is enough to count, for each bundle of the
    target, its partners in the zone by what they bring the stakeholder: one product of matrices.
    """
    zone = deal_zone(scenario)
    return _zone_others(zone, "", _members(zone))


Members = tuple[Counts, Counts, Singles]
"""Bundles of the target (n), of the sender (k), and which of their packages are members (n, k)."""


def _members(zone: DealZone, only: int | None = None) -> list[Members]:
    """Return the zone in blocks, or only what it holds with one bundle of the target."""
    chosen = np.arange(len(zone.bundles))
    if only is not None:
        chosen = np.flatnonzero(zone.bundles == only)
    if not len(chosen):
        return []
    partners = zone.tables.by_price
    blocks = np.array_split(chosen, 1 + len(chosen) * len(partners) // BLOCK)
    return [(zone.bundles[each], partners, zone.inside(each).astype(np.float32)) for each in blocks]


def _zone_others(zone: DealZone, row_id: str, members: list[Members]) -> ZoneOthers:
    scenario = zone.scenario
    case = scenario.case
    packages = sum(int(inside.sum(dtype=np.float64)) for _, _, inside in members)
    if not packages:
        return ZoneOthers(scenario, row_id, 0, (), ())
    return ZoneOthers(
        scenario=scenario,
        row_id=row_id,
        packages=packages,
        spreads=tuple(
            _spread(
                _stakeholder_counts(zone, stakeholder, members),
                standing(zone.tables.case, stakeholder.id).span,
            )
            for stakeholder in case.stakeholders
        ),
        gauges=tuple(
            _spread(_gauge_counts(zone, gauge, members), _gauge_span(scenario, gauge))
            for gauge in case.gauges
        ),
    )


def _stakeholder_counts(
    zone: DealZone, stakeholder: Stakeholder, members: list[Members]
) -> Iterator[tuple[Floats, Floats]]:
    """Yield numbers and how many packages have each."""
    own = standing(zone.tables.case, stakeholder.id)
    kinds = (own.sender[:, None] == own.values[None, :]).astype(np.float32)
    for bundles, partners, inside in members:
        # Counts stay below 4,000, so that single precision holds them exactly.
        yield own.target[bundles][:, None] + own.values[None, :], inside @ kinds[partners]


def _gauge_counts(
    zone: DealZone, gauge: Gauge, members: list[Members]
) -> Iterator[tuple[Floats, Floats]]:
    for bundles, _, inside in members:
        served, spared = _gauge_sides(zone.scenario, gauge, zone.tables.target_levels[bundles])
        yield served - spared, inside.sum(axis=1)


def _spread(counted: Iterator[tuple[Floats, Floats]], span: tuple[float, float]) -> Spread:
    """Return the spread of numbers that each stand for a count of packages.

    ``span`` is the lowest and the highest number that any package of the case has.
    """
    lowest, highest, total, packages, above = np.inf, -np.inf, 0.0, 0.0, 0.0
    for numbers, counts in counted:
        is_there = counts > 0
        values = np.round(numbers[is_there], DECIMALS)
        weights = counts[is_there].astype(np.float64)
        lowest, highest = min(lowest, values.min()), max(highest, values.max())
        total += float(values @ weights)
        packages += float(weights.sum())
        above += float(weights[values >= -TOLERANCE].sum())
    mean = round(total / packages, DECIMALS)
    return Spread(float(lowest), mean, float(highest), above / packages, *span)


def _standing(case: Case, stakeholder: Stakeholder, levels: dict[str, int]) -> Standing:
    parts = tuple(
        (issue, stakeholder.points[issue].values[level]) for issue, level in levels.items()
    )
    terms = tuple(
        TermStanding(term, term.points.value, term.points.low, term.points.high)
        for term in stakeholder.terms
        if fits(term.when, levels) and any((term.points.low, term.points.high))
    )
    ranges = [_range(stakeholder.points[issue], points) for issue, points in parts]
    ranges += [(term.low, term.high) for term in terms]
    worst, best = standing(case, stakeholder.id).span
    return Standing(
        stakeholder=stakeholder,
        points=round(sum(points for _, points in parts) + sum(t.points for t in terms), DECIMALS),
        low=round(sum(low for low, _ in ranges), DECIMALS),
        high=round(sum(high for _, high in ranges), DECIMALS),
        parts=parts,
        terms=terms,
        worst=worst,
        best=best,
    )


def _range(series: Series, points: float) -> tuple[float, float]:
    """Return how far a number can go down and up when its series is scaled by its factor."""
    ends = (points * series.low, points * series.high)
    return min(ends), max(ends)


def _reading(scenario: Scenario, gauge: Gauge, package: Package) -> Reading:
    case = scenario.case
    served, spared = _gauge_sides(scenario, gauge, np.asarray([package.target]))
    gain, relief = float(served[0]), float(spared[0])
    benefit = case.issue(gauge.sender_issue).benefit
    least, most = (gain, gain) if benefit is None else _range(benefit.points, gain)
    series = case.stakeholder(gauge.stakeholder).points[gauge.stakeholder_issue]
    low, high = _range(series, relief)
    worst, best = _gauge_span(scenario, gauge)
    return Reading(
        gauge=gauge,
        value=round(gain - relief, DECIMALS),
        low=round(least - high, DECIMALS),
        high=round(most - low, DECIMALS),
        worst=worst,
        best=best,
    )


def _gauge_span(scenario: Scenario, gauge: Gauge) -> tuple[float, float]:
    """Return the lowest and the highest number that a gauge shows for any package."""
    shape = scenario.case.target_shape
    levels = np.stack(np.unravel_index(np.arange(bundle_count(shape)), shape), axis=1)
    served, spared = _gauge_sides(scenario, gauge, levels)
    shown = np.round(served - spared, DECIMALS)
    return float(shown.min()), float(shown.max())


def _gauge_sides(scenario: Scenario, gauge: Gauge, levels: Counts) -> tuple[Floats, Floats]:
    """Return what the sender and the stakeholder have from a gauge's issues.

    Parameters
    ----------
    scenario, gauge
        Which gauge, and where the controls stand.
    levels
        Bundles of the target, (n, issues).

    Returns
    -------
    Two arrays of length n, each in the points of the side that judges.
    """
    case = scenario.case
    places = {issue.id: place for place, issue in enumerate(case.target_issues)}
    series = case.stakeholder(gauge.stakeholder).points[gauge.stakeholder_issue]
    spared = np.asarray(series.values)[levels[:, places[gauge.stakeholder_issue]]]
    return _served(scenario, case.issue(gauge.sender_issue), levels, places), spared


def _served(scenario: Scenario, issue: Issue, levels: Counts, places: dict[str, int]) -> Floats:
    """Return what the sender expects of one commitment: b (a + (1 - a) m) times the share kept."""
    benefit = issue.benefit
    if benefit is None:
        return np.zeros(len(levels))
    own = levels[:, places[issue.id]]
    points = np.asarray(benefit.points.values)[own]
    if benefit.growth is not None:
        fixed = benefit.growth.fixed_share.value
        points = points * (fixed + (1 - fixed) * scenario.share(benefit.growth.control))
    trust = scenario.share(scenario.case.sender_stakes.credibility)
    promised, assured = promised_shares(scenario.case, issue, own, levels)
    counted = trust * promised if assured is None else assured + trust * promised
    return np.asarray(points * counted)
