"""What a study's results are: columns, and what stands above the rows in every file of them."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from explorer.model.quantity import FreeText, Frozen, Text
from explorer.model.study_plan import RowCount, StudyPlan

RESULT_FORMAT = "dealzone-study-result"
"""What a file of results says of itself."""

RESULT_VERSION = 1
"""The newest form of results that this program knows."""

MOST_COLUMNS = 2_000
"""Columns of one study."""

ColumnKind = Literal["number", "count", "flag", "word"]
"""A number; a whole number; yes or no; or one of some words, kept as its place among them."""

ColumnRole = Literal["place", "factor", "draw", "output"]
"""Where a row stands in the study; what was varied; what was drawn; what came of it."""


class Column(Frozen):
    """One column of a study's results.

    ``name`` is unique, such as ``control.kim_leverage`` or ``open.freeze``; ``words`` are those
    of a ``word`` column; ``unit`` is that of a number, as the case writes it. A cell without a
    value is NaN in arrays and empty in files: a floor where nothing is enough, a solution where
    the zone is empty.
    """

    name: Text
    role: ColumnRole
    kind: ColumnKind
    unit: FreeText = ""
    words: Annotated[tuple[str, ...], Field(max_length=MOST_COLUMNS)] = ()


class CaseMark(Frozen):
    """Which case a study was run on: its id, its version, and a digest of all that it says."""

    id: Text
    version: FreeText
    digest: Text


class RowsHead(Frozen):
    """What stands above the rows of a study's results.

    Attributes
    ----------
    plan
        The study itself, so that it can be run again.
    case
        The case it was run on.
    program, model
        The versions of the program and of the model's rules.
    rows
        How many rows the whole study has.
    columns
        The columns, in order.
    digest
        SHA-256 of all rows as little-endian doubles, row after row; "" as long as there are more
        to come.
    """

    plan: StudyPlan
    case: CaseMark
    program: Text
    model: Text
    rows: RowCount
    columns: Annotated[tuple[Column, ...], Field(min_length=1, max_length=MOST_COLUMNS)]
    digest: FreeText = ""


@dataclass(frozen=True, slots=True)
class StudySize:
    """How large a study is, before it starts.

    ``rows`` as planned; ``bytes_per_row`` as kept while it runs; ``seconds_per_row`` of one
    processor's time, measured on a few rows; 0 where nothing was measured.
    """

    rows: int
    bytes_per_row: int
    seconds_per_row: float

    @property
    def bytes(self) -> int:
        """How many bytes all rows take while the study runs."""
        return self.rows * self.bytes_per_row

    def seconds(self, workers: int = 1) -> float:
        """Return how long it takes on so many processors."""
        return self.rows * self.seconds_per_row / workers
