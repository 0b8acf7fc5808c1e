"""Workbooks written: scenarios with their results, assumptions, and what the book is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from explorer import __version__
from explorer.files.extras import extra_module
from explorer.files.provenance.record import fingerprint
from explorer.files.provenance.workbook import sealed_lines, sheet_items
from explorer.files.workbook.cells import EXTRA, column_letters, plain_sheets, spreadsheets
from explorer.model.assumption import assumptions
from explorer.model.case import Case
from explorer.model.control import is_switch
from explorer.model.plain_text import FORMULA_STARTS
from explorer.model.provenance import Item, Provenance
from explorer.model.scenario import Scenario
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.paper.words import shown
from explorer.paper.workbook.layout import (
    CASE,
    OFF,
    ON,
    REMARK,
    Allowed,
    ColumnHead,
    assumption_heads,
    assumption_row,
    scenario_heads,
    value_count,
)
from explorer.paper.workbook.origin import book_origin

Cell = str | float | None

WIDEST, NARROWEST = 44, 9
"""Widths of columns, in letters."""

LAST_ROW = 10_000
"""Down to which row spreadsheets check what is typed."""

LONGEST_HINT = 250
"""Characters of what a spreadsheet says of a value that cannot stand in a cell."""

AUTHOR = "Deal Zone Explorer"

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the format takes it as it is
"""When every workbook says that it was made, so that the same scenarios say the same."""


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """What was worked out for each scenario: ``values`` in the order of the scenarios."""

    head: ColumnHead
    values: tuple[Cell, ...]


def scenario_book(
    case: Case, scenarios: Sequence[Scenario], results: Sequence[ResultColumn] = ()
) -> bytes:
    """Return a workbook of scenarios and of the assumptions of their case.

    Parameters
    ----------
    case
        The case, with the assumptions that the second sheet lists.
    scenarios
        One for each row; all of this case.
    results
        Columns behind the controls.

    Raises
    ------
    MissingExtraError
        If the package that writes workbooks is not installed.
    """
    book, origin = _made(case, scenarios, results)
    about = book.worksheets[-1]
    for line in sealed_lines(plain_sheets(book), origin):
        row = about.max_row + 1
        for column, words in enumerate(line, start=1):
            put(about, row, column, words)
        # For programs; people have the lines above.
        about.row_dimensions[row].hidden = True
    facts = book.properties
    facts.creator = facts.lastModifiedBy = AUTHOR
    facts.created = facts.modified = _MADE
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def scenario_items(
    case: Case, scenarios: Sequence[Scenario], results: Sequence[ResultColumn] = ()
) -> tuple[Item, ...]:
    """Return every cell of the workbook that :func:`scenario_book` returns, under its place."""
    book, _ = _made(case, scenarios, results)
    return sheet_items(plain_sheets(book))


def _made(
    case: Case, scenarios: Sequence[Scenario], results: Sequence[ResultColumn]
) -> tuple[Any, Provenance]:
    """Return a workbook without its record, and what it says of itself."""
    book = spreadsheets().Workbook()
    heads = (*scenario_heads(case), *(each.head for each in results))
    rows: list[Sequence[Cell]] = [
        [
            scenario.name,
            None if scenario.as_of is None else scenario.as_of.isoformat(),
            *_values(scenario),
            *(each.values[place] for each in results),
        ]
        for place, scenario in enumerate(scenarios)
    ]
    _fill(book.active, tr("Scenarios"), heads, rows)
    count = value_count(case)
    listed = [assumption_row(case, item, count) for item in assumptions(case)]
    _fill(book.create_sheet(), tr("Assumptions"), assumption_heads(case), listed)
    origin = book_origin(case, scenarios, with_results=bool(results))
    about = book.create_sheet()
    _about(about, case, origin)
    return book, origin


def _values(scenario: Scenario) -> list[Cell]:
    pairs = zip(scenario.case.controls, scenario.values, strict=True)
    return [(ON if value else OFF) if is_switch(control) else value for control, value in pairs]


def _fill(
    sheet: Any, title: str, heads: Sequence[ColumnHead], rows: Sequence[Sequence[Cell]]
) -> None:
    sheet.title = title
    top = [[head.id for head in heads], [head.words for head in heads]]
    if any(head.range for head in heads):
        top.append([head.range for head in heads])
    for number, row in enumerate((*top, *rows), start=1):
        for column, value in enumerate(row, start=1):
            put(sheet, number, column, value)
    sheet.freeze_panes = sheet.cell(len(top) + 1, 2)
    for column, head in enumerate(heads, start=1):
        _dress(sheet, column, head, len(top) + 1)


def put(sheet: Any, row: int, column: int, value: Cell) -> None:
    """Write a value into a cell; text that looks like a formula stays text."""
    if value is None or value == "":
        return
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = shown(value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(FORMULA_STARTS)
    else:
        cell.value = value


def _dress(sheet: Any, column: int, head: ColumnHead, first: int) -> None:
    """Give a column its width, its note and what it accepts."""
    styles = extra_module("openpyxl.styles", EXTRA, "")
    letters = column_letters(column)
    sheet.cell(1, column).font = styles.Font(bold=True)
    sheet.cell(2, column).alignment = styles.Alignment(wrap_text=True, vertical="top")
    widths = [len(str(sheet.cell(row, column).value or "")) for row in (1, first)]
    sheet.column_dimensions[letters].width = min(WIDEST, max(NARROWEST, *widths) + 2)
    if head.note:
        made = extra_module("openpyxl.comments", EXTRA, "").Comment(shown(head.note), AUTHOR)
        made.width, made.height = 360, 220
        sheet.cell(1, column).comment = made
    if head.allowed is not None:
        rule = _rule(head.allowed, head.range)
        sheet.add_data_validation(rule)
        rule.add(f"{letters}{first}:{letters}{LAST_ROW}")


def _rule(allowed: Allowed, words: str) -> Any:
    validation = extra_module("openpyxl.worksheet.datavalidation", EXTRA, "").DataValidation
    told = {
        "error": shown(words)[:LONGEST_HINT],
        "errorTitle": tr("Not possible here"),
        "allow_blank": True,
    }
    if allowed.kind == "list":
        # Accepted besides: what spreadsheets make of a truth.
        return validation(type="list", formula1=f'"{",".join(allowed.words)}"', **told)
    return validation(
        type=allowed.kind,
        operator="between",
        formula1=f"{allowed.lowest:g}",
        formula2=f"{allowed.highest:g}",
        **told,
    )


def _about(sheet: Any, case: Case, origin: Provenance) -> None:
    sheet.title = tr("About")
    rows: list[tuple[Cell, Cell]] = [
        (CASE, case.id),
        ("version", case.version),
        ("model", MODEL_VERSION),
        ("program", __version__),
        ("fingerprint", fingerprint(origin)),
        ("name", case.name),
        ("as of", None if case.as_of is None else case.as_of.isoformat()),
        (REMARK, tr("Row 1 of each sheet holds ids. Rows that begin with # are not read.")),
        (REMARK, tr("A blank cell stands for the value of the scenario that is read into.")),
        (REMARK, tr("Columns whose ids begin with “result.” are not read back.")),
        (REMARK, tr("Whether all still stands as it was written is told by: dealzone verify FILE")),
    ]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            put(sheet, number, column, value)
    sheet.column_dimensions["B"].width = 90
