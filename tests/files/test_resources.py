"""Tests of where the program's own files are looked for."""

import errno
import sys
from pathlib import Path

import pytest

from explorer.files.resources import PACKAGE_FOLDER, resource, resource_folder, resource_names
from explorer.model.errors import FileError


def test_from_source_resources_lie_beside_the_package() -> None:
    assert resource_folder(PACKAGE_FOLDER, None) == PACKAGE_FOLDER.parent / "resources"


def test_a_wheel_carries_resources_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "explorer"
    (package / "_resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    assert resource_folder(package, None) == package / "_resources"


def test_a_frozen_program_takes_only_what_it_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked = tmp_path / "resources" / "cases"
    unpacked.mkdir(parents=True)
    (unpacked / "other.json").touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("cases", "other.json") == unpacked / "other.json"
    with pytest.raises(FileError):
        resource("cases", "korea.json")


def test_a_missing_resource_is_named_with_a_remedy() -> None:
    with pytest.raises(FileError, match=r"nowhere\.json.*Install the program again"):
        resource("cases", "nowhere.json")


def test_names_come_in_order_without_their_suffix_and_without_other_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "resources" / "lessons"
    (folder / "folder.json").mkdir(parents=True)
    for name in ("second.json", "first.json", "notes.txt"):
        (folder / name).touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_names("lessons", ".json") == ("first", "second")


def test_a_drive_that_fails_is_told_as_a_missing_part(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "iterdir", fail)
    with pytest.raises(FileError, match="Install the program again"):
        resource_names("cases", ".json")
