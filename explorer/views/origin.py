"""Where a picture comes from: what is viewed as data, and what is viewed made of it again."""

from collections.abc import Mapping
from functools import partial
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from explorer.figures.boards import MOST_BOARDS, NamedResult, boards_figure
from explorer.figures.foot import foot_line
from explorer.figures.pinned import Pinned
from explorer.figures.table import Table, csv_file, csv_line, dated_table
from explorer.files.document_text import Document
from explorer.files.provenance.forms import stamped
from explorer.files.provenance.record import marked, provenance_of
from explorer.files.scenario_section import ScenarioReading, scenario_content
from explorer.model.assumption import original
from explorer.model.case import Case
from explorer.model.errors import FileError, ScenarioError
from explorer.model.package import package_levels, package_of
from explorer.model.provenance import Item, Provenance
from explorer.model.scenario import Scenario, preset_scenario
from explorer.model.study import Sureness
from explorer.model.table_result import TableClass
from explorer.model.wording import tr
from explorer.solver.solve import solve
from explorer.views import breaking, robustness
from explorer.views.page_words import comparison_words, page_items, page_words, settings_words
from explorer.views.registry import VIEW_IDS, figure_of
from explorer.views.view import Viewing

PICTURE, TABLE, COMPARISON = "picture", "table", "comparison"
"""The kinds of exports that show what is viewed."""

MOST_COMPARED = 50
"""Scenarios besides the present one that an export names at most."""

Content = Mapping[str, object]

_Scenarios = Annotated[tuple[dict[str, object], ...], Field(max_length=MOST_COMPARED)]


def picture_origin(view_id: str, viewing: Viewing) -> Provenance:
    """Return what a picture says of itself, every number of it included."""
    return provenance_of(
        PICTURE, _document(viewing), _asked(view_id, viewing), picture_items(view_id, viewing)
    )


def picture_items(view_id: str, viewing: Viewing) -> tuple[Item, ...]:
    """Return all that a picture tells, in words and numbers."""
    figure = figure_of(view_id, viewing)
    return page_items(page_words(figure, viewing.result.scenario), figure.table)


def comparison_origin(items: tuple[NamedResult, ...]) -> Provenance:
    """Return what a page that compares results says of itself."""
    document, asked = _document(Viewing(items[0][1])), asked_comparison(items)
    return provenance_of(COMPARISON, document, asked, comparison_items(items))


def asked_comparison(items: tuple[NamedResult, ...]) -> dict[str, object]:
    """Return which results are compared, as JSON can hold it; :func:`compared_of` reads it."""
    (name, reference), *others = items
    case = reference.scenario.case
    return {
        "first": name,
        "compared": [
            {"as": other, **scenario_content(result.scenario, case)} for other, result in others
        ],
    }


def comparison_items(items: tuple[NamedResult, ...]) -> tuple[Item, ...]:
    """Return all that a page tells that compares results."""
    return page_items(comparison_words(items), boards_figure(items).table)


def picture_table(view_id: str, viewing: Viewing) -> Table:
    """Return the numbers of a picture, with the day at which they stand."""
    table = figure_of(view_id, viewing).table
    return dated_table(table, viewing.result.scenario.as_of)


def picture_csv(view_id: str, viewing: Viewing) -> bytes:
    """Return the numbers of a picture as a file of comma-separated values that can be verified.

    Two lines at its end, in quotation marks and with a number sign before them, say where it
    comes from: one for people, one for programs.
    """
    origin = provenance_of(TABLE, _document(viewing), _asked(view_id, viewing))
    about = tr(
        "# {settings} {foot}",
        settings=settings_words(viewing.result.scenario),
        foot=marked(foot_line(viewing.result.scenario.case), origin),
    )
    return stamped(csv_file(picture_table(view_id, viewing)) + csv_line(about), ".csv", origin)


def asked_view(asked: Content) -> str:
    """Return the id of the view that an export shows; raises :class:`FileError` for none."""
    view_id = asked.get("view")
    if view_id not in VIEW_IDS:
        raise FileError(tr("This export shows a picture that this version does not know."))
    return str(view_id)


def viewing_of(document: Document, asked: Content) -> Viewing:
    """Return what an export looked at.

    Parameters
    ----------
    document, asked
        As the export holds them.

    Raises
    ------
    FileError
        If something in it is not understood.
    """
    case = document.case
    read = partial(told_scenario, case)
    try:
        told = _Asked.model_validate(asked)
        if told.unfinished:
            raise FileError(
                tr(
                    "This was exported while a study was still under way, so its numbers cannot be "
                    "worked out again. Export it once more when the study is done."
                )
            )
        return Viewing(
            result=solve(document.scenario),
            baseline=solve(document.baseline) if told.baseline else None,
            selected_row=case.row(told.row).id if told.row else "",
            selected_package=None if told.package is None else package_of(case, told.package),
            swept_control=case.control(told.control).id if told.control else "",
            choices=told.choices,
            comparable=tuple((str(each.get("as")), read(each)) for each in told.comparable),
            before=None if told.before is None else read(told.before),
            pins=tuple(_pin(each, read(each)) for each in told.pins),
            is_comparing=told.comparing,
            seed=document.seed,
            tables=told.tables,
        )
    except (ScenarioError, ValidationError, KeyError) as error:
        raise FileError(tr("What this export looked at is not understood.")) from error


class _Asked(BaseModel):
    """What an export looked at, as it stands in its file."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    row: str = ""
    control: str = ""
    choices: dict[str, str] = Field(default_factory=dict[str, str])
    baseline: bool = False
    comparing: bool = False
    unfinished: bool = False
    package: dict[str, int] | None = None
    before: dict[str, object] | None = None
    comparable: _Scenarios = ()
    pins: _Scenarios = ()
    tables: TableClass | None = None


class _Compared(BaseModel):
    """What a comparison held against its first scenario, as it stands in its file."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    first: str
    compared: Annotated[_Scenarios, Field(min_length=1, max_length=MOST_BOARDS - 1)]


def compared_of(document: Document, asked: Content) -> tuple[NamedResult, ...]:
    """Return the results that a comparison holds against each other; raises :class:`FileError`."""
    try:
        told = _Compared.model_validate(asked)
    except ValidationError as error:
        raise FileError(tr("What this export looked at is not understood.")) from error
    case = document.case
    others = [(str(each.get("as")), solve(told_scenario(case, each))) for each in told.compared]
    return ((told.first, solve(document.scenario)), *others)


def _document(viewing: Viewing) -> Document:
    scenario = viewing.result.scenario
    baseline = viewing.baseline
    case = scenario.case
    base = preset_scenario(case, case.baseline_preset) if baseline is None else baseline.scenario
    return Document(scenario, scenario, base, seed=viewing.seed)


def _asked(view_id: str, viewing: Viewing) -> dict[str, object]:
    """Return what is viewed besides the scenario, as JSON can hold it; nothing that is usual."""
    case, package = viewing.result.scenario.case, viewing.selected_package
    asked: dict[str, object] = {
        "view": view_id,
        "row": viewing.selected_row,
        "control": viewing.swept_control,
        "choices": dict(viewing.choices),
        "baseline": viewing.baseline is not None,
        "comparing": viewing.is_comparing,
        "package": None if package is None else package_levels(case, package),
        "before": None if viewing.before is None else scenario_content(viewing.before, case),
        "comparable": [
            {"as": id_, **scenario_content(scenario, case)} for id_, scenario in viewing.comparable
        ],
        "pins": [
            {"as": pin.letter, "called": pin.name, **scenario_content(pin.result.scenario, case)}
            for pin in viewing.pins
        ],
        "unfinished": _is_unfinished(view_id, viewing),
        "tables": None if viewing.tables is None else viewing.tables.model_dump(mode="json"),
    }
    return {key: value for key, value in asked.items() if value not in (None, "", [], {}, False)}


def _is_unfinished(view_id: str, viewing: Viewing) -> bool:
    """Tell whether what a view shows was still being worked out, so that it is not the answer."""
    if view_id == breaking.VIEW.id:
        return viewing.breaking is not None and not viewing.breaking.is_done
    if view_id != robustness.VIEW.id or viewing.findings is None:
        return False
    answer = viewing.findings.answer
    return answer is None or (isinstance(answer, Sureness) and not answer.is_done)


def _pin(record: Content, scenario: Scenario) -> Pinned:
    return Pinned(str(record.get("as")), str(record.get("called")), solve(scenario))


def told_scenario(case: Case, content: object) -> Scenario:
    """Return a scenario of an export; raises :class:`FileError` unless all is understood."""
    problems: list[str] = []
    reading = ScenarioReading(original(case), problems, [])
    found = reading.scenario(case, content, "scenario")
    if found is None or problems:
        raise FileError("\n".join(problems))
    return found
