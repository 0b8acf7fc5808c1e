"""Case files: reading one that is bundled or foreign, and saying what is wrong with it."""

from functools import cache
from pathlib import Path

from pydantic import ValidationError

from explorer.files.json_text import as_object, explain, problem_lines, read_json, validated
from explorer.files.resources import resource, resource_names
from explorer.model.case import CASE_SCHEMA_VERSION, Case
from explorer.model.errors import FileError
from explorer.model.wording import tr

USUAL = "korea"
"""The id of the case that is meant where none is named."""

CASE_FORMAT = "dealzone-case"
"""What a case file says of itself in its field ``format``."""


def read_case(path: Path) -> Case:
    """Return the case that a file holds.

    Raises :class:`FileError` if the file cannot be read, is no case, is of a newer version of this
    program, or contradicts itself; the message names each place.
    """
    data = case_file_content(path)
    try:
        return validated(Case, data, mends_text=True)
    except ValidationError as error:
        raise FileError(explain(error, str(path), data)) from error


def case_problems(path: Path) -> tuple[str, ...]:
    """Return a line for each thing that is wrong with a case file; none if it is sound."""
    try:
        data = case_file_content(path)
    except FileError as error:
        return tuple(str(error).splitlines())
    try:
        validated(Case, data, mends_text=True)
    except ValidationError as error:
        return problem_lines(error, data)
    return ()


def usual_case_id() -> str:
    """Return the id of the case that is meant where none is named."""
    return USUAL


def bundled_case(case_id: str = USUAL) -> Case:
    """Return a case that comes with the program; the same object each time.

    Raises :class:`FileError` if there is no such case, or its file is missing or damaged.
    """
    return _bundled_case(case_id)


@cache
def bundled_case_ids() -> tuple[str, ...]:
    """Return the ids of the cases that come with the program, in order.

    They are looked up once, so that documents can be saved although the program's own drive has
    gone.
    """
    return resource_names("cases", ".json")


@cache
def _bundled_case(case_id: str) -> Case:
    known = bundled_case_ids()
    if case_id not in known:
        message = tr(
            'There is no case "{case_id}". Known cases: {known}.',
            case_id=case_id,
            known=", ".join(known),
        )
        raise FileError(message)
    return read_case(resource("cases", f"{case_id}.json"))


def case_file_content(path: Path) -> dict[str, object]:
    """Return what a case file holds, sound or not.

    Raises :class:`FileError` if the file cannot be read, is no case, or is of a newer version of
    this program.
    """
    record = as_object(read_json(path))
    if record.get("format") != CASE_FORMAT:
        message = tr(
            '{name} is not a case: its field "format" must be "{format}".',
            name=path,
            format=CASE_FORMAT,
        )
        raise FileError(message)
    version = record.get("schema_version")
    if isinstance(version, int) and version > CASE_SCHEMA_VERSION:
        message = tr(
            "{name} was written for a newer version of this program (case version {version}, "
            "known up to {known}). Update the program.",
            name=path,
            version=version,
            known=CASE_SCHEMA_VERSION,
        )
        raise FileError(message)
    return record
