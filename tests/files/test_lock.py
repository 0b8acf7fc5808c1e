"""Locks: one holder at a time, and free again when released."""

import sys
from pathlib import Path

import pytest

from explorer.files.lock import remove_unowned, seize


def test_a_lock_has_one_holder_until_it_is_released(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    lock = seize(path)
    with pytest.raises(OSError, match=r"\["):
        seize(path)
    lock.release()
    lock.release()
    seize(path).release()


def test_a_lock_needs_a_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        seize(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="no open file can be removed there")
def test_a_lock_knows_whether_its_file_is_still_the_one_of_that_name(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    lock = seize(path)
    assert lock.is_on(path)
    path.unlink()
    assert not lock.is_on(path)
    path.touch()
    assert not lock.is_on(path)
    lock.release()
    assert not lock.is_on(path)


def test_only_an_ordinary_file_that_nobody_has_locked_is_removed(tmp_path: Path) -> None:
    for name in ("free", "held"):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    lock = seize(tmp_path / "held")
    for name in ("free", "held", "folder", "missing"):
        remove_unowned(tmp_path / name)
    assert {each.name for each in tmp_path.iterdir()} == {"held", "folder"}
    lock.release()


def test_no_file_is_made_where_none_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        seize(tmp_path / "a.lock", makes_file=False)
    assert not list(tmp_path.iterdir())
