"""Every assumption that is offered for editing matters to some answer of the model."""

import numpy as np
import pytest

from explorer.files.case_file import bundled_case
from explorer.model.assumption import Assumption, Estimate, assumption, assumptions, with_estimates
from explorer.model.case import Case
from explorer.model.package import Package
from explorer.model.parameter import scaled_estimate
from explorer.model.scenario import Scenario, default_scenario
from explorer.solver.stakeholder import package_others
from explorer.solver.term_sheet import term_sheet

CASE = bundled_case()


def moved(item: Assumption) -> Estimate:
    """Return an estimate that differs in its likely values and may still stand."""
    now = item.estimate
    if item.kind == "number":
        # A floor lies below what the slopes can take away: only a higher one is ever reached.
        value = 0.9 if item.id.endswith(".floor") else (now.values[0] or now.high or now.low) / 2
        return Estimate((value,), min(value, now.low), max(value, now.high))
    return Estimate(tuple(value / 2 for value in now.values), now.low, now.high)


def scenarios(case: Case) -> list[Scenario]:
    """Return scenarios with every scale at 0, in the middle and at its end."""
    scales = [control.id for control in case.controls if control.kind == "scale"]
    ends = [dict.fromkeys(scales, value) for value in (0, 50, 100)]
    return [default_scenario(case).with_values({**values, "us_credibility": 90}) for values in ends]


def seen_by_others(case: Case) -> list[float]:
    """Return what others see in packages in which each issue stands at each of its levels."""
    found: list[float] = []
    for level in range(max(len(issue.levels) for issue in case.issues)):
        sides = (
            (min(level, n - 1) for n in each) for each in (case.target_shape, case.sender_shape)
        )
        whole = Package(*map(tuple, sides))
        # Terms count where one issue is given without the others.
        first = (whole.target[0], *(0 for _ in whole.target[1:]))
        for package in (whole, Package(first, whole.sender)):
            standings = package_others(default_scenario(case), package).standings
            found += [each.points for each in standings]
    return found


def gains(case: Case) -> np.ndarray:
    """Return both sides' gains from packages in which each issue stands at each of its levels."""
    deepest = max(len(issue.levels) for issue in case.issues)
    found: list[float] = []
    for scenario in scenarios(case):
        for level in range(deepest):
            for looked in range(4):
                target = [min(level, size - 1) for size in case.target_shape]
                place = [issue.id for issue in case.target_issues].index("ver")
                target[place] = looked
                sender = tuple(min(level, size - 1) for size in case.sender_shape)
                sheet = term_sheet(scenario, Package(tuple(target), sender))
                found += [sheet.sender_gain, sheet.target_gain]
    return np.array(found)


# What the two parties weigh. What others gain, and whether a meeting can be had, changes no deal.
WEIGHED = ("issues.", "discounts.", "ending_shares.", "sender_stakes.", "target_stakes.")
IDS = [item.id for item in assumptions(CASE)]


@pytest.mark.parametrize("id_", [id_ for id_ in IDS if id_.startswith(WEIGHED)])
def test_changing_an_assumption_changes_what_a_package_is_worth(id_: str) -> None:
    varied = with_estimates(CASE, {id_: moved(assumption(CASE, id_))})
    assert np.abs(gains(varied) - gains(CASE)).max() > 1e-6


def test_changing_what_others_value_changes_what_they_see() -> None:
    for id_ in (id_ for id_ in IDS if id_.startswith("stakeholders.")):
        now = assumption(CASE, id_).estimate
        if not any(now.values):
            continue
        varied = with_estimates(CASE, {id_: scaled_estimate(assumption(CASE, id_), 0.5)})
        assert seen_by_others(varied) != seen_by_others(CASE), id_
