"""Laws of ``dealzone debrief``."""

from pathlib import Path

import pytest

from explorer.classroom.tables.writing import results_file
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
