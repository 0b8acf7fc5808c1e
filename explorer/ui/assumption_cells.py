"""The cells of the table of assumptions: what stands in which column, and what typing means."""

from dataclasses import dataclass
from enum import IntEnum

from explorer.model.assumption import Estimate, with_likely
from explorer.model.quantity import Bounds
from explorer.model.wording import tr

WHOLE = -1
"""In place of a level's number: the row that stands for all of an assumption."""


class Column(IntEnum):
    """What stands where."""

    NAME = 0
    LOW = 1
    LIKELY = 2
    HIGH = 3
    STATUS = 4
    RESET = 5
    UNIT = 6
    SOURCE = 7


EDITED = (Column.LOW, Column.LIKELY, Column.HIGH)


@dataclass(frozen=True, slots=True)
class Place:
    """One cell's row: an assumption by its number, and a level or :data:`WHOLE`."""

    number: int
    level: int


@dataclass(frozen=True, slots=True)
class Refused:
    """What was typed into a cell and why it cannot stand."""

    column: int
    level: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and the numbers of the assumptions below it."""

    title: str
    numbers: tuple[int, ...]


def edited_estimate(
    before: Estimate,
    place: Place,
    column: int,
    numbers: tuple[float, ...],
    *,
    bounds: Bounds,
) -> Estimate:
    """Return the estimate that follows from what was typed into a cell.

    Where one number is asked for, several of them make no number at all.
    """
    one = numbers[0] if len(numbers) == 1 else float("nan")
    if column == Column.LOW:
        return Estimate(before.values, one, before.high)
    if column == Column.HIGH:
        return Estimate(before.values, before.low, one)
    if place.level == WHOLE:
        return with_likely(before, numbers, bounds)
    values = list(before.values)
    values[place.level] = one
    return with_likely(before, tuple(values), bounds)


def headings() -> tuple[str, ...]:
    """Return the words over the columns."""
    return (
        tr("Assumption"),
        tr("Low"),
        tr("Likely"),
        tr("High"),
        tr("Changed"),
        tr("Reset"),
        tr("Unit"),
        tr("Source"),
    )


def typed_numbers(text: str) -> tuple[float, ...] | None:
    """Return the numbers in a typed text, between commas, semicolons or spaces.

    None stands for a text with anything else in it, or with nothing.
    """
    plain = text.replace("\N{MINUS SIGN}", "-").replace("\N{MULTIPLICATION SIGN}", " ")
    pieces = plain.replace(",", " ").replace(";", " ").split()
    try:
        numbers = tuple(float(piece) for piece in pieces)
    except ValueError:
        return None
    return numbers or None
