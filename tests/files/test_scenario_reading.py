"""Names of scenarios in files: any text is understood, what cannot be shown is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.files.scenario_reading import LONGEST_TITLE, plain_name, read_scenario

CASE = bundled_case()


@given(st.text(max_size=2 * LONGEST_TITLE))
def test_a_name_is_kept_or_made_plain_and_that_is_told(name: str) -> None:
    scenario, problems = read_scenario(CASE, {"name": name, "controls": {}}, "here")
    told = [line for line in problems if line.startswith("here.name")]
    plain = plain_name(name)
    assert len(plain) <= LONGEST_TITLE
    assert plain.isprintable()
    assert plain_name(plain) == plain
    assert bool(told) == (name != plain)
    if scenario is not None:
        assert scenario.name == (name if name == plain else plain or CASE.name)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (7, 'here: there is no object "controls"'),
        ({"name": 7, "controls": {}}, "here.name: is not a text"),
        ({"controls": {"us_will": True}}, "us_will takes a number"),
        ({"controls": {"us_will": "high"}}, "us_will takes a number"),
        ({"controls": {"un_consent": "on"}}, "un_consent takes true or false"),
        ({"controls": {"wind": 1}}, 'there is no control "wind"'),
    ],
)
def test_what_no_control_can_take_is_told(content: object, told: str) -> None:
    _, problems = read_scenario(CASE, content, "here")
    assert any(told in line for line in problems)
