"""Folders and archives that are shipped come out equal, whatever made them."""

import os
import shutil
import sys
import tarfile
from pathlib import Path

import pytest

from installers.product import SOURCE_DATE
from installers.steps import BuildError
from installers.tree import contents, demand_equal, settle, sha256, write_archive

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs modes and links")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a program, a text, a link and an empty folder."""
    made = tmp_path / "made"
    (made / "inner").mkdir(parents=True)
    (made / "run").write_bytes(b"program")
    (made / "inner/text").write_bytes(b"text")
    (made / "link").symlink_to("inner/text")
    (made / "inner/empty").mkdir(mode=0o700)
    return made


def test_settling_gives_all_the_same_time_and_known_modes(folder: Path) -> None:
    settle(folder, frozenset({"run"}))
    every = [folder, *folder.rglob("*")]
    assert {path.lstat().st_mtime for path in every} == {SOURCE_DATE}
    modes = {path.name: path.stat().st_mode & 0o777 for path in every if not path.is_symlink()}
    assert modes == {"made": 0o755, "run": 0o755, "inner": 0o755, "text": 0o644, "empty": 0o755}


def test_contents_are_digests_folders_and_links(folder: Path) -> None:
    found = contents(folder)
    assert found["link"] == "link to inner/text"
    assert found["inner"] == found["inner/empty"] == "folder"
    assert found["run"] == sha256(folder / "run")


def test_copies_are_equal(folder: Path, tmp_path: Path) -> None:
    demand_equal(folder, shutil.copytree(folder, tmp_path / "copy", symlinks=True))


@pytest.mark.parametrize("change", ["content", "name", "link"])
def test_any_difference_is_found(folder: Path, tmp_path: Path, change: str) -> None:
    other = shutil.copytree(folder, tmp_path / "copy", symlinks=True)
    if change == "content":
        (other / "inner/text").write_bytes(b"Text")
    elif change == "name":
        (other / "one more").touch()
    else:
        (other / "link").unlink()
        (other / "link").symlink_to("run")
    with pytest.raises(BuildError, match="Two builds differ"):
        demand_equal(folder, other)


@pytest.mark.skipif(not shutil.which("xz"), reason="needs xz")
def test_an_archive_is_the_same_whoever_packs_and_whenever(folder: Path, tmp_path: Path) -> None:
    settle(folder, frozenset({"run"}))
    write_archive(folder, tmp_path / "one.tar.xz")
    os.utime(folder / "run", (SOURCE_DATE, SOURCE_DATE))
    again = shutil.copytree(folder, tmp_path / "elsewhere/made", symlinks=True)
    settle(again, frozenset({"run"}))
    write_archive(again, tmp_path / "two.tar.xz")
    assert sha256(tmp_path / "one.tar.xz") == sha256(tmp_path / "two.tar.xz")
    with tarfile.open(tmp_path / "one.tar.xz") as packed:
        assert [member.name for member in packed] == [
            "made", "made/inner", "made/inner/empty", "made/inner/text", "made/link", "made/run",
        ]  # fmt: skip
        assert {(member.uid, member.uname, member.mtime) for member in packed} == {
            (0, "root", SOURCE_DATE)
        }
    assert not (tmp_path / "one.tar").exists()
