"""The guards around every test catch what they are there for, and leave good tests alone."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

pytest.importorskip("PySide6")

SAMPLES = """
import logging, threading, warnings
from hypothesis import given, strategies
from PySide6.QtCore import QCoreApplication, QTimer, qWarning
from PySide6.QtWidgets import QLabel, QMenu, QWidget

kept = []
release = threading.Event()

def test_bad_window_left(qtbot):
    kept.append(QWidget())
    kept[-1].show()

def test_bad_hidden_window_left(qtbot):
    kept.append(QLabel())

def test_bad_timer_left(qtbot):
    kept.append(QTimer(QCoreApplication.instance()))
    kept[-1].start(100000)

def test_bad_thread_left():
    threading.Thread(target=release.wait).start()

def test_bad_qt_warning(qtbot):
    qWarning("this is not so")

def test_bad_python_warning():
    warnings.warn("old", DeprecationWarning)

def test_bad_log_line():
    logging.getLogger("explorer.files").warning("lost")

def test_bad_exception_in_a_slot(qtbot):
    class Ear(QWidget):
        def hear(self, title):
            raise ValueError(title)
    ear = Ear()
    qtbot.addWidget(ear)
    ear.windowTitleChanged.connect(ear.hear)
    ear.setWindowTitle("boom")

def test_good_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    menu = QMenu("File", window)
    window.show()

def test_good_window_that_nobody_keeps(qtbot):
    window = QWidget()
    window.myself = window

def test_good_harmless_message(qtbot):
    qWarning("This plugin does not support propagateSizeHints()")

def test_good_expected_log_line(caplog):
    logging.getLogger("explorer.files").warning("lost")

@given(strategies.integers())
def test_good_law(n):
    assert n == n

def test_good_last():
    for timer in [each for each in kept if isinstance(each, QTimer)]:
        timer.stop()
    release.set()
"""


def test_guards_fail_bad_tests_and_pass_good_ones(tmp_path: Path) -> None:
    conftest = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    (tmp_path / "conftest.py").write_text(conftest, encoding="utf-8")
    (tmp_path / "test_samples.py").write_text(SAMPLES, encoding="utf-8")
    settings = ("-c", str(ROOT / "pyproject.toml"))
    options = ("-rA", "-p", "no:randomly", "-p", "no:cacheprovider", *settings)
    # Its own run: the surrounding one may be measured, and must not measure this.
    environment = {key: value for key, value in os.environ.items() if "COV" not in key}
    answer = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--rootdir", str(tmp_path), str(tmp_path)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    caught = set(re.findall(r"^(?:FAILED|ERROR) \S+::test_(\w+)", answer.stdout, re.MULTILINE))
    wanted = set(re.findall(r"def test_(bad_\w+)", SAMPLES))
    assert caught == wanted, answer.stdout + answer.stderr
