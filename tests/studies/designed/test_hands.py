"""One process, two processes and a Dask cluster write the same files, though workers are killed."""

import multiprocessing
import os
import signal
import struct
import subprocess
import sys
import threading
import zlib
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from explorer.files import extras
from explorer.model.errors import MissingExtraError, StudyError
from explorer.studies.designed import cluster, processes
from explorer.studies.designed.chunks import CHUNK_ROWS, Chunk, packed_job
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


def test_two_processes_write_the_same_though_some_are_killed(tmp_path: Path, alone: bytes) -> None:
    path = tmp_path / "rows.csv"
    for number, _ in enumerate(run_steps(leverage_design(ROWS), path, Hands(2))):
        if number in (2, 6, 9):
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


def chunks(count: int) -> Iterator[Chunk]:
    return (Chunk(place, place + 1) for place in range(count))


class Process:
    """Stands for the process of a worker that lives or dies as its pipe says."""

    def join(self, limit: float | None = None) -> None:
        pass

    def kill(self) -> None:
        pass

    def close(self) -> None:
        pass


class Workers:
    """Starts workers in threads of this process; the first ``deaths`` die over their first chunk.

    ``last_words``: What one that dies still writes into its pipe.
    """

    def __init__(self, deaths: int, last_words: bytes = b"") -> None:
        self.deaths = deaths
        self.last_words = last_words
        self.threads: list[threading.Thread] = []

    def start(self, job: bytes) -> processes.Worker:
        ours, its = multiprocessing.Pipe()
        act = self.work if self.deaths <= 0 else self.die
        self.deaths -= 1
        self.threads.append(threading.Thread(target=act, args=(its,)))
        self.threads[-1].start()
        process: Any = Process()
        return processes.Worker(process, ours)

    def work(self, pipe: Connection) -> None:
        with pipe, suppress(EOFError, OSError):
            while True:
                chunk = pipe.recv()
                pipe.send(np.array([[float(chunk.start)]]))

    def die(self, pipe: Connection) -> None:
        with pipe:
            pipe.recv()
            if self.last_words:
                os.write(pipe.fileno(), self.last_words)

    def solved(self, monkeypatch: pytest.MonkeyPatch, count: int) -> list[float]:
        """Return what two workers make of so many chunks."""
        monkeypatch.setattr(processes, "started", self.start)
        try:
            tables = list(processes.solved_by_processes(b"", chunks(count), 2))
        finally:
            for thread in self.threads:
                thread.join()
        return [float(value) for table in tables for value in table[:, 0]]


HALF_AN_ANSWER = struct.pack("!i", 100_000) + b"the rows that it had when it was killed"
"""The beginning of a message of multiprocessing: its length, and less than that."""


@pytest.mark.parametrize("count", [0, 1, 2, 7, 20])
def test_chunks_come_in_their_order_however_many_there_are(
    monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    assert Workers(0).solved(monkeypatch, count) == list(range(count))


@pytest.mark.parametrize(
    "last_words",
    [
        b"",
        pytest.param(
            HALF_AN_ANSWER,
            marks=pytest.mark.skipif(sys.platform == "win32", reason="pipes write all or nothing"),
        ),
    ],
    ids=["before its answer", "in the middle of its answer"],
)
def test_chunks_of_dead_workers_are_done_again_in_order(
    monkeypatch: pytest.MonkeyPatch, last_words: bytes
) -> None:
    dying = Workers(processes.MOST_DEATHS - 1, last_words)
    assert dying.solved(monkeypatch, 20) == list(range(20))


def test_workers_that_die_again_and_again_end_the_study(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StudyError, match=r"ended 3 times.*--workers 1"):
        Workers(100).solved(monkeypatch, 20)


def test_a_worker_that_is_gone_before_it_is_given_a_chunk_is_noticed_afterwards() -> None:
    ours, its = multiprocessing.Pipe()
    its.close()
    process: Any = Process()
    worker = processes.Worker(process, ours)
    worker.give(processes.Task(0, Chunk(0, 1)))
    assert len(worker.given) == 1
    with pytest.raises(EOFError):
        ours.recv()
    worker.end()


def test_an_error_of_a_worker_is_raised_by_the_study(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lost(Workers):
        def work(self, pipe: Connection) -> None:
            processes.work(b"no job", pipe)

    monkeypatch.setattr(signal, "signal", lambda *_: None)
    with pytest.raises(zlib.error):
        Lost(0).solved(monkeypatch, 1)


def test_a_worker_answers_each_chunk_and_ends_with_its_pipe(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ignored: list[object] = []
    monkeypatch.setattr(signal, "signal", lambda *words: ignored.append(words))
    design = leverage_design(ROWS)
    ours, its = multiprocessing.Pipe()
    thread = threading.Thread(target=processes.work, args=(packed_job(design), its))
    thread.start()
    ours.send(Chunk(0, 2))
    rows = ours.recv()
    ours.close()
    thread.join()
    its.close()
    assert rows.shape == (2, len(design.columns))
    assert ignored == [(signal.SIGINT, signal.SIG_IGN)]


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
