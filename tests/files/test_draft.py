"""Drafts: nobody sweeps one that is being written, and everybody one that nobody owns."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.files.atomic import write_text
from explorer.files.draft import sweep_drafts
from explorer.files.lock import seize

LEFT = ".dealzone-0123456789abcdef.tmp"

KILLED = """
import os, signal, sys
from pathlib import Path
from explorer.files.atomic import write_text

def die(descriptor):
    os.kill(os.getpid(), signal.SIGKILL)

os.fsync = die
write_text(Path(sys.argv[1]), "new")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that cannot be caught")
def test_the_draft_of_a_killed_program_is_swept(tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED, tmp_path / "a"]
    assert subprocess.run(command, check=False).returncode == -9
    assert len(list(tmp_path.iterdir())) == 1
    sweep_drafts(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_draft_that_is_being_written_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swept: list[int] = []

    def sweep_meanwhile(_: int) -> None:
        sweep_drafts(tmp_path)
        swept.append(len(list(tmp_path.glob("*.tmp"))))

    monkeypatch.setattr(os, "fsync", sweep_meanwhile)
    write_text(tmp_path / "a", "new")
    assert swept == [1]
    assert (tmp_path / "a").read_text("utf-8") == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="no open file can be removed there")
def test_a_draft_that_was_taken_for_a_left_one_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Path] = []

    def take(_: int) -> None:
        if not taken:
            taken.extend(tmp_path.glob("*.tmp"))
            taken[0].unlink()

    monkeypatch.setattr(os, "fsync", take)
    write_text(tmp_path / "a", "new")
    assert taken
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_only_drafts_of_this_program_are_swept(tmp_path: Path) -> None:
    names = {"a.tmp", ".dealzone-1.tmp", f"{LEFT}.bak", "a.dealzone"}
    for name in (*names, LEFT):
        (tmp_path / name).touch()
    (tmp_path / ".dealzone-aaaaaaaaaaaaaaaa.tmp").mkdir()
    sweep_drafts(tmp_path)
    left = {each.name for each in tmp_path.iterdir()}
    assert left == {*names, ".dealzone-aaaaaaaaaaaaaaaa.tmp"}


def test_a_draft_that_somebody_has_locked_stays(tmp_path: Path) -> None:
    lock = seize(tmp_path / LEFT)
    sweep_drafts(tmp_path)
    assert (tmp_path / LEFT).exists()
    lock.release()
    sweep_drafts(tmp_path)
    assert not (tmp_path / LEFT).exists()


def test_a_folder_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    sweep_drafts(tmp_path / "missing")
