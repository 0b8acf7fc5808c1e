"""Record files: the history that comes with the program for some of its cases."""

import json
from functools import cache, lru_cache
from pathlib import Path

from pydantic import ValidationError

from explorer.files.json_text import explain, problem_lines, read_json, validated
from explorer.files.resources import resource, resource_names
from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.record import Record, record_fits

FOLDER = "history"
RECORD_FORMAT = "dealzone-record"
"""What a record file says of itself in its field ``format``."""


def read_record(path: Path) -> Record:
    """Return the record that a file holds.

    Raises :class:`FileError` if the file cannot be read, is no record, or contradicts itself; the
    message names each place.
    """
    data = read_json(path)
    try:
        return validated(Record, data, mends_text=True)
    except ValidationError as error:
        raise FileError(explain(error, str(path), data)) from error


def record_problems(data: object) -> tuple[str, ...]:
    """Return a line for each thing that is wrong with a record's content; none if it is sound."""
    try:
        validated(Record, data, mends_text=True)
    except ValidationError as error:
        return problem_lines(error, data)
    return ()


def record_schema() -> str:
    """Return the JSON Schema of records, as it is published with the program."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Deal Zone Explorer record",
        **Record.model_json_schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def bundled_record(case: Case) -> Record | None:
    """Return the record that comes with the program for a case, or None where there is none.

    There is also none where a case has the id of another and does not know what its record
    speaks of.

    Raises :class:`FileError` if the record's file is damaged.
    """
    return _fitting_record(ByIdentity(case))


def bundled_record_version(case_id: str) -> str | None:
    """Return the version of the record that comes with the program, or None where none does.

    Raises :class:`FileError` if the record's file is damaged.
    """
    record = _bundled_record(case_id)
    return None if record is None else record.version


@lru_cache(maxsize=16)
def _fitting_record(key: ByIdentity) -> Record | None:
    """Return the case's record; kept, because pictures ask for it at each move of a slider."""
    record = _bundled_record(key.case.id)
    return record if record is not None and record_fits(record, key.case) else None


@cache
def _bundled_record(case_id: str) -> Record | None:
    if case_id not in resource_names(FOLDER, ".json"):
        return None
    return read_record(resource(FOLDER, f"{case_id}.json"))
