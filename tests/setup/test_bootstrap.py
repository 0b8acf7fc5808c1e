"""The commands of the set-up: what they install, what they answer, what they refuse."""

import pytest

import bootstrap
from environment import DEVELOPMENT, PROGRAM, Environment, Level, SetupError
from explorer.__main__ import main as dealzone


class Made:
    """Notes what was prepared and run."""

    def __init__(self) -> None:
        self.levels: list[Level] = []
        self.groups: list[set[str]] = []
        self.commands: list[list[str]] = []


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """Pretend an empty checkout, in which nothing is really installed or run."""
    made = Made()

    def call(command: list[str], **_more: object) -> int:
        made.commands.append(command)
        return 0

    monkeypatch.setattr(Environment, "has", lambda _self, _level: False)
    monkeypatch.setattr(Environment, "prepare", lambda _self, level: made.levels.append(level))
    monkeypatch.setattr(bootstrap, "install_missing", made.groups.append)
    monkeypatch.setattr(bootstrap, "call", call)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return made


def test_starting_installs_what_the_program_needs_and_nothing_else(made: Made) -> None:
    assert bootstrap.main(["start", "solve"]) == 0
    assert made.levels == [PROGRAM]
    assert made.commands[0][1:] == ["-m", "explorer", "solve"]


@pytest.mark.parametrize("command", ["test", "build"])
def test_developers_commands_install_everything(command: str, made: Made) -> None:
    assert bootstrap.main([command, "word"]) == 0
    assert made.levels == [DEVELOPMENT]


def test_a_level_can_be_prepared_by_name(made: Made) -> None:
    assert bootstrap.main(["prepare", "program"]) == 0
    assert made.levels == [PROGRAM]


def test_an_unknown_level_is_refused_before_anything_is_done(
    made: Made, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.main(["prepare", "everything"]) == 1
    assert "program, development" in capsys.readouterr().err
    assert not made.levels
    assert not made.groups


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["solve", "--help"], ["--version"]])
def test_help_and_version_install_nothing(
    words: list[str], made: Made, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.main(["start", *words]) == 0
    assert capsys.readouterr().out
    assert not made.levels
    assert not made.groups


def test_the_version_is_the_one_that_the_program_prints(
    made: Made, capsys: pytest.CaptureFixture[str]
) -> None:
    bootstrap.main(["start", "--version"])
    assert not made.commands
    before = capsys.readouterr().out
    assert dealzone(["--version"]) == 0
    assert capsys.readouterr().out == before


def test_the_help_is_the_one_that_the_program_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``dealzone --help >packaging/help.txt`` with 80 columns refreshes it."""
    monkeypatch.setenv("COLUMNS", "80")
    assert dealzone(["--help"]) == 0
    assert bootstrap.HELP.read_text(encoding="utf-8").split() == capsys.readouterr().out.split()


def test_a_screen_brings_its_libraries(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    bootstrap.main(["start"])
    assert made.groups == [{"qt", "wayland"}]


def test_an_old_python_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 10, 9))
    with pytest.raises(SetupError, match=r"needs Python 3\.11 or newer; this is 3\.10"):
        bootstrap.check_python()


def test_a_new_python_is_tried_and_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 99, 0))
    bootstrap.check_python()
    assert "3.99 is newer than 3.15" in capsys.readouterr().err
