"""What is wrong with a measure of a lesson: things that the case lacks, and answers that misfit."""

from collections.abc import Iterator
from typing import Literal

from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.lesson import Measure, MeasureKind, Relation
from explorer.model.package import package_of
from explorer.model.scene import Settings

AnswerKind = Literal["flag", "number", "ids", "word"]
"""What a measure answers with: yes or no, a number, a list of ids, or one word."""

NEEDS: dict[MeasureKind, tuple[AnswerKind, tuple[str, ...]]] = {
    "open_rows": ("ids", ()),
    "row_is_open": ("flag", ("row",)),
    "row_low": ("number", ("row",)),
    "row_high": ("number", ("row",)),
    "row_width": ("number", ("row",)),
    "row_gap": ("number", ("row",)),
    "row_packages": ("number", ("row",)),
    "zone_packages": ("number", ()),
    "class_packages": ("number", ("class",)),
    "openings": ("ids", ()),
    "is_in_zone": ("flag", ("package",)),
    "sender_gain": ("number", ("package",)),
    "target_gain": ("number", ("package",)),
    "sender_waiting": ("number", ()),
    "target_waiting": ("number", ()),
    "broken_lines": ("ids", ("package",)),
    "stakeholder_gain": ("number", ("package", "stakeholder")),
    "stakeholder_fare": ("word", ("package", "stakeholder")),
    "stakeholder_share": ("number", ("stakeholder",)),
    "gauge": ("number", ("package", "gauge")),
    "gauge_word": ("word", ("package", "gauge")),
    "meeting": ("word", ("window",)),
    "lead_days": ("number", ("outlook",)),
    "is_clash": ("flag", ("outlook",)),
    "split_part": ("number", ("since", "control")),
    "open_sets": ("number", ()),
    "record_hits": ("number", ()),
    "record_plain_hits": ("number", ()),
    "record_always_yes": ("number", ()),
    "record_answers": ("number", ()),
    "proposal_hits": ("number", ()),
    "reading_hits": ("number", ()),
}
"""What each kind of measure answers with, and what has to be named for it."""


def measure_problems(measure: Measure, case: Case) -> tuple[str, ...]:
    """Return a line for each thing in a measure that a case does not know; none if it is sound."""
    return (
        *_need_problems(measure, case),
        *_row_problems(measure, case),
        *_package_problems(measure, case),
        *_building_problems(measure, case),
    )


def settings_problems(settings: Settings, case: Case) -> tuple[str, ...]:
    """Return what a case does not know of settings, in a line or none."""
    try:
        settings.scenario(case)
    except ScenarioError as error:
        return (str(error),)
    return ()


def answer_kind(measure: Measure) -> AnswerKind:
    """Return what a measure answers with."""
    return NEEDS[measure.kind][0]


def fits(measure: Measure, relation: Relation, value: object) -> bool:
    """Return whether a measure's answer can be held against a value by a relation."""
    kind = answer_kind(measure)
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    types = {"flag": bool, "ids": tuple, "word": str}
    return isinstance(value, types[kind]) and relation in ("=", "!=")


def known_ids(case: Case, what: str) -> tuple[str, ...]:
    """Return the ids that ``of`` can name where a measure needs something; none for anything else.

    ``what``: What is needed: class, stakeholder, gauge, window or control.
    """
    windows = case.outlook.windows if case.outlook is not None else ()
    things = {
        "class": case.classes,
        "stakeholder": case.stakeholders,
        "gauge": case.gauges,
        "window": windows,
        "control": case.controls,
    }
    return tuple(each.id for each in things.get(what, ()))


def _need_problems(measure: Measure, case: Case) -> Iterator[str]:
    for need in NEEDS[measure.kind][1]:
        if need == "row" and not measure.row:
            yield f"{measure.kind} needs a row"
        elif need == "package" and measure.package is None and not measure.package_id:
            yield f"{measure.kind} needs a package"
        elif need == "since" and measure.since is None:
            yield f"{measure.kind} needs settings since which something changed"
        elif need == "outlook" and case.outlook is None:
            yield f"{measure.kind}: the case tells nothing of meetings"
        elif need not in ("row", "package", "since", "outlook"):
            known = known_ids(case, need)
            if measure.of not in known:
                yield f'of: there is no {need} "{measure.of}"; known: {", ".join(known) or "none"}'


def _row_problems(measure: Measure, case: Case) -> Iterator[str]:
    if measure.row and measure.row not in {row.id for row in case.rows}:
        yield f'There is no row "{measure.row}".'


def _package_problems(measure: Measure, case: Case) -> Iterator[str]:
    if measure.package is not None:
        try:
            package_of(case, measure.package)
        except ScenarioError as error:
            yield str(error)
    if measure.package_id and measure.package_id not in {each.id for each in case.packages}:
        yield f'There is no package "{measure.package_id}".'
    if measure.package is not None and measure.package_id:
        yield "name a package by its id or by its levels, not both"


def _building_problems(measure: Measure, case: Case) -> Iterator[str]:
    if measure.lens and measure.lens not in {lens.id for lens in case.lenses}:
        yield f'There is no lens "{measure.lens}".'
    choices = {choice.id: [option.id for option in choice.options] for choice in case.structure}
    for choice, option in measure.options.items():
        if choice not in choices:
            yield f'There is no structure choice "{choice}".'
        elif option not in choices[choice]:
            yield f'{choice}: there is no option "{option}"; known: {", ".join(choices[choice])}'
    if measure.since is not None:
        yield from settings_problems(measure.since, case)
