"""Steps of a build run with a limit, and say what went wrong."""

import sys
from collections.abc import Sequence
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from installers import __main__ as door
from installers import steps
from installers.steps import BuildError, demand, install_debian_packages, run, step

PYTHON = sys.executable


def test_a_step_is_announced_with_the_time(capsys: pytest.CaptureFixture[str]) -> None:
    step("packing")
    assert capsys.readouterr().out.endswith("s] packing\n")


def test_what_is_as_it_must_be_goes_on() -> None:
    demand(True, "never said")


def test_what_is_not_stops_the_build() -> None:
    with pytest.raises(BuildError, match="the reason"):
        demand(False, "the reason")


def test_a_program_runs_in_its_folder_with_what_is_added(tmp_path: Path) -> None:
    code = "import os; print(os.getcwd(), os.environ['ADDED'])"
    done = run([PYTHON, "-c", code], folder=tmp_path, more={"ADDED": "yes"})
    assert done.stdout.split() == [str(tmp_path.resolve()), "yes"]


def test_a_program_has_no_input() -> None:
    assert run([PYTHON, "-c", "print(repr(input.__self__ and __import__('sys').stdin.read()))"])


def test_another_exit_code_stops_the_build_and_shows_what_was_said() -> None:
    code = "import sys; print('last words', file=sys.stderr); sys.exit(3)"
    with pytest.raises(BuildError, match=r"ended with 3:\nlast words"):
        run([PYTHON, "-c", code])


def test_an_expected_exit_code_does_not() -> None:
    assert run([PYTHON, "-c", "raise SystemExit(3)"], expected=3).returncode == 3
    assert run([PYTHON, "-c", "raise SystemExit(4)"], expected=None).returncode == 4


def test_an_expected_failure_that_succeeds_stops_the_build() -> None:
    with pytest.raises(BuildError, match="ended with 0"):
        run([PYTHON, "-c", ""], expected=3)


def test_a_program_that_hangs_is_ended() -> None:
    code = "print('so far', flush=True); import threading; threading.Event().wait()"
    with pytest.raises(BuildError, match=r"took over 1 s; so far:\nso far"):
        run([PYTHON, "-c", code], limit=1)


def test_a_program_that_is_not_there_is_named() -> None:
    with pytest.raises(BuildError, match="no-such-program cannot be started"):
        run(["no-such-program"])


def test_only_missing_packages_are_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def answered(command: Sequence[str], **_options: object) -> CompletedProcess[str]:
        asked.append(list(command))
        return CompletedProcess(
            [], 0, "there install ok installed\ngone unknown ok not-installed\n"
        )

    monkeypatch.setattr(steps, "run", answered)
    monkeypatch.setattr(sys, "platform", "linux")
    install_debian_packages("there")
    assert len(asked) == 1
    install_debian_packages("there", "gone", "new")
    assert asked[-1][-2:] == ["gone", "new"]
    assert "there" not in asked[-1]


def test_debian_packages_elsewhere_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(BuildError, match="needs Debian"):
        install_debian_packages("xz-utils")


def test_the_door_tells_problems_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(door.COMMANDS, "bundle", ("installers.bundle", "freeze"))
    assert door.main(["bundle", "too", "much"]) == 1
    assert capsys.readouterr().err.strip() == "bundle takes no further words."


@pytest.mark.parametrize("name", door.COMMANDS)
def test_every_command_has_a_module_that_carries_it_out(name: str) -> None:
    module = door.COMMANDS[name][0].replace(".", "/")
    source = Path(door.__file__).parents[1] / f"{module}.py"
    assert "\ndef main(words: Sequence[str]) -> None:\n" in source.read_text(encoding="utf-8")
