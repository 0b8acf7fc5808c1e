"""The command that verifies: its words, its JSON and its exit codes."""

import json
from pathlib import Path

import pytest

from explorer.classroom.lesson.lesson_paper import LESSON_HANDOUTS
from explorer.classroom.tables.debrief import Debrief, debrief_paper
from explorer.classroom.tables.scores import class_scores
from explorer.cli.verify import MOST_DIFFERENCES
from explorer.files.lesson_file import bundled_lesson, bundled_lesson_ids, lesson_case
from explorer.files.provenance.forms import FORMS, stamped
from explorer.files.provenance.record import provenance_of, read_record, record_text
from explorer.paper.writing import FORMATS
from explorer.report.answer_record import with_origin
from explorer.views.origin import picture_csv
from tests.classroom.tables.plans import PLAN
from tests.cli.test_report import dealzone
from tests.report.exports import VIEWING, resealed
from tests.report.orders import CASE, OCTOBER, document_of


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return the file of the board as a table."""
    path = tmp_path / "board.csv"
    path.write_bytes(picture_csv("board", VIEWING))
    return path


def test_a_table_that_holds_is_told_in_a_sentence(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dealzone("verify", str(table)) == 0
    assert "holds. 100 numbers" in " ".join(capsys.readouterr().out.split())


def altered(path: Path, was: bytes, now: bytes, count: int = 1) -> None:
    """Alter a file in place."""
    content = path.read_bytes()
    assert was in content
    path.write_bytes(content.replace(was, now, count))


def test_an_altered_number_is_named_with_its_place(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    altered(table, b"13.3217", b"17.3217")
    assert dealzone("verify", str(table)) == 2
    said = " ".join(capsys.readouterr().out.split())
    assert "1 differs" in said
    assert "seal does not fit" in said
    assert "(ICBM freeze)" in said
    assert "17.3217 stands where 13.3217 belongs" in said


def test_words_that_were_altered_added_or_taken_away_are_quoted(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    altered(table, b'"ICBM freeze"', b'"' + b"X" * 200 + b'"')
    assert dealzone("verify", str(table)) == 2
    assert "X…” stands where “ICBM freeze” belongs" in " ".join(capsys.readouterr().out.split())
    altered(table, b'"' + b"X" * 200 + b'"', b'"ICBM freeze","more"')
    assert dealzone("verify", str(table)) == 2
    assert "“more” should not be there" in " ".join(capsys.readouterr().out.split())
    altered(table, b'"ICBM freeze","more",', b"")
    assert dealzone("verify", str(table)) == 2
    assert "“ICBM freeze” is missing" in " ".join(capsys.readouterr().out.split())


def test_only_some_of_many_differences_are_printed_and_all_are_in_the_json(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    origin = provenance_of("table", document_of(OCTOBER), {"view": "board"})
    table.write_bytes(stamped(b'"a"\r\n', ".csv", origin))
    assert dealzone("verify", str(table)) == 2
    assert "more; --json lists them all" in capsys.readouterr().out
    assert dealzone("verify", str(table), "--json") == 2
    (record,) = json.loads(capsys.readouterr().out)
    assert len(record["differences"]) > MOST_DIFFERENCES
    assert not record["holds"]
    assert record["sealed"]


def test_a_number_in_the_json_stands_beside_what_belongs_there(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    altered(table, b"13.3217", b"17.3217")
    table.write_bytes(resealed(table.read_bytes(), ".csv"))
    assert dealzone("verify", str(table), "--json") == 2
    (record,) = json.loads(capsys.readouterr().out)
    (different,) = record["differences"]
    assert different["numbers"] == [{"written": "17.3217", "computed": "13.3217"}]


def test_a_file_that_was_saved_again_holds_no_more_although_its_numbers_do(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    altered(table, b'"Test pause"', b"Test pause")
    assert dealzone("verify", str(table)) == 2
    assert "all are as written, but:" in " ".join(capsys.readouterr().out.split())


def test_other_versions_and_another_fingerprint_are_told(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = table.read_bytes()
    text = FORMS[".csv"].record(content)
    assert text is not None
    origin, _ = read_record(text, "it")
    odd = record_text(origin).replace('"model":"2.0"', '"model":"1.0"', 1)
    table.write_bytes(FORMS[".csv"].embedded(content, odd))
    assert dealzone("verify", str(table)) == 2
    said = " ".join(capsys.readouterr().out.split())
    assert "Made with model 1.0; here it is 2.0." in said
    assert "fingerprint is not that" in said


def test_files_that_cannot_be_read_do_not_keep_others_from_it(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dealzone("verify", str(table.with_name("no.png")), str(table)) == 2
    printed = capsys.readouterr()
    assert "does not exist. Check the name" in printed.err
    assert "holds." in printed.out


@pytest.mark.parametrize(
    "words",
    [
        "others",
        "others --package hanoi-offer",
        "outlook",
        "sure --sets 20 --seed 5",
        "sure --sets 20 --row test-pause",
        "sure --show rule",
        "solve --openings --lens trump",
        "compare october-2025 hanoi-2019",
        "split",
        "split --measure floor --row test-pause",
        "split --measure lines",
        "history",
        "history 2019 --lines",
        "breaking",
        "breaking --row test-pause",
        "breaking --package hanoi-offer",
        "bold --sets 20 --rank nash",
        "two-cases --other sinai",
    ],
)
def test_the_json_of_an_answer_holds_and_a_number_altered_in_it_is_named(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if "--package" in words:
        words = f"{words.split()[0]} --package {CASE.packages[1].id}"
    assert dealzone(*words.split(), "--json") == 0
    path = tmp_path / "answer.json"
    record = json.loads(capsys.readouterr().out)
    path.write_text(json.dumps(record))
    assert dealzone("verify", str(path)) == 0
    key = next(iter(key for key in record if key != "provenance"))
    path.write_text(json.dumps({**record, key: 17}))
    assert dealzone("verify", str(path)) == 2
    assert key in capsys.readouterr().out


def test_an_answer_about_what_the_case_does_not_have_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "answer.json"
    asked = {"kind": "sets", "row": "nothing", "seed": 1, "sets": 20}
    path.write_text(json.dumps(with_origin({}, OCTOBER, "sure", asked)))
    assert dealzone("verify", str(path)) == 2
    assert "no such row" in capsys.readouterr().err
    bare = OCTOBER.with_case(CASE.model_copy(update={"outlook": None}))
    path.write_text(json.dumps(with_origin({"a": 1}, bare, "outlook")))
    assert dealzone("verify", str(path)) == 2


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("compare", {}),
        ("split", {"start": {}, "measure": "nothing", "row": ""}),
        ("split", {"start": {}, "measure": "floor", "row": "nothing"}),
        ("split", {"start": {"controls": 3}, "measure": "floor", "row": ""}),
        ("history", {"year": 1066}),
        ("breaking", {"row": "nothing"}),
        ("breaking", {"package": "nothing"}),
        ("bold", {"seed": -1, "sets": 20, "at_least": 95, "rank": "nash"}),
        ("bold", {"seed": 1, "sets": 10**9, "at_least": 95, "rank": "nash"}),
        ("two-cases", {"other": "nothing", "preset": ""}),
        ("two-cases", {"other": "korea", "preset": "nothing"}),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, asked: dict[str, object]
) -> None:
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(with_origin({"a": 1}, OCTOBER, kind, asked)))
    assert dealzone("verify", str(path)) == 2
    assert capsys.readouterr().err


def test_of_a_debrief_it_is_said_that_what_a_class_answered_is_not_recomputed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "debrief.html"
    path.write_bytes(FORMATS[".html"](debrief_paper(Debrief(class_scores(PLAN, ())))))
    assert dealzone("verify", str(path)) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "worked out again, and all are as written. Not recomputed: answers of a class." in said
    assert dealzone("verify", str(path), "--json") == 0
    (record,) = json.loads(capsys.readouterr().out)
    assert record["worked_out"]
    assert record["not_recomputed"] == ["answers of a class"]


def test_of_a_paper_that_cannot_be_worked_out_it_is_said_that_only_its_seal_was_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "key.html"
    lesson = bundled_lesson(bundled_lesson_ids()[0]).model_copy(update={"id": "another"})
    paper = LESSON_HANDOUTS["lesson-key"](lesson, lesson_case(lesson))
    path.write_bytes(FORMATS[".html"](paper))
    assert dealzone("verify", str(path)) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "is as it was written. Only its seal was checked" in said
    altered(path, b"</html>", b"</HTML>")
    assert dealzone("verify", str(path)) == 2
    said = " ".join(capsys.readouterr().out.split())
    assert "does not hold. Only its seal was checked" in said
    assert "seal does not fit" in said
    assert dealzone("verify", str(path), "--json") == 2
    (record,) = json.loads(capsys.readouterr().out)
    assert not record["worked_out"]
