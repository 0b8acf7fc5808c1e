"""Chunks solved by a Dask cluster, in order; Dask gives those of a dead worker to another."""

from collections import deque
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from hashlib import sha256
from typing import Any

from explorer.files.extras import extra_module
from explorer.model.errors import ExplorerError, StudyError
from explorer.model.result import Floats
from explorer.model.wording import tr
from explorer.studies.designed.chunks import Chunk, chunk_rows

AHEAD = 4
"""Chunks that each worker's thread has before it."""

RETRIES = 3
"""How often a chunk is tried again that failed; one whose worker died is always given away."""

CONNECT_SECONDS = 15
"""How long a scheduler may take to answer."""


def solved_by_cluster(job: bytes, chunks: Iterable[Chunk], address: str) -> Generator[Floats]:
    """Yield the rows of chunks in their order, solved by the workers of a Dask scheduler.

    Parameters
    ----------
    job
        See :func:`explorer.studies.designed.chunks.packed_job`.
    chunks
        Taken as they are needed; only a few are held at a time.
    address
        The scheduler's, such as "tcp://10.0.0.5:8786".

    Raises
    ------
    MissingExtraError
        If Dask's package distributed is not installed.
    StudyError
        If the scheduler does not answer, or its workers cannot do the work.
    """
    with _client(address) as client:
        digest = sha256(job).hexdigest()[:16]
        left, pending = iter(chunks), deque[Any]()
        try:
            while True:
                for chunk in left:
                    key = f"dealzone-{digest}-{chunk.start}"
                    pending.append(client.submit(chunk_rows, job, chunk, key=key, retries=RETRIES))
                    if len(pending) >= _most(client):
                        break
                if not pending:
                    return
                yield _rows(pending.popleft(), address)
        finally:
            # A scheduler that has gone can cancel nothing.
            with suppress(Exception):
                client.cancel(list(pending))


@contextmanager
def _client(address: str) -> Generator[Any]:
    distributed = extra_module("distributed", "cluster", tr("A study on a cluster"))
    try:
        client = distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise StudyError(
            tr(
                "The Dask scheduler at {address} does not answer ({reason}). Check the address, "
                "and that it runs.",
                address=address,
                reason=str(error).splitlines()[0][:200] if str(error) else type(error).__name__,
            )
        ) from error
    with client:
        yield client


def _most(client: Any) -> int:
    """Return how many chunks may be under way; at least some, while workers are yet to come."""
    threads = sum(client.nthreads().values())
    return AHEAD * max(1, threads)


def _rows(future: Any, address: str) -> Floats:
    try:
        return future.result()
    except ExplorerError:
        raise
    except Exception as error:
        raise StudyError(
            tr(
                "The workers of the Dask cluster at {address} cannot solve this study "
                "({kind}: {reason}). Each needs the same version of this program. The rows that "
                "are done are kept.",
                address=address,
                kind=type(error).__name__,
                reason=str(error)[:300],
            )
        ) from error
