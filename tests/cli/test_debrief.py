"""Laws of ``dealzone debrief``."""

import json
from pathlib import Path

import pptx
import pytest

from explorer.classroom.lesson.progress import opened_lesson, with_hands
from explorer.classroom.tables.writing import results_file
from explorer.files.document import write_document
from explorer.files.document_text import Document
from explorer.files.lesson_file import bundled_lesson
from explorer.model.classroom import EMPTY_CLASSROOM, Classroom
from tests.classroom.tables.plans import FREEZE, PLAN, agreed
from tests.cli.conftest import Dealzone, Rooms

PLAY = ("october-2025", "--tables", "24", "--seed", "3", "--variants", "3")


@pytest.fixture
def results(tmp_path: Path) -> Path:
    path = tmp_path / "class.csv"
    told = (agreed("Table 1", FREEZE), agreed("The Quiet Ones", FREEZE, variant=1))
    path.write_bytes(results_file(PLAN, told))
    return path


@pytest.mark.parametrize("name", ["debrief.html", "debrief.htm"])
def test_a_debrief_is_written_with_its_pictures(
    dealzone: Dealzone, rooms: Rooms, results: Path, tmp_path: Path, name: str
) -> None:
    ran = dealzone("debrief", results, *PLAY, "-o", tmp_path / name)
    assert (ran.code, ran.err) == (0, "")
    assert [options.view_id for options in rooms.pictures] == ["gains"] * 3
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert "The Quiet Ones" in text
    assert text.count("<img") == 3
    assert not any(options.output.exists() for options in rooms.pictures)


def test_names_and_pictures_are_left_out_on_request(
    dealzone: Dealzone, rooms: Rooms, results: Path, tmp_path: Path
) -> None:
    path = tmp_path / "debrief.html"
    ran = dealzone("debrief", results, *PLAY, "--hide-names", "--no-pictures", "-o", path)
    assert (ran.code, rooms.pictures) == (0, [])
    text = path.read_text(encoding="utf-8")
    assert "Quiet" not in text
    assert "<img" not in text


def test_mistakes_are_named_and_the_rest_is_written(dealzone: Dealzone, tmp_path: Path) -> None:
    bad, path = tmp_path / "bad.csv", tmp_path / "debrief.html"
    bad.write_text("table,outcome\n1,no deal\n2,perhaps\n", encoding="utf-8")
    ran = dealzone("debrief", bad, "--no-pictures", "-o", path)
    assert ran.code == 2
    assert "line 3" in ran.err
    assert path.exists()


def test_a_document_of_another_kind_is_refused_before_anything_is_read(
    dealzone: Dealzone, results: Path, tmp_path: Path
) -> None:
    ran = dealzone("debrief", results, "-o", tmp_path / "debrief.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "debrief.txt" in ran.err


def _document(classroom: Classroom) -> Document:
    scenario = PLAN.scenario
    return Document(scenario, scenario, scenario, classroom=classroom)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    lesson = bundled_lesson("who-closed-the-zone")
    taught = with_hands(opened_lesson(lesson, "", 1), 1, (("test-pause", 2),))
    path = tmp_path / "my-class.dealzone"
    write_document(path, _document(taught))
    return path


def test_slides_are_written_where_the_name_asks_for_them(
    dealzone: Dealzone, rooms: Rooms, results: Path, document: Path, tmp_path: Path
) -> None:
    path = tmp_path / "debrief.PPTX"
    ran = dealzone("debrief", results, *PLAY, "--predictions", document, "-o", path)
    assert (ran.code, ran.err) == (0, "")
    assert len(rooms.pictures) == 3
    slides = list(pptx.Presentation(str(path)).slides)
    titles = [slide.shapes.title.text for slide in slides if slide.shapes.title is not None]
    assert "What the class predicted" in titles


def test_what_a_class_predicted_comes_from_the_document_that_is_the_scenario(
    dealzone: Dealzone, results: Path, document: Path, tmp_path: Path
) -> None:
    path = tmp_path / "debrief.html"
    ran = dealzone("debrief", results, document, *PLAY[1:], "--no-pictures", "-o", path)
    assert ran.code == 0
    assert "What the class predicted" in path.read_text(encoding="utf-8")
    write_document(document, _document(EMPTY_CLASSROOM))
    dealzone("debrief", results, document, *PLAY[1:], "--no-pictures", "-o", path)
    assert "What the class predicted" not in path.read_text(encoding="utf-8")


def test_a_document_that_is_understood_in_part_is_complained_of(
    dealzone: Dealzone, results: Path, document: Path, tmp_path: Path
) -> None:
    content = json.loads(document.read_text(encoding="utf-8"))
    document.write_text(json.dumps({**content, "classroom": 5}), encoding="utf-8")
    path = tmp_path / "debrief.html"
    words = (*PLAY, "--no-pictures", "--predictions", document)
    ran = dealzone("debrief", results, *words, "-o", path)
    assert ran.code == 0
    assert "my-class.dealzone" in ran.err
    assert "What the class predicted" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", ["pptx", "html"])
def test_a_folder_is_refused(
    dealzone: Dealzone, results: Path, tmp_path: Path, suffix: str
) -> None:
    folder = tmp_path / f"folder.{suffix}"
    folder.mkdir()
    ran = dealzone("debrief", results, "-o", folder)
    assert (ran.code, ran.out) == (2, "")
    assert "is a folder" in ran.err


def test_pdf_is_left_to_the_window(dealzone: Dealzone, results: Path, tmp_path: Path) -> None:
    ran = dealzone("debrief", results, "-o", tmp_path / "debrief.pdf")
    assert ran.code == 2
    assert "the window writes PDF" in ran.err
