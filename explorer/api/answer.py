"""An answer: one sentence, and a table as dicts, arrays or a data frame."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.api.html import table_html
from explorer.figures.table import Cell, Number, Table, table_text
from explorer.files.extras import extra_module

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pandas import DataFrame  # pyright: ignore[reportMissingTypeStubs]

Value = float | str | None
"""What a cell holds: a number, words, or nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What was asked, answered: in a sentence, as a table, and as the value that was found.

    Attributes
    ----------
    sentence
        The answer in words.
    table
        The same in rows and columns.
    value
        What was found, as the program's own frozen value; its arrays are numpy's.

    Examples
    --------
    >>> import explorer
    >>> answer = explorer.openings(explorer.case().scenario("october-2025"))
    >>> isinstance(answer, explorer.Answer)
    True
    """

    sentence: str
    table: Table
    value: Any

    @property
    def columns(self) -> tuple[str, ...]:
        """The heads of the columns.

        Examples
        --------
        >>> import explorer
        >>> explorer.sure(explorer.case().scenario(), sets=10).columns[0]
        'What'
        """
        return self.table.headings

    @property
    def rows(self) -> list[dict[str, Value]]:
        """The rows as dicts by the heads of the columns.

        Examples
        --------
        >>> import explorer
        >>> explorer.sure(explorer.case().scenario(), sets=10).rows[0]["Name"]
        'Any package'
        """
        return [dict(zip(self.columns, map(_value, row), strict=True)) for row in self.table.cells]

    def array(self, column: str) -> "NDArray[Any]":
        """Return a column as an array: of numbers, NaN where there is none, else of words.

        ``column``: One of :attr:`columns`; :class:`KeyError` for any other.

        Examples
        --------
        >>> import explorer
        >>> answer = explorer.bold(explorer.case().scenario("october-2025"), sets=10)
        >>> answer.array("Assumption sets (of 100)").dtype
        dtype('float64')
        """
        values = [row[column] for row in self.rows]
        if any(isinstance(value, str) for value in values):
            return np.array(["" if value is None else str(value) for value in values])
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64)

    def frame(self) -> "DataFrame":
        """Return the table as a data frame of pandas.

        Raises :class:`explorer.ExplorerError` if pandas is not installed.

        Examples
        --------
        >>> import explorer
        >>> explorer.sure(explorer.case().scenario(), sets=10).frame().shape[1]
        3
        """
        return frame_of(self.rows, self.columns)

    def __str__(self) -> str:
        """Return the sentence and the table as text."""
        return f"{self.sentence}\n\n{table_text(self.table)}"

    def _repr_html_(self) -> str:
        return table_html(self.sentence, self.table)


def frame_of(rows: list[dict[str, Value]], columns: tuple[str, ...]) -> "DataFrame":
    """Return rows as a data frame; see :meth:`Answer.frame`."""
    pandas = extra_module("pandas", "frames", "A data frame")
    return pandas.DataFrame(rows, columns=list(columns))


def _value(cell: Cell) -> Value:
    return cell.value if isinstance(cell, Number) else cell
