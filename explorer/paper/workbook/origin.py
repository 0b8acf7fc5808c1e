"""What a workbook of scenarios says of itself, and the scenarios read from that again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, ValidationError

from explorer.files.document_text import Document
from explorer.files.provenance.record import provenance_of
from explorer.files.workbook.cells import MOST_ROWS
from explorer.model.case import Case
from explorer.model.errors import FileError, ScenarioError
from explorer.model.provenance import Provenance
from explorer.model.scenario import Scenario, default_scenario, preset_scenario
from explorer.model.wording import tr

WORKBOOK = "workbook"
"""The kind of export that a workbook of scenarios is."""

_Row = tuple[str, date | None, tuple[FiniteFloat, ...]]


class _Asked(BaseModel):
    """What a workbook holds, as it stands in its record: each row's name, day and values."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    results: bool
    rows: Annotated[tuple[_Row, ...], Field(max_length=MOST_ROWS)]


def book_origin(case: Case, scenarios: Sequence[Scenario], *, with_results: bool) -> Provenance:
    """Return what a workbook says of itself.

    Parameters
    ----------
    case, scenarios
        As :func:`explorer.paper.workbook.writing.scenario_book` takes them.
    with_results
        Whether columns tell what was worked out.
    """
    first = scenarios[0] if scenarios else preset_scenario(case, case.default_preset)
    baseline = preset_scenario(case, case.baseline_preset)
    rows = [
        [
            scenario.name,
            None if scenario.as_of is None else scenario.as_of.isoformat(),
            list(scenario.values),
        ]
        for scenario in scenarios
    ]
    asked = {"results": with_results, "rows": rows}
    return provenance_of(WORKBOOK, Document(first, first, baseline), asked)


def book_rows(document: Document, asked: Mapping[str, object]) -> tuple[tuple[Scenario, ...], bool]:
    """Return the scenarios of a workbook, and whether it has results.

    ``document``, ``asked``: As its record holds them. Raises :class:`FileError` if they are not
    understood.
    """
    try:
        told = _Asked.model_validate(asked)
        usual = default_scenario(document.case)
        ids = [control.id for control in document.case.controls]
        rows = tuple(
            usual.with_values(dict(zip(ids, values, strict=True))).with_name(name).with_date(day)
            for name, day, values in told.rows
        )
    except (ScenarioError, ValidationError, ValueError) as error:
        raise FileError(tr("The record of this workbook makes no sense.")) from error
    return rows, told.results
