"""Provenance in DOCX and PPTX: a part of its own in the package, and the texts of the others."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from explorer.files.provenance.text_slots import NAME, unsealed
from explorer.files.zip_package import packed
from explorer.model.errors import FileError
from explorer.model.wording import tr

PART = f"customXml/{NAME}.xml"
"""The part of the package that holds the record."""

MOST_PARTS, LARGEST_PACKAGE = 4_000, 256 * 1024**2
"""Parts of a package, and bytes that all of them may unpack to."""

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_HOLDERS = ("word/_rels/document.xml.rels", "ppt/_rels/presentation.xml.rels")
_BEGIN = f'<?xml version="1.0"?><provenance xmlns="urn:{NAME}">'.encode()
_END = b"</provenance>"
_PARAGRAPH, _TEXT = ("}p", "}t")
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")

_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)

Parts = dict[str, bytes]


def embedded(content: bytes, text: str) -> bytes:
    """Return a package with a record, in place of any that was there."""
    parts = _parts(content)
    parts[PART] = _BEGIN + text.encode("ascii") + _END
    link = f'<Relationship Id="{NAME}" Type="{_RELATION}" Target="../{PART}"/>'.encode()
    for name in _HOLDERS:
        if name in parts and link not in parts[name]:
            parts[name] = parts[name].replace(b"</Relationships>", link + b"</Relationships>")
    return packed(parts)


def record(content: bytes) -> str | None:
    """Return the text of the record in a package, or None; raises :class:`FileError`."""
    part = _parts(content).get(PART)
    if part is None or not part.startswith(_BEGIN) or not part.endswith(_END):
        return None
    return part[len(_BEGIN) : -len(_END)].decode("ascii", "replace")


def whole(content: bytes) -> bytes:
    """Return what the seal is worked out of: all parts, with no seal in the record."""
    return b"".join(
        name.encode() + b"\0" + (unsealed(data) if name == PART else data) + b"\0"
        for name, data in _parts(content).items()
    )


def paragraphs(content: bytes) -> Iterator[str]:
    """Yield the text of each paragraph of a document, or of each slide with its notes."""
    for name, data in sorted(_parts(content).items()):
        if name.startswith(("word/document", "word/footer", "ppt/slides/", "ppt/notesSlides/")):
            if not name.endswith(".xml"):
                continue
            yield from _texts(data)


def _texts(data: bytes) -> Iterator[str]:
    if any(mark in data for mark in _FORBIDDEN):
        raise _refused()
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise _refused() from error
    for paragraph in root.iter():
        if paragraph.tag.endswith(_PARAGRAPH):
            text = "".join(each.text or "" for each in paragraph.iter() if each.tag.endswith(_TEXT))
            if text:
                yield text


def _parts(content: bytes) -> Parts:
    """Return the parts of a package; nothing of one that would unpack to far too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            total = sum(entry.file_size for entry in entries)
            if len(entries) > MOST_PARTS or total > LARGEST_PACKAGE:
                raise _refused()
            parts = {entry.filename: _read(package, entry) for entry in entries}
    except _BROKEN as error:
        raise _refused() from error
    if len(parts) < len(entries):
        raise _refused()
    return parts


def _read(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return one part, never more of it than the package says that it holds."""
    with package.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if len(data) > entry.file_size:
        raise _refused()
    return data


def _refused() -> FileError:
    return FileError(
        tr("This is no sound package of a document or of slides, or it holds what none should.")
    )
