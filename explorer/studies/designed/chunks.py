"""Chunks: the parts of a study that are solved at a time, here, in other processes or elsewhere.

Which rows a chunk holds follows from the study alone, never from who solves it, so that every
row comes out the same however many are at work.
"""

import json
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from explorer import __version__
from explorer.model.case import Case
from explorer.model.errors import StudyError
from explorer.model.result import Floats
from explorer.model.study_plan import StudyPlan
from explorer.model.wording import tr
from explorer.studies.designed.batch import solved
from explorer.studies.designed.design import Design, prepared

CHUNK_ROWS = 512
"""Rows of a chunk: solved in a fraction of a second, and some hundred kilobytes."""

HELD_BYTES = 24 * 2**20
"""The largest piece of memory that is kept for the next rows instead of being given back."""


class Chunk(NamedTuple):
    """The rows from one up to, not with, another."""

    start: int
    stop: int


def chunks_from(design: Design, row: int) -> Iterator[Chunk]:
    """Yield the chunks of a study that begin at a row or after it.

    ``row``: Where a chunk begins, or the number of all rows.
    """
    for start in range(row, design.rows, CHUNK_ROWS):
        yield Chunk(start, min(start + CHUNK_ROWS, design.rows))


def packed_job(design: Design) -> bytes:
    """Return a study and its case as bytes that another process understands."""
    record = {
        "program": __version__,
        "plan": design.plan.model_dump_json(),
        "case": design.case.model_dump_json(),
    }
    return zlib.compress(json.dumps(record).encode(), 9)


def chunk_rows(job: bytes, chunk: Chunk) -> Floats:
    """Return the rows of a chunk, (n, columns), wherever this is called.

    ``job``: What :func:`packed_job` returned. Raises :class:`StudyError` if it is of another
    version of the program.
    """
    return solved(_design(job), *chunk)


def hold_memory() -> None:
    """Have this process keep the memory of arrays that are done with for those of the next rows.

    The C library of Linux gives large pieces back to the system at once, which has to clear them
    before they are used again: a fifth of the time of a row. It keeps what is no larger than the
    largest piece that came and went (malloc(3), mallopt: M_MMAP_THRESHOLD), so one does, untouched.
    """
    np.empty(HELD_BYTES, dtype=np.uint8)


@lru_cache(maxsize=2)
def _design(job: bytes) -> Design:
    """Return the study of a job; kept, since a worker is given many chunks of it."""
    hold_memory()
    record = json.loads(zlib.decompress(job))
    if record["program"] != __version__:
        raise StudyError(
            tr(
                "This worker has version {own} of the program, and the study is run by version "
                "{other}. Install the same version everywhere.",
                own=__version__,
                other=record["program"],
            )
        )
    return prepared(
        StudyPlan.model_validate_json(record["plan"]), Case.model_validate_json(record["case"])
    )
