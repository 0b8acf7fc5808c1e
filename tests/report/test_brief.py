"""Briefs: what they say is what the solver finds."""

import pytest

from explorer.figures.phrase import whole_points
from explorer.model.scenario import preset_scenario
from explorer.paper.html import html_text
from explorer.paper.paper import Heading, Picture
from explorer.solver.solve import solve
from tests.paper.papers import grids_in
from tests.report.orders import BASELINE, CASE, brief

PRESETS = [each.id for each in CASE.presets]


@pytest.mark.parametrize("preset", PRESETS)
def test_a_brief_tells_of_every_row_what_the_solver_finds(preset: str):
    scenario = preset_scenario(CASE, preset)
    result = solve(scenario)
    table = grids_in(list(brief(scenario).blocks))[0]
    assert [row[2] for row in table.rows] == [
        whole_points(row.sender_limit) for row in result.board
    ]
    floors = [whole_points(row.target_floor_any) for row in result.board]
    assert [row[3] for row in table.rows] == floors
    assert ["open" in row[1] for row in table.rows] == [each.is_open for each in result.board]


def test_a_brief_tells_lines_changes_openings_and_that_it_is_no_forecast():
    declared = preset_scenario(CASE, "october-2025-declared")
    text = html_text(brief(declared))
    for words in ("Red lines", "What changed against", "Smallest openings", "not a forecast"):
        assert words in text
    assert "None is drawn" in html_text(brief(BASELINE))


def test_a_brief_without_changes_has_no_such_part():
    headings = [each.text for each in brief(BASELINE).blocks if isinstance(each, Heading)]
    assert not any("What changed" in each for each in headings)


def test_the_picture_of_a_brief_is_told_by_the_sentence_of_the_board():
    pictures = [each for each in brief(BASELINE).blocks if isinstance(each, Picture)]
    assert len(pictures) == 1
    assert pictures[0].alternative


def test_a_case_without_rows_has_a_brief_without_a_board():
    bare = CASE.model_copy(update={"rows": ()})
    scenario = BASELINE.with_case(bare)
    assert grids_in(list(brief(scenario, scenario).blocks)) == []


def test_where_no_single_change_opens_the_zone_a_brief_says_so():
    from explorer.model.scenario import control_range

    strict = {
        each.id: 0.0
        for each in CASE.controls
        if each.kind == "limit" and each.bound == "at_most" and each.party == "sender"
    }
    low = {each.id: 0.0 for each in CASE.controls if each.kind == "scale"}
    scenario = BASELINE.with_values({**strict, **low})
    assert all(control_range(CASE, CASE.control(each)).minimum == 0 for each in strict)
    assert solve(scenario).zone.packages == 0
    assert "No single change" in html_text(brief(scenario))
