"""A case as numbers and rules for a page's script, whatever the case is about."""

from collections.abc import Iterable, Mapping, Sequence

from explorer.figures.board import NO_COMPANY
from explorer.figures.board_lane import board_lanes
from explorer.figures.control_words import set_words
from explorer.figures.phrase import capitalised, control_title
from explorer.figures.prices import line_names
from explorer.model.case import Case
from explorer.model.control import (
    CoherenceControl,
    ConsentControl,
    GuardControl,
    LimitControl,
)
from explorer.model.issue import ControlSlope, Issue, Role, Stakes
from explorer.model.package import bundle_index, package_of
from explorer.model.requirement import LevelRange
from explorer.model.result import Result
from explorer.model.scenario import Scenario, control_range
from explorer.model.stakeholder import Stakeholder
from explorer.model.structure import coherence_counts, ending_share, trust_rule
from explorer.take_home.record import (
    Condition,
    PageDiscount,
    PageGuard,
    PageIssue,
    PageLimit,
    PageLine,
    PageModel,
    PagePattern,
    PageRow,
    PageRule,
    PageSlope,
    PageStakes,
)

_Drawn = LimitControl | ConsentControl | CoherenceControl
"""What draws a line of patterns."""


def page_model(scenario: Scenario, moved: Sequence[str], baseline: Result) -> PageModel:
    """Return what the script solves.

    Parameters
    ----------
    scenario
        The case, and the values of what cannot be moved.
    moved
        The ids of the controls that can be.
    baseline
        What the board's rows are compared with.
    """
    case = scenario.case
    return PageModel(
        target=tuple(_issue(case, issue) for issue in case.target_issues),
        sender=tuple(_issue(case, issue) for issue in case.sender_issues),
        discounts=tuple(
            PageDiscount(
                id=item.id,
                floor=item.floor.value,
                slopes=tuple(
                    PageSlope(control=each.control, amount=each.amount.value, neutral=each.neutral)
                    for each in item.slopes
                ),
            )
            for item in case.discounts
        ),
        sender_stakes=_stakes(case, case.sender_stakes),
        target_stakes=_stakes(case, case.target_stakes),
        replaces=trust_rule(case) == "replace",
        classes=tuple(
            (item.id, _pattern(case, _levels_of(item.at_least, item.at_most)))
            for item in case.classes
        ),
        rows=tuple(_rows(case, baseline)),
        lines=tuple(_lines(scenario, moved)),
        grid=(case.map_grid.columns, case.map_grid.rows),
    )


def _issue(case: Case, issue: Issue) -> PageIssue:
    benefit = issue.benefit
    growth = benefit.growth if benefit else None
    verification = benefit.verification if benefit else None
    return PageIssue(
        cost=issue.cost.base.values,
        slopes=tuple((slope.control, slope.series.values) for slope in issue.cost.slopes),
        benefit=benefit.points.values if benefit else None,
        growth=(growth.control, growth.fixed_share.value) if growth else None,
        verification=(_place(case, verification.issue)[1], verification.multipliers)
        if verification
        else None,
        discount=benefit.discount if benefit else None,
    )


def _stakes(case: Case, stakes: Stakes) -> PageStakes:
    return PageStakes(
        waiting=stakes.waiting.base.value,
        slopes=tuple(_slope(case, slope) for slope in stakes.waiting.slopes),
        headline=stakes.headline.points.value,
        will=stakes.headline.will,
        credibility=stakes.credibility,
        ceiling=None if stakes.ceiling is None else stakes.ceiling.points,
    )


def _slope(case: Case, slope: ControlSlope) -> PageSlope:
    ends = ending_share(case, slope.ends)
    amount = slope.amount.value
    return PageSlope(control=slope.control, amount=amount, neutral=slope.neutral, ends=ends)


def _rows(case: Case, baseline: Result) -> Iterable[PageRow]:
    lanes = board_lanes(baseline, baseline=None, ghost=None, selected=None, company=NO_COMPANY)
    for row, lane in zip(case.rows, lanes, strict=True):
        yield PageRow(
            id=row.id,
            name=row.name,
            short=row.short,
            capital=capitalised(row.short),
            bundle=bundle_index(case.target_shape, package_of(case, row.levels).target),
            baseline=(lane.reach, lane.floor, lane.zone),
        )


def _lines(scenario: Scenario, moved: Sequence[str]) -> Iterable[PageLine]:
    """Yield every line that is on or can be moved, in the case's order."""
    case = scenario.case
    for control in case.controls:
        if control.kind == "scale":
            continue
        if control.kind == "coherence" and not coherence_counts(case):
            continue
        allowed = control_range(case, control)
        values = [int(scenario.value(control.id))]
        if control.id in moved:
            values = list(range(int(allowed.minimum), int(allowed.maximum) + 1))
        if any(value != allowed.off for value in values):
            yield _line(case, control, values, is_moved=control.id in moved)


def _line(
    case: Case, control: _Drawn | GuardControl, values: list[int], *, is_moved: bool
) -> PageLine:
    off = control_range(case, control).off
    drawn = [value for value in values if value != off]
    rules = {}
    if control.kind != "guard":
        rules = {value: _rule(case, control, value) for value in drawn}
    return PageLine(
        control=control.id,
        title=control_title(case, control),
        name=line_names(case, (control.id,)),
        off=off,
        is_told=control.kind != "coherence",
        is_moved=is_moved,
        at=rules,
        guard=(
            _guard(case, case.stakeholder(control.stakeholder)) if control.kind == "guard" else None
        ),
        limit=_limit(case, control) if control.kind == "limit" else None,
        sentences={value: capitalised(set_words(case, control.id, value)) for value in values},
    )


def _rule(case: Case, control: _Drawn, value: int) -> PageRule:
    if control.kind == "coherence":
        return PageRule(
            when=_pattern(case, control.when),
            requires=tuple(_pattern(case, each) for each in control.requires),
        )
    if control.kind == "consent":
        when = {control.issue: LevelRange(at_least=control.level)}
        # A condition that is named twice holds at the stricter level.
        needs = {
            each.issue: LevelRange(
                at_least=max(
                    other.at_least for other in control.conditions if other.issue == each.issue
                )
            )
            for each in control.conditions
        }
        return PageRule(when=_pattern(case, when), requires=(_pattern(case, needs),))
    is_most = control.bound == "at_most"
    beyond = LevelRange(at_least=value + 1) if is_most else LevelRange(at_most=value - 1)
    exempt: tuple[PagePattern, ...] = ()
    if control.unless is not None:
        span = LevelRange(at_least=control.unless.at_least)
        exempt = (_pattern(case, {control.unless.issue: span}),)
    return PageRule(when=_pattern(case, {control.issue: beyond}), requires=exempt)


def _limit(case: Case, control: LimitControl) -> PageLimit:
    issue, off = case.issue(control.issue), control.unless
    unless = None
    if off is not None:
        other = case.issue(off.issue)
        unless = (other.short, other.levels[off.at_least].short)
    return PageLimit(
        issue=issue.id,
        issue_short=issue.short,
        bound=control.bound,
        party=case.party(control.party).short,
        levels=tuple(level.short for level in issue.levels),
        unless=unless,
    )


def _guard(case: Case, stakeholder: Stakeholder) -> PageGuard:
    points = stakeholder.points
    return PageGuard(
        target=tuple(points[issue.id].values for issue in case.target_issues),
        sender=tuple(points[issue.id].values for issue in case.sender_issues),
        terms=tuple((_pattern(case, term.when), term.points.value) for term in stakeholder.terms),
    )


def _levels_of(least: Mapping[str, int], most: Mapping[str, int]) -> dict[str, LevelRange]:
    issues = dict.fromkeys((*least, *most))
    return {
        issue: LevelRange(at_least=least.get(issue, 0), at_most=most.get(issue)) for issue in issues
    }


def _pattern(case: Case, pattern: Mapping[str, LevelRange]) -> PagePattern:
    return tuple(_condition(case, issue, span) for issue, span in pattern.items())


def _condition(case: Case, issue_id: str, span: LevelRange) -> Condition:
    side, place = _place(case, issue_id)
    last = len(case.issue(issue_id).levels) - 1
    return side, place, span.at_least, last if span.at_most is None else span.at_most


def _place(case: Case, issue_id: str) -> tuple[Role, int]:
    issue = case.issue(issue_id)
    own = case.target_issues if issue.given_by == "target" else case.sender_issues
    return issue.given_by, own.index(issue)
