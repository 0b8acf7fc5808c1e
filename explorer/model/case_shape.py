"""The shape of a case: what every part of it may hold, read off the published description.

Forms, tables and blanks of the case editor are made from it, so that a member that the case gains
can be edited without anything being built for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, cast

from explorer.model.case import Case

Kind = Literal[
    "text", "id", "day", "number", "whole", "flag", "setting", "choice", "fixed",
    "record", "union", "list", "keyed",
]  # fmt: skip
"""What can stand at a place: one of several values, or a part that holds others.

``setting`` is a number or a switch, ``fixed`` a text that never changes, ``union`` a record whose
member ``kind`` says what else it holds, ``keyed`` parts by id.
"""

Schema = Mapping[str, object]

PARTS: frozenset[Kind] = frozenset(("record", "union", "list", "keyed"))
"""Kinds that hold other parts."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand at one place of a case.

    ``model`` names a record. ``members`` are a record's, in order; ``item`` is what lists and keyed
    parts hold; ``kinds`` are a union's records by kind. ``choices`` are the texts that can stand;
    a fixed one is alone. ``lowest`` and ``highest`` bound numbers. ``is_nullable``: whether nothing
    may stand there.
    """

    kind: Kind
    model: str = ""
    members: Mapping[str, "Member"] = field(default_factory=dict[str, "Member"])
    item: "Shape | None" = None
    kinds: Mapping[str, "Shape"] = field(default_factory=dict[str, "Shape"])
    choices: tuple[str, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    is_nullable: bool = False

    @property
    def is_part(self) -> bool:
        """Whether it holds other parts rather than a single value."""
        return self.kind in PARTS

    @property
    def is_flat(self) -> bool:
        """Whether it is a record of nothing but single values, fit for one row of a table."""
        return self.kind == "record" and not any(m.shape.is_part for m in self.members.values())


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a record: its name, its shape, and whether it has to be there.

    ``default`` is what holds where it is not; None if nothing does, or a part that is empty.
    """

    name: str
    shape: Shape
    is_required: bool
    default: object = None


@cache
def case_shape() -> Shape:
    """Return the shape of a whole case."""
    schema = Case.model_json_schema()
    return _Reader(cast("Mapping[str, Schema]", schema["$defs"])).record("Case", schema)


def shape_in(shape: Shape, content: object, path: tuple[str | int, ...]) -> Shape | None:
    """Return the shape of the part to which a path leads; None if it leads nowhere.

    ``content``: What stands at ``shape``; it says which record of a union holds.
    """
    here: object = content
    found: Shape | None = shape
    for step in path:
        found = None if found is None else resolved(found, here)
        if found is None:
            return None
        if found.kind == "record":
            member = found.members.get(str(step))
            found = None if member is None else member.shape
        else:
            found = found.item
        here = _child(here, step)
    return None if found is None else resolved(found, here)


def resolved(shape: Shape, content: object) -> Shape:
    """Return a union's record as its content says, the first where it says nothing known."""
    if shape.kind != "union":
        return shape
    named = cast("Schema", content).get("kind") if isinstance(content, dict) else None
    found = shape.kinds.get(str(named))
    return next(iter(shape.kinds.values())) if found is None else found


def _child(here: object, step: str | int) -> object:
    if isinstance(here, dict):
        return cast("dict[str, object]", here).get(str(step))
    if isinstance(here, list) and isinstance(step, int):
        items = cast("list[object]", here)
        return items[step] if step < len(items) else None
    return None


class _Reader:
    """Reads shapes off a JSON Schema."""

    def __init__(self, definitions: Mapping[str, Schema]) -> None:
        self._definitions = definitions

    def record(self, name: str, schema: Schema) -> Shape:
        """Return the shape of a record with its members."""
        required = cast("list[str]", schema.get("required", []))
        properties = cast("Mapping[str, Schema]", schema["properties"])
        members = {
            each: Member(each, self._shape(inner), each in required, inner.get("default"))
            for each, inner in properties.items()
        }
        return Shape("record", model=name, members=members)

    def _shape(self, schema: Schema) -> Shape:
        if "$ref" in schema:
            name = str(schema["$ref"]).rpartition("/")[2]
            return self.record(name, self._definitions[name])
        if "anyOf" in schema:
            return self._any(cast("list[Schema]", schema["anyOf"]))
        if "oneOf" in schema:
            records = [self._shape(each) for each in cast("list[Schema]", schema["oneOf"])]
            return Shape("union", kinds={_fixed_kind(each): each for each in records})
        kind = schema.get("type")
        if kind == "array":
            return Shape("list", item=self._shape(cast("Schema", schema["items"])))
        if kind == "object":
            return Shape("keyed", item=self._shape(_values(schema)))
        return _scalar(schema)

    def _any(self, schemas: list[Schema]) -> Shape:
        others = [each for each in schemas if each.get("type") != "null"]
        if len(others) == len(schemas):
            return Shape("setting", lowest=0, highest=100)
        found = self._shape(others[0])
        return Shape(
            found.kind, found.model, found.members, found.item, found.kinds, found.choices,
            found.lowest, found.highest, is_nullable=True,
        )  # fmt: skip


def _values(schema: Schema) -> Schema:
    """Return the description of what stands under the free names of an object."""
    by_pattern = cast("Mapping[str, Schema]", schema.get("patternProperties", {}))
    return next(iter(by_pattern.values()), cast("Schema", schema.get("additionalProperties")))


def _scalar(schema: Schema) -> Shape:
    if "const" in schema:
        return Shape("fixed", choices=(str(schema["const"]),))
    if "enum" in schema:
        return Shape("choice", choices=tuple(map(str, cast("list[object]", schema["enum"]))))
    kinds: dict[object, Kind] = {"boolean": "flag", "integer": "whole", "number": "number"}
    kind = kinds.get(schema.get("type"), "text")
    if kind == "text" and schema.get("format") == "date":
        kind = "day"
    elif kind == "text" and "pattern" in schema:
        kind = "id"
    highest = _bound(schema, "maximum")
    above = _bound(schema, "exclusiveMaximum")
    if highest is None and above is not None:
        highest = above - 1
    return Shape(kind, lowest=_bound(schema, "minimum"), highest=highest)


def _bound(schema: Schema, name: str) -> float | None:
    value = schema.get(name)
    return float(value) if isinstance(value, int | float) else None


def _fixed_kind(shape: Shape) -> str:
    return shape.members["kind"].shape.choices[0]
