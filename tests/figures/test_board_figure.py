"""The board: what is drawn agrees with what was solved."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from explorer.figures.board import BoardFigure, axis_words, board_figure, lane_words, mark_words
from explorer.figures.board_lane import BoardMark, Company
from explorer.figures.deal_map import deal_map_figure
from explorer.figures.outside_words import why_outside
from explorer.figures.prices import (
    brief_status,
    highest_price,
    price_points,
    row_status,
    sender_price,
    zone_span,
)
from explorer.figures.table import points_text
from explorer.figures.term_sheet import nearest_words
from explorer.files.case_file import bundled_case
from explorer.model.package import package_of
from explorer.model.scenario import preset_scenario
from explorer.solver.nearest_miss import nearest_miss
from explorer.solver.solve import solve
from explorer.solver.term_sheet import term_sheet
from tests.strategies import korea_scenarios, small_scenarios

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from explorer.model.scenario import Scenario

KOREA = bundled_case("korea")


@given(scenario=small_scenarios(respects_signs=False))
def test_a_lane_has_a_zone_exactly_when_its_row_has_one(scenario: "Scenario") -> None:
    result = solve(scenario)
    figure = board_figure(result)
    assert [lane.is_open for lane in figure.lanes] == [row.is_open for row in result.board]
    assert [lane.id for lane in figure.lanes] == [row.row.id for row in result.board]


@given(scenario=small_scenarios())
def test_a_zone_starts_at_the_floor_and_ends_where_the_senders_bracket_ends(
    scenario: "Scenario",
) -> None:
    for lane in board_figure(solve(scenario)).lanes:
        if lane.zone is not None:
            assert lane.zone[0] == pytest.approx(lane.floor)
            assert lane.zone[1] == pytest.approx(max(lane.reach, lane.zone[0]), abs=1e-6)
            assert lane.gap is None


@given(scenario=small_scenarios(respects_signs=False))
def test_everything_drawn_lies_on_the_axis(scenario: "Scenario") -> None:
    figure = board_figure(solve(scenario))
    for lane in figure.lanes:
        assert 0 <= lane.reach <= figure.maximum + 1e-9
        assert lane.reach <= lane.limit + 1e-9 or lane.limit == 0
        for span in (lane.zone, lane.gap):
            if span is not None:
                assert span[0] <= span[1]


@given(scenario=small_scenarios(respects_signs=False))
def test_a_closed_row_always_says_why(scenario: "Scenario") -> None:
    result = solve(scenario)
    for row in result.board:
        status = row_status(scenario.case, row)
        brief = brief_status(row, status)
        assert status.startswith("open" if row.is_open else "closed")
        assert brief in (status, "closed by a line", "closed at any price")


def _korea(preset: str) -> BoardFigure:
    baseline = solve(preset_scenario(KOREA, KOREA.baseline_preset))
    return board_figure(solve(preset_scenario(KOREA, preset)), baseline=baseline)


@pytest.mark.parametrize("preset", ["october-2025", "october-2025-declared", "hanoi-2019"])
def test_the_boards_words_stay_as_they_were_approved(
    preset: str, snapshot: "SnapshotAssertion"
) -> None:
    figure = _korea(preset)
    table = figure.table
    words = (figure.title, figure.sentence, table.caption, table.columns, table.rows)
    assert words == snapshot


def test_the_table_has_the_same_numbers_as_the_picture() -> None:
    figure = _korea("october-2025")
    for lane, cells in zip(figure.lanes, figure.table.rows, strict=True):
        assert len(cells) == len(figure.table.columns)
        assert cells[0] == lane.name
        assert cells[1] == lane.status
        assert points_text(lane.floor) in cells


def test_the_same_result_as_baseline_or_ghost_is_not_drawn_twice() -> None:
    result = solve(preset_scenario(KOREA, "october-2025"))
    figure = board_figure(result, baseline=result, ghost=result)
    assert all(lane.baseline is None and lane.ghost is None for lane in figure.lanes)
    assert not figure.baseline_words


def test_a_baseline_is_named_where_it_is_drawn() -> None:
    figure = _korea("october-2025")
    assert KOREA.preset(KOREA.baseline_preset).name in figure.baseline_words


def test_named_packages_stand_on_the_row_with_the_same_commitments() -> None:
    figure = _korea("october-2025")
    marks = {mark.id: (lane.id, mark) for lane in figure.lanes for mark in lane.marks}
    row, mark = marks["hanoi_dprk"]
    assert row == "yongbyon"
    assert mark.price == sender_price(KOREA, mark.package.sender)
    assert mark.name in mark_words(mark)


@given(scenario=korea_scenarios())
def test_a_mark_tells_whether_its_package_is_in_the_zone(scenario: "Scenario") -> None:
    result = solve(scenario)
    marks = [mark for lane in board_figure(result).lanes for mark in lane.marks]
    shown = [mark for mark in deal_map_figure(result).marks if mark.kind == "package"]
    assert marks
    for mark in (*marks, *shown):
        is_in_zone = term_sheet(scenario, mark.package).is_in_zone
        assert mark.is_in_zone == is_in_zone
        words = mark_words(mark) if isinstance(mark, BoardMark) else mark.words
        assert ("Not in the deal zone." in words) == (not is_in_zone)
        assert ("In the deal zone." in words) == is_in_zone


@given(scenario=korea_scenarios())
def test_a_mark_whose_sheet_is_known_says_what_keeps_its_package_out(scenario: "Scenario") -> None:
    result = solve(scenario)
    sheets = tuple(term_sheet(scenario, package_of(KOREA, each.levels)) for each in KOREA.packages)
    lanes = board_figure(result, company=Company(outside=sheets)).lanes
    figure = deal_map_figure(result, outside=sheets)
    told = [(mark, mark_words(mark)) for lane in lanes for mark in lane.marks]
    told += [(mark, mark.words) for mark in figure.marks if mark.kind == "package"]
    by_package = {sheet.package: sheet for sheet in sheets}
    for mark, words in told:
        why = why_outside(by_package[mark.package])
        assert bool(why) != mark.is_in_zone
        assert ("In the deal zone." in words) == mark.is_in_zone
        assert (f"Not in the deal zone: {why}." in words) == bool(why)


def test_a_mark_whose_nearest_package_is_known_tells_the_way_in() -> None:
    scenario = preset_scenario(KOREA, "october-2025")
    result = solve(scenario)
    named = next(each for each in KOREA.packages if each.id == "hanoi_dprk")
    package = package_of(KOREA, named.levels)
    nearest = nearest_miss(scenario, package)
    assert nearest is not None
    company = Company(outside=(term_sheet(scenario, package),), nearest=((package, nearest),))
    marks = [mark for lane in board_figure(result, company=company).lanes for mark in lane.marks]
    for mark in marks:
        words = nearest_words(KOREA, nearest) if mark.package == package else ""
        assert mark.way_in == words
        assert mark_words(mark).endswith(words)
    assert any("1 step from the deal zone" in mark.way_in for mark in marks)


def test_no_layer_of_a_board_changes_its_brackets_zones_and_table() -> None:
    result = solve(preset_scenario(KOREA, "october-2025"))
    full = board_figure(result)
    bare = board_figure(result, company=Company(has_offers=False))
    assert bare.offers is None
    assert full.offers is not None
    assert bare.table == full.table
    assert not any(lane.marks for lane in bare.lanes)
    assert bare.lanes == tuple(replace(lane, marks=()) for lane in full.lanes)


def test_a_package_inside_its_rows_zone_need_not_be_in_it() -> None:
    lane = next(lane for lane in _korea("october-2025").lanes if lane.id == "yongbyon")
    mark = next(mark for mark in lane.marks if mark.id == "hanoi_dprk")
    assert lane.zone is not None
    assert lane.zone[0] < mark.price < lane.zone[1]
    assert not mark.is_in_zone


def test_the_selected_row_is_marked_and_no_other() -> None:
    result = solve(preset_scenario(KOREA, "october-2025"))
    figure = board_figure(result, selected="yongbyon")
    assert [lane.id for lane in figure.lanes if lane.is_selected] == ["yongbyon"]


@pytest.mark.parametrize("preset", ["october-2025", "october-2025-declared", "hanoi-2019"])
def test_every_lane_can_be_read_aloud(preset: str) -> None:
    figure = _korea(preset)
    for lane in figure.lanes:
        words = lane_words(figure, lane)
        assert lane.name in words
        assert lane.status in words
        assert "{" not in words


def test_landmarks_rise_and_none_is_repeated() -> None:
    prices = [point.price for point in price_points(KOREA)]
    assert prices == sorted(set(prices))
    assert prices[-1] <= highest_price(KOREA)


def test_everything_costs_the_end_of_the_axis() -> None:
    everything = {issue.id: len(issue.levels) - 1 for issue in KOREA.sender_issues}
    bundle = package_of(KOREA, everything).sender
    assert sender_price(KOREA, bundle) == pytest.approx(highest_price(KOREA))


def test_a_zone_is_drawn_up_to_the_limit() -> None:
    result = solve(preset_scenario(KOREA, "october-2025"))
    row = result.board[0]
    span = zone_span(row)
    assert span is not None
    assert span[1] == pytest.approx(row.sender_limit)


def test_a_limit_cut_by_red_lines_is_told() -> None:
    lines = {"us_max_relief_before_disarmament": 1, "us_max_exercises": 0}
    figure = board_figure(solve(preset_scenario(KOREA, "hanoi-2019").with_values(lines)))
    cut = [lane for lane in figure.lanes if lane.reach < lane.limit]
    assert cut
    for lane in cut:
        assert "Without red lines" in lane_words(figure, lane)


def test_a_case_without_commitments_has_an_empty_board() -> None:
    result = solve(preset_scenario(KOREA, "october-2025"))
    figure = board_figure(replace(result, board=()))
    assert figure.lanes == ()
    assert "no commitments" in figure.sentence


def test_a_row_that_only_several_lines_shut_says_so() -> None:
    row = solve(preset_scenario(KOREA, "october-2025-declared")).board[0]
    assert row_status(KOREA, replace(row, blocking_lines=())) == "closed by red lines together"
    several = replace(row, blocking_lines=("us_max_status", "dprk_min_status"))
    assert row_status(KOREA, several).startswith("closed by lines: ")


def test_an_empty_board_names_the_smallest_gap() -> None:
    result = solve(preset_scenario(KOREA, "october-2025"))
    gaps = [row for row in result.board if row.gap is not None]
    smallest = min(gaps, key=lambda row: row.gap or 0)
    figure = board_figure(replace(result, board=tuple(gaps)))
    assert smallest.row.short in figure.sentence


def test_a_board_that_nothing_can_open_says_only_that() -> None:
    result = solve(preset_scenario(KOREA, "october-2025"))
    figure = board_figure(replace(result, board=result.board[-1:]))
    assert figure.sentence == "None of the 1 commitments has a deal zone."


def test_the_words_of_the_axis_say_what_each_stands_for() -> None:
    figure = board_figure(solve(preset_scenario(KOREA, "october-2025")))
    for point in figure.landmarks:
        told = axis_words(figure, point.price)
        assert KOREA.sender.short in told
        assert f"“{point.label}” costs" in told


def test_an_axis_without_words_says_what_it_counts() -> None:
    figure = replace(board_figure(solve(preset_scenario(KOREA, "october-2025"))), landmarks=())
    assert axis_words(figure, 3.0).startswith("Across: what Washington gives")
    assert axis_words(figure, 3.0).endswith(".")
