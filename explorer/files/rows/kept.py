"""Results of studies in any of their forms: which there are, and how they are read and written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from explorer.files.rows.csv_rows import SIGN, read_csv_blocks, read_csv_head, write_csv
from explorer.files.rows.json_rows import START, read_json_blocks, read_json_head, write_json
from explorer.files.rows.lines import text_lines
from explorer.files.rows.parquet_rows import (
    pyarrow,
    read_parquet_blocks,
    read_parquet_head,
    write_parquet,
)
from explorer.files.rows.whole_file import whole_file
from explorer.files.rows.working import (
    is_working_file,
    working_blocks,
    working_rows,
)
from explorer.files.rows.xlsx_rows import (
    MOST_XLSX_ROWS,
    is_rows_book,
    openpyxl,
    read_xlsx_blocks,
    read_xlsx_head,
    write_xlsx,
)
from explorer.model.errors import FileError
from explorer.model.result import Floats
from explorer.model.study_rows import RowsHead
from explorer.model.wording import tr


@dataclass(frozen=True, slots=True)
class Form:
    """One form of results: how it is written and read.

    ``most_rows`` is how many it takes at the most, None where there is no end; ``needs`` imports
    what it needs beyond Python, and raises :class:`MissingExtraError` where that is missing.
    """

    write: Callable[[BinaryIO, RowsHead, Iterable[Floats]], None]
    read_head: Callable[[Path], RowsHead]
    read_blocks: Callable[[Path], Iterator[Floats]]
    most_rows: int | None = None
    needs: Callable[[], object] | None = None


FORMS: dict[str, Form] = {
    ".csv": Form(write_csv, read_csv_head, read_csv_blocks),
    ".json": Form(write_json, read_json_head, read_json_blocks),
    ".parquet": Form(write_parquet, read_parquet_head, read_parquet_blocks, None, pyarrow),
    ".xlsx": Form(write_xlsx, read_xlsx_head, read_xlsx_blocks, MOST_XLSX_ROWS, openpyxl),
}
"""The forms, by how the names of their files end."""


@dataclass(frozen=True, slots=True)
class KeptRows:
    """Results of a study in a file, finished or not.

    ``is_done`` tells whether all rows are there; a working file may hold fewer.
    """

    path: Path
    head: RowsHead
    is_done: bool

    def blocks(self) -> Iterator[Floats]:
        """Yield the rows as blocks (n, columns), in order, some thousands at a time.

        Words are their places in their column's ``words``, flags 0 or 1, no value NaN. Raises
        :class:`FileError` if a row cannot be understood.
        """
        if is_working_file(self.path):
            return working_blocks(self.path)
        return form_of(self.path).read_blocks(self.path)


def kept_rows(path: Path) -> KeptRows:
    """Return the results in a file: CSV, JSON, Parquet, a workbook, or a working file.

    Only what stands above the rows is read. Raises :class:`FileError` if it holds none, and
    :class:`MissingExtraError` if a package is missing that reads it.
    """
    if is_working_file(path):
        head, rows = working_rows(path)
        return KeptRows(path, head, rows == head.rows)
    return KeptRows(path, form_of(path).read_head(path), is_done=True)


def is_results(path: Path) -> bool:
    """Return whether a file is to be read as results, not as a study or anything else.

    Of files of JSON, which may be either, the beginning is looked at.
    """
    if path.suffix.lower() == ".json":
        return _begins(path, START)
    return path.suffix.lower() in FORMS or is_working_file(path)


def holds_rows(path: Path) -> bool:
    """Return whether a file holds results, by its content where its name leaves that open.

    Tables of pictures and workbooks of scenarios have names that end as those of results.
    """
    suffix = path.suffix.lower()
    if suffix == ".csv":
        return _begins(path, SIGN)
    return is_rows_book(path) if suffix == ".xlsx" else is_results(path)


def _begins(path: Path, sign: str) -> bool:
    try:
        return next(text_lines(path), "").startswith(sign)
    except FileError:
        return False


def write_rows(path: Path, head: RowsHead, blocks: Iterable[Floats]) -> None:
    """Write results in the form that the file's name asks for; see :func:`form_of`.

    ``blocks``: All rows in order, in blocks of any length. Raises :class:`FileError` if they
    cannot be written; what was there before is then as it was.
    """
    form = form_of(path)
    with whole_file(path) as stream:
        form.write(stream, head, blocks)


def form_of(path: Path) -> Form:
    """Return the form of a file of results by how its name ends.

    Raises :class:`FileError` if there is none such.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise FileError(
            tr(
                "{path}: results of a study are kept in files that end in {known}. Choose one of "
                "these.",
                path=path,
                known=", ".join(FORMS),
            )
        )
    return form


def refuse_form(path: Path, rows: int) -> None:
    """Refuse a form that does not take so many rows, or whose packages are missing.

    Raises :class:`FileError` or :class:`MissingExtraError`, before any row is worked out.
    """
    form = form_of(path)
    if form.most_rows is not None and rows > form.most_rows:
        raise FileError(
            tr(
                "{path}: a sheet takes {most:,} rows, and this study has {rows:,}. Choose a file "
                "that ends in .csv or .parquet.",
                path=path,
                most=form.most_rows,
                rows=rows,
            )
        )
    if form.needs is not None:
        form.needs()
