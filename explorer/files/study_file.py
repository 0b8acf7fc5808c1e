"""Study files: reading one, saying what is wrong with it, and writing one."""

import json
import os
from pathlib import Path

from pydantic import ValidationError

from explorer.files.atomic import write_text
from explorer.files.case_file import bundled_case_ids, read_case
from explorer.files.json_text import as_object, explain, problem_lines, read_json, validated
from explorer.files.migration import Content
from explorer.files.scenario_reading import spelt
from explorer.files.shelf import shelf, used_case
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.study_check import plan_problems
from explorer.model.study_plan import STUDY_FORMAT, STUDY_VERSION, StudyPlan
from explorer.model.visible_text import one_line
from explorer.model.wording import tr


def read_study(path: Path) -> StudyPlan:
    """Return the study that a file holds; what its case does not know is not looked for.

    Raises :class:`FileError` if the file cannot be read, is no study, is of a newer version of
    this program, or does not fit together; the message names each place.
    """
    return study_of(_study_data(path), str(path))


def study_of(data: Content, name: str) -> StudyPlan:
    """Return the study that a record holds, without its format and version.

    ``name``: What to call the record in a message. Raises :class:`FileError` as
    :func:`read_study` does.
    """
    try:
        return validated(StudyPlan, data, mends_text=True)
    except ValidationError as error:
        raise FileError(explain(error, name, data)) from error


def study_problems(path: Path) -> tuple[str, ...]:
    """Return a line for each thing that is wrong with a study file; none if it is sound."""
    try:
        data = _study_data(path)
    except FileError as error:
        return tuple(str(error).splitlines())
    try:
        plan = validated(StudyPlan, data, mends_text=True)
        found = plan_problems(plan, study_case(plan, path.parent))
    except ValidationError as error:
        return problem_lines(error, data)
    except FileError as error:
        return tuple(str(error).splitlines())
    # On one line each, so that no name in the file can look like a verdict.
    return tuple(one_line(line) for line in found)


def study_case(plan: StudyPlan, folder: Path) -> Case:
    """Return the case of a study, as the user has chosen it.

    ``folder``: Where the study lies, from which it names a case file. Raises :class:`FileError`
    if there is no such case, or it cannot be used.
    """
    if plan.case_file:
        return read_case(folder / plan.case_file)
    known = {*bundled_case_ids(), *(file.id for file in shelf().cases())}
    if plan.case not in known:
        message = tr(
            'The study "{study}" is about the case "{case}", which is not here. Known cases: '
            "{known}. Name a file of it as case_file.",
            study=spelt(plan.name),
            case=spelt(plan.case),
            known=", ".join(sorted(known)),
        )
        raise FileError(message)
    return used_case(plan.case)


def seen_from(plan: StudyPlan, folder: Path, other: Path) -> StudyPlan:
    """Return a study that lies in one folder as it is written in another.

    Only where its case lies is told from the folder of the study.
    """
    if not plan.case_file:
        return plan
    path = folder.resolve() / plan.case_file
    try:
        told = os.path.relpath(path, other.resolve())
    except ValueError:  # pragma: no cover - another drive, on Windows only
        told = str(path)
    return StudyPlan.model_validate({**dict(plan), "case_file": told.replace(os.sep, "/")})


def study_text(plan: StudyPlan) -> str:
    """Return the text of a study's file; what stands at its default is left out."""
    return json.dumps(study_record(plan), indent=2, ensure_ascii=False) + "\n"


def study_record(plan: StudyPlan) -> dict[str, object]:
    """Return a study as a record; what stands at its default is left out."""
    return {"format": STUDY_FORMAT, "schema_version": STUDY_VERSION, **study_content(plan)}


def study_content(plan: StudyPlan) -> dict[str, object]:
    """Return a study as it stands within another record: without its format and version."""
    content = plan.model_dump(mode="json", exclude_defaults=True)
    # What kind of way, factor or combination it is must be told although it is a default.
    whole = plan.model_dump(mode="json")
    for name in ("factors", "combine"):
        content[name] = whole[name]
    return content


def write_study(path: Path, plan: StudyPlan) -> str:
    """Write a study atomically; the previous content stays beside it as a backup.

    It returns what the user should know although the file is written, usually nothing. Raises
    :class:`FileError` if the file cannot be written.
    """
    return write_text(path, study_text(plan))


def study_schema() -> str:
    """Return the JSON Schema of studies, as it is published with the program."""
    described = StudyPlan.model_json_schema()
    head = {
        "format": {"const": STUDY_FORMAT},
        "schema_version": {"type": "integer", "minimum": 1, "maximum": STUDY_VERSION},
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **described,
        "title": "Deal Zone Explorer study",
        "properties": {**head, **described["properties"]},
        "required": ["format", *described["required"]],
    }
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _study_data(path: Path) -> Content:
    record = dict(as_object(read_json(path)))
    if record.pop("format", None) != STUDY_FORMAT:
        message = tr(
            '{name} is not a study: its field "format" must be "{format}".',
            name=path,
            format=STUDY_FORMAT,
        )
        raise FileError(message)
    version = record.pop("schema_version", 1)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileError(
            tr('{name}: the field "schema_version" must be a whole number from 1.', name=path)
        )
    if version > STUDY_VERSION:
        message = tr(
            "{name} was written for a newer version of this program (study version {version}, "
            "known up to {known}). Update the program.",
            name=path,
            version=version,
            known=STUDY_VERSION,
        )
        raise FileError(message)
    return record
