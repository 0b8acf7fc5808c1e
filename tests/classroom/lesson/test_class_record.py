"""The class record: every hand in a table and in a file that spreadsheets open safely."""

from explorer.classroom.lesson.class_record import (
    answer_words,
    class_record_csv,
    class_record_table,
)
from explorer.figures.table import table_csv
from explorer.model.case import Case
from explorer.model.classroom import ClassRecord, Counts
from tests.classroom.conftest import HANOI, lesson_of, prediction, scene, step

LESSON = lesson_of(
    step("show", "first", scene=scene(HANOI)),
    step("predict", "move", prediction=prediction(row="phased-step")),
    step("predict", "ends", prediction=prediction("brackets", row="icbm-freeze")),
)


def record(**more: object) -> ClassRecord:
    counts = (
        Counts(step="move", round=1, hands=(("opens", 3), ("closes", 9))),
        Counts(step="move", round=2, hands=(("closes", 12),)),
        Counts(step="ends", round=1, hands=(("25.2 31.2", 4), ("odd", 1))),
        Counts(step="gone", round=1, hands=(("12.4", 2),)),
    )
    data = {"name": "=Class 1", "counts": counts, "seconds": (("first", 90.0), ("first", 30.0))}
    return ClassRecord.model_validate({**data, **more})


def test_every_hand_stands_in_the_table(case: Case) -> None:
    table = class_record_table(LESSON, record(), case)
    assert [row[0] for row in table.rows] == [
        "first", "move", "move", "move", "ends", "ends", "gone",
    ]  # fmt: skip
    assert [row[5] for row in table.rows] == [
        "", "It opens", "It closes", "It closes", "25 to 31", "odd", "12",
    ]  # fmt: skip
    assert [row[6] for row in table.rows] == ["", "3", "9", "12", "4", "1", "2"]
    assert [row[7] for row in table.rows] == ["", "", "yes", "yes", "", "", ""]
    assert [row[4] for row in table.rows[1:4]] == ["first", "first", "second"]
    assert table.rows[0][2:4] == ("1", "2")


def test_cells_are_safe_for_spreadsheets(case: Case) -> None:
    odd = record(counts=(Counts(step="gone", round=1, hands=(("=1+1", 2),)),))
    text = class_record_csv(LESSON, odd, case).decode("utf-8-sig")
    assert ',"=' not in text
    assert text == table_csv(class_record_table(LESSON, odd, case))


def test_a_class_without_a_name_and_without_hands_is_told_too(case: Case) -> None:
    table = class_record_table(LESSON, ClassRecord(name=""), case)
    assert "without a name" in table.caption
    assert len(table.rows) == len(LESSON.steps)


def test_answers_stay_as_counted_where_the_case_lacks_what_was_asked(case: Case) -> None:
    lost = lesson_of(
        step("predict", "move", scene=scene("nowhere"), prediction=prediction(row="phased-step"))
    )
    rows = class_record_table(lost, record(), case).rows
    assert rows[0][5:] == ("opens", "3", "")
    changed = scene("nowhere")["settings"]
    asked = lesson_of(
        step("predict", "move", scene=scene(HANOI), prediction=prediction(settings=changed))
    )
    rows = class_record_table(asked, record(), case).rows
    assert rows[0][5:] == ("It opens", "3", "")
    nothing = lesson_of(step("predict", "move", prediction=prediction(row="phased-step")))
    assert class_record_table(nothing, record(), case).rows[0][5] == "opens"


def test_words_are_those_of_the_answer_or_whole_points() -> None:
    assert answer_words("a", {"a": "This"}) == "This"
    assert answer_words("12.4", {}) == "12"
    assert answer_words("1 2 3", {}) == "1 2 3"
