"""Ctrl+C ends every command at once and without a word; long ones say how far they are."""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.unmeasured import unmeasured_environment

ROOT = Path(__file__).parents[2]
COMMANDS = {
    "solve": ("solve", "october-2025-declared", "--openings"),
    "split": ("split", "period-1994-2000", "october-2025"),
    "history": ("history",),
    "sure": ("sure", "--sets", "300"),
    "breaking": ("breaking", "--zone"),
    "rule": ("sure", "--show", "rule", "--row", "phased-step"),
    "picture": ("picture", "--view", "two-factor", "-o", "board.png"),
    "self-test": ("self-test", "--report", "report.txt", "--data-folder", "data"),
}

# The program itself, with a signal to itself after so many calls of functions of Python or C:
# that is a moment of the work and not of the clock, so that it is the same on every machine.
PROGRAM = """
import os, signal, sys
calls, last = 0, int(sys.argv.pop(1))
def count(frame, event, argument):
    global calls
    calls += 1
    if calls == last:
        os.kill(os.getpid(), signal.SIGINT)
from explorer.__main__ import main
def begin(frame, event, argument):
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        sys.setprofile(count)
sys.setprofile(begin)
code = main()
sys.setprofile(None)
print(calls, file=sys.stderr)
sys.exit(code)
"""

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Ctrl-C comes to a whole console there"
)


def run(words: Sequence[str], folder: Path, calls: int) -> subprocess.CompletedProcess[str]:
    """Run a command that gets Ctrl+C at a call of a function; at none where it is 0."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(calls), *words],
        cwd=folder,
        env={
            **unmeasured_environment(),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def complaints(text: str) -> list[str]:
    """Return the lines that tell anything but how far a command is."""
    told = re.compile(r"[\d,]+ of [\d,]+ (samples|assumption sets)|at work")
    return [line for line in text.splitlines() if not told.fullmatch(line)]


@pytest.mark.parametrize("name", COMMANDS)
def test_ctrl_c_at_any_moment_is_silent_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    whole = run(COMMANDS[name], tmp_path, 0)
    assert whole.returncode in (0, 1), whole.stderr
    total = int(whole.stderr.splitlines()[-1])
    for left in tmp_path.iterdir():
        if left.is_file():
            left.unlink()
    # At the start, where modules are imported, and all along the way; not near the end, because
    # a self-test paints as often as the system asks for it.
    moments = [10, *(round(total * share) for share in (0.1, 0.3, 0.5, 0.7))]
    for moment in moments:
        ran = run(COMMANDS[name], tmp_path, moment)
        assert (ran.returncode, complaints(ran.stderr)) == (130, []), (moment, total)
        assert not list(tmp_path.rglob(".dealzone-*"))
        assert not list(tmp_path.rglob("self-test-*"))
