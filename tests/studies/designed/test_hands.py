"""One process, two processes and a Dask cluster write the same files, though workers are killed."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from multiprocessing import connection
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from explorer.files import extras
from explorer.model.errors import MissingExtraError, StudyError
from explorer.studies.designed import cluster, processes
from explorer.studies.designed.chunks import CHUNK_ROWS, Chunk
from explorer.studies.designed.run import Hands, resume_steps, run_steps
from tests.studies.designed.plans import leverage_design

ROOT = Path(__file__).parents[3]
ROWS = 12 * CHUNK_ROWS + 5


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return what one process writes."""
    path = tmp_path_factory.mktemp("alone") / "rows.csv"
    for _ in run_steps(leverage_design(ROWS), path):
        pass
    return path.read_bytes()


def test_two_processes_write_the_same_though_one_is_killed(tmp_path: Path, alone: bytes) -> None:
    path = tmp_path / "rows.csv"
    for number, _ in enumerate(run_steps(leverage_design(ROWS), path, Hands(2))):
        if number == 2:
            multiprocessing.active_children()[0].kill()
    assert path.read_bytes() == alone


def test_processes_that_are_stopped_leave_nobody_behind(tmp_path: Path, alone: bytes) -> None:
    path = tmp_path / "rows.csv"
    with closing(run_steps(leverage_design(ROWS), path, Hands(2))) as steps:
        next(steps)
        next(steps)
        assert multiprocessing.active_children()
    assert not multiprocessing.active_children()
    for _ in resume_steps(path):
        pass
    assert path.read_bytes() == alone


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by a signal")
def test_a_dask_cluster_writes_the_same_though_a_worker_is_killed(
    tmp_path: Path, alone: bytes
) -> None:
    pytest.importorskip("distributed")
    path = tmp_path / "rows.csv"
    ran = subprocess.run(
        [sys.executable, "-m", "tests.studies.designed.cluster_child", str(path), str(ROWS)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "DASK_TEMPORARY_DIRECTORY": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "1"
    assert path.read_bytes() == alone


class Pool:
    """Stands for a pool whose workers die until it has been made anew often enough."""

    left = 0

    def submit(self, solve: Any, job: bytes, chunk: Chunk) -> "Future[np.ndarray]":
        found: Future[np.ndarray] = Future()
        if Pool.left > 0:
            found.set_exception(BrokenProcessPool("killed"))
        else:
            found.set_result(np.array([[float(chunk.start)]]))
        return found

    def shutdown(self, *, wait: bool, cancel_futures: bool) -> None:
        assert wait
        assert cancel_futures
        Pool.left -= 1


def chunks(count: int) -> Iterator[Chunk]:
    return (Chunk(place, place + 1) for place in range(count))


@pytest.fixture
def pools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_pool", lambda _workers: Pool())


@pytest.mark.usefixtures("pools")
def test_chunks_of_dead_workers_are_done_again_in_order() -> None:
    Pool.left = processes.MOST_DEATHS - 1
    tables = list(processes.solved_by_processes(b"", chunks(20), 2))
    assert np.concatenate(tables)[:, 0].tolist() == list(range(20))


@pytest.mark.usefixtures("pools")
def test_workers_that_die_again_and_again_end_the_study() -> None:
    Pool.left = processes.MOST_DEATHS
    with pytest.raises(StudyError, match=r"ended 3 times.*--workers 1"):
        list(processes.solved_by_processes(b"", chunks(20), 2))


def test_a_worker_leaves_ctrl_c_to_its_parent_and_never_outlives_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(processes, "parent_process", lambda: None)
    before = signal.getsignal(signal.SIGINT)
    try:
        processes._settle()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
    waited: list[object] = []
    monkeypatch.setattr(connection, "wait", waited.append)
    monkeypatch.setattr(processes, "parent_process", lambda: type("Parent", (), {"sentinel": 7}))
    processes._follow()
    assert waited == [[7]]
    assert 1 in ended


class Client:
    """Stands for a client of Dask."""

    cancelled = 0
    fails: Exception | None = None

    def __init__(self, address: str, **_: object) -> None:
        if address == "gone":
            raise OSError("Timed out\nlong words")

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def nthreads(self) -> dict[str, int]:
        return {"one": 1}

    def submit(self, solve: Any, job: bytes, chunk: Chunk, **_: object) -> "Future[np.ndarray]":
        found: Future[np.ndarray] = Future()
        if self.fails is not None:
            found.set_exception(self.fails)
        else:
            found.set_result(np.array([[float(chunk.start)]]))
        return found

    def cancel(self, pending: list[object]) -> None:
        Client.cancelled = len(pending)


@pytest.fixture
def dask(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = type("distributed", (), {"Client": Client})
    monkeypatch.setattr(cluster, "extra_module", lambda *_: stand_in)
    monkeypatch.setattr(Client, "fails", None)


@pytest.mark.usefixtures("dask")
def test_a_cluster_returns_chunks_in_order_and_is_told_what_is_not_wanted_any_more() -> None:
    tables = list(cluster.solved_by_cluster(b"", chunks(20), "here"))
    assert np.concatenate(tables)[:, 0].tolist() == list(range(20))
    with closing(cluster.solved_by_cluster(b"", chunks(20), "here")) as some:
        next(some)
    assert Client.cancelled == cluster.AHEAD - 1


@pytest.mark.usefixtures("dask")
def test_a_scheduler_that_does_not_answer_is_told() -> None:
    with pytest.raises(StudyError, match=r"scheduler at gone does not answer \(Timed out\)"):
        list(cluster.solved_by_cluster(b"", chunks(1), "gone"))


@pytest.mark.usefixtures("dask")
@pytest.mark.parametrize(
    ("error", "told"),
    [(KeyError("lost"), "cannot solve this study.*KeyError"), (StudyError("own words"), "^own")],
    ids=["of Dask", "of this program"],
)
def test_what_workers_cannot_do_is_told(
    monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    monkeypatch.setattr(Client, "fails", error)
    with pytest.raises(StudyError, match=told):
        list(cluster.solved_by_cluster(b"", chunks(1), "here"))


def test_without_dask_the_way_to_install_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> object:
        raise ImportError

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(MissingExtraError, match=r"deal-zone-explorer\[cluster\]"):
        list(cluster.solved_by_cluster(b"", chunks(1), "here"))
