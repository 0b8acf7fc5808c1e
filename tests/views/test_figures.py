"""Figures follow what is looked at: every choice, what is pinned, and what moves."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.board import BoardFigure
from explorer.figures.board_layers import BASELINE, ENDS, OFFERS
from explorer.figures.boards import BoardsFigure
from explorer.figures.choice import ON
from explorer.figures.deal_map import cell_at
from explorer.figures.history import SHOW as HISTORY_SHOW
from explorer.figures.lenses import SECOND
from explorer.figures.others import SHOW
from explorer.figures.pinned import Pinned
from explorer.figures.sweep import SWEPT
from explorer.model.case import Case
from explorer.model.package import package_of
from explorer.model.scenario import preset_scenario
from explorer.model.study import Findings
from explorer.solver.solve import solve
from explorer.views import board, deal_map, history, robustness, side_by_side, sweep, third_parties
from explorer.views.registry import VIEW_IDS, figure_of
from explorer.views.robustness import Answer
from explorer.views.view import Viewing
from tests.examples import examples
from tests.figures.sentences import assert_reads_well
from tests.figures.study_answers import importances, rules, surenesses
from tests.ui.looks import KOREA, LOOK, every_choice


@pytest.mark.parametrize("view_id", VIEW_IDS)
def test_every_choice_gives_a_figure_that_says_what_was_chosen(view_id: str) -> None:
    for choices in every_choice(view_id, LOOK):
        shown = figure_of(view_id, replace(LOOK, choices=choices))
        assert_reads_well(shown.sentence)
        for choice in shown.choices:
            assert choice.chosen in dict(choice.entries)
            # The second lens is never the first one.
            if choice.id != SECOND:
                assert choices.get(choice.id, choice.chosen) == choice.chosen


def test_marks_outside_the_zone_wait_until_nothing_moves() -> None:
    still = replace(LOOK, choices={OFFERS: ON})
    moving = replace(still, is_resting=False)
    for view in (board.figure, deal_map.figure):
        assert view(still) != view(moving)


def test_soft_ends_are_drawn_on_demand() -> None:
    def soft(shown: BoardFigure) -> int:
        return sum(lane.soft_floor is not None for lane in shown.lanes)

    assert soft(board.figure(replace(LOOK, choices={ENDS: ON}))) > 0
    assert soft(board.figure(LOOK)) == 0


def test_the_baseline_is_drawn_on_demand_and_while_comparing() -> None:
    look = replace(LOOK, baseline=solve(preset_scenario(KOREA, "hanoi-2019")))
    for shown, is_drawn in (
        (look, False),
        (replace(look, choices={BASELINE: ON}), True),
        (replace(look, is_comparing=True), True),
    ):
        assert any(lane.baseline is not None for lane in board.figure(shown).lanes) is is_drawn


def test_pins_stand_on_the_board_while_comparing_and_beside_it_always() -> None:
    pinned = Pinned("A", "Hanoi", solve(preset_scenario(KOREA, "hanoi-2019")))
    look = replace(LOOK, pins=(pinned,))
    assert not board.figure(look).pins
    assert board.figure(replace(look, is_comparing=True)).pins
    shown = side_by_side.figure(replace(look, choices={"boards.2": "A"}))
    assert isinstance(shown, BoardsFigure)
    assert pinned.words in shown.names
    assert side_by_side.figure(LOOK).hint
    assert not shown.hint


def test_stakeholders_are_shown_for_the_package_that_is_selected() -> None:
    named = KOREA.packages[1]
    package = package_of(KOREA, named.levels)
    shown = third_parties.figure(replace(LOOK, selected_package=package, choices={SHOW: "package"}))
    assert named.name in shown.title
    row = third_parties.figure(replace(LOOK, choices={SHOW: "row"}))
    assert row.table != third_parties.figure(replace(LOOK, choices={SHOW: "zone"})).table


def test_a_case_without_a_record_has_no_history() -> None:
    raw = KOREA.model_dump(mode="json") | {"id": "elsewhere"}
    case = Case.model_validate(raw)
    result = solve(preset_scenario(case, case.default_preset))
    for show in ("indices", "check", "scores", "tests"):
        shown = history.figure(Viewing(result, choices={HISTORY_SHOW: show}))
        assert shown.sentence == "No record of the past comes with this case."
        assert shown.hold_out is None


def test_a_study_that_has_found_nothing_yet_says_that_it_is_at_work() -> None:
    shown = robustness.figure(replace(LOOK, findings=Findings()))
    assert not shown.groups
    assert shown.empty_words == shown.sentence
    assert robustness.figure(LOOK).groups


def test_another_control_can_be_swept_by_choice_and_an_unknown_one_is_passed_over() -> None:
    plain = sweep.figure(LOOK)
    assert plain.source.control_id == LOOK.swept_control
    for wanted, expected in (("us_will", "us_will"), ("weather", LOOK.swept_control)):
        shown = sweep.figure(replace(LOOK, choices={SWEPT: wanted}))
        assert shown.source.control_id == shown.choices[0].chosen == expected


@given(st.tuples(surenesses(), importances(), rules()))
@examples(4)
def test_whatever_a_study_finds_is_shown_as_what_it_is(answers: tuple[Answer, ...]) -> None:
    look = replace(LOOK, selected_row="")
    made = [robustness.figure(replace(look, findings=Findings(answer=each))) for each in answers]
    shown = [robustness.answer_figure(each, selected_row="") for each in answers]
    assert [each.sentence for each in made] == [each.sentence for each in shown]
    assert [each.table for each in made] == [each.table for each in shown]
    assert len({each.title for each in made}) == len(answers)


def test_a_hollow_mark_on_the_zones_colour_names_the_way_into_the_zone() -> None:
    result = solve(preset_scenario(KOREA, "october-2025"))
    shown = deal_map.figure(Viewing(result))
    hollow = [mark for mark in shown.marks if mark.kind == "package" and not mark.is_in_zone]
    on_colour = [
        mark
        for mark in hollow
        for cell in (cell_at(shown, mark.x, mark.y),)
        if cell is not None and shown.source.counts[cell]
    ]
    assert on_colour
    for mark in hollow:
        assert "Not in the deal zone: " in mark.words
        assert ("from the deal zone" in mark.words) == (mark in on_colour)
