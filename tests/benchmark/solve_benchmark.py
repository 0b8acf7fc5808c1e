"""How long one full solve takes, held against a plain reference and NegMAS in the same run.

Run it by hand from the checkout: ``python -m tests.benchmark.solve_benchmark``. NegMAS is timed
where it is installed (``pip install negmas``, best in an environment of its own).
"""

import argparse
import platform
import warnings
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from explorer.files.case_file import bundled_case
from explorer.model.result import Result
from explorer.model.scenario import Scenario, control_range, preset_scenario
from explorer.solver.board import board
from explorer.solver.deal_zone import deal_zone, zone_packages
from explorer.solver.opening import zone_openings
from explorer.solver.solve import solve
from explorer.solver.sweep import all_sweeps
from explorer.solver.two_factor import two_factor
from explorer.solver.uncertain import assumption_sets
from explorer.studies.sureness import SEED, SETS, sureness
from tests.benchmark.negmas_tick import negmas_tick
from tests.benchmark.timing import Timing, timed
from tests.solver.brute_force import BruteForce, brute_force, plain_outcomes
from tests.solver.varied import varied

DRAGGED = "russia_alignment"
LOOKS = 41
"""How many steps of the drag look for openings and tipping points."""
BESIDE = "china_ties"
GRID = 200
LOOPS = 5
"""How often a sample of what is compared is worked out one after another."""


def main() -> None:
    """Take the times and print them with their ratios."""
    arguments = _arguments()
    print(f"Python {platform.python_version()}, numpy {np.__version__}, {platform.machine()}")
    case = bundled_case()
    for preset in (case.default_preset, f"{case.default_preset}-declared", case.baseline_preset):
        start = preset_scenario(case, preset)
        ours = _full_solve(start, arguments.steps)
        print(f"\n{start.name}, {DRAGGED} dragged over its range")
        print(f"  full solve       {ours.line}")
        if preset == case.default_preset:
            _compare(start, ours, arguments)
        _look_around(start)
    guarded = _with_every_guard(preset_scenario(case, case.default_preset))
    print(f"\n{guarded.name}, nobody else may lose, {DRAGGED} dragged over its range")
    print(f"  full solve       {_full_solve(guarded, arguments.steps).line}")
    _look_around(guarded)


def _with_every_guard(start: Scenario) -> Scenario:
    guards = (control.id for control in start.case.controls if control.kind == "guard")
    return start.with_values(dict.fromkeys(guards, 1.0))


def _compare(start: Scenario, ours: Timing, arguments: argparse.Namespace) -> None:
    plain = timed(_calls(_all_of_it, start, arguments.plain_steps))
    print(f"  plain reference  {plain.line}")
    print(f"  plain reference / full solve: {plain.median / ours.median:,.0f}")
    _compare_map(start, arguments.map_points, arguments.map_runs)
    _compare_sets(start, arguments.plain_sets, arguments.sets_runs)
    tick = negmas_tick(arguments.negmas_issues)
    if tick is None:
        print("  NegMAS is not installed: not timed")
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = timed([tick] * arguments.negmas_runs)
    print(f"  NegMAS tick      {theirs.line}   outcomes {10**arguments.negmas_issues:,}")
    print(f"  NegMAS tick / full solve: {theirs.median / ours.median:,.0f}")


def _look_around(start: Scenario) -> None:
    """Time the tipping points of all rows and controls, and all openings of an empty zone."""
    values = np.linspace(0, 100, LOOKS)
    moved = [start.with_value(DRAGGED, float(value)) for value in values]
    ours = timed([partial(all_sweeps, each) for each in moved])
    print(f"  tipping points   {ours.line}")
    plain = timed([partial(_plain_sweeps, moved[0])])
    print(f"  one by one       {plain.line}")
    print(f"  one by one / tipping points: {plain.median / ours.median:,.0f}")
    empty = [result for result in map(solve, moved) if not result.zone.packages]
    if empty:
        openings = timed([partial(zone_openings, each) for each in empty])
        print(f"  openings         {openings.line}")
        plain = timed([partial(_plain_openings, empty[0])])
        print(f"  one by one       {plain.line}")
        print(f"  one by one / openings: {plain.median / openings.median:,.0f}")


def _plain_sweeps(scenario: Scenario) -> object:
    """Solve every value of every control by itself, as a loop over the board would."""
    return [board(deal_zone(each)) for each in _neighbours(scenario)]


def _plain_openings(result: Result) -> object:
    """Count the packages at every value of every control."""
    return [zone_packages(deal_zone(each)) for each in _neighbours(result.scenario)]


def _neighbours(scenario: Scenario) -> Iterator[Scenario]:
    for control in scenario.case.controls:
        reach = control_range(scenario.case, control)
        for value in range(int(reach.minimum), int(reach.maximum) + 1):
            yield scenario.with_value(control.id, value)


def _compare_map(start: Scenario, points: int, runs: int) -> None:
    """Time the two-factor map against a loop that works out the board at each of its points."""
    xs, ys = (np.linspace(0, 100, GRID) for _ in range(2))
    rng = np.random.default_rng(SEED)
    sample = [
        start.with_values({DRAGGED: float(x), BESIDE: float(y)})
        for x, y in zip(rng.choice(xs, points), rng.choice(ys, points), strict=True)
    ]

    def draw() -> object:
        return two_factor(start, DRAGGED, BESIDE, x_values=xs, y_values=ys)

    def loop() -> object:
        return [[row.is_open for row in board(deal_zone(each))] for each in sample]

    whole, looped = timed([draw] * runs), timed([loop] * LOOPS)
    ratio = looped.median * (GRID**2 / points) / whole.median
    print(f"  two-factor map   {whole.line}   points {GRID**2:,}")
    print(f"  point by point   {looped.line}   points {points:,}, drawn from those of the map")
    print(f"  point by point / two-factor map, for each point: {ratio:,.0f}")


def _compare_sets(start: Scenario, plain_sets: int, runs: int) -> None:
    """Time a whole study of assumption sets against gains of all packages built set by set."""
    draws = assumption_sets(start, SETS, seed=SEED)
    counted = plain_outcomes([varied(start, draws, place) for place in range(plain_sets)])
    # The first set brings what all sets share; scaled up it would be counted too often.
    _ = next(counted)
    plain = timed([partial(next, counted)] * (plain_sets - 1))
    whole = timed([partial(sureness, start, seed=SEED)] * runs)
    ratio = plain.median * SETS / whole.median
    packages = np.prod(start.case.target_shape) * np.prod(start.case.sender_shape)
    print(f"  {SETS:,} sets       {whole.line}   packages {packages:,}")
    print(f"  plain, one set   {plain.line}   sets drawn and lines applied before")
    print(f"  plain, one set x {SETS:,} (scaled, not run) / {SETS:,} sets: {ratio:,.0f}")


def _full_solve(start: Scenario, steps: int) -> Timing:
    _ = timed(_calls(solve, start, 20))
    return timed(_calls(solve, start, steps))


def _all_of_it(scenario: Scenario) -> BruteForce:
    return brute_force(scenario).worked_out()


def _calls(
    work: Callable[[Scenario], object], start: Scenario, steps: int
) -> list[Callable[[], object]]:
    values = np.linspace(0, 100, steps)
    return [partial(work, start.with_value(DRAGGED, float(value))) for value in values]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--steps", type=int, default=400, help="solves in the drag")
    parser.add_argument("--plain-steps", type=int, default=7, help="plain reference solves")
    parser.add_argument("--map-runs", type=int, default=20, help="two-factor maps")
    parser.add_argument("--map-points", type=int, default=400, help="points one by one")
    parser.add_argument("--sets-runs", type=int, default=7, help="studies of assumption sets")
    parser.add_argument("--plain-sets", type=int, default=24, help="sets of the plain reference")
    parser.add_argument("--negmas-issues", type=int, default=6, help="outcomes are ten to this")
    parser.add_argument("--negmas-runs", type=int, default=3, help="slider ticks of NegMAS")
    return parser.parse_args()


if __name__ == "__main__":
    main()
