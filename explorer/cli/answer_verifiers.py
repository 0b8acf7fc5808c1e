"""What the JSON of commands ought to say, worked out from what it says of itself."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, cast

from pydantic import BaseModel, ConfigDict, Field

from explorer.cli.bold import BoldQuestion, bold_answer, bold_record
from explorer.cli.breaking import asked_about, breaking_answer, breaking_record
from explorer.cli.compare import comparison_record
from explorer.cli.history import history_of
from explorer.cli.others import others_record
from explorer.cli.outlook import outlook_record
from explorer.cli.split import MEASURE_IDS, SplitQuestion, split_answer
from explorer.cli.subject import known_id
from explorer.cli.sure import sure_record
from explorer.cli.two_cases import TwoCases, beside, two_cases_record
from explorer.files.result_record import Record
from explorer.files.scenario_section import scenario_content
from explorer.model.bold import HUNDRED, Rank
from explorer.model.errors import ScenarioError
from explorer.model.provenance import Item
from explorer.model.study import HIGHEST_SEED
from explorer.model.wording import tr
from explorer.report.order import MOST_SETS
from explorer.report.verifiers import Export, Verifier, told
from explorer.solver.outlook import meeting_outlook
from explorer.solver.solve import solve
from explorer.studies.study import Kind, Question, findings
from explorer.views.origin import compared_of, told_scenario

if TYPE_CHECKING:
    from explorer.views.robustness import Answer

OTHERS, OUTLOOK, SURE, COMPARE, SPLIT = "others", "outlook", "sure", "compare", "split"
HISTORY, BREAKING, BOLD, TWO_CASES = "history", "breaking", "bold", "two-cases"
"""The kinds of exports that these answers are."""


class _AskedOthers(BaseModel):
    """What ``others`` was asked, as it stands in its answer."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    package: str | None = None


class _AskedSure(BaseModel):
    """What ``sure`` was asked, as it stands in its answer."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    kind: Kind
    row: str
    seed: Annotated[int, Field(ge=0, le=HIGHEST_SEED)]
    sets: Annotated[int, Field(ge=1, le=MOST_SETS)]


class _AskedSplit(BaseModel):
    """What ``split`` was asked, as it stands in its answer."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    start: dict[str, object]
    measure: str
    row: str


class _AskedHistory(BaseModel):
    """What ``history`` was asked, as it stands in its answer."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    year: int | None = None
    lines: bool = False


class _AskedBreaking(BaseModel):
    """What ``breaking`` was asked, as it stands in its answer."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    row: str | None = None
    package: str | None = None


class _AskedBold(BaseModel):
    """What ``bold`` was asked, as it stands in its answer."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    seed: Annotated[int, Field(ge=0, le=HIGHEST_SEED)]
    sets: Annotated[int, Field(ge=1, le=MOST_SETS)]
    at_least: Annotated[int, Field(ge=1, le=HUNDRED)]
    rank: Rank


class _AskedTwoCases(BaseModel):
    """What ``two-cases`` was asked, as it stands in its answer; the other case by its id alone."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    other: str
    preset: str


def asked_split(question: SplitQuestion) -> Record:
    """Return what ``split`` was asked, as JSON can hold it."""
    return {
        "start": scenario_content(question.start, question.end.case),
        "measure": question.measure,
        "row": question.row_id,
    }


def asked_bold(question: BoldQuestion) -> Record:
    """Return what ``bold`` was asked, as JSON can hold it."""
    return {
        "seed": question.seed,
        "sets": question.sets,
        "at_least": question.at_least,
        "rank": question.rank,
    }


def asked_two_cases(shown: TwoCases) -> Record:
    """Return which case stands beside the scenario, as JSON can hold it."""
    return {"other": shown.there.scenario.case.id, "preset": shown.preset}


def asked_sure(question: Question) -> Record:
    """Return what a study was asked, as JSON can hold it."""
    return {
        "kind": question.kind,
        "row": question.row_id,
        "seed": question.seed,
        "sets": question.sets,
    }


def _others(export: Export) -> tuple[Item, ...]:
    asked = _AskedOthers.model_validate(export.origin.asked)
    return _items(others_record(solve(export.document.scenario), asked.package))


def _outlook(export: Export) -> tuple[Item, ...]:
    outlook = meeting_outlook(solve(export.document.scenario))
    return () if outlook is None else _items(outlook_record(outlook))


def _sure(export: Export) -> tuple[Item, ...]:
    asked = _AskedSure.model_validate(export.origin.asked)
    scenario = export.document.scenario
    if asked.row and asked.row not in [row.id for row in scenario.case.rows]:
        raise ScenarioError(tr("The case has no such row of the board."))
    question = Question(scenario, asked.kind, asked.row, asked.seed, asked.sets)
    # The last step of every study has an answer.
    return _items(sure_record(cast("Answer", findings(question).answer)))


def _compare(export: Export) -> tuple[Item, ...]:
    return _items(comparison_record(compared_of(export.document, export.origin.asked)))


def _split(export: Export) -> tuple[Item, ...]:
    asked, end = _AskedSplit.model_validate(export.origin.asked), export.document.scenario
    known_id(asked.measure, MEASURE_IDS.values(), option="measure")
    if asked.row:
        known_id(asked.row, [row.id for row in end.case.rows], option="row")
    start = told_scenario(end.case, asked.start)
    return _items(split_answer(SplitQuestion(start, end, asked.measure, asked.row)).record)


def _history(export: Export) -> tuple[Item, ...]:
    asked = _AskedHistory.model_validate(export.origin.asked)
    return _items(history_of(export.document.case, asked.year, with_lines=asked.lines).record)


def _breaking(export: Export) -> tuple[Item, ...]:
    asked = _AskedBreaking.model_validate(export.origin.asked)
    question = asked_about(export.document.scenario, asked.row, asked.package)
    return _items(breaking_record(breaking_answer(question)))


def _bold(export: Export) -> tuple[Item, ...]:
    asked = _AskedBold.model_validate(export.origin.asked)
    question = BoldQuestion(
        export.document.scenario, asked.seed, asked.sets, asked.at_least, asked.rank
    )
    return _items(bold_record(question, bold_answer(question)))


def _two_cases(export: Export) -> tuple[Item, ...]:
    asked = _AskedTwoCases.model_validate(export.origin.asked)
    shown = beside(solve(export.document.scenario), asked.other, asked.preset)
    return _items(two_cases_record(shown))


def _items(record: Record) -> tuple[Item, ...]:
    return told(json.dumps(record, allow_nan=False).encode("ascii"), ".json")


ANSWER_VERIFIERS: Mapping[str, Verifier] = {
    OTHERS: _others,
    OUTLOOK: _outlook,
    SURE: _sure,
    COMPARE: _compare,
    SPLIT: _split,
    HISTORY: _history,
    BREAKING: _breaking,
    BOLD: _bold,
    TWO_CASES: _two_cases,
}
"""What works answers of commands out again, by their kind."""
