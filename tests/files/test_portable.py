"""The portable copy: known by its marker, followed by its paths, honest where it cannot write."""

import errno
import sys
import tempfile
from pathlib import Path

import pytest

from explorer.files.places import places
from explorer.files.portable import MARKER, data_trouble, following, moved, portable_base
from explorer.files.settings import Settings, read_settings, write_settings


def test_only_a_frozen_program_beside_the_marker_is_portable(tmp_path: Path) -> None:
    program = str(tmp_path / "dealzone")
    assert portable_base(program, frozen=True) is None
    (tmp_path / MARKER).touch()
    assert portable_base(program, frozen=True) == tmp_path
    assert portable_base(program, frozen=False) is None
    assert portable_base() is None


def test_a_frozen_program_looks_beside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / MARKER).touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "dealzone"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert portable_base() == tmp_path


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("E:\\Apps\\Zone\\class.dealzone", "G:\\Apps\\Zone\\class.dealzone"),
        ("E:\\Lectures\\class.dealzone", "G:\\Lectures\\class.dealzone"),
        ("C:\\Users\\ann\\class.dealzone", "C:\\Users\\ann\\class.dealzone"),
        ("/home/ann/class.dealzone", "/home/ann/class.dealzone"),
    ],
)
def test_a_stick_with_another_letter_keeps_its_files(name: str, found: str) -> None:
    assert moved(name, "E:\\Apps\\Zone", "G:\\Apps\\Zone") == found


def test_a_stick_under_another_name_keeps_its_files() -> None:
    old, now = "/media/ann/STICK/apps/zone", "/media/room7/USB/apps/zone"
    assert moved("/media/ann/STICK/a.dealzone", old, now) == "/media/room7/USB/a.dealzone"
    assert moved(f"{old}/b/c.dealzone", old, now) == f"{now}/b/c.dealzone"
    assert moved("/srv/d.dealzone", old, now) == "/srv/d.dealzone"


def test_what_did_not_move_with_the_folder_is_left_where_it_is(tmp_path: Path) -> None:
    old, now = tmp_path / "old" / "zone", tmp_path / "new" / "zone"
    now.mkdir(parents=True)
    stayed = tmp_path / "old" / "class.dealzone"
    stayed.parent.mkdir()
    stayed.touch()
    assert moved(str(stayed), str(old), str(now)) == str(stayed)
    (now.parent / "class.dealzone").touch()
    assert moved(str(stayed), str(old), str(now)) == str(now.parent / "class.dealzone")


def test_settings_follow_the_folder_and_know_where_it_is(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    settings = following(Settings(), first)
    settings = settings.with_recent(first / "a.dealzone").with_recent(Path("/elsewhere/b.dealzone"))
    settings = settings.changed(last_export_folder=str(first / "pictures"))
    write_settings(places(portable=first).settings_file, settings)
    first.rename(second)
    read, notes = read_settings(places(portable=second).settings_file)
    assert notes == ()
    found = following(read, second)
    assert found.portable_base == str(second)
    assert found.recent_files == (
        str(Path("/elsewhere/b.dealzone").absolute()),
        str(second / "a.dealzone"),
    )
    assert found.last_export_folder == str(second / "pictures")
    assert following(found, second) == found


def test_other_copies_and_installed_programs_change_no_paths() -> None:
    settings = Settings(recent_files=("/a.dealzone",))
    assert following(settings, None) is settings
    assert following(settings, Path("/zone")).recent_files == settings.recent_files


def test_a_place_that_cannot_be_written_is_told_with_what_follows(tmp_path: Path) -> None:
    assert data_trouble(places(portable=tmp_path)) == ""
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "data").write_text("a file", encoding="utf-8")
    assert "Save documents elsewhere" in data_trouble(places(portable=blocked))


def test_a_read_only_stick_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_options: object) -> None:
        raise OSError(errno.EROFS, "read-only file system")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    assert "you may not write there" in data_trouble(places(portable=tmp_path))
