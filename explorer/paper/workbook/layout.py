"""How the sheets of a workbook are laid out: which columns there are, and what each may hold.

Row 1 of a sheet holds ids, by which it is read back. Rows that begin with "#" are for people.
"""

from dataclasses import dataclass
from typing import Literal

from explorer.figures.assumption_words import full_title, level_titles
from explorer.figures.phrase import control_title
from explorer.model.assumption import Assumption, assumptions
from explorer.model.case import Case
from explorer.model.control import Control, is_switch
from explorer.model.scenario import control_range
from explorer.model.wording import tr

REMARK = "#"
"""How the first cell of a row begins that is not read."""

SCENARIO, ASSUMPTION, CASE = "scenario", "assumption", "case"
"""The ids at the head of the columns that name a scenario or an assumption, and of the case."""

DAY = "as_of"
"""The id of the column that tells at which day a scenario stands."""

RESULT = "result."
"""How the ids of result columns begin; they are left out when a workbook is read."""

VALUE, LOW, HIGH = "value", "low", "high"
"""The ids of an assumption's numbers; values have a number behind them, from 0."""

ON, OFF = "on", "off"
"""How switches stand in cells."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What cells may hold: numbers between two, or one of some words."""

    kind: Literal["decimal", "whole", "list"]
    lowest: float = 0
    highest: float = 0
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """A column's id, its words, what may stand in it, and a note for whoever points at it."""

    id: str
    words: str
    range: str = ""
    note: str = ""
    allowed: Allowed | None = None


def scenario_heads(case: Case) -> tuple[ColumnHead, ...]:
    """Return the columns of the sheet of scenarios: name, day, then every control in order."""
    name = ColumnHead(SCENARIO, tr("{mark} Scenario", mark=REMARK), REMARK)
    day = ColumnHead(DAY, tr("Day"), tr("as in 2025-10-23"))
    return (name, day, *(_control_head(case, control) for control in case.controls))


def _control_head(case: Case, control: Control) -> ColumnHead:
    allowed = control_range(case, control)
    low, high = allowed.minimum, allowed.maximum
    note = [control.purpose]
    if is_switch(control):
        words = tr("on or off")
        held = Allowed("list", words=(ON, OFF))
    elif control.kind == "limit":
        words = tr(
            "level {low:g} to {high:g}; {off:g} is no line", low=low, high=high, off=allowed.off
        )
        levels = enumerate(case.issue(control.issue).levels)
        note += [tr("{n}: {words}", n=n, words=level.words) for n, level in levels]
        held = Allowed("whole", low, high)
    else:
        words = tr("{low:g} to {high:g}", low=low, high=high)
        held = Allowed("decimal", low, high)
    title = control_title(case, control)
    return ColumnHead(control.id, title, words, "\n".join(note), held)


def value_count(case: Case) -> int:
    """Return how many values the assumption with the most has."""
    return max((len(item.estimate.values) for item in assumptions(case)), default=1)


def assumption_heads(case: Case) -> tuple[ColumnHead, ...]:
    """Return the columns of the sheet of assumptions."""
    values = [ColumnHead(f"{VALUE} {n}", tr("Level {n}", n=n)) for n in range(1, value_count(case))]
    return (
        ColumnHead(ASSUMPTION, tr("{mark} Assumption", mark=REMARK)),
        ColumnHead("name", tr("Name")),
        ColumnHead(f"{VALUE} 0", tr("Likely value, or that of level 0")),
        *values,
        ColumnHead(LOW, tr("Low, or lowest factor")),
        ColumnHead(HIGH, tr("High, or highest factor")),
        ColumnHead("unit", tr("Unit")),
        ColumnHead("levels", tr("What the values stand for")),
        ColumnHead("source", tr("Source")),
        ColumnHead("note", tr("Note")),
    )


def assumption_row(case: Case, item: Assumption, values: int) -> list[str | float | None]:
    """Return the cells of an assumption; ``values`` is how many value columns there are."""
    given: list[str | float] = list(item.estimate.values)
    if item.kind == "choice":
        given = [item.options[int(item.estimate.values[0])][0]]
        told = [tr("{id} ({name})", id=id_, name=name) for id_, name in item.options]
    else:
        told = list(level_titles(case, item))
    has_range = item.kind in ("number", "levels")
    return [
        item.id,
        full_title(case, item),
        *given,
        *[None] * (values - len(given)),
        item.estimate.low if has_range else None,
        item.estimate.high if has_range else None,
        item.unit,
        "; ".join(told) or None,
        item.source,
        item.note or None,
    ]
