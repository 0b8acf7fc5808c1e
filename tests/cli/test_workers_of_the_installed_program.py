"""The installed program is started by its own name to be one of its workers."""

import multiprocessing
import sys

import pytest

from explorer import __main__ as door


class _ServedError(Exception):
    """Stands for the work, from which nobody returns."""


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> None:
    def serve() -> None:
        raise _ServedError

    monkeypatch.setattr(multiprocessing, "freeze_support", serve)


@pytest.mark.usefixtures("served")
def test_a_worker_serves_before_anything_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["dealzone", "--multiprocessing-fork", "parent_pid=1"])
    with pytest.raises(_ServedError):
        door.main()


@pytest.mark.usefixtures("served")
def test_only_the_installed_program_starts_workers_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["dealzone", "--multiprocessing-fork"])
    assert not door._is_worker()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["dealzone", "solve"])
    assert not door._is_worker()
