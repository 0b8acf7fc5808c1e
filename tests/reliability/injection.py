"""Injection trial: every system call of one save fails in turn, or is the last one of a process.

Whatever fails, the file holds the old content or the new one, whole; a save that says it was
done was done; what went wrong is an error for the user and no other; and nothing is left behind
that is not swept at the next start.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from explorer.files.case_file import bundled_case
from explorer.files.document import read_document, write_document
from explorer.files.document_text import Document
from explorer.files.draft import sweep_drafts
from explorer.files.recovery import Session, recoverable_sessions, start_session
from explorer.files.settings import Settings, read_settings, update_settings, write_settings
from explorer.model.errors import FileError
from explorer.model.scenario import preset_scenario
from tests.reliability.child import ROOT
from tests.reliability.system_calls import (
    ERRORS,
    Calls,
    cut_short,
    intercepted,
    killed,
    refused,
)

MOST_CALLS = 300
"""More system calls than any save needs; a trial that counts on is one that never ends."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something that is saved: how the old content comes about, how the new one is saved.

    ``state`` reads back what is there and returns "old", "new" or what else it is.
    """

    name: str
    prepare: Callable[[Path], object]
    save: Callable[[Path, object], None]
    state: Callable[[Path], str]


def run(*, seed: int, long: bool) -> list[str]:
    """Make every system call of a save fail; return the figures.

    Parameters
    ----------
    seed
        Decides which error comes at which call of the short trial.
    long
        Whether every error comes at every call.

    Raises
    ------
    AssertionError
        If anything but the old or the new content is found.
    """
    with _no_waiting():
        figures = [line for target in TARGETS for line in _fail_each(target, seed, long=long)]
    if sys.platform != "win32":
        figures += [f"{name}: {count} kills" for name, count in _kills().items()]
    return figures


def _fail_each(target: Target, seed: int, *, long: bool) -> list[str]:
    """Let each call of a save fail, once and from then on; return the figures."""
    chance = random.Random(seed)
    calls = _count(target)
    faults = [
        (at, code, lasts)
        for at in range(len(calls))
        for code in (ERRORS if long else (chance.choice(ERRORS),))
        for lasts in (False, True)
    ]
    for at, code, lasts in faults:
        how = f"{os.strerror(code)} {'from then on' if lasts else 'once'}"
        _try(
            target,
            Calls(refused(code), at, lasts),
            f"{target.name}, call {at} ({calls[at]}): {how}",
        )
    writes = [at for at, name in enumerate(calls) if name == "write"]
    for at in writes:
        _try(target, Calls(cut_short, at), f"{target.name}, call {at} (write) cut short")
    counts = f"{len(calls)} system calls, {len(faults)} errors, {len(writes)} short writes"
    return [f"{target.name}: {counts}: always the old or the new content"]


def _no_waiting() -> AbstractContextManager[object]:
    """Let nobody wait for the disk: it matters when the power fails, and that is not tried."""
    return patch.object(os, "fsync")


def _count(target: Target) -> list[str]:
    """Return the calls of a save to which nothing happens."""
    calls = Calls(cut_short)
    assert _try(target, calls, target.name) == "new"
    return calls.names


def _try(target: Target, calls: Calls, words: str) -> str:
    """Save once with something happening to one call; return what is there afterwards."""
    with tempfile.TemporaryDirectory(prefix="dealzone-injection-") as name:
        folder = Path(name)
        prepared = target.prepare(folder)
        is_done, problem = True, ""
        try:
            with intercepted(calls):
                target.save(folder, prepared)
        except FileError as error:
            is_done, problem = False, str(error)
        except Exception as error:
            raise AssertionError(f"{words}: raised {error!r}") from error
        assert is_done or problem, f"{words}: failed without a word"
        state = _state(target, folder, words)
        _demand_whole(folder, state, words)
        assert state == "new" or not is_done, f"{words}: said to be saved, and is not"
        return state


def _state(target: Target, folder: Path, words: str) -> str:
    try:
        return target.state(folder)
    except FileError as error:
        raise AssertionError(f"{words}: {error}") from error


def _demand_whole(folder: Path, state: str, words: str) -> None:
    assert state in ("old", "new"), f"{words}: there is {state}"
    sweep_drafts(folder)
    left = [*folder.rglob("*.tmp")]
    assert not left, f"{words}: left {left}"


def _kills() -> dict[str, int]:
    """Kill a process before each system call of each save; return how many kills there were."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.reliability.injection"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def _kill_each(target: Target) -> int:
    """Kill a process before each call in turn until one comes to its end."""
    for at in range(MOST_CALLS):
        with tempfile.TemporaryDirectory(prefix="dealzone-injection-") as name:
            folder, words = Path(name), f"{target.name}, killed at call {at}"
            child = os.fork()
            if not child:
                prepared = target.prepare(folder)
                with intercepted(Calls(killed, at)):
                    target.save(folder, prepared)
                os._exit(0)
            _, status = os.waitpid(child, 0)
            state = _state(target, folder, words)
            if not os.WIFSIGNALED(status):
                assert os.WEXITSTATUS(status) == 0, words
                assert state == "new", f"{words}: there is {state}"
                return at
            assert os.WTERMSIG(status) == signal.SIGKILL, words
            _demand_whole(folder, state, words)
    raise AssertionError(f"{target.name}: over {MOST_CALLS} system calls")


_START = preset_scenario(bundled_case(), bundled_case().default_preset)
_OLD = Document(_START, _START, _START, "old")
_NEW = Document(_START.with_value("russia_alignment", 12), _START, _START, "new")
_KNOWN = Settings(theme="dark")
_THEIRS = Settings(theme="dark", language="ko")
_MOMENT = datetime(2025, 10, 24, tzinfo=UTC)


def _document_state(folder: Path) -> str:
    opened = read_document(folder / "a.dealzone")
    backup = folder / "a.dealzone.bak"
    if backup.exists() and read_document(backup).document != _OLD:
        return "a broken backup"
    known = {"old": _OLD, "new": _NEW}
    return next((name for name, each in known.items() if opened.document == each), "neither")


def _prepare_session(folder: Path) -> Session:
    session = start_session(folder)
    session.autosave(_OLD, None, _MOMENT)
    return session


def _save_session(_folder: Path, session: object) -> None:
    assert isinstance(session, Session)
    try:
        session.autosave(_NEW, None, _MOMENT)
    finally:
        # As the end of the process does it; else the session would count as one that runs.
        session._lock.release()


def _session_state(folder: Path) -> str:
    left, notes = recoverable_sessions(folder)
    if notes or len(left) != 1:
        return f"{len(left)} autosaves and {notes}"
    known = {"old": _OLD, "new": _NEW}
    found = left[0].opened.document
    return next((name for name, each in known.items() if found == each), "neither")


def _save_settings(folder: Path, _: object) -> None:
    update_settings(folder / "settings.json", _KNOWN, _KNOWN.changed(text_scale=2))


def _settings_state(folder: Path) -> str:
    found, notes = read_settings(folder / "settings.json")
    if notes:
        return str(notes)
    if found == _THEIRS:
        return "old"
    # Where theirs could not be read, what this window knows is written.
    is_new = found in (_THEIRS.changed(text_scale=2), _KNOWN.changed(text_scale=2))
    return "new" if is_new else str(found)


TARGETS = (
    Target(
        "document",
        lambda folder: write_document(folder / "a.dealzone", _OLD),
        lambda folder, _: _discard(write_document(folder / "a.dealzone", _NEW)),
        _document_state,
    ),
    Target("autosave", _prepare_session, _save_session, _session_state),
    Target(
        "settings",
        lambda folder: write_settings(folder / "settings.json", _THEIRS),
        _save_settings,
        _settings_state,
    ),
)


def _discard(_: str) -> None:
    """Ignore what the user would be told."""


if __name__ == "__main__":
    with _no_waiting():
        sys.stdout.write(json.dumps({target.name: _kill_each(target) for target in TARGETS}))
