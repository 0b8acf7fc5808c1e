"""Stamps: another content is noticed, another time is not."""

import os
from datetime import datetime
from pathlib import Path

from explorer.files.stamp import file_stamp


def test_the_same_content_has_the_same_stamp(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one", "utf-8")
    stamp = file_stamp(path)
    os.utime(path, (1, 1))
    assert file_stamp(path) == stamp
    path.write_text("two", "utf-8")
    assert file_stamp(path) != stamp


def test_a_stamp_knows_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch()
    os.utime(path, (1_000_000_000, 1_000_000_000))
    stamp = file_stamp(path)
    assert stamp is not None
    assert stamp.is_before(datetime.fromtimestamp(1_000_000_000))  # noqa: DTZ006 - local time
    assert not stamp.is_before(datetime.fromtimestamp(999_999_999))  # noqa: DTZ006 - local time


def test_what_is_no_file_has_no_stamp(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing", tmp_path / ("x" * 5000), tmp_path / "a\0b"):
        assert file_stamp(path) is None
