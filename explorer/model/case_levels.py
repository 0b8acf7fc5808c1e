"""Levels of an issue, added and taken away together with everything that counts by them."""

from collections.abc import Callable, Iterator
from typing import cast

from explorer.model.case_tree import Content, Path, at, with_value
from explorer.model.level_numbers import level_shifts, with_shifts

Change = Callable[[list[object]], list[object]]
"""What becomes of a list when a level is added or taken away."""


def with_level_change(content: Content, place: int, change: Change, series: Change) -> Content:
    """Return a case in which the levels of one issue, and all numbers counted by them, change.

    Numbers that name levels elsewhere, such as those of packages, go with them; see
    :func:`~explorer.model.level_numbers.level_shifts`.

    Parameters
    ----------
    content
        What a case file holds.
    place
        That of the issue among ``issues``.
    change
        What becomes of the list of levels.
    series
        What becomes of a list with one entry for each level.
    """
    path: Path = ("issues", place)
    changed = _changed(content, (*path, "levels"), change)
    id_ = at(content, (*path, "id"))
    for found in tuple(_counted(content, place, id_)):
        changed = _changed(changed, found, series)
    return with_shifts(cast("Content", changed), level_shifts(content, place, change))


def _changed(content: object, path: Path, change: Change) -> object:
    found = at(content, path)
    items = cast("list[object]", found) if isinstance(found, list) else []
    return with_value(content, path, change(list(items)))


def _counted(content: Content, place: int, id_: object) -> Iterator[Path]:
    """Yield the paths of the lists that have one entry for each level of an issue."""
    path: Path = ("issues", place)
    possible: list[Path] = [
        (*path, "cost", "base", "values"),
        (*path, "benefit", "points", "values"),
        (*path, "benefit", "verification", "multipliers"),
    ]
    for slope in range(_length(content, (*path, "cost", "slopes"))):
        possible.append((*path, "cost", "slopes", slope, "series", "values"))
    for each in range(_length(content, ("stakeholders",))):
        possible.append(("stakeholders", each, "points", str(id_), "values"))
    for each in range(_length(content, ("issues",))):
        seen: Path = ("issues", each, "benefit", "verification")
        if at(content, (*seen, "issue")) == id_:
            rows = (*seen, "multipliers")
            possible += [(*rows, row) for row in range(_length(content, rows))]
    yield from (each for each in possible if isinstance(at(content, each), list))


def _length(content: Content, path: Path) -> int:
    found = at(content, path)
    return len(cast("list[object]", found)) if isinstance(found, list) else 0
