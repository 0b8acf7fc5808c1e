"""The program as a process: it opens, says so, leaves, and its log is clean."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

import pytest

ROOT = Path(__file__).parents[2]


def run(
    *arguments: str, stdout: int | TextIO = subprocess.PIPE, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program off screen, unless the environment says otherwise."""
    usual = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    return subprocess.run(
        [sys.executable, "-m", "explorer", *arguments],
        cwd=ROOT,
        env={name: value for name, value in usual.items() if value},
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_window_opens_says_ready_and_leaves_a_clean_log(data_folder: Path) -> None:
    ran = run("--smoke", "--data-folder", str(data_folder))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "ready\n", "")
    log = (data_folder / "log" / "dealzone.log").read_text(encoding="utf-8")
    assert "ready after" in log
    assert not any(word in log for word in ("WARNING", "ERROR", "CRITICAL"))


def test_a_traced_drag_prints_its_times(data_folder: Path) -> None:
    ran = run("--trace-drag", "--trace-steps", "10", "--data-folder", str(data_folder))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "10 events, 10 painted" in ran.stdout
    assert "95th percentile" in ran.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
@pytest.mark.parametrize("words", [("--smoke",), ("--trace-drag", "--trace-steps", "2")])
def test_a_window_that_cannot_print_leaves_and_tells(
    data_folder: Path, words: tuple[str, ...]
) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = run(*words, "--data-folder", str(data_folder), stdout=full)
    assert ran.returncode == 2
    assert "cannot be written" in ran.stderr


def test_without_a_screen_one_line_says_what_works() -> None:
    ran = run(QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    if sys.platform == "linux":
        assert ran.returncode == 0
        assert len(ran.stdout.splitlines()) == 1
        assert "dealzone solve" in ran.stdout
        assert "dealzone picture" in ran.stdout


def test_a_picture_is_drawn_without_a_screen(tmp_path: Path) -> None:
    path = tmp_path / "board.png"
    ran = run("picture", "-o", str(path), QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert ran.returncode == 0, ran.stderr
    assert path.stat().st_size > 1000


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C comes to a whole console there")
def test_ctrl_c_ends_the_window(data_folder: Path) -> None:
    log = data_folder / "log" / "dealzone.log"
    with subprocess.Popen(
        [sys.executable, "-m", "explorer", "--data-folder", str(data_folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as program:
        try:
            for _ in range(600):
                if log.exists() and "ready after" in log.read_text(encoding="utf-8"):
                    break
                with suppress(subprocess.TimeoutExpired):
                    program.wait(0.1)
            program.send_signal(signal.SIGINT)
            assert program.wait(20) == -signal.SIGINT
        finally:
            program.kill()
