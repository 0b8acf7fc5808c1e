"""Importance: never negative, ranked, nought for what cannot matter."""

from pathlib import Path

import pytest

from explorer.files.case_file import bundled_case
from explorer.files.genius.keeping import read_genius_case
from explorer.model.scenario import Scenario, preset_scenario
from explorer.model.study import Importance, Progress
from explorer.solver.uncertain import uncertain_numbers
from explorer.studies.importance import importance_steps
from tests.files.genius.domains import small_domain

CASE = bundled_case()


def importance(scenario: Scenario, row_id: str, samples: int = 16) -> Importance:
    *reports, found = importance_steps(scenario, row_id, seed=3, samples=samples)
    assert all(isinstance(report, Progress) for report in reports)
    assert isinstance(found, Importance)
    return found


@pytest.mark.parametrize("row_id", ["", "phased-step", "yongbyon"])
def test_weights_are_ranked_and_never_negative(row_id: str) -> None:
    scenario = preset_scenario(CASE, "october-2025")
    found = importance(scenario, row_id)
    weights = [each.weight for each in found.weights]
    assert weights == sorted(weights, reverse=True)
    assert {each.assumption for each in found.weights} == {
        each.id for each in uncertain_numbers(scenario)
    }
    assert all(0 <= each.low <= each.weight <= each.high for each in found.weights)
    assert all(0 <= each.alone <= each.weight for each in found.weights)
    assert all(0 <= each.alone_low <= each.alone_high for each in found.weights)
    assert found == importance(scenario, row_id)


def test_what_a_row_does_not_contain_weighs_nothing() -> None:
    found = importance(preset_scenario(CASE, "october-2025"), "test-pause")
    weights = {each.assumption: each.weight for each in found.weights}
    for issue in ("warh", "srbm", "fiss"):
        assert weights[f"issues.{issue}.cost"] == 0
        assert weights[f"issues.{issue}.benefit"] == 0
    assert weights["issues.icbm.benefit"] > 0


def test_where_every_sample_answers_the_same_nothing_weighs() -> None:
    assert importance(preset_scenario(CASE, "october-2025-declared"), "").weights == ()


def test_a_case_without_any_range_has_no_weights(tmp_path: Path) -> None:
    _, case = read_genius_case([small_domain().write(tmp_path / "shop")])
    scenario = preset_scenario(case, case.default_preset)
    assert uncertain_numbers(scenario) == ()
    assert importance(scenario, "").weights == ()
