"""The environment is made once, added to, replaced when stale, and its failures explained."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from environment import (
    CAUSES,
    DEVELOPMENT,
    LEVELS,
    PROGRAM,
    Environment,
    SetupError,
    cause,
)


class PretendedPip:
    """Stands for the runs of pip: notes them, and fails with a log where told to."""

    def __init__(self) -> None:
        self.runs: list[list[str]] = []
        self.settings: dict[str, str] = {}
        self.log = ""
        self.fails = ""

    def __call__(
        self, command: list[str], *, env: dict[str, str], **others: object
    ) -> subprocess.CompletedProcess[str]:
        assert others["stdout"] is sys.stderr
        words = command[command.index("--no-input") + 1 :]
        self.runs.append(words)
        self.settings = env
        if "--log" in words:
            Path(words[words.index("--log") + 1]).write_text(self.log, encoding="utf-8")
        return subprocess.CompletedProcess(command, int(words[0] == self.fails))

    @property
    def locks(self) -> list[str]:
        return [Path(words[-1]).name for words in self.runs if words[0] == "install"]


@pytest.fixture
def pip(monkeypatch: pytest.MonkeyPatch) -> Iterator[PretendedPip]:
    pretended = PretendedPip()
    monkeypatch.setattr("environment.subprocess.run", pretended)
    return pretended


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """Return an environment in a folder with letters of another script; making it is quick."""
    root = tmp_path / "수업 checkout"
    for level in LEVELS:
        lock = root / level.lock
        lock.parent.mkdir(parents=True, exist_ok=True)
        lock.write_text(f"{level.name}==1\n", encoding="utf-8")
    made = Environment(root)

    def create(folder: Path, *, with_pip: bool, clear: bool) -> None:
        assert with_pip
        assert clear
        made.python.parent.mkdir(parents=True, exist_ok=True)
        made.python.write_text("")
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        inside = ("Lib",) if sys.platform == "win32" else ("lib", version)
        folder.joinpath(*inside, "site-packages").mkdir(parents=True, exist_ok=True)
        for stamp in folder.glob("holds-*"):
            stamp.unlink()

    monkeypatch.setattr("environment.venv.create", create)
    return made


def test_a_level_is_installed_once(environment: Environment, pip: PretendedPip) -> None:
    environment.prepare(PROGRAM)
    environment.prepare(PROGRAM)
    assert pip.locks == ["start.lock"]


def test_a_lock_is_installed_exactly_and_checked(
    environment: Environment, pip: PretendedPip
) -> None:
    """Resolving would let an older pip take a release that the lock does not name."""
    environment.prepare(PROGRAM)
    install, check = pip.runs
    assert {"--no-deps", "--require-hashes"} <= {*install}
    assert check == ["check"]


def test_a_higher_level_serves_for_a_lower_one(environment: Environment, pip: PretendedPip) -> None:
    environment.prepare(DEVELOPMENT)
    environment.prepare(PROGRAM)
    assert len(pip.locks) == 1


def test_a_higher_level_is_added_to_a_lower_one(
    environment: Environment, pip: PretendedPip
) -> None:
    environment.prepare(PROGRAM)
    environment.prepare(DEVELOPMENT)
    assert pip.locks == ["start.lock", "requirements.lock"]
    assert environment.has(PROGRAM)


def test_a_changed_lock_makes_everything_anew(environment: Environment, pip: PretendedPip) -> None:
    environment.prepare(PROGRAM)
    (environment.root / PROGRAM.lock).write_text("program==2\n", encoding="utf-8")
    assert not environment.has(PROGRAM)
    environment.prepare(PROGRAM)
    assert pip.locks == ["start.lock", "start.lock"]


def test_a_copied_checkout_does_not_trust_its_environment(
    environment: Environment, pip: PretendedPip
) -> None:
    """The programs of an environment name the folder that they were made in."""
    environment.prepare(PROGRAM)
    assert pip.runs
    moved = environment.root.with_name("moved")
    environment.root.rename(moved)
    assert not Environment(moved).has(PROGRAM)


def test_what_failed_is_not_taken_for_done(environment: Environment, pip: PretendedPip) -> None:
    pip.fails = "install"
    with pytest.raises(SetupError):
        environment.prepare(PROGRAM)
    assert not environment.has(PROGRAM)


def test_a_lock_that_is_not_complete_is_told(environment: Environment, pip: PretendedPip) -> None:
    pip.fails = "check"
    with pytest.raises(SetupError, match=r"start\.lock leaves out"):
        environment.prepare(PROGRAM)
    assert not environment.has(PROGRAM)


def test_settings_of_the_users_account_do_not_redirect_pip(
    environment: Environment, pip: PretendedPip, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_USER", "1")
    environment.prepare(PROGRAM)
    assert pip.settings["PIP_USER"] == "0"


def test_the_checkout_can_be_imported_whatever_its_name(
    environment: Environment, pip: PretendedPip
) -> None:
    """Python before 3.13 reads the file in the system's own encoding, so it is plain ASCII."""
    environment.prepare(PROGRAM)
    assert pip.runs
    (path_file,) = environment.folder.rglob("*.pth")
    line = path_file.read_text(encoding="ascii").strip()
    assert Path(os.path.normpath(path_file.parent / line)) == environment.root


@pytest.mark.parametrize("signs", [*CAUSES], ids=lambda each: each[0])
def test_each_known_cause_is_told_in_plain_words(
    environment: Environment, pip: PretendedPip, signs: tuple[str, ...]
) -> None:
    pip.fails = "install"
    pip.log = f"ERROR: something\n{signs[-1]} and more\n"
    with pytest.raises(SetupError) as told:
        environment.prepare(PROGRAM)
    assert CAUSES[signs] in str(told.value)


def test_a_lock_that_pip_refuses_is_not_blamed_on_the_network() -> None:
    log = (
        "ERROR: In --require-hashes mode, all requirements must have their versions pinned with ==."
        " These do not:\n    coverage[toml]>=7.10.6 from ... (from pytest-cov==7.1.0)"
    )
    assert "network" not in cause(log)
    assert "fault of Deal Zone Explorer" in cause(log)


def test_a_network_that_is_down_is_not_blamed_on_the_index() -> None:
    log = (
        "WARNING: Retrying after connection broken by 'NewConnectionError'\n"
        "ERROR: Could not find a version that satisfies the requirement numpy==2.4.6\n"
        "ERROR: No matching distribution found for numpy==2.4.6\n"
    )
    assert "could not be reached" in cause(log)


def test_an_unknown_cause_is_not_guessed() -> None:
    assert cause("ERROR: something never seen") == ""
