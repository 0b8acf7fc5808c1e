"""Claims hold where the solver agrees, and what does not hold is told with what was found."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.lesson.claim import (
    answer_text,
    broken_claims,
    claim_holds,
    claim_report,
    stands,
)
from explorer.model.case import Case
from explorer.model.lesson import Claim, Measure
from explorer.model.scene import Settings
from tests.classroom.conftest import DECLARED, HANOI, OCTOBER, lesson_of, scene, step

NUMBERS = st.floats(-1e6, 1e6)


def empty_zone(**more: object) -> Claim:
    data = {
        "text": "The zone is empty.",
        "settings": Settings(preset=DECLARED),
        "measure": Measure(kind="zone_packages"),
        "value": 0.0,
    }
    return Claim.model_validate({**data, **more})


def test_a_true_claim_holds_and_reports_nothing(case: Case) -> None:
    assert claim_holds(empty_zone(), case)
    assert claim_report(empty_zone(), case) == ""


def test_a_false_claim_is_named_with_what_was_found(case: Case) -> None:
    report = claim_report(empty_zone(settings=Settings(preset=OCTOBER)), case)
    assert "The zone is empty." in report
    assert "7,293" in report
    assert "zone_packages" in report


def test_a_claim_compares_settings_and_measures(case: Case) -> None:
    smaller = empty_zone(value=None, other=Settings(preset=HANOI), relation="<")
    assert claim_holds(smaller, case)
    assert not claim_holds(smaller.model_copy(update={"relation": ">"}), case)
    rows = empty_zone(
        settings=Settings(preset=HANOI),
        value=None,
        measure=Measure(kind="row_high", row="icbm-freeze"),
        other_measure=Measure(kind="row_high", row="yongbyon"),
        relation="<",
    )
    assert claim_holds(rows, case)


def test_a_claim_has_exactly_one_other_side() -> None:
    with pytest.raises(ValueError, match="either a value or other settings"):
        empty_zone(value=None)
    with pytest.raises(ValueError, match="either a value or other settings"):
        empty_zone(other=Settings(preset=HANOI))


def test_a_claim_about_something_unknown_is_reported(case: Case) -> None:
    report = claim_report(empty_zone(settings=Settings(preset="nowhere")), case)
    assert "cannot be checked" in report
    assert "nowhere" in report


def test_broken_claims_of_a_lesson_are_named_by_their_place(case: Case) -> None:
    false = empty_zone(settings=Settings(preset=OCTOBER)).model_dump(mode="json")
    task = {"text": "Why?", "key": "So.", "claims": [false]}
    lesson = lesson_of(
        step("show", scene=scene(), claims=[false]), questions=[task], worksheet=[task]
    )
    places = [line.split(":")[0] for line in broken_claims(lesson, case)]
    assert places == ['step "one"', "worksheet[0]", "questions[0]"]


@given(NUMBERS, NUMBERS, st.floats(0, 10))
def test_numbers_stand_in_exactly_one_order(one: float, other: float, tolerance: float) -> None:
    assert stands(one, "=", other, tolerance=tolerance) != stands(
        one, "!=", other, tolerance=tolerance
    )
    assert stands(one, "<", other) + stands(one, "=", other) + stands(one, ">", other) == 1
    assert stands(one, "<=", other) == (not stands(one, ">", other))
    assert stands(one, ">=", other) == (not stands(one, "<", other))
    if stands(one, "<", other):
        assert stands(one, "<", other, tolerance=tolerance)


@given(NUMBERS)
def test_what_does_not_exist_stands_in_no_order(value: float) -> None:
    for relation in ("=", "<", "<=", ">", ">="):
        assert not stands(math.nan, relation, value)
    assert stands(math.nan, "!=", value)


def test_ids_are_the_same_in_any_order() -> None:
    assert stands(("a", "b"), "=", ("b", "a"))
    assert not stands(("a", "b"), "=", ("a",))
    assert stands(("a",), "!=", ())
    assert not stands("late", "!=", "late")
    assert not stands(True, "<", False)


def test_answers_are_told_in_words() -> None:
    assert answer_text(True) == "yes"
    assert answer_text(False) == "no"
    assert answer_text(()) == "none"
    assert answer_text(("a", "b")) == "a, b"
    assert answer_text("late") == "late"
    assert answer_text(1234.5) == "1,234.5"
    assert answer_text(math.nan) == "none"
