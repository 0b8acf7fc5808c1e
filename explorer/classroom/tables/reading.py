"""Results of tables read from typed text: every mistake named with its line, the rest read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from explorer.classroom.tables.cells import Row, file_text, key_of, number_of, rows_of
from explorer.classroom.tables.columns import (
    CODE,
    MINUTES,
    OFFERS,
    OUTCOME,
    TABLE,
    VARIANT,
    column_words,
    ending_of,
    ending_words,
    level_of,
    variant_of,
)
from explorer.classroom.tables.offers import offers_of
from explorer.classroom.tables.plan import Plan, table_name
from explorer.model.errors import ScenarioError
from explorer.model.table_result import (
    LONGEST_MINUTES,
    LONGEST_NAME,
    MOST_TABLES,
    Ending,
    TableResult,
)
from explorer.model.wording import tr, tr_n


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in a line of typed results, the first line being 1."""

    line: int
    words: str

    def __str__(self) -> str:
        """Return the mistake with its line."""
        return tr("line {line}: {words}", line=self.line, words=self.words)


@dataclass(frozen=True, slots=True)
class Reading:
    """What typed results say.

    Attributes
    ----------
    results
        One for each table that could be read, in the order of the text.
    mistakes
        Why lines or columns could not, in the order of the text.
    awaited
        Names of the tables of which nothing but the name is told yet.
    """

    results: tuple[TableResult, ...]
    mistakes: tuple[Mistake, ...] = ()
    awaited: tuple[str, ...] = ()


def read_results_file(path: Path, plan: Plan) -> Reading:
    """Return what a file of results says.

    Raises :class:`FileError` if it cannot be read, is no text, or names no known column.
    """
    return read_results(file_text(path), plan, name=str(path))


def read_results(text: str, plan: Plan, *, name: str) -> Reading:
    """Return what typed results say.

    Parameters
    ----------
    text
        A first line of heads in any order, then one line for each table; cells between commas,
        semicolons or tabs. Empty lines do not matter.
    plan
        The role play; it tells issues, variants and codes.
    name
        What to call the text in a message.

    Raises
    ------
    FileError
        If no table can be told from it: no known head, no column that names tables, or too long.
    """
    words = column_words(plan.case)
    heads, *rows = rows_of(text, name, lambda cell: key_of(cell) in words)
    columns, mistakes = _columns(heads, words)
    reader = _Reader(plan, columns, len(heads.cells))
    for row in rows:
        reader.read(row)
    found = sorted([*mistakes, *reader.mistakes], key=lambda mistake: mistake.line)
    return Reading(tuple(reader.results), tuple(found), tuple(reader.awaited))


def read_cells(rows: Sequence[Mapping[str, str]], plan: Plan) -> Reading:
    """Return what rows of cells say, each by column; a mistake's line is the row's, from 1."""
    reader = _Reader(plan, {}, 0)
    for line, cells in enumerate(rows, start=1):
        reader.read_cells(line, cells)
    return Reading(tuple(reader.results), tuple(reader.mistakes), tuple(reader.awaited))


def _columns(heads: Row, words: Mapping[str, str]) -> tuple[dict[str, int], list[Mistake]]:
    """Return at which place each known column stands, and what is wrong with the heads."""
    columns: dict[str, int] = {}
    mistakes: list[Mistake] = []
    for place, head in enumerate(heads.cells):
        column = words.get(key_of(head))
        if column is None and head:
            text = tr("no column is called “{head}”; it is left out.", head=head[:LONGEST_NAME])
            mistakes.append(Mistake(heads.line, text))
        elif column in columns:
            text = tr("the column “{head}” stands twice; the first counts.", head=head)
            mistakes.append(Mistake(heads.line, text))
        elif column is not None:
            columns[column] = place
    if TABLE not in columns and CODE not in columns:
        text = tr("no column names the tables. Call one “table”.")
        mistakes.append(Mistake(heads.line, text))
    return columns, mistakes


class _Reader:
    """Reads row after row, and remembers which tables there were."""

    def __init__(self, plan: Plan, columns: Mapping[str, int], width: int) -> None:
        self._plan = plan
        numbers = range(1, plan.tables + 1)
        self._names = {key_of(table_name(each)): plan.name_of(each) for each in numbers}
        self._columns = columns
        self._width = width
        self._lines: dict[str, int] = {}
        self.results: list[TableResult] = []
        self.mistakes: list[Mistake] = []
        self.awaited: list[str] = []

    def read(self, row: Row) -> None:
        """Read one row: a result, a table that is awaited, or a mistake."""
        try:
            self._read(row)
        except ScenarioError as error:
            self.mistakes.append(Mistake(row.line, str(error)))

    def read_cells(self, line: int, cells: Mapping[str, str]) -> None:
        """Read the cells of one table by column, as :meth:`read` does."""
        try:
            self._read_cells(line, cells)
        except ScenarioError as error:
            self.mistakes.append(Mistake(line, str(error)))

    def _read(self, row: Row) -> None:
        if len(row.cells) > self._width and any(row.cells[self._width :]):
            raise ScenarioError(_too_wide(len(row.cells), self._width))
        cells = {
            column: row.cells[place] if place < len(row.cells) else ""
            for column, place in self._columns.items()
        }
        self._read_cells(row.line, cells)

    def _read_cells(self, line: int, cells: Mapping[str, str]) -> None:
        name, variant = self._table(cells)
        first = self._lines.setdefault(key_of(name), line)
        if first != line:
            text = tr("“{name}” stands in line {line} already.", name=name, line=first)
            raise ScenarioError(text)
        result = self._result(name, variant, cells)
        if result is None:
            self.awaited.append(name)
        elif len(self.results) == MOST_TABLES:
            text = tr_n(
                "a class has {n} table at most.", "a class has {n} tables at most.", MOST_TABLES
            )
            raise ScenarioError(text)
        else:
            self.results.append(result)

    def _table(self, cells: Mapping[str, str]) -> tuple[str, int]:
        """Return name and variant of a row's table."""
        typed, plan = cells.get(TABLE, ""), self._plan
        number = number_of(typed)
        if number is not None and number >= 1 and number == int(number):
            typed = table_name(int(number))
        typed = self._names.get(key_of(typed), typed)
        variant = variant_of(cells.get(VARIANT, ""), plan.variants)
        if cells.get(CODE, ""):
            of_code, dealt = plan.read_code(cells[CODE])
            if variant is not None and variant != dealt:
                raise ScenarioError(tr("the code belongs to another variant."))
            typed, variant = typed or plan.name_of(of_code), dealt
        if not typed:
            raise ScenarioError(tr("the table has no name."))
        if len(typed) > LONGEST_NAME:
            text = tr_n(
                "a table's name has {n} character at most.",
                "a table's name has {n} characters at most.",
                LONGEST_NAME,
            )
            raise ScenarioError(text)
        return typed, self._dealt(typed) if variant is None else variant

    def _dealt(self, name: str) -> int:
        """Return the variant that a table was dealt by its number; 0 for one without a number."""
        plan, wanted = self._plan, key_of(name)
        numbers = range(1, plan.tables + 1)
        number = next((each for each in numbers if key_of(plan.name_of(each)) == wanted), 1)
        return plan.variant_of(number)

    def _result(self, name: str, variant: int, cells: Mapping[str, str]) -> TableResult | None:
        levels = self._levels(cells)
        told = {issue: level for issue, level in levels.items() if level is not None}
        ending = ending_of(cells.get(OUTCOME, "")) or ("agreed" if told else None)
        minutes = _minutes(cells.get(MINUTES, ""))
        path = offers_of(self._plan.case, cells.get(OFFERS, ""))
        if ending is None:
            return None
        _refuse_unless_whole(ending, levels, self._issues())
        package = told if ending == "agreed" else None
        return TableResult(
            name=name, variant=variant, ending=ending, levels=package, minutes=minutes, path=path
        )

    def _levels(self, cells: Mapping[str, str]) -> dict[str, int | None]:
        """Return the level of each issue, None where nothing is told.

        Raises :class:`ScenarioError` with all that is wrong if a cell holds no level.
        """
        levels: dict[str, int | None] = {}
        wrong: list[str] = []
        for issue in self._plan.case.issues:
            try:
                levels[issue.id] = level_of(issue, cells.get(issue.id, ""))
            except ScenarioError as error:
                wrong.append(str(error))
        if wrong:
            raise ScenarioError(" ".join(wrong))
        return levels

    def _issues(self) -> dict[str, str]:
        return {issue.id: issue.name for issue in self._plan.case.issues}


def _refuse_unless_whole(
    ending: Ending, levels: Mapping[str, int | None], names: Mapping[str, str]
) -> None:
    """Refuse an agreement without a level for each issue, and levels without an agreement."""
    missing = [names[issue] for issue, level in levels.items() if level is None]
    if ending != "agreed" and len(missing) < len(levels):
        text = tr(
            "the outcome is “{outcome}”, yet there are levels. Empty one or the other.",
            outcome=ending_words(ending),
        )
        raise ScenarioError(text)
    if ending == "agreed" and missing:
        text = tr(
            "no level for {issues}. Write 0 where nothing was agreed.",
            issues=tr(", ").join(missing),
        )
        raise ScenarioError(text)


def _minutes(cell: str) -> float | None:
    if not cell:
        return None
    number = number_of(cell)
    if number is None or not 0 <= number <= LONGEST_MINUTES:
        raise ScenarioError(
            tr(
                "“{cell}” is no number of minutes from 0 to {most}.",
                cell=cell[:LONGEST_NAME],
                most=LONGEST_MINUTES,
            )
        )
    return number


def _too_wide(cells: int, wanted: int) -> str:
    return tr(
        "{cells} cells stand here below {wanted} heads. A number with a decimal comma needs "
        "quotation marks, or semicolons between the cells.",
        cells=cells,
        wanted=wanted,
    )
