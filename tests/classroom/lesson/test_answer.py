"""Answers to predictions: what the solver says, in ids, numbers and a sentence."""

import json
from itertools import islice
from typing import Any

import pytest

from explorer.classroom.lesson.answer import (
    MOST_TOLD,
    answer_choices,
    computed_answer,
    moved_sentence,
)
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.lesson import Prediction
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.solve import solve
from tests.classroom.conftest import DECLARED, HANOI, OCTOBER, prediction


def asked(kind: str = "choice", **more: Any) -> Prediction:
    data = json.dumps(prediction(kind, **more))
    return Prediction.model_validate_json(data, strict=True)


@pytest.fixture
def hanoi(case: Case) -> Scenario:
    return preset_scenario(case, HANOI)


@pytest.mark.parametrize(
    ("row", "settings", "answer"),
    [
        ("phased-step", {"russia_alignment": 98}, "closes"),
        ("icbm-freeze", {"russia_alignment": 98}, "narrower"),
        ("icbm-freeze", {"dprk_will": 80}, "wider"),
        ("full-denuclearisation", {"dprk_will": 80}, "unchanged"),
        ("long-range-yongbyon", {"russia_alignment": 0}, "opens"),
    ],
)
def test_what_becomes_of_a_row_is_told(
    hanoi: Scenario, row: str, settings: dict[str, float], answer: str
) -> None:
    question = asked(row=row, settings={"preset": HANOI, "controls": settings})
    found = computed_answer(question, hanoi)
    assert found.ids == (answer,)
    assert answer in dict(answer_choices(question, hanoi))
    assert hanoi.case.row(row).short.casefold() in found.sentence.casefold()


def test_one_s_own_answers_are_right_as_the_lesson_says(hanoi: Scenario) -> None:
    answers = [["a", "This"], ["b", "That"]]
    question = asked(answers=answers, correct="b")
    assert computed_answer(question, hanoi).ids == ("b",)
    assert computed_answer(question, hanoi).sentence == "That"
    assert answer_choices(question, hanoi) == (("a", "This"), ("b", "That"))


def test_rows_are_those_that_are_open_that_open_or_that_close(hanoi: Scenario) -> None:
    new = solve(hanoi.with_value("russia_alignment", 98)).board
    closes = computed_answer(asked("row", rows="closes"), hanoi)
    assert closes.ids == ("phased-step", "cap-and-freeze")
    assert "phased step one" in closes.sentence
    opened = computed_answer(asked("row", rows="open"), hanoi)
    assert opened.ids == tuple(row.row.id for row in new if row.is_open)
    nothing = computed_answer(asked("row", rows="opens"), hanoi)
    assert nothing.ids == ()
    assert "none" in nothing.sentence
    assert [id_ for id_, _ in answer_choices(asked("row"), hanoi)] == [r.row.id for r in new]


def test_brackets_stand_where_the_board_draws_them(hanoi: Scenario) -> None:
    found = computed_answer(asked("brackets", row="icbm-freeze"), hanoi)
    board = {row.row.id: row for row in solve(hanoi.with_value("russia_alignment", 98)).board}
    row = board["icbm-freeze"]
    assert (found.floor, found.limit) == (row.target_floor, row.sender_limit)
    assert "12" in found.sentence
    nowhere = computed_answer(asked("brackets", row="full-denuclearisation"), hanoi)
    assert nowhere.floor is None
    assert "no concession" in nowhere.sentence
    assert answer_choices(asked("brackets", row="icbm-freeze"), hanoi) == ()


def test_a_value_is_what_its_measure_finds(hanoi: Scenario) -> None:
    question = asked("value", measure={"kind": "zone_packages"}, unit="packages")
    found = computed_answer(question, hanoi)
    assert found.value == solve(hanoi.with_value("russia_alignment", 98)).zone.packages
    assert "packages" in found.sentence
    with pytest.raises(ScenarioError, match="no measure"):
        computed_answer(asked("value"), hanoi)


def test_what_moved_the_answer_is_told_in_one_sentence(case: Case, hanoi: Scenario) -> None:
    zone = moved_sentence(asked("row"), hanoi)
    assert "Russia alignment removed" in zone
    floor = moved_sentence(asked("brackets", row="icbm-freeze"), hanoi)
    assert "The least Pyongyang accepts" in floor
    missiles = {"preset": HANOI, "controls": {"missile_advances": 86}}
    limit = moved_sentence(asked(row="interim-freeze", settings=missiles), hanoi)
    assert "The most Washington gives" in limit
    measured = asked("value", measure={"kind": "row_low", "row": "icbm-freeze"})
    assert "The least Pyongyang accepts" in moved_sentence(measured, hanoi)
    line = {"preset": HANOI, "controls": {"us_max_aid": 1}}
    packages = moved_sentence(asked(row="yongbyon", settings=line), hanoi)
    assert "lost" in packages
    assert "packages" in packages
    assert "the changed settings" in zone
    other = asked("row", settings={"preset": OCTOBER})
    assert "October 2025" in moved_sentence(other, preset_scenario(case, HANOI))


def test_nothing_is_said_where_nothing_moved(case: Case, hanoi: Scenario) -> None:
    assert moved_sentence(asked("row", settings={"preset": HANOI}), hanoi) == ""
    declared = preset_scenario(case, DECLARED)
    willing = {"preset": DECLARED, "controls": {"us_will": 100, "dprk_will": 80}}
    assert moved_sentence(asked("row", settings=willing), declared) == ""


def test_a_change_of_very_many_settings_is_left_to_the_picture_of_why(hanoi: Scenario) -> None:
    case = hanoi.case
    ends = {
        control.id: next(end for end in (at.minimum, at.maximum) if end != hanoi.value(control.id))
        for control, at in zip(case.controls, case.control_ranges, strict=True)
        if control.kind in ("scale", "limit")
    }
    moved = dict(islice(ends.items(), MOST_TOLD + 1))
    assert len(moved) == MOST_TOLD + 1
    settings = {"preset": HANOI, "controls": moved}
    assert moved_sentence(asked("row", settings=settings), hanoi) == ""
