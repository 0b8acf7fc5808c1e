"""What the model needs of a case, laid out as arrays once and kept.

Everything here is independent of the controls. Bundles of the target are numbered 0 to D-1,
bundles of the sender 0 to U-1, both in the case's order with the last issue varying fastest.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.issue import Issue
from explorer.model.package import bundle_count, bundle_index, package_of
from explorer.model.result import Counts, Flags, Floats
from explorer.model.structure import trust_rule
from explorer.solver.bit_sets import Stretches, Words, packed, stretches
from explorer.solver.deal_class import DealClasses, deal_classes

Number = TypeVar("Number", bound=np.generic)

EDGE_SLACK = 1e-9
"""Share of a map cell by which a bundle may miss an edge and still count as standing on it."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Points of every bundle that are multiplied by one control or discount.

    The first part of a list stands alone; its factor is an empty name.
    """

    factor: str
    points: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """The parts of both sides' conditions, for some bundles of the target and of the sender.

    ``cost`` is what the target's bundles cost the target. ``benefit`` is what they bring the
    sender as far as it trusts the promise, ``assured`` what they bring whatever it trusts, since
    it can be seen; empty unless trust and verification replace each other. ``value`` is what the
    sender's bundles bring the target, each part with its discount.
    """

    cost: tuple[Part, ...]
    benefit: tuple[Part, ...]
    assured: tuple[Part, ...]
    value: tuple[Part, ...]

    def of_bundles(self, chosen: Counts) -> Self:
        """Return the parts for some bundles of the target only, all of the sender's kept."""
        return type(self)(
            _chosen(self.cost, chosen),
            _chosen(self.benefit, chosen),
            _chosen(self.assured, chosen),
            self.value,
        )


def _chosen(parts: tuple[Part, ...], bundles: Counts) -> tuple[Part, ...]:
    return tuple(Part(part.factor, part.points[bundles]) for part in parts)


@dataclass(frozen=True, slots=True, eq=False)
class CaseTables:
    """A case as arrays; D bundles of the target, U of the sender, all read-only.

    ``target_levels`` (D, issues) and ``sender_levels`` (U, issues) hold levels. ``parts`` are
    what both sides' conditions are made of; ``price`` (U) is what a bundle costs the sender.
    ``classes`` tell which class a package falls into, ``row_bundles`` are the numbers of the
    target's bundles in the board's rows. ``reach`` (D) is what a bundle gives, in the sender's
    points with every control at 1. ``column_of`` (D) and ``row_of`` (U) place bundles
    on the deal map; ``by_column`` lists the target's bundles by column and ``column_starts``
    where each of ``columns_used`` begins in it. ``by_price`` (U) lists the sender's bundles by
    price and ``prices`` (U) their prices, rising; ``cheapest`` (U + 1, words) holds at place i the
    set of the i first of them; ``rows_by_price`` are the map's rows as
    stretches of them.
    """

    case: Case
    target_levels: Counts
    sender_levels: Counts
    target_gives: Flags
    sender_gives: Flags
    parts: Parts
    price: Floats
    classes: DealClasses
    row_bundles: tuple[int, ...]
    reach: Floats
    x_maximum: float
    column_of: Counts
    row_of: Counts
    by_column: Counts
    columns_used: Counts
    column_starts: Counts
    cell_totals: Counts
    by_price: Counts
    prices: Floats
    cheapest: Words
    rows_by_price: Stretches


def case_tables(case: Case) -> CaseTables:
    """Return the arrays of a case, made at the first call and kept for the next ones."""
    return _case_tables(ByIdentity(case))


@lru_cache(maxsize=32)
def _case_tables(key: ByIdentity) -> CaseTables:
    case = key.case
    laid_out = _laid_out(_SameParts(case))
    if laid_out.case is case:
        return laid_out
    # Cases that differ in stakes, discounts or structure alone share nearly all of their arrays.
    return replace(laid_out, case=case, parts=_case_parts(case, laid_out))


class _SameParts:
    """A case as a key that is equal to cases with the very same issues, classes, rows and grid."""

    __slots__ = ("case", "parts")

    def __init__(self, case: Case) -> None:
        self.case = case
        self.parts = (*case.issues, *case.classes, *case.rows, case.map_grid)

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.parts)))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _SameParts)
            and len(other.parts) == len(self.parts)
            and all(one is two for one, two in zip(self.parts, other.parts, strict=True))
        )


def _case_parts(case: Case, tables: CaseTables) -> Parts:
    """Return the parts of a case that shares its issues with that of some tables."""
    if trust_rule(case) == trust_rule(tables.case):
        return tables.parts
    trusted, assured = _benefits(case, tables.target_levels)
    return replace(tables.parts, benefit=trusted, assured=assured)


def _benefits(case: Case, levels: Counts) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return what commitments bring as far as they are trusted, and what they bring assured."""
    if trust_rule(case) == "multiply":
        return _benefit(case, levels, "seen"), ()
    return _benefit(case, levels, "unseen"), _benefit(case, levels, "seen")


@lru_cache(maxsize=8)
def _laid_out(key: _SameParts) -> CaseTables:
    case = key.case
    target_levels = _levels(case.target_shape)
    sender_levels = _levels(case.sender_shape)
    price = _sealed(np.round(_summed(case.sender_issues, sender_levels), 9))
    reach = _sealed(np.round(_reach(case, target_levels), 9))
    grid = case.map_grid
    x_maximum = float(reach.max())
    column_of = _cells(reach, x_maximum, grid.columns)
    row_of = _cells(price, float(price.max()), grid.rows)
    by_column = np.argsort(column_of, kind="stable")
    columns_used, column_starts = np.unique(column_of[by_column], return_index=True)
    by_price = np.argsort(price, kind="stable")
    trusted, assured = _benefits(case, target_levels)
    totals = np.outer(
        np.bincount(row_of, minlength=grid.rows), np.bincount(column_of, minlength=grid.columns)
    )
    return CaseTables(
        case=case,
        target_levels=_sealed(target_levels),
        sender_levels=_sealed(sender_levels),
        target_gives=_sealed(np.any(target_levels > 0, axis=1)),
        sender_gives=_sealed(np.any(sender_levels > 0, axis=1)),
        parts=Parts(
            cost=_cost(case, target_levels),
            benefit=trusted,
            assured=assured,
            value=_value(case, sender_levels),
        ),
        price=price,
        classes=deal_classes(case, target_levels, sender_levels),
        row_bundles=tuple(
            bundle_index(case.target_shape, package_of(case, row.levels).target)
            for row in case.rows
        ),
        reach=reach,
        x_maximum=x_maximum,
        column_of=_sealed(column_of),
        row_of=_sealed(row_of),
        by_column=_sealed(by_column),
        columns_used=_sealed(columns_used),
        column_starts=_sealed(column_starts),
        cell_totals=_sealed(totals),
        by_price=_sealed(by_price),
        prices=_sealed(price[by_price]),
        cheapest=_sealed(packed(np.tri(len(price) + 1, len(price), -1, dtype=np.bool_))),
        rows_by_price=stretches(np.searchsorted(row_of[by_price], np.arange(grid.rows + 1))),
    )


def _sealed(array: NDArray[Number]) -> NDArray[Number]:
    array.flags.writeable = False
    return array


def _levels(shape: tuple[int, ...]) -> Counts:
    places = np.unravel_index(np.arange(bundle_count(shape)), shape)
    return np.stack(places, axis=1).astype(np.int64)


def _cells(points: Floats, maximum: float, count: int) -> Counts:
    scaled = points * (count / maximum) if maximum > 0 else np.zeros_like(points)
    return np.clip(np.floor(scaled + EDGE_SLACK), 0, count - 1).astype(np.int64)


def _summed(issues: tuple[Issue, ...], levels: Counts) -> Floats:
    total = np.zeros(len(levels))
    for place, issue in enumerate(issues):
        total += np.asarray(issue.cost.base.values)[levels[:, place]]
    return total


def kept_shares(case: Case, issue: Issue, own: Counts, levels: Counts) -> Floats:
    """Return the share of an issue's benefit that its verification leaves, (D,)."""
    verification = issue.benefit.verification if issue.benefit else None
    if verification is None:
        return np.ones(len(levels))
    verifier = [other.id for other in case.target_issues].index(verification.issue)
    return np.asarray(verification.multipliers)[own, levels[:, verifier]]


def promised_shares(
    case: Case, issue: Issue, own: Counts, levels: Counts
) -> tuple[Floats, Floats | None]:
    """Return which shares of an issue's benefit count times trust, and which count without it.

    Each (D,). The second is None where trust and verification multiply. Where they replace each
    other, what is seen is assured and only the rest is left to trust: 1 - (1 - q)(1 - g) is
    q + g (1 - q).
    """
    seen = kept_shares(case, issue, own, levels)
    if trust_rule(case) == "multiply":
        return seen, None
    return 1 - seen, seen


def _benefit_points(
    case: Case, levels: Counts, kind: Literal["seen", "unseen"]
) -> list[tuple[Issue, Floats]]:
    points: list[tuple[Issue, Floats]] = []
    for place, issue in enumerate(case.target_issues):
        if issue.benefit is not None:
            own = levels[:, place]
            values = np.asarray(issue.benefit.points.values)[own]
            seen = kept_shares(case, issue, own, levels)
            points.append((issue, values * (seen if kind == "seen" else 1 - seen)))
    return points


def _reach(case: Case, levels: Counts) -> Floats:
    """Return how much the target gives, in the sender's points with every control at 1, (D,)."""
    total = np.zeros(len(levels))
    for _, points in _benefit_points(case, levels, "seen"):
        total += points
    return total


def _benefit(case: Case, levels: Counts, kind: Literal["seen", "unseen"]) -> tuple[Part, ...]:
    plain = np.zeros(len(levels))
    named: dict[str, Floats] = {}
    for issue, points in _benefit_points(case, levels, kind):
        growth = issue.benefit.growth if issue.benefit else None
        if growth is None:
            plain += points
            continue
        fixed = growth.fixed_share.value
        plain += points * fixed
        grown = named.setdefault(growth.control, np.zeros(len(levels)))
        grown += points * (1 - fixed)
    return _parts(plain, named)


def _cost(case: Case, levels: Counts) -> tuple[Part, ...]:
    named: dict[str, Floats] = {}
    for place, issue in enumerate(case.target_issues):
        for slope in issue.cost.slopes:
            total = named.setdefault(slope.control, np.zeros(len(levels)))
            total += np.asarray(slope.series.values)[levels[:, place]]
    return _parts(_summed(case.target_issues, levels), named)


def _value(case: Case, levels: Counts) -> tuple[Part, ...]:
    plain = np.zeros(len(levels))
    named: dict[str, Floats] = {}
    for place, issue in enumerate(case.sender_issues):
        if issue.benefit is None:
            continue
        points = np.asarray(issue.benefit.points.values)[levels[:, place]]
        if issue.benefit.discount is None:
            plain += points
        else:
            total = named.setdefault(issue.benefit.discount, np.zeros(len(levels)))
            total += points
    return _parts(plain, named)


def _parts(plain: Floats, named: dict[str, Floats]) -> tuple[Part, ...]:
    return (
        Part("", _sealed(plain)),
        *(Part(name, _sealed(points)) for name, points in named.items()),
    )
