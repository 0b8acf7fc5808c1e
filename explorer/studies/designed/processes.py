"""Chunks solved by several processes of this machine, in order; those that die are replaced.

Each worker has a pipe of its own. Nothing is shared between them, neither a queue nor a lock, so
that one that is killed at any moment, in the middle of its answer too, leaves the others alone and
is noticed by the end of its pipe.
"""

import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import connection, get_context
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from explorer.model.errors import StudyError
from explorer.model.result import Floats
from explorer.model.wording import tr
from explorer.studies.designed.chunks import Chunk, chunk_rows

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, PipeConnection

    Pipe = Connection[Any, Any] | PipeConnection[Any, Any]

AHEAD = 3
"""Chunks that each worker has before it: enough that none waits, few enough to be held."""

MOST_DEATHS = 3
"""How often workers may die, while no chunk is finished, before the study gives up."""

END_SECONDS = 10
"""How long a worker may take to finish its chunk and end, before it is killed."""


class Task(NamedTuple):
    """A chunk and its place among all, from 0."""

    place: int
    chunk: Chunk


@dataclass(frozen=True, slots=True, eq=False)
class Worker:
    """A process, this end of the pipe to it, and what it has been given, the oldest first."""

    process: SpawnProcess
    pipe: "Pipe"
    given: deque[Task] = field(default_factory=deque[Task])

    def give(self, task: Task) -> None:
        """Have it solve a chunk after those that it has."""
        self.given.append(task)
        # Whether it is dead shows when its answer is read.
        with suppress(OSError):
            self.pipe.send(task.chunk)

    def end(self) -> None:
        """Let it end by itself, which it does after the chunk it is at; wait for that."""
        self.pipe.close()
        self.process.join(END_SECONDS)
        self.process.kill()
        self.process.join()
        self.process.close()


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
    with Team(job, workers) as team:
        yield from team.solved(chunks)


class Team:
    """The workers of a study; a context that waits for their end."""

    def __init__(self, job: bytes, size: int) -> None:
        """Start so many workers on a job, at least 1."""
        self._job = job
        self._workers = [started(job) for _ in range(size)]
        self._again = deque[Task]()
        self._solved: dict[int, Floats] = {}
        self._deaths = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.end()

    def solved(self, chunks: Iterable[Chunk]) -> Generator[Floats]:
        """Yield the rows of chunks in their order."""
        left = (Task(place, chunk) for place, chunk in enumerate(chunks))
        most = AHEAD * len(self._workers)
        taken = yielded = 0
        while True:
            for task in self._next_tasks(left, most - (taken - yielded)):
                taken = max(taken, task.place + 1)
                min(self._workers, key=lambda each: len(each.given)).give(task)
            if taken == yielded:
                return
            self._receive()
            while yielded in self._solved:
                yield self._solved.pop(yielded)
                yielded += 1

    def _next_tasks(self, left: Iterator[Task], most: int) -> Iterator[Task]:
        """Take what dead workers left, and so many new tasks at most."""
        while self._again:
            yield self._again.popleft()
        yield from islice(left, most)

    def _receive(self) -> None:
        """Wait for answers and keep them; replace workers that have died."""
        ready = connection.wait([each.pipe for each in self._workers if each.given])
        for number, worker in enumerate(self._workers):
            if worker.pipe not in ready:
                continue
            try:
                answer: Floats | Exception = worker.pipe.recv()
            except (EOFError, OSError):
                self._replace(number)
                continue
            if isinstance(answer, Exception):
                raise answer
            self._solved[worker.given.popleft().place] = answer
            self._deaths = 0

    def _replace(self, number: int) -> None:
        dead = self._workers[number]
        self._deaths += 1
        if self._deaths >= MOST_DEATHS:
            raise StudyError(_gave_up(self._deaths))
        self._again.extend(dead.given)
        self._workers[number] = started(self._job)
        dead.end()


def started(job: bytes) -> Worker:
    """Start a worker on a job."""
    # Started anew, never as a copy of this process: a window's threads survive no copying, and
    # all systems do the same.
    context = get_context("spawn")
    ours, its = context.Pipe()
    process = context.Process(target=work, args=(job, its), daemon=True)
    process.start()
    # Or the pipe would not end with the worker.
    its.close()
    return Worker(process, ours)


def work(job: bytes, pipe: "Pipe") -> None:
    """Be a worker: answer each chunk that comes with its rows or an error, until the pipe ends.

    Ctrl+C is the parent's; a worker ends when the parent closes the pipe or is no more.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_answer(job, pipe.recv()))


def _answer(job: bytes, chunk: Chunk) -> Floats | Exception:
    try:
        return chunk_rows(job, chunk)
    except Exception as error:  # noqa: BLE001 - raised where the study is run
        return error


def _gave_up(deaths: int) -> str:
    return tr(
        "Workers ended {deaths} times without finishing their rows; perhaps memory is short. The "
        "rows that are done are kept: go on with fewer workers, as in --workers 1.",
        deaths=deaths,
    )
