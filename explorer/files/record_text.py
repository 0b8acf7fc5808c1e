"""Records as texts: the history of a case, taken along where the case is copied or edited."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from explorer.files.atomic import write_text
from explorer.files.case_beside import record_path
from explorer.files.case_text import content_text, plain_numbers
from explorer.files.json_text import as_object, read_json, validated
from explorer.files.record_file import read_record
from explorer.files.shelf import record_of, shelf
from explorer.model.case import Case
from explorer.model.case_tree import Content
from explorer.model.errors import FileError
from explorer.model.record import Record, record_fits
from explorer.model.wording import tr


def record_content(case: Case) -> Content | None:
    """Return what a file with the record of a case holds; None for a case without a record.

    Raises :class:`FileError` if the record that comes with the program is damaged.
    """
    record = record_of(case)
    if record is None:
        return None
    return cast("Content", plain_numbers(record.model_dump(mode="json", exclude_unset=True)))


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """The file of a record of one's own, and what it holds."""

    path: Path
    content: Content


def own_record(case_path: Path, case_id: object) -> OwnRecord | None:
    """Return the record of a case of one's own: the file that the shelf has for it; else None.

    One that cannot be read stays as it is, and counts as none here as elsewhere. ``case_path``: The
    case's file; a record beside it comes before another.
    """
    found = [each.path for each in shelf().files if (each.kind, each.id) == ("record", case_id)]
    beside = record_path(case_path)
    path = beside if beside in found else next(iter(found), None)
    if path is None:
        return None
    try:
        read_record(path)
        return OwnRecord(path, as_object(read_json(path)))
    except FileError:
        return None


def write_record(path: Path, content: Content) -> str:
    """Write a record's file atomically; return what the user should know, usually nothing.

    Raises :class:`FileError` if it cannot be written.
    """
    return write_text(path, content_text(content))


def record_trouble(path: Path, content: Content, case: Case) -> str:
    """Return why a record's history cannot be shown with a case; "" if it can.

    ``path``: The record's file. ``content``: What it holds, a sound record.
    """
    if record_fits(validated(Record, content, mends_text=True), case):
        return ""
    return tr(
        "The record {file} names controls, issues or levels that the case does not have; its "
        "history is not shown until both fit.",
        file=path.name,
    )
