"""What a workbook would change in a scenario, in words."""

from collections.abc import Iterator

from explorer.figures.assumption_words import full_title, moved_text
from explorer.figures.control_words import change_words
from explorer.figures.phrase import control_title
from explorer.model.assumption import assumptions
from explorer.model.scenario import Scenario
from explorer.model.wording import tr


def difference_lines(old: Scenario, new: Scenario) -> tuple[str, ...]:
    """Return a line for each control and each assumption that differs between two scenarios.

    ``old``, ``new``: Of one case, perhaps with different assumptions.
    """
    return (*_controls(old, new), *_assumptions(old, new))


def _controls(old: Scenario, new: Scenario) -> Iterator[str]:
    case = new.case
    for control, before, after in zip(case.controls, old.values, new.values, strict=True):
        if before != after:
            yield tr(
                "{control}: {before} → {after}",
                control=control_title(case, control),
                before=change_words(case, control.id, before),
                after=change_words(case, control.id, after),
            )
    if old.as_of != new.as_of:
        yield tr("Day: {before} → {after}", before=old.as_of, after=new.as_of)


def _assumptions(old: Scenario, new: Scenario) -> Iterator[str]:
    if old.case is new.case:
        return
    was = {item.id: item for item in assumptions(old.case)}
    for item in assumptions(new.case):
        before = was[item.id].estimate
        if before != item.estimate:
            title, words = full_title(new.case, item), moved_text(item, before, item.estimate)
            yield tr("{name}: {words}", name=title, words=words)
