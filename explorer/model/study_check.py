"""What is wrong with a study: what its case does not know, and what cannot be varied so."""

from collections.abc import Iterator
from math import prod

import numpy as np

from explorer.model.assumption import with_estimates
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.result import Floats
from explorer.model.scenario import Scenario
from explorer.model.study_plan import (
    MOST_STUDY_ROWS,
    AssumptionFactor,
    ControlFactor,
    Factor,
    StructureFactor,
    StudyPlan,
)
from explorer.model.study_start import (
    assumption_stand,
    control_stand,
    is_whole,
    option_places,
    start_scenario,
    varied_estimate,
)
from explorer.model.study_ways import RangeWays, Stand
from explorer.model.wording import tr


def plan_problems(plan: StudyPlan, case: Case) -> tuple[str, ...]:
    """Return a line for each thing that is wrong with a study of a case, with its place.

    None if it is sound; then every scenario that it starts from, and every value of every factor
    alone, can stand.
    """
    return tuple(_problems(plan, case))


def row_count(plan: StudyPlan, case: Case) -> int:
    """Return how many rows a study of a case has, if its factors are sound."""
    per_start = combination_count(plan, case)
    if plan.combine.kind == "assumption_sets":
        per_start *= plan.combine.sets
    return len(plan.starts) * per_start


def combination_count(plan: StudyPlan, case: Case) -> int:
    """Return how many settings of its factors a study has, from each start and in each set."""
    if plan.combine.kind == "latin_hypercube" or plan.combine.kind == "sobol":
        return plan.combine.rows
    return prod(way_count(factor, case) for factor in plan.factors)


def way_count(factor: Factor, case: Case) -> int:
    """Return how many values a factor has; 0 where anything between two ends is possible."""
    if factor.kind == "structure":
        return len(option_places(case, factor))
    return factor.ways.count


def _problems(plan: StudyPlan, case: Case) -> Iterator[str]:
    if plan.case != case.id:
        yield tr('case: is "{named}", but this is "{case}"', named=plan.case, case=case.id)
        return
    starts: list[Scenario] = []
    for place, start in enumerate(plan.starts):
        try:
            starts.append(start_scenario(start, case))
        except ScenarioError as error:
            yield from _placed(f"starts[{place}]", error)
    found = [
        problem
        for place, factor in enumerate(plan.factors)
        for problem in _factor_problems(plan, place, factor, starts)
    ]
    yield from found
    yield from _name_problems(plan, case)
    if not found and row_count(plan, case) > MOST_STUDY_ROWS:
        yield tr(
            "factors: make {rows:,} rows together; {most:,} are possible",
            rows=row_count(plan, case),
            most=MOST_STUDY_ROWS,
        )


def _placed(place: str, error: ScenarioError) -> Iterator[str]:
    for line in str(error).splitlines():
        yield f"{place}: {line}"


def _name_problems(plan: StudyPlan, case: Case) -> Iterator[str]:
    for field, names, known in (
        ("of_rows", plan.of_rows, [row.id for row in case.rows]),
        ("of_packages", plan.of_packages, [package.id for package in case.packages]),
    ):
        for place, name in enumerate(names):
            if name not in known:
                yield tr(
                    '{place}: there is no "{name}". Known: {known}.',
                    place=f"{field}[{place}]",
                    name=name,
                    known=", ".join(known),
                )


def _factor_problems(
    plan: StudyPlan, place: int, factor: Factor, starts: list[Scenario]
) -> Iterator[str]:
    where = f"factors[{place}]"
    if factor.kind != "structure" and not factor.ways.count:
        drawn = plan.combine.kind in ("latin_hypercube", "sobol")
        if not drawn:
            yield tr(
                "{place}.ways: needs a step, since every value is combined with every other",
                place=where,
            )
            return
    seen: set[int] = set()
    for start in starts:
        # An assumption stands the same from all starts that differ in controls alone.
        if factor.kind == "assumption" and id(start.case) in seen:
            continue
        seen.add(id(start.case))
        try:
            problems = list(_values_problems(factor, start))
        except ScenarioError as error:
            problems = str(error).splitlines()
        if problems:
            # What is wrong from one start is mostly wrong from all of them.
            yield from (f"{where}: {problem}" for problem in problems)
            return


def _values_problems(factor: Factor, start: Scenario) -> Iterator[str]:
    if isinstance(factor, StructureFactor):
        option_places(start.case, factor)
    elif isinstance(factor, ControlFactor):
        yield from _control_problems(factor, start)
    else:
        yield from _assumption_problems(factor, start)


def _control_problems(factor: ControlFactor, start: Scenario) -> Iterator[str]:
    stand = control_stand(start, factor)
    yield from _range_problems(_ends(factor, stand), stand)
    if not is_whole(start.case, factor):
        return
    values = factor.ways.at(stand)
    if not len(values):
        yield tr("ways: needs a step, since this control stands at whole numbers only")
    elif np.any(values != np.round(values)):
        yield tr("ways: only whole numbers are possible here")


def _assumption_problems(factor: AssumptionFactor, start: Scenario) -> Iterator[str]:
    stand = assumption_stand(start, factor)
    ends = _ends(factor, stand)
    problems = list(_range_problems(ends, stand))
    yield from problems
    if problems:
        return
    for value in (float(ends.min()), float(ends.max())):
        with_estimates(
            start.case, {factor.assumption: varied_estimate(start, factor.assumption, value)}
        )


def _ends(factor: ControlFactor | AssumptionFactor, stand: Stand) -> Floats:
    """Return values of a factor among which are the lowest and the highest."""
    ways = factor.ways
    if isinstance(ways, RangeWays) and ways.step is None:
        return np.array([ways.low, ways.high])
    return ways.at(stand)


def _range_problems(values: Floats, stand: Stand) -> Iterator[str]:
    beyond = values[(values < stand.lowest) | (values > stand.highest)]
    if len(beyond):
        yield tr(
            "ways: {value:g} is not possible; it runs from {lowest:g} to {highest:g}",
            value=float(beyond[0]),
            lowest=stand.lowest,
            highest=stand.highest,
        )
