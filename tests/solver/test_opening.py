"""Openings: they open, and nothing smaller does."""

from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.control import Control, movers
from explorer.model.result import Opening
from explorer.model.scenario import Scenario, control_range, preset_scenario
from explorer.solver.opening import row_openings, zone_openings
from explorer.solver.solve import solve
from explorer.solver.sweep import all_sweeps
from tests.examples import examples
from tests.strategies import small_scenarios

CASE = bundled_case("korea")


def smaller_moves(
    scenario: Scenario, control: Control, openings: tuple[Opening, ...], *, possible: bool
) -> list[float]:
    """Return whole values nearer to the control's own than its opening; all if there is none.

    Of the values that somebody can move the control to, or of those that nobody can.
    """
    reach = control_range(scenario.case, control)
    now = scenario.value(control.id)
    found = [
        opening
        for opening in openings
        if opening.control_id == control.id and (opening.mover != "nobody") == possible
    ]
    assert len(found) <= 1
    within = reach.maximum + 1 if not found else abs(found[0].value - now)
    lowered_by, raised_by = movers(control)
    values = range(int(reach.minimum), int(reach.maximum) + 1)
    return [
        value
        for value in values
        if abs(value - now) < within
        and ((raised_by if value > now else lowered_by) != "nobody") == possible
    ]


@examples(60)
@given(small_scenarios(), st.booleans(), st.data())
def test_an_opening_opens_its_row_and_no_smaller_move_of_its_sort_does(
    scenario: Scenario, possible: bool, data: st.DataObject
) -> None:
    result = solve(scenario)
    closed = [row.row.id for row in result.board if not row.is_open]
    assume(closed)
    row_id = data.draw(st.sampled_from(closed))
    place = [row.id for row in scenario.case.rows].index(row_id)
    found = row_openings(result, row_id, all_sweeps(scenario))
    control = data.draw(st.sampled_from(scenario.case.controls))
    for value in smaller_moves(scenario, control, found, possible=possible):
        assert not solve(scenario.with_value(control.id, value)).board[place].is_open
    for opening in found:
        then = solve(scenario.with_value(opening.control_id, opening.value))
        assert then.zone.packages == opening.packages
        assert row_id in opening.row_ids
        assert all(row.is_open for row in then.board if row.row.id in opening.row_ids)


@examples(60)
@given(small_scenarios(), st.booleans(), st.data())
def test_an_opening_of_an_empty_zone_fills_it_and_no_smaller_move_of_its_sort_does(
    scenario: Scenario, possible: bool, data: st.DataObject
) -> None:
    result = solve(scenario)
    assume(not result.zone.packages)
    found = zone_openings(result)
    control = data.draw(st.sampled_from(scenario.case.controls))
    for value in smaller_moves(scenario, control, found, possible=possible):
        assert not solve(scenario.with_value(control.id, value)).zone.packages
    assert all(opening.packages > 0 for opening in found)


@examples(60)
@given(small_scenarios())
def test_whose_move_an_opening_is_follows_from_the_control_and_the_way_it_goes(
    scenario: Scenario,
) -> None:
    result = solve(scenario)
    sweeps = all_sweeps(scenario)
    closed = [row.row.id for row in result.board if not row.is_open]
    found = [opening for row_id in closed for opening in row_openings(result, row_id, sweeps)]
    if not result.zone.packages:
        found += zone_openings(result)
    for opening in found:
        lowered_by, raised_by = movers(scenario.case.control(opening.control_id))
        rises = opening.value > scenario.value(opening.control_id)
        assert opening.mover == (raised_by if rises else lowered_by)


def test_the_arsenal_is_no_move_that_opens_what_its_growth_closed() -> None:
    start = preset_scenario(CASE, "october-2025")
    case = start.case
    assert movers(case.control("missile_advances")) == ("nobody", "target")
    assert movers(case.control("us_credibility")) == ("sender", "sender")
    assert movers(case.control("dprk_credibility")) == ("target", "target")
    for control_id in ("russia_alignment", "china_ties"):
        assert movers(case.control(control_id)) == ("others", "others")
    result = solve(start)
    for row in result.board:
        if not row.is_open:
            for opening in row_openings(result, row.row.id, all_sweeps(start)):
                if opening.control_id == "missile_advances":
                    falls = opening.value < start.value("missile_advances")
                    assert (opening.mover == "nobody") == falls


@given(small_scenarios(), st.integers(1, 3))
def test_moves_that_somebody_can_make_come_first_and_each_sort_smallest_first(
    scenario: Scenario, most: int
) -> None:
    result = solve(scenario)
    sweeps = all_sweeps(scenario)
    for row in result.board:
        if not row.is_open:
            found = row_openings(result, row.row.id, sweeps)
            sorts = [opening.mover == "nobody" for opening in found]
            assert sorts == sorted(sorts)
            for sort in (False, True):
                same = [each for each in found if (each.mover == "nobody") == sort]
                shares = [opening.share for opening in same]
                assert shares == sorted(shares)
                assert all(0 <= share <= 1 for share in shares)
                fewer = row_openings(result, row.row.id, sweeps, most=most)
                kept = [each for each in fewer if (each.mover == "nobody") == sort]
                assert [each.control_id for each in kept] == [
                    each.control_id for each in same[:most]
                ]
