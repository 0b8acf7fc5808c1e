"""Checks of a case as a whole: that its parts name each other rightly and can be computed."""

from __future__ import annotations

from collections import Counter
from math import prod
from typing import TYPE_CHECKING

from explorer.model.later_check import later_problems
from explorer.model.limits import MOST_COUNT
from explorer.model.parameter import change_problems, parameters
from explorer.model.position_check import lens_problems, outlook_problems
from explorer.model.rule_check import rule_problems
from explorer.model.source_check import source_problems
from explorer.model.stakeholder_check import stakeholder_problems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from explorer.model.case import Case
    from explorer.model.control import Control
    from explorer.model.issue import Benefit, Issue, Verification

MOST_BUNDLES = {"target": 200_000, "sender": 4_000}
"""How many bundles each side may have: the solver counts in a table of the sender's squared."""


def problems(case: Case) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong; each names its place.

    ``case``: A case whose single parts are already valid.
    """
    yield from _repeated_ids(case)
    yield from _sizes(case)
    for place, issue in enumerate(case.issues):
        yield from _issue_problems(case, f"issues[{place}] ({issue.id})", issue)
    for place, control in enumerate(case.controls):
        yield from _control_problems(case, f"controls[{place}] ({control.id})", control)
    yield from rule_problems(case)
    yield from _stakes_problems(case)
    yield from _group_problems(case)
    yield from _example_problems(case)
    yield from _preset_problems(case)
    yield from stakeholder_problems(case)
    items = tuple(parameters(case))
    yield from lens_problems(case, items)
    yield from outlook_problems(case)
    yield from later_problems(case)
    yield from source_problems(case)
    yield from change_problems(items, case.changes)


def _repeated_ids(case: Case) -> Iterator[str]:
    lists: dict[str, Iterable[str]] = {
        "issues": (item.id for item in case.issues),
        "discounts": (item.id for item in case.discounts),
        "ending_shares": (item.id for item in case.ending_shares),
        "structure": (item.id for item in case.structure),
        "controls": (item.id for item in case.controls),
        "groups": (item.id for item in case.groups),
        "presets": (item.id for item in case.presets),
        "line_presets": (item.id for item in case.line_presets),
        "packages": (item.id for item in case.packages),
        "rows": (item.id for item in case.rows),
        "lenses": (item.id for item in case.lenses),
        "classes": (item.id for item in case.classes),
        "stakeholders": (item.id for item in case.stakeholders),
        "gauges": (item.id for item in case.gauges),
        "sources": (item.id for item in case.sources),
        "parties": (case.sender.id, case.target.id),
    }
    for place, ids in lists.items():
        for repeated, count in Counter(ids).items():
            if count > 1:
                yield f'{place}: the id "{repeated}" stands {count} times'


def _sizes(case: Case) -> Iterator[str]:
    total = prod(len(issue.levels) for issue in case.issues)
    if total > MOST_COUNT:
        yield f"issues: there are {total:,} packages in all, at most {MOST_COUNT:,} can be"
    for role in ("sender", "target"):
        shape = [len(issue.levels) for issue in case.issues if issue.given_by == role]
        if not shape:
            yield f"issues: the {role} gives nothing"
        elif prod(shape) > MOST_BUNDLES[role]:
            most = MOST_BUNDLES[role]
            yield f"issues: the {role} has {prod(shape):,} bundles, at most {most:,} can be"


def _scales(case: Case) -> set[str]:
    return {control.id for control in case.controls if control.kind == "scale"}


def _issue_problems(case: Case, place: str, issue: Issue) -> Iterator[str]:
    scales = _scales(case)
    for slope in issue.cost.slopes:
        if slope.control not in scales:
            yield f'{place}.cost.slopes: there is no scale control "{slope.control}"'
    if issue.given_by == "sender" and issue.cost.slopes:
        yield f"{place}.cost.slopes: the sender's cost is the board's axis and must not move"
    if issue.given_by == "sender" and min(issue.cost.base.values) < 0:
        yield f"{place}.cost.base: the sender's cost is the board's axis and starts at 0"
    if issue.benefit is not None:
        yield from _benefit_problems(case, f"{place}.benefit", issue, issue.benefit)


def _benefit_problems(case: Case, place: str, issue: Issue, benefit: Benefit) -> Iterator[str]:
    if benefit.growth is not None and benefit.growth.control not in _scales(case):
        yield f'{place}.growth: there is no scale control "{benefit.growth.control}"'
    if benefit.discount is not None and benefit.discount not in {d.id for d in case.discounts}:
        yield f'{place}.discount: there is no discount "{benefit.discount}"'
    if issue.given_by == "target" and benefit.discount is not None:
        yield f"{place}.discount: only the sender's issues can have a discount"
    if issue.given_by == "sender" and (benefit.growth or benefit.verification):
        yield f"{place}: growth and verification belong to the target's issues"
    if benefit.verification is not None:
        levels = len(issue.levels)
        yield from _verification_problems(
            case, f"{place}.verification", benefit.verification, levels
        )


def _verification_problems(
    case: Case, place: str, verification: Verification, levels: int
) -> Iterator[str]:
    verifier = next((i for i in case.issues if i.id == verification.issue), None)
    if verifier is None or verifier.given_by != "target":
        yield f'{place}: there is no issue "{verification.issue}" of the target'
        return
    if len(verification.multipliers) != levels:
        yield f"{place}: {len(verification.multipliers)} rows for {levels} levels"
    for row in verification.multipliers:
        if len(row) != len(verifier.levels):
            yield f"{place}: a row has {len(row)} numbers for {len(verifier.levels)} levels"


def _control_problems(case: Case, place: str, control: Control) -> Iterator[str]:
    levels = {issue.id: len(issue.levels) for issue in case.issues}
    if control.kind == "scale":
        if not control.low <= control.default <= control.high:
            yield f"{place}.default: {control.default:g} lies outside low and high"
        if [word.start for word in control.status] != sorted(w.start for w in control.status):
            yield f"{place}.status: the stretches are not in order"
        if control.status[0].start != 0:
            yield f"{place}.status: the first stretch starts at 0"
        return
    if control.kind == "limit":
        named = {control.issue: 0}
        if control.unless is not None:
            named[control.unless.issue] = control.unless.at_least
        yield from _level_problems(levels, place, named)


def _level_problems(
    levels: Mapping[str, int], place: str, named: Mapping[str, int]
) -> Iterator[str]:
    for issue, level in named.items():
        if issue not in levels:
            yield f'{place}: there is no issue "{issue}"'
        elif level >= levels[issue]:
            yield f"{place}.{issue}: level {level}, but the highest is {levels[issue] - 1}"


def _stakes_problems(case: Case) -> Iterator[str]:
    scales = _scales(case)
    named: list[tuple[str, str]] = []
    for place, stakes in (
        ("sender_stakes", case.sender_stakes),
        ("target_stakes", case.target_stakes),
    ):
        named.append((f"{place}.headline.will", stakes.headline.will))
        named.append((f"{place}.credibility", stakes.credibility))
        named += [(f"{place}.waiting.slopes", slope.control) for slope in stakes.waiting.slopes]
    for discount in case.discounts:
        named += [(f"discounts.{discount.id}", slope.control) for slope in discount.slopes]
    for place, control in named:
        if control not in scales:
            yield f'{place}: there is no scale control "{control}"'


def _group_problems(case: Case) -> Iterator[str]:
    grouped = Counter(id_ for group in case.groups for id_ in group.shown + group.folded)
    known = {control.id for control in case.controls}
    for unknown in sorted(set(grouped) - known):
        yield f'groups: there is no control "{unknown}"'
    for missing in sorted(known - set(grouped)):
        yield f'groups: the control "{missing}" stands in no group'
    for repeated in sorted(id_ for id_, count in grouped.items() if count > 1):
        yield f'groups: the control "{repeated}" stands in two places'


def _example_problems(case: Case) -> Iterator[str]:
    every = {issue.id: len(issue.levels) for issue in case.issues}
    gives = {issue.id: issue.given_by for issue in case.issues}
    target = {id_: count for id_, count in every.items() if gives[id_] == "target"}
    sender = {id_: count for id_, count in every.items() if gives[id_] == "sender"}
    for package in case.packages:
        yield from _level_problems(every, f"packages.{package.id}", package.levels)
    for row in case.rows:
        yield from _level_problems(target, f"rows.{row.id}", row.levels)
        if not any(row.levels.values()):
            yield f"rows.{row.id}: a row must give something"
    for mark in case.landmarks:
        yield from _level_problems(sender, f'landmarks "{mark.label}"', mark.levels)
    for item in case.classes:
        yield from _level_problems(every, f"classes.{item.id}", {**item.at_least, **item.at_most})
    if case.classes[-1].at_least or case.classes[-1].at_most:
        yield "classes: the last class must take every package that is left"


def _preset_problems(case: Case) -> Iterator[str]:
    presets = {preset.id for preset in case.presets}
    for place in ("default_preset", "baseline_preset"):
        if getattr(case, place) not in presets:
            yield f'{place}: there is no preset "{getattr(case, place)}"'
    for check in case.checks:
        if check.preset not in presets:
            yield f'checks: there is no preset "{check.preset}"'
        for strange in sorted(set(check.classes) - {item.id for item in case.classes}):
            yield f'checks: there is no class "{strange}"'
    sides = {control.id: control.party for control in case.controls if control.kind != "scale"}
    for item in case.line_presets:
        for strange in sorted(id_ for id_ in item.values if sides.get(id_) != item.party):
            yield f'line_presets.{item.id}: "{strange}" is no red line of the {item.party}'
    controls = {control.id: control for control in case.controls}
    valued = [(f"presets.{item.id}", item.values) for item in case.presets]
    valued += [(f"line_presets.{item.id}", item.values) for item in case.line_presets]
    valued += [(f"lenses.{item.id}", item.values) for item in case.lenses]
    valued += [("checks", check.values) for check in case.checks]
    for place, values in valued:
        for id_, value in values.items():
            yield from _value_problems(case, f"{place}.{id_}", controls.get(id_), value)


def _value_problems(
    case: Case, place: str, control: Control | None, value: float | bool
) -> Iterator[str]:
    if control is None:
        yield f"{place}: there is no such control"
        return
    if control.kind == "limit":
        counts = {issue.id: len(issue.levels) for issue in case.issues}
        highest = counts.get(control.issue, 1) - 1
    else:
        highest = 100 if control.kind == "scale" else 1
    if not 0 <= float(value) <= highest:
        yield f"{place}: {value:g} lies outside 0 to {highest}"
    elif control.kind != "scale" and float(value) != int(value):
        yield f"{place}: only a whole number can stand here, not {value:g}"
