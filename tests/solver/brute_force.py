"""The model worked out over every single package, from its written definition and nothing else.

It shares no code with the solver and takes no short cut: each issue is one axis of a grid, each
quantity of the definition one array over that grid. It is slow, readable and fits any case.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from explorer.model.case import Case
from explorer.model.control import CoherenceControl, ConsentControl, Control, LimitControl
from explorer.model.example import Levels, NamedRow
from explorer.model.issue import ControlSlope, FactorSlope, Issue, Stakes
from explorer.model.package import bundle_index, package_at, package_of
from explorer.model.requirement import Pattern
from explorer.model.result import BoardRow, DealMap, Solution
from explorer.model.scenario import Scenario
from explorer.model.stakeholder import Gauge, StakeholderTerm

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

Kind = TypeVar("Kind", bound=np.generic)

TOLERANCE = 1e-9
"""Two gains that differ by no more than this count as equal; a gain of at least -this is in."""


class BruteForce:
    """Everything the model says about one scenario, each part worked out when it is asked for.

    ``is_member``, ``sender_gain`` and ``target_gain`` have one entry for each package, in the
    order of package numbers. ``frontier`` holds package numbers by falling gain of the sender,
    then rising number. Solutions and ``ideal`` are None when no package is in the zone.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._case = scenario.case
        self._grid = _Grid(scenario)
        self._member = self._grid.member()

    @cached_property
    def is_member(self) -> Flags:
        return self._grid.flat(self._member)

    @cached_property
    def sender_gain(self) -> Floats:
        return self._grid.flat(self._grid.sender_gain)

    @cached_property
    def target_gain(self) -> Floats:
        return self._grid.flat(self._grid.target_gain)

    @cached_property
    def packages(self) -> int:
        return int(np.count_nonzero(self.is_member))

    @cached_property
    def by_class(self) -> tuple[tuple[str, int], ...]:
        return _by_class(self._grid, self._member)

    @cached_property
    def total(self) -> int:
        return self.is_member.size

    @cached_property
    def board(self) -> tuple[BoardRow, ...]:
        return tuple(_board_row(self._grid, self._member, row) for row in self._case.rows)

    @cached_property
    def deal_map(self) -> DealMap:
        return _deal_map(self._grid, self._member)

    @cached_property
    def frontier(self) -> Whole:
        return _frontier(*self._zone)

    @cached_property
    def ideal(self) -> tuple[float, float] | None:
        zone, ours, theirs = self._zone
        return (float(ours.max()), float(theirs.max())) if zone.size else None

    @cached_property
    def nash(self) -> Solution | None:
        return _nash(self._case, *self._zone)

    @cached_property
    def kalai_smorodinsky(self) -> Solution | None:
        return _kalai_smorodinsky(self._case, *self._zone)

    def worked_out(self) -> "BruteForce":
        """Work out all of it now, as a benchmark wants it."""
        for name, part in vars(type(self)).items():
            if isinstance(part, cached_property):
                getattr(self, name)
        return self

    @cached_property
    def _zone(self) -> tuple[Whole, Floats, Floats]:
        """The numbers of the members, and what each side gains by them."""
        zone = np.flatnonzero(self.is_member)
        return zone, self.sender_gain[zone], self.target_gain[zone]


def stakeholder_points(scenario: Scenario, stakeholder_id: str) -> Floats:
    """Return a stakeholder's points over today for every package, by package number."""
    grid = _Grid(scenario)
    return grid.flat(grid.stakeholder_points(stakeholder_id))


def gauge_values(scenario: Scenario, gauge: Gauge) -> Floats:
    """Return what a gauge shows for every package, by package number."""
    grid = _Grid(scenario)
    return grid.flat(grid.gauge_values(gauge))


def row_flags(scenario: Scenario, row: NamedRow) -> Flags:
    """Return which packages have a row's commitment, by package number."""
    grid = _Grid(scenario)
    flags = np.zeros(grid.shape, dtype=np.bool_)
    flags[grid.at_levels(row.levels)] = True
    return flags.reshape(-1)


@dataclass(frozen=True, slots=True, eq=False)
class PlainOutcome:
    """What is asked of one assumption set; see :func:`plain_outcomes`."""

    by_class: list[int]
    floors: list[float]
    limits: list[float]
    is_open: list[bool]
    is_in_zone: list[bool]


def plain_outcomes(scenarios: Sequence[Scenario]) -> Iterator[PlainOutcome]:
    """Build both gains of every package set after set, and count.

    Each set costs two tables of all packages, one line for each bundle of the target and one
    column for each of the sender. What is the same in every set (lines, classes) is made once.
    """
    first = _Grid(scenarios[0])
    case = first.case
    shape = int(np.prod(case.target_shape)), int(np.prod(case.sender_shape))
    allowed = first.flat(first.both_give & first.allowed(case.controls)).reshape(shape)
    class_of = np.full(first.shape, len(case.classes))
    for place, (_, flags) in reversed(list(enumerate(_classes(first)))):
        class_of[np.broadcast_to(flags, first.shape)] = place
    class_of = class_of.reshape(shape)
    rows = [
        bundle_index(case.target_shape, package_of(case, row.levels).target) for row in case.rows
    ]
    named = [
        (bundle_index(case.target_shape, each.target), bundle_index(case.sender_shape, each.sender))
        for each in (package_of(case, package.levels) for package in case.packages)
    ]
    for scenario in scenarios:
        grid = _Grid(scenario)
        price, worth = grid.of_sender(grid.price), grid.of_sender(grid.target_worth)
        limit = grid.of_target(grid.sender_worth) + grid.sender_outside
        need = grid.of_target(grid.target_cost) - grid.target_outside
        sender_gain = limit[:, None] - price
        target_gain = worth - need[:, None]
        takes = (target_gain >= -TOLERANCE) & allowed
        member = (sender_gain >= -TOLERANCE) & takes
        counts = np.bincount(class_of[member], minlength=len(case.classes) + 1)
        yield PlainOutcome(
            by_class=counts[: len(case.classes)].tolist(),
            floors=[float(price[takes[row]].min(initial=np.inf)) for row in rows],
            limits=limit[rows].tolist(),
            is_open=[bool(member[row].any()) for row in rows],
            is_in_zone=[bool(member[place]) for place in named],
        )


def brute_force(scenario: Scenario) -> BruteForce:
    """Return everything that the model defines, package by package."""
    return BruteForce(scenario)


class _Grid:
    """All packages of a case: one axis for each issue, the target's issues first.

    An array that depends on few issues has length 1 along the other axes.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.case = scenario.case
        self.issues = (*self.case.target_issues, *self.case.sender_issues)
        self.shape = tuple(len(issue.levels) for issue in self.issues)
        self.axis = {issue.id: place for place, issue in enumerate(self.issues)}
        self.level = {issue.id: self._along(issue) for issue in self.issues}
        self.price = self._sum([self._cost(issue) for issue in self.case.sender_issues])
        self.target_cost = self._sum([self._cost(issue) for issue in self.case.target_issues])
        self.sender_worth = self._sender_worth()
        self.target_worth = self._target_worth()
        stakes = self.case.sender_stakes, self.case.target_stakes
        self.sender_outside, self.target_outside = (
            self._headline(each) - self._waiting(each) for each in stakes
        )

    @cached_property
    def both_give(self) -> Flags:
        """Which packages are deals: each side gives something."""
        return self._gives("target") & self._gives("sender")

    @cached_property
    def sender_gain(self) -> Floats:
        """What every package brings the sender over waiting."""
        deal = self.both_give.astype(np.float64)
        stakes = self.case.sender_stakes
        worth = self.sender_worth - self.price + self._headline(stakes) * deal
        return self._counted(stakes, worth) - self._waiting(stakes)

    @cached_property
    def target_gain(self) -> Floats:
        """What every package brings the target over waiting."""
        deal = self.both_give.astype(np.float64)
        stakes = self.case.target_stakes
        worth = self.target_worth - self.target_cost + self._headline(stakes) * deal
        return self._counted(stakes, worth) - self._waiting(stakes)

    def _counted(self, stakes: Stakes, worth: Floats) -> Floats:
        """Return what packages are worth to a side, counted up to its ceiling or to waiting."""
        if stakes.ceiling is None:
            return worth
        return np.minimum(worth, max(stakes.ceiling.points, self._waiting(stakes)))

    @cached_property
    def sender_prefers(self) -> Flags:
        """Which deals the sender would not rather wait for."""
        return self.both_give & (self.sender_gain >= -TOLERANCE)

    @cached_property
    def target_prefers(self) -> Flags:
        """Which deals the target would not rather wait for."""
        return self.both_give & (self.target_gain >= -TOLERANCE)

    def of_target(self, values: Floats) -> Floats:
        """Return one entry for each bundle of the target, of values that depend on it alone."""
        return np.broadcast_to(values, self.shape)[
            tuple(slice(None) if i.given_by == "target" else slice(1) for i in self.issues)
        ].reshape(-1)

    def of_sender(self, values: Floats) -> Floats:
        """Return one entry for each bundle of the sender, of values that depend on it alone."""
        return np.broadcast_to(values, self.shape)[
            tuple(slice(None) if i.given_by == "sender" else slice(1) for i in self.issues)
        ].reshape(-1)

    def flat(self, values: NDArray[Kind]) -> NDArray[Kind]:
        """Return one entry for each package."""
        return np.ascontiguousarray(np.broadcast_to(values, self.shape)).reshape(-1)

    def member(self) -> Flags:
        """Return which packages are in the deal zone."""
        return self.sender_prefers & self.target_prefers & self.allowed(self.case.controls)

    def allowed(self, controls: tuple[Control, ...]) -> Flags:
        """Return which packages break none of these lines."""
        flags = np.ones((1,) * len(self.shape), dtype=np.bool_)
        for control in controls:
            flags = flags & self.keeps(control)
        return flags

    def keeps(self, control: Control) -> Flags:
        """Return which packages keep one line or switch; a scale forbids nothing."""
        nothing_broken = np.ones((1,) * len(self.shape), dtype=np.bool_)
        if control.kind == "scale":
            return nothing_broken
        value = self.scenario.value(control.id)
        if control.kind == "limit":
            return self._keeps_limit(control, value)
        if value != 1:
            return nothing_broken
        if control.kind == "guard":
            return self.stakeholder_points(control.stakeholder) >= -TOLERANCE
        if control.kind == "consent":
            return self._keeps_consent(control)
        return self._keeps_rule(control)

    def _keeps_limit(self, control: LimitControl, value: float) -> Flags:
        level = self.level[control.issue]
        inside = level <= value if control.bound == "at_most" else level >= value
        if control.unless is None:
            return inside
        return inside | (self.level[control.unless.issue] >= control.unless.at_least)

    def _keeps_consent(self, control: ConsentControl) -> Flags:
        met = np.ones((1,) * len(self.shape), dtype=np.bool_)
        for condition in (control.needs, *control.also_needs):
            met = met & (self.level[condition.issue] >= condition.at_least)
        return (self.level[control.issue] < control.level) | met

    def _keeps_rule(self, control: CoherenceControl) -> Flags:
        if not self._option("coherence", "is_on", True):
            return np.ones((1,) * len(self.shape), dtype=np.bool_)
        keeps = ~self.fits(control.when)
        for pattern in control.requires:
            keeps = keeps | self.fits(pattern)
        return keeps

    def fits(self, pattern: Pattern) -> Flags:
        """Return which packages have every issue of a pattern within its range."""
        flags = np.ones((1,) * len(self.shape), dtype=np.bool_)
        for id_, span in pattern.items():
            level = self.level[id_]
            flags = flags & (level >= span.at_least)
            if span.at_most is not None:
                flags = flags & (level <= span.at_most)
        return flags

    def stakeholder_points(self, stakeholder_id: str) -> Floats:
        """Return how much better than today a stakeholder is."""
        for stakeholder in self.case.stakeholders:
            if stakeholder.id == stakeholder_id:
                series = stakeholder.points
                parts = [np.array(series[id_].values)[level] for id_, level in self.level.items()]
                return self._sum([*parts, *map(self._term_points, stakeholder.terms)])
        raise KeyError(stakeholder_id)

    def _term_points(self, term: StakeholderTerm) -> Floats:
        points = np.array(term.points.value)
        for id_, allowed in term.when.items():
            inside = np.isin(np.arange(20), [n for n in range(20) if n in allowed])
            points = points * inside[self.level[id_]]
        return points

    def gauge_values(self, gauge: Gauge) -> Floats:
        """Return what the sender has from its issue less what the stakeholder has from its own."""
        issue = self.case.issue(gauge.sender_issue)
        own = self._sender_part(issue)
        for stakeholder in self.case.stakeholders:
            if stakeholder.id == gauge.stakeholder:
                points = np.array(stakeholder.points[gauge.stakeholder_issue].values)
                return own - points[self.level[gauge.stakeholder_issue]]
        raise KeyError(gauge.stakeholder)

    def at_levels(self, levels: Levels) -> tuple[slice, ...]:
        """Return the place of one bundle of the target; every bundle of the sender is kept."""
        return tuple(
            slice(levels.get(issue.id, 0), levels.get(issue.id, 0) + 1)
            if issue.given_by == "target"
            else slice(None)
            for issue in self.issues
        )

    def with_commitment(self, values: NDArray[Kind], row: NamedRow) -> NDArray[Kind]:
        """Return one entry for each bundle of the sender, a row's commitment held fixed."""
        return np.broadcast_to(values, self.shape)[self.at_levels(row.levels)].reshape(-1)

    def points(self, issue: Issue) -> Floats:
        """Return what a commitment would be worth to the sender if it were surely kept."""
        if issue.benefit is None:
            return np.zeros((1,) * len(self.shape))
        return np.array(issue.benefit.points.values)[self.level[issue.id]]

    def kept_points(self, issue: Issue) -> Floats:
        """Return a commitment's points times the share that verification leaves of them."""
        points = self.points(issue)
        verification = issue.benefit.verification if issue.benefit else None
        if verification is None:
            return points
        multipliers = np.array(verification.multipliers)
        return points * multipliers[self.level[issue.id], self.level[verification.issue]]

    def commitment_points(self) -> Floats:
        """Return what the target gives, in points, whatever the controls say."""
        return self._sum([self.kept_points(issue) for issue in self.case.target_issues])

    def _along(self, issue: Issue) -> Whole:
        shape = [1] * len(self.issues)
        shape[self.axis[issue.id]] = len(issue.levels)
        return np.arange(len(issue.levels)).reshape(shape)

    def _gives(self, role: str) -> Flags:
        flags = np.zeros((1,) * len(self.shape), dtype=np.bool_)
        for issue in self.issues:
            if issue.given_by == role:
                flags = flags | (self.level[issue.id] > 0)
        return flags

    def _sum(self, parts: list[Floats]) -> Floats:
        total = np.zeros((1,) * len(self.shape))
        for part in parts:
            total = total + part
        return total

    def _cost(self, issue: Issue) -> Floats:
        cost = np.array(issue.cost.base.values)
        for slope in issue.cost.slopes:
            cost = cost + np.array(slope.series.values) * self.scenario.share(slope.control)
        return cost[self.level[issue.id]]

    def _sender_worth(self) -> Floats:
        """Return what the sender expects to have from the commitments."""
        return self._sum([self._sender_part(issue) for issue in self.case.target_issues])

    def _sender_part(self, issue: Issue) -> Floats:
        """Return what one commitment is worth to the sender, as far as it counts on it."""
        trust = self.scenario.share(self.case.sender_stakes.credibility)
        if self._option("trust_and_verification", "rule", "multiply") == "multiply":
            part = self.kept_points(issue) * trust
        else:
            points = self.points(issue)
            part = points - (points - self.kept_points(issue)) * (1 - trust)
        growth = issue.benefit.growth if issue.benefit else None
        if growth is None:
            return part
        fixed = growth.fixed_share.value
        return part * (fixed + (1 - fixed) * self.scenario.share(growth.control))

    def _target_worth(self) -> Floats:
        """Return gA V(u): what the target expects to have from the concessions."""
        parts: list[Floats] = []
        for issue in self.case.sender_issues:
            if issue.benefit is not None:
                points = np.array(issue.benefit.points.values)[self.level[issue.id]]
                parts.append(points * self._discount(issue.benefit.discount))
        return self._sum(parts) * self.scenario.share(self.case.target_stakes.credibility)

    def _discount(self, discount_id: str | None) -> float:
        for discount in self.case.discounts:
            if discount.id == discount_id:
                lost = sum(self._slope(slope) for slope in discount.slopes)
                return max(discount.floor.value, 1 - lost)
        return 1.0

    def _headline(self, stakes: Stakes) -> float:
        return stakes.headline.points.value * self.scenario.share(stakes.headline.will)

    def _waiting(self, stakes: Stakes) -> float:
        total = stakes.waiting.base.value
        for slope in stakes.waiting.slopes:
            total += self._slope(slope) * self._ending(slope.ends)
        return total

    def _slope(self, slope: ControlSlope | FactorSlope) -> float:
        return slope.amount.value * (self.scenario.value(slope.control) - slope.neutral) / 100

    def _ending(self, share_id: str | None) -> float:
        """Return which share of a support ends with a deal."""
        for choice in self.case.structure:
            if choice.kind == "ending_share" and choice.share == share_id:
                for option in choice.options:
                    if option.id == choice.default and option.fixed is not None:
                        return option.fixed
        for item in self.case.ending_shares:
            if item.id == share_id:
                return item.share.value
        return 1.0

    def _option(self, kind: str, field: str, default: object) -> object:
        """Return what the option that stands of a structure choice says."""
        for choice in self.case.structure:
            if choice.kind == kind:
                for option in choice.options:
                    if option.id == choice.default:
                        return getattr(option, field)
        return default

    def limit(self, row: NamedRow) -> float:
        """Return the highest price that a row's commitment is worth to the sender."""
        worth = float(self.with_commitment(self.sender_worth, row)[0])
        stakes = self.case.sender_stakes
        return worth + self._headline(stakes) - self._waiting(stakes)


def _by_class(grid: _Grid, member: Flags) -> tuple[tuple[str, int], ...]:
    left = member
    counts: list[tuple[str, int]] = []
    for name, fits in _classes(grid):
        counts.append((name, int((left & fits).sum())))
        left = left & ~fits
    return tuple(counts)


def _classes(grid: _Grid) -> Iterator[tuple[str, Flags]]:
    """Yield which packages each class fits; a package is of the first class that fits it."""
    for item in grid.case.classes:
        fits = np.ones((1,) * len(grid.shape), dtype=np.bool_)
        for issue, level in item.at_least.items():
            fits = fits & (grid.level[issue] >= level)
        for issue, level in item.at_most.items():
            fits = fits & (grid.level[issue] <= level)
        yield item.id, fits


def _board_row(grid: _Grid, member: Flags, row: NamedRow) -> BoardRow:
    """Work out a row; which lines block it is a law of its own and left empty here."""
    price = grid.with_commitment(grid.price, row)
    takes = grid.with_commitment(grid.target_prefers, row)
    allowed = grid.with_commitment(grid.allowed(grid.case.controls), row)
    members = price[grid.with_commitment(member, row)]
    limit = grid.limit(row)
    floor, floor_any = _lowest(price[takes & allowed]), _lowest(price[takes])
    gap = None if floor_any is None or members.size else floor_any - limit
    return BoardRow(
        row=row,
        packages=int(members.size),
        sender_limit=limit,
        sender_wall=float(price[allowed].max()) if allowed.any() else None,
        target_floor=floor,
        target_floor_any=floor_any,
        zone=(float(members.min()), float(members.max())) if members.size else None,
        gap=gap if gap is not None and gap > TOLERANCE else None,
        broken_lines=_broken_lines(grid, row),
        blocking_lines=(),
    )


def _lowest(prices: Floats) -> float | None:
    return float(prices.min()) if prices.size else None


def _broken_lines(grid: _Grid, row: NamedRow) -> tuple[str, ...]:
    """Return the lines and switches that no concession can mend: the commitment breaks them."""
    return tuple(
        control.id
        for control in grid.case.controls
        if not grid.with_commitment(grid.keeps(control), row).any()
    )


def _deal_map(grid: _Grid, member: Flags) -> DealMap:
    """Count packages by cell; a package on an edge between two cells lies in the upper one."""
    cells = grid.case.map_grid
    points = grid.commitment_points()
    x_maximum = _full_points(grid.case)
    y_maximum = sum(max(issue.cost.base.values) for issue in grid.case.sender_issues)
    place = grid.flat(
        _cell(grid.price, y_maximum, cells.rows) * cells.columns
        + _cell(points, x_maximum, cells.columns)
    )

    def counted(flags: Flags) -> Whole:
        chosen = place[grid.flat(flags)]
        counts = np.bincount(chosen, minlength=cells.rows * cells.columns)
        return counts.reshape(cells.rows, cells.columns)

    lines = tuple(each for each in grid.case.controls if each.kind != "coherence")
    lines_allow = grid.both_give & grid.allowed(lines)
    all_allow = grid.both_give & grid.allowed(grid.case.controls)
    return DealMap(
        counts=counted(member),
        totals=counted(np.ones_like(member)),
        sender_accepts=counted(grid.sender_prefers) > 0,
        target_accepts=counted(grid.target_prefers) > 0,
        is_allowed=counted(lines_allow) > 0,
        is_coherent=counted(all_allow) > 0,
        x_maximum=x_maximum,
        y_maximum=y_maximum,
    )


def _full_points(case: Case) -> float:
    """Return the most that the target can give, in points at full verification."""
    total = 0.0
    for issue in case.target_issues:
        if issue.benefit is None:
            continue
        points = np.array(issue.benefit.points.values)
        verification = issue.benefit.verification
        kept = np.array(verification.multipliers)[:, -1] if verification else 1.0
        total += float((points * kept).max())
    return total


def _cell(values: Floats, maximum: float, cells: int) -> Whole:
    if maximum <= 0:
        return np.zeros(values.shape, dtype=np.int64)
    place = np.floor(values / maximum * cells + TOLERANCE).astype(np.int64)
    return np.clip(place, 0, cells - 1)


def _frontier(zone: Whole, ours: Floats, theirs: Floats) -> Whole:
    """Return the members that no other is at least as good for both and better for one."""
    if not zone.size:
        return zone
    order = np.argsort(-ours, kind="stable")
    falling = -ours[order]
    best_so_far = np.concatenate(([-np.inf], np.maximum.accumulate(theirs[order])))

    # The best for the target among members at least, or more than, as good for the sender.
    at_least = best_so_far[np.searchsorted(falling, -(ours - TOLERANCE), side="right")]
    better = best_so_far[np.searchsorted(falling, -(ours + TOLERANCE), side="left")]
    beaten = (at_least > theirs + TOLERANCE) | (better >= theirs - TOLERANCE)
    best, gain = zone[~beaten], ours[~beaten]
    return best[np.lexsort((best, -np.round(gain, 9)))]


def _nash(case: Case, zone: Whole, ours: Floats, theirs: Floats) -> Solution | None:
    product = np.maximum(ours, 0) * np.maximum(theirs, 0)
    return _best(case, zone, product, ours, theirs)


def _kalai_smorodinsky(case: Case, zone: Whole, ours: Floats, theirs: Floats) -> Solution | None:
    smaller = np.minimum(_of_ideal(ours), _of_ideal(theirs))
    return _best(case, zone, smaller, ours, theirs)


def _of_ideal(gains: Floats) -> Floats:
    """Return gains as shares of the largest; a side that nothing can please has shares of 0."""
    ideal = gains.max() if gains.size else 0.0
    return np.maximum(gains, 0) / ideal if ideal > TOLERANCE else np.zeros(gains.shape)


def _best(case: Case, zone: Whole, merit: Floats, ours: Floats, theirs: Floats) -> Solution | None:
    """Return the member of most merit; ties go to the larger sum of shares, then the first."""
    if not zone.size:
        return None
    tied = np.flatnonzero(merit >= merit.max() - TOLERANCE)
    shares = (_of_ideal(ours) + _of_ideal(theirs))[tied]
    chosen = tied[np.flatnonzero(shares >= shares.max() - TOLERANCE)[0]]
    package = package_at(case, int(zone[chosen]))
    return Solution(package, float(ours[chosen]), float(theirs[chosen]), int(tied.size))
