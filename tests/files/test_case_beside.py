"""A record that lies beside a case file is that case's history."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.files.case_beside import read_case_beside
from explorer.files.handbook import handbook, page_by_id
from explorer.files.resources import resource
from explorer.files.shelf import Shelf, record_of, stock
from explorer.model.errors import FileError


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """Return a case file of another id, with nothing beside it."""
    content = json.loads(resource("cases", "sinai.json").read_text("utf-8"))
    path = tmp_path / "mine.json"
    path.write_text(json.dumps({**content, "id": "mine"}), "utf-8")
    yield path
    stock(Shelf())


def lay_record(path: Path, case_id: str) -> Path:
    content = json.loads(resource("history", "sinai.json").read_text("utf-8"))
    beside = path.with_name("mine.record.json")
    beside.write_text(json.dumps({**content, "case": case_id}), "utf-8")
    return beside


def test_a_case_alone_has_no_record(own: Path) -> None:
    assert record_of(read_case_beside(own)) is None


def test_the_record_beside_a_case_is_its_history_in_pictures_and_guide(own: Path) -> None:
    lay_record(own, "mine")
    case = read_case_beside(own)
    record = record_of(case)
    assert record is not None
    assert record.case == "mine"
    page = page_by_id(handbook(case), "history")
    assert page is not None
    assert "1971" in page.title


def test_another_case_with_its_name_that_it_does_not_fit_goes_without(own: Path) -> None:
    lay_record(own, "mine")
    case = read_case_beside(own)
    changed = case.model_copy(update={"presets": case.presets[:1], "issues": case.issues[1:]})
    assert record_of(changed) is None


@pytest.mark.parametrize("case_id", ["sinai", "korea"])
def test_a_record_of_another_case_is_refused(own: Path, case_id: str) -> None:
    beside = lay_record(own, case_id)
    with pytest.raises(FileError, match="does not fit"):
        read_case_beside(own)
    beside.write_text("{", "utf-8")
    with pytest.raises(FileError):
        read_case_beside(own)
