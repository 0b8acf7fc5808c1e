"""Cases whose numbers stand at their bounds, and a look at everything that is made of them."""

import math
from collections.abc import Iterator

import numpy as np
from hypothesis import strategies as st

from explorer.figures.board import board_figure
from explorer.figures.deal_map import deal_map_figure
from explorer.figures.gains import gains_figure
from explorer.figures.headline import headline
from explorer.figures.round_axis import round_axis
from explorer.files.result_record import result_record
from explorer.model.assumption import Assumption, Estimate, assumptions, with_estimates
from explorer.model.case import Case
from explorer.model.quantity import HIGH_FACTORS, LOW_FACTORS
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.opening import zone_openings
from explorer.solver.solve import solve
from explorer.solver.split import split
from explorer.solver.stakeholder import zone_others
from explorer.solver.sweep import all_sweeps
from explorer.solver.two_factor import two_factor_map
from explorer.studies.sureness import sureness
from tests.strategies import scenarios, small_cases

TINY = 1e-300


@st.composite
def cases_at_the_bounds(draw: st.DrawFn) -> Case:
    """Draw a small case in which many numbers are as large, or as near to nothing, as can be."""
    case = draw(small_cases(respects_signs=False))
    return with_estimates(
        case,
        {
            item.id: draw(_estimates(item))
            for item in assumptions(case)
            if item.kind != "shares" and draw(st.booleans())
        },
    )


@st.composite
def scenarios_at_the_bounds(draw: st.DrawFn) -> Scenario:
    """Draw a scenario of such a case."""
    return draw(scenarios(draw(cases_at_the_bounds())))


@st.composite
def _estimates(draw: st.DrawFn, item: Assumption) -> Estimate:
    # The sender's costs are the board's axis and start at 0.
    lowest = 0.0 if item.id.startswith("issues.pays") else item.bounds.lowest
    extreme = st.sampled_from((lowest, item.bounds.highest, 0.0, TINY))
    if item.kind == "choice":
        place = draw(st.integers(0, len(item.options) - 1))
        return Estimate((place,), low=place, high=place)
    if item.kind == "number":
        low, value, high = sorted(draw(st.lists(extreme, min_size=3, max_size=3)))
        return Estimate((value,), low, high)
    more = draw(st.lists(extreme, min_size=len(item.estimate.values) - 1, max_size=20))
    values = (0.0, *more[: len(item.estimate.values) - 1])
    return Estimate(values, LOW_FACTORS.lowest, HIGH_FACTORS.highest)


def demand_finite(scenario: Scenario, other: Scenario) -> None:
    """Compute and lay out everything there is, and demand ordinary numbers in what is written."""
    result = solve(scenario)
    for number in numbers_in(result_record(result)):
        assert math.isfinite(number)
    _demand_finite_pictures(result)
    for found in all_sweeps(scenario):
        assert found
    assert split(scenario, other, "packages").after is not None
    zone_others(scenario)
    tuple(zone_openings(result))
    first, second = scenario.case.controls[0].id, scenario.case.controls[1].id
    two_factor_map(scenario, first, second, is_fine=False)
    answer = sureness(scenario, seed=1, sets=4)
    assert all(math.isfinite(end) for row in answer.rows for end in row.limit)


def numbers_in(value: object) -> Iterator[float]:
    """Yield every number in a record."""
    if isinstance(value, dict):
        for inner in value.values():  # pyright: ignore[reportUnknownVariableType]
            yield from numbers_in(inner)  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(value, list):
        for inner in value:  # pyright: ignore[reportUnknownVariableType]
            yield from numbers_in(inner)  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(value, int | float):
        yield value


def _demand_finite_pictures(result: Result) -> None:
    cloud = gain_cloud(result)
    assert np.isfinite((cloud.x_maximum, cloud.y_maximum)).all()
    headline(result, None)
    board_figure(result)
    deal_map_figure(result)
    gains_figure(result, cloud)
    round_axis([row.sender_limit for row in result.board], least=1.0)
