"""Checks of the lenses and the meeting rules of a case: that they name what is there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explorer.model.parameter import refusal, scaled_estimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from explorer.model.case import Case
    from explorer.model.lens import Lens
    from explorer.model.outlook import MeetingRules
    from explorer.model.parameter import Parameter


def lens_problems(case: Case, items: Iterable[Parameter]) -> Iterator[str]:
    """Yield a sentence for each lens whose pair or assumptions are not there."""
    pairs = {lens.id: lens.pair for lens in case.lenses}
    scalable = _scalable(case, items)
    for lens in case.lenses:
        for strange in (id_ for id_ in lens.assumptions if id_ not in scalable):
            yield f'lenses.{lens.id}.assumptions: there is no assumption "{strange}" to scale'
        yield from _scaling_problems(case, lens, scalable)
        place = f"lenses.{lens.id}.pair"
        if lens.pair is None:
            continue
        if lens.pair not in pairs or lens.pair == lens.id:
            yield f'{place}: there is no other lens "{lens.pair}"'
        elif pairs[lens.pair] != lens.id:
            yield f'{place}: "{lens.pair}" does not answer this lens'


def _scalable(case: Case, items: Iterable[Parameter]) -> dict[str, Parameter]:
    """Return what a lens can scale, by id, as the case gave it before any change."""
    given = {change.id: change.was for change in case.changes}
    return {
        item.id: replace(item, estimate=given.get(item.id, item.estimate))
        for item in items
        if item.kind in ("number", "levels")
    }


def _scaling_problems(case: Case, lens: Lens, scalable: Mapping[str, Parameter]) -> Iterator[str]:
    place = f"lenses.{lens.id}.assumptions"
    for id_, factor in lens.assumptions.items():
        item = scalable.get(id_)
        if item is not None and (reason := refusal(item, scaled_estimate(item, factor))):
            yield f"{place}.{id_}: times {factor:g}: {reason}"
    if case.outlook is None:
        return
    leads = [f"outlook.lead_times.{lead.id}.days" for lead in case.outlook.lead_times]
    days = [
        scalable[id_].estimate.values[0] * lens.assumptions.get(id_, 1)
        for id_ in leads
        if id_ in scalable
    ]
    if days != sorted(days, reverse=True):
        yield f"{place}: more will must not make a meeting take longer to arrange"


def outlook_problems(case: Case) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong with the meeting rules.

    ``case``: A case whose single parts are already valid; it may have no such rules.
    """
    rules = case.outlook
    if rules is None:
        return
    yield from _entry_problems(case, rules)
    scales = {control.id for control in case.controls if control.kind == "scale"}
    for will in rules.wills:
        if will not in scales:
            yield f'outlook.wills: there is no scale control "{will}"'
    yield from _lead_problems(rules)
    windows = {window.id for window in rules.windows}
    lenses = {lens.id for lens in case.lenses}
    for view in rules.views:
        for strange in (id_ for id_ in view.windows if id_ not in windows):
            yield f'outlook.views.{view.id}.windows: there is no window "{strange}"'
        if view.lens is not None and view.lens not in lenses:
            yield f'outlook.views.{view.id}.lens: there is no lens "{view.lens}"'


def _entry_problems(case: Case, rules: MeetingRules) -> Iterator[str]:
    controls = {control.id: control for control in case.controls}
    most, least = controls.get(rules.entry.most), controls.get(rules.entry.least)
    if most is None or most.kind != "limit" or most.bound != "at_most":
        yield f'outlook.entry.most: there is no red line "at most" named "{rules.entry.most}"'
    elif least is None or least.kind != "limit" or least.bound != "at_least":
        yield f'outlook.entry.least: there is no red line "at least" named "{rules.entry.least}"'
    elif most.issue != least.issue:
        yield "outlook.entry: the two red lines are about different issues"


def _lead_problems(rules: MeetingRules) -> Iterator[str]:
    counts = [lead.eager for lead in rules.lead_times]
    if counts != list(range(len(rules.wills) + 1)):
        yield "outlook.lead_times: there must be one for each number of wills, from 0 upwards"
    days = [lead.days.value for lead in rules.lead_times]
    if days != sorted(days, reverse=True):
        yield "outlook.lead_times: more will must not make a meeting take longer to arrange"
    # Numbers of the list are looked up by their ids, so each stands once.
    for place, ids in (
        ("lead_times", [lead.id for lead in rules.lead_times]),
        ("windows", [window.id for window in rules.windows]),
        ("views", [view.id for view in rules.views]),
    ):
        for repeated in sorted({id_ for id_ in ids if ids.count(id_) > 1}):
            yield f'outlook.{place}: the id "{repeated}" stands {ids.count(repeated)} times'
