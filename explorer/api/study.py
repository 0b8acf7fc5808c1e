"""Studies from Python: many scenarios at once, every row an exact solve."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from pydantic import ValidationError

from explorer.api.answer import Value, frame_of
from explorer.api.scenario import Scenario, unknown
from explorer.figures.study_form import present_start
from explorer.files.json_text import problem_lines
from explorer.files.study_file import read_study, study_case
from explorer.model.assumption import assumptions, original
from explorer.model.case import Case
from explorer.model.errors import ScenarioError, StudyError
from explorer.model.result import Floats
from explorer.model.study import SEED
from explorer.model.study_plan import (
    AssumptionFactor,
    AssumptionSets,
    ControlFactor,
    Cross,
    Factor,
    StructureFactor,
    StudyPlan,
)
from explorer.model.study_rows import Column
from explorer.model.study_ways import ListedWays
from explorer.model.wording import tr
from explorer.studies.designed.batch import solved
from explorer.studies.designed.design import prepared

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pandas import DataFrame  # pyright: ignore[reportMissingTypeStubs]

STRUCTURE = "structure."
"""How the ids of choices of structure begin."""

Values = Sequence[float | str] | float | str
"""What one thing is varied over: numbers, or the ids of options; or a single one of them."""

SHOWN = 10
"""Rows that a notebook shows."""


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """The rows of a study; see :func:`explorer.study`.

    Attributes
    ----------
    plan
        The study itself.
    head
        Its columns, each with its name, role, kind and unit.
    table
        All rows as numbers, (rows, columns); NaN where there is no value, the place of its word
        where a column holds words.

    Examples
    --------
    >>> import explorer
    >>> start = explorer.case().scenario("october-2025")
    >>> explorer.study(start, {"russia_alignment": [0, 50, 100]}).table.shape[0]
    3
    """

    plan: StudyPlan
    head: tuple[Column, ...]
    table: Floats

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, such as "control.russia_alignment" or "zone.packages".

        Examples
        --------
        >>> import explorer
        >>> start = explorer.case().scenario("october-2025")
        >>> "control.china_ties" in explorer.study(start, {"china_ties": [0, 100]}).columns
        True
        """
        return tuple(column.name for column in self.head)

    @property
    def rows(self) -> list[dict[str, Value]]:
        """The rows as dicts by the names of the columns.

        Examples
        --------
        >>> import explorer
        >>> start = explorer.case().scenario("october-2025")
        >>> study = explorer.study(start, {"structure.coherence": ["left_out", "counted"]})
        >>> [row["structure.coherence"] for row in study.rows]
        ['left_out', 'counted']
        """
        return [
            {
                column.name: _cell(column, value)
                for column, value in zip(self.head, row, strict=True)
            }
            for row in self.table.tolist()
        ]

    def array(self, column: str) -> "NDArray[Any]":
        """Return a column as an array of numbers, or of words.

        ``column``: One of :attr:`columns`; :class:`explorer.ExplorerError` names them.

        Examples
        --------
        >>> import explorer
        >>> start = explorer.case().scenario("october-2025")
        >>> explorer.study(start, {"china_ties": [0, 100]}).array("control.china_ties")
        array([  0., 100.])
        """
        if column not in self.columns:
            raise unknown(tr("column"), column, self.columns)
        place = self.columns.index(column)
        found = self.table[:, place]
        words = self.head[place].words
        return np.array([words[int(each)] for each in found]) if words else found

    def frame(self) -> "DataFrame":
        """Return the rows as a data frame; see :meth:`explorer.Answer.frame`.

        Examples
        --------
        >>> import explorer
        >>> start = explorer.case().scenario("october-2025")
        >>> len(explorer.study(start, {"china_ties": [0, 100]}).frame())
        2
        """
        return frame_of(self.rows, self.columns)

    def __repr__(self) -> str:
        """Return the name and the size."""
        return f"<Study {self.plan.name!r}: {len(self.table):,} rows>"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        shown = self.rows[:SHOWN]
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row.values()) + "</tr>"
            for row in shown
        )
        return f"<p>{escape(repr(self))}</p><table><tr>{head}</tr>{body}</table>"


def study(
    source: Scenario | str | Path,
    vary: Mapping[str, Values] | None = None,
    *,
    sets: int = 0,
    seed: int = SEED,
) -> Study:
    """Solve many scenarios at once, in this process; ``dealzone study run`` uses all processors.

    Parameters
    ----------
    source
        A scenario to start from, or the path of a study file, which says all the rest.
    vary
        Values by the id of a control or of an assumption, options by the id of a choice of
        structure: every value with every value of the others. Of an assumption with one value for
        each level a factor on all of them is varied.
    sets
        In how many assumption sets each of them is looked at; 0 for the likely values alone.
    seed
        The seed of the assumption sets.

    Raises
    ------
    ExplorerError
        If something is not known, or there are more rows than the study allows.

    Examples
    --------
    >>> import explorer
    >>> start = explorer.case().scenario("october-2025")
    >>> grid = {"russia_alignment": [0, 50, 100], "china_ties": [20, 80]}
    >>> explorer.study(start, grid)
    <Study 'Study of October 2025': 6 rows>
    """
    if isinstance(source, Scenario):
        case = original(source.model.case)
        plan = _plan(source, case, vary or {}, sets, seed)
    else:
        plan = read_study(Path(source))
        case = study_case(plan, Path(source).parent)
    design = prepared(plan, case)
    if design.rows > plan.limit:
        raise StudyError(
            tr(
                "The study has {rows:,} rows, more than its limit of {limit:,}. Run it with: "
                "dealzone study run",
                rows=design.rows,
                limit=plan.limit,
            )
        )
    return Study(plan, design.columns, solved(design, 0, design.rows))


def _plan(
    source: Scenario, case: Case, vary: Mapping[str, Values], sets: int, seed: int
) -> StudyPlan:
    factors = tuple(_factor(case, key, values) for key, values in vary.items())
    try:
        return StudyPlan(
            name=tr("Study of {scenario}", scenario=source.name),
            case=case.id,
            starts=(present_start(source.model),),
            factors=factors,
            combine=AssumptionSets(sets=sets) if sets else Cross(),
            seed=seed,
        )
    except ValidationError as error:
        raise ScenarioError("\n".join(problem_lines(error))) from error


def _factor(case: Case, key: str, values: Values) -> Factor:
    listed = (values,) if isinstance(values, str | int | float) else tuple(values)
    known = [*case.control_places, *(each.id for each in assumptions(case))]
    if key not in known:
        raise unknown(tr("control or assumption"), key, known)
    try:
        if key.startswith(STRUCTURE):
            options = tuple(map(str, listed))
            return StructureFactor(choice=key.removeprefix(STRUCTURE), options=options)
        ways = ListedWays(values=tuple(map(float, listed)))
    except ValueError as error:
        raise ScenarioError(tr("{id}: {problem}", id=key, problem=error)) from error
    if key in case.control_places:
        return ControlFactor(control=key, ways=ways)
    return AssumptionFactor(assumption=key, ways=ways)


def _cell(column: Column, value: float) -> Value:
    if math.isnan(value):
        return None
    return column.words[int(value)] if column.words else value
