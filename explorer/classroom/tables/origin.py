"""What the papers of a role play say of themselves, and the role play read from that again.

Sheets that one side alone is given say nothing: from a record, whoever has such a sheet could work
out what the other side keeps secret.
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from explorer.classroom.tables.plan import Plan
from explorer.classroom.tables.scores import ClassScores, class_scores
from explorer.files.document_text import Document
from explorer.files.json_text import validated
from explorer.files.provenance.record import provenance_of
from explorer.model.provenance import CLASS_ANSWERS, NOT_RECOMPUTED, Provenance
from explorer.model.scenario import Scenario, preset_scenario
from explorer.model.table_result import (
    FEWEST_TABLES,
    LARGEST_SEED,
    MOST_TABLES,
    MOST_VARIANTS,
    TableResult,
)

SHEETS, INSTRUCTOR, DEBRIEF = "sheets", "instructor-sheet", "debrief"
"""The kinds of exports that all sheets, the instructor's page and a debrief are."""

TOLD = {"name", "variant", "ending", "levels", "minutes"}
"""What of a table's result a debrief tells, and so stands in its record."""

MOST_PREDICTED = 1_000
"""Sentences about predictions that a record holds at most."""


class _AskedPlan(BaseModel):
    """A role play besides its scenario, as it stands in a file."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    tables: Annotated[int, Field(ge=FEWEST_TABLES, le=MOST_TABLES)]
    seed: Annotated[int, Field(ge=0, le=LARGEST_SEED)]
    variants: Annotated[int, Field(ge=1, le=MOST_VARIANTS)]
    names: Annotated[tuple[str, ...], Field(max_length=MOST_TABLES)] = ()


class ShownDebrief(BaseModel):
    """What a debrief shows besides the scores of a class.

    ``predicted`` is what the class predicted in a lesson, in sentences.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    hides_names: bool = False
    has_pictures: bool = False
    predicted: Annotated[tuple[str, ...], Field(max_length=MOST_PREDICTED)] = ()


class _AskedDebrief(_AskedPlan, ShownDebrief):
    """A debrief besides its scenario, as it stands in a file."""

    results: Annotated[tuple[TableResult, ...], Field(max_length=MOST_TABLES)]


def plan_origin(kind: str, plan: Plan) -> Provenance:
    """Return what a paper of a role play says of itself."""
    return _origin(kind, plan, {**_asked(plan), "names": list(plan.names)})


def debrief_origin(found: ClassScores, shown: ShownDebrief) -> Provenance:
    """Return what a debrief says of itself: the role play, and what its class told.

    ``shown``: What the debrief shows besides. Names are those that it shows itself; offers, which
    it does not, are left out.
    """
    results = [
        score.result.model_dump(mode="json", include=TOLD, exclude_none=True)
        for score in found.scores
    ]
    asked = {**_asked(found.plan), **shown.model_dump(mode="json"), "results": results}
    return _origin(DEBRIEF, found.plan, {**asked, NOT_RECOMPUTED: [CLASS_ANSWERS]})


def asked_plan(scenario: Scenario, asked: Mapping[str, object]) -> Plan:
    """Return the role play that a record tells; :class:`pydantic.ValidationError` if it is none."""
    return _plan(scenario, _AskedPlan.model_validate(asked))


def asked_debrief(
    scenario: Scenario, asked: Mapping[str, object]
) -> tuple[ClassScores, ShownDebrief]:
    """Return the class that a record tells, and what of it the debrief shows.

    Raises :class:`pydantic.ValidationError` if it tells none, and :class:`ScenarioError` if its
    case does not know what a table agreed.
    """
    told = validated(_AskedDebrief, dict(asked), mends_text=True)
    shown = ShownDebrief(
        hides_names=told.hides_names, has_pictures=told.has_pictures, predicted=told.predicted
    )
    return class_scores(_plan(scenario, told), told.results), shown


def _plan(scenario: Scenario, told: _AskedPlan) -> Plan:
    return Plan(scenario, told.tables, told.seed, told.variants, told.names)


def _asked(plan: Plan) -> dict[str, object]:
    return {"tables": plan.tables, "seed": plan.seed, "variants": plan.variants}


def _origin(kind: str, plan: Plan, asked: dict[str, object]) -> Provenance:
    baseline = preset_scenario(plan.case, plan.case.baseline_preset)
    return provenance_of(kind, Document(plan.scenario, plan.scenario, baseline), asked)
