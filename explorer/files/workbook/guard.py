"""What a workbook may be before anything looks into it: small, whole, without entities."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from explorer.files.reading import read_content
from explorer.model.errors import FileError
from explorer.model.wording import tr

LARGEST_BOOK = 10 * 1024 * 1024
"""Bytes of a workbook; ten thousand scenarios of a full case have a quarter of it."""

LARGEST_CONTENT = 40 * 1024 * 1024
"""Bytes of all that is packed in it, unpacked; also the most that one part may have."""

MOST_PARTS = 1_000
"""Files packed in one workbook."""

_OLD = b"\xd0\xcf\x11\xe0"
"""How workbooks of the old format and those with a password begin."""

MOST_MERGED = 100_000
"""Cells that merged ranges may cover: each of them is made when a workbook is read."""

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*>")
_CORNERS = re.compile(rb"ref\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7}):([A-Za-z]{1,3})(\d{1,7})[\"']")

_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


def book_content(path: Path) -> bytes:
    """Return what a workbook's file holds, once it is known to be harmless.

    Raises :class:`FileError` if it cannot be read, is no workbook, is too large unpacked (a "zip
    bomb"), is protected by a password, or declares entities; the message names file and remedy.
    """
    return checked_book(path, read_content(path, LARGEST_BOOK))


def checked_book(path: Path, content: bytes) -> bytes:
    """Return what is in a workbook, once it is known to be harmless; see :func:`book_content`.

    ``path``: What to call it in a message.
    """
    if content.startswith(_OLD):
        message = tr(
            "{path} is an old workbook (.xls) or has a password. Save it as .xlsx without one.",
            path=path,
        )
        raise FileError(message)
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            _refuse_bombs(path, packed)
            _look_through(path, packed)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError) as error:
        raise FileError(not_a_book(path, error)) from error
    return content


def not_a_book(path: Path, error: BaseException) -> str:
    """Return that a file is no workbook, and what to do."""
    return tr(
        "{path} is no workbook that can be read ({reason}). Save it as .xlsx, or use a complete "
        "copy.",
        path=path,
        reason=error,
    )


def _refuse_bombs(path: Path, packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_CONTENT:
        message = tr(
            "{path} would unpack to more than {limit} megabytes or {parts:,} parts. This is no "
            "workbook of scenarios.",
            path=path,
            limit=LARGEST_CONTENT // 1024**2,
            parts=MOST_PARTS,
        )
        raise FileError(message)


def _look_through(path: Path, packed: zipfile.ZipFile) -> None:
    """Refuse what would cost far more than its size, or reach outside, in any part of XML."""
    merged = 0
    for part in packed.infolist():
        if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        text = packed.read(part)
        is_wide = text.startswith((b"\xff\xfe", b"\xfe\xff"))
        if is_wide or any(each in text for each in _DECLARATIONS):
            message = tr(
                "{path} is refused: its part {part} declares entities or is in an unusual "
                "encoding, which no spreadsheet writes. Save it anew with a spreadsheet.",
                path=path,
                part=part.filename,
            )
            raise FileError(message)
        merged += sum(map(_cells_in, _MERGED.findall(text)))
    if merged > MOST_MERGED:
        message = tr(
            "{path} is refused: it merges more than {most:,} cells. Undo the merging of whole rows "
            "or columns.",
            path=path,
            most=MOST_MERGED,
        )
        raise FileError(message)


def _cells_in(merged: bytes) -> int:
    """Return how many cells a range has; too many for one that is not spelt plainly."""
    corners = _CORNERS.search(merged)
    if corners is None or b"&" in merged:
        return MOST_MERGED + 1 if b":" in merged or b"&" in merged else 1
    left, top, right, bottom = corners.groups()
    return (_number(right) - _number(left) + 1) * (int(bottom) - int(top) + 1)


def _number(letters: bytes) -> int:
    """Return the number of a column, from 1."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - ord("A") + 1
    return number
