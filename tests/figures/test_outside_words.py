"""What keeps a package out is its first reason, and only what is in the zone has none."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.outside_words import reasons_outside, why_outside
from explorer.figures.phrase import control_title, points_of
from explorer.model.package import package_at
from explorer.model.scenario import Scenario
from explorer.solver.term_sheet import term_sheet
from tests.examples import examples
from tests.figures.sentences import assert_reads_well
from tests.strategies import small_scenarios


@examples(100)
@given(small_scenarios(), st.data())
def test_the_reason_is_the_first_that_the_term_sheet_has(
    scenario: Scenario, data: st.DataObject
) -> None:
    case = scenario.case
    number = data.draw(st.integers(0, 3))
    sheet = term_sheet(scenario, package_at(case, number))
    words = why_outside(sheet)
    assert bool(words) != sheet.is_in_zone
    assert_reads_well(words)
    assert reasons_outside((sheet,)) == ({sheet.package: words} if words else {})
    if not sheet.gives_both:
        assert words == "one side gives nothing"
    elif sheet.sender_gain < -1e-9:
        assert words == f"Giver would be {points_of(-sheet.sender_gain)} worse off"
    elif sheet.target_gain < -1e-9:
        assert words == f"Taker would be {points_of(-sheet.target_gain)} worse off"
    elif sheet.broken_lines:
        control = case.control(sheet.broken_lines[0])
        if control.kind == "guard":
            assert case.stakeholder(control.stakeholder).name in words
        else:
            assert control_title(case, control) in words
