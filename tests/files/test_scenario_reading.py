"""Reading scenarios: one bad control costs itself and nothing else."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.files.result_record import scenario_record
from explorer.files.scenario_reading import LONGEST_TITLE, plain_name, read_scenario
from explorer.model.scenario import Scenario, default_scenario
from tests.strategies import small_scenarios

CASE = bundled_case()
SCALE = next(control.id for control in CASE.controls if control.kind == "scale")
LINE = next(control.id for control in CASE.controls if control.kind == "limit")
SWITCH = next(control.id for control in CASE.controls if control.kind == "consent")


def read(**controls: object) -> tuple[Scenario | None, list[str]]:
    return read_scenario(CASE, {"name": "x", "controls": controls}, "scenario")


@given(scenario=small_scenarios(respects_signs=False))
def test_every_scenario_comes_back_without_a_word(scenario: Scenario) -> None:
    record = json.loads(json.dumps(scenario_record(scenario)))
    assert read_scenario(scenario.case, record, "scenario") == (scenario, [])


def test_controls_that_are_not_named_stand_at_their_defaults() -> None:
    scenario, problems = read(**{SCALE: 12})
    assert scenario == default_scenario(CASE).with_name("x").with_value(SCALE, 12)
    assert not problems


@pytest.mark.parametrize(
    ("control", "value"),
    [
        (SCALE, 101),
        (SCALE, -0.5),
        (SCALE, 10**90),
        (SCALE, True),
        (SCALE, "50"),
        (SCALE, None),
        (SCALE, [50]),
        (LINE, 1.5),
        (LINE, False),
        (LINE, 99),
        (SWITCH, 2),
        (SWITCH, "on"),
        ("unheard-of", 1),
    ],
)
def test_a_bad_value_is_told_and_the_rest_is_read(control: str, value: object) -> None:
    other = next(item.id for item in CASE.controls if item.id not in (control, SWITCH, LINE))
    scenario, problems = read(**{control: value, other: 33})
    assert scenario == default_scenario(CASE).with_name("x").with_value(other, 33)
    assert len(problems) == 1
    assert control in problems[0]


@pytest.mark.parametrize("content", [None, 3, [], {}, {"controls": []}, {"controls": {"no": 1}}])
def test_nothing_understood_is_no_scenario(content: Any) -> None:
    scenario, problems = read_scenario(CASE, content, "scenario")
    assert scenario is None
    assert problems


def test_a_name_that_is_no_text_is_replaced() -> None:
    scenario, problems = read_scenario(CASE, {"name": 3, "controls": {}}, "scenario")
    assert scenario == default_scenario(CASE)
    assert problems == ["scenario.name: is not a text"]


@given(
    content=st.recursive(
        st.one_of(st.none(), st.booleans(), st.floats(allow_nan=False), st.text()),
        lambda inner: st.one_of(
            st.lists(inner),
            st.dictionaries(st.sampled_from(("name", "controls", SCALE, SWITCH)), inner),
        ),
    )
)
def test_no_content_whatever_raises(content: object) -> None:
    scenario, problems = read_scenario(CASE, content, "scenario")
    assert scenario is not None or problems


@given(st.text())
def test_a_plain_name_is_short_and_printable_and_stays_as_it_is(name: str) -> None:
    plain = plain_name(name)
    assert plain.isprintable()
    assert len(plain) <= LONGEST_TITLE
    assert plain_name(plain) == plain
    assert plain_name("Hanoi 2019, 하노이") == "Hanoi 2019, 하노이"
