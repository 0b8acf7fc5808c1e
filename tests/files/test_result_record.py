"""Records: results as the command line prints them and as documents keep them."""

import json

from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.files.result_record import (
    changed_rows,
    result_record,
    saved_results,
    scenario_record,
)
from explorer.model.control import is_switch
from explorer.model.result import Result
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.solve import solve
from tests.strategies import scenarios, small_scenarios


def check_number(text: str) -> float:
    """Fail on a number with more than nine decimals and on minus zero."""
    value = float(text)
    assert value == round(value, 9)
    assert text != "-0.0"
    return value


@given(scenario=small_scenarios())
def test_a_record_says_what_the_result_says_under_the_parties_names(scenario: Scenario) -> None:
    result = solve(scenario)
    text = json.dumps(result_record(result), allow_nan=False)
    record = json.loads(text, parse_float=check_number)
    assert record["scenario"] == scenario_record(scenario)
    assert record["zone"] == {
        "packages": result.zone.packages,
        "total": result.zone.total,
        **dict(result.zone.by_class),
    }
    assert len(record["frontier"]) == len(result.frontier.packages)
    for written, row in zip(record["board"], result.board, strict=True):
        assert abs(written["giver_limit"] - row.sender_limit) < 1e-8
        assert (written["taker_floor"] is None) == (row.target_floor is None)
        assert {"giver_wall", "taker_floor_any", "gap", "broken_lines"} <= written.keys()
        assert {k: v for k, v in written["bundle"].items() if v} == {
            k: v for k, v in row.row.levels.items() if v
        }


@given(data=st.data())
def test_a_scenario_is_written_with_switches_as_truths_and_comes_back(data: st.DataObject) -> None:
    case = bundled_case()
    scenario = data.draw(scenarios(case))
    record = json.loads(json.dumps(scenario_record(scenario)))
    for control in case.controls:
        value = record["controls"][control.id]
        assert isinstance(value, bool) == is_switch(control)
        assert control.kind != "limit" or isinstance(value, int)
    assert scenario.with_values(record["controls"]) == scenario


def test_a_whole_number_is_written_as_one_however_it_came() -> None:
    scenario = preset_scenario(bundled_case(), "october-2025")
    floats = Scenario(
        scenario.case, scenario.name, tuple(float(v) for v in scenario.values), scenario.as_of
    )
    assert json.dumps(scenario_record(floats)) == json.dumps(scenario_record(scenario))


def test_the_korea_record_has_the_names_that_others_rely_on() -> None:
    record = result_record(_korea("october-2025"))
    assert record["case"] == "korea"
    known = next(check for check in bundled_case().checks if check.preset == "october-2025")
    assert record["zone"] == {
        "packages": known.packages,
        **known.classes,
        "total": 1_944_000,
    }
    assert known.classes.keys() == {"small", "middle", "full"}
    assert set(json.loads(json.dumps(record))["board"][0]) >= {
        "us_limit",
        "us_wall",
        "dprk_floor",
        "dprk_floor_any",
    }


def test_rows_that_changed_between_two_results_are_named() -> None:
    now, then = _korea("october-2025"), _korea("hanoi-2019")
    saved = saved_results(now)
    assert changed_rows(saved, saved_results(now)) == ()
    assert "Cap and freeze" in changed_rows(saved, saved_results(then))


def _korea(preset: str) -> Result:
    return solve(preset_scenario(bundled_case(), preset))
