"""The classroom of a document: scenes, lesson and classes, each read as far as understood."""

from pydantic import ValidationError

from explorer.files.json_text import as_object, cut_short, problem_lines, validated
from explorer.files.migration import Content
from explorer.files.unknown_members import DEEPEST, is_deeper
from explorer.model.case import Case
from explorer.model.classroom import EMPTY_CLASSROOM, Classroom
from explorer.model.scene import scene_problems
from explorer.model.wording import tr

_PLACES = {"scene": "scenes", "step": "lesson", "at_class": "classes"}
"""Fields that are places, and in which other field they are one."""


def classroom_content(classroom: Classroom) -> Content:
    """Return the JSON object of a classroom, without what is as it is by default."""
    return classroom.model_dump(mode="json", exclude_defaults=True)


def read_classroom(content: object, case: Case, problems: list[str], kept: list[str]) -> Classroom:
    """Return what is understood of a classroom.

    Parameters
    ----------
    content
        What a document holds at ``classroom``; None for nothing.
    case
        The document's case; what its scenes name beyond it is kept and told.
    problems, kept
        Get a line for each thing that is not understood, and for each that is kept as it is.
    """
    if content is None:
        return EMPTY_CLASSROOM
    record = as_object(content)
    if not isinstance(content, dict):
        problems.append(tr("{place}: is not an object", place="classroom"))
    fields: Content = {}
    for name, value in record.items():
        if is_deeper(value, DEEPEST):
            problems.append(tr("{place}: is nested too deeply", place=f"classroom.{name}"))
        elif lines := _problems(name, value):
            problems += cut_short(lines)
        else:
            fields[name] = value
    lost = [name for name, within in _PLACES.items() if within not in fields]
    classroom = validated(Classroom, {key: fields[key] for key in fields if key not in lost})
    kept += [
        tr("{place}: is not known here; it is kept as it is", place=f"classroom.{name}")
        for name in classroom.model_extra or {}
    ]
    kept += _unknown_to_case(classroom, case)
    return classroom


def _problems(name: str, value: object) -> list[str]:
    try:
        validated(Classroom, {name: value})
    except ValidationError as error:
        return [f"classroom.{line}" for line in problem_lines(error, {name: value})]
    return []


def _unknown_to_case(classroom: Classroom, case: Case) -> list[str]:
    return [
        f"classroom.scenes[{number}]: {line}"
        for number, scene in enumerate(classroom.scenes)
        for line in scene_problems(scene, case)
    ]
