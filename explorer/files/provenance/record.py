"""Records of provenance: made of a document, written as one line of text, understood again."""

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from explorer import __version__
from explorer.files.document_text import Document, OpenedDocument, document_content, open_content
from explorer.files.json_text import explain, parse_json, validated
from explorer.files.scenario_code import scenario_code
from explorer.model.errors import FileError
from explorer.model.provenance import (
    PROVENANCE_FORMAT,
    PROVENANCE_VERSION,
    UNSEALED,
    Item,
    Provenance,
)
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr

LARGEST_RECORD = 8 * 1024**2
"""Bytes of a record; one with a whole case and every number of a picture is far shorter."""

MOST_ITEMS = 200_000
"""Things that an export tells at most."""

FINGERPRINT_DIGITS = 16
"""Hexadecimal digits of a fingerprint: people compare them by eye."""

_ESCAPES = (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e"), ("--", "-\\u002d"))
"""What would steer HTML, XML or the end of a comment, as JSON may write it as well."""

_SEAL = "^[0-9a-f]{64}$"


class _Record(BaseModel):
    """A record of provenance as it stands in a file."""

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True)

    format: Literal["dealzone-provenance"]
    schema_version: Annotated[int, Field(ge=1)]
    kind: Annotated[str, Field(max_length=60)]
    program: Annotated[str, Field(max_length=60)]
    model: Annotated[str, Field(max_length=60)]
    as_of: Annotated[str, Field(max_length=40)] = ""
    code: Annotated[str, Field(max_length=20_000)] = ""
    asked: dict[str, object] = Field(default_factory=dict[str, object])
    document: dict[str, object]
    items: Annotated[list[tuple[str, str]], Field(max_length=MOST_ITEMS)] = Field(
        default_factory=list[tuple[str, str]]
    )
    drawn: Annotated[list[str], Field(max_length=MOST_ITEMS)] = Field(default_factory=list[str])
    fingerprint: Annotated[str, Field(max_length=80)]
    seal: Annotated[str, Field(pattern=_SEAL)]


def provenance_of(
    kind: str,
    document: Document,
    asked: Mapping[str, object] | None = None,
    items: tuple[Item, ...] = (),
) -> Provenance:
    """Return what an export of a document says of itself.

    Parameters
    ----------
    kind
        What is exported.
    asked
        What was chosen besides, as JSON can hold it.
    items
        What the export tells, where it cannot be read back from the file.
    """
    scenario = document.scenario
    return Provenance(
        kind,
        document_content(document),
        asked or {},
        items,
        as_of="" if scenario.as_of is None else scenario.as_of.isoformat(),
        code=scenario_code(scenario),
        program=__version__,
        model=MODEL_VERSION,
    )


def fingerprint(origin: Provenance) -> str:
    """Return a short text that is another one whenever model, case, scenario or question is.

    Four groups of four hexadecimal digits, the first of a SHA-256.
    """
    told = (origin.kind, origin.program, origin.model, origin.document, origin.asked)
    digest = hashlib.sha256(_json(told).encode()).hexdigest()[:FINGERPRINT_DIGITS]
    return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))


def marked(foot: str, origin: Provenance) -> str:
    """Return the line at the foot of an export with the fingerprint at its end."""
    return tr("{foot} Fingerprint {mark}.", foot=foot, mark=fingerprint(origin))


def record_text(origin: Provenance, *, seal: str = UNSEALED) -> str:
    """Return a record as one line of JSON in plain ASCII that no format takes for its own signs."""
    content = {
        "format": PROVENANCE_FORMAT,
        "schema_version": PROVENANCE_VERSION,
        "kind": origin.kind,
        "program": origin.program,
        "model": origin.model,
        "as_of": origin.as_of,
        "code": origin.code,
        "asked": origin.asked,
        "document": origin.document,
        "items": [(item.place, item.words) for item in origin.items],
        "drawn": list(origin.drawn),
        "fingerprint": fingerprint(origin),
        "seal": seal,
    }
    text = _json(content)
    for sign, escape in _ESCAPES:
        text = text.replace(sign, escape)
    return text


def read_record(text: str, name: str) -> tuple[Provenance, str]:
    """Return what a record says, and the fingerprint that it claims.

    Raises
    ------
    FileError
        If it is no record of this program, too large, or one of a newer version.
    """
    if len(text) > LARGEST_RECORD:
        raise FileError(tr("{name}: what it says of itself is far too large.", name=name))
    data = parse_json(text, name)
    try:
        record = validated(_Record, data)
    except ValidationError as error:
        raise FileError(explain(error, name, data)) from error
    if record.schema_version > PROVENANCE_VERSION:
        raise FileError(
            tr(
                "{name} was written by a newer version of this program, {version}. Verify it with "
                "that one.",
                name=name,
                version=record.program,
            )
        )
    origin = Provenance(
        record.kind,
        record.document,
        record.asked,
        tuple(Item(place, words) for place, words in record.items),
        tuple(record.drawn),
        record.as_of,
        record.code,
        record.program,
        record.model,
        record.seal,
    )
    return origin, record.fingerprint


def document_of(origin: Provenance, name: str) -> OpenedDocument:
    """Return the document that an export was made of.

    Raises :class:`FileError` if its case cannot be had or its scenario is not understood.
    """
    return open_content(dict(origin.document), name)


def _json(content: object) -> str:
    return json.dumps(content, separators=(",", ":"), sort_keys=False)
