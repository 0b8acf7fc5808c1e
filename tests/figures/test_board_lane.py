"""Soft ends of the board: on the axis, only where they are known, never told as too sure."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.board import board_figure, lane_words
from explorer.figures.board_lane import BoardLane, Company, board_lanes
from explorer.figures.case_place import case_places
from explorer.figures.study import HUNDRED, of_hundred
from explorer.model.scenario import Scenario
from explorer.model.study import RowSureness, Sureness
from explorer.solver.solve import solve
from explorer.studies.sureness import soft_rows
from tests.examples import examples
from tests.figures.sentences import assert_reads_well
from tests.figures.study_answers import surenesses
from tests.strategies import small_scenarios

_SOFT = "in eight of ten assumption sets"


def _lanes(scenario: Scenario, rows: tuple[RowSureness, ...]) -> tuple[BoardLane, ...]:
    return board_lanes(
        solve(scenario),
        baseline=None,
        ghost=None,
        selected=None,
        company=Company(sureness=rows),
    )


@examples(20)
@given(surenesses())
def test_soft_ends_are_what_of_them_lies_on_the_axis(found: Sureness) -> None:
    maximum = case_places(found.scenario.case).highest_price
    for lane, row in zip(_lanes(found.scenario, found.rows), found.rows, strict=True):
        for drawn, (low, high) in ((lane.soft_limit, row.limit), (lane.soft_floor, row.floor)):
            reaches = low < maximum and high > 0 and low < high
            assert (drawn is not None) == reaches
            if drawn is not None:
                assert drawn == (max(low, 0.0), min(high, maximum))
                assert drawn[0] < drawn[1]


@examples(20)
@given(surenesses())
def test_each_row_tells_in_how_many_sets_it_is_open_once_a_hundred_were_looked_at(
    found: Sureness,
) -> None:
    figure = board_figure(solve(found.scenario), company=Company(sureness=found.rows))
    for lane, row in zip(figure.lanes, found.rows, strict=True):
        is_told = row.sets >= HUNDRED
        assert lane.sure_words == (of_hundred(row.open_sets, row.sets) if is_told else "")
        told = lane_words(figure, lane)
        assert_reads_well(told)
        ends = [end for end in (lane.soft_limit, lane.soft_floor) if end is not None]
        assert told.count(_SOFT) == len(ends)
        assert ("assumption sets" in told.replace(_SOFT, "")) == is_told


@examples(20)
@given(surenesses(), st.data())
def test_rows_that_were_not_looked_at_have_no_soft_ends(
    found: Sureness, data: st.DataObject
) -> None:
    kept = tuple(row for row in found.rows if data.draw(st.booleans()))
    known = {row.row_id for row in kept}
    plain = board_figure(solve(found.scenario)).lanes
    for lane, bare in zip(_lanes(found.scenario, kept), plain, strict=True):
        assert bare.soft_limit is bare.soft_floor is None
        assert not bare.sure_words
        if lane.id not in known:
            assert lane == bare


@examples(20)
@given(small_scenarios())
def test_soft_ends_change_nothing_else_of_a_row(scenario: Scenario) -> None:
    rows = soft_rows(solve(scenario), 3, 24)
    for lane, bare in zip(_lanes(scenario, rows), _lanes(scenario, ()), strict=True):
        assert (lane.zone, lane.gap, lane.status) == (bare.zone, bare.gap, bare.status)
        assert (lane.reach, lane.floor, lane.limit) == (bare.reach, bare.floor, bare.limit)
