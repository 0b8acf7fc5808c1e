"""Papers of lessons and role plays: they hold, an altered digit is named, no secret is told."""

import re
from itertools import permutations
from pathlib import Path

import pytest

from explorer.classroom.handout.questions import QuizOrder, computed_quiz
from explorer.classroom.handout.verifiers import HANDOUT_VERIFIERS
from explorer.classroom.lesson.lesson_origin import asked_lesson, lesson_origin
from explorer.classroom.lesson.lesson_paper import LESSON_HANDOUTS
from explorer.classroom.tables.debrief import Debrief, DrawViewing, debrief_paper
from explorer.classroom.tables.debrief_slides import debrief_slides
from explorer.classroom.tables.origin import SHEETS
from explorer.classroom.tables.scores import class_scores
from explorer.classroom.tables.sheets import sheet_papers, sheets_paper
from explorer.figures.table import signed_cell
from explorer.files.document_text import Document
from explorer.files.lesson_file import bundled_lesson, bundled_lesson_ids, lesson_case
from explorer.files.provenance.forms import FORMS as PROVENANCE_FORMS
from explorer.files.provenance.forms import stamped
from explorer.files.provenance.record import provenance_of
from explorer.model.errors import FileError
from explorer.paper.paper import Paper
from explorer.paper.question_files import QUESTION_FORMATS
from explorer.paper.slides import pptx_bytes
from explorer.paper.writing import FORMATS
from explorer.report.verdict import Verdict, verify
from tests.classroom.tables.plans import FREEZE, GIVEN, OCTOBER, PLAN, agreed
from tests.paper.papers import DOT
from tests.report.exports import resealed

LESSON = bundled_lesson(bundled_lesson_ids()[0])
CASE = lesson_case(LESSON)
FOUND = class_scores(PLAN, [agreed("The Quiet Ones", FREEZE)])


def papers() -> dict[str, Paper]:
    """Return the papers that can be worked out again, by a name."""
    lesson = {what: write(LESSON, CASE) for what, write in LESSON_HANDOUTS.items()}
    instructor = sheet_papers(PLAN)["instructor"]
    return {"sheets": sheets_paper(PLAN), "instructor": instructor, **lesson}


def verdict(path: Path, content: bytes) -> Verdict:
    path.write_bytes(content)
    return verify(path, HANDOUT_VERIFIERS)


@pytest.mark.parametrize("suffix", FORMATS)
def test_papers_hold_as_they_were_written(tmp_path: Path, suffix: str) -> None:
    for name, paper in papers().items():
        found = verdict(tmp_path / f"{name}{suffix}", FORMATS[suffix](paper))
        assert found.holds, (name, found.differences)
        assert found.is_recomputed
        assert found.compared


@pytest.mark.parametrize("forger", [False, True])
def test_an_altered_digit_is_named(tmp_path: Path, forger: bool) -> None:
    for name, paper in papers().items():
        content = FORMATS[".html"](paper)
        found = re.search(rb">[^<>]*?(\d)[^<>]*</(?:td|p|li|th|h\d)", content)
        assert found is not None, name
        at = found.start(1)
        other = str((int(content[at : at + 1]) + 1) % 10).encode()
        altered = content[:at] + other + content[at + 1 :]
        told = verdict(tmp_path / f"{name}.html", resealed(altered, ".html") if forger else altered)
        assert not told.holds
        assert told.is_sealed == forger
        (different,) = told.differences
        assert different.numbers, name


def test_sheets_that_one_side_alone_is_given_tell_no_secret_of_the_other() -> None:
    for name, paper in sheet_papers(PLAN).items():
        assert (paper.origin is None) == (name != "instructor")


def debriefs(debrief: Debrief) -> dict[str, bytes]:
    """Return a debrief in every form."""
    contents = {suffix: write(debrief_paper(debrief)) for suffix, write in FORMATS.items()}
    return {**contents, ".pptx": pptx_bytes(debrief_slides(debrief))}


@pytest.mark.parametrize("hides_names", [False, True])
@pytest.mark.parametrize("draw", [None, lambda _: DOT])
def test_a_debrief_holds_as_it_was_written_and_says_what_a_class_answered(
    tmp_path: Path, draw: DrawViewing | None, hides_names: bool
) -> None:
    debrief = Debrief(FOUND, draw, hides_names, ("Half expected a zone.",))
    for suffix, content in debriefs(debrief).items():
        found = verdict(tmp_path / f"a{suffix}", content)
        assert found.holds, (suffix, found.differences)
        assert found.is_recomputed
        assert found.compared
        assert found.takes_class_answers
        record = PROVENANCE_FORMS[suffix].record(content) or ""
        assert ("Quiet" in record) != hides_names
        assert '"path"' not in record


def test_a_gain_that_was_altered_in_a_debrief_is_named(tmp_path: Path) -> None:
    content = debriefs(Debrief(FOUND))[".html"]
    gain = str(signed_cell(FOUND.scores[0].sender_gain)).encode()
    assert gain in content
    forged = resealed(content.replace(gain, b"+99.9", 1), ".html")
    found = verdict(tmp_path / "a.html", forged)
    assert not found.holds
    assert found.is_sealed
    assert ("99.9", gain.decode().lstrip("+")) in found.differences[0].numbers


def test_hidden_names_leave_no_trace_in_the_order_of_a_debrief() -> None:
    tables = [agreed("Zeal", FREEZE), agreed("Ardour", GIVEN, variant=1), agreed("Mirth", GIVEN)]
    told = {
        debriefs(Debrief(class_scores(PLAN, order), hides_names=True))[".html"]
        for order in permutations(tables)
    }
    assert len(told) == 1


def test_a_debrief_whose_case_does_not_know_what_was_agreed_is_refused(tmp_path: Path) -> None:
    odd = {"name": "1", "ending": "agreed", "levels": {"moon": 1}}
    asked = {"tables": 4, "seed": 1, "variants": 1, "results": [odd]}
    origin = provenance_of("debrief", Document(OCTOBER, OCTOBER, OCTOBER), asked)
    with pytest.raises(FileError, match="not understood"):
        verdict(tmp_path / "a.csv", stamped(b"a\r\n", ".csv", origin))


def test_of_a_lesson_that_does_not_come_with_the_program_only_the_seal_is_checked(
    tmp_path: Path,
) -> None:
    write = LESSON_HANDOUTS["lesson-key"]
    for other in ({"title": "Another"}, {"id": "another"}):
        paper = write(LESSON.model_copy(update=other), CASE)
        found = verdict(tmp_path / "a.html", FORMATS[".html"](paper))
        assert found.holds
        assert not found.is_recomputed
    assert asked_lesson(lesson_origin("lesson", LESSON, CASE).asked) is LESSON


@pytest.mark.parametrize("kind", [SHEETS, "instructor-sheet", "debrief", "lesson"])
@pytest.mark.parametrize("asked", [{}, {"tables": 10**9, "seed": 1, "variants": 1, "lesson": 3}])
def test_a_record_that_makes_no_sense_is_refused(
    tmp_path: Path, kind: str, asked: dict[str, object]
) -> None:
    origin = provenance_of(kind, Document(OCTOBER, OCTOBER, OCTOBER), asked)
    with pytest.raises(FileError, match="not understood"):
        verdict(tmp_path / "a.csv", stamped(b"a\r\n", ".csv", origin))


def questions(suffix: str) -> bytes:
    return QUESTION_FORMATS[suffix](computed_quiz(QuizOrder(OCTOBER, 2, 3, ("row", "gap"))))


@pytest.mark.parametrize("suffix", [".gift", ".html", ".docx"])
def test_files_of_questions_hold_as_they_were_written(tmp_path: Path, suffix: str) -> None:
    found = verdict(tmp_path / f"a{suffix}", questions(suffix))
    assert found.holds, found.differences
    assert found.compared


def test_an_altered_key_of_a_question_is_named(tmp_path: Path) -> None:
    content = questions(".gift")
    found = re.search(rb"\t#(\d)", content)
    assert found is not None
    at = found.start(1)
    altered = content[:at] + b"x" + content[at + 1 :]
    (different,) = verdict(tmp_path / "a.gift", altered).differences
    assert different.written.strip().startswith("#x")
    assert different.place.startswith("line ")


def test_a_kind_of_question_that_is_not_known_is_refused(tmp_path: Path) -> None:
    asked = {"students": 1, "seed": 1, "kinds": ["nothing"], "title": ""}
    origin = provenance_of("questions", Document(OCTOBER, OCTOBER, OCTOBER), asked)
    with pytest.raises(FileError, match="not known"):
        verdict(tmp_path / "a.csv", stamped(b"a\r\n", ".csv", origin))
