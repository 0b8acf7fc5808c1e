"""XML that anybody may have written: small, without entities, nothing fetched from elsewhere."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from explorer.files.extras import extra_module
from explorer.files.json_text import LARGEST_FILE
from explorer.files.reading import read_content
from explorer.model.errors import FileError
from explorer.model.wording import tr

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

MOST_ELEMENTS = 50_000
"""Elements of one file: a domain with the most packages that can be solved has far fewer."""

LONGEST_LABEL = 200
"""Characters of a name or of a value in words; longer ones are cut."""

_BEFORE = b"\xef\xbb\xbf \t\r\n"
"""What some programs write before the first element."""


def read_xml(path: Path) -> Element | None:
    """Return the root of an XML file, or None for a file that is no XML at all.

    A byte order mark and blank lines before the first element do not matter.

    Raises
    ------
    FileError
        If the file cannot be read, is too large, is broken XML, or has entities or refers to
        anything outside itself; the message names the file and the place.
    MissingExtraError
        If the package that reads XML safely is not installed.
    """
    content = read_content(path, LARGEST_FILE).lstrip(_BEFORE)
    if not content.startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        return None
    purpose = tr("Reading Genius files")
    safe = extra_module("defusedxml.ElementTree", "tables", purpose)
    refused = extra_module("defusedxml", "tables", purpose).DefusedXmlException
    try:
        root: Element = safe.fromstring(content)
    except refused as error:
        message = tr(
            "{path} is refused: it declares entities or refers to other files, which no Genius "
            "file needs and hostile ones do. Remove these declarations.",
            path=path,
        )
        raise FileError(message) from error
    except (safe.ParseError, LookupError, ValueError) as error:
        raise FileError(_broken(path, error)) from error
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        message = tr(
            "{path} holds more than {most:,} elements. It is no Genius file that can be solved.",
            path=path,
            most=MOST_ELEMENTS,
        )
        raise FileError(message)
    return root


def _broken(path: Path, error: Exception) -> str:
    return tr(
        "{path} is not valid XML ({reason}). Correct this place, or use a complete copy.",
        path=path,
        reason=error,
    )


def number_of(text: str | None) -> float | None:
    """Return the number that an attribute holds; None where there is none, or no ordinary one."""
    try:
        number = float((text or "").strip())
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def label_of(text: str | None) -> str:
    """Return a name on one line, without blanks at its ends, cut where it is very long."""
    label = " ".join((text or "").split())
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"
