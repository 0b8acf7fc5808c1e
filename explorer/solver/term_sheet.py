"""One package read as a deal: gains, what each part brings, and which lines it breaks."""

from explorer.model.issue import Issue, Stakes
from explorer.model.package import Package, bundle_index
from explorer.model.result import TermSheet
from explorer.model.scenario import Scenario
from explorer.solver.line import active_lines
from explorer.solver.side import DECIMALS, TOLERANCE, discount_factor, kept_share, waiting
from explorer.solver.tables import case_tables


def term_sheet(scenario: Scenario, package: Package) -> TermSheet:
    """Return a package as a term sheet.

    The parts add up to each side's gain: one part for each issue (what the side receives, trust
    included, or minus what it gives), ``headline`` for a deal as such and ``waiting`` for what
    the side has without one; ``ceiling`` is minus what lies beyond the side's ceiling, and only
    there where something does.
    """
    case = scenario.case
    gives_both = any(package.target) and any(package.sender)
    sender_parts = [
        *((issue.id, _sender_benefit(scenario, issue, package)) for issue in case.target_issues),
        *((issue.id, -_cost(scenario, issue, package)) for issue in case.sender_issues),
        ("headline", _headline(scenario, "sender") if gives_both else 0.0),
        ("waiting", -waiting(case, case.sender_stakes.waiting, scenario)),
    ]
    target_parts = [
        *((issue.id, -_cost(scenario, issue, package)) for issue in case.target_issues),
        *((issue.id, _target_benefit(scenario, issue, package)) for issue in case.sender_issues),
        ("headline", _headline(scenario, "target") if gives_both else 0.0),
        ("waiting", -waiting(case, case.target_stakes.waiting, scenario)),
    ]
    sender_parts += _beyond(case.sender_stakes, sender_parts)
    target_parts += _beyond(case.target_stakes, target_parts)
    sender_gain = round(sum(points for _, points in sender_parts), DECIMALS)
    target_gain = round(sum(points for _, points in target_parts), DECIMALS)
    broken = broken_lines(scenario, package)
    accepted = sender_gain >= -TOLERANCE and target_gain >= -TOLERANCE
    tables = case_tables(case)
    target = bundle_index(case.target_shape, package.target)
    sender = bundle_index(case.sender_shape, package.sender)
    return TermSheet(
        scenario=scenario,
        package=package,
        sender_gain=sender_gain,
        target_gain=target_gain,
        gives_both=gives_both,
        broken_lines=broken,
        lone_line=broken[0] if accepted and gives_both and len(broken) == 1 else "",
        is_in_zone=accepted and gives_both and not broken,
        class_id=case.classes[tables.classes.of(target, sender)].id,
        sender_parts=tuple(sender_parts),
        target_parts=tuple(target_parts),
    )


def _beyond(stakes: Stakes, parts: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Return the part by which a ceiling cuts what the others add up to; none if it does not."""
    if stakes.ceiling is None:
        return []
    worth = sum(points for name, points in parts if name != "waiting")
    over = worth - max(stakes.ceiling.points, -dict(parts)["waiting"])
    return [("ceiling", -over)] if over > TOLERANCE else []


def broken_lines(scenario: Scenario, package: Package) -> tuple[str, ...]:
    """Return the ids of the active lines and switches that a package breaks."""
    case = scenario.case
    target = bundle_index(case.target_shape, package.target)
    sender = bundle_index(case.sender_shape, package.sender)
    lines = active_lines(case_tables(case), scenario)
    return tuple(line.control_id for line in lines if line.forbidden_with(target)[sender])


def _level(scenario: Scenario, issue: Issue, package: Package) -> int:
    # By ids, not by tuple.index(): comparing whole issues takes longer than all else here.
    of_target = issue.given_by == "target"
    issues = scenario.case.target_issues if of_target else scenario.case.sender_issues
    bundle = package.target if of_target else package.sender
    place = next(place for place, each in enumerate(issues) if each.id == issue.id)
    return bundle[place]


def _headline(scenario: Scenario, role: str) -> float:
    case = scenario.case
    stakes = case.sender_stakes if role == "sender" else case.target_stakes
    return stakes.headline.points.value * scenario.share(stakes.headline.will)


def _cost(scenario: Scenario, issue: Issue, package: Package) -> float:
    level = _level(scenario, issue, package)
    slopes = (
        slope.series.values[level] * scenario.share(slope.control) for slope in issue.cost.slopes
    )
    return issue.cost.base.values[level] + sum(slopes)


def _sender_benefit(scenario: Scenario, issue: Issue, package: Package) -> float:
    """Return what the sender expects of one commitment: b (a + (1 - a) m) times the share kept."""
    if issue.benefit is None:
        return 0.0
    level = _level(scenario, issue, package)
    points = issue.benefit.points.values[level]
    growth, verification = issue.benefit.growth, issue.benefit.verification
    if growth is not None:
        fixed = growth.fixed_share.value
        points *= fixed + (1 - fixed) * scenario.share(growth.control)
    seen = 1.0
    if verification is not None:
        verifier = scenario.case.issue(verification.issue)
        seen = verification.multipliers[level][_level(scenario, verifier, package)]
    return points * kept_share(scenario, seen)


def _target_benefit(scenario: Scenario, issue: Issue, package: Package) -> float:
    """Return what the target expects of one concession: v f, times trust."""
    if issue.benefit is None:
        return 0.0
    points = issue.benefit.points.values[_level(scenario, issue, package)]
    for discount in scenario.case.discounts:
        if discount.id == issue.benefit.discount:
            points *= discount_factor(discount, scenario)
    return points * scenario.share(scenario.case.target_stakes.credibility)
