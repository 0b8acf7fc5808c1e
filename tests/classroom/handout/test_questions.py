"""Computed questions: the solver bears out every key, and no wrong answer is right."""

import re

import pytest

from explorer.classroom.handout.question_kinds import GAP_TOLERANCE, row_reason, zone_change
from explorer.classroom.handout.question_scenarios import (
    movable_controls,
    moved_scenario,
    scenario_words,
)
from explorer.classroom.handout.questions import (
    MOST_STUDENTS,
    QUESTION_KINDS,
    QuizOrder,
    computed_quiz,
    kind_name,
)
from explorer.files.case_file import bundled_case
from explorer.model.errors import ScenarioError
from explorer.model.scenario import Scenario, preset_scenario
from explorer.paper.questions import ChoiceQuestion, NumberQuestion, Question
from explorer.solver.solve import solve

CASE = bundled_case()
PRESETS = (CASE.default_preset, CASE.baseline_preset)
BASE = preset_scenario(CASE, CASE.default_preset)


def variants(
    kind: str, preset: str = CASE.default_preset, students: int = 8
) -> tuple[Question, ...]:
    order = QuizOrder(preset_scenario(CASE, preset), students, seed=4, kinds=(kind,))
    return computed_quiz(order).groups[0].variants


def scenario_of(question: Question, base: Scenario = BASE) -> Scenario:
    """Return the scenario that a stem tells, found by its words among all values."""
    from explorer.figures.control_words import set_words
    from explorer.figures.phrase import capitalised
    from explorer.model.scenario import control_range

    values: dict[str, float] = {}
    told = question.stem.split("Change it:")[1]
    for control in CASE.controls:
        reach = control_range(CASE, control)
        for value in range(int(reach.minimum), int(reach.maximum) + 1):
            sentence = f" {capitalised(set_words(CASE, control.id, value))}."
            if value != base.value(control.id) and sentence in told:
                values[control.id] = value
    return base.with_values(values)


def named(words: str) -> str:
    return next(row.id for row in CASE.rows if row.name in words or row.short in words)


def open_rows(scenario: Scenario) -> set[str]:
    return {row.row.name.casefold() for row in solve(scenario).board if row.is_open}


def test_the_same_order_gives_the_same_questions_and_another_seed_others():
    order = QuizOrder(BASE, 3)
    assert computed_quiz(order) == computed_quiz(order)
    assert computed_quiz(order) != computed_quiz(QuizOrder(BASE, 3, seed=2))


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("kind", QUESTION_KINDS)
def test_every_student_has_another_question(kind: str, preset: str):
    asked = variants(kind, preset)
    assert len({each.stem for each in asked}) == len(asked) == 8
    assert len({each.title for each in asked}) == len(asked)


def test_whether_a_row_is_open_is_what_the_solver_says():
    for question in variants("row"):
        assert isinstance(question, ChoiceQuestion)
        asked = re.search("commitment “(.*?)” have", question.stem)
        assert asked
        is_open = asked[1].casefold() in open_rows(scenario_of(question))
        assert question.key == question.answers[0 if is_open else 1]


def test_exactly_one_of_the_rows_is_open():
    for question in variants("rows"):
        assert isinstance(question, ChoiceQuestion)
        opened = open_rows(scenario_of(question))
        assert [each.is_right for each in question.answers] == [
            each.text.casefold() in opened for each in question.answers
        ]


def test_exactly_one_of_the_packages_lies_in_the_zone():
    from explorer.model.package import package_of

    for question in variants("package"):
        assert isinstance(question, ChoiceQuestion)
        members = solve(scenario_of(question)).members
        inside = {each.name for each in CASE.packages if package_of(CASE, each.levels) in members}
        assert [each.is_right for each in question.answers] == [
            each.text in inside for each in question.answers
        ]


def test_a_gap_is_what_the_solver_finds():
    for question in variants("gap"):
        assert isinstance(question, NumberQuestion)
        board = solve(scenario_of(question)).board
        asked = re.search("gives for “(.*?)” and", question.stem)
        assert asked
        row = next(each for each in board if each.row.name == asked[1])
        assert row.gap is not None
        assert abs(row.gap - question.value) < question.tolerance == GAP_TOLERANCE


def moved_by(scenario: Scenario, words: str) -> Scenario:
    """Return a scenario after a move that is told as an answer or in a stem."""
    from explorer.figures.control_words import change_words
    from explorer.figures.phrase import control_title
    from explorer.model.scenario import control_range

    for control in CASE.controls:
        reach = control_range(CASE, control)
        for value in range(int(reach.minimum), int(reach.maximum) + 1):
            title, after = control_title(CASE, control), change_words(CASE, control.id, value)
            if words.startswith(title) and words.endswith(f"to “{after}”"):
                return scenario.with_value(control.id, value)
    raise AssertionError(words)


def test_exactly_one_of_the_moves_opens_the_row():
    for question in variants("opening", students=5):
        assert isinstance(question, ChoiceQuestion)
        asked = re.search("commitment “(.*?)” has no", question.stem)
        assert asked
        scenario = scenario_of(question)
        assert asked[1].casefold() not in open_rows(scenario)
        assert [each.is_right for each in question.answers] == [
            asked[1].casefold() in open_rows(moved_by(scenario, each.text))
            for each in question.answers
        ]


def test_what_becomes_of_a_zone_is_what_the_solver_finds():
    words = {"opens": "opens", "closes": "closes", "wider": "wider", "narrower": "narrower"}
    for question in variants("change"):
        assert isinstance(question, ChoiceQuestion)
        move = re.search(
            "Then (.*?) goes (from.*?)[.] What becomes of the deal zone of “(.*?)”", question.stem
        )
        assert move
        scenario = scenario_of(question)
        after = moved_by(scenario, f"{move[1]}: {move[2]}")
        pairs = zip(solve(scenario).board, solve(after).board, strict=True)
        before, now = next(pair for pair in pairs if pair[0].row.name == move[3])
        assert words[zone_change(before, now)] in question.key.text


def test_a_change_too_small_to_be_seen_is_not_asked_about():
    row = next(row for row in solve(BASE).board if row.is_open)
    from dataclasses import replace

    assert row.zone is not None
    low, high = row.zone
    assert zone_change(row, row) == "same"
    assert zone_change(row, replace(row, zone=(low, high + 0.2))) == ""
    assert zone_change(row, replace(row, zone=(low + 1, high + 1))) in ("", "narrower", "wider")
    assert zone_change(row, replace(row, zone=None)) == "closes"


def test_every_kind_has_its_own_name():
    assert len({kind_name(each) for each in QUESTION_KINDS}) == len(QUESTION_KINDS)


@pytest.mark.parametrize("students", [0, MOST_STUDENTS + 1])
def test_too_few_or_too_many_students_are_refused(students: int):
    with pytest.raises(ScenarioError, match="are possible"):
        computed_quiz(QuizOrder(BASE, students))


def test_a_case_without_rows_is_refused():
    bare = CASE.model_copy(update={"rows": ()})
    with pytest.raises(ScenarioError, match="no rows"):
        computed_quiz(QuizOrder(BASE.with_case(bare)))


def test_where_no_question_can_be_made_the_kind_is_named():
    bare = CASE.model_copy(update={"packages": ()})
    with pytest.raises(ScenarioError, match="package"):
        computed_quiz(QuizOrder(BASE.with_case(bare), kinds=("package",)))


def test_a_title_can_be_given():
    assert computed_quiz(QuizOrder(BASE, kinds=("row",), title="Quiz 3")).title == "Quiz 3"


def test_a_scenario_that_is_not_moved_is_told_by_its_name_alone():
    assert "Change it" not in scenario_words(BASE, BASE)


def test_moved_controls_are_among_those_that_can_be_moved():
    from random import Random

    moved = moved_scenario(BASE, Random(1))
    away = {each.id for each in CASE.controls if moved.value(each.id) != BASE.value(each.id)}
    assert away
    assert away <= {*movable_controls(BASE)}


def test_reasons_name_gap_lines_or_that_nothing_is_enough():
    declared = solve(preset_scenario(CASE, "october-2025-declared"))
    told = {row_reason(declared, row) for row in declared.board}
    told |= {row_reason(solve(BASE), row) for row in solve(BASE).board}
    for words in ("is open", "accepts from", "red lines keep", "no concession"):
        assert any(words in each for each in told), words


def test_a_question_without_a_wrong_answer_is_none():
    from random import Random

    from explorer.classroom.handout.question_kinds import Asked
    from explorer.paper.questions import Answer

    asked = Asked(BASE, solve(BASE), Random(1), "Title")
    assert asked.choice("Which?", "same", [Answer("same")], "why") is None


def test_where_no_single_change_opens_a_row_nothing_is_asked():
    from random import Random

    from explorer.classroom.handout.question_kinds import Asked, smallest_change_question

    result = solve(BASE)
    hopeless = next(row for row in result.board if row.target_floor_any is None)
    from dataclasses import replace

    only = replace(
        result,
        board=tuple(
            row if row is hopeless else replace(row, zone=(0.0, 1.0)) for row in result.board
        ),
    )
    assert smallest_change_question(Asked(BASE, only, Random(1), "Title")) is None
    opened = replace(only, board=tuple(replace(row, zone=(0.0, 1.0)) for row in only.board))
    assert smallest_change_question(Asked(BASE, opened, Random(1), "Title")) is None
