"""Garbage is taken apart on the window's thread, whichever thread makes objects."""

import gc
import threading
import weakref

import pytest

from explorer.ui.app.background import BackgroundRunner
from explorer.ui.app.collecting import collector

THRESHOLDS = (3_000, 5, 5)
"""More than a test makes on its own thread; far fewer than the work below."""


class _Ring:
    """Refers to itself, as windows often do, and notes on which thread it is taken apart."""

    def __init__(self, threads: list[threading.Thread]) -> None:
        self.ring = self
        weakref.finalize(self, lambda: threads.append(threading.current_thread()))


def _make_many_objects() -> threading.Thread:
    """Make so many objects that Python would collect here."""
    assert len([[each] for each in range(100_000)]) == 100_000
    return threading.current_thread()


@pytest.fixture
def eager():
    """Let Python collect by itself, and often, as it does outside of these tests."""
    before = gc.get_threshold()
    gc.set_threshold(*THRESHOLDS)
    gc.enable()
    yield
    gc.disable()
    gc.set_threshold(*before)


@pytest.fixture
def runner(qapp):
    made = BackgroundRunner()
    yield made
    made.close()


@pytest.mark.usefixtures("eager")
def test_a_ring_is_not_taken_apart_on_the_thread_of_the_work(runner, qtbot) -> None:
    outcomes: list[object] = []
    taken_apart_on: list[threading.Thread] = []
    gc.collect()
    _Ring(taken_apart_on)
    runner.submit(_make_many_objects, outcomes.append)
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes[0] is not threading.main_thread()
    gc.collect()
    assert taken_apart_on == [threading.main_thread()]


@pytest.mark.usefixtures("eager")
def test_python_collects_by_itself_whenever_there_is_no_work(runner, qtbot) -> None:
    outcomes: list[object] = []
    for times in (1, 2):
        assert gc.isenabled()
        runner.submit(int, outcomes.append)
        assert not gc.isenabled()
        qtbot.waitUntil(lambda times=times: len(outcomes) == times)
    assert gc.isenabled()
    assert not [each for each in threading.enumerate() if each.name.startswith("solver")]


@pytest.mark.usefixtures("eager")
def test_python_collects_by_itself_after_the_end(runner) -> None:
    runner.submit(int, lambda _: None)
    assert not gc.isenabled()
    runner.close()
    assert gc.isenabled()
    runner.close()
    assert gc.isenabled()


@pytest.mark.usefixtures("eager")
def test_the_last_holder_gives_the_collection_back(qapp) -> None:
    one = collector()
    assert collector() is one
    one.hold()
    one.hold()
    one.release()
    assert not gc.isenabled()
    one.release()
    assert gc.isenabled()


def test_what_was_off_before_stays_off(qapp) -> None:
    gc.disable()
    collector().hold()
    collector().release()
    assert not gc.isenabled()
