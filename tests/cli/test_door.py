"""Laws of the program's door: exit codes, closed pipes, narrow encodings, and no Qt."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import pytest

from explorer.cli.commands import WAYS
from explorer.cli.main import COMMANDS, run
from explorer.files.resources import resource
from explorer.model.errors import FileError
from explorer.views.options import PictureOptions, WindowOptions
from tests.cli.conftest import Dealzone

ROOT = Path(__file__).parents[2]

# A program with the command line and nothing else; it tells which modules it needed.
PROGRAM = """
import sys
from explorer.cli.main import run

def refuse(options):
    raise AssertionError(options)

code = run(sys.argv[1:], open_window=refuse, draw=refuse)
qt = [name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "pyqtgraph"))]
print("Qt:", qt, file=sys.stderr)
sys.exit(code)
"""

# The program itself, for one command after the other; it tells how each ended and what came along.
DOOR = """
import json, sys
from explorer.__main__ import main
for words in json.loads(sys.argv[1]):
    code = main(words)
    qt = [name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "pyqtgraph"))]
    print(json.dumps([words, code, qt]), file=sys.stderr)
"""

CASE_FILE = str(resource("cases", "korea.json"))

# A command line for each way of printing, with as little to compute as can be.
EVERY_OUTPUT: tuple[tuple[str, ...], ...] = (
    ("--help",),
    ("--version",),
    *((command, "--help") for command in COMMANDS),
    ("solve",),
    ("solve", "--json"),
    ("compare", "october-2025", "hanoi-2019"),
    ("compare", "october-2025", "hanoi-2019", "--json"),
    ("compare", "october-2025", "hanoi-2019", "-o", "page.png"),
    ("list", "presets"),
    ("list", "presets", "--json"),
    ("check", CASE_FILE),
    ("check", CASE_FILE, "--json"),
    ("picture", "-o", "board.png"),
    ("split",),
    ("split", "--json"),
    ("handbook",),
    ("handbook", "--json"),
    ("handbook", "--find", "zone"),
    ("others",),
    ("others", "--json"),
    ("history", "2019"),
    ("history", "2019", "--json"),
    ("sure", "--sets", "10"),
    ("sure", "--sets", "10", "--json"),
    ("bold", "--sets", "10"),
    ("bold", "--sets", "10", "--json"),
    ("breaking",),
    ("breaking", "--json"),
    ("outlook",),
    ("outlook", "--json"),
    ("case-changes",),
    ("case-changes", "--json"),
)


def told_by(
    commands: list[list[str]], *, encoding: str = "utf-8"
) -> subprocess.CompletedProcess[bytes]:
    """Run commands in one process; each tells on standard error how it ended."""
    return subprocess.run(
        [sys.executable, "-c", DOOR, json.dumps(commands)],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_solving_listing_and_checking_never_import_qt() -> None:
    commands = [
        ["--version"],
        ["--help"],
        ["solve"],
        ["solve", "--json"],
        ["solve", "october-2025-declared", "--set", "us_max_status=2"],
        ["list", "controls"],
        ["check", "resources/cases/korea.json"],
    ]
    # One process for all: whatever one of them brings is still there after it.
    ran = told_by(commands)
    assert ran.returncode == 0, ran.stderr
    told = [json.loads(line) for line in ran.stderr.splitlines()]
    assert told == [[words, 0, []] for words in commands]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "utf-8"])
def test_no_terminal_is_too_narrow_for_the_signs_used(encoding: str) -> None:
    commands = [["solve", "october-2025-declared"], ["list", "controls"]]
    ran = told_by(commands, encoding=encoding)
    assert [json.loads(line)[1] for line in ran.stderr.splitlines()] == [0, 0]
    assert "?" not in ran.stdout.decode(encoding)


@pytest.mark.parametrize(
    "words",
    [("list", "controls"), ("check", "resources/cases/korea.json")],
    ids=["who left in the middle", "who left before all was sent"],
)
def test_a_reader_who_leaves_is_no_problem(words: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words],
        cwd=ROOT,
        # Only what waits in a buffer can be left over when the reader goes.
        env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read().splitlines() == [b"Qt: []"]
    assert program.returncode == 0


@contextmanager
def output_into(stream: TextIO, monkeypatch: pytest.MonkeyPatch) -> Generator[None]:
    """Send the standard output into a stream."""
    with stream, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        yield


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
@pytest.mark.parametrize("words", EVERY_OUTPUT, ids=" ".join)
def test_an_output_that_cannot_be_written_is_told(
    dealzone: Dealzone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    with output_into(Path("/dev/full").open("w", encoding="utf-8"), monkeypatch):
        ran = dealzone(*words)
    assert ran.code == 2
    assert "cannot be written" in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
@pytest.mark.parametrize("words", EVERY_OUTPUT, ids=" ".join)
def test_an_output_that_nobody_reads_ends_the_command_quietly(
    dealzone: Dealzone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    reader, writer = os.pipe()
    os.close(reader)
    with output_into(os.fdopen(writer, "w", encoding="utf-8"), monkeypatch):
        ran = dealzone(*words)
    assert (ran.code, ran.err) == (0, "")


def test_every_command_has_its_way() -> None:
    assert sorted(WAYS) == sorted(COMMANDS)


def test_every_command_is_tried_with_an_output_that_fails() -> None:
    assert {words[0] for words in EVERY_OUTPUT} >= set(COMMANDS)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
def test_a_full_disk_is_told_by_the_process_as_well() -> None:
    with Path("/dev/full").open("wb") as full:
        for words in (("solve",), ("--help",)):
            ran = subprocess.run(
                [sys.executable, "-c", PROGRAM, *words],
                cwd=ROOT,
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
                timeout=60,
            )
            assert ran.returncode == 2
            assert b"cannot be written" in ran.stderr
            assert b"Traceback" not in ran.stderr


def test_without_any_terminal_nothing_breaks(
    dealzone: Dealzone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    for words, code in ((("solve",), 0), (("solve", "nothing"), 2)):
        assert dealzone(*words).code == code


def test_a_closed_error_stream_does_not_change_the_exit_code(
    dealzone: Dealzone, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Closed(io.StringIO):
        def write(self, text: str, /) -> int:
            raise BrokenPipeError(text)

    monkeypatch.setattr(sys, "stderr", Closed())
    assert dealzone("solve", "nothing").code == 2


def opened(raises: BaseException) -> int:
    def open_window(_options: WindowOptions) -> int:
        raise raises

    def draw(_options: PictureOptions) -> None:
        raise raises

    return run([], open_window=open_window, draw=draw)


def test_a_fault_is_told_in_one_line_and_has_its_own_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert opened(ZeroDivisionError("by nothing")) == 70
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("dealzone: This is a fault in the program (ZeroDivisionError: by noth")


def test_stopping_by_hand_and_leaving_keep_their_codes() -> None:
    assert opened(KeyboardInterrupt()) == 130
    assert opened(SystemExit(3)) == 3
    assert opened(SystemExit(None)) == 0


def test_what_the_rooms_refuse_on_purpose_is_bad_input(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert opened(FileError("The disk is full.")) == 2
    assert capsys.readouterr().err == "dealzone: The disk is full.\n"


def test_the_window_s_exit_code_is_the_program_s() -> None:
    def draw(_options: PictureOptions) -> None: ...

    assert run([], open_window=lambda _options: 7, draw=draw) == 7


def refuse(_options: object) -> int:
    raise FileError("the case is damaged")


def told(*words: str) -> tuple[int, list[str]]:
    boxes: list[str] = []
    code = run(words, open_window=refuse, draw=refuse, tell=boxes.append)
    return code, boxes


def told_without_console(*words: str) -> tuple[int, list[str]]:
    """Run without streams, as a program of Windows that opens a window."""
    # In the test itself: between a fixture and its test, pytest puts its own streams back.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        patch.setattr(sys, "stderr", None)
        return told(*words)


def test_without_a_console_a_box_says_what_is_wrong_with_what_was_clicked() -> None:
    code, (said,) = told_without_console("nowhere/gone.dealzone")
    assert code == 2
    assert "gone.dealzone does not exist" in said
    assert told_without_console() == (2, ["the case is damaged"])
    assert told_without_console("--nonsense")[1] != []


@pytest.mark.parametrize("words", [("solve", "nowhere"), ("--smoke",), ("--trace-drag", "x")])
def test_without_a_console_no_box_holds_up_a_script(words: tuple[str, ...]) -> None:
    assert told_without_console(*words) == (2, [])


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("solve",), ("list", "controls")])
def test_without_a_console_words_go_nowhere_quietly(words: tuple[str, ...]) -> None:
    assert told_without_console(*words) == (0, [])


def test_with_a_console_no_box_repeats_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert told() == (2, [])
    assert "the case is damaged" in capsys.readouterr().err
