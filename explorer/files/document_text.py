"""Documents as data: what one holds, and how it becomes JSON and is understood again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from explorer import __version__
from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.files.change_record import change_records
from explorer.files.classroom_section import classroom_content, read_classroom
from explorer.files.json_text import as_object, cut_short, explain, problem_lines, validated
from explorer.files.migration import Content, Migrations, migrated, schema_version
from explorer.files.saved import (
    DOCUMENT_FORMAT,
    DOCUMENT_VERSION,
    SCENARIO_FIELDS,
    SavedCase,
    SavedDocument,
    SavedPin,
    SavedPins,
    SavedResults,
    SavedScenario,
)
from explorer.files.scenario_reading import read_scenario, spelt
from explorer.files.scenario_section import ScenarioReading, scenario_content
from explorer.files.shelf import shelf, shelf_case
from explorer.files.study_file import study_content
from explorer.files.study_section import read_planned
from explorer.files.unknown_members import (
    DEEPEST,
    is_deeper,
    unknown_in_changes,
    unknown_members,
    with_unknown,
)
from explorer.model.assumption import original
from explorer.model.case import Case
from explorer.model.classroom import EMPTY_CLASSROOM, Classroom
from explorer.model.errors import FileError
from explorer.model.level import LEVELS, OLD_LEVEL, Level
from explorer.model.limits import LONGEST_NOTE, LONGEST_NOTES
from explorer.model.pin import PIN_LETTERS, Pin, Pins
from explorer.model.scenario import Scenario, preset_scenario
from explorer.model.study import HIGHEST_SEED, SEED
from explorer.model.study_plan import StudyPlan
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr

MIGRATIONS: Migrations = {}
"""The steps from older forms of documents to the newest."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a user saves: scenarios of one case, notes, pins, and the results at that time.

    ``seed`` is that of the assumption sets, ``level`` how much of all this the window shows,
    ``classroom`` what is taught with it, ``study`` the study that is planned with it.

    ``unknown`` holds what a newer version wrote and this one does not understand; it is written
    back unchanged.
    """

    scenario: Scenario
    loaded: Scenario
    baseline: Scenario
    notes: str = ""
    results: SavedResults | None = None
    pins: Pins = ()
    seed: int = SEED
    level: Level = OLD_LEVEL
    classroom: Classroom = EMPTY_CLASSROOM
    study: StudyPlan | None = None
    unknown: Mapping[str, object] = field(default_factory=dict[str, object])

    @property
    def case(self) -> Case:
        """The case that the document is about."""
        return self.scenario.case


@dataclass(frozen=True, slots=True)
class MadeWith:
    """With what a document was saved; empty texts where it does not say so."""

    model_version: str
    program_version: str
    case_version: str


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A document as far as it was understood, and what the user should know about it.

    ``problems`` holds a line for each thing that was not understood. ``is_newer`` tells whether
    a newer version of the program wrote it in a form that this one does not fully know.
    ``is_whole`` tells whether writing the document keeps everything that the file holds.
    """

    document: Document
    problems: tuple[str, ...]
    is_newer: bool
    is_whole: bool
    made_with: MadeWith

    @property
    def saved_results(self) -> SavedResults | None:
        """The results as saved."""
        return self.document.results

    @property
    def is_other_model(self) -> bool:
        """Whether other rules or numbers than the present ones led to the saved results."""
        saved = (self.made_with.model_version, self.made_with.case_version)
        return saved != (MODEL_VERSION, self.document.case.version)


def document_content(document: Document) -> Content:
    """Return the JSON object that holds a document.

    A case that differs from the bundled one of its name, or has none, goes with it; of changed
    assumptions only the changes.
    """
    case = original(document.case)
    content: Content = {
        "format": DOCUMENT_FORMAT,
        "schema_version": DOCUMENT_VERSION,
        "model_version": MODEL_VERSION,
        "program_version": __version__,
        "case": {"id": case.id, "version": case.version},
    }
    if not _is_bundled(case):
        content["case_data"] = case.model_dump(mode="json")
    if document.case.changes:
        content["assumptions"] = change_records(document.case)
    for place in SCENARIO_FIELDS:
        content[place] = scenario_content(getattr(document, place), document.case)
    if document.pins:
        content["pins"] = {
            pin.letter: {**scenario_content(pin.scenario, document.case), "note": pin.note}
            for pin in document.pins
        }
    content["notes"] = document.notes
    content["seed"] = document.seed
    content["level"] = document.level
    if document.classroom != EMPTY_CLASSROOM:
        content["classroom"] = classroom_content(document.classroom)
    if document.study is not None:
        content["study"] = study_content(document.study)
    if document.results is not None:
        content["results"] = document.results.model_dump(mode="json")
    return with_unknown(content, document.unknown)


def document_text(document: Document) -> str:
    """Return the text of a document's file."""
    return json.dumps(document_content(document), indent=2, ensure_ascii=False) + "\n"


def open_content(content: object, name: str) -> OpenedDocument:
    """Return the document in a JSON value, as far as it can be understood.

    ``name``: What to call it in a message, usually its path. Raises :class:`FileError` if it is no
    document, its case cannot be had, or nothing of its scenario is understood.
    """
    record = _document_record(content, name)
    version = schema_version(record)
    record = migrated(record, MIGRATIONS)
    problems: list[str] = []
    if version is None:
        problems.append(tr("schema_version: is not a whole number from 1 on"))
    is_newer = version is not None and version > DOCUMENT_VERSION
    if is_newer:
        problems.append(tr("A newer version of this program wrote this file."))
    kept: list[str] = []
    reading = ScenarioReading(_case(record, name, problems), problems, kept)
    case = reading.varied(record, "assumptions")
    scenario, lines = read_scenario(case, record.get("scenario"), "scenario")
    if scenario is None:
        reasons = "\n".join(cut_short(lines))
        raise FileError(tr("{name} holds no scenario:\n{reasons}", name=name, reasons=reasons))
    problems += lines
    baseline = preset_scenario(case, case.baseline_preset)
    document = Document(
        scenario=scenario,
        loaded=_other_scenario(record, "loaded", scenario, reading),
        baseline=_other_scenario(record, "baseline", baseline, reading),
        notes=_text(record, "notes", problems, longest=LONGEST_NOTES),
        results=_results(record, problems),
        pins=_pins(case, record, reading),
        seed=_seed(record, problems),
        level=_level(record, problems),
        classroom=read_classroom(record.get("classroom"), case, problems, kept),
        study=read_planned(record.get("study"), case, problems),
        unknown=_unknown(record, problems, kept),
    )
    made_with = _made_with(record, problems)
    return OpenedDocument(
        document,
        problems=(*problems, *kept),
        is_newer=is_newer,
        is_whole=not problems,
        made_with=made_with,
    )


def _document_record(content: object, name: str) -> Content:
    record = as_object(content)
    if record.get("format") != DOCUMENT_FORMAT:
        message = tr(
            '{name} is not a document of this program: its field "format" must be "{format}".',
            name=name,
            format=DOCUMENT_FORMAT,
        )
        raise FileError(message)
    return record


def _is_bundled(case: Case) -> bool:
    return case.id in bundled_case_ids() and bundled_case(case.id) == case


def _case(record: Content, name: str, problems: list[str]) -> Case:
    """Return the case that comes with the document, or the one that it names.

    That is the one that comes with the program, unless only the user's folder holds the version.
    """
    data = record.get("case_data")
    if data is not None:
        case = _validated_case(data, name)
        return bundled_case(case.id) if _is_bundled(case) else case
    known = bundled_case_ids()
    named = as_object(record.get("case"))
    case_id, version = named.get("id"), named.get("version")
    if case_id is None:
        problems.append(tr('case.id: is missing; "{known}" is taken', known=known[0]))
        return bundled_case(known[0])
    own = shelf().with_version("case", str(case_id), str(version))
    if own is None and case_id not in known:
        own = shelf().newest("case", str(case_id))
    if own is not None and (case_id not in known or bundled_case(str(case_id)).version != version):
        return shelf_case(own)
    if case_id not in known:
        message = tr(
            '{name}: the case "{case}" neither comes with this program nor with the file. '
            "Known cases: {known}.",
            name=name,
            case=spelt(str(case_id)),
            known=", ".join(known),
        )
        raise FileError(message)
    return bundled_case(str(case_id))


def _validated_case(data: object, name: str) -> Case:
    try:
        return validated(Case, data)
    except ValidationError as error:
        raise FileError(explain(error, f"{name}, case_data", data)) from error


def _other_scenario(
    record: Content, place: str, instead: Scenario, reading: ScenarioReading
) -> Scenario:
    if place not in record:
        return instead
    scenario = reading.scenario(instead.case, record[place], place)
    return instead if scenario is None else scenario


def _pins(case: Case, record: Content, reading: ScenarioReading) -> Pins:
    """Return the pins that are understood; the others are told of."""
    problems = reading.problems
    if not isinstance(record.get("pins", {}), dict):
        problems.append(tr("{place}: is not an object", place="pins"))
    pins: list[Pin] = []
    section = as_object(record.get("pins"))
    for letter in PIN_LETTERS:
        if letter not in section:
            continue
        place, content = f"pins.{letter}", as_object(section.get(letter))
        scenario = reading.scenario(case, content, place)
        note = _text(content, "note", problems, longest=LONGEST_NOTE, within=f"{place}.")
        extra = (key for key in content if key not in SavedPin.model_fields)
        problems += [
            tr("{place}: is not known here", place=f"{place}.{spelt(key)}") for key in extra
        ]
        inside = unknown_in_changes(content.get("assumptions"), f"{place}.assumptions")
        if inside.kept or inside.lost:
            problems.append(
                tr("{place}: has members that are not known here", place=f"{place}.assumptions")
            )
        if scenario is not None:
            pins.append(Pin(letter, scenario, note))
    return tuple(pins)


def _text(
    record: Content,
    name: str,
    problems: list[str],
    *,
    longest: int = LONGEST_NOTE,
    within: str = "",
) -> str:
    text, place = record.get(name, ""), within + name
    if not isinstance(text, str):
        problems.append(tr("{place}: is not a text", place=place))
        return ""
    if len(text) > longest:
        problems.append(tr("{place}: is longer than {most:,} letters", place=place, most=longest))
    return text[:longest]


def _seed(record: Content, problems: list[str]) -> int:
    seed = record.get("seed", SEED)
    if isinstance(seed, int) and not isinstance(seed, bool) and 0 <= seed <= HIGHEST_SEED:
        return seed
    problems.append(
        tr(
            "seed: is not a whole number from 0 to {highest}; {seed} is taken",
            highest=HIGHEST_SEED,
            seed=SEED,
        )
    )
    return SEED


def _level(record: Content, problems: list[str]) -> Level:
    """Return the level that a document names, or that of documents that name none."""
    level = record.get("level", OLD_LEVEL)
    for known in LEVELS:
        if known == level:
            return known
    problems.append(
        tr(
            'level: is none of {levels}; "{instead}" is taken',
            levels=", ".join(LEVELS),
            instead=OLD_LEVEL,
        )
    )
    return OLD_LEVEL


def _results(record: Content, problems: list[str]) -> SavedResults | None:
    data = record.get("results")
    if data is None:
        return None
    if is_deeper(data, DEEPEST):
        problems.append(tr("results: is nested too deeply"))
        return None
    try:
        return validated(SavedResults, data)
    except ValidationError as error:
        problems.extend(f"results: {line}" for line in problem_lines(error, data))
        return None


def _made_with(record: Content, problems: list[str]) -> MadeWith:
    version = as_object(record.get("case")).get("version")
    return MadeWith(
        _text(record, "model_version", problems),
        _text(record, "program_version", problems),
        version if isinstance(version, str) else "",
    )


def _unknown(record: Content, problems: list[str], kept: list[str]) -> Content:
    """Return the members that this version does not know, at the top and in its sections.

    A line for each of them goes to ``kept``, a line for each that cannot be kept to ``problems``.
    """
    unknown: Content = {}
    sections: dict[str, Mapping[str, object]] = {
        "": SavedDocument.model_fields,
        "case": SavedCase.model_fields,
        "pins": SavedPins.model_fields,
    }
    sections |= dict.fromkeys(SCENARIO_FIELDS, SavedScenario.model_fields)
    # The assumptions of the scenario are those of the document; more of them are not known.
    sections["scenario"] = {
        name: None for name in SavedScenario.model_fields if name != "assumptions"
    }
    for place, known in sections.items():
        part = as_object(record.get(place)) if place else record
        prefix = f"{place}." if place else ""
        found = [unknown_members(part, known, prefix)]
        if "assumptions" in known:
            found.append(unknown_in_changes(part.get("assumptions"), f"{prefix}assumptions"))
        members = {key: value for each in found for key, value in each.members.items()}
        kept += [line for each in found for line in each.kept]
        problems += [line for each in found for line in each.lost]
        if members:
            unknown |= {place: members} if place else members
    return unknown
