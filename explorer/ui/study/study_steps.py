"""The long work of the study window as steps, to be taken on a thread; nothing here knows Qt."""

from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from explorer.figures.study_table import StudyTable
from explorer.files.rows.kept import KeptRows, is_results, kept_rows, write_rows
from explorer.files.rows.working import working_path, working_rows
from explorer.files.study_file import read_study, study_case
from explorer.model.case import Case
from explorer.model.study import Progress
from explorer.model.study_check import plan_problems, row_count
from explorer.model.study_found import Discovery, Outcome
from explorer.model.study_plan import StudyPlan
from explorer.model.study_rows import StudySize
from explorer.studies.designed.design import prepared
from explorer.studies.designed.run import Hands, all_cores, resume_steps, run_steps
from explorer.studies.designed.size import study_size
from explorer.studies.discover import discovered, factor_columns

if TYPE_CHECKING:
    from explorer.model.result import Floats

MOST_SHOWN = 200_000
"""Rows that the window shows at most; a file holds them all."""

MANY_ROWS = 4_096
"""Rows from which a study is worth several processes, which take a moment to begin."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """An outcome, and where it holds."""

    outcome: Outcome
    found: Discovery


@dataclass(frozen=True, slots=True)
class Measured:
    """How large a study is; with problems there is no size."""

    problems: tuple[str, ...]
    size: StudySize | None


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """Rows of a study with the file that holds them all; ``is_done`` if none is missing there."""

    table: StudyTable
    path: Path
    is_done: bool


def measured(plan: StudyPlan, case: Case) -> Measured:
    """Return what is wrong with a study, or how large it is."""
    problems = plan_problems(plan, case)
    if problems:
        return Measured(problems, None)
    return Measured((), study_size(prepared(plan, case)))


def run_and_read_steps(
    plan: StudyPlan, case: Case, results: Path, *, goes_on: bool
) -> Generator[Progress | Opened]:
    """Yield how far a study is, and at the end its rows.

    ``results``: The file for the results. ``goes_on``: Whether to go on with what was begun there,
    whatever study and case are on screen now.
    """
    if goes_on:
        begun, _ = working_rows(working_path(results))
        case = case_of(begun.plan, results.parent, case)
        steps = resume_steps(results, _hands(begun.rows), case)
    else:
        with suppress(OSError):
            working_path(results).unlink()
        steps = run_steps(prepared(plan, case), results, _hands(row_count(plan, case)))
    table: StudyTable | None = None
    for progress in steps:
        if progress.done == progress.wanted and table is None:
            # While they are still in the form that is read quickest.
            table = _read(kept_rows(working_path(results)), case)
        yield progress
    if table is not None:
        yield Opened(table, results, is_done=True)


def open_steps(path: Path, present: Case) -> Generator[Progress | Opened]:
    """Yield how many rows of a file of results are read, and at the end the rows.

    ``present``: The case on screen, used where the study is about it.
    """
    kept = kept_rows(path)
    case = case_of(kept.head.plan, path.parent, present)
    table = yield from _read_steps(kept, case)
    yield Opened(table, path, kept.is_done)


def export_steps(opened: Opened, target: Path) -> Iterator[Path]:
    """Write all rows into another file, and yield its path."""
    kept = kept_rows(opened.path)
    write_rows(target, kept.head, kept.blocks())
    yield target


def discover_steps(
    table: StudyTable, outcome: Outcome, told: Callable[[float], None]
) -> Iterator[Boxes]:
    """Yield where an outcome holds in rows; ``told`` hears how far it is, and may raise."""
    columns = factor_columns(table.columns, table.values)
    yield Boxes(outcome, discovered(columns, table.holds(outcome), told=told))


def case_of(plan: StudyPlan, folder: Path, present: Case) -> Case:
    """Return the case of a study: the one on screen, if it is that, else as its file says.

    Raises :class:`FileError` if it cannot be had.
    """
    if plan.case == present.id and not plan.case_file:
        return present
    return study_case(plan, folder)


def study_in(path: Path) -> StudyPlan | None:
    """Return the study that a file holds, or None if it holds rows of one.

    Raises :class:`FileError` if it holds no study and does not look like rows.
    """
    return None if is_results(path) else read_study(path)


def _hands(rows: int) -> Hands:
    return Hands(all_cores() if rows >= MANY_ROWS else 1)


def _read(kept: KeptRows, case: Case) -> StudyTable:
    steps = _read_steps(kept, case)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def _read_steps(kept: KeptRows, case: Case) -> Generator[Progress, None, StudyTable]:
    """Yield how many rows are read; return as many as are shown."""
    wanted = max(1, min(kept.head.rows, MOST_SHOWN))
    blocks: list[Floats] = []
    count = 0
    for block in kept.blocks():
        blocks.append(block)
        count += len(block)
        yield Progress(min(count, wanted), wanted)
        if count >= MOST_SHOWN:
            break
    columns = len(kept.head.columns)
    values = np.concatenate(blocks)[:MOST_SHOWN] if blocks else np.zeros((0, columns))
    return StudyTable(case, kept.head, values)
