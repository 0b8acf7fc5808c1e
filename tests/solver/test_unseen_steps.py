"""Where the bundled cases stand outside the sign rules, and that random cases never do."""

import pytest
from hypothesis import given

from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.model.case import Case
from explorer.model.package import Package
from explorer.model.scenario import preset_scenario
from explorer.solver.term_sheet import term_sheet
from tests.solver.unseen_steps import UNSEEN_STEPS, falling_steps
from tests.strategies import small_cases


@pytest.mark.parametrize("case_id", bundled_case_ids())
def test_these_steps_and_no_others_are_worth_less_while_few_may_look(case_id: str) -> None:
    assert falling_steps(bundled_case(case_id)) == UNSEEN_STEPS[case_id]


@given(small_cases())
def test_a_case_that_respects_the_sign_rules_has_no_such_step(case: Case) -> None:
    assert not falling_steps(case)


def test_more_inspectors_are_worth_something_at_every_such_step() -> None:
    case = bundled_case("korea")
    scenario = preset_scenario(case, "october-2025")
    ids = [issue.id for issue in case.target_issues]
    for issue_id, level, looked in UNSEEN_STEPS["korea"]:
        levels = [0] * len(ids)
        levels[ids.index(issue_id)] = level + 1
        gains: list[float] = []
        for verified in (looked, looked + 1):
            levels[ids.index("ver")] = verified
            package = Package(tuple(levels), (0,) * len(case.sender_issues))
            gains.append(term_sheet(scenario, package).sender_gain)
        assert gains[1] > gains[0]
