"""What tables agreed in a role play: one result for each table, and the class that they make."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from explorer.model.issue import Role
from explorer.model.limits import MOST_ISSUES
from explorer.model.scene import Levels, Settings, Taught

FEWEST_TABLES, MOST_TABLES = 2, 40
"""Tables of one class."""

USUAL_TABLES = 12
"""Tables of a class that nobody has counted yet: two dozen students in pairs."""

MOST_VARIANTS = 26
"""Sets of private values in one class: one for each letter."""

USUAL_VARIANTS = 4
"""Sets of private values unless told otherwise."""

LARGEST_SEED = 999_999
"""The largest number from which private values are drawn; it is told and typed by people."""

MOST_OFFERS = 200
"""Offers that one table makes before it ends."""

LONGEST_MINUTES = 1_000
"""Minutes that a table takes at most."""

LONGEST_NAME = 60
"""Characters of a table's name."""

LONGEST_TYPED = 200
"""Characters of a cell that is not understood yet."""

Ending = Literal["agreed", "no_deal", "time_out"]
"""How a table ended: with a package, by walking away, or because time was up."""

ENDINGS: tuple[Ending, ...] = ("agreed", "no_deal", "time_out")

TableName = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
Variant = Annotated[int, Field(ge=0, lt=MOST_VARIANTS)]
TypedCells = Annotated[
    Mapping[str, Annotated[str, Field(max_length=LONGEST_TYPED)]], Field(max_length=MOST_ISSUES + 8)
]


class TableOffer(Taught):
    """One package that a delegation put on the table; issues that are not named stand at 0."""

    by: Role
    levels: Levels


class TableResult(Taught):
    """What one table did.

    Attributes
    ----------
    name
        What the class calls the table.
    variant
        The place of its private values, 0 for those that the case itself gives.
    ending, levels
        How it ended, and the levels of the package by issue, None unless it agreed on one.
    minutes
        How long it took, None where nobody noted it.
    path
        Its offers in order, as far as they were noted.
    """

    name: TableName
    variant: Variant = 0
    ending: Ending
    levels: Levels | None = None
    minutes: float | None = Field(default=None, ge=0, le=LONGEST_MINUTES, allow_inf_nan=False)
    path: Annotated[tuple[TableOffer, ...], Field(max_length=MOST_OFFERS)] = ()

    def with_path(self, path: tuple[TableOffer, ...]) -> Self:
        """Return this result with other offers, in their order."""
        return self.having(path=path)

    @model_validator(mode="after")
    def _has_a_package_if_it_agreed(self) -> Self:
        if (self.ending == "agreed") != (self.levels is not None):
            raise ValueError("a table has levels if it agreed, and none if it did not")
        return self


class TableClass(Taught):
    """The tables of one class, the seed of their private values, and what is known of them.

    ``variants`` is how many sets of private values there are, the case's own included; ``results``
    hold what was told so far, no table twice. ``settings`` are those of the role sheets, None for
    those of the document. ``typed`` are the cells, by column, of tables that are not whole yet.
    ``names`` are what tables are called, by their number from 1; "" for one that has a number only.
    """

    tables: int = Field(default=USUAL_TABLES, ge=FEWEST_TABLES, le=MOST_TABLES)
    seed: int = Field(default=1, ge=0, le=LARGEST_SEED)
    variants: int = Field(default=USUAL_VARIANTS, ge=1, le=MOST_VARIANTS)
    results: Annotated[tuple[TableResult, ...], Field(max_length=MOST_TABLES)] = ()
    settings: Settings | None = None
    typed: Annotated[tuple[TypedCells, ...], Field(max_length=MOST_TABLES)] = ()
    names: Annotated[
        tuple[Annotated[str, Field(max_length=LONGEST_NAME)], ...], Field(max_length=MOST_TABLES)
    ] = ()

    @model_validator(mode="after")
    def _tables_differ(self) -> Self:
        names = [result.name for result in self.results]
        given = [name for name in self.names if name]
        if len(set(names)) < len(names) or len(set(given)) < len(given):
            raise ValueError("two tables have the same name")
        return self


def variant_letter(variant: int) -> str:
    """Return the letter of a set of private values, "A" for the case's own.

    ``variant``: From 0 to below :data:`MOST_VARIANTS`.
    """
    return chr(ord("A") + variant)


def variant_of_table(number: int, variants: int) -> int:
    """Return which private values a table has: they are dealt out in turn.

    ``number``: The table's, from 1. ``variants``: How many sets there are.
    """
    return (number - 1) % variants
