"""Words for what is seldom there: no number, no outcome, a change too small to be read."""

from dataclasses import replace

import pytest

from explorer.figures.case_difference import case_difference
from explorer.figures.mover_words import with_mover
from explorer.figures.opening_why import why_words
from explorer.figures.outlook import outlook_figure
from explorer.figures.outlook_words import came_words
from explorer.figures.outside_words import why_outside
from explorer.figures.phrase import whole_points
from explorer.figures.rule import rule_figure
from explorer.figures.structure_words import structure_note
from explorer.figures.term_sheet import term_sheet_figure
from explorer.files.case_file import bundled_case
from explorer.model.control import Mover
from explorer.model.issue import Ceiling
from explorer.model.outlook import MeetingWindow
from explorer.model.package import package_at
from explorer.model.result import BoardRow
from explorer.model.scenario import Scenario, preset_scenario
from explorer.model.study import Bound, Rule
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
        ("us_max_exercises", 0, "it crosses Washington’s line"),
        ("no_loss_south_korea_conservative", 1, "worse off"),
        ("us_min_verification", 1, "it crosses Washington’s line"),
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
    assert "has no window" in outlook_figure(KOREA, bare).sentence


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
    assert any("lets Washington give under 1 point more" in each for each in told)
    assert any("lets Pyongyang accept under 1 point less" in each for each in told)


def test_a_window_that_has_passed_without_source_or_successor_is_told_as_it_is() -> None:
    words = {"id": "some", "name": "Some", "dates": "some day", "note": "A window."}
    window = MeetingWindow.model_validate({**words, "closes": "2025-10-01"})
    assert KOREA.outlook is not None
    rules = KOREA.outlook.model_copy(update={"windows": (window,)})
    case = KOREA.model_copy(update={"outlook": rules})
    outlook = meeting_outlook(solve(preset_scenario(case, "october-2025")))
    assert outlook is not None
    assert [each.word for each in outlook.windows] == ["passed"]
    figure = outlook_figure(case, outlook)
    assert "no window for one lies ahead" in figure.sentence
    assert "(" not in str(figure.table.rows[0][4])


def test_what_came_of_a_window_is_told_with_its_source() -> None:
    outlook = meeting_outlook(solve(preset_scenario(KOREA, "august-2026")))
    assert outlook is not None
    figure = outlook_figure(KOREA, outlook)
    sourced = [window for window in figure.windows if window.source]
    assert sourced
    reasons = [str(row[4]) for row in figure.table.rows]
    for window in sourced:
        assert f"{window.reason} ({window.source})" in reasons


def test_substance_is_told_where_a_case_has_no_rule_for_gains() -> None:
    outlook = meeting_outlook(solve(OCTOBER))
    assert outlook is not None
    with_gains, without = (
        next(each for each in outlook_figure(KOREA, found).reasons if each.id == "substance")
        for found in (outlook, replace(outlook, gains=None))
    )
    assert without.words
    assert without.words in with_gains.words
    assert without.words != with_gains.words


@pytest.mark.parametrize(
    ("mover", "begins"), [("time", "Time alone"), ("others", "A move by others"), ("nobody", "It")]
)
def test_whose_move_it_is_stands_before_what_it_does(mover: Mover, begins: str) -> None:
    assert with_mover(KOREA, mover, "It opens.").startswith(begins)


def test_a_bound_is_told_by_its_ends() -> None:
    bounds = (
        Bound("missile_advances", 0, 40),
        Bound("russia_alignment", 60, 100),
        Bound("china_ties", 20, 80),
    )
    found = Rule(OCTOBER, "", 1, 100, 50, bounds, 20, 20)
    words = {bar.id: bar.words for group in rule_figure(found).groups for bar in group.bars}
    assert words["missile_advances"] == "at most 40"
    assert words["russia_alignment"] == "at least 60"
    assert words["china_ties"] == "from 20 to 80"


def test_a_case_without_structure_choices_has_no_note() -> None:
    assert structure_note(KOREA.model_copy(update={"structure": ()}), ()) == ()


def test_structure_choices_that_come_go_or_turn_are_told() -> None:
    bare = KOREA.model_copy(update={"structure": ()})
    first, *others = KOREA.structure
    other = next(option.id for option in first.options if option.id != first.default)
    turned = first.model_copy(update={"default": other})
    otherwise = KOREA.model_copy(update={"structure": (turned, *others)})
    come, gone, turns = (
        "\n".join(line for kind in case_difference(*pair) for line in kind.lines)
        for pair in ((bare, KOREA), (KOREA, bare), (KOREA, otherwise))
    )
    assert f"{first.name}: new" in come
    assert f"{first.name}: gone" in gone
    names = {option.id: option.name for option in first.options}
    assert f"{names[first.default]} \N{RIGHTWARDS ARROW} {names[other]}" in turns


def test_a_ceiling_is_told_where_it_differs_and_where_it_cuts() -> None:
    ceiling = Ceiling(points=5, source=KOREA.sources[0].id)
    stakes = KOREA.sender_stakes.model_copy(update={"ceiling": ceiling})
    capped = KOREA.model_copy(update={"sender_stakes": stakes})
    (kind,) = case_difference(KOREA, capped)
    assert kind.lines == (f"{KOREA.sender.name}: none \N{RIGHTWARDS ARROW} 5",)
    package = solve(OCTOBER).nash
    assert package is not None
    words = "What is beyond its ceiling does not count."
    for scenario, is_told in ((OCTOBER, False), (replace(OCTOBER, case=capped), True)):
        figure = term_sheet_figure(term_sheet(scenario, package.package))
        assert (words in figure.sender.gain_text) is is_told
        assert words not in figure.target.gain_text


def _with_row(board: tuple[BoardRow, ...], place: int, row: BoardRow) -> tuple[BoardRow, ...]:
    return (*board[:place], row, *board[place + 1 :])
