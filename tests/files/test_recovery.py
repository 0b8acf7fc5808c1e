"""Recovery: what a crash leaves is offered, what lives or ended well is not."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from textwrap import dedent

import pytest

from explorer.files.case_file import bundled_case
from explorer.files.document_text import Document
from explorer.files.recovery import discard, recoverable_sessions, start_session
from explorer.model.errors import FileError
from explorer.model.scenario import default_scenario

SCENARIO = default_scenario(bundled_case())
DOCUMENT = Document(SCENARIO, SCENARIO, SCENARIO, "not saved yet")
NOON = datetime(2025, 10, 24, 12, 0)  # noqa: DTZ001 - what a wall clock shows

CRASH = """
    import os, sys
    from datetime import datetime
    from pathlib import Path
    from explorer.files.case_file import bundled_case
    from explorer.files.document_text import Document
    from explorer.files.recovery import start_session
    from explorer.model.scenario import default_scenario

    scenario = default_scenario(bundled_case())
    session = start_session(Path(sys.argv[1]))
    document = Document(scenario, scenario, scenario, "not saved yet")
    session.autosave(document, Path(sys.argv[2]), datetime.fromisoformat(sys.argv[3]))
    os._exit(3)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sessions"


def crash(folder: Path, when: datetime = NOON) -> None:
    """Let a program of its own start a session, save it, and break off."""
    command = [sys.executable, "-c", dedent(CRASH), folder, folder / "a", when.isoformat()]
    assert subprocess.run(command, check=False).returncode == 3


def test_without_a_folder_there_is_nothing_to_recover(folder: Path) -> None:
    assert recoverable_sessions(folder) == ((), ())


def test_an_autosave_that_stays_does_no_harm(folder: Path) -> None:
    session = start_session(folder)
    # A folder in its place cannot be removed as a file, like one in a folder without rights.
    session._path.mkdir()
    session.forget()
    session.end()
    session._path.rmdir()
    crash(folder)
    (left,), _ = recoverable_sessions(folder)
    left.path.unlink()
    left.path.mkdir()
    discard(left)


def test_a_session_that_broke_off_is_found_with_everything(folder: Path) -> None:
    crash(folder)
    (left,), notes = recoverable_sessions(folder)
    assert left.opened.document == DOCUMENT
    assert left.origin == folder / "a"
    assert left.saved_at == NOON
    assert not notes


def test_a_session_is_offered_until_it_is_discarded(folder: Path) -> None:
    crash(folder)
    (left,), _ = recoverable_sessions(folder)
    (again,), _ = recoverable_sessions(folder)
    assert left.path == again.path
    discard(left)
    discard(left)
    assert recoverable_sessions(folder) == ((), ())
    assert not list(folder.iterdir())


def test_the_newest_session_comes_first(folder: Path) -> None:
    for hour in (9, 11, 10):
        crash(folder, NOON.replace(hour=hour))
    found, _ = recoverable_sessions(folder)
    assert [left.saved_at.hour for left in found] == [11, 10, 9]


def test_two_windows_that_run_are_not_offered_to_each_other(folder: Path) -> None:
    first, second = start_session(folder), start_session(folder)
    first.autosave(DOCUMENT, None, NOON)
    second.autosave(DOCUMENT, None, NOON)
    assert recoverable_sessions(folder) == ((), ())
    first.end()
    second.end()
    assert not list(folder.iterdir())


def test_a_session_that_ended_well_leaves_nothing(folder: Path) -> None:
    session = start_session(folder)
    session.autosave(DOCUMENT, None, NOON)
    session.forget()
    assert not list(folder.glob("*.session"))
    session.autosave(DOCUMENT, None, NOON)
    session.end()
    session.end()
    assert not list(folder.iterdir())


def test_a_session_without_a_file_has_no_origin(folder: Path) -> None:
    crash(folder)
    path = next(folder.glob("*.session"))
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "origin": None}), "utf-8")
    (left,), _ = recoverable_sessions(folder)
    assert left.origin is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"format": "dealzone-session"}', '{"saved_at": "noon"}']
)
def test_an_autosave_that_cannot_be_read_is_set_aside_and_told_of_once(
    folder: Path, text: str
) -> None:
    folder.mkdir()
    (folder / "a.session").write_text(text, "utf-8")
    found, notes = recoverable_sessions(folder)
    assert not found
    assert "a.unreadable" in notes[0]
    assert recoverable_sessions(folder) == ((), ())
    assert (folder / "a.unreadable").read_text("utf-8") == text


def test_a_time_that_is_none_makes_an_autosave_unreadable(folder: Path) -> None:
    crash(folder)
    path = next(folder.glob("*.session"))
    content = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**content, "saved_at": "noon"}), "utf-8")
    assert len(recoverable_sessions(folder)[1]) == 1


def test_an_autosave_that_cannot_be_moved_is_told_of_where_it_is(folder: Path) -> None:
    folder.mkdir()
    (folder / "a.session").write_text("{", "utf-8")
    (folder / "a.unreadable").mkdir()
    (_, (note,)) = recoverable_sessions(folder)
    assert "a.session" in note


@pytest.mark.skipif(sys.platform != "linux", reason="needs a system with a longest path")
def test_a_folder_that_takes_no_file_is_named(folder: Path) -> None:
    while len(str(folder)) < 4085:
        folder /= "d" * min(200, 4085 - len(str(folder)))
    with pytest.raises(FileError, match="too long"):
        start_session(folder)


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("a file", "utf-8")
    with pytest.raises(FileError):
        start_session(tmp_path / "sessions")
