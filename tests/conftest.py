"""Guards around every test: nothing left open, running or complained about; and shared fixtures."""

import gc
import importlib.util
import itertools
import logging
import os
import random
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.deletions import finish_promised_deletions
from tests.examples import QUICK, THOROUGH, USUAL

if TYPE_CHECKING:
    from explorer.store.runner import Runner

HAS_QT = importlib.util.find_spec("PySide6") is not None
NEED_QT = ("ui", "images", "end_to_end", "installers", "reliability")

# Before any test imports Qt.
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    # Qt's own offscreen screen is smaller than any real one, and windows would fit themselves
    # to it. The colon in a full path of Windows would end the platform's name there.
    screen = Path(__file__).with_name("screen.json")
    where = os.path.relpath(screen) if sys.platform == "win32" else screen
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={where}"
os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
# Whoever runs tests in parallel has a process for each core already; further threads of the
# library behind numpy would only wait for each other there.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
if sys.platform == "win32":
    # Offscreen, Qt finds no fonts on Windows unless told where they are.
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["WINDIR"]) / "Fonts"))

# The same laws in every profile: "quick" for every day, "usual" for a release, "thorough" for a
# night.
settings.register_profile("usual", deadline=None, print_blob=True, max_examples=USUAL)
settings.register_profile("quick", settings.get_profile("usual"), max_examples=QUICK)
settings.register_profile(
    "thorough",
    settings.get_profile("usual"),
    max_examples=THOROUGH,
    suppress_health_check=[*HealthCheck],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

RUNNERS = ("inline", "threaded")
TEST_RUNNER = os.environ.get("EXPLORER_TEST_RUNNER", "inline")
"""Where windows of the tests solve: on the spot, or on a thread as on a slow machine."""

HOMES = itertools.count(1)
"""Numbers of the folders that stand for the home of whoever runs a test."""

# What Qt says and nobody needs to hear.
HARMLESS_QT_MESSAGES = (
    r"This plugin does not support propagateSizeHints\(\)",
    r"This plugin does not support raise\(\)",
)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Let one printed seed decide the order of the tests and the examples of their laws."""
    if TEST_RUNNER not in RUNNERS:
        raise pytest.UsageError(f"EXPLORER_TEST_RUNNER is one of {', '.join(RUNNERS)}")
    if config.getoption("hypothesis_seed", None) is not None:
        return
    # Whoever runs tests in parallel tells each of its processes the seed.
    told: dict[str, object] = getattr(config, "workerinput", {})
    seed = told.get("randomly_seed", config.getoption("randomly_seed", None))
    if not isinstance(seed, int):
        seed = random.Random().getrandbits(32)
        if config.getoption("randomly_seed", None) == "default":
            config.option.randomly_seed = seed
    config.option.hypothesis_seed = str(seed)


def pytest_report_header(config: pytest.Config) -> str:
    """Say what was chosen, so that the same run can be asked for again."""
    profile, seed = settings.get_current_profile_name(), config.option.hypothesis_seed
    return f"Using --hypothesis-seed={seed}; profile {profile}; windows solve {TEST_RUNNER}"


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out the rooms that need Qt where it is not installed: the core passes without it."""
    room = collection_path.relative_to(Path(__file__).parent).parts[:1]
    return True if not HAS_QT and room and room[0] in NEED_QT else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Make every warning of Qt a failure."""
    if not config.pluginmanager.hasplugin("pytest-qt"):
        return
    for item in items:
        item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
        item.add_marker(pytest.mark.qt_log_ignore(*HARMLESS_QT_MESSAGES, extend=True))


def pytest_collection_finish() -> None:
    """Take the collection of rings over; spare it what is loaded by now and stays.

    Python would collect on any thread, that of the parallel test runner too, and a window taken
    apart there hangs or crashes Qt.
    """
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.fixture(autouse=True)
def rings_are_collected_here() -> Iterator[None]:
    """Collect after each test, on its own thread, what is due by the thresholds of Python."""
    yield
    due = [each for each in range(3) if gc.get_count()[each] > gc.get_threshold()[each]]
    if due:
        gc.collect(due[-1])


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test, and every program it starts, out of the folders of whoever runs it."""
    # Numbered here: pytest would look through the folders of all tests before for a free number.
    home = tmp_path_factory.getbasetemp() / "homes" / str(next(HOMES))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """Return an empty folder to be given to the program as its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def make_runner() -> "Callable[[], Runner]":
    """Return what makes the runner of a window, the same on fast and on slow machines."""
    if TEST_RUNNER == "inline":
        from explorer.store.runner import InlineRunner

        return InlineRunner
    from explorer.ui.app.background import BackgroundRunner

    return BackgroundRunner


@pytest.fixture(autouse=True)
def no_thread_outlives_its_test() -> Iterator[None]:
    """Fail a test that leaves a thread running which would hold up the program's end."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    left = [thread.name for thread in left if not thread.daemon]
    assert not left, f"threads still running: {left}"


class _Complaints(logging.Handler):
    """Holds the warnings and errors that our own loggers were given."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_complaint_in_the_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that makes the program log a warning, unless it asks for ``caplog`` to see it."""
    complaints = _Complaints()
    logger = logging.getLogger("explorer")
    logger.addHandler(complaints)
    yield
    logger.removeHandler(complaints)
    assert "caplog" in request.fixturenames or not complaints.lines, complaints.lines


@pytest.fixture(autouse=True)
def nothing_of_qt_outlives_its_test() -> Iterator[None]:
    """Fail a test that leaves a window, a running timer or a running thread of Qt behind."""
    before, busy_before = _windows(), _busy_children_of_the_application()
    yield
    if _windows().keys() - before.keys():
        finish_promised_deletions()
    if _windows().keys() - before.keys():
        # Rings of references, which only the collector sees; it takes its time.
        gc.collect()
        finish_promised_deletions()
    after = _windows()
    left = [after[address] for address in after.keys() - before.keys()]
    assert not left, f"windows still alive: {left}"
    busy = _busy_children_of_the_application() - busy_before
    assert not busy, f"still running: {busy}"
    _let_go_of_the_mouse()


def _windows() -> dict[int, str]:
    """Return all windows without a parent, by address; none while nobody has imported Qt."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    from PySide6.QtWidgets import QApplication
    from shiboken6 import Shiboken

    widgets = QApplication.topLevelWidgets() if QApplication.instance() else []
    windows = [widget for widget in widgets if widget.parent() is None]
    return {Shiboken.getCppPointer(window)[0]: repr(window) for window in windows}


def _let_go_of_the_mouse() -> None:
    """Release what a test still presses; every later movement of the mouse would be a drag."""
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    held = QApplication.mouseButtons()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        if button & held:
            QTest.mouseRelease(QWidget(), button)


def _busy_children_of_the_application() -> set[str]:
    """Return the timers and threads which belong to the application and still run."""
    if "PySide6.QtCore" not in sys.modules:
        return set()
    from PySide6.QtCore import QCoreApplication, QThread, QTimer

    application = QCoreApplication.instance()
    if application is None:
        return set()
    timers = {repr(timer) for timer in application.findChildren(QTimer) if timer.isActive()}
    return timers | {repr(each) for each in application.findChildren(QThread) if each.isRunning()}
