"""Workbooks read back: every mistake named with its cell, and the rest read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from explorer.files.scenario_reading import plain_name, read_day
from explorer.files.workbook.cells import Mistake, Sheet, Told, Value, read_book, unheard
from explorer.files.workbook.numbers import cell_number, kept_number
from explorer.model.case import Case
from explorer.model.control import Control, is_switch
from explorer.model.errors import FileError, ScenarioError
from explorer.model.scenario import Scenario, control_range
from explorer.model.wording import tr
from explorer.paper.workbook.assumption_sheet import read_assumptions
from explorer.paper.workbook.heads import Heads, heads_of, key_of
from explorer.paper.workbook.layout import ASSUMPTION, CASE, DAY, REMARK, RESULT, SCENARIO

WORDS_ON, WORDS_OFF = ("on", "yes", "true", "1"), ("off", "no", "false", "0")
"""How a switch may be typed besides as a truth."""

DAY_LENGTH = len("2025-10-23")

CELLS = 0.7
"""Which share of the time it takes to read the cells; the rest goes into what they mean."""

NO_LINE = ("none", "no line", "no-line", "off", "-")
"""How a red line may be typed that is not drawn."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A scenario and the row in which it stands."""

    row: int
    scenario: Scenario


@dataclass(slots=True)
class BookReading:
    """What a workbook says.

    Attributes
    ----------
    case
        The case with the assumptions of the workbook.
    rows
        The scenarios that could be read, in order, all of that case.
    mistakes
        Why cells or rows could not, each with its place.
    notes
        What was read otherwise than it is typed, each with its place.
    """

    case: Case
    rows: list[ReadRow] = field(default_factory=list[ReadRow])
    mistakes: list[Mistake] = field(default_factory=list[Mistake])
    notes: list[Mistake] = field(default_factory=list[Mistake])

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios that could be read."""
        return tuple(each.scenario for each in self.rows)


def read_scenario_book(path: Path, base: Scenario, told: Told = unheard) -> BookReading:
    """Return what a workbook says of scenarios and assumptions.

    Parameters
    ----------
    path
        The workbook. Its sheets are known by the ids in their heads, whatever they are called.
    base
        Gives the case, and the value of each control whose cell is blank or missing.
    told
        Hears how far it is, 0 to 1; what it raises ends the reading.

    Raises
    ------
    FileError
        If the file cannot be read, is of another case, or has neither scenarios nor assumptions.
    MissingExtraError
        If the package that reads workbooks is not installed.
    """
    sheets = read_book(path, lambda share: told(CELLS * share))
    _refuse_other_case(path, sheets, base.case)
    found = BookReading(base.case)
    known = {SCENARIO: set(base.case.control_places), ASSUMPTION: set[str]()}
    heads = [(sheet, heads_of(sheet, known)) for sheet in sheets]
    if not any(each for _, each in heads):
        message = tr(
            "{path} has no sheet with the head “{scenario}”, with ids of controls, or "
            "“{assumption}”. Write a workbook first and fill it in.",
            path=path,
            scenario=SCENARIO,
            assumption=ASSUMPTION,
        )
        raise FileError(message)
    for sheet, each in heads:
        if each is not None:
            found.mistakes += sheet.mistakes
            found.notes += sheet.notes
            if each.kind == ASSUMPTION:
                found.case = read_assumptions(found.case, sheet, each, found.mistakes)
    start = base.with_case(found.case)
    for sheet, each in heads:
        if each is not None and each.kind == SCENARIO:
            for row in _read_scenarios(found, start, sheet, each):
                told(CELLS + (1 - CELLS) * row / max(sheet.rows))
    return found


def _refuse_other_case(path: Path, sheets: tuple[Sheet, ...], case: Case) -> None:
    for sheet in sheets:
        for _, cells in sheet.filled():
            told = cells.get(2)
            if key_of(cells.get(1)) == CASE and told is not None and str(told) != case.id:
                message = tr(
                    "{path} is about the case {other}, not {case}. Name its case with --case, or "
                    "open that case first.",
                    path=path,
                    other=str(told)[:60],
                    case=case.id,
                )
                raise FileError(message)


def _read_scenarios(
    found: BookReading, start: Scenario, sheet: Sheet, heads: Heads
) -> Iterator[int]:
    """Read the scenarios of a sheet; yield each row once it is read."""
    controls = _known_columns(found, start.case, sheet, heads)
    for row, cells in sheet.filled():
        is_remark = str(cells.get(heads.first, "")).startswith(REMARK)
        if row <= heads.row or is_remark or not any(column in cells for column in heads.columns):
            continue
        wrong = len(found.mistakes)
        values: dict[str, float] = {}
        for column, control in controls.items():
            if column in cells:
                try:
                    typed = control_value(start.case, control, cells[column])
                    value = kept_number(typed, start.value(control.id))
                    start.with_value(control.id, value)
                except ScenarioError as error:
                    found.mistakes.append(Mistake(sheet.place(row, column), str(error)))
                else:
                    values[control.id] = value
        name = _name(heads, cells) or tr("Row {n}", n=row)
        scenario = _dated(found, start, (sheet, heads, row), cells)
        if len(found.mistakes) == wrong:
            found.rows.append(ReadRow(row, scenario.with_values(values).with_name(name)))
        yield row


def _dated(
    found: BookReading,
    start: Scenario,
    where: tuple[Sheet, Heads, int],
    cells: Mapping[int, Value],
) -> Scenario:
    """Return the scenario to start from, at the day that a row tells."""
    sheet, heads, row = where
    column = heads.column(DAY)
    if column is None or column not in cells:
        return start
    # Spreadsheets hand out days with a time behind them.
    day, lines = read_day(start.case, str(cells[column])[:DAY_LENGTH], "")
    found.mistakes += [Mistake(sheet.place(row, column), line) for line in lines]
    return start.with_date(day)


def _name(heads: Heads, cells: Mapping[int, Value]) -> str:
    column = heads.column(SCENARIO)
    value = cells.get(column, "") if column is not None else ""
    return plain_name(f"{value:g}" if isinstance(value, float) else str(value))


def _known_columns(
    found: BookReading, case: Case, sheet: Sheet, heads: Heads
) -> dict[int, Control]:
    controls: dict[int, Control] = {}
    for column, id_ in heads.columns.items():
        if id_ in case.control_places:
            controls[column] = case.control(id_)
        elif id_ not in (SCENARIO, DAY) and not id_.startswith((RESULT, REMARK)):
            words = tr("there is no control “{id}”; the column is left out.", id=id_[:60])
            found.mistakes.append(Mistake(sheet.place(heads.row, column), words))
    return controls


def control_value(case: Case, control: Control, value: Value) -> float:
    """Return a control's value as it stands in a cell: a number, or words that mean one.

    Raises :class:`ScenarioError` if it is neither; whether the control can take the number is not
    asked.
    """
    word = str(value).strip().casefold()
    if is_switch(control):
        if value is True or word in WORDS_ON:
            return 1
        if value is False or word in WORDS_OFF:
            return 0
        number = cell_number(value)
        if number not in (0, 1):
            raise ScenarioError(tr("a switch is on or off."))
        return number
    if control.kind == "limit" and isinstance(value, str):
        if word in NO_LINE:
            return control_range(case, control).off
        for place, level in enumerate(case.issue(control.issue).levels):
            if word in (level.words.casefold(), level.short.casefold()):
                return place
    return cell_number(value)
