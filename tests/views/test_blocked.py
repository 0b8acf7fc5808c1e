"""Who blocks whom: lines face to face, joins, bridges that open, and what binds in an open zone."""

from dataclasses import replace

import pytest

from explorer.figures.blocked import BlockedFigure
from explorer.files.case_file import bundled_case
from explorer.model.scenario import Scenario, preset_scenario, with_line_preset
from explorer.solver.binding import binding_lines
from explorer.solver.solve import solve
from explorer.views import blocked
from explorer.views.view import Viewing
from tests.figures.sentences import assert_reads_well

KOREA = bundled_case("korea")


def scenario(*lines: str) -> Scenario:
    """Return October 2025 with sets of red lines."""
    made = preset_scenario(KOREA, "october-2025")
    for each in lines:
        made = with_line_preset(made, each)
    return made


def figure(*lines: str, is_resting: bool = True) -> BlockedFigure:
    return blocked.figure(Viewing(solve(scenario(*lines)), is_resting=is_resting))


def words(shown: BlockedFigure) -> list[str]:
    return [shown.row_words(row) for row in range(shown.count)]


def test_declared_lines_exclude_each_other_and_stand_face_to_face() -> None:
    shown = figure("us-declared", "dprk-declared")
    assert [(join.first, join.second) for join in shown.joins] == [
        ("us_max_status", "dprk_min_status")
    ]
    first = shown.rows[0]
    assert [line.control_id for line in first.lines] == ["us_max_status", "dprk_min_status"]
    assert "exclude each other" in shown.sentence
    assert all("Excludes" in line.words for line in first.lines)


def test_each_bridge_opens_the_zone() -> None:
    shown = figure("us-declared", "dprk-declared")
    assert len(shown.moves) == 2
    for place, move in enumerate(shown.moves):
        opened = scenario("us-declared", "dprk-declared").with_value(move.control_id, move.value)
        assert solve(opened).zone.packages
        assert shown.move_at(len(shown.rows) + place) is move


def test_two_pairs_leave_no_bridge_and_the_picture_says_so() -> None:
    shown = figure("us-declared-full", "dprk-declared-full")
    assert len(shown.joins) == 2
    assert not shown.moves
    assert shown.bridges is not None
    assert shown.bridges.nothing in shown.sentence
    assert words(shown)[-1] == shown.bridges.nothing


def test_a_join_that_only_interests_make_is_told_apart() -> None:
    outright, made = figure("us-declared", "dprk-declared"), figure("us-declared", "dprk-2019")
    assert outright.joins[0].is_outright
    assert not made.joins[0].is_outright
    assert outright.joins[0].brief != made.joins[0].brief
    assert "no package keeps both" in outright.sentence
    assert "is better than no deal for both sides" in made.sentence


def test_a_line_that_leaves_nothing_alone_says_so_and_joins_nothing() -> None:
    shown = figure("us-hanoi", "dprk-declared")
    alone = [line for row in shown.rows for line in row.lines if "Alone it leaves" in line.remark]
    assert [line.control_id for line in alone] == ["us_min_fissile"]
    assert "us_min_fissile" not in {
        id_ for join in shown.joins for id_ in (join.first, join.second)
    }


def test_while_something_moves_only_what_no_package_keeps_is_joined() -> None:
    assert figure("us-declared", "dprk-declared", is_resting=False).joins
    moving = figure("us-declared", "dprk-2019", is_resting=False)
    assert not moving.joins
    assert moving.bridges is None
    assert moving.rows


def test_in_an_open_zone_each_line_says_what_it_keeps_out() -> None:
    made = scenario("us-working", "dprk-declared")
    shown = blocked.figure(Viewing(solve(made)))
    drawn = {line.control_id: line.remark for row in shown.rows for line in row.lines}
    for each in binding_lines(made):
        if each.control_id in drawn and each.regained:
            assert f"{each.regained:,}".replace(",", "") in drawn[each.control_id].replace(",", "")
    assert "not empty" in shown.sentence
    assert not shown.joins
    assert not shown.moves


def test_a_guard_stands_across_both_sides() -> None:
    guards = {control.id: 1 for control in KOREA.controls if control.kind == "guard"}
    made = scenario("us-declared", "dprk-declared").with_values(guards)
    shown = blocked.figure(Viewing(solve(made)))
    shared = [row.left.control_id for row in shown.rows if row.is_shared and row.left is not None]
    assert {*shared} == {*guards}


@pytest.mark.parametrize(
    "lines",
    [(), ("us-declared",), ("us-declared", "dprk-declared"), ("us-hanoi", "dprk-declared-full")],
    ids="-".join,
)
def test_it_reads_well_and_its_table_holds_every_line_and_move(lines: tuple[str, ...]) -> None:
    shown = figure(*lines)
    for each in (shown.title, shown.sentence, *words(shown)):
        assert_reads_well(each)
    told = {row[1] for row in shown.table.rows}
    titles = [line.title for row in shown.rows for line in row.lines]
    assert {*titles, *(move.title for move in shown.moves)} <= told
    assert len(titles) == len({*titles})


def test_without_any_line_nobody_blocks() -> None:
    shown = figure()
    assert not shown.rows
    assert shown.table.rows
    empty = scenario().with_values({"us_will": 0, "dprk_will": 0, "russia_alignment": 100})
    if not solve(empty).zone.packages:
        assert "No red line" in blocked.figure(Viewing(solve(empty))).sentence


def test_choices_about_the_picture_do_not_look_for_openings_again() -> None:
    look = Viewing(solve(scenario("us-declared", "dprk-declared")))
    assert blocked.figure(look).bridges is blocked.figure(replace(look, selected_row="")).bridges


def test_where_trust_alone_empties_the_zone_no_line_is_blamed() -> None:
    distrust = scenario().with_values({"us_credibility": 0, "dprk_credibility": 0})
    shown = blocked.figure(Viewing(solve(distrust), is_resting=True))
    assert not shown.joins
    assert "No red line has to do with it" in shown.sentence
