"""Edits of a draft: a value set, an entry of a list added, copied, moved or taken away."""

from copy import deepcopy
from typing import Literal, cast

from explorer.model.case_levels import Change, with_level_change
from explorer.model.case_references import with_renamed
from explorer.model.case_shape import Member, Shape, case_shape, resolved, shape_in
from explorer.model.case_tree import (
    MISSING,
    Content,
    Path,
    at,
    blank,
    with_value,
)
from explorer.model.level_numbers import LevelShift, level_shifts, record_shifts

EntryChange = Literal["add", "copy", "remove", "up", "down"]
"""What becomes of an entry of a list."""

LEVELS = 3
"""How many steps the path of an issue's levels has: issues, its place, levels."""


def with_edit(content: Content, path: Path, value: object) -> Content:
    """Return a case with another value at a path.

    An id is changed wherever it is named. What may be missing and stands as it would anyway is left
    out.
    """
    if path and path[-1] == "id" and isinstance(value, str):
        return with_renamed(content, path, value)
    member = _member(content, path)
    if member is not None and not member.is_required and value == _usual(member):
        value = MISSING
    return cast("Content", with_value(content, path, value))


def with_kind(content: Content, path: Path, kind: str) -> Content:
    """Return a case in which a record of several kinds is of another; what both know stays."""
    shape = _raw_shape(content, path)
    if shape is None or kind not in shape.kinds:
        return content
    record = shape.kinds[kind]
    old = cast("Content", at(content, path))
    kept = {name: old[name] for name in record.members if name in old and name != "kind"}
    fresh = cast("Content", blank(record))
    return cast("Content", with_value(content, path, {**fresh, **kept, "kind": kind}))


def with_part(content: Content, path: Path, *, is_there: bool) -> Content:
    """Return a case with a part that may be missing made anew, or taken away."""
    member = _member(content, path)
    if member is None:
        return content
    fresh = blank(_whole(member.shape)) if is_there else MISSING
    return cast("Content", with_value(content, path, fresh))


def with_entry_change(content: Content, path: Path, change: EntryChange, place: int) -> Content:
    """Return a case in which one entry of a list is added, copied, moved or taken away.

    Whatever counts by the levels of an issue, or names one by its number, changes with them; see
    :func:`shifted_levels`.

    Parameters
    ----------
    content
        What a case file holds.
    path
        That of the list, or of parts by id.
    change
        What becomes of the entry; a new one comes behind it.
    place
        That of the entry; -1 where there is none.
    """
    held = at(content, path)
    if isinstance(held, dict):
        return _keyed_change(content, path, change, place)
    if _is_levels(path):
        return _level_change(content, path, change, place)
    return _list_change(content, path, change, place)


def shifted_levels(
    content: Content, path: Path, change: EntryChange, place: int
) -> tuple[LevelShift, ...]:
    """Return which numbers of levels elsewhere a change of an entry changes; none of other lists.

    ``content``, ``path``, ``change``, ``place``: See :func:`with_entry_change`.
    """
    if not _is_levels(path):
        return ()
    return level_shifts(content, int(path[1]), _levels_after(content, path, change, place))


def shifted_in_record(
    record: Content, content: Content, path: Path, change: EntryChange, place: int
) -> tuple[LevelShift, ...]:
    """Return which numbers of levels a change of an entry changes in the record of a case.

    ``record``: What the record's file holds. For the others see :func:`with_entry_change`.
    """
    if not _is_levels(path):
        return ()
    after = _levels_after(content, path, change, place)
    return record_shifts(record, content, int(path[1]), after)


def _is_levels(path: Path) -> bool:
    return len(path) == LEVELS and path[0] == "issues" and path[-1] == "levels"


def with_key(content: Content, path: Path, place: int, key: str) -> Content:
    """Return a case in which one of the parts by id stands under another id, unless that is taken.

    ``place``: That of the part; behind the last a new one comes into being.
    """
    held = at(content, path)
    parts = dict(cast("Content", held)) if isinstance(held, dict) else {}
    if key in parts:
        return content
    names = list(parts)
    if place >= len(names):
        shape = shape_in(case_shape(), content, path)
        parts[key] = blank(_item(shape))
    else:
        parts = {key if name == names[place] else name: value for name, value in parts.items()}
    return cast("Content", with_value(content, path, parts))


def new_entry(content: Content, path: Path) -> object:
    """Return what is added to a list: the emptiest thing of its kind."""
    return blank(_item(shape_in(case_shape(), content, path)))


def _list_change(content: Content, path: Path, change: EntryChange, place: int) -> Content:
    items = _items(content, path)
    fresh = _copied(items, place) if change == "copy" else new_entry(content, path)
    after = _after(items, change, place, fresh)
    return content if after == items else cast("Content", with_value(content, path, after))


def _level_change(content: Content, path: Path, change: EntryChange, place: int) -> Content:
    """Return a case in which a level changes with every series that counts by the levels."""

    def series(items: list[object]) -> list[object]:
        # A new level is worth as much as the one before it, until somebody says more.
        before = place if 0 <= place < len(items) else len(items) - 1
        worth = deepcopy(items[before]) if items else 0
        return _after(items, change, place, worth)

    levels = _levels_after(content, path, change, place)
    return with_level_change(content, int(path[1]), levels, series)


def _levels_after(content: Content, path: Path, change: EntryChange, place: int) -> Change:
    """Return what becomes of a list of levels."""
    fresh = new_entry(content, path)
    is_copy = change == "copy"
    return lambda items: _after(items, change, place, _copied(items, place) if is_copy else fresh)


def _after(items: list[object], change: EntryChange, place: int, fresh: object) -> list[object]:
    """Return a list after one entry was added behind a place, moved, or taken away."""
    count = len(items)
    if change == "add" or (change == "copy" and 0 <= place < count):
        behind = place + 1 if 0 <= place < count else count
        return [*items[:behind], fresh, *items[behind:]]
    if not 0 <= place < count or change == "copy":
        return items
    if change == "remove":
        return [*items[:place], *items[place + 1 :]]
    others = [*items[:place], *items[place + 1 :]]
    wanted = min(max(place + (-1 if change == "up" else 1), 0), count - 1)
    return [*others[:wanted], items[place], *others[wanted:]]


def _copied(items: list[object], place: int) -> object:
    """Return a copy of an entry, under an id that is not taken."""
    if not 0 <= place < len(items):
        return None
    copied = deepcopy(items[place])
    if isinstance(copied, dict) and "id" in copied:
        record = cast("Content", copied)
        taken = {each.get("id") for each in cast("list[Content]", items)}
        number = 2
        while f"{record['id']}-{number}" in taken:
            number += 1
        record["id"] = f"{record['id']}-{number}"
    return cast("object", copied)


def _items(content: Content, path: Path) -> list[object]:
    found = at(content, path)
    return list(cast("list[object]", found)) if isinstance(found, list) else []


def _keyed_change(content: Content, path: Path, change: EntryChange, place: int) -> Content:
    parts = cast("Content", at(content, path))
    names = list(parts)
    if change == "add":
        return with_key(content, path, len(names), _free(names))
    if not 0 <= place < len(names):
        return content
    if change == "remove":
        return cast("Content", with_value(content, (*path, names[place]), MISSING))
    if change == "copy":
        name = names[place]
        return cast("Content", with_value(content, (*path, _free(names)), deepcopy(parts[name])))
    wanted = min(max(place + (-1 if change == "up" else 1), 0), len(names) - 1)
    names.insert(wanted, names.pop(place))
    return cast("Content", with_value(content, path, {name: parts[name] for name in names}))


def _free(names: list[str]) -> str:
    number = 1
    while f"new-{number}" in names:
        number += 1
    return f"new-{number}"


def _member(content: Content, path: Path) -> Member | None:
    """Return the member of a record at a path; None for an entry of a list, and for the case."""
    if not path or not isinstance(path[-1], str):
        return None
    holder = shape_in(case_shape(), content, path[:-1])
    return None if holder is None or holder.kind != "record" else holder.members.get(path[-1])


def _usual(member: Member) -> object:
    """Return what holds where a member is missing."""
    if member.default is None and member.shape.kind in ("list", "keyed"):
        return [] if member.shape.kind == "list" else {}
    return member.default


def _raw_shape(content: Content, path: Path) -> Shape | None:
    """Return the shape at a path without asking which record of a union stands there."""
    holder = shape_in(case_shape(), content, path[:-1]) if path else None
    return None if holder is None else holder.item


def _item(shape: Shape | None) -> Shape:
    if shape is None or shape.item is None:
        return Shape("text")
    return resolved(shape.item, None)


def _whole(shape: Shape) -> Shape:
    """Return a shape that may be missing as one that is there."""
    return Shape(
        shape.kind, shape.model, shape.members, shape.item, shape.kinds, shape.choices,
        shape.lowest, shape.highest,
    )  # fmt: skip
