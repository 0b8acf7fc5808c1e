"""What the papers of a role play say of themselves, and the role play read from that again.

Sheets that one side alone is given say nothing: from a record, whoever has such a sheet could work
out what the other side keeps secret.
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from explorer.classroom.tables.plan import Plan
from explorer.files.document_text import Document
from explorer.files.provenance.record import provenance_of
from explorer.model.provenance import Provenance
from explorer.model.scenario import Scenario, preset_scenario
from explorer.model.table_result import FEWEST_TABLES, LARGEST_SEED, MOST_TABLES, MOST_VARIANTS

SHEETS, INSTRUCTOR, DEBRIEF = "sheets", "instructor-sheet", "debrief"
"""The kinds of exports that all sheets, the instructor's page and a debrief are."""


class _AskedPlan(BaseModel):
    """A role play besides its scenario, as it stands in a file."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    tables: Annotated[int, Field(ge=FEWEST_TABLES, le=MOST_TABLES)]
    seed: Annotated[int, Field(ge=0, le=LARGEST_SEED)]
    variants: Annotated[int, Field(ge=1, le=MOST_VARIANTS)]
    names: Annotated[tuple[str, ...], Field(max_length=MOST_TABLES)] = ()


def plan_origin(kind: str, plan: Plan) -> Provenance:
    """Return what a paper of a role play says of itself.

    Of a debrief, neither results nor names: they are people's, and not worked out by the model.
    """
    asked: dict[str, object] = {
        "tables": plan.tables,
        "seed": plan.seed,
        "variants": plan.variants,
    }
    if kind != DEBRIEF:
        asked["names"] = list(plan.names)
    case = plan.case
    baseline = preset_scenario(case, case.baseline_preset)
    return provenance_of(kind, Document(plan.scenario, plan.scenario, baseline), asked)


def asked_plan(scenario: Scenario, asked: Mapping[str, object]) -> Plan:
    """Return the role play that a record tells; :class:`pydantic.ValidationError` if it is none."""
    told = _AskedPlan.model_validate(asked)
    return Plan(scenario, told.tables, told.seed, told.variants, told.names)
