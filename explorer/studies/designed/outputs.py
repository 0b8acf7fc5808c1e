"""What a study keeps of each scenario: columns, and how their cells come about."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from explorer.model.breaking import Claim
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.example import NamedPackage
from explorer.model.package import Package, bundle_index, package_index, package_of
from explorer.model.result import Counts, Flags, Floats, Result, Solution
from explorer.model.scenario import Scenario
from explorer.model.study_plan import OutputKind, StudyPlan
from explorer.model.study_rows import Column, ColumnKind
from explorer.solver.frontier import frontier
from explorer.solver.line import allowance
from explorer.solver.many_worlds import Outcomes, RowOutcomes, outcomes_of, row_outcomes
from explorer.solver.side import cut_gains
from explorer.solver.solution import kalai_smorodinsky_point, nash_point
from explorer.solver.solve import solve
from explorer.solver.tables import case_tables
from explorer.solver.uncertain import Draws
from explorer.solver.world_zone import world_zone
from explorer.solver.worlds import ManySides, rounded, worlds
from explorer.studies.designed.written import written_scenario
from explorer.studies.resilience import resiliences


class Solved:
    """A scenario in S worlds, as far as somebody asks; what was found once is kept."""

    def __init__(self, scenario: Scenario, draws: Draws, packages: tuple[Package, ...]) -> None:
        """Solve nothing yet; ``packages`` are those that are asked about."""
        self.scenario = scenario
        self.draws = draws
        self.packages = packages

    @cached_property
    def sides(self) -> ManySides:
        """Both sides' conditions, for all bundles."""
        return worlds(self.scenario, self.draws).sides()

    @cached_property
    def outcomes(self) -> Outcomes:
        """The zone by class, the rows of the board, and which packages are in the zone."""
        return outcomes_of(self.scenario, self.sides, self.packages)

    @cached_property
    def rows(self) -> RowOutcomes:
        """The rows of the board alone, a tenth of the work unless all is known already."""
        if "outcomes" in self.__dict__:
            found = self.outcomes
            return RowOutcomes(found.floors, found.limits, found.is_open)
        return row_outcomes(self.scenario, self.draws)

    @cached_property
    def solutions(self) -> Floats:
        """The solutions, (S, 2, 4): package, both gains, ties; NaN where the zone is empty."""
        found = np.full((len(self.sides.price), len(SOLUTIONS), len(SOLUTION_PARTS)), np.nan)
        left = allowance(case_tables(self.scenario.case), self.scenario)
        for world in np.flatnonzero(self.outcomes.packages.sum(axis=1)):
            zone = world_zone(self.scenario, left, self.sides, int(world))
            efficient = frontier(zone)
            points = nash_point(zone, efficient), kalai_smorodinsky_point(zone, efficient)
            for place, point in enumerate(points):
                if point is not None:
                    found[world, place] = _parts(self.scenario.case, point)
        return found


SOLUTIONS = ("nash", "kalai_smorodinsky")
"""The solutions that are told, by the beginning of their columns' names."""

SOLUTION_PARTS: tuple[tuple[str, ColumnKind], ...] = (
    ("package", "count"),
    ("sender_gain", "number"),
    ("target_gain", "number"),
    ("ties", "count"),
)
"""What is told of each: the number of the package, counted from 0, and the rest of a
:class:`explorer.model.result.Solution`."""


def _parts(case: Case, point: Solution) -> tuple[float, float, float, float]:
    number = float(package_index(case, point.package))
    return number, point.sender_gain, point.target_gain, float(point.ties)


@dataclass(frozen=True, slots=True)
class Output:
    """One kind of output: its columns, and their cells (S, columns) for solved worlds."""

    columns: tuple[Column, ...]
    cells: Callable[[Solved], Floats | Counts | Flags]


def outputs_of(plan: StudyPlan, case: Case) -> tuple[Output, ...]:
    """Return what a study keeps, in the order of its plan."""
    return tuple(_OUTPUTS[kind](plan, case) for kind in plan.outputs)


def output_columns(plan: StudyPlan, case: Case) -> tuple[Column, ...]:
    """Return the columns of what a study keeps."""
    return tuple(column for output in outputs_of(plan, case) for column in output.columns)


def _zone(plan: StudyPlan, case: Case) -> Output:
    del plan, case
    columns = (_column("zone", "packages", "count"),)
    return Output(columns, lambda solved: solved.outcomes.packages.sum(axis=1, keepdims=True))


def _classes(plan: StudyPlan, case: Case) -> Output:
    del plan
    columns = tuple(_column("packages", item.id, "count") for item in case.classes)
    return Output(columns, lambda solved: solved.outcomes.packages)


def _open(plan: StudyPlan, case: Case) -> Output:
    chosen, columns = _of_rows(plan, case, "open", "flag")
    return Output(columns, lambda solved: solved.rows.is_open[:, chosen])


def _floors(plan: StudyPlan, case: Case) -> Output:
    chosen, columns = _of_rows(plan, case, "floor", "number")

    def cells(solved: Solved) -> Floats:
        floors = solved.rows.floors[:, chosen]
        return np.where(np.isfinite(floors), floors, np.nan)

    return Output(columns, cells)


def _limits(plan: StudyPlan, case: Case) -> Output:
    chosen, columns = _of_rows(plan, case, "limit", "number")
    return Output(columns, lambda solved: solved.rows.limits[:, chosen])


def _solutions(plan: StudyPlan, case: Case) -> Output:
    del plan, case
    columns = tuple(
        _column(name, part, kind) for name in SOLUTIONS for part, kind in SOLUTION_PARTS
    )
    return Output(columns, lambda solved: solved.solutions.reshape(-1, len(columns)))


def _resilience(plan: StudyPlan, case: Case) -> Output:
    chosen, columns = _of_rows(plan, case, "resilience", "number")
    claims = tuple(Claim("row", case.rows[place].id) for place in chosen)

    def cells(solved: Solved) -> Floats:
        found = np.full((solved.draws.size, len(claims)), np.nan)
        for world in range(solved.draws.size):
            # Assumptions that cannot stand together in one case say nothing.
            with suppress(ScenarioError):
                scenario = written_scenario(solved.scenario, solved.draws, world)
                found[world] = _shares(solve(scenario), claims)
        return found

    return Output(columns, cells)


def _shares(result: Result, claims: tuple[Claim, ...]) -> list[float]:
    """Return how far all assumptions must move until each claim turns; NaN where none does it."""
    shares = [each.share for each in resiliences(result, claims)]
    return [np.nan if share is None else share for share in shares]


def _packages(plan: StudyPlan, case: Case) -> Output:
    columns = tuple(_column("in", each.id, "flag") for each in _named(plan, case))
    return Output(columns, lambda solved: solved.outcomes.is_in_zone)


def _gains(plan: StudyPlan, case: Case) -> Output:
    chosen, packages = _named(plan, case), packages_of(plan, case)
    targets = [bundle_index(case.target_shape, each.target) for each in packages]
    senders = [bundle_index(case.sender_shape, each.sender) for each in packages]
    # What a deal as such is worth counts only where both give something.
    is_deal = np.array([any(each.target) and any(each.sender) for each in packages], dtype=np.bool_)

    def cells(solved: Solved) -> Floats:
        sides = solved.sides
        sender, target = cut_gains(
            (
                rounded(sides.limit[:, targets]) - sides.price[:, senders],
                sides.worth[:, senders] - rounded(sides.need[:, targets]),
            ),
            sides.most,
        )
        both = np.where(is_deal[:, None], rounded(np.stack([sender, target], axis=2)), np.nan)
        return both.reshape(len(sides.price), -1)

    columns = tuple(
        _column(side, each.id, "number")
        for each in chosen
        for side in ("sender_gain", "target_gain")
    )
    return Output(columns, cells)


def _of_rows(
    plan: StudyPlan, case: Case, name: str, kind: ColumnKind
) -> tuple[list[int], tuple[Column, ...]]:
    chosen = [
        place for place, row in enumerate(case.rows) if not plan.of_rows or row.id in plan.of_rows
    ]
    return chosen, tuple(_column(name, case.rows[place].id, kind) for place in chosen)


def packages_of(plan: StudyPlan, case: Case) -> tuple[Package, ...]:
    """Return the named packages that a study asks about, in the case's order."""
    if "packages" not in plan.outputs and "gains" not in plan.outputs:
        return ()
    return tuple(package_of(case, each.levels) for each in _named(plan, case))


def _named(plan: StudyPlan, case: Case) -> list[NamedPackage]:
    wanted = plan.of_packages
    return [each for each in case.packages if not wanted or each.id in wanted]


def _column(name: str, part: str, kind: ColumnKind) -> Column:
    return Column(name=f"{name}.{part}", role="output", kind=kind)


_OUTPUTS: dict[OutputKind, Callable[[StudyPlan, Case], Output]] = {
    "zone": _zone,
    "classes": _classes,
    "rows": _open,
    "floors": _floors,
    "limits": _limits,
    "solutions": _solutions,
    "packages": _packages,
    "gains": _gains,
    "resilience": _resilience,
}
"""How each kind of output comes about; a new kind is a line here and a word in ``OutputKind``."""
