"""The user's folder of cases: what is newer is offered, and nothing in it stops the program."""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from explorer.files.case_file import bundled_case
from explorer.files.document_text import Document, document_content, open_content
from explorer.files.json_text import LARGEST_FILE
from explorer.files.record_file import bundled_record
from explorer.files.resources import resource
from explorer.files.shelf import (
    MOST_FILES,
    Shelf,
    case_names,
    choose_versions,
    file_trouble,
    named_case,
    read_shelf,
    record_of,
    shelf,
    shelf_case,
    stock,
    used_case,
)
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.record import Record, record_fits
from explorer.model.scenario import default_scenario

BUNDLED = bundled_case()
ID = BUNDLED.id
NEWER = "99.1"
Raw = dict[str, Any]


def raw(folder: str = "cases") -> Raw:
    return json.loads(resource(folder, f"{ID}.json").read_text("utf-8"))


def put_case(folder: Path, name: str = "own.json", **changes: object) -> Path:
    """Write a case that differs from the bundled one in some fields."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(json.dumps({**raw(), "version": NEWER, **changes}), "utf-8")
    return folder / name


@pytest.fixture(autouse=True)
def clean_shelf() -> Iterator[None]:
    stock(Shelf())
    yield
    stock(Shelf())


def stocked(folder: Path, used: dict[str, str] | None = None) -> Shelf:
    stock(read_shelf(folder, used or {}, {}))
    return shelf()


def test_a_missing_folder_is_an_empty_shelf(tmp_path: Path) -> None:
    found = stocked(tmp_path / "nowhere")
    assert (found.files, found.problems) == ((), ())
    assert used_case(ID) is BUNDLED


def test_a_newer_version_is_offered_and_used_only_when_chosen(tmp_path: Path) -> None:
    put_case(tmp_path)
    found = stocked(tmp_path)
    offered = found.offer("case", ID)
    assert offered is not None
    assert offered.version == NEWER
    assert used_case(ID) is BUNDLED
    choose_versions({offered.key: NEWER}, {})
    assert used_case(ID).version == NEWER
    assert used_case(ID) is used_case(ID)
    assert shelf().offer("case", ID) is None
    choose_versions({}, {offered.key: NEWER})
    assert used_case(ID) is BUNDLED
    assert shelf().offer("case", ID) is None


@pytest.mark.parametrize("version", [BUNDLED.version, "0.1", "beta"])
def test_what_is_not_newer_is_not_offered_but_can_be_opened(tmp_path: Path, version: str) -> None:
    put_case(tmp_path, version=version, name="x.json")
    assert stocked(tmp_path).offer("case", ID) is None
    assert [file.version for file in shelf().cases()] == [version]


def test_the_newest_of_several_is_offered(tmp_path: Path) -> None:
    for place, version in enumerate(("99.2", "99.10", "99.9")):
        put_case(tmp_path, f"{place}.json", version=version)
    offered = stocked(tmp_path).offer("case", ID)
    assert offered is not None
    assert offered.version == "99.10"


def test_a_case_of_its_own_is_known_by_id_and_by_version(tmp_path: Path) -> None:
    put_case(tmp_path, id="harbour", version="3")
    put_case(tmp_path, "newer.json")
    stocked(tmp_path)
    own = named_case("harbour")
    assert own is not None
    assert own.id == "harbour"
    assert named_case("harbour@3") is own
    assert named_case("harbour@4") is None
    newer = named_case(f"{ID}@{NEWER}")
    assert newer is not None
    assert newer.version == NEWER
    assert named_case(f"{ID}@{BUNDLED.version}") is BUNDLED
    assert named_case("unheard-of") is None
    assert {ID, "harbour", "harbour@3", f"{ID}@{NEWER}"} <= set(case_names())


def test_a_newer_case_that_is_broken_is_named_and_the_bundled_one_goes_on(tmp_path: Path) -> None:
    path = put_case(tmp_path, controls=[])
    found = stocked(tmp_path, {ID: NEWER})
    (file,) = found.cases()
    trouble = file_trouble(file)
    assert str(path) in trouble
    assert "there is no scale control" in trouble
    assert used_case(ID) is BUNDLED
    with pytest.raises(FileError, match="is skipped"):
        shelf_case(file)


def hostile(folder: Path) -> dict[str, str]:
    """Put into a folder what is no case, and return a part of what is said of each."""
    folder.mkdir()
    (folder / "broken.json").write_text('{"format": ', "utf-8")
    (folder / "other.json").write_text('{"format": "picture"}', "utf-8")
    (folder / "list.json").write_text("[]", "utf-8")
    (folder / "odd.json").write_text('{"format": ["dealzone-case"]}', "utf-8")
    (folder / "nameless.json").write_text('{"format": "dealzone-case", "id": 3}', "utf-8")
    (folder / "deep.json").write_text("[" * 100_000, "utf-8")
    (folder / "binary.json").write_bytes(b"\xff\xfe\x00\x01")
    (folder / "huge.json").write_bytes(b" " * (LARGEST_FILE + 1))
    (folder / "folder.json").mkdir()
    said = {
        "broken": "ends too early",
        "other": "neither a case nor a record",
        "list": "neither a case nor a record",
        "odd": "neither a case nor a record",
        "nameless": "must be texts",
        "deep": "",
        "binary": "",
        "huge": "larger than",
        "folder": "is a folder",
    }
    if sys.platform != "win32":
        (folder / "loop.json").symlink_to("loop.json")
        (folder / "gone.json").symlink_to("nowhere.json")
        os.mkfifo(folder / "pipe.json")
        said |= {"loop": "cannot be read", "gone": "does not exist", "pipe": "not an ordinary file"}
    return said


def test_nothing_in_the_folder_stops_the_program_and_each_file_is_named(tmp_path: Path) -> None:
    said = hostile(tmp_path / "cases")
    put_case(tmp_path / "cases", "sound.json")
    found = stocked(tmp_path / "cases")
    assert [file.version for file in found.cases()] == [NEWER]
    for name, words in said.items():
        (line,) = [each for each in found.problems if f"{name}.json" in each]
        assert words in line
        assert "is skipped" in line
    assert used_case(ID) is BUNDLED


def test_a_folder_that_cannot_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    assert "cannot be read" in stocked(tmp_path / "file").problems[0]

    def refuse(folder: Path) -> object:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(os, "scandir", refuse)
    assert "Permission denied" in stocked(tmp_path).problems[0]
    assert used_case(ID) is BUNDLED


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_a_folder_that_is_a_loop_of_links_is_told(tmp_path: Path) -> None:
    (tmp_path / "cases").symlink_to("cases")
    assert "cannot be read" in stocked(tmp_path / "cases").problems[0]


def test_of_very_many_files_only_some_are_looked_at(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 3):
        (tmp_path / f"{number:03}.json").write_text("{}", "utf-8")
    problems = stocked(tmp_path).problems
    assert len(problems) == MOST_FILES + 1
    assert f"{MOST_FILES + 3} files" in problems[0]


def test_a_newer_record_is_offered_and_used_only_when_chosen(tmp_path: Path) -> None:
    record = {**raw("history"), "version": NEWER, "name": "Another history"}
    (tmp_path / "record.json").write_text(json.dumps(record), "utf-8")
    offered = stocked(tmp_path).offer("record", ID)
    assert offered is not None
    assert record_of(BUNDLED) is bundled_record(BUNDLED)
    choose_versions({offered.key: NEWER}, {})
    found = record_of(BUNDLED)
    assert found is not None
    assert found.name == "Another history"


def test_a_record_that_is_broken_or_does_not_fit_gives_way(tmp_path: Path) -> None:
    record = {**raw("history"), "version": NEWER, "years": []}
    (tmp_path / "record.json").write_text(json.dumps(record), "utf-8")
    found = stocked(tmp_path, {f"{ID}.record": NEWER})
    assert record_of(BUNDLED) is bundled_record(BUNDLED)
    assert file_trouble(found.files[0])


def test_a_record_of_the_folder_is_compared_with_its_case_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pictures ask for it several times at each move of a slider."""
    compared: list[str] = []

    def fits(record: Record, case: Case) -> bool:
        compared.append(record.version)
        return record_fits(record, case)

    monkeypatch.setattr("explorer.files.shelf.record_fits", fits)
    data = {**raw("history"), "version": NEWER}
    (tmp_path / "own.json").write_text(json.dumps(data), "utf-8")
    stocked(tmp_path, {f"{ID}.record": NEWER})
    for _ in range(4):
        found = record_of(BUNDLED)
        assert found is not None
        assert found.version == NEWER
    assert compared == [NEWER]


def test_a_document_opens_with_the_version_that_it_names(tmp_path: Path) -> None:
    put_case(tmp_path)
    stocked(tmp_path)
    scenario = default_scenario(BUNDLED)
    content = document_content(Document(scenario, scenario, scenario))
    assert open_content(content, "x").document.case is BUNDLED
    content["case"] = {"id": ID, "version": NEWER}
    assert open_content(content, "x").document.case.version == NEWER
    content["case"] = {"id": ID, "version": "98"}
    assert open_content(content, "x").document.case is BUNDLED


def test_a_document_of_a_case_that_only_the_folder_holds_opens(tmp_path: Path) -> None:
    put_case(tmp_path, id="harbour")
    stocked(tmp_path)
    own = used_case("harbour")
    scenario = default_scenario(own)
    content = document_content(Document(scenario, scenario, scenario))
    # A document may be saved on a machine where the case is bundled, and so without it.
    del content["case_data"]
    assert open_content(content, "x").document.case is own
    stock(Shelf())
    with pytest.raises(FileError, match="harbour"):
        open_content(content, "x")


def test_a_shelf_remembers_what_is_in_no_file(tmp_path: Path) -> None:
    found = replace(stocked(tmp_path), used={ID: "7.7"})
    assert found.chosen("case", ID) is None
