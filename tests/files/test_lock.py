"""Locks: one holder at a time, and free again when released."""

from pathlib import Path

import pytest

from explorer.files.lock import seize


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
