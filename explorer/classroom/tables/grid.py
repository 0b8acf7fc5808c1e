"""The grid of a class of tables: its rows as typed, and what they make of the class."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.classroom.tables.cells import key_of
from explorer.classroom.tables.columns import MINUTES, OFFERS, OUTCOME, TABLE, VARIANT
from explorer.classroom.tables.names import renamed
from explorer.classroom.tables.plan import Plan
from explorer.classroom.tables.reading import Reading, read_cells
from explorer.classroom.tables.writing import result_cells
from explorer.model.case import Case
from explorer.model.table_result import (
    LONGEST_TYPED,
    MOST_TABLES,
    TableClass,
    TableOffer,
    TableResult,
    variant_letter,
)
from explorer.model.wording import tr_n

Cells = Mapping[str, str]
"""What stands in a row, by column."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A class as rows, and what is wrong in them.

    ``rows`` are the cells of each table; ``mistakes`` say by the place of a row, from 0, why it is
    no result yet, and ``done`` are the places of rows that are one.
    """

    rows: tuple[Cells, ...]
    mistakes: Mapping[int, str]
    done: frozenset[int]

    @property
    def status(self) -> str:
        """How many tables are done, in words."""
        return tr_n(
            "{done} of {n} table is done.",
            "{done} of {n} tables are done.",
            len(self.rows),
            done=len(self.done),
        )


def grid_columns(case: Case) -> tuple[str, ...]:
    """Return the columns of a grid, in order."""
    return (TABLE, VARIANT, OUTCOME, *(issue.id for issue in case.issues), MINUTES)


def grid_of(plan: Plan, tables: TableClass) -> Grid:
    """Return the grid of a class: a row for each table of its plan, and for each other one told."""
    told: dict[str, Cells] = {
        key_of(result.name): result_cells(plan.case, result) for result in tables.results
    }
    for cells in tables.typed:
        told.setdefault(key_of(cells.get(TABLE, "")), cells)
    rows: list[Cells] = []
    for number in range(1, plan.tables + 1):
        name = plan.name_of(number)
        letter = variant_letter(plan.variant_of(number))
        rows.append(told.pop(key_of(name), {TABLE: name, VARIANT: letter}))
    rows = [*rows, *told.values()][:MOST_TABLES]
    read = read_cells(rows, plan)
    done = {key_of(result.name) for result in read.results}
    return Grid(
        tuple(rows),
        {mistake.line - 1: mistake.words for mistake in read.mistakes},
        frozenset(place for place, row in enumerate(rows) if key_of(row.get(TABLE, "")) in done),
    )


def with_rows(plan: Plan, tables: TableClass, rows: Sequence[Cells]) -> TableClass:
    """Return a class with other rows; what is no result yet is kept as it was typed.

    A name that another table goes by is not taken: the table keeps its own. An empty one gives a
    table its number back.
    """
    shown = renamed(plan, [row.get(TABLE, "") for row in grid_of(plan, tables).rows], rows)
    kept = [_told(row) for row in shown.rows]
    read = read_cells(kept, replace(plan, names=shown.names))
    done = {key_of(result.name) for result in read.results}
    paths = {shown.moved.get(each.name, each.name): each.path for each in tables.results}
    results = tuple(_with_path(result, paths) for result in read.results)
    typed = tuple(row for row in kept if key_of(row.get(TABLE, "")) not in done and _is_begun(row))
    return tables.having(results=results, typed=typed, names=shown.names)


def with_reading(tables: TableClass, read: Reading) -> TableClass:
    """Return a class with the results that were read; they replace those of the same tables."""
    told = {key_of(result.name): result for result in tables.results}
    told |= {key_of(result.name): result for result in read.results}
    return tables.having(
        results=tuple(told.values())[:MOST_TABLES],
        typed=tuple(row for row in tables.typed if key_of(row.get(TABLE, "")) not in told),
    )


def summary_words(read: Reading) -> str:
    """Return what reading a text came to, every mistake with its line."""
    head = tr_n("{n} table was read.", "{n} tables were read.", len(read.results))
    return "\n".join((head, *map(str, read.mistakes)))


def _told(row: Cells) -> dict[str, str]:
    # Offers are no column of the grid: they stay with the result that they led to.
    return {
        column: text[:LONGEST_TYPED] for column, text in row.items() if text and column != OFFERS
    }


def _is_begun(row: Cells) -> bool:
    """Whether more than table and variant stand in a row."""
    return any(text for column, text in row.items() if column not in (TABLE, VARIANT))


def _with_path(result: TableResult, paths: Mapping[str, tuple[TableOffer, ...]]) -> TableResult:
    if result.path or not paths.get(result.name):
        return result
    return result.with_path(paths[result.name])
