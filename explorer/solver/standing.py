"""What every bundle means to a stakeholder, as arrays that are made once for each case."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from explorer.model.case import Case
from explorer.model.issue import Issue
from explorer.model.limits import MOST_LEVELS
from explorer.model.package import bundle_count
from explorer.model.requirement import LevelRange
from explorer.model.result import Counts, Flags, Floats
from explorer.model.stakeholder import Stakeholder
from explorer.solver.side import DECIMALS, TOLERANCE
from explorer.solver.tables import ByIdentity


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A stakeholder's points for the bundles of both sides; D of the target, U of the sender.

    A package is worth ``target[d] + sender[u]`` to it. ``values`` are the distinct points of
    the sender's bundles in rising order, K of them. ``place`` (D) tells for each of the target's
    bundles which row of ``spared`` (K + 1, U) flags the sender's bundles that leave the
    stakeholder no worse off together with it; the last row flags none.
    """

    target: Floats
    sender: Floats
    values: Floats
    place: Counts
    spared: Flags

    @property
    def span(self) -> tuple[float, float]:
        """The points of the worst and of the best package that can be put together."""
        # Both bundles are chosen freely, so that the ends of the sum are sums of the ends.
        worst = float(self.target.min()) + float(self.sender.min())
        best = float(self.target.max()) + float(self.sender.max())
        return round(worst, DECIMALS), round(best, DECIMALS)


def standing(case: Case, stakeholder_id: str) -> Standing:
    """Return a stakeholder's arrays, made at the first call and kept for the next ones.

    Raises :class:`KeyError` if the case has no such stakeholder.
    """
    return _standing(ByIdentity(case), stakeholder_id)


@lru_cache(maxsize=64)
def _standing(key: ByIdentity, stakeholder_id: str) -> Standing:
    case = key.case
    stakeholder = case.stakeholder(stakeholder_id)
    target = _points(stakeholder, case.target_issues, case.target_shape)
    sender = _points(stakeholder, case.sender_issues, case.sender_shape)
    values = np.sort(sender)
    values = values[np.diff(values, prepend=-np.inf) > 0]
    place = np.searchsorted(values, -target - TOLERANCE, side="left")
    spared = sender[None, :] >= np.append(values, np.inf)[:, None]
    for array in (target, sender, values, place, spared):
        array.flags.writeable = False
    return Standing(target, sender, values, place, spared)


def _points(stakeholder: Stakeholder, issues: tuple[Issue, ...], shape: tuple[int, ...]) -> Floats:
    points = stakeholder.points
    levels = np.unravel_index(np.arange(bundle_count(shape)), shape)
    total = np.zeros(bundle_count(shape))
    by_issue = {issue.id: own for issue, own in zip(issues, levels, strict=True)}
    for id_, own in by_issue.items():
        total += np.asarray(points[id_].values)[own]
    for term in stakeholder.terms:
        # One side gives all issues of a pattern: the other's bundles know none of them.
        if term.when.keys() <= by_issue.keys():
            total[_fitting(term.when, by_issue)] += term.points.value
    return np.round(total, DECIMALS)


def _fitting(pattern: Mapping[str, LevelRange], by_issue: Mapping[str, Counts]) -> Flags:
    """Return which bundles fit a pattern; ``by_issue`` holds the level of each bundle."""
    flags = [
        (by_issue[id_] >= allowed.at_least)
        & (by_issue[id_] <= (MOST_LEVELS if allowed.at_most is None else allowed.at_most))
        for id_, allowed in pattern.items()
    ]
    return np.logical_and.reduce(flags)
