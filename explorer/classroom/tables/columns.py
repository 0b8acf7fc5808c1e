"""The columns of typed results: which head means what, and what a cell below it can say."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from explorer.classroom.tables.cells import key_of, number_of
from explorer.figures.phrase import listed
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.issue import Issue
from explorer.model.table_result import Ending, variant_letter
from explorer.model.wording import tr

TABLE, VARIANT, OUTCOME, MINUTES, CODE, OFFERS = (
    "table",
    "variant",
    "outcome",
    "minutes",
    "code",
    "offers",
)
"""Columns besides those of the issues, as they are written."""

LONGEST_ECHO = 40
"""Characters of a cell that a message repeats."""

Meant = TypeVar("Meant", str, int)


def column_words(case: Case) -> Mapping[str, str]:
    """Return which column each known head means; an issue goes by its id or either name.

    A head that two issues share means neither.
    """
    own = {
        TABLE: (TABLE, "name", tr("Table")),
        VARIANT: (VARIANT, tr("Variant")),
        OUTCOME: (OUTCOME, "result", "ending", tr("Outcome")),
        MINUTES: (MINUTES, "time", tr("Minutes")),
        CODE: (CODE, tr("Code")),
        OFFERS: (OFFERS, "path", tr("Offers")),
    }
    of_issues = {issue.id: (issue.id, issue.name, issue.short) for issue in case.issues}
    return {**_unshared(of_issues), **_unshared(own)}


def ending_words(ending: Ending) -> str:
    """Return how a table ended, in a word or two."""
    return {
        "agreed": tr("agreed"),
        "no_deal": tr("no deal"),
        "time_out": tr("time out"),
    }[ending]


def ending_of(cell: str) -> Ending | None:
    """Return how a table ended; None where the cell is empty.

    Raises :class:`ScenarioError` if it says anything else.
    """
    known: dict[Ending, tuple[str, ...]] = {
        "agreed": ("agreed", "agreement", "deal", "yes"),
        "no_deal": ("no deal", "no agreement", "none", "no", "walked away"),
        "time_out": ("time out", "timeout", "time"),
    }
    words = key_of(cell)
    if not words:
        return None
    for ending, names in known.items():
        if words in (*names, key_of(ending_words(ending))):
            return ending
    raise ScenarioError(
        tr("“{cell}” is no outcome. Write agreed, no deal or time out.", cell=_short(cell))
    )


def variant_of(cell: str, variants: int) -> int | None:
    """Return the variant that a letter means; None where the cell is empty.

    ``variants``: How many the role play has. Raises :class:`ScenarioError` if it has none such.
    """
    words = key_of(cell)
    if not words:
        return None
    letters = [variant_letter(each).casefold() for each in range(variants)]
    if words in letters:
        return letters.index(words)
    raise ScenarioError(
        tr(
            "“{cell}” is no variant of this role play, which has {last} as its last.",
            cell=_short(cell),
            last=variant_letter(variants - 1),
        )
    )


def level_of(issue: Issue, cell: str) -> int | None:
    """Return the level that a cell means, by its number or its words; None where it is empty.

    Raises :class:`ScenarioError` if the issue has no such level.
    """
    words = key_of(cell)
    if not words:
        return None
    number = number_of(cell)
    if number is not None and number in range(len(issue.levels)):
        return int(number)
    if number is None:
        found = level_words(issue).get(words)
        if found is not None:
            return found
    raise ScenarioError(
        tr(
            "{issue}: “{cell}” is no level. Levels: {levels}.",
            issue=issue.name,
            cell=_short(cell),
            levels=listed(level_label(issue, place) for place in range(len(issue.levels))),
        )
    )


def level_words(issue: Issue) -> Mapping[str, int]:
    """Return the levels by the words that mean one of them only, as :func:`key_of` gives them."""
    names = {
        place: (level.words, level.short, level_label(issue, place))
        for place, level in enumerate(issue.levels)
    }
    return _unshared(names)


def level_label(issue: Issue, level: int) -> str:
    """Return a level as sheets and grids name it: its number and its short words."""
    return tr("{number} {words}", number=level, words=issue.levels[level].short)


def level_cell(issue: Issue, level: int) -> str:
    """Return what is written for a level: its short words where they mean it, else its number."""
    words = issue.levels[level].short
    means = number_of(words) is None and level_words(issue).get(key_of(words)) == level
    return words if means else str(level)


def _unshared(names: Mapping[Meant, Iterable[str]]) -> Mapping[str, Meant]:
    """Return what each word means, without the words that could mean two things."""
    meant: dict[str, set[Meant]] = {}
    for thing, words in names.items():
        for word in words:
            meant.setdefault(key_of(word), set()).add(thing)
    return {word: next(iter(things)) for word, things in meant.items() if len(things) == 1}


def _short(cell: str) -> str:
    return cell if len(cell) <= LONGEST_ECHO else cell[:LONGEST_ECHO] + "..."
