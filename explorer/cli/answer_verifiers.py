"""What the JSON of commands ought to say, worked out from what it says of itself."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, cast

from pydantic import BaseModel, ConfigDict, Field

from explorer.cli.others import others_record
from explorer.cli.outlook import outlook_record
from explorer.cli.sure import sure_record
from explorer.files.result_record import Record
from explorer.model.errors import ScenarioError
from explorer.model.provenance import Item
from explorer.model.study import HIGHEST_SEED
from explorer.model.wording import tr
from explorer.report.order import MOST_SETS
from explorer.report.verifiers import Export, Verifier, told
from explorer.solver.outlook import meeting_outlook
from explorer.solver.solve import solve
from explorer.studies.study import Kind, Question, findings

if TYPE_CHECKING:
    from explorer.views.robustness import Answer

OTHERS, OUTLOOK, SURE = "others", "outlook", "sure"
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


def _items(record: Record) -> tuple[Item, ...]:
    return told(json.dumps(record, allow_nan=False).encode("ascii"), ".json")


ANSWER_VERIFIERS: Mapping[str, Verifier] = {OTHERS: _others, OUTLOOK: _outlook, SURE: _sure}
"""What works answers of commands out again, by their kind."""
