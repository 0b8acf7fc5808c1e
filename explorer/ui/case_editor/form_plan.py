"""The plan of a page: which rows it has, made from the shape of what stands there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from explorer.model.case_outline import has_page
from explorer.model.case_references import Kind, keyed_kind, known_parts, named_kind
from explorer.model.case_shape import Member, Shape, case_shape, resolved, shape_in
from explorer.model.case_tree import MISSING, Content, Path, at
from explorer.model.member_words import MemberWords
from explorer.model.wording import tr
from explorer.ui.case_editor.choice_words import choice_words
from explorer.ui.case_editor.grid_row import Choices, GridColumn

Widget = Literal[
    "line", "area", "choice", "flag", "grid", "entries", "part", "head", "kind", "key",
]  # fmt: skip
"""How a row is edited.

A head is the title of a part, ``part`` one that may be missing; ``kind`` and ``key`` are the choice
of what a record is, and of the id under which it stands.
"""

LONG = {
    "summary", "note", "meaning", "purpose", "background", "disagreement", "claim", "reason",
    "question", "sentence",
}  # fmt: skip
"""Members whose texts are longer than a line."""

HIDDEN = {("Case", "format"), ("Case", "schema_version")}
"""What a case file says of itself; the program writes it."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of a page: where its value stands, how it is edited, and in which words.

    ``depth`` is how many parts it lies within; ``is_there`` tells for a part that may be missing
    whether it is there.
    """

    path: Path
    widget: Widget
    shape: Shape
    title: str
    hint: str
    depth: int = 0
    default: object = None
    choices: Choices = ()
    columns: tuple[GridColumn, ...] = ()
    is_there: bool = True

    @property
    def form(self) -> object:
        """What decides whether the same widgets can show another plan."""
        return self.path, self.widget, self.shape, self.depth, self.title, self.is_there


def page_plan(content: Content, path: Path, words: MemberWords) -> tuple[PlannedRow, ...]:
    """Return the rows of the page at a path; none where nothing stands there."""
    shape = shape_in(case_shape(), content, path)
    is_gone = shape is None or (at(content, path) is MISSING and not _may_be_missing(path))
    if shape is None or is_gone:
        return ()
    planner = _Planner(content, words)
    if path and shape.kind != "record":
        title, hint = planner.words_at(path)
        return (planner.whole(path, shape, title, hint),)
    if shape.is_nullable:
        title, hint = planner.words_at(path)
        return tuple(planner.part(path, shape, title, hint, 0))
    return (*planner.key(path), *planner.record(path, shape, 0))


class _Planner:
    """Makes the rows of one content in one language."""

    def __init__(self, content: Content, words: MemberWords) -> None:
        self._content = content
        self._words = words

    def words_at(self, path: Path) -> tuple[str, str]:
        """Return title and hint of the member at a path, or of the list that holds it."""
        names = [place for place, step in enumerate(path) if isinstance(step, str)]
        for place in reversed(names):
            holder = shape_in(case_shape(), self._content, path[:place])
            if holder is not None and holder.kind == "record":
                return self._words.of(holder.model, str(path[place]))
        return "", ""

    def record(self, path: Path, shape: Shape, depth: int) -> Iterator[PlannedRow]:
        """Yield the rows of a record's members."""
        # What a record is comes first: it decides what else there is.
        ordered = sorted(shape.members.items(), key=_is_no_kind)
        for name, member in ordered:
            title, hint = self._words.of(shape.model, name)
            place = (*path, name)
            is_page = not path and member.shape.is_part and not _is_small(member.shape)
            if (shape.model, name) in HIDDEN or is_page:
                continue
            if member.shape.kind == "fixed":
                yield from self._kind(path, member, title, hint)
            elif member.shape.kind == "record":
                yield from self.part(place, member.shape, title, hint, depth)
            else:
                yield self._row(place, shape.model, member, depth)

    def part(
        self, path: Path, shape: Shape, title: str, hint: str, depth: int
    ) -> Iterator[PlannedRow]:
        """Yield a head, or what adds and removes a part that may be missing, and its rows."""
        is_there = isinstance(at(self._content, path), dict)
        widget: Widget = "part" if shape.is_nullable else "head"
        yield PlannedRow(path, widget, shape, title, hint, depth, is_there=is_there)
        if is_there or not shape.is_nullable:
            yield from self.record(path, shape, depth + 1)

    def key(self, path: Path) -> Iterator[PlannedRow]:
        """Yield the choice of the id under which a part stands, where it is one of parts by id."""
        holder = shape_in(case_shape(), self._content, path[:-1]) if path else None
        if holder is None or holder.kind != "keyed":
            return
        kind = keyed_kind(str(path[-2]))
        choices = () if kind is None else _labelled(known_parts(self._content, kind))
        hint = tr("What the numbers of this page are about.")
        yield PlannedRow(path, "key", Shape("id"), tr("About"), hint, choices=choices)

    def whole(self, path: Path, shape: Shape, title: str, hint: str) -> PlannedRow:
        """Return the one row of a page that is a list or parts by id."""
        if has_page(shape):
            return PlannedRow(path, "entries", shape, title, hint)
        if shape.item is not None and not shape.item.is_part and shape.kind == "list":
            return PlannedRow(path, "area", shape, title, hint)
        return self._grid(path, shape, title, hint, 0)

    def _kind(self, path: Path, member: Member, title: str, hint: str) -> Iterator[PlannedRow]:
        """Yield the choice of a record's kind where it can be of several."""
        holder = shape_in(case_shape(), self._content, path[:-1]) if path else None
        union = None if holder is None else holder.item
        if union is not None and union.kind == "union":
            choices = tuple((kind, choice_words(kind)) for kind in union.kinds)
            yield PlannedRow(path, "kind", member.shape, title, hint, choices=choices)

    def _row(self, path: Path, model: str, member: Member, depth: int) -> PlannedRow:
        shape, name = member.shape, str(path[-1])
        title, hint = self._words.of(model, name)
        if has_page(shape):
            return PlannedRow(path, "entries", shape, title, hint, depth)
        kind = named_kind(model, name)
        is_table = shape.kind in ("list", "keyed") and not _is_lines(shape)
        if is_table or (shape.kind == "list" and kind is not None):
            return self._grid(path, shape, title, hint, depth)
        choices: Choices = ()
        widget: Widget = "line"
        if kind is not None:
            choices, widget = _labelled(known_parts(self._content, kind)), "choice"
        elif shape.kind == "choice":
            choices = tuple((each, choice_words(each)) for each in shape.choices)
            widget = "choice"
        elif shape.kind == "flag":
            widget = "flag"
        elif _is_area(shape, name):
            widget = "area"
        return PlannedRow(path, widget, shape, title, hint, depth, member.default, choices)

    def _grid(self, path: Path, shape: Shape, title: str, hint: str, depth: int) -> PlannedRow:
        columns = tuple(self._columns(path, shape))
        return PlannedRow(path, "grid", shape, title, hint, depth, columns=columns)

    def _named_at(self, path: Path) -> Kind | None:
        """Return what the entries of the list at a path name, or None."""
        holder = shape_in(case_shape(), self._content, path[:-1])
        return None if holder is None else named_kind(holder.model, str(path[-1]))

    def _columns(self, path: Path, shape: Shape) -> Iterator[GridColumn]:
        if shape.kind == "keyed":
            names = [step for step in path if isinstance(step, str)]
            kind = keyed_kind(names[-1] if names else "")
            choices = () if kind is None else _labelled(known_parts(self._content, kind))
            yield GridColumn(None, tr("Id"), Shape("id"), choices=choices)
        item = resolved(shape.item or Shape("text"), None)
        if item.kind != "record":
            named = self._named_at(path) if shape.kind == "list" else None
            choices = () if named is None else _labelled(known_parts(self._content, named))
            yield GridColumn("", tr("Value"), item, choices=choices)
            return
        for name, member in item.members.items():
            title, hint = self._words.of(item.model, name)
            named = named_kind(item.model, name)
            choices = () if named is None else _labelled(known_parts(self._content, named))
            if member.shape.kind == "choice":
                choices = tuple((each, choice_words(each)) for each in member.shape.choices)
            yield GridColumn(name, title, member.shape, hint, choices, member.default)


def _may_be_missing(path: Path) -> bool:
    """Return whether a page is there although nothing stands there yet: not an entry of a list."""
    return bool(path) and isinstance(path[-1], str) and path[-2:-1] != ("points",)


def _is_no_kind(member: tuple[str, Member]) -> bool:
    return member[1].shape.kind != "fixed"


def _is_small(shape: Shape) -> bool:
    """Return whether a member of the case stands on its first page: values and short lists."""
    return shape.is_flat or (shape.item is not None and not shape.item.is_part)


def _is_lines(shape: Shape) -> bool:
    """Return whether a list is typed as text: of values, or of rows of numbers."""
    item = shape.item
    if shape.kind != "list" or item is None:
        return False
    return not item.is_part or (item.kind == "list" and item.item is not None)


def _is_area(shape: Shape, name: str) -> bool:
    is_long = shape.kind == "text" and name in LONG
    is_list = shape.kind == "list" and shape.item is not None
    return is_long or (is_list and cast("Shape", shape.item).kind not in ("number", "whole"))


def _labelled(parts: tuple[tuple[str, str], ...]) -> Choices:
    """Return ids with what they are called, told apart by the id where that is no name."""
    return tuple((id_, name if name == id_ else f"{name} ({id_})") for id_, name in parts)
