"""Laws of ``dealzone handout`` and ``dealzone questions``."""

import zipfile
from base64 import b64encode
from pathlib import Path

import pytest

from explorer.files.case_file import bundled_case
from explorer.files.lesson_file import bundled_lesson, lesson_text
from explorer.model.errors import FileError
from explorer.views.options import PictureOptions
from tests.cli.conftest import Dealzone, Rooms
from tests.paper.gift_reader import read_gift
from tests.paper.papers import DOT

CASE = bundled_case()


def test_a_brief_holds_the_board_as_it_is_drawn(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path
) -> None:
    path = tmp_path / "brief.html"
    ran = dealzone("handout", "brief", CASE.baseline_preset, "-o", path)
    assert (ran.code, ran.err) == (0, "")
    assert str(path) in ran.out
    assert {each.view_id for each in rooms.pictures} == {"board"}
    assert b64encode(DOT).decode() in path.read_text("utf-8")
    assert not rooms.pictures[0].output.exists()


def test_a_worksheet_is_written_as_docx(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    assert dealzone("handout", "worksheet", "-o", path).code == 0
    assert "word/document.xml" in zipfile.ZipFile(path).namelist()


@pytest.mark.parametrize("what", ["lesson", "lesson-worksheet", "lesson-key"])
def test_a_lesson_is_written_as_script_worksheet_and_key(
    dealzone: Dealzone, tmp_path: Path, what: str
) -> None:
    path = tmp_path / "lesson.html"
    ran = dealzone("handout", what, "small-deal", "-o", path)
    assert (ran.code, ran.err) == (0, "")
    assert bundled_lesson("small-deal").title in path.read_text("utf-8")
    own = tmp_path / "own.json"
    own.write_text(lesson_text(bundled_lesson("small-deal")), encoding="utf-8")
    document = tmp_path / "lesson.docx"
    assert dealzone("handout", what, own, "-o", document).code == 0
    assert "word/document.xml" in zipfile.ZipFile(document).namelist()


def test_a_sentence_that_does_not_hold_is_told_with_the_handout(
    dealzone: Dealzone, tmp_path: Path
) -> None:
    text = lesson_text(bundled_lesson("linkage")).replace('"relation": "="', '"relation": "!="')
    own = tmp_path / "own.json"
    own.write_text(text, encoding="utf-8")
    ran = dealzone("handout", "lesson-key", own, "-o", tmp_path / "key.html")
    assert ran.code == 0
    assert "Not everything in this lesson holds" in ran.err
    assert 'step "currencies"' in ran.err
    assert "and" in ran.err.splitlines()[-1]


def test_questions_are_written_for_each_student(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "quiz.gift"
    ran = dealzone(
        *("questions", "--students", "3", "--kinds", "row", "gap", "row", "-o", path),
        *("--title", "Week 4"),
    )
    assert (ran.code, ran.err) == (0, "")
    found = read_gift(path.read_text("utf-8"))
    assert len(found) == 6
    assert all("Week 4" in each.category for each in found)


def test_a_seed_gives_the_same_questions_again(dealzone: Dealzone, tmp_path: Path) -> None:
    def written(seed: int) -> str:
        path = tmp_path / "quiz.gift"
        assert dealzone("questions", "--kinds", "row", "--seed", str(seed), "-o", path).code == 0
        return path.read_text("utf-8")

    assert written(1) == written(1) != written(2)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("handout", "brief", "-o", "a.pdf"), "window"),
        (("handout", "brief", "-o", "a.txt"), ".docx"),
        (("handout", "poem", "-o", "a.html"), "poem"),
        (("handout", "brief", "nowhere", "-o", "a.html"), "nowhere"),
        (("handout", "lesson", "small-del", "-o", "a.html"), 'Did you mean "small-deal"'),
        (("handout", "lesson", "-o", "a.html"), "who-closed-the-zone"),
        (("handout", "lesson", "nowhere.json", "-o", "a.html"), "does not exist"),
        (("handout", "lesson", "linkage", "--set", "us_will=1", "-o", "a.html"), "Leave --set"),
        (("questions", "-o", "a.pdf"), ".gift"),
        (("questions", "--students", "0", "-o", "a.gift"), "200"),
        (("questions", "--kinds", "riddle", "-o", "a.gift"), "riddle"),
        (("questions", "-o", "missing/a.gift", "--kinds", "row"), "missing"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(
    dealzone: Dealzone,
    words: tuple[str, ...],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = dealzone(*words)
    assert ran.code == 2
    assert told in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [("handout", "worksheet"), ("questions",)])
def test_a_folder_is_no_file(dealzone: Dealzone, tmp_path: Path, command: tuple[str, ...]) -> None:
    folder = tmp_path / "a.html"
    folder.mkdir()
    assert "folder" in dealzone(*command, "-o", folder).err


def test_a_warning_of_the_file_system_is_passed_on(
    dealzone: Dealzone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.cli.handout.write_paper", lambda *_: "Check the rights.")
    ran = dealzone("handout", "worksheet", "-o", tmp_path / "a.html")
    assert (ran.code, "Check the rights." in ran.err) == (0, True)


def test_an_error_of_drawing_is_told(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Rooms, _options: PictureOptions) -> None:
        raise FileError("No room")

    monkeypatch.setattr(Rooms, "draw", refuse)
    assert dealzone("handout", "brief", "-o", tmp_path / "a.html").code == 2
    assert rooms.pictures == []
