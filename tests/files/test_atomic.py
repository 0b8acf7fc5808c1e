"""Atomic writing: the old content or the new one, never less, and nothing left lying about."""

import errno
import os
import re
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from explorer.files.atomic import write_bytes, write_problem, write_text
from explorer.model.errors import FileError

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX system")
FULL = 64 * 1024


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Give a folder, and fail if a temporary file was left in it."""
    yield tmp_path
    assert not list(tmp_path.rglob("*.tmp"))


def refuse(*_: object, **__: object) -> None:
    """Answer as a file system without access rights does."""
    raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))


@contextmanager
def full_disk() -> Generator[None]:
    """Make every file that grows beyond a limit fail, as on a full disk."""
    import resource

    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def test_a_new_file_holds_the_text_and_has_no_backup(folder: Path) -> None:
    path = folder / "a.dealzone"
    write_text(path, "Grüße")
    assert path.read_text("utf-8") == "Grüße"
    assert list(folder.iterdir()) == [path]


def test_a_half_letter_is_written_as_json_escape(folder: Path) -> None:
    write_text(folder / "a", "\ud800")
    assert (folder / "a").read_text("utf-8") == r"\ud800"


def test_the_previous_content_stays_as_backup(folder: Path) -> None:
    path = folder / "a.dealzone"
    for text in ("one", "two", "three"):
        write_text(path, text)
    assert path.read_text("utf-8") == "three"
    assert (folder / "a.dealzone.bak").read_text("utf-8") == "two"


def test_no_backup_is_made_where_none_is_wanted(folder: Path) -> None:
    path = folder / "settings.json"
    write_text(path, "one", keeps_backup=False)
    write_text(path, "two", keeps_backup=False)
    assert list(folder.iterdir()) == [path]


@posix_only
def test_a_link_stays_a_link_and_its_file_is_written(folder: Path) -> None:
    (folder / "far").mkdir()
    target, link = folder / "far" / "a", folder / "link"
    target.write_text("old", "utf-8")
    link.symlink_to(target)
    write_text(link, "new")
    assert link.is_symlink()
    assert target.read_text("utf-8") == "new"
    assert (folder / "far" / "a.bak").read_text("utf-8") == "old"


@posix_only
def test_the_rights_of_a_file_stay(folder: Path) -> None:
    path = folder / "a"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    write_text(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_missing_folder_is_named(folder: Path) -> None:
    with pytest.raises(FileError, match="the folder does not exist"):
        write_text(folder / "missing" / "a", "new")


def test_a_file_in_place_of_a_folder_is_refused(folder: Path) -> None:
    (folder / "file").write_text("old", "utf-8")
    with pytest.raises(FileError, match="cannot be saved"):
        write_text(folder / "file" / "a", "new")


def test_a_folder_in_place_of_a_file_is_refused(folder: Path) -> None:
    with pytest.raises(FileError, match="is a folder"):
        write_text(folder, "new")


def test_a_read_only_file_is_left_alone(folder: Path) -> None:
    path = folder / "a"
    path.write_text("old", "utf-8")
    path.chmod(0o444)
    with pytest.raises(FileError, match="read-only"):
        write_text(path, "new")
    assert path.read_text("utf-8") == "old"
    path.chmod(0o644)


@posix_only
def test_what_is_no_ordinary_file_is_left_alone(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with pytest.raises(FileError, match="not an ordinary file"):
        write_text(folder / "pipe", "new")


def test_a_backup_that_cannot_be_made_stops_the_writing(folder: Path) -> None:
    path = folder / "a"
    path.write_text("old", "utf-8")
    (folder / "a.bak").mkdir()
    with pytest.raises(FileError, match=re.escape(f"{folder / 'a.bak'} is not an ordinary file")):
        write_text(path, "new")
    assert path.read_text("utf-8") == "old"


@posix_only
def test_a_failing_backup_is_named_in_the_message(folder: Path) -> None:
    path = folder / "a"
    path.write_bytes(b"x" * (FULL + 1))
    with full_disk(), pytest.raises(FileError, match=r"a\.bak cannot be saved: the disk is full"):
        write_text(path, "new")
    assert path.stat().st_size == FULL + 1


def test_a_file_that_is_no_document_by_its_size_is_not_read_for_a_backup(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "film.dealzone"
    with path.open("wb") as stream:
        stream.truncate(3 * 1024**3)

    def never(_path: Path) -> bytes:
        raise AssertionError("the file was read")

    monkeypatch.setattr(Path, "read_bytes", never)
    with pytest.raises(FileError, match="3,072 megabytes"):
        write_text(path, "new")
    assert path.stat().st_size == 3 * 1024**3
    path.unlink()


@posix_only
def test_a_refused_change_of_access_rights_is_told_and_blocks_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "a"
    path.write_text("old", "utf-8")
    path.chmod(0o666)
    monkeypatch.setattr(os, "chmod", refuse)
    assert "access rights" in write_text(path, "new")
    assert path.read_text("utf-8") == "new"
    assert (folder / "a.bak").read_text("utf-8") == "old"


@posix_only
def test_where_access_rights_need_no_change_nothing_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "a"
    monkeypatch.setattr(os, "chmod", refuse)
    assert not write_text(path, "old")
    assert not write_text(path, "new")


@posix_only
def test_a_draft_of_a_private_file_is_private_from_its_first_byte(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "a"
    path.write_text("old", "utf-8")
    path.chmod(0o600)
    seen: list[int] = []

    def look(descriptor: int) -> None:
        seen.append(os.fstat(descriptor).st_mode & 0o777)

    monkeypatch.setattr(os, "fsync", look)
    write_text(path, "new")
    assert seen == [0o600, 0o600]


@posix_only
def test_a_name_that_is_too_long_is_refused(folder: Path) -> None:
    with pytest.raises(FileError, match="too long"):
        write_text(folder / ("a" * 300), "new")


def test_a_name_that_cannot_be_is_refused(folder: Path) -> None:
    with pytest.raises(FileError, match="Choose another name"):
        write_text(folder / "a\0b", "new")


@posix_only
def test_a_full_disk_loses_nothing(folder: Path) -> None:
    path = folder / "a"
    path.write_text("old", "utf-8")
    with full_disk(), pytest.raises(FileError, match="disk is full"):
        write_bytes(path, b"x" * (FULL + 1))
    assert path.read_text("utf-8") == "old"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "may not write"),
        (errno.EACCES, "may not write"),
        (errno.EIO, "Choose another name or folder"),
    ],
)
def test_each_reason_comes_with_a_remedy(code: int, words: str) -> None:
    assert words in write_problem(Path("a"), OSError(code, os.strerror(code)))


@pytest.mark.parametrize("letter", ["n", "한"])
def test_the_longest_name_there_is_can_be_saved_twice(tmp_path: Path, letter: str) -> None:
    longest = 255 // len(letter.encode()) if sys.platform not in ("win32", "darwin") else 80
    path = tmp_path / (letter * longest)
    for text in ("one", "two"):
        write_text(path, text)
    assert path.read_text("utf-8") == "two"
    assert sorted(each.read_text("utf-8") for each in tmp_path.iterdir()) == ["one", "two"]
