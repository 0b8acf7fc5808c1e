"""Words for what is seldom there: no number, no outcome, a change too small to be read."""

from dataclasses import replace

import pytest

from explorer.figures.opening_why import why_words
from explorer.figures.outlook import outlook_figure
from explorer.figures.outlook_words import came_words
from explorer.figures.outside_words import why_outside
from explorer.figures.phrase import whole_points
from explorer.figures.structure_words import structure_note
from explorer.files.case_file import bundled_case
from explorer.model.outlook import MeetingWindow
from explorer.model.package import package_at
from explorer.model.result import BoardRow
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.opening import row_openings
from explorer.solver.outlook import meeting_outlook
from explorer.solver.solve import solve
from explorer.solver.structure import structure_answers
from explorer.solver.sweep import all_sweeps
from explorer.solver.term_sheet import term_sheet

KOREA = bundled_case("korea")
OCTOBER = preset_scenario(KOREA, "october-2025")


def test_no_number_has_a_word() -> None:
    assert whole_points(None) == "none"


@pytest.mark.parametrize(
    ("control", "value", "words"),
    [
        ("us_max_exercises", 0, "it breaks Washington’s line"),
        ("no_loss_south_korea_conservative", 1, "worse off"),
        ("us_min_verification", 1, "it breaks Washington’s line"),
        ("un_consent", 1, "it does not meet"),
    ],
)
def test_a_package_says_which_line_keeps_it_out(control: str, value: float, words: str) -> None:
    scenario = OCTOBER.with_value(control, value)
    efficient = solve(OCTOBER).frontier.packages.tolist()
    told = [why_outside(term_sheet(scenario, package_at(KOREA, each))) for each in efficient]
    assert any(words in each for each in told)


def test_a_window_without_an_outcome_says_so() -> None:
    words = {"id": "some", "name": "Some", "dates": "some day", "note": "A window."}
    window = MeetingWindow.model_validate({**words, "closes": "2020-01-01"})
    assert came_words(window) == "The case does not tell what came of it."


def test_a_choice_of_one_mind_says_nothing() -> None:
    standing = tuple(each for each in structure_answers(OCTOBER) if each.is_standing)
    assert structure_note(KOREA, standing) == ()
    assert structure_note(KOREA, ()) == ()


def test_without_a_day_and_windows_no_meeting_is_spoken_of() -> None:
    scenario: Scenario = replace(OCTOBER, as_of=None)
    result = solve(scenario)
    outlook = meeting_outlook(result)
    assert outlook is not None
    bare = replace(outlook, windows=())
    assert "knows no window" in outlook_figure(KOREA, bare).sentence


def test_a_rise_and_a_fall_too_small_to_be_read_are_told_by_how_much() -> None:
    result = solve(OCTOBER)
    place = [row.row.id for row in result.board].index("phased-step")
    before = replace(result.board[place], sender_limit=30.1, target_floor=40.4, zone=None)
    after = replace(before, sender_limit=30.4, target_floor=40.0, zone=(40.0, 40.0))
    opening = row_openings(result, "phased-step", all_sweeps(OCTOBER))[0]
    told = why_words(
        replace(result, board=_with_row(result.board, place, before)),
        replace(opening, board=_with_row(opening.board, place, after)),
        "phased-step",
    )
    assert any("raises Washington’s limit by under 1 point" in each for each in told)
    assert any("lowers Pyongyang’s floor by under 1 point" in each for each in told)


def _with_row(board: tuple[BoardRow, ...], place: int, row: BoardRow) -> tuple[BoardRow, ...]:
    return (*board[:place], row, *board[place + 1 :])
