"""Stamps: another content is noticed, another time is not."""

import os
from pathlib import Path

from explorer.files.stamp import Stamp, file_stamp


def test_the_same_content_has_the_same_stamp(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one", "utf-8")
    stamp = file_stamp(path)
    os.utime(path, (1, 1))
    assert file_stamp(path) == stamp
    path.write_text("two", "utf-8")
    assert file_stamp(path) != stamp


def test_of_a_huge_file_only_the_beginning_is_read(tmp_path: Path) -> None:
    stamps: list[Stamp | None] = []
    for size in (3 * 1024**3, 4 * 1024**3):
        with (tmp_path / "a").open("wb") as stream:
            stream.truncate(size)
        stamps.append(file_stamp(tmp_path / "a"))
    assert stamps[0] == stamps[1] is not None


def test_what_is_no_file_has_no_stamp(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing", tmp_path / ("x" * 5000), tmp_path / "a\0b"):
        assert file_stamp(path) is None
