"""Runners of the window: order, threads, failures and the end."""

import threading

import pytest

from explorer.ui.app import background
from explorer.ui.app.background import BackgroundRunner, SuitableRunner


@pytest.fixture
def runner(qapp):
    made = BackgroundRunner()
    yield made
    made.close()


def test_work_runs_elsewhere_and_is_delivered_here(runner, qtbot) -> None:
    outcomes: list[object] = []
    delivered_on: list[threading.Thread] = []

    def deliver(outcome: object) -> None:
        outcomes.append(outcome)
        delivered_on.append(threading.current_thread())

    runner.submit(threading.current_thread, deliver)
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes[0] is not threading.main_thread()
    assert delivered_on == [threading.main_thread()]


def test_what_work_raises_is_delivered(runner, qtbot) -> None:
    outcomes: list[object] = []

    def fail() -> None:
        raise ValueError("no")

    runner.submit(fail, outcomes.append)
    qtbot.waitUntil(lambda: bool(outcomes))
    assert isinstance(outcomes[0], ValueError)


def test_nothing_is_delivered_after_the_end(runner, qapp) -> None:
    outcomes: list[object] = []
    runner.submit(int, outcomes.append)
    runner.close()
    qapp.processEvents()
    runner.submit(int, outcomes.append)
    qapp.processEvents()
    assert outcomes == []


def test_only_work_that_is_always_slow_leaves_the_spot(qapp, qtbot, monkeypatch) -> None:
    runner = SuitableRunner()
    outcomes: list[object] = []
    monkeypatch.setattr(background, "LONGEST_INLINE", -1.0)
    for _ in range(3):
        assert not runner.is_slow
        runner.submit(threading.current_thread, outcomes.append)
    assert outcomes == [threading.main_thread()] * 3
    assert runner.is_slow
    runner.submit(threading.current_thread, outcomes.append)
    qtbot.waitUntil(lambda: len(outcomes) == 4)
    assert outcomes[3] is not threading.main_thread()
    runner.close()
