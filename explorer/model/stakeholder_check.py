"""The check that stakeholders and gauges of a case fit its issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.model.case import Case
    from explorer.model.stakeholder import Gauge, Stakeholder


def stakeholder_problems(case: Case) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong; each names its place.

    Parameters
    ----------
    case
        A case whose single parts are already valid.
    """
    for number, stakeholder in enumerate(case.stakeholders):
        place = f"stakeholders[{number}] ({stakeholder.id})"
        yield from _points_problems(case, place, stakeholder)
    known = {stakeholder.id for stakeholder in case.stakeholders}
    for number, gauge in enumerate(case.gauges):
        place = f"gauges[{number}] ({gauge.id})"
        yield from _gauge_problems(case, place, gauge)
        if gauge.stakeholder not in known:
            yield f'{place}: there is no stakeholder "{gauge.stakeholder}"'
    for number, control in enumerate(case.controls):
        if control.kind == "guard" and control.stakeholder not in known:
            place = f"controls[{number}] ({control.id})"
            yield f'{place}: there is no stakeholder "{control.stakeholder}"'


def _points_problems(case: Case, place: str, stakeholder: Stakeholder) -> Iterator[str]:
    levels = {issue.id: len(issue.levels) for issue in case.issues}
    for issue in sorted(levels.keys() - stakeholder.points.keys()):
        yield f'{place}.points: the issue "{issue}" is missing'
    for issue, series in stakeholder.points.items():
        if issue not in levels:
            yield f'{place}.points: there is no issue "{issue}"'
        elif len(series.values) != levels[issue]:
            given, wanted = len(series.values), levels[issue]
            yield f"{place}.points.{issue}: {given} numbers for {wanted} levels"
        elif series.values[0] != 0:
            yield f"{place}.points.{issue}: level 0 must be worth 0, not {series.values[0]:g}"


def _gauge_problems(case: Case, place: str, gauge: Gauge) -> Iterator[str]:
    given = {issue.id for issue in case.issues if issue.given_by == "target"}
    for issue in (gauge.sender_issue, gauge.stakeholder_issue):
        if issue not in given:
            yield f'{place}: there is no issue "{issue}" that the target gives'
    starts = [word.start for word in gauge.status]
    if starts != sorted(starts):
        yield f"{place}.status: the stretches are not in order"
