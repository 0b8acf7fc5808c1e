"""Studies that are solved once for all tests, and tables made by hand."""

from functools import cache

import numpy as np

from explorer.figures.study_table import StudyTable
from explorer.files.case_file import bundled_case
from explorer.files.rows.head import rows_head
from explorer.model.result import Floats
from explorer.model.study_plan import (
    AssumptionFactor,
    Combination,
    ControlFactor,
    Cross,
    LatinHypercube,
    OutputKind,
    Start,
    StructureFactor,
    StudyPlan,
)
from explorer.model.study_ways import ListedWays, RangeWays
from explorer.studies.designed.batch import solved
from explorer.studies.designed.design import prepared

KOREA = bundled_case()

SCALES = ("russia_alignment", "china_ties", "us_will")

STARTS = (Start(id="october-2025", preset="october-2025"),)


def korea_plan(
    combine: Combination | None = None,
    outputs: tuple[OutputKind, ...] = ("zone", "rows", "floors", "packages"),
    starts: tuple[Start, ...] = STARTS,
) -> StudyPlan:
    """Return a study of three scales, a red line, an assumption and a choice of structure."""
    scales = (ControlFactor(control=each, ways=RangeWays(low=0, high=100)) for each in SCALES)
    return StudyPlan(
        name="Support from abroad",
        question="When does a freeze hold?",
        case=KOREA.id,
        starts=starts,
        factors=(
            *scales,
            ControlFactor(control="us_max_aid", ways=ListedWays(values=(1, 2))),
            AssumptionFactor(assumption="issues.icbm.cost.base", ways=RangeWays(low=0.8, high=1.2)),
            StructureFactor(choice="patrons"),
        ),
        combine=combine or LatinHypercube(rows=120),
        outputs=outputs,
    )


def small_plan(outputs: tuple[OutputKind, ...] = ("zone", "rows")) -> StudyPlan:
    """Return a study of six rows."""
    return StudyPlan(
        name="Six rows",
        case=KOREA.id,
        starts=STARTS,
        factors=(
            ControlFactor(control="russia_alignment", ways=RangeWays(low=0, high=100, step=50)),
            ControlFactor(control="china_ties", ways=ListedWays(values=(20, 80))),
        ),
        combine=Cross(),
        outputs=outputs,
    )


def table_of(plan: StudyPlan) -> StudyTable:
    """Return all rows of a study of the Korea case."""
    design = prepared(plan, KOREA)
    values = solved(design, 0, design.rows)
    return StudyTable(KOREA, rows_head(plan, KOREA, design.rows, design.columns), values)


@cache
def korea_table() -> StudyTable:
    """Return the rows of the larger study."""
    return table_of(korea_plan())


@cache
def small_table() -> StudyTable:
    """Return the rows of the smaller one."""
    return table_of(small_plan())


def with_values(table: StudyTable, values: Floats) -> StudyTable:
    """Return a table with other rows under the same head."""
    return StudyTable(table.case, table.head, values)


def empty_table() -> StudyTable:
    """Return a table without a row."""
    table = small_table()
    return with_values(table, np.zeros((0, len(table.columns))))
