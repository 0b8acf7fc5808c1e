"""Provenance in the JSON that a command prints: one member more of the object."""

import json
from collections.abc import Iterator
from typing import cast

from explorer.files.json_text import as_object, parse_json
from explorer.model.provenance import UNSEALED, Item
from explorer.model.wording import tr

MEMBER = "provenance"
"""The member that holds the record."""


def embedded(content: bytes, text: str) -> bytes:
    """Return an object as JSON with a record as its last member."""
    told = _without(_object(content))
    return json.dumps({**told, MEMBER: json.loads(text)}, indent=2).encode("ascii")


def record(content: bytes) -> str | None:
    """Return the text of the record in a JSON object, or None; raises :class:`FileError`."""
    found = _object(content).get(MEMBER)
    return json.dumps(found) if isinstance(found, dict) else None


def whole(content: bytes) -> bytes:
    """Return what the seal is worked out of: all that is said, however it is set out."""
    told = _object(content)
    kept = {**as_object(told.get(MEMBER)), "seal": UNSEALED}
    return json.dumps({**told, MEMBER: kept}, sort_keys=True).encode("ascii")


def items(content: bytes) -> tuple[Item, ...]:
    """Return every value of an object under its path, such as board[2].packages."""
    return tuple(_leaves(_without(_object(content)), ""))


def _object(content: bytes) -> dict[str, object]:
    return as_object(parse_json(content.decode("utf-8", "replace"), tr("the answer")))


def _without(told: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in told.items() if key != MEMBER}


def _leaves(value: object, place: str) -> Iterator[Item]:
    if isinstance(value, dict):
        for key, inner in cast("dict[str, object]", value).items():
            yield from _leaves(inner, f"{place}.{key}" if place else key)
    elif isinstance(value, list):
        for number, inner in enumerate(cast("list[object]", value)):
            yield from _leaves(inner, f"{place}[{number}]")
    else:
        yield Item(place, json.dumps(value))
