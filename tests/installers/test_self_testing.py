"""A program counts as sound only if it says so itself, in the last line of its report."""

import sys
from pathlib import Path

import pytest

from installers.report import (
    GOAL_SECONDS,
    first_picture,
    first_picture_of,
    has_failed,
    has_passed,
)
from installers.self_testing import prove
from installers.steps import BuildError

SOUND = "first picture: 0.5 s\nself-test passed\n"


def program(folder: Path, report: str, code: int) -> Path:
    """Make a program that writes a report and ends with a code."""
    made = folder / "program"
    made.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, sys\n"
        f"pathlib.Path(sys.argv[sys.argv.index('--report') + 1]).write_text({report!r})\n"
        f"sys.exit({code})\n",
        encoding="utf-8",
    )
    made.chmod(0o755)
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
@pytest.mark.parametrize(
    ("report", "code", "is_sound"),
    [
        (SOUND, 0, True),
        (SOUND, 1, False),
        ("first picture: 0.5 s\nself-test failed\n", 0, False),
        (SOUND + "and then?\n", 0, False),
        ("", 0, False),
    ],
)
def test_only_a_positive_last_line_and_a_good_end_count(
    tmp_path: Path, report: str, code: int, is_sound: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    made = program(tmp_path, report, code)
    if is_sound:
        prove(made, "offscreen")
        assert "first picture after 0.50 s" in capsys.readouterr().out
        return
    with pytest.raises(BuildError, match="did not pass"):
        prove(made, "offscreen")


def test_a_program_that_is_missing_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="cannot be started"):
        prove(tmp_path / "missing", "offscreen")


def test_the_last_line_counts() -> None:
    assert has_passed(SOUND)
    assert not has_passed("self-test passed\nself-test failed\n")
    assert not has_passed("self-test passed?")
    assert not has_passed("")
    assert has_failed("self-test passed\nself-test failed\n")
    assert not has_failed(SOUND)
    assert not has_failed("")


def test_a_report_must_tell_when_the_first_picture_came() -> None:
    assert first_picture("first picture: 1.25 s\n") == 1.25
    with pytest.raises(BuildError, match="does not tell"):
        first_picture("self-test passed\n")


def test_a_late_picture_is_told_and_stops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    late = GOAL_SECONDS + 1
    assert first_picture_of(lambda: f"first picture: {late} s\nself-test passed\n", "it") == late
    told = capsys.readouterr().out
    assert f"{late:.2f} s" in told
    assert f"goal {GOAL_SECONDS} s" in told


def test_a_self_test_that_fails_stops_the_build_at_once() -> None:
    with pytest.raises(BuildError, match="did not pass"):
        first_picture_of(lambda: "first picture: 0.1 s\nself-test failed\n", "it")
