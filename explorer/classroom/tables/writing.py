"""Results of tables written as comma-separated values that read back as they were."""

from collections.abc import Sequence

from explorer.classroom.tables.columns import (
    CODE,
    MINUTES,
    OFFERS,
    OUTCOME,
    TABLE,
    VARIANT,
    ending_words,
    level_cell,
)
from explorer.classroom.tables.offers import offers_cell
from explorer.classroom.tables.plan import Plan
from explorer.figures.table import Cell, Number, Table, csv_file
from explorer.model.case import Case
from explorer.model.table_result import TableResult, variant_letter
from explorer.model.wording import tr


def results_file(plan: Plan, results: Sequence[TableResult]) -> bytes:
    """Return the content of a file of results; no cell is a formula.

    Tables that the plan has and nobody told anything of follow with their name and code alone, so
    that they can be filled in.
    """
    told = {result.name for result in results}
    numbers = range(1, plan.tables + 1)
    awaited = [number for number in numbers if plan.name_of(number) not in told]
    rows = [
        *(_told(plan.case, result) for result in results),
        *(_awaited(plan, number) for number in awaited),
    ]
    return csv_file(Table(tr("Results of the tables"), _heads(plan.case), tuple(rows)))


def _heads(case: Case) -> tuple[str, ...]:
    issues = (issue.id for issue in case.issues)
    return (TABLE, VARIANT, OUTCOME, *issues, MINUTES, OFFERS, CODE)


def result_cells(case: Case, result: TableResult) -> dict[str, str]:
    """Return the cells of a result by column, as a grid shows them."""
    levels = result.levels
    return {
        TABLE: result.name,
        VARIANT: variant_letter(result.variant),
        OUTCOME: ending_words(result.ending),
        **{
            issue.id: "" if levels is None else level_cell(issue, levels.get(issue.id, 0))
            for issue in case.issues
        },
        MINUTES: "" if result.minutes is None else f"{result.minutes:g}",
        OFFERS: offers_cell(case, result.path),
    }


def _told(case: Case, result: TableResult) -> tuple[Cell, ...]:
    cells = result_cells(case, result)
    package = (cells[issue.id] for issue in case.issues)
    return (
        result.name,
        variant_letter(result.variant),
        cells[OUTCOME],
        *package,
        Number(result.minutes, ""),
        cells[OFFERS],
        "",
    )


def _awaited(plan: Plan, number: int) -> tuple[Cell, ...]:
    variant = variant_letter(plan.variant_of(number))
    nothing = ("",) * (len(plan.case.issues) + 3)
    return (plan.name_of(number), variant, *nothing, plan.code(number))
