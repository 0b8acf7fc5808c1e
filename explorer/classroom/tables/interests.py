"""Interests of one delegation in points: what it receives, what it gives, what waiting brings."""

from collections.abc import Mapping
from dataclasses import dataclass

from explorer.model.issue import Issue, Role
from explorer.model.package import package_of
from explorer.model.scenario import Scenario
from explorer.solver.term_sheet import term_sheet

HEADLINE, WAITING = "headline", "waiting"
"""Parts of a term sheet that belong to no issue."""


@dataclass(frozen=True, slots=True)
class Interest:
    """What each level of an issue is to one side, in its own points.

    Attributes
    ----------
    issue
        Which one.
    points
        By level of verification, then by level of the issue; one row where verification does not
        matter. Gains are above zero, costs below.
    """

    issue: Issue
    points: tuple[tuple[float, ...], ...]

    @property
    def is_verified(self) -> bool:
        """Whether verification changes what it is worth."""
        return any(row != self.points[0] for row in self.points)

    @property
    def weight(self) -> float:
        """How much the issue can move for the side: the largest points, whichever their sign."""
        return max(abs(points) for row in self.points for points in row)


@dataclass(frozen=True, slots=True)
class Interests:
    """All that one side wants, in its own points.

    Attributes
    ----------
    role
        Which side.
    received, given
        The other's issues and its own, the weightiest first.
    waiting
        What it has without a deal, and loses by one.
    headline
        What a deal as such brings it.
    verifier
        The issue on which the worth of others depends, None without one.
    ceiling
        Up to how many points a package counts, with what a deal as such brings; None without an
        end.
    """

    role: Role
    received: tuple[Interest, ...]
    given: tuple[Interest, ...]
    waiting: float
    headline: float
    verifier: Issue | None
    ceiling: float | None

    @property
    def least(self) -> float:
        """The least that the issues must bring together for a deal to be worth taking."""
        return self.waiting - self.headline


def interests(scenario: Scenario, role: Role) -> Interests:
    """Return the interests of a side under a scenario; they add up to its gains over waiting."""
    case = scenario.case
    own = case.sender_issues if role == "sender" else case.target_issues
    others = case.target_issues if role == "sender" else case.sender_issues
    verifier = next(
        (
            case.issue(issue.benefit.verification.issue)
            for issue in case.issues
            if issue.benefit is not None and issue.benefit.verification is not None
        ),
        None,
    )
    stakes = case.sender_stakes if role == "sender" else case.target_stakes
    outside = -_parts(scenario, role, {})[WAITING]
    both = {case.target_issues[0].id: 1, case.sender_issues[0].id: 1}
    return Interests(
        role=role,
        received=_ranked(scenario, role, others, verifier),
        given=_ranked(scenario, role, own, None),
        waiting=outside,
        headline=_parts(scenario, role, both)[HEADLINE],
        verifier=verifier if role == "sender" else None,
        ceiling=None if stakes.ceiling is None else max(stakes.ceiling.points, outside),
    )


def _ranked(
    scenario: Scenario, role: Role, issues: tuple[Issue, ...], verifier: Issue | None
) -> tuple[Interest, ...]:
    found = [Interest(issue, _points(scenario, role, issue, verifier)) for issue in issues]
    return tuple(sorted(found, key=lambda interest: -interest.weight))


def _points(
    scenario: Scenario, role: Role, issue: Issue, verifier: Issue | None
) -> tuple[tuple[float, ...], ...]:
    if verifier is None or role == "target" or issue.id == verifier.id:
        places: list[dict[str, int]] = [{}]
    else:
        places = [{verifier.id: level} for level in range(len(verifier.levels))]
    return tuple(
        tuple(
            _parts(scenario, role, {**place, issue.id: level})[issue.id]
            for level in range(len(issue.levels))
        )
        for place in places
    )


def _parts(scenario: Scenario, role: Role, levels: Mapping[str, int]) -> dict[str, float]:
    sheet = term_sheet(scenario, package_of(scenario.case, levels))
    return dict(sheet.sender_parts if role == "sender" else sheet.target_parts)
