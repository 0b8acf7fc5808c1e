"""Cases as texts: what a case's file holds, and how that is described to other programs."""

import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from explorer.files.atomic import write_text
from explorer.files.case_file import bundled_case_ids
from explorer.files.json_text import as_object, read_json
from explorer.files.resources import resource
from explorer.files.shelf import shelf
from explorer.model.case import Case
from explorer.model.case_tree import Content
from explorer.model.errors import FileError
from explorer.model.member_words import member_words
from explorer.model.wording import tr

LONGEST_ID = 40
"""How many letters an id has at most that was made of a name."""

COPY_VERSION = "1"
"""The version of a case that was begun as a copy of another, or from the template."""


def case_content(case: Case) -> Content:
    """Return what a case's file holds; members that were never given are left out."""
    content = case.model_dump(mode="json", exclude_unset=True)
    return cast("Content", plain_numbers(content))


def content_text(content: Content) -> str:
    """Return the text of a file that holds a case, sound or not yet."""
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def template_content() -> Content:
    """Return the template: the smallest whole case, whose words tell what belongs in each place.

    Raises :class:`FileError` if the program's own file is missing.
    """
    return as_object(read_json(resource("templates", "case.json")))


def copied_content(content: Content, case_id: str, name: str = "") -> Content:
    """Return the content of a case as the beginning of another.

    It is the first version, without a history, and what was edited in it counts as given.

    Parameters
    ----------
    content
        What is copied.
    case_id
        The id of the new case.
    name
        What it is called; empty for the same name.
    """
    kept = {key: value for key, value in content.items() if key not in ("history", "changes")}
    copied = kept | {"id": case_id, "version": COPY_VERSION}
    return copied | ({"name": name} if name else {})


def id_from(name: str) -> str:
    """Return an id made of a name: its letters and digits, small, with hyphens between."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    id_ = "-".join(words)[:LONGEST_ID].strip("-")
    return id_ if id_[:1].isalpha() else f"case-{id_}".strip("-")[:LONGEST_ID]


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


def refuse_existing(path: Path) -> None:
    """Raise :class:`FileError` if something stands at a path where a new case is to be written."""
    if path.exists():
        message = tr(
            "{path} is there already and stays as it is. Choose another id or another file.",
            path=path,
        )
        raise FileError(message)


def refuse_taken(case_id: str) -> None:
    """Raise :class:`FileError` if a case of this id comes with the program or is there already."""
    if case_id in known_case_ids():
        message = tr(
            'There is a case "{id}" already. Choose another id, such as {free}.',
            id=case_id,
            free=free_id(case_id, known_case_ids()),
        )
        raise FileError(message)


def known_case_ids() -> set[str]:
    """Return the ids of all cases that come with the program or lie in the user's folder."""
    return {*bundled_case_ids(), *(file.id for file in shelf().cases())}


def case_schema() -> str:
    """Return the JSON Schema of cases, as it is published with the program.

    Every member tells what belongs there, in the words of the case editor.
    """
    described = Case.model_json_schema()
    words = member_words()
    definitions = cast("dict[str, Content]", described["$defs"])
    for model, record in (*definitions.items(), ("Case", described)):
        properties = cast("dict[str, Content]", record.get("properties", {}))
        for name, member in properties.items():
            member["description"] = words.of(model, name)[1]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **described,
        "title": "Deal Zone Explorer case",
    }
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def plain_numbers(value: object) -> object:
    """Return a JSON value in which whole numbers are written without a point."""
    if isinstance(value, dict):
        record = cast("Content", value)
        return {key: plain_numbers(inner) for key, inner in record.items()}
    if isinstance(value, list):
        return [plain_numbers(inner) for inner in cast("list[object]", value)]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
