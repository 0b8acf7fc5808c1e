"""Levels named by their number: where a case does so, and what becomes of it as levels change.

Packages, board rows, landmarks, classes, rules, terms, red lines and settings of red lines name a
level by its place in the issue's list. Whatever names the level itself goes on naming it where it
stands elsewhere; a bound goes on meaning the same levels.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from explorer.model.case_references import keyed_kind
from explorer.model.case_shape import Shape, case_shape, resolved
from explorer.model.case_tree import Content, Path, at, with_value

Meaning = Literal["level", "least", "most"]
"""What a number stands for: the level itself, the lowest level that counts, or the highest."""

_BOUNDS: Mapping[str, Meaning] = {"at_least": "least", "at_most": "most"}

_KEYED: Mapping[str, Meaning] = {"levels": "level", **_BOUNDS}
"""What numbers by issue stand for, by the member that holds them."""

_BESIDE: Mapping[str, Meaning] = {"at_least": "least", "level": "least"}
"""What a member stands for in a record that names an issue: conditions, and lines of consent."""


_SETTINGS = ("lines", "fewer", "more")
"""Members of a record that hold settings of red lines."""


@dataclass(frozen=True, slots=True)
class LevelShift:
    """A number of a level that becomes another: ``path`` is where it stands.

    ``is_gone`` tells that the level which it named is no more, so that it names the one below now.
    """

    path: Path
    number: int
    is_gone: bool


def level_shifts(
    content: Content, place: int, change: Callable[[list[object]], list[object]]
) -> tuple[LevelShift, ...]:
    """Return every number of a level that becomes another as the levels of an issue change.

    A number that names a level which goes away falls to the level below, or to 0. Bounds go on
    meaning the same levels; where levels only change places they stay, since the same levels need
    not stand side by side any more. Numbers beyond the levels stay as they are.

    Parameters
    ----------
    content
        What a case file holds, before the change.
    place
        That of the issue among ``issues``.
    change
        What becomes of the list of levels.
    """
    issue = str(at(content, ("issues", place, "id")))
    return _shifts(content, place, change, content, _numbers(content, issue))


def record_shifts(
    record: Content, content: Content, place: int, change: Callable[[list[object]], list[object]]
) -> tuple[LevelShift, ...]:
    """Return every number of a level in a record of history that becomes another.

    ``record``: What the record's file holds: proposals name levels, periods and tests set red
    lines. ``content``, ``place``, ``change``: See :func:`level_shifts`.
    """
    issue = str(at(content, ("issues", place, "id")))
    found = _of_record(record, (), issue, _lines(content, issue))
    return _shifts(content, place, change, record, found)


def with_shifts(content: Content, shifts: Iterable[LevelShift]) -> Content:
    """Return what a file holds with other numbers of levels."""
    changed: object = content
    for shift in shifts:
        changed = with_value(changed, shift.path, shift.number)
    return cast("Content", changed)


def _shifts(
    content: Content,
    place: int,
    change: Callable[[list[object]], list[object]],
    tree: Content,
    numbers: Iterable[tuple[Path, Meaning]],
) -> tuple[LevelShift, ...]:
    levels = at(content, ("issues", place, "levels"))
    count = len(cast("list[object]", levels)) if isinstance(levels, list) else 0
    # Where each level stands afterwards; what is new is no number, or a second one of the same.
    order = change(list(range(count)))
    places = {old: order.index(old) for old in range(count) if old in order}
    found: list[LevelShift] = []
    for path, meaning in numbers:
        number = at(tree, path)
        if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < count:
            continue
        new = _moved(number, meaning, places, count)
        is_gone = meaning == "level" and number not in places
        if new != number or is_gone:
            found.append(LevelShift(path, new, is_gone))
    return tuple(found)


def _moved(number: int, meaning: Meaning, places: Mapping[int, int], count: int) -> int:
    below = [places[old] for old in range(number + 1) if old in places]
    if meaning == "level":
        return below[-1] if below else 0
    if sorted(places.values()) == list(range(count)):
        return number
    if meaning == "most":
        return max(below, default=0)
    above = [places[old] for old in range(number, count) if old in places]
    # A bound above all levels that are left falls to the deepest of them.
    return min(above, default=max(places.values(), default=0))


def _numbers(content: Content, issue: str) -> Iterator[tuple[Path, Meaning]]:
    """Yield the path of each number of a level of an issue, and what it stands for."""
    yield from _below(case_shape(), content, (), issue, _lines(content, issue))


def _lines(content: Content, issue: str) -> dict[str, Meaning]:
    """Return the red lines on an issue, by id, with what their settings stand for."""
    found = at(content, ("controls",))
    controls = cast("list[object]", found) if isinstance(found, list) else []
    records = [cast("Content", each) for each in controls if isinstance(each, dict)]
    return {
        str(each.get("id")): _BOUNDS[str(each.get("bound"))]
        for each in records
        if each.get("kind") == "limit"
        and each.get("issue") == issue
        and str(each.get("bound")) in _BOUNDS
    }


def _below(
    shape: Shape, here: object, path: Path, issue: str, lines: Mapping[str, Meaning]
) -> Iterator[tuple[Path, Meaning]]:
    shape = resolved(shape, here)
    record = cast("Content", here) if isinstance(here, dict) else {}
    if shape.kind != "record":
        yield from _keyed(record, path, issue, lines)
    elif record.get("issue") == issue:
        for name, meaning in _BESIDE.items():
            if name in record:
                yield (*path, name), meaning
    for step, inner_shape, inner in _inner(shape, cast("object", here)):
        yield from _below(inner_shape, inner, (*path, step), issue, lines)


def _inner(shape: Shape, here: object) -> Iterator[tuple[str | int, Shape, object]]:
    """Yield what stands within a part: each step, its shape, and what stands there."""
    if isinstance(here, list) and shape.item is not None:
        for place, inner in enumerate(cast("list[object]", here)):
            yield place, shape.item, inner
    elif isinstance(here, dict):
        for name, inner in cast("Content", here).items():
            member = shape.members.get(name)
            below = shape.item if member is None else member.shape
            if below is not None:
                yield name, below, inner


def _of_record(
    here: object, path: Path, issue: str, lines: Mapping[str, Meaning]
) -> Iterator[tuple[Path, Meaning]]:
    """Yield the numbers of levels in a part of a record."""
    if isinstance(here, list):
        for place, inner in enumerate(cast("list[object]", here)):
            yield from _of_record(inner, (*path, place), issue, lines)
    elif isinstance(here, dict):
        parts, owner = cast("Content", here), path[-1] if path else ""
        if owner == "levels" and issue in parts:
            yield (*path, issue), "level"
        elif owner in _SETTINGS:
            for key, meaning in lines.items():
                if key in parts:
                    yield (*path, key), meaning
        for name, inner in parts.items():
            yield from _of_record(inner, (*path, name), issue, lines)


def _keyed(
    parts: Content, path: Path, issue: str, lines: Mapping[str, Meaning]
) -> Iterator[tuple[Path, Meaning]]:
    """Yield the numbers that stand under the id of the issue, or of a red line on it."""
    owner = next((step for step in reversed(path) if isinstance(step, str)), "")
    kind = keyed_kind(owner)
    if kind == "control":
        for key in parts:
            if key in lines:
                yield (*path, key), lines[key]
    elif kind == "issue" and issue in parts:
        inner = parts[issue]
        if owner in _KEYED:
            yield (*path, issue), _KEYED[owner]
        elif isinstance(inner, dict):
            span = cast("Content", inner)
            # What is about one level alone names that level.
            is_one = span.get("at_least", 0) == span.get("at_most")
            for name, meaning in _BOUNDS.items():
                if name in span:
                    yield (*path, issue, name), "level" if is_one else meaning
