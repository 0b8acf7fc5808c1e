"""Whether the results of a study still hold: rows worked out again and compared cell by cell."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import numpy as np

from explorer import __version__
from explorer.files.rows.cells import row_values
from explorer.files.rows.head import case_mark, row_bytes
from explorer.files.rows.kept import kept_rows
from explorer.files.rows.xlsx_rows import ROWS
from explorer.files.study_file import study_case
from explorer.files.workbook.cells import column_letters
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.provenance import Item, Provenance
from explorer.model.result import Counts, Floats
from explorer.model.study import Progress
from explorer.model.study_rows import RowsHead
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.report.verdict import Made, Sample, Verdict, differences
from explorer.studies.designed.batch import solved_rows
from explorer.studies.designed.chunks import CHUNK_ROWS
from explorer.studies.designed.design import Design, prepared

STUDY_RESULTS = "study"
"""The kind of export that results of a study are."""

SAMPLE_ROWS = 1_000
"""Rows up to which all are worked out again; of more, so many are, evenly spread."""

MOST_LISTED = 1_000
"""Cells that are listed which differ; of more, only the number is told."""


def study_verdict(path: Path, *, every: bool, tell: Callable[[Progress], None]) -> Verdict:
    """Return what holds of the results of a study, worked out from the plan in the file.

    Parameters
    ----------
    path
        Results as CSV, JSON, Parquet or XLSX. A case that does not come with the program is looked
        for where the plan says that it lies.
    every
        Whether every row is worked out again, however many there are.
    tell
        Is told how many rows have been read.

    Raises
    ------
    FileError
        If the file cannot be read or holds none, the study was not finished, its case cannot be
        had, or its columns are not those of its study.
    ScenarioError
        If the study does not fit the case.
    """
    kept = kept_rows(path)
    head = kept.head
    if not head.digest:
        raise FileError(
            tr("{path} is of a study that was not finished, so nothing was sealed.", path=path)
        )
    case = study_case(head.plan, path.parent)
    design = prepared(head.plan, case)
    if design.columns != head.columns:
        raise FileError(
            tr(
                "{path}: its columns are not those of its study, which version {version} wrote. "
                "Verify it with that version.",
                path=path,
                version=head.program,
            )
        )
    check = _Check(design, is_book=path.suffix.lower() == ".xlsx", every=every)
    for block in kept.blocks():
        for start in range(0, len(block), CHUNK_ROWS):
            check.take(block[start : start + CHUNK_ROWS])
            tell(Progress(check.rows, design.rows))
    return _verdict(head, case, check)


class _Check:
    """Rows of a file, taken one block after another, against those of its study."""

    def __init__(self, design: Design, *, is_book: bool, every: bool) -> None:
        self.design = design
        self.rows = self.compared = self.taken = self.more = 0
        self.found: list[Item] = []
        self.expected: list[Item] = []
        self._is_book = is_book
        self._sample = None if every else _sample(design.rows)
        self._digest = sha256()

    @property
    def digest(self) -> str:
        """The seal of all rows so far."""
        return self._digest.hexdigest()

    def take(self, block: Floats) -> None:
        """Compare the next rows (n, columns)."""
        self._digest.update(row_bytes(block))
        rows = self._chosen(self.rows, min(self.rows + len(block), self.design.rows))
        if len(rows):
            self._compare(rows, block[rows - self.rows], solved_rows(self.design, rows))
        self.rows += len(block)

    def count(self, told: int) -> None:
        """Compare the number of rows, once all are taken: ``told`` stands above them."""
        rows = self.design.rows
        for place, number in ((tr("number of rows"), self.rows), (tr("rows as told"), told)):
            if number != rows:
                self.found.append(Item(place, str(number)))
                self.expected.append(Item(place, str(rows)))

    def _chosen(self, start: int, stop: int) -> Counts:
        if self._sample is None:
            return np.arange(start, stop, dtype=np.int64)
        low, high = np.searchsorted(self._sample, (start, stop))
        return self._sample[low:high]

    def _compare(self, rows: Counts, told: Floats, wanted: Floats) -> None:
        self.taken += len(rows)
        self.compared += told.size
        is_other = ~((told == wanted) | (np.isnan(told) & np.isnan(wanted)))
        for row in np.flatnonzero(is_other.any(axis=1)):
            ours, theirs = (_words(self.design, each[row : row + 1]) for each in (told, wanted))
            for column in np.flatnonzero(is_other[row]):
                if len(self.found) == MOST_LISTED:
                    self.more += 1
                    continue
                place = self._place(int(rows[row]), int(column))
                self.found.append(Item(place, ours[column]))
                self.expected.append(Item(place, theirs[column]))

    def _place(self, row: int, column: int) -> str:
        name = self.design.columns[column].name
        if self._is_book:
            # The names of the columns stand above the rows.
            cell = f"{ROWS}!{column_letters(column + 1)}{row + 2}"
            return tr("{cell} ({column})", cell=cell, column=name)
        return tr("row {n}, column {column}", n=row + 1, column=name)


def _sample(rows: int) -> Counts:
    """Return which rows are worked out again: all, or so many from the first to the last."""
    return np.unique(np.linspace(0, rows - 1, min(rows, SAMPLE_ROWS)).round().astype(np.int64))


def _words(design: Design, row: Floats) -> list[str]:
    """Return the cells of one row (1, columns) in words; an empty one is nothing."""
    (values,) = row_values(design.columns, row)
    return [tr("nothing") if each is None else str(each) for each in values]


def _verdict(head: RowsHead, case: Case, check: _Check) -> Verdict:
    check.count(head.rows)
    return Verdict(
        Provenance(STUDY_RESULTS, {}, program=head.program, model=head.model),
        is_sealed=check.digest == head.digest,
        is_marked=True,
        made=Made(
            (head.program, __version__),
            (head.model, MODEL_VERSION),
            (head.case.version, case.version),
        ),
        compared=check.compared,
        differences=differences(tuple(check.found), tuple(check.expected)),
        problems=tuple(_problems(head, case, check)),
        sample=Sample(check.taken, check.design.rows),
    )


def _problems(head: RowsHead, case: Case, check: _Check) -> Iterator[str]:
    here = case_mark(case)
    if head.case.version == here.version and head.case != here:
        yield tr(
            "The case {case} says something else than when the study was run.", case=head.case.id
        )
    if check.more:
        yield tr("{n:,} more cells differ; they are not listed.", n=check.more)
