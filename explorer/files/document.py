"""Document files: opening what can be understood, and never losing what cannot."""

from pathlib import Path
from typing import Literal

from explorer.files.atomic import write_text
from explorer.files.case_file import CASE_FORMAT
from explorer.files.document_text import Document, OpenedDocument, document_text, open_content
from explorer.files.json_text import LARGEST_FILE, as_object, read_json
from explorer.files.migration import Content, schema_version
from explorer.files.saved import DOCUMENT_FORMAT, DOCUMENT_VERSION
from explorer.model.errors import FileError
from explorer.model.lesson import LESSON_FORMAT
from explorer.model.study_plan import STUDY_FORMAT
from explorer.model.wording import tr

Kind = Literal["document", "case", "lesson", "study"]

SUFFIX = ".dealzone"
"""How the names of documents end."""


def read_document(path: Path) -> OpenedDocument:
    """Return the document in a file, as far as it can be understood.

    Raises :class:`FileError` if the file cannot be read, is no document, its case cannot be had, or
    nothing of its scenario is understood.
    """
    return open_content(read_json(path), str(path))


def write_document(path: Path, document: Document) -> str:
    """Write a document atomically; the previous content stays beside it as a backup.

    It returns what the user should know although the file is written, usually nothing. Raises
    :class:`FileError` if the file cannot be written, holds a document of a newer version, or would
    be so large that it could not be opened again.
    """
    reason = refuses_overwrite(path)
    if reason is not None:
        raise FileError(reason)
    text = document_text(document)
    if len(text.encode("utf-8", "backslashreplace")) > LARGEST_FILE:
        message = tr(
            "{path} cannot be saved: the document would be larger than {limit} megabytes and could "
            "not be opened again. Shorten its notes.",
            path=path,
            limit=LARGEST_FILE // 1024**2,
        )
        raise FileError(message)
    return write_text(path, text)


def refuses_overwrite(path: Path) -> str | None:
    """Return why a file must not be replaced without asking, or None if it may be.

    ``path``: Where a document is to be saved; there may be a file or none.
    """
    record = _record(path)
    version = schema_version(record)
    if record.get("format") != DOCUMENT_FORMAT or version is None or version <= DOCUMENT_VERSION:
        return None
    return tr(
        "{path} was saved by a newer version of this program and may hold more than this one "
        "understands. Save under another name.",
        path=path,
    )


def document_kind(path: Path) -> Kind:
    """Return whether a file is a document, case, lesson or study, by what it says of itself.

    Raises :class:`FileError` if it is none of them or cannot be read.
    """
    kinds: dict[object, Kind] = {
        DOCUMENT_FORMAT: "document",
        CASE_FORMAT: "case",
        LESSON_FORMAT: "lesson",
        STUDY_FORMAT: "study",
    }
    said = as_object(read_json(path)).get("format")
    kind = kinds.get(said) if isinstance(said, str) else None
    if kind is not None:
        return kind
    message = tr(
        "{path} is no document, case, lesson or study of this program: its field "
        '"format" must be "{document}", "{case}", "{lesson}" or "{study}".',
        path=path,
        document=DOCUMENT_FORMAT,
        case=CASE_FORMAT,
        lesson=LESSON_FORMAT,
        study=STUDY_FORMAT,
    )
    raise FileError(message)


def document_problems(path: Path) -> tuple[str, ...]:
    """Return a line for each thing that is wrong with a document's file; none if it is sound."""
    try:
        return read_document(path).problems
    except FileError as error:
        return tuple(str(error).splitlines())


def _record(path: Path) -> Content:
    """Return what a file holds, or nothing if it is missing or no JSON object."""
    try:
        return as_object(read_json(path))
    except FileError:
        return {}
