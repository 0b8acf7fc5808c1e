"""The first move: which lever to drag first, and what it does, worked out for what is on screen."""

from dataclasses import dataclass

from explorer.figures.change import opened_and_closed
from explorer.model.result import Result
from explorer.model.scenario import control_range
from explorer.model.wording import tr, tr_n
from explorer.solver.solve import solve


@dataclass(frozen=True, slots=True)
class FirstMove:
    """A leverage control, and the sentence that says what to do with it and what happens."""

    control_id: str
    words: str


def first_move(result: Result) -> FirstMove | None:
    """Return the lever whose far end opens or closes most; None for a case without leverage."""
    scenario = result.scenario
    levers = [
        each for each in scenario.case.controls if each.kind == "scale" and each.role == "leverage"
    ]
    found: list[tuple[int, FirstMove]] = []
    for lever in levers:
        ends = control_range(scenario.case, lever)
        is_right = scenario.value(lever.id) < (ends.minimum + ends.maximum) / 2
        moved = solve(scenario.with_value(lever.id, ends.maximum if is_right else ends.minimum))
        opened, closed = map(len, opened_and_closed(result, moved))
        words = _move_words(lever.name, is_right=is_right, opened=opened, closed=closed)
        found.append((opened + closed, FirstMove(lever.id, words)))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _move_words(lever: str, *, is_right: bool, opened: int, closed: int) -> str:
    parts = [
        tr("Drag {lever} to the right.", lever=lever)
        if is_right
        else tr("Drag {lever} to the left.", lever=lever)
    ]
    if opened:
        parts.append(tr_n("Watch {n} deal zone open.", "Watch {n} deal zones open.", opened))
    if closed:
        parts.append(tr_n("Watch {n} deal zone close.", "Watch {n} deal zones close.", closed))
    parts.append(tr("The arrow keys move it, too."))
    return " ".join(parts)
