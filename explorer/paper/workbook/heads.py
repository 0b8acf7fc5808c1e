"""The heads of a sheet: in which row they stand, and which column has which id."""

from collections.abc import Mapping
from dataclasses import dataclass

from explorer.files.workbook.cells import Mistake, Sheet
from explorer.model.wording import tr
from explorer.paper.workbook.layout import ASSUMPTION, SCENARIO

MOST_ABOVE = 30
"""Rows that are looked through for heads."""


@dataclass(frozen=True, slots=True)
class Heads:
    """What a sheet is about, the row of its heads, and the id of each column."""

    kind: str
    row: int
    columns: Mapping[int, str]

    @property
    def first(self) -> int:
        """The first column."""
        return min(self.columns)

    def column(self, id_: str) -> int | None:
        """Return in which column an id stands, or None."""
        return next((column for column, each in self.columns.items() if each == id_), None)


def key_of(value: object) -> str:
    """Return by what a head is known: small letters, without blanks at its ends."""
    return " ".join(str(value).split()).casefold() if isinstance(value, str) else ""


def heads_of(sheet: Sheet, known: Mapping[str, set[str]]) -> Heads | None:
    """Return the heads of a sheet of scenarios or assumptions; None for any other sheet.

    ``known``: By kind, which ids show in the place of the id of the kind itself, so that a sheet of
    controls without names is known as well. Where an id stands twice the first column counts and
    the other is a mistake of the sheet.
    """
    for row, cells in sheet.filled():
        if row > MOST_ABOVE:
            break
        keys = {column: key_of(value) for column, value in cells.items() if key_of(value)}
        for kind in (SCENARIO, ASSUMPTION):
            if kind in keys.values() or known[kind] & set(keys.values()):
                return Heads(kind, row, _each_once(sheet, row, keys))
    return None


def _each_once(sheet: Sheet, row: int, keys: Mapping[int, str]) -> dict[int, str]:
    columns: dict[int, str] = {}
    for column in sorted(keys):
        if keys[column] in columns.values():
            words = tr("the column “{id}” stands twice; the first counts.", id=keys[column][:60])
            sheet.mistakes.append(Mistake(sheet.place(row, column), words))
        else:
            columns[column] = keys[column]
    return columns
