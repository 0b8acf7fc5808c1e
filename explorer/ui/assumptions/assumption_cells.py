"""The cells of the table of assumptions: what stands in which column, and what typing means."""

from dataclasses import dataclass
from enum import IntEnum

from explorer.figures.assumption_words import likely_text, number_text, values_text
from explorer.model.assumption import Assumption, Estimate, with_likely
from explorer.model.errors import ScenarioError
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
    """In which row something was typed that cannot stand, and why it cannot."""

    level: int
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

    ``numbers``: As many as :func:`numbers_wanted` says.
    """
    if column == Column.LOW:
        return Estimate(before.values, numbers[0], before.high)
    if column == Column.HIGH:
        return Estimate(before.values, before.low, numbers[0])
    if place.level == WHOLE:
        return with_likely(before, numbers, bounds)
    values = list(before.values)
    values[place.level] = numbers[0]
    return with_likely(before, tuple(values), bounds)


def chosen_option(item: Assumption, text: str) -> Estimate:
    """Return the option of a structure choice that a text names, by name or by id.

    Raises :class:`ScenarioError` if there is no such option.
    """
    wanted = text.strip().casefold()
    for place, names in enumerate(item.options):
        if wanted in (name.casefold() for name in names):
            return Estimate((place,), place, place)
    known = ", ".join(name for _, name in item.options)
    raise ScenarioError(tr("There is no such option. Known: {known}.", known=known))


def numbers_wanted(estimate: Estimate, place: Place, column: int) -> int:
    """Return how many numbers a cell holds."""
    is_row = column == Column.LIKELY and place.level == WHOLE
    return len(estimate.values) if is_row else 1


def cell_text(item: Assumption, place: Place, column: int) -> str:
    """Return a cell as it is shown and typed: its numbers, or the option that stands."""
    if item.kind != "choice":
        return cell_numbers(item.estimate, place, column)
    return likely_text(item, item.estimate) if column == Column.LIKELY else ""


def cell_numbers(estimate: Estimate, place: Place, column: int) -> str:
    """Return the numbers of a cell as they are shown and typed."""
    if column == Column.LOW:
        return number_text(estimate.low)
    if column == Column.HIGH:
        return number_text(estimate.high)
    is_row = place.level == WHOLE
    return values_text(estimate.values if is_row else (estimate.values[place.level],))


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
