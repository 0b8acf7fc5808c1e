"""The formats that carry provenance: by suffix, how each is written, sealed and read."""

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

from explorer.files.provenance import answer, office, png, workbook
from explorer.files.provenance.html_texts import html_texts
from explorer.files.provenance.record import record_text
from explorer.files.provenance.text_slots import CSV, GIFT, HTML, MARKDOWN, PDF, SVG, TextSlot
from explorer.files.reading import read_content
from explorer.model.errors import FileError
from explorer.model.provenance import UNSEALED, Item, Provenance
from explorer.model.wording import tr

LARGEST_EXPORT = 128 * 1024**2
"""Bytes of an export; a poster of the largest size has less."""

LONGEST_NAME = 60
"""Characters of a row's name by which a cell is told."""


@dataclass(frozen=True, slots=True)
class Form:
    """One format.

    Attributes
    ----------
    embedded
        Returns a content with the text of a record in it.
    record
        Returns the text of the record in a content, or None.
    whole
        Returns what a seal is worked out of.
    texts
        Returns what can be read in a file, piece by piece; None where it cannot be read back.
    read_ahead
        Reads a content before the others are asked, and tells how much is read, 0 to 1; None where
        reading takes no time.
    """

    embedded: Callable[[bytes, str], bytes]
    record: Callable[[bytes], str | None]
    whole: Callable[[bytes], bytes]
    texts: Callable[[bytes], tuple[Item, ...]] | None = None
    read_ahead: Callable[[bytes, Callable[[float], None]], None] | None = None


_DRAWN = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)


def svg_texts(content: bytes) -> tuple[str, ...]:
    """Return the words of a drawing in their order; it is never understood as XML."""
    text = SVG.without_record(content).decode("utf-8", "replace")
    return tuple(unescape(words).strip() for words in _DRAWN.findall(text))


def _csv_items(content: bytes) -> tuple[Item, ...]:
    """Return each cell of a table under the name of its row and the head of its column."""
    text = CSV.without_record(content).decode("utf-8-sig", "replace")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    heads = rows[0] if rows else []
    return tuple(
        Item(
            tr(
                "row {n} ({name}), column “{column}”",
                n=number,
                name=row[0][:LONGEST_NAME],
                column=heads[place] if place < len(heads) else place + 1,
            )
            if number
            else tr("head of column {n}", n=place + 1),
            cell,
        )
        for number, row in enumerate(rows)
        for place, cell in enumerate(row)
    )


def _markdown_items(content: bytes) -> tuple[Item, ...]:
    return _line_items(MARKDOWN.without_record(content))


def _gift_items(content: bytes) -> tuple[Item, ...]:
    return _line_items(GIFT.without_record(content))


def _line_items(content: bytes) -> tuple[Item, ...]:
    text = content.decode("utf-8", "replace")
    return tuple(
        Item(tr("line {n}", n=number), line)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip()
    )


def _html_items(content: bytes) -> tuple[Item, ...]:
    return pieces(html_texts(HTML.without_record(content).decode("utf-8", "replace")))


def _office_items(content: bytes) -> tuple[Item, ...]:
    return pieces(office.paragraphs(content))


def pieces(texts: Iterable[str]) -> tuple[Item, ...]:
    """Return texts as items in their order, counted from 1."""
    return tuple(
        Item(tr("paragraph or cell {n}", n=number), words)
        for number, words in enumerate(texts, start=1)
    )


def _text_form(slot: TextSlot, texts: Callable[[bytes], tuple[Item, ...]] | None = None) -> Form:
    return Form(slot.embedded, slot.record, slot.whole, texts)


_OFFICE = Form(office.embedded, office.record, office.whole, _office_items)
_HTML = _text_form(HTML, _html_items)

FORMS: Mapping[str, Form] = {
    ".png": Form(png.embedded, png.record, png.whole),
    ".svg": _text_form(SVG),
    ".pdf": _text_form(PDF),
    ".html": _HTML,
    ".htm": _HTML,
    ".md": _text_form(MARKDOWN, _markdown_items),
    ".gift": _text_form(GIFT, _gift_items),
    ".csv": _text_form(CSV, _csv_items),
    ".docx": _OFFICE,
    ".pptx": _OFFICE,
    ".xlsx": Form(
        workbook.embedded, workbook.record, workbook.whole, workbook.items, workbook.read_ahead
    ),
    ".json": Form(answer.embedded, answer.record, answer.whole, answer.items),
}
"""The formats, by the suffix of a file's name."""


def stamped(content: bytes, suffix: str, origin: Provenance) -> bytes:
    """Return a file's content with its provenance in it, sealed.

    ``suffix``: One of :data:`FORMS`, in small letters.
    """
    if suffix == ".svg":
        origin = replace(origin, drawn=svg_texts(content))
    form = FORMS[suffix]
    blank = form.embedded(content, record_text(origin))
    return form.embedded(blank, record_text(origin, seal=seal_of(blank, suffix)))


def seal_of(content: bytes, suffix: str) -> str:
    """Return the seal of a file as it stands now; raises :class:`FileError` if it is damaged."""
    return hashlib.sha256(FORMS[suffix].whole(content)).hexdigest()


def is_sealed(content: bytes, suffix: str, origin: Provenance) -> bool:
    """Tell whether a file is byte for byte what was sealed."""
    return origin.seal != UNSEALED and seal_of(content, suffix) == origin.seal


def read_export(path: Path) -> bytes:
    """Return the content of an export.

    Raises :class:`FileError` if it cannot be read, is too large, or has a format that carries no
    provenance.
    """
    if path.suffix.lower() not in FORMS:
        raise FileError(
            tr(
                "{path}: the name must end in {suffixes}.",
                path=path,
                suffixes=", ".join(FORMS),
            )
        )
    return read_content(path, LARGEST_EXPORT)
