"""Running studies: begun, gone on with, finished; what is done is kept whatever happens."""

import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from explorer import __version__
from explorer.files.rows.head import case_mark, rows_head
from explorer.files.rows.kept import refuse_form, write_rows
from explorer.files.rows.whole_file import refuse_target
from explorer.files.rows.working import (
    SUFFIX,
    WorkingFile,
    working_blocks,
    working_path,
    working_rows,
)
from explorer.files.study_file import study_case
from explorer.model.case import Case
from explorer.model.errors import FileError, StudyError
from explorer.model.result import Floats
from explorer.model.study import Progress
from explorer.model.study_rows import RowsHead
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.studies.designed.batch import solved
from explorer.studies.designed.chunks import Chunk, chunks_from, hold_memory, packed_job
from explorer.studies.designed.cluster import solved_by_cluster
from explorer.studies.designed.design import Design, prepared
from explorer.studies.designed.processes import solved_by_processes


@dataclass(frozen=True, slots=True)
class Hands:
    """Who does the work: so many processes of this machine, or a Dask cluster.

    ``cluster`` is the address of its scheduler; "" for none. One worker is this process itself.
    """

    workers: int = 1
    cluster: str = ""


def all_cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_steps(design: Design, results: Path, hands: Hands | None = None) -> Iterator[Progress]:
    """Run a study from its beginning, and write its results when all rows are done.

    Whoever iterates may stop at any time, by closing the iterator: the rows so far stay in the
    working file beside the results, and :func:`resume_steps` goes on.

    Parameters
    ----------
    design
        The study.
    results
        The file that is to hold the results; its name says in which form.
    hands
        Who does the work; this process alone if None.

    Raises
    ------
    FileError
        If the results cannot be written there, now or in the end, or the study was begun already.
    MissingExtraError
        If a package is missing that the results or the cluster need.
    StudyError
        If workers fail again and again.
    """
    refuse_form(results, design.rows)
    refuse_target(results)
    head = rows_head(design.plan, design.case, design.rows, design.columns)
    working = WorkingFile.begun(working_path(results), head)
    yield from _steps(design, working, results, hands or Hands())


def resume_steps(
    results: Path, hands: Hands | None = None, case: Case | None = None
) -> Iterator[Progress]:
    """Go on with a study where it stopped; see :func:`run_steps`.

    Parameters
    ----------
    results
        The file that is to hold the results, or the working file beside it.
    hands
        As of :func:`run_steps`.
    case
        The study's case; None to have it looked for as the study says.

    Raises :class:`StudyError` also if the program or the case is another one than when the study
    began, so that its rows would not be of one kind.
    """
    path = results_path(results)
    working = working_path(path)
    if not working.exists():
        raise FileError(
            tr(
                "There is no study to go on with: {path} does not exist. Begin one with: "
                "dealzone study run",
                path=working,
            )
        )
    head, _ = working_rows(working)
    design = _resumed(head, working, case)
    refuse_form(path, design.rows)
    yield from _steps(design, WorkingFile.reopened(working), path, hands or Hands())


def results_path(path: Path) -> Path:
    """Return the file of results that a path means; a working file means the one beside it."""
    return path.with_name(path.name.removesuffix(SUFFIX))


def _resumed(head: RowsHead, path: Path, case: Case | None) -> Design:
    """Return the study of a working file made ready, if it can be gone on with."""
    case = study_case(head.plan, path.parent) if case is None else case
    for what, then, now in (
        (tr("program"), head.program, __version__),
        (tr("model"), head.model, MODEL_VERSION),
        (tr("case"), head.case.version, case.version),
        (tr("case's content"), head.case.digest, case_mark(case).digest),
    ):
        if then != now:
            raise StudyError(
                tr(
                    "{path} was begun with another {what} ({then}, now {now}). Begin the study "
                    "anew.",
                    path=path,
                    what=what,
                    then=then[:40],
                    now=now[:40],
                )
            )
    design = prepared(head.plan, case)
    if design.rows != head.rows or design.columns != head.columns:
        raise FileError(
            tr("{path}: its rows are not those of its study. Begin the study anew.", path=path)
        )
    return design


def _steps(design: Design, working: WorkingFile, results: Path, hands: Hands) -> Iterator[Progress]:
    try:
        yield Progress(working.rows, design.rows)
        with closing(_solved(design, working.rows, hands)) as tables:
            for table in tables:
                working.add(table)
                yield Progress(working.rows, design.rows)
        head = RowsHead.model_validate({**dict(working.head), "digest": working.digest()})
    finally:
        working.close()
    write_rows(results, head, working_blocks(working.path))
    with suppress(OSError):
        working.path.unlink()


def _solved(design: Design, row: int, hands: Hands) -> Generator[Floats]:
    """Return the rows from one on, chunk after chunk."""
    chunks = chunks_from(design, row)
    if hands.cluster:
        return solved_by_cluster(packed_job(design), chunks, hands.cluster)
    if hands.workers > 1:
        return solved_by_processes(packed_job(design), chunks, hands.workers)
    return _solved_here(design, chunks)


def _solved_here(design: Design, chunks: Iterable[Chunk]) -> Generator[Floats]:
    hold_memory()
    for chunk in chunks:
        yield solved(design, *chunk)
