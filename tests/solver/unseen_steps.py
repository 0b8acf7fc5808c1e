"""The deeper commitments that are worth less than shallower ones, as long as few may look."""

from explorer.model.case import Case
from explorer.model.issue import Issue

# A step of a commitment, by issue and the level it starts from, at a level of verification.
Step = tuple[str, int, int]

UNSEEN_STEPS: dict[str, frozenset[Step]] = {
    # What can be seen from outside (a pause of tests, the closing of a known site) is worth more
    # than a promise beyond it that nobody can check.
    "korea": frozenset({("icbm", 1, 0), ("icbm", 1, 1), ("fiss", 2, 0), ("fiss", 2, 1)}),
    "sinai": frozenset(),
}


def falling_steps(case: Case) -> frozenset[Step]:
    """Return every step that lowers what is kept of a commitment, worked out from the numbers."""
    return frozenset(step for issue in case.target_issues for step in _falling(case, issue))


def _falling(case: Case, issue: Issue) -> list[Step]:
    if issue.benefit is None or issue.benefit.verification is None:
        return []
    verification, points = issue.benefit.verification, issue.benefit.points.values
    kept = [
        [worth * share for share in row]
        for worth, row in zip(points, verification.multipliers, strict=True)
    ]
    seen = range(len(case.issue(verification.issue).levels))
    return [
        (issue.id, level, looked)
        for level in range(len(points) - 1)
        for looked in seen
        if kept[level + 1][looked] < kept[level][looked] - 1e-9
    ]
