"""Names of scenarios in files: any text is understood, what cannot be shown is told."""

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
