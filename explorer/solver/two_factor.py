"""The two-factor map: which rows of the board are open wherever two controls stand.

A row is open if and only if the best worth among the allowed concessions within its limit reaches
its need. So the concessions are sorted by price once, those that can never be the best are left
out, and a running maximum along the prices answers every limit with one look-up.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from explorer.model.case import Case
from explorer.model.result import Counts, Flags, Floats, TwoFactor
from explorer.model.scenario import SCALE_MAXIMUM, Scenario, control_range
from explorer.solver.line import allowance
from explorer.solver.side import DECIMALS, SLACK, TOLERANCE, discounted_share, outside_value
from explorer.solver.tables import ByIdentity, CaseTables, Part, case_tables

FINE_STEPS, COARSE_STEPS = 201, 51
"""Values of a scale on the map at rest and while a hand moves: every half, every second one."""

TILE = 26
"""Values of each scale that are worked out at once: near ones have the same best offers."""

ROW_TILE = 101
"""The same for a single row, where few offers are left over and each piece takes its time."""

Shares = Callable[[str], Floats]
"""Where a scale stands, 0 to 1, as an array that broadcasts to (ny, nx)."""

Axis = tuple[str, Floats]
"""The id of a control, and rising values that it can take, in its own units."""


@dataclass(frozen=True, slots=True, eq=False)
class _Conditions:
    """Limit and need of some rows, each (rows, ny or 1, nx or 1)."""

    limit: Floats
    need: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Offers:
    """The sender's allowed bundles by rising price: ``prices`` (n), ``value`` with n points each.

    Of bundles with the same price, those that are worth most at full factors come first.
    """

    prices: Floats
    value: tuple[Part, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Curve:
    """The best value that money can buy: ``prices`` (n) rising, ``best`` (n, ny or 1, nx or 1).

    ``trust`` is the share of the promise that is expected to be kept. Rounding never turns an
    order around, and neither does a factor that is not negative: so the best worth is that of the
    best value, and only it has to be multiplied and rounded.
    """

    prices: Floats
    best: Floats
    trust: Floats

    def best_within(self, limit: Floats) -> Floats:
        """Return the best worth within each limit (rows, ny, nx); minus infinity for none."""
        count = np.searchsorted(self.prices, limit + TOLERANCE, side="right")
        shape = np.broadcast_shapes(count.shape, self.best.shape[1:])
        place = np.broadcast_to(np.maximum(count - 1, 0), shape)
        best = np.broadcast_to(self.best, (len(self.prices), *shape[1:]))
        columns = np.arange(shape[2], dtype=np.int64)
        lines = np.arange(shape[1], dtype=np.int64).reshape(-1, 1)
        worth = np.round(self.trust * best[place, lines, columns], DECIMALS)
        return np.where(count > 0, worth, -np.inf)


def two_factor(
    scenario: Scenario, x_control: str, y_control: str, *, x_values: Floats, y_values: Floats
) -> TwoFactor:
    """Return which rows are open over a grid of two controls; exactly as solving each point.

    Parameters
    ----------
    scenario
        Where all other controls stay.
    x_control, y_control
        The ids of two different controls.
    x_values, y_values
        Rising values that the controls can take, in their own units.
    """
    bundles = np.asarray(case_tables(scenario.case).row_bundles, dtype=np.int64)
    is_open = _map(scenario, bundles, (x_control, x_values), (y_control, y_values), TILE)
    for array in (x_values, y_values, is_open):
        array.flags.writeable = False
    return TwoFactor(x_control, y_control, x_values, y_values, is_open)


def row_map(scenario: Scenario, row_id: str, x: Axis, y: Axis) -> Flags:
    """Return where one row of the board is open over a grid of two controls, (ny, nx).

    ``x``, ``y``: The id of a control and its values, as of :func:`two_factor`.
    """
    place = [row.id for row in scenario.case.rows].index(row_id)
    bundles = np.array(case_tables(scenario.case).row_bundles[place : place + 1], dtype=np.int64)
    return _map(scenario, bundles, x, y, ROW_TILE)[0]


def _map(scenario: Scenario, bundles: Counts, x: Axis, y: Axis, tile: int) -> Flags:
    """Return which of the target's bundles have a zone over a grid, (bundles, ny, nx)."""
    (x_control, x_values), (y_control, y_values) = x, y
    is_open = np.zeros((len(bundles), len(y_values), len(x_values)), dtype=np.bool_)
    is_plane = min(len(x_values), len(y_values)) > 1
    at_once = tile if is_plane else TILE**2
    for ys in _pieces(scenario.case, y_control, y_values, at_once):
        for xs in _pieces(scenario.case, x_control, x_values, at_once):
            piece = {y_control: y_values[ys][:, None], x_control: x_values[xs][None, :]}
            _fill(bundles, scenario, piece, is_open[:, ys, xs])
    return is_open


def two_factor_map(
    scenario: Scenario, x_control: str, y_control: str, *, is_fine: bool
) -> TwoFactor:
    """Return the map over the whole ranges of two controls, kept for the next moves of either.

    Parameters
    ----------
    scenario
        Where all other controls stay; where the two stand makes no difference.
    x_control, y_control
        The ids of two different controls.
    is_fine
        Whether scales have :data:`FINE_STEPS` values, else :data:`COARSE_STEPS`.
    """
    apart = _apart(scenario, x_control, y_control)
    return _kept_map(ByIdentity(scenario.case), apart.values, x_control, y_control, is_fine)


def is_same_map(one: Scenario, other: Scenario, x_control: str, y_control: str) -> bool:
    """Return whether two scenarios differ in nothing but two controls."""
    same_case = one.case is other.case
    return same_case and _apart(one, x_control, y_control).values == (
        _apart(other, x_control, y_control).values
    )


def two_factor_lines(
    scenario: Scenario, x_control: str, y_control: str
) -> tuple[TwoFactor, TwoFactor]:
    """Return the map's line along x through the present point, and its line along y.

    Every whole value of a control is on its line; the other control stays where it is.
    """
    case = scenario.case
    x_now, y_now = (np.array([float(scenario.value(id_))]) for id_ in (x_control, y_control))
    along_x, along_y = (
        control_values(case, id_, SCALE_MAXIMUM + 1) for id_ in (x_control, y_control)
    )
    return (
        two_factor(scenario, x_control, y_control, x_values=along_x, y_values=y_now),
        two_factor(scenario, x_control, y_control, x_values=x_now, y_values=along_y),
    )


def control_values(case: Case, control_id: str, steps: int) -> Floats:
    """Return values over the range of a control: so many of a scale, every one of a line."""
    reach = control_range(case, case.control(control_id))
    count = int(reach.maximum - reach.minimum) + 1 if reach.is_whole else steps
    return np.linspace(reach.minimum, reach.maximum, count)


def _apart(scenario: Scenario, *control_ids: str) -> Scenario:
    """Return a scenario with some controls at their defaults."""
    case = scenario.case
    return scenario.with_values(
        {id_: control_range(case, case.control(id_)).default for id_ in control_ids}
    )


@lru_cache(maxsize=8)
def _kept_map(
    key: ByIdentity, values: tuple[float, ...], x_control: str, y_control: str, is_fine: bool
) -> TwoFactor:
    case, steps = key.case, FINE_STEPS if is_fine else COARSE_STEPS
    return two_factor(
        Scenario(case, case.name, values),
        x_control,
        y_control,
        x_values=control_values(case, x_control, steps),
        y_values=control_values(case, y_control, steps),
    )


def _pieces(case: Case, control_id: str, values: Floats, at_once: int) -> Iterator[slice]:
    """Yield which values go together: many of a scale, one of a line, which allows what it does."""
    size = at_once if case.control(control_id).kind == "scale" else 1
    for start in range(0, len(values), size):
        yield slice(start, start + size)


def _fill(bundles: Counts, scenario: Scenario, piece: Mapping[str, Floats], is_open: Flags) -> None:
    """Write into (bundles, ny, nx) flags which bundles have a zone on a piece of the grid."""
    case, tables = scenario.case, case_tables(scenario.case)
    lines = {
        id_: float(at.item()) for id_, at in piece.items() if case.control(id_).kind != "scale"
    }
    left = allowance(tables, scenario.with_values(lines))

    def share(control_id: str) -> Floats:
        moved = piece.get(control_id)
        if moved is None:
            return np.array([[scenario.share(control_id)]])
        return moved / SCALE_MAXIMUM

    kinds = left.kind_of[bundles]
    for kind in np.unique(kinds[kinds >= 0]):
        rows = np.flatnonzero(kinds == kind)
        allowed = left.allowed_of(kinds[rows[:1]])
        if allowed.any():
            conditions = _conditions(tables, bundles[rows], case, share)
            offers = _offers(ByIdentity(case), allowed.tobytes())
            factors = {
                item.id: np.atleast_2d(discounted_share(item, share)) for item in case.discounts
            }
            trust = share(case.target_stakes.credibility)
            is_open[rows] = _open(conditions, offers, factors, trust)


def _open(
    conditions: _Conditions, offers: _Offers, factors: Mapping[str, Floats], trust: Floats
) -> Flags:
    """Return where each row is open, (rows, ny, nx) or what broadcasts to it.

    Most rows are open or closed all over a tile, and bounds of what an offer is worth there tell
    that; only the others are worked out point by point.
    """
    limit, need = conditions.limit, conditions.need
    least, most = _bounds(offers.value, factors, trust)
    at_least, at_most = np.maximum.accumulate(least), np.maximum.accumulate(most)
    low_limit, high_limit = limit.min(axis=(1, 2)), limit.max(axis=(1, 2))
    low_need, high_need = need.min(axis=(1, 2)), need.max(axis=(1, 2))
    surely = _within(offers.prices, at_least, low_limit - SLACK) >= high_need + SLACK
    maybe = _within(offers.prices, at_most, high_limit + SLACK) >= low_need - SLACK
    shape = np.broadcast_shapes(limit.shape, need.shape, *(f.shape for f in factors.values()))
    shape = np.broadcast_shapes(shape, trust.shape)
    is_open = np.broadcast_to(surely[:, None, None], shape).copy()
    rows = np.flatnonzero(maybe & ~surely)
    if len(rows):
        useful = (offers.prices <= high_limit[rows].max() + SLACK) & (most >= at_least - SLACK)
        useful &= most >= low_need[rows].min() - SLACK
        kept = np.flatnonzero(useful)
        curve = _curve(offers, kept, factors, trust)
        is_open[rows] = curve.best_within(limit[rows]) >= need[rows] - TOLERANCE
    return is_open


def _within(prices: Floats, best: Floats, limit: Floats) -> Floats:
    """Return the running best at each limit (rows,); minus infinity where all is too dear."""
    count = np.searchsorted(prices, limit, side="right")
    return np.where(count > 0, best[np.maximum(count - 1, 0)], -np.inf)


def _bounds(
    value: tuple[Part, ...], factors: Mapping[str, Floats], trust: Floats
) -> tuple[Floats, Floats]:
    """Return what each offer is worth at the least and at the most on a tile."""
    least = most = value[0].points
    for part in value[1:]:
        factor = factors[part.factor]
        ends = part.points * factor.min(), part.points * factor.max()
        least, most = least + np.minimum(*ends), most + np.maximum(*ends)
    low, high = trust.min(), trust.max()
    return np.minimum(least * low, least * high), np.maximum(most * low, most * high)


def _conditions(tables: CaseTables, bundles: Counts, case: Case, share: Shares) -> _Conditions:
    """Return what some bundles of the target ask of both sides; as :func:`sides` has it."""
    sender, target = case.sender_stakes, case.target_stakes
    parts = tables.parts.of_bundles(bundles)
    named = (*parts.benefit[1:], *parts.assured[1:], *parts.cost[1:])
    factors = {part.factor: share(part.factor) for part in named}
    promised = share(sender.credibility) * _total(parts.benefit, factors)
    if parts.assured:
        promised = promised + _total(parts.assured, factors)
    limit = promised + outside_value(case, sender, share)
    need = _total(parts.cost, factors) - outside_value(case, target, share)
    return _Conditions(np.round(limit, DECIMALS), np.round(need, DECIMALS))


def _curve(offers: _Offers, kept: Counts, factors: Mapping[str, Floats], trust: Floats) -> _Curve:
    value = _total(tuple(Part(part.factor, part.points[kept]) for part in offers.value), factors)
    return _Curve(offers.prices[kept], np.maximum.accumulate(value, axis=0), trust)


@lru_cache(maxsize=64)
def _offers(key: ByIdentity, allowed: bytes) -> _Offers:
    tables = case_tables(key.case)
    bundles = np.flatnonzero(np.frombuffer(allowed, dtype=np.bool_))
    worth = np.sum([part.points[bundles] for part in tables.parts.value], axis=0)
    bundles = bundles[np.lexsort((-worth, tables.price[bundles]))]
    value = tuple(Part(part.factor, part.points[bundles]) for part in tables.parts.value)
    return _Offers(tables.price[bundles], value)


def _total(parts: tuple[Part, ...], factors: Mapping[str, Floats]) -> Floats:
    """Return the first part plus the others times their factors, (bundles, ny, nx)."""
    total: Floats = parts[0].points[:, None, None]
    for part in parts[1:]:
        total = total + factors[part.factor] * part.points[:, None, None]
    return total
