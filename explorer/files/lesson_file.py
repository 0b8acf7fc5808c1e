"""Lesson files: reading one that is bundled or foreign, and saying what is wrong with it."""

import json
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import cast

from pydantic import BaseModel, ValidationError

from explorer.files.case_file import bundled_case_ids
from explorer.files.json_text import as_object, explain, problem_lines, read_json, validated
from explorer.files.migration import Content
from explorer.files.resources import resource, resource_names
from explorer.files.scenario_reading import spelt
from explorer.files.shelf import shelf, used_case
from explorer.files.unknown_members import DEEPEST, is_deeper
from explorer.model import lesson_check
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.lesson import LESSON_FORMAT, LESSON_VERSION, Lesson
from explorer.model.visible_text import one_line
from explorer.model.wording import tr

FOLDER = "lessons"


def read_lesson(path: Path) -> Lesson:
    """Return the lesson that a file holds; what its case does not know is not looked for.

    Raises :class:`FileError` if the file cannot be read, is no lesson, is of a newer version of
    this program, or does not fit together; the message names each place.
    """
    data = _lesson_data(path)
    try:
        return validated(Lesson, data, mends_text=True)
    except ValidationError as error:
        raise FileError(explain(error, str(path), data)) from error


def lesson_problems(path: Path, views: Collection[str] | None = None) -> tuple[str, ...]:
    """Return a line for each thing that is wrong with a lesson file; none if it is sound.

    ``views``: The ids of the views that there are; None where they are not known here.
    """
    try:
        data = _lesson_data(path)
    except FileError as error:
        return tuple(str(error).splitlines())
    try:
        lesson = validated(Lesson, data, mends_text=True)
        found = lesson_check.lesson_problems(lesson, lesson_case(lesson), views)
    except ValidationError as error:
        return problem_lines(error, data)
    except FileError as error:
        return tuple(str(error).splitlines())
    # On one line each, so that no name in the file can look like a verdict.
    return (*_unknown(lesson, ""), *(one_line(line) for line in found))


def lesson_case(lesson: Lesson) -> Case:
    """Return the case whose controls a lesson names, as the user has chosen it.

    Raises :class:`FileError` if there is no such case, or it cannot be used.
    """
    known = {*bundled_case_ids(), *(file.id for file in shelf().cases())}
    if lesson.case not in known:
        message = tr(
            'The lesson "{lesson}" is for the case "{case}", which is not here. '
            "Known cases: {known}.",
            lesson=spelt(lesson.id),
            case=spelt(lesson.case),
            known=", ".join(sorted(known)),
        )
        raise FileError(message)
    return used_case(lesson.case)


def lesson_text(lesson: Lesson) -> str:
    """Return the text of a lesson's file; fields that were never given are left out."""
    content = lesson.model_dump(mode="json", exclude_unset=True)
    head = {"format": LESSON_FORMAT, "schema_version": lesson.schema_version}
    return json.dumps({**head, **content}, indent=2, ensure_ascii=False) + "\n"


def lesson_schema() -> str:
    """Return the JSON Schema of lessons, as it is published with the program."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Deal Zone Explorer lesson",
        **Lesson.model_json_schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def bundled_lesson_ids() -> tuple[str, ...]:
    """Return the ids of the lessons that come with the program, in the order of teaching."""
    return tuple(_bundled_files())


@cache
def _bundled_files() -> dict[str, str]:
    """Return the names of the lessons' files, which begin with a number, by the lessons' ids."""
    names = sorted(resource_names(FOLDER, ".json"), key=lambda name: int(name.partition("-")[0]))
    return {name.partition("-")[2]: name for name in names}


def first_lesson_id(case: Case) -> str:
    """Return the id of the first lesson about a case that comes with the program; "" for none."""
    for lesson_id in bundled_lesson_ids():
        try:
            if bundled_lesson(lesson_id).case == case.id:
                return lesson_id
        except FileError:
            # A damaged lesson is told by the self-test; who only needs an example goes on.
            continue
    return ""


def bundled_lesson(lesson_id: str) -> Lesson:
    """Return a lesson that comes with the program; the same object each time.

    Raises :class:`FileError` if there is no such lesson, or its file is missing or damaged.
    """
    return _bundled_lesson(lesson_id)


@cache
def _bundled_lesson(lesson_id: str) -> Lesson:
    return read_lesson(bundled_lesson_path(lesson_id))


def bundled_lesson_path(lesson_id: str) -> Path:
    """Return the file of a lesson that comes with the program.

    Raises :class:`FileError` if there is no such lesson.
    """
    known = _bundled_files()
    if lesson_id not in known:
        message = tr(
            'There is no lesson "{lesson}". Known lessons: {known}.',
            lesson=spelt(lesson_id),
            known=", ".join(known),
        )
        raise FileError(message)
    return resource(FOLDER, f"{known[lesson_id]}.json")


def _lesson_data(path: Path) -> Content:
    record = as_object(read_json(path))
    if record.get("format") != LESSON_FORMAT:
        message = tr(
            '{name} is not a lesson: its field "format" must be "{format}".',
            name=path,
            format=LESSON_FORMAT,
        )
        raise FileError(message)
    version = record.get("schema_version")
    if isinstance(version, int) and version > LESSON_VERSION:
        message = tr(
            "{name} was written for a newer version of this program (lesson version {version}, "
            "known up to {known}). Update the program.",
            name=path,
            version=version,
            known=LESSON_VERSION,
        )
        raise FileError(message)
    if is_deeper(record, DEEPEST):
        message = tr(
            "{name}: brackets are nested too deeply. This is not a file of this program.",
            name=path,
        )
        raise FileError(message)
    return record


def _unknown(part: object, place: str) -> list[str]:
    """Return a line for each field within a record that this version does not know."""
    if isinstance(part, tuple):
        items = enumerate(cast("tuple[object, ...]", part))
        return [line for number, each in items for line in _unknown(each, f"{place}[{number}]")]
    if not isinstance(part, BaseModel):
        return []
    dot = f"{place}." if place else ""
    lines = [
        tr("{place}: is not known here; remove it or check its spelling", place=dot + spelt(name))
        for name in part.model_extra or ()
    ]
    for name in type(part).model_fields:
        lines += _unknown(getattr(part, name), dot + name)
    return lines
