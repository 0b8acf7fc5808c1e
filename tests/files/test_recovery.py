"""Recovery: what a crash leaves is offered, what lives or ended well is not."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from textwrap import dedent

import pytest

from explorer.files import recovery
from explorer.files.case_file import bundled_case
from explorer.files.document_text import Document
from explorer.files.lock import Lock, seize
from explorer.files.recovery import (
    discard,
    recoverable_sessions,
    start_session,
    sweep_sessions,
)
from explorer.files.stamp import Stamp
from explorer.model.errors import FileError
from explorer.model.scenario import default_scenario

SCENARIO = default_scenario(bundled_case())
DOCUMENT = Document(SCENARIO, SCENARIO, SCENARIO, "not saved yet")
NOON = datetime(2025, 10, 24, 12, 0, tzinfo=UTC)
STAMP = Stamp("a5" * 32)

CRASH = """
    import os, sys
    from datetime import UTC, datetime, timedelta, timezone
    from pathlib import Path
    from explorer.files.case_file import bundled_case
    from explorer.files.document_text import Document
    from explorer.files.recovery import start_session
    from explorer.files.stamp import Stamp
    from explorer.model.scenario import default_scenario

    scenario = default_scenario(bundled_case())
    session = start_session(Path(sys.argv[1]))
    document = Document(scenario, scenario, scenario, "not saved yet")
    moment = datetime.fromisoformat(sys.argv[3])
    session.autosave(document, Path(sys.argv[2]), moment, Stamp("a5" * 32))
    os._exit(3)
"""


@pytest.fixture(autouse=True)
def usual_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Bring the time zone back after a test."""
    yield
    monkeypatch.undo()
    if sys.platform != "win32":
        time.tzset()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sessions"


def content(path: Path) -> dict[str, object]:
    return json.loads(path.read_text("utf-8"))


def crash(folder: Path, when: datetime = NOON) -> None:
    """Let a program of its own start a session, save it, and break off."""
    command = [sys.executable, "-c", dedent(CRASH), folder, folder / "a", when.isoformat()]
    assert subprocess.run(command, check=False).returncode == 3


def use_zone(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set this process's time zone, where the system lets a process have its own."""
    if sys.platform != "win32":
        monkeypatch.setenv("TZ", zone)
        time.tzset()


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
    assert left.stamp == STAMP
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
    path.write_text(json.dumps({**content(path), "saved_at": "noon"}), "utf-8")
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


def test_times_are_written_in_utc_and_read_the_same_in_every_zone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start_session(folder)
    seoul = timezone(timedelta(hours=9))
    session.autosave(DOCUMENT, None, NOON.astimezone(seoul))
    session._lock.release()
    (path,) = folder.glob("*.session")
    assert content(path)["saved_at"] == "2025-10-24T12:00:00+00:00"
    for zone in ("Asia/Seoul", "America/New_York", "UTC"):
        use_zone(zone, monkeypatch)
        (left,), _ = recoverable_sessions(folder)
        assert left.saved_at == NOON


def test_an_autosave_of_an_older_version_is_opened_in_local_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash(folder)
    (path,) = folder.glob("*.session")
    old = {**content(path), "saved_at": "2025-10-24T21:00:00"}
    del old["origin_digest"]
    path.write_text(json.dumps(old), "utf-8")
    use_zone("Asia/Seoul", monkeypatch)
    (left,), _ = recoverable_sessions(folder)
    assert left.opened.document == DOCUMENT
    assert left.stamp is None
    assert sys.platform == "win32" or left.saved_at == NOON


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59"])
def test_a_time_that_not_every_zone_can_show_makes_an_autosave_unreadable(
    folder: Path, moment: str
) -> None:
    crash(folder)
    (path,) = folder.glob("*.session")
    path.write_text(json.dumps({**content(path), "saved_at": moment}), "utf-8")
    assert len(recoverable_sessions(folder)[1]) == 1


def test_locks_and_drafts_of_killed_programs_are_swept_and_nothing_else(folder: Path) -> None:
    crash(folder)
    alive = start_session(folder)
    keeping = start_session(folder)
    keeping.autosave(DOCUMENT, None, NOON)
    before = sorted(folder.iterdir())
    for name in ("dead.lock", ".dealzone-0123456789abcdef.tmp"):
        (folder / name).touch()
    sweep_sessions(folder)
    assert sorted(folder.iterdir()) == before
    assert len(recoverable_sessions(folder)[0]) == 1
    alive.end()
    keeping.end()


def test_a_session_whose_lock_was_swept_away_at_once_takes_another(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Path] = []

    def seize_late(path: Path) -> Lock:
        lock = seize(path)
        if not taken:
            taken.append(path)
            path.unlink()
        return lock

    monkeypatch.setattr(recovery, "seize", seize_late)
    session = start_session(folder)
    session.autosave(DOCUMENT, None, NOON)
    monkeypatch.undo()
    sweep_sessions(folder)
    assert recoverable_sessions(folder) == ((), ())
    session.end()
    assert not list(folder.iterdir())


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("a file", "utf-8")
    with pytest.raises(FileError):
        start_session(tmp_path / "sessions")
