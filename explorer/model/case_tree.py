"""The content of a case file as a tree: looked up, changed and filled, sound or not yet.

Content is what JSON knows: objects, lists and values. Nothing here changes what it is handed; all
that is not on the way to a change is shared with the result.
"""

from typing import cast

from explorer.model.case_shape import Member, Shape, resolved

Path = tuple[str | int, ...]
"""Names and places that lead from a case to one of its parts."""

Content = dict[str, object]
"""What a case file holds."""

MISSING = object()
"""What stands where nothing is."""


def at(content: object, path: Path) -> object:
    """Return what stands at a path; :data:`MISSING` where it leads nowhere."""
    here = content
    for step in path:
        if isinstance(here, dict):
            here = cast("Content", here).get(str(step), MISSING)
        elif isinstance(here, list) and isinstance(step, int):
            items = cast("list[object]", here)
            here = items[step] if 0 <= step < len(items) else MISSING
        else:
            return MISSING
    return here


def with_value(content: object, path: Path, value: object) -> object:
    """Return a content with another value at a path; :data:`MISSING` takes what stands there away.

    Records on the way that are missing come into being; a place behind the end of a list adds to
    it.
    """
    if not path:
        return value
    step, *rest = path
    inner = with_value(at(content, (step,)), tuple(rest), value)
    if isinstance(step, int):
        items = list(cast("list[object]", content)) if isinstance(content, list) else []
        items[step : step + 1] = [] if inner is MISSING else [inner]
        return items
    record = dict(cast("Content", content)) if isinstance(content, dict) else {}
    if inner is MISSING:
        record.pop(step, None)
    else:
        record[step] = inner
    return record


def blank(shape: Shape) -> object:
    """Return the emptiest thing of a shape; texts are empty and numbers as near to 0 as can be.

    It need not be valid yet: what is missing in it is what the editor then tells.
    """
    shape = resolved(shape, None)
    if shape.is_nullable:
        return None
    if shape.kind == "record":
        return {
            name: blank(member.shape)
            for name, member in shape.members.items()
            if is_written(member)
        }
    if shape.kind in ("list", "keyed"):
        return [] if shape.kind == "list" else {}
    if shape.kind in ("choice", "fixed"):
        return shape.choices[0]
    if shape.kind == "flag":
        return False
    return "" if shape.kind in ("text", "id", "day") else _least(shape)


def is_written(member: Member) -> bool:
    """Return whether a new record has this member: what must be there, and what tells its kind."""
    return member.is_required or member.shape.kind == "fixed"


def _least(shape: Shape) -> float:
    lowest = 0 if shape.lowest is None else shape.lowest
    number = min(max(0, lowest), lowest if shape.highest is None else shape.highest)
    return int(number) if number == int(number) else number


def title_of(content: object, fallback: str) -> str:
    """Return what a part calls itself: its name, title or id; else the first text in it."""
    if not isinstance(content, dict):
        return fallback
    record = cast("Content", content)
    for key in ("name", "title", "label", "who", "short", "id", "control", "issue", "version"):
        found = record.get(key)
        if isinstance(found, str) and found.strip():
            return found.strip()
    texts = (each for each in record.values() if isinstance(each, str) and each.strip())
    return next(texts, fallback)
