"""What tables are called: names that are typed, and which of them are taken up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explorer.classroom.tables.cells import key_of, number_of
from explorer.classroom.tables.columns import TABLE
from explorer.classroom.tables.plan import Plan, table_name
from explorer.model.table_result import LONGEST_NAME, MOST_TABLES


@dataclass(frozen=True, slots=True)
class Renamed:
    """Rows under their names.

    Attributes
    ----------
    rows
        The cells of each table; where its name was not taken up, with the name that it had.
    names
        What tables are called, by their number from 1; "" for one that has a number only.
    moved
        The new name by the old one, of each table that has another.
    """

    rows: tuple[Mapping[str, str], ...]
    names: tuple[str, ...]
    moved: Mapping[str, str]


def renamed(plan: Plan, names: Sequence[str], rows: Sequence[Mapping[str, str]]) -> Renamed:
    """Return rows with the names that can be taken up.

    Parameters
    ----------
    plan
        The role play; its tables come first.
    names
        What the tables of the rows were called.
    rows
        Their cells as typed.
    """
    taken = {key_of(name) for name in names}
    given = [*plan.names, *[""] * MOST_TABLES][:MOST_TABLES]
    moved: dict[str, str] = {}
    kept = [dict(row) for row in rows]
    for place, (old, row) in enumerate(zip(names, kept, strict=False)):
        number = place + 1 if place < plan.tables else None
        wanted = row.get(TABLE, "")[:LONGEST_NAME].strip()
        if not wanted and number is not None:
            wanted = table_name(number)
        is_free = key_of(wanted) not in taken - {key_of(old)}
        if wanted and is_free and not _is_number_of_another(wanted, number):
            taken = taken - {key_of(old)} | {key_of(wanted)}
            moved |= {old: wanted} if wanted != old else {}
        else:
            wanted = old
        row[TABLE] = wanted
        if number is not None:
            given[place] = "" if key_of(wanted) == key_of(table_name(number)) else wanted
    while given and not given[-1]:
        given.pop()
    return Renamed(tuple(kept), tuple(given), moved)


def _is_number_of_another(name: str, number: int | None) -> bool:
    """Whether a name means the number of another table, as some are called that have no other."""
    if number_of(name) is not None:
        return True
    numbers = (each for each in range(1, MOST_TABLES + 1) if each != number)
    return key_of(name) in {key_of(table_name(each)) for each in numbers}
