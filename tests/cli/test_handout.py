"""Laws of ``dealzone handout`` and ``dealzone questions``."""

import zipfile
from base64 import b64encode
from pathlib import Path

import pytest

from explorer.cli.handout import board_png
from explorer.files.case_file import bundled_case
from explorer.model.errors import FileError
from explorer.model.scenario import preset_scenario
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
    assert [each.view_id for each in rooms.pictures] == ["board"]
    assert b64encode(DOT).decode() in path.read_text("utf-8")
    assert not rooms.pictures[0].output.exists()


def test_the_picture_that_is_drawn_is_returned() -> None:
    def draw(options: PictureOptions) -> None:
        options.output.write_bytes(DOT)

    assert board_png(preset_scenario(CASE, CASE.default_preset), draw) == DOT


def test_a_worksheet_is_written_as_docx(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    assert dealzone("handout", "worksheet", "-o", path).code == 0
    assert "word/document.xml" in zipfile.ZipFile(path).namelist()


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
