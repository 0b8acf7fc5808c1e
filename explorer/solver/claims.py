"""Whether an answer holds: in other worlds, at other values of controls, and by what margin.

The margin of a package is the smaller of both sides' gains; that of a row or of the zone is the
largest of any package that the lines allow. An answer holds where its margin is not negative.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np

from explorer.model.breaking import Claim
from explorer.model.by_identity import ByIdentity
from explorer.model.package import Package, bundle_index, package_at
from explorer.model.result import Counts, Flags, Floats, Result
from explorer.model.scenario import Scenario
from explorer.solver.deal_zone import deal_zone
from explorer.solver.line import Allowance, active_lines, allowance, line_at
from explorer.solver.many_worlds import bundle_is_open, package_gains, zone_exists
from explorer.solver.row_grid import row_grid
from explorer.solver.side import TOLERANCE
from explorer.solver.tables import case_tables
from explorer.solver.two_factor import Axis, row_map
from explorer.solver.uncertain import Draws
from explorer.solver.worlds import ManySides, rounded, worlds

MOST_SEEN = 40
"""How many packages of a row are enough to see quickly that it is open elsewhere."""

Moved = Mapping[str, Floats]
"""Values of controls at S points by the id of the control, each (S,)."""


def is_true(result: Result, claim: Claim) -> bool:
    """Return whether a claim is true of a result."""
    if claim.kind == "zone":
        return result.zone.packages > 0
    if claim.kind == "row":
        return any(row.is_open for row in result.board if row.row.id == claim.id)
    return bool(holds(result.scenario, claim, Draws(1))[0])


def holds(scenario: Scenario, claim: Claim, draws: Draws) -> Flags:
    """Return in which of S drawn worlds a claim is true, (S,)."""
    if claim.kind == "zone":
        return zone_exists(scenario, draws)
    if claim.kind == "row":
        return bundle_is_open(scenario, draws, _bundle(scenario, claim))
    package = _package(claim)
    if not is_allowed(scenario, package):
        return np.zeros(draws.size, dtype=np.bool_)
    return _gives_both(scenario, draws, (package,))[:, 0]


def witnesses(result: Result, claim: Claim) -> tuple[Package, ...]:
    """Return packages of the zone by which it is quickly seen elsewhere that a claim holds.

    None for a claim about a package, and where a claim does not hold.
    """
    if claim.kind == "zone":
        solutions = (result.nash, result.kalai_smorodinsky)
        return (*sorted(result.members, key=_levels), *(each.package for each in solutions if each))
    if claim.kind == "package":
        return ()
    return _members(result.scenario, _bundle(result.scenario, claim))


def holds_at(
    scenario: Scenario, claim: Claim, moved: Moved, seen: tuple[Package, ...] = ()
) -> Flags:
    """Return at which of S points of some controls a claim is true, (S,).

    Parameters
    ----------
    moved
        Where each of the controls that move stands at the points; at least one control.
    seen
        What :func:`witnesses` returns: where one of them remains, nobody needs to look further.
    """
    size = len(next(iter(moved.values())))
    found = np.zeros(size, dtype=np.bool_)
    if seen:
        found = _remaining(scenario, seen, moved)
    open_points = np.flatnonzero(~found)
    for at, points in _by_lines(scenario, moved, open_points):
        found[points] = holds(at, claim, _draws(scenario, moved, points))
    return found


def holds_on(
    scenario: Scenario, claim: Claim, x: Axis, y: Axis, seen: tuple[Package, ...] = ()
) -> Flags:
    """Return where a claim is true over a grid of two controls, (ny, nx).

    ``x``, ``y``: The id of a control and rising values of it. ``seen``: As :func:`holds_at` has it.
    """
    (x_id, x_values), (y_id, y_values) = x, y
    kinds = {scenario.case.control(each).kind for each in (x_id, y_id)}
    if claim.kind == "row" and kinds == {"scale"}:
        return row_map(scenario, claim.id, x, y)
    if claim.kind == "row":
        return row_grid(scenario, _bundle(scenario, claim), x, y)
    ys, xs = np.meshgrid(y_values, x_values, indexing="ij")
    found = holds_at(scenario, claim, {x_id: xs.ravel(), y_id: ys.ravel()}, seen)
    return found.reshape(len(y_values), len(x_values))


def margins(scenario: Scenario, claims: tuple[Claim, ...], draws: Draws) -> tuple[Floats, Floats]:
    """Return by what margin claims are true in S worlds, and how well both sides fare at all.

    Returns
    -------
    tuple[Floats, Floats]
        Both (S, claims). The margins, in points; minus infinity where the lines leave no package
        that a claim speaks of. Both sides' gains together, in the mean over what the lines leave:
        it tells which way an assumption works where it does not move the margin alone.
    """
    left = allowance(case_tables(scenario.case), scenario)
    drawn = worlds(scenario, draws)
    found = [
        _margin(scenario, claim, left, drawn.sides(_part(scenario, claim))) for claim in claims
    ]
    least, mean = zip(*found, strict=True)
    return np.stack(least, axis=1), np.stack(mean, axis=1)


def is_allowed(scenario: Scenario, package: Package) -> bool:
    """Return whether a scenario's lines allow a package in which both sides give something."""
    tables, case = case_tables(scenario.case), scenario.case
    target = bundle_index(case.target_shape, package.target)
    sender = bundle_index(case.sender_shape, package.sender)
    if not (tables.target_gives[target] and tables.sender_gives[sender]):
        return False
    # Line by line: what all of them leave of every bundle takes a hundred times as long.
    lines = active_lines(tables, scenario)
    return all(bool(line.spared[line.place[target], sender]) for line in lines)


def _members(scenario: Scenario, bundle: int) -> tuple[Package, ...]:
    """Return some packages of the zone with one of the target's bundles, from all its prices."""
    tables, case = case_tables(scenario.case), scenario.case
    zone = deal_zone(scenario)
    places = np.flatnonzero(zone.bundles == bundle)
    if not len(places):
        return ()
    partners = tables.by_price[np.flatnonzero(zone.inside(places)[0])]
    some = partners[:: -(-len(partners) // MOST_SEEN)]
    return tuple(package_at(case, bundle * len(tables.price) + int(each)) for each in some)


def _levels(package: Package) -> tuple[int, ...]:
    return package.target + package.sender


def _package(claim: Claim) -> Package:
    if claim.package is None:
        raise ValueError(f"a claim about a package needs one: {claim}")
    return claim.package


def _bundle(scenario: Scenario, claim: Claim) -> int:
    place = [row.id for row in scenario.case.rows].index(claim.id)
    return int(case_tables(scenario.case).row_bundles[place])


def _part(scenario: Scenario, claim: Claim) -> Counts | None:
    """Return the target's bundles that a claim speaks of; None for all."""
    if claim.kind == "zone":
        return None
    if claim.kind == "row":
        return np.array([_bundle(scenario, claim)])
    return np.array([bundle_index(scenario.case.target_shape, _package(claim).target)])


def _gives_both(scenario: Scenario, draws: Draws, packages: tuple[Package, ...]) -> Flags:
    sender, target = package_gains(scenario, draws, packages)
    return (sender >= -TOLERANCE) & (target >= -TOLERANCE)


@lru_cache(maxsize=4)
def _give_both_now(
    key: ByIdentity, values: tuple[float, ...], packages: tuple[Package, ...]
) -> Flags:
    """Return which packages give both sides at least nothing where all scales stand, (N,)."""
    found = _gives_both(Scenario(key.case, "", values), Draws(1), packages)[0]
    found.flags.writeable = False
    return found


def _remaining(scenario: Scenario, packages: tuple[Package, ...], moved: Moved) -> Flags:
    """Return at which points one of some packages of the zone is still in it."""
    tables, case = case_tables(scenario.case), scenario.case
    size = len(next(iter(moved.values())))
    drawn = _draws(scenario, moved, np.arange(size))
    if drawn.controls:
        inside = _gives_both(scenario, drawn, packages)
    else:
        now = _give_both_now(ByIdentity(case), scenario.values, packages)
        inside = np.repeat(now[None, :], size, axis=0)
    target = [bundle_index(case.target_shape, each.target) for each in packages]
    sender = [bundle_index(case.sender_shape, each.sender) for each in packages]
    for control_id, values in moved.items():
        if case.control(control_id).kind == "scale":
            continue
        for value in np.unique(values):
            line = line_at(tables, case.control(control_id), float(value))
            if line is not None:
                inside[values == value] &= line.spared[line.place[target], sender]
    return np.asarray(inside.any(axis=1))


def _by_lines(
    scenario: Scenario, moved: Moved, points: Counts
) -> Iterator[tuple[Scenario, Counts]]:
    """Yield the points at which all lines stand alike, with a scenario that has them so."""
    case = scenario.case
    lines = [id_ for id_ in moved if case.control(id_).kind != "scale"]
    if not lines or not len(points):
        yield from ((scenario, points) for _ in points[:1])
        return
    values = np.stack([moved[id_][points] for id_ in lines], axis=1)
    alike, place = np.unique(values, axis=0, return_inverse=True)
    for number, at in enumerate(alike.tolist()):
        moved_to = dict(zip(lines, at, strict=True))
        yield scenario.with_values(moved_to), points[place.ravel() == number]


def _draws(scenario: Scenario, moved: Moved, points: Counts) -> Draws:
    scales = {
        id_: values[points]
        for id_, values in moved.items()
        if scenario.case.control(id_).kind == "scale"
    }
    return Draws(len(points), {}, scales)


def _margin(
    scenario: Scenario, claim: Claim, left: Allowance, sides: ManySides
) -> tuple[Floats, Floats]:
    limit, need = rounded(sides.limit), rounded(sides.need)
    if claim.kind == "zone":
        return _zone_margin(left, limit, need, sides)
    bundles = _part(scenario, claim)
    allowed = left.allowed_with_all(bundles)[0] if bundles is not None else left.anywhere
    if claim.kind == "package":
        only = np.zeros_like(allowed)
        only[bundle_index(scenario.case.sender_shape, _package(claim).sender)] = True
        allowed = allowed & only
    if not allowed.any():
        nothing = np.full(len(limit), -np.inf)
        return nothing, nothing
    sender = limit - sides.price[:, allowed]
    target = sides.worth[:, allowed] - need
    return np.minimum(sender, target).max(axis=1), (sender + target).mean(axis=1)


def _zone_margin(
    left: Allowance, limit: Floats, need: Floats, sides: ManySides
) -> tuple[Floats, Floats]:
    size = len(limit)
    kinds = [
        (bundles, partners)
        for kind in range(len(left.sets))
        if len(bundles := np.flatnonzero(left.kind_of == kind))
        and len(partners := np.flatnonzero(left.allowed_of(np.array([kind]))[0]))
    ]
    if not kinds:
        nothing = np.full(size, -np.inf)
        return nothing, nothing
    best = np.full(size, -np.inf)
    for world in range(size):
        for bundles, partners in kinds:
            most, least = _skyline(limit[world, bundles], need[world, bundles])
            worth, price = _skyline(sides.worth[world, partners], sides.price[world, partners])
            gains = np.minimum(most[:, None] - price, worth - least[:, None])
            best[world] = max(best[world], float(gains.max()))
    members = left.kind_of >= 0
    kept = sides.worth[:, left.anywhere].mean(axis=1) - sides.price[:, left.anywhere].mean(axis=1)
    return best, limit[:, members].mean(axis=1) - need[:, members].mean(axis=1) + kept


def _skyline(gain: Floats, cost: Floats) -> tuple[Floats, Floats]:
    """Return gains and costs of those that no other betters in both."""
    order = np.lexsort((-gain, cost))
    gain, cost = gain[order], cost[order]
    before = np.maximum.accumulate(np.concatenate(([-np.inf], gain[:-1])))
    kept = gain > before
    return gain[kept], cost[kept]
