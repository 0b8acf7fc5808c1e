"""References within a case: which members name which other parts, and who can be named there."""

from collections.abc import Iterator, Mapping
from typing import Literal, cast

from explorer.model.case_shape import Shape, case_shape, resolved
from explorer.model.case_tree import Content, Path, at, title_of, with_value

Kind = Literal[
    "issue", "control", "scale", "limit", "source", "discount", "ending", "stakeholder", "lens",
    "preset", "class", "window",
]  # fmt: skip
"""What can be named: a part of the case by its id, or controls of one kind."""

LISTS: Mapping[Kind, Path] = {
    "issue": ("issues",),
    "control": ("controls",),
    "scale": ("controls",),
    "limit": ("controls",),
    "source": ("sources",),
    "discount": ("discounts",),
    "ending": ("ending_shares",),
    "stakeholder": ("stakeholders",),
    "lens": ("lenses",),
    "preset": ("presets",),
    "class": ("classes",),
    "window": ("outlook", "windows"),
}
"""In which list of the case the parts of a kind stand."""

_NAMED: Mapping[str, Kind] = {
    "source": "source",
    "sources": "source",
    "control": "scale",
    "issue": "issue",
    "stakeholder": "stakeholder",
    "Headline.will": "scale",
    "Stakes.credibility": "scale",
    "MeetingRules.wills": "scale",
    "Benefit.discount": "discount",
    "ControlSlope.ends": "ending",
    "EndingChoice.share": "ending",
    "Gauge.sender_issue": "issue",
    "Gauge.stakeholder_issue": "issue",
    "Lens.pair": "lens",
    "CitedView.lens": "lens",
    "CitedView.windows": "window",
    "Case.default_preset": "preset",
    "Case.baseline_preset": "preset",
    "Check.preset": "preset",
    "EntryTerms.most": "limit",
    "EntryTerms.least": "limit",
    "ControlGroup.shown": "control",
    "ControlGroup.folded": "control",
}
"""What a member names, as its value or as the entries of its list."""

_KEYED: Mapping[str, Kind] = {
    "levels": "issue",
    "when": "issue",
    "requires": "issue",
    "points": "issue",
    "at_least": "issue",
    "at_most": "issue",
    "values": "control",
    "classes": "class",
}
"""What the keys of a member name where it holds parts or values by id."""


def named_kind(model: str, member: str) -> Kind | None:
    """Return what a member of a record names by its value, or None."""
    return _NAMED.get(f"{model}.{member}") or (None if model == "Case" else _NAMED.get(member))


def keyed_kind(member: str) -> Kind | None:
    """Return what the keys of a member name, or None."""
    return _KEYED.get(member)


def known_parts(content: Content, kind: Kind) -> tuple[tuple[str, str], ...]:
    """Return (id, name) of everything of a kind that a case has, in order."""
    found = at(content, LISTS[kind])
    items = cast("list[object]", found) if isinstance(found, list) else []
    return tuple(
        (str(item["id"]), title_of(item, str(item["id"])))
        for item in (cast("Content", each) for each in items if isinstance(each, dict))
        if "id" in item and (kind not in ("scale", "limit") or item.get("kind") == kind)
    )


def with_renamed(content: Content, path: Path, new: str) -> Content:
    """Return a case in which a part has another id, and everything that names it names it so.

    Where another part of its kind has that id already, only the part itself changes: what names
    the two could not be told apart afterwards.

    Parameters
    ----------
    content
        What a case file holds.
    path
        That of the part's id, such as ``("issues", 2, "id")``.
    new
        Its id from now on.
    """
    old = at(content, path)
    renamed = cast("Content", with_value(content, path, new))
    kinds: list[Kind] = [kind for kind, place in LISTS.items() if place == path[:-2]]
    taken = [id_ for kind in kinds[:1] for id_, _ in known_parts(content, kind)]
    if not kinds or not isinstance(old, str) or not old or taken.count(old) > 1 or new in taken:
        return renamed
    for place, is_key in tuple(_mentions(renamed, frozenset[Kind](kinds), old)):
        renamed = cast("Content", _with_mention(renamed, place, old, new, is_key))
    return renamed


def _with_mention(content: Content, path: Path, old: str, new: str, is_key: bool) -> object:
    if not is_key:
        return with_value(content, path, new)
    held = cast("Content", at(content, path[:-1]))
    keys = {_renamed(key, old, new) if key == path[-1] else key: held[key] for key in held}
    return with_value(content, path[:-1], keys)


def _renamed(key: str, old: str, new: str) -> str:
    """Return a key with another id in it; ids of assumptions are made of ids between dots."""
    return ".".join(new if part == old else part for part in key.split("."))


def _mentions(content: Content, kinds: frozenset[Kind], id_: str) -> Iterator[tuple[Path, bool]]:
    """Yield the path of each mention of an id, and whether it is a key of what stands there."""
    yield from _below(case_shape(), content, (), kinds, id_)


def _below(
    shape: Shape, here: object, path: Path, kinds: frozenset[Kind], id_: str
) -> Iterator[tuple[Path, bool]]:
    shape = resolved(shape, here)
    if isinstance(here, list):
        for place, inner in enumerate(cast("list[object]", here)):
            yield from _below(_item(shape), inner, (*path, place), kinds, id_)
    elif isinstance(here, dict):
        for key, inner in cast("Content", here).items():
            member = shape.members.get(key) if shape.kind == "record" else None
            place = (*path, key)
            if _owner(path) == "assumptions" and id_ in key.split("."):
                yield place, True
            if member is not None:
                yield from _named_here(shape.model, key, inner, place, kinds, id_)
                yield from _below(member.shape, inner, place, kinds, id_)
            elif shape.kind == "keyed":
                if key == id_ and keyed_kind(_owner(path)) in kinds:
                    yield place, True
                yield from _below(_item(shape), inner, place, kinds, id_)


def _named_here(
    model: str, member: str, value: object, path: Path, kinds: frozenset[Kind], id_: str
) -> Iterator[tuple[Path, bool]]:
    if named_kind(model, member) not in kinds:
        return
    if value == id_:
        yield path, False
    elif isinstance(value, list):
        entries = enumerate(cast("list[object]", value))
        yield from (((*path, place), False) for place, each in entries if each == id_)


def _item(shape: Shape) -> Shape:
    return shape if shape.item is None else shape.item


def _owner(path: Path) -> str:
    """Return the member that holds what stands at a path, the places of lists passed over."""
    names = [step for step in path if isinstance(step, str)]
    return names[-1] if names else ""
