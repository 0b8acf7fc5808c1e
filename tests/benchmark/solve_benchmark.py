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
from tests.benchmark.negmas_tick import negmas_tick
from tests.benchmark.timing import Timing, timed
from tests.solver.brute_force import brute_force

DRAGGED = "russia_alignment"
LOOKS = 41
"""How many steps of the drag look for openings and tipping points."""
BESIDE = "china_ties"
GRID = 200


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


def _compare(start: Scenario, ours: Timing, arguments: argparse.Namespace) -> None:
    plain = timed(_calls(brute_force, start, arguments.plain_steps))
    print(f"  plain reference  {plain.line}")
    print(f"  plain reference / full solve: {plain.median / ours.median:,.0f}")
    _compare_map(start, ours, arguments.map_runs)
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


def _compare_map(start: Scenario, ours: Timing, runs: int) -> None:
    """Time the two-factor map against one full solve for each of its points, one after another."""

    def draw() -> object:
        xs, ys = (np.linspace(0, 100, GRID) for _ in range(2))
        return two_factor(start, DRAGGED, BESIDE, x_values=xs, y_values=ys)

    whole = timed([draw] * runs)
    ratio = ours.median * GRID**2 / whole.median
    print(f"  two-factor map   {whole.line}   points {GRID**2:,}")
    print(f"  full solve x {GRID**2:,} points / two-factor map: {ratio:,.0f}")


def _full_solve(start: Scenario, steps: int) -> Timing:
    _ = timed(_calls(solve, start, 20))
    return timed(_calls(solve, start, steps))


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
    parser.add_argument("--negmas-issues", type=int, default=6, help="outcomes are ten to this")
    parser.add_argument("--negmas-runs", type=int, default=3, help="slider ticks of NegMAS")
    return parser.parse_args()


if __name__ == "__main__":
    main()
