"""Openings in words: only what the case names, smallest first, honest about what they open."""

from dataclasses import replace

from hypothesis import given

from explorer.figures.opening import pair_words, row_opening_figure, zone_opening_figure
from explorer.figures.opening_why import why_words
from explorer.figures.phrase import NOTICEABLE, whole_points
from explorer.files.case_file import bundled_case
from explorer.model.breaking import ZONE
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.moves import opening_pairs
from explorer.solver.opening import row_openings, zone_openings
from explorer.solver.solve import solve
from explorer.solver.sweep import all_sweeps
from tests.examples import examples
from tests.figures.sentences import assert_reads_well
from tests.strategies import small_scenarios


@examples(30)
@given(small_scenarios())
def test_every_opening_of_any_case_reads_well(scenario: Scenario) -> None:
    result = solve(scenario)
    sweeps = all_sweeps(scenario)
    figures = [
        row_opening_figure(result, row.row.id, row_openings(result, row.row.id, sweeps), most=3)
        for row in result.board
        if not row.is_open
    ]
    if not result.zone.packages:
        figures.append(zone_opening_figure(result, zone_openings(result), most=3))
    for figure in figures:
        assert_reads_well(figure.heading)
        assert bool(figure.moves) != bool(figure.nothing)
        assert len(figure.moves) <= 3
        assert len(figure.otherwise) <= 3
        for move in figure.entries:
            assert_reads_well(move.detail)
            assert scenario.case.control(move.control_id).name in move.title


@examples(30)
@given(small_scenarios())
def test_each_opening_says_whose_move_it_is_and_nobodys_stand_apart(scenario: Scenario) -> None:
    result = solve(scenario)
    sweeps = all_sweeps(scenario)
    whose = {
        "sender": "Giver’s move. ",
        "target": "Taker’s move. ",
        "others": "A move by others. ",
        "time": "Time alone does this. ",
    }
    for row in result.board:
        if not row.is_open:
            found = row_openings(result, row.row.id, sweeps)
            figure = row_opening_figure(result, row.row.id, found, most=len(found))
            assert len(figure.entries) == len(found)
            for opening, words in zip(found, figure.entries, strict=True):
                assert (words in figure.otherwise) == (opening.mover == "nobody")
                assert words.detail.startswith(whose.get(opening.mover, "Opens"))


def test_the_declared_lines_open_by_giving_way_on_status() -> None:
    result = solve(preset_scenario(bundled_case(), "october-2025-declared"))
    figure = zone_opening_figure(result, zone_openings(result), most=3)
    assert {move.control_id for move in figure.moves} == {"us_max_status", "dprk_min_status"}
    assert all("’s move. Opens: " in move.detail for move in figure.moves)


def test_pairs_stand_where_no_single_change_is_enough_and_none_is_told_as_such() -> None:
    clash = {"us_min_warheads": 2, "dprk_max_warheads": 1}
    scenario = preset_scenario(bundled_case(), "october-2025-declared").with_values(clash)
    result = solve(scenario)
    openings = zone_openings(result)
    pairs = opening_pairs(result, ZONE, openings, most=2)
    assert pairs
    shown = zone_opening_figure(result, openings, most=2, pairs=pairs)
    assert shown.heading == "Smallest pairs of changes that open a zone"
    assert shown.nothing.endswith("two together do.")
    assert [move.point for move in shown.moves] == [
        {move.control_id: move.value for move in pair.moves} for pair in pairs
    ]
    unknown = zone_opening_figure(result, openings, most=2)
    assert unknown.nothing.endswith("it takes two or more.")
    for make in (
        zone_opening_figure(result, openings, most=2, pairs=()),
        row_opening_figure(result, "yongbyon", (), most=2, pairs=()),
    ):
        assert make.moves == ()
        assert make.nothing.endswith("nor do two together.")
    row = row_opening_figure(result, "yongbyon", (), most=1, pairs=pairs)
    assert row.heading == "Smallest pairs of changes that open Yongbyon dismantled"
    both = replace(pairs[0], first=pairs[0].second, second=pairs[0].second)
    assert pair_words(result, both).detail.startswith("Two moves by")


def test_a_row_that_nothing_opens_says_so() -> None:
    result = solve(preset_scenario(bundled_case(), "october-2025"))
    row = "full-denuclearisation"
    found = row_openings(result, row, all_sweeps(result.scenario))
    figure = row_opening_figure(result, row, found, most=3)
    assert figure.moves == ()
    assert figure.nothing


@examples(30)
@given(small_scenarios())
def test_why_a_move_opens_a_row_reads_well_and_ends_with_floor_and_limit(
    scenario: Scenario,
) -> None:
    result = solve(scenario)
    sweeps = all_sweeps(scenario)
    for row in result.board:
        if row.is_open:
            continue
        found = row_openings(result, row.row.id, sweeps)
        figure = row_opening_figure(result, row.row.id, found, most=len(found))
        for move in figure.entries:
            for words in move.why:
                assert_reads_well(words)
            assert len(move.why) >= 2
            assert move.why[-1].endswith("a deal zone opens.")


def test_why_names_limit_and_floor_in_points() -> None:
    result = solve(preset_scenario(bundled_case(), "october-2025"))
    row = "phased-step"
    found = row_openings(result, row, all_sweeps(result.scenario))
    told = {
        move.control_id: " ".join(move.why)
        for move in row_opening_figure(result, row, found, most=20).moves
    }
    assert told
    before = next(each for each in result.board if each.row.id == row)
    floor, limit = whole_points(before.target_floor), whole_points(before.sender_limit)
    asks = (
        f"For phased step one, Pyongyang asks for at least {floor} points; "
        f"Washington gives at most {limit}."
    )
    assert all(asks in words for words in told.values())
    then = next(each for each in found[0].board if each.row.id == row)
    last = f"Then Pyongyang asks for {whole_points(then.target_floor)} and Washington gives up to"
    assert last in told[found[0].control_id]


def test_why_names_the_lines_in_the_way() -> None:
    result = solve(preset_scenario(bundled_case(), "october-2025-declared"))
    figure = zone_opening_figure(result, zone_openings(result), most=3)
    for move in figure.moves:
        assert "No package satisfies both." in " ".join(move.why)


def test_trying_each_opening_of_the_declared_lines_really_opens_rows() -> None:
    start = preset_scenario(bundled_case(), "october-2025-declared")
    figure = zone_opening_figure(solve(start), zone_openings(solve(start)), most=3)
    for move in figure.moves:
        then = solve(start.with_value(move.control_id, move.value))
        assert then.zone.packages > 0
        assert any(row.is_open for row in then.board)


def test_why_tells_when_no_price_was_enough() -> None:
    start = preset_scenario(bundled_case(), "october-2025").with_value("us_credibility", 5)
    result = solve(start)
    row = "test-pause"
    found = row_openings(result, row, all_sweeps(start))
    words = " ".join(row_opening_figure(result, row, found, most=3).moves[0].why)
    assert "No concessions, at any price" in words
    assert "makes some concessions enough" in words


def _why(**before: object) -> str:
    """Return why the best move opens a row whose state before is changed by hand."""
    result = solve(preset_scenario(bundled_case(), "october-2025"))
    opening = row_openings(result, "phased-step", all_sweeps(result.scenario))[0]
    board = tuple(
        replace(row, **before) if row.row.id == "phased-step" else row for row in result.board
    )
    return " ".join(why_words(replace(result, board=board), opening, "phased-step"))


def test_a_miss_that_no_point_shows_is_told_as_such() -> None:
    result = solve(preset_scenario(bundled_case(), "october-2025"))
    row = next(row for row in result.board if row.row.id == "phased-step")
    floor = row.sender_limit + NOTICEABLE / 2
    assert "less than one point is missing" in _why(target_floor=floor, target_floor_any=floor)


def test_lines_that_together_leave_nothing_are_told() -> None:
    words = _why(target_floor=None, blocking_lines=("us_max_status",))
    assert "Inside all red lines no concessions are enough" in words
    assert "The change allows concessions that are enough." in words


def test_a_line_that_the_commitment_breaks_is_lifted_by_the_move() -> None:
    words = _why(broken_lines=("us_max_status",))
    assert "rules out phased step one" in words
    assert "The change lifts" in words
