"""Cases as texts: what a case's file holds, and how that is described to other programs."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from explorer.files.atomic import write_text
from explorer.files.case_file import bundled_case_ids
from explorer.files.shelf import shelf
from explorer.model.case import Case

Content = dict[str, object]
"""What a case's file holds, as JSON gives it."""


def case_content(case: Case) -> Content:
    """Return what a case's file holds; members that were never given are left out."""
    content = case.model_dump(mode="json", exclude_unset=True)
    return cast("Content", _plain_numbers(content))


def content_text(content: Content) -> str:
    """Return the text of a file that holds a case, sound or not yet."""
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """Return an id that is not taken: the wanted one, or with the first number that is free."""
    known = set(taken)
    tried, number = wanted, 2
    while tried in known:
        tried = f"{wanted}-{number}"
        number += 1
    return tried


def write_case(path: Path, content: Content) -> str:
    """Write a case's file atomically; return what the user should know, usually nothing.

    Raises :class:`FileError` if it cannot be written.
    """
    return write_text(path, content_text(content))


def known_case_ids() -> set[str]:
    """Return the ids of all cases that come with the program or lie in the user's folder."""
    return {*bundled_case_ids(), *(file.id for file in shelf().cases())}


def _plain_numbers(value: object) -> object:
    """Return a JSON value in which whole numbers are written without a point."""
    if isinstance(value, dict):
        record = cast("Content", value)
        return {key: _plain_numbers(inner) for key, inner in record.items()}
    if isinstance(value, list):
        return [_plain_numbers(inner) for inner in cast("list[object]", value)]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
