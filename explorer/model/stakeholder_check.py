"""The check that stakeholders and gauges of a case fit its issues."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from explorer.model.requirement import fits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.model.case import Case
    from explorer.model.requirement import LevelRange
    from explorer.model.stakeholder import Gauge, Stakeholder, StakeholderTerm


def stakeholder_problems(case: Case) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong; each names its place."""
    for number, stakeholder in enumerate(case.stakeholders):
        place = f"stakeholders[{number}] ({stakeholder.id})"
        yield from _points_problems(case, place, stakeholder)
        for repeated, count in Counter(term.id for term in stakeholder.terms).items():
            if count > 1:
                yield f'{place}.terms: the id "{repeated}" stands {count} times'
        for term in stakeholder.terms:
            yield from _term_problems(case, f"{place}.terms.{term.id}.when", term)
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


def _term_problems(case: Case, place: str, term: StakeholderTerm) -> Iterator[str]:
    issues = {issue.id: issue for issue in case.issues}
    for id_, levels in term.when.items():
        if id_ not in issues:
            yield f'{place}: there is no issue "{id_}"'
        else:
            yield from _range_problems(f"{place}.{id_}", levels, len(issues[id_].levels) - 1)
    if len({issues[id_].given_by for id_ in term.when if id_ in issues}) > 1:
        yield f"{place}: one side has to give all the issues"
    if fits(term.when, {}):
        yield f"{place}: it holds where nothing is given, which must be worth 0"


def _range_problems(place: str, levels: LevelRange, highest: int) -> Iterator[str]:
    least, most = levels.at_least, highest if levels.at_most is None else levels.at_most
    if max(least, most) > highest:
        yield f"{place}: level {max(least, most)}, but the highest is {highest}"
    elif least > most:
        yield f"{place}: no level is at least {least} and at most {most}"


def _gauge_problems(case: Case, place: str, gauge: Gauge) -> Iterator[str]:
    given = {issue.id for issue in case.issues if issue.given_by == "target"}
    for issue in (gauge.sender_issue, gauge.stakeholder_issue):
        if issue not in given:
            yield f'{place}: there is no issue "{issue}" that the target gives'
    starts = [word.start for word in gauge.status]
    if starts != sorted(starts):
        yield f"{place}.status: the stretches are not in order"
