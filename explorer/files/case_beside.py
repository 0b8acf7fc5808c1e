"""A case file anywhere on the disk, read together with the record that lies beside it."""

from pathlib import Path

from explorer.files.case_file import read_case
from explorer.files.record_file import read_record
from explorer.files.shelf import lay_beside
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.record import record_fits
from explorer.model.wording import tr

RECORD_SUFFIX = ".record.json"
"""How the name of a case's record ends: ``mine.record.json`` lies beside ``mine.json``."""


def record_path(case_path: Path) -> Path:
    """Return where the record of a case lies beside the case's file."""
    return case_path.with_name(case_path.stem + RECORD_SUFFIX)


def read_case_beside(path: Path) -> Case:
    """Return the case that a file holds, and keep the record beside it for its history.

    Raises :class:`FileError` if either file cannot be read or used, or the record belongs to
    another case.
    """
    case = read_case(path)
    beside = record_path(path)
    if not beside.is_file():
        return case
    record = read_record(beside)
    if not record_fits(record, case):
        message = tr(
            "{record} does not fit {case}: it is about another case, or names what this one does "
            "not have. Mend it, or give it another name.",
            record=beside,
            case=path.name,
        )
        raise FileError(message)
    lay_beside(case, record)
    return case
