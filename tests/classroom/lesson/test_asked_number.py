"""Numbers asked for by hand: each can be computed, told and predicted on its scale."""

import math

import pytest

from explorer.classroom.lesson.answer import computed_answer
from explorer.classroom.lesson.asked_number import (
    ASKED_MEASURES,
    COUNTED,
    is_about_row,
    is_by_hand,
    measure_words,
    usual_scale,
    with_kind,
)
from explorer.files.case_file import bundled_case
from explorer.model.lesson import Measure, MeasureKind, Prediction
from explorer.model.scenario import preset_scenario
from explorer.model.scene import Settings

CASE = bundled_case()
ROW = CASE.rows[0].id
HANOI = preset_scenario(CASE, "hanoi-2019")
CHOICE = Prediction(kind="choice", question="?", settings=Settings(preset="hanoi-2019"), row=ROW)
VALUE = CHOICE.having(kind="value", row=ROW, measure=Measure(kind="row_gap", row=ROW))


def test_each_measure_has_words_of_its_own() -> None:
    words = {measure_words(kind, CASE) for kind in ASKED_MEASURES}
    assert len(words) == len(ASKED_MEASURES)


@pytest.mark.parametrize("measure", ASKED_MEASURES)
def test_a_number_that_is_asked_for_is_computed_and_lies_on_its_usual_scale(
    measure: MeasureKind,
) -> None:
    made = with_kind(CHOICE, "value", measure, ROW, CASE)
    assert is_by_hand(made)
    assert is_about_row(made) == (measure != "zone_packages")
    value = computed_answer(made, HANOI).value
    assert value is not None
    assert math.isfinite(value)
    assert made.low <= value <= made.high
    assert made.unit == ("packages" if measure in COUNTED else "points")


def test_brackets_are_asked_for_on_the_whole_axis() -> None:
    made = with_kind(CHOICE, "brackets", "row_gap", ROW, CASE)
    answer = computed_answer(made, HANOI)
    assert answer.limit is not None
    assert made.low <= answer.limit <= made.high
    assert (is_by_hand(made), is_about_row(made), made.measure) == (True, True, None)


def test_a_scale_that_was_set_stays_while_the_same_is_counted() -> None:
    mine = with_kind(CHOICE, "value", "row_gap", ROW, CASE).having(high=7.5, unit="steps")
    for kind, measure in (("value", "row_low"), ("brackets", "row_low")):
        made = with_kind(mine, kind, measure, ROW, CASE)
        assert (made.high, made.unit) == (7.5, "steps")
    packages = with_kind(mine, "value", "row_packages", ROW, CASE)
    usual = usual_scale("row_packages", CASE)
    assert (packages.low, packages.high, packages.unit) == (usual.low, usual.high, usual.unit)


def test_other_kinds_have_no_measure_and_rows_none_of_their_own() -> None:
    rows = with_kind(VALUE, "row", "row_gap", ROW, CASE)
    assert (rows.kind, rows.row, rows.measure) == ("row", "", None)
    kept = rows.having(row=CASE.rows[1].id)
    assert with_kind(kept, "row", "row_gap", ROW, CASE) == kept
    assert with_kind(rows, "choice", "row_gap", ROW, CASE).row == ROW
    assert not is_about_row(rows)
    assert is_about_row(CHOICE)


@pytest.mark.parametrize(
    "asked",
    [
        CHOICE.having(answers=(("a", "A"), ("b", "B")), correct="a"),
        CHOICE.having(kind="value"),
        CHOICE.having(kind="value", measure=Measure(kind="gauge", of="x")),
        CHOICE.having(kind="value", measure=Measure(kind="row_gap", row=ROW, lens="x")),
    ],
)
def test_what_cannot_be_made_by_hand_is_not_changed_by_hand(asked: Prediction) -> None:
    assert not is_by_hand(asked)
