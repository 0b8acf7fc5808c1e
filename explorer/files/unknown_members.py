"""Members that this version does not know: found when a file is read, and written back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from explorer.files.migration import Content
from explorer.files.saved import SavedChange, SavedEstimate
from explorer.files.scenario_reading import spelt
from explorer.model.wording import tr

DEEPEST = 40
"""How deeply the parts of a document may be nested that are kept without being understood."""


@dataclass(frozen=True, slots=True)
class EntryMembers:
    """Unknown members of the entries of a list, by the entries' ids."""

    by_id: Mapping[str, Content]


@dataclass(frozen=True, slots=True)
class Unknown:
    """What was found in a part of a file.

    ``members`` can be kept; ``kept`` has a line for each of them, ``lost`` one for each other.
    """

    members: Content = field(default_factory=Content)
    kept: list[str] = field(default_factory=list[str])
    lost: list[str] = field(default_factory=list[str])


def unknown_members(
    record: Mapping[str, object], known: Mapping[str, object], prefix: str
) -> Unknown:
    """Return the members of a record that are not known.

    Parameters
    ----------
    record
        What a file holds at a place.
    known
        Has the known members as its keys.
    prefix
        The place in the file, with a dot behind it unless it is empty.
    """
    found = Unknown()
    for key, value in record.items():
        if key in known:
            continue
        place = prefix + spelt(key)
        if is_deeper(value, DEEPEST):
            found.lost.append(tr("{place}: is nested too deeply", place=place))
            continue
        found.kept.append(tr("{place}: is not known here; it is kept as it is", place=place))
        found.members[key] = value
    return found


def unknown_in_changes(content: object, place: str) -> Unknown:
    """Return the unknown members of changed assumptions, which stay while the change does.

    Parameters
    ----------
    content
        A list of changed assumptions, or anything else a file holds in its place.
    place
        Where it stands in the file.
    """
    found, by_id = Unknown(), dict[str, Content]()
    for number, item in enumerate(cast("list[object]", content) if _is_list(content) else ()):
        entry = _object(item)
        if entry is None or not isinstance(entry.get("id"), str):
            continue
        members = _entry_members(entry, f"{place}[{number}].", found)
        if members:
            by_id[str(entry["id"])] = members
    if by_id:
        found.members[place.rpartition(".")[2]] = EntryMembers(by_id)
    return found


def with_unknown(content: Content, unknown: Mapping[str, object]) -> Content:
    """Return a record with members added; what it says itself always wins.

    ``unknown``: What :func:`unknown_members` and :func:`unknown_in_changes` found when it was read.
    """
    merged = dict(content)
    for key, value in unknown.items():
        if isinstance(value, EntryMembers):
            if key in content:
                merged[key] = _with_entry_members(content[key], value)
            continue
        mine = content.get(key, value)
        is_nested = key in content and isinstance(mine, dict) and isinstance(value, dict)
        merged[key] = (
            with_unknown(cast("Content", mine), cast("Content", value)) if is_nested else mine
        )
    return merged


def is_deeper(value: object, limit: int) -> bool:
    """Return whether the parts of a value are nested more deeply than a limit."""
    if isinstance(value, dict):
        parts = list(cast("Content", value).values())
    elif isinstance(value, list):
        parts = cast("list[object]", value)
    else:
        return False
    return limit == 0 or any(is_deeper(part, limit - 1) for part in parts)


def _entry_members(entry: Content, prefix: str, found: Unknown) -> Content:
    """Return the unknown members of one changed assumption; lines about them are added."""
    parts = [(entry, SavedChange.model_fields, prefix, "")]
    for name in ("was", "now"):
        inner = _object(entry.get(name))
        if inner is not None:
            parts.append((inner, SavedEstimate.model_fields, f"{prefix}{name}.", name))
    members: Content = {}
    for record, known, place, name in parts:
        here = unknown_members(record, known, place)
        found.kept.extend(here.kept)
        found.lost.extend(here.lost)
        if here.members and name:
            members[name] = here.members
        else:
            members |= here.members
    return members


def _with_entry_members(entries: object, unknown: EntryMembers) -> object:
    merged: list[Content] = []
    for entry in cast("list[Content]", entries):
        more = unknown.by_id.get(str(entry.get("id")))
        merged.append(entry if more is None else with_unknown(entry, more))
    return merged


def _is_list(content: object) -> bool:
    return isinstance(content, list)


def _object(content: object) -> Content | None:
    return cast("Content", content) if isinstance(content, dict) else None
