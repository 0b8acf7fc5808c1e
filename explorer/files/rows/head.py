"""What stands above the rows: the study, versions and columns, as one line of JSON."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256

import numpy as np
from pydantic import ValidationError

from explorer import __version__
from explorer.files.json_text import as_object, explain, parse_json, validated
from explorer.model.assumption import original
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.result import Floats
from explorer.model.study_plan import StudyPlan
from explorer.model.study_rows import (
    RESULT_FORMAT,
    RESULT_VERSION,
    CaseMark,
    Column,
    RowsHead,
)
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr

LONGEST_HEAD = 4 * 1024 * 1024
"""Bytes of a head: more than the longest study with the most columns has."""


def rows_head(plan: StudyPlan, case: Case, rows: int, columns: tuple[Column, ...]) -> RowsHead:
    """Return the head of a study's results as this program would write them now."""
    return RowsHead(
        plan=plan,
        case=case_mark(case),
        program=__version__,
        model=MODEL_VERSION,
        rows=rows,
        columns=columns,
    )


def case_mark(case: Case) -> CaseMark:
    """Return by what a case is known again: its id, its version, and a digest of all it says."""
    content = original(case).model_dump_json().encode()
    return CaseMark(id=case.id, version=case.version, digest=sha256(content).hexdigest())


def head_text(head: RowsHead) -> str:
    """Return a head as one line of JSON without its end."""
    record = {
        "format": RESULT_FORMAT,
        "schema_version": RESULT_VERSION,
        **head.model_dump(mode="json"),
    }
    return json.dumps(record, separators=(",", ":"))


def read_head(text: str, name: str) -> RowsHead:
    """Return the head that a line of JSON holds.

    ``name``: What to call the file in a message. Raises :class:`FileError` if it is none, or one
    of a newer version of this program.
    """
    if len(text) > LONGEST_HEAD:
        raise no_rows(name)
    record = dict(as_object(parse_json(text, name)))
    if record.pop("format", None) != RESULT_FORMAT:
        raise no_rows(name)
    version = record.pop("schema_version", 1)
    if isinstance(version, int) and version > RESULT_VERSION:
        raise FileError(
            tr(
                "{name} was written by a newer version of this program (results version "
                "{version}, known up to {known}). Update the program.",
                name=name,
                version=version,
                known=RESULT_VERSION,
            )
        )
    try:
        head = validated(RowsHead, record)
    except ValidationError as error:
        raise FileError(explain(error, name, record)) from error
    names = [column.name for column in head.columns]
    if len(set(names)) < len(names):
        raise FileError(tr("{name}: two columns have the same name.", name=name))
    return head


def refuse_other_names(names: Sequence[object], head: RowsHead, name: str) -> None:
    """Raise :class:`FileError` if the columns of a file are not those of its head."""
    if list(names) != [column.name for column in head.columns]:
        raise FileError(
            tr("{name}: the names of the columns are not those of its head.", name=name)
        )


def no_rows(name: str) -> FileError:
    """Return the error for a file that holds no results of a study."""
    return FileError(
        tr(
            "{name} holds no results of a study of this program. Results are written by: "
            "dealzone study run",
            name=name,
        )
    )


def rows_digest(blocks: Iterable[Floats]) -> str:
    """Return the digest of rows, given in any blocks: SHA-256 of their little-endian doubles."""
    digest = sha256()
    for block in blocks:
        digest.update(row_bytes(block))
    return digest.hexdigest()


def row_bytes(block: Floats) -> bytes:
    """Return rows (n, columns) as little-endian doubles, row after row."""
    return np.ascontiguousarray(block, dtype="<f8").tobytes()
