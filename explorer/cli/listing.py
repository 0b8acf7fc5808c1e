"""What there is: presets, controls, packages, rows and sets of lines, as text and as records."""

from collections.abc import Callable, Iterator

from explorer.cli.assume import assumption_records, assumptions_text
from explorer.cli.lens import lens_lines
from explorer.cli.lessons import lesson_records, lessons_text
from explorer.cli.own_cases import case_records, cases_text
from explorer.cli.subject import range_words
from explorer.cli.text_table import Column, paragraph, plain_rows, text_table
from explorer.figures.control_words import stretches
from explorer.figures.mover_words import movers_words
from explorer.figures.pattern_words import pattern_words
from explorer.figures.phrase import listed
from explorer.files.result_record import Record
from explorer.model.case import Case
from explorer.model.control import Control, movers
from explorer.model.example import Levels
from explorer.model.scenario import control_range
from explorer.model.stakeholder import StakeholderTerm
from explorer.model.wording import tr
from explorer.views.guide import guide_pages


def list_records(case: Case, what: str) -> list[Record]:
    """Return what there is as records for JSON.

    Parameters
    ----------
    case
        Where it is looked up.
    what
        One of the words of :data:`explorer.views.options.LISTS`.
    """
    if what == "cases":
        return case_records()
    if what == "lessons":
        return lesson_records()
    if what == "assumptions":
        return assumption_records(case)
    if what == "controls":
        return [_control_record(case, control) for control in case.controls]
    if what == "handbook":
        return [{"id": page.id, "title": page.title} for page in guide_pages(case)]
    things = {
        "presets": case.presets,
        "packages": case.packages,
        "rows": case.rows,
        "lines": case.line_presets,
        "stakeholders": case.stakeholders,
        "lenses": case.lenses,
    }[what]
    return [thing.model_dump(mode="json") for thing in things]


def list_text(case: Case, what: str, *, width: int) -> str:
    """Return what there is as text; see :func:`list_records`."""
    texts: dict[str, Callable[[Case, int], Iterator[str]]] = {
        "cases": cases_text,
        "presets": _presets,
        "controls": _controls,
        "packages": _packages,
        "rows": _rows,
        "lines": _lines,
        "handbook": _handbook,
        "stakeholders": _stakeholders,
        "assumptions": assumptions_text,
        "lenses": lens_lines,
        "lessons": lessons_text,
    }
    return "\n".join(texts[what](case, width))


def _control_record(case: Case, control: Control) -> Record:
    allowed = control_range(case, control)
    lowered_by, raised_by = movers(control)
    return {
        "id": control.id,
        "name": control.name,
        "kind": control.kind,
        "party": None if control.party is None else case.party(control.party).id,
        "minimum": allowed.minimum,
        "maximum": allowed.maximum,
        "default": allowed.default,
        "is_whole": allowed.is_whole,
        "purpose": control.purpose,
        "raised_by": raised_by,
        "lowered_by": lowered_by,
        "meanings": [
            {"from": stretch.first, "words": stretch.words, "meaning": stretch.meaning}
            for stretch in stretches(case, control.id)
        ],
    }


def _presets(case: Case, width: int) -> Iterator[str]:
    columns = (
        Column(tr("Id")),
        Column(tr("Name"), wraps=True),
        Column(tr("Date")),
        Column(tr("Note"), wraps=True),
    )
    rows = [(each.id, each.name, each.date, each.sentence or each.note) for each in case.presets]
    yield from text_table(columns, rows, width=width)
    yield ""
    yield tr("The default is {preset}.", preset=case.default_preset)


def _controls(case: Case, width: int) -> Iterator[str]:
    for number, group in enumerate(case.groups):
        if number:
            yield ""
        yield group.name
        for control_id in group.shown + group.folded:
            yield from _control(case, case.control(control_id), width)


def _control(case: Case, control: Control, width: int) -> Iterator[str]:
    allowed = control_range(case, control)
    yield ""
    head = tr(
        "{id} ({range}; default {default:g}): {name}. {purpose} {movers}",
        id=control.id,
        range=range_words(case, control),
        default=allowed.default,
        name=control.name,
        purpose=control.purpose,
        movers=movers_words(case, control),
    )
    yield from paragraph(head, width=width, indent="  ", hanging="  ")
    for stretch in stretches(case, control.id):
        if control.kind == "scale":
            meaning = tr("{values}: {words}", values=stretch.values, words=stretch.words)
        else:
            meaning = tr("{value:g}: {words}", value=stretch.first, words=stretch.words)
        yield from paragraph(meaning, width=width, indent="      ", hanging="  ")


def _packages(case: Case, width: int) -> Iterator[str]:
    for package in case.packages:
        yield tr("{id}: {name}", id=package.id, name=package.name)
        yield from paragraph(_terms(case, package.levels), width=width, indent="    ")


def _rows(case: Case, width: int) -> Iterator[str]:
    for row in case.rows:
        yield tr("{id}: {name}", id=row.id, name=row.name)
        yield from paragraph(_terms(case, row.levels), width=width, indent="    ")


def _lines(case: Case, width: int) -> Iterator[str]:
    for preset in case.line_presets:
        party = case.party(preset.party).name
        yield tr("{id}: {party}, {name}", id=preset.id, party=party, name=preset.name)
        yield from paragraph(preset.note, width=width, indent="    ")
        settings = listed(
            tr("{control}={value}", control=control, value=f"{float(value):g}")
            for control, value in preset.values.items()
        )
        words = settings or tr("no lines")
        yield from paragraph(words, width=width, indent="    ")


def _handbook(case: Case, width: int) -> Iterator[str]:
    rows = [(page.id, page.title) for page in guide_pages(case)]
    yield from text_table((Column(tr("Id")), Column(tr("Title"), wraps=True)), rows, width=width)


def _stakeholders(case: Case, width: int) -> Iterator[str]:
    for number, stakeholder in enumerate(case.stakeholders):
        if number:
            yield ""
        yield tr("{id}: {name}", id=stakeholder.id, name=stakeholder.name)
        yield from paragraph(stakeholder.note, width=width, indent="    ")
        rows = [
            (issue.id, ", ".join(f"{value:g}" for value in stakeholder.points[issue.id].values))
            for issue in case.issues
        ]
        yield from plain_rows(rows, width=width, indent="    ")
        for term in stakeholder.terms:
            yield from paragraph(_term(case, term), width=width, indent="    ", hanging="  ")


def _term(case: Case, term: StakeholderTerm) -> str:
    """Return a term as its id, its points with their range, its name and when it holds."""
    return tr(
        "{id}, {points:g} ({low:g} to {high:g}): {name}, for {when}. {note}",
        id=term.id,
        points=term.points.value,
        low=term.points.low,
        high=term.points.high,
        name=term.name,
        when=pattern_words(case, term.when),
        note=term.points.note,
    ).rstrip()


def _terms(case: Case, levels: Levels) -> str:
    """Return what is given as ids and words: such as ``tests 1 (paused)``."""
    given = listed(
        tr(
            "{issue} {level} ({words})",
            issue=issue.id,
            level=levels[issue.id],
            words=issue.levels[levels[issue.id]].short,
        )
        for issue in case.issues
        if levels.get(issue.id, 0)
    )
    return given or tr("nothing")
