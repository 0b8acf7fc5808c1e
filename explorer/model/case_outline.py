"""The outline of a case: its pages in the editor, one for each part that is more than a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from explorer.model.case_shape import Shape, case_shape, resolved
from explorer.model.case_tree import Content, Path, at, title_of
from explorer.model.member_words import MemberWords
from explorer.model.wording import tr


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the editor: where it stands, what it is called, how deep below the case."""

    path: Path
    title: str
    depth: int


def outline(content: Content, words: MemberWords) -> tuple[Page, ...]:
    """Return the pages of a case, each before those below it.

    Lists of larger parts and their entries have pages; what is small stands on the page of what
    holds it.
    """
    about = Page((), tr("About the case"), 0)
    return (about, *_record_pages(case_shape(), content, (), 0, words))


def has_page(shape: Shape) -> bool:
    """Return whether a member has a page of its own rather than a place on that of its record."""
    item = shape.item
    return item is not None and item.is_part and not is_row(item)


def is_row(shape: Shape) -> bool:
    """Return whether a part of a list is small enough for a row of a table."""
    is_numbers = shape.kind == "list" and shape.item is not None and not shape.item.is_part
    return shape.is_flat or is_numbers


def page_of(content: Content, path: Path) -> Path:
    """Return the path of the page on which a place stands."""
    best: Path = ()
    shape: Shape | None = case_shape()
    here: object = content
    for number, step in enumerate(path):
        if shape is None:
            break
        shape = resolved(shape, here)
        if shape.kind == "record":
            member = shape.members.get(str(step))
            shape = None if member is None else member.shape
            is_page = shape is not None and (has_page(shape) or (number == 0 and _is_top(shape)))
        else:
            is_page = has_page(shape)
            shape = shape.item
        here = at(here, (step,))
        best = path[: number + 1] if is_page else best
    return best


def place_words(content: Content, path: Path, words: MemberWords) -> str:
    """Return the place of a part as people call it: issues, missiles, cost."""
    names: list[str] = []
    shape: Shape | None = case_shape()
    here: object = content
    for step in path:
        shape = None if shape is None else resolved(shape, here)
        here = at(here, (step,))
        if shape is not None and shape.kind == "record":
            names.append(words.of(shape.model, str(step))[0])
            member = shape.members.get(str(step))
            shape = None if member is None else member.shape
        else:
            names.append(entry_title(step, here))
            shape = None if shape is None else shape.item
    return " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ".join(names) or tr("The case")


def entry_title(step: str | int, entry: object) -> str:
    """Return what an entry of a list or of parts by id is called."""
    if isinstance(step, str):
        return step
    return title_of(entry, tr("Number {n}", n=step + 1))


def _is_top(shape: Shape) -> bool:
    """Return whether a member of the case itself has a page: each part that is no single value."""
    item = shape.item
    return shape.is_part and not (shape.is_flat or (item is not None and not item.is_part))


def _record_pages(
    shape: Shape, record: object, path: Path, depth: int, words: MemberWords
) -> Iterator[Page]:
    """Yield the pages below a record: of its members, and of what its small members hold."""
    shape = resolved(shape, record)
    held = cast("Content", record) if isinstance(record, dict) else {}
    for name, member in shape.members.items():
        inner, place = held.get(name), (*path, name)
        is_page = has_page(member.shape) or (not path and _is_top(member.shape))
        if is_page:
            yield Page(place, words.of(shape.model, name)[0], depth)
        below = depth + 1 if is_page else depth
        if member.shape.item is not None:
            yield from _entry_pages(member.shape, inner, place, below, words)
        elif member.shape.kind == "record":
            yield from _record_pages(member.shape, inner, place, below, words)


def _entry_pages(
    shape: Shape, entries: object, path: Path, depth: int, words: MemberWords
) -> Iterator[Page]:
    if not has_page(shape) or shape.item is None:
        return
    keyed = cast("Content", entries).items() if isinstance(entries, dict) else ()
    listed = enumerate(cast("list[object]", entries)) if isinstance(entries, list) else ()
    for step, entry in (*keyed, *listed):
        place = (*path, step)
        yield Page(place, entry_title(step, entry), depth)
        if shape.item.item is None:
            yield from _record_pages(shape.item, entry, place, depth + 1, words)
