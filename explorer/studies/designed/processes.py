"""Chunks solved by several processes of this machine, in order; those that die are replaced."""

import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import connection, get_context, parent_process

from explorer.model.errors import StudyError
from explorer.model.result import Floats
from explorer.model.wording import tr
from explorer.studies.designed.chunks import Chunk, chunk_rows

AHEAD = 3
"""Chunks that each worker has before it: enough that none waits, few enough to be held."""

MOST_DEATHS = 3
"""How often workers may die over one and the same chunk before the study gives up."""

Pending = deque[tuple[Chunk, "Future[Floats]"]]


def solved_by_processes(job: bytes, chunks: Iterable[Chunk], workers: int) -> Generator[Floats]:
    """Yield the rows of chunks in their order, solved by so many processes.

    Parameters
    ----------
    job
        See :func:`explorer.studies.designed.chunks.packed_job`.
    chunks
        Taken as they are needed; only a few are held at a time.
    workers
        How many processes, at least 1.

    Raises
    ------
    StudyError
        If workers die again and again.
    """
    left, waiting = iter(chunks), deque[Chunk]()
    deaths = 0
    while True:
        pool = _pool(workers)
        try:
            for chunk, rows in _in_order(pool, job, left, waiting, workers * AHEAD):
                yield rows
                waiting.popleft()
                deaths = 0
                del chunk
            return
        except BrokenProcessPool as error:
            deaths += 1
            if deaths >= MOST_DEATHS:
                raise StudyError(_gave_up(deaths)) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor,
    job: bytes,
    left: Iterator[Chunk],
    waiting: deque[Chunk],
    most: int,
) -> Iterator[tuple[Chunk, Floats]]:
    """Yield chunks with their rows; ``waiting`` holds those that were taken and not yielded yet.

    The caller takes each from ``waiting`` once it is done with it, so that none is lost where a
    worker dies.
    """
    pending: Pending = deque((chunk, pool.submit(chunk_rows, job, chunk)) for chunk in waiting)
    while True:
        for chunk in left:
            waiting.append(chunk)
            pending.append((chunk, pool.submit(chunk_rows, job, chunk)))
            if len(pending) >= most:
                break
        if not pending:
            return
        chunk, future = pending.popleft()
        yield chunk, future.result()


def _pool(workers: int) -> ProcessPoolExecutor:
    # Started anew, never as a copy of this process: a window's threads survive no copying, and
    # all systems do the same.
    return ProcessPoolExecutor(workers, get_context("spawn"), _settle)


def _settle() -> None:
    """Make this process a worker: Ctrl+C is its parent's, and it never outlives that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
    with suppress(OSError):
        os._exit(1)


def _gave_up(deaths: int) -> str:
    return tr(
        "Workers ended {deaths} times without finishing their rows; perhaps memory is short. The "
        "rows that are done are kept: go on with fewer workers, as in --workers 1.",
        deaths=deaths,
    )
