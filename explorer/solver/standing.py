"""What every bundle means to a stakeholder, as arrays that are made once for each case."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from explorer.model.case import Case
from explorer.model.issue import Issue
from explorer.model.package import bundle_count
from explorer.model.result import Counts, Flags, Floats
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


def standing(case: Case, stakeholder_id: str) -> Standing:
    """Return a stakeholder's arrays, made at the first call and kept for the next ones.

    Raises
    ------
    KeyError
        If the case has no such stakeholder.
    """
    return _standing(ByIdentity(case), stakeholder_id)


@lru_cache(maxsize=64)
def _standing(key: ByIdentity, stakeholder_id: str) -> Standing:
    case = key.case
    stakeholder = case.stakeholder(stakeholder_id)
    points = {issue: series.values for issue, series in stakeholder.points.items()}
    target = _points(case.target_issues, case.target_shape, points)
    sender = _points(case.sender_issues, case.sender_shape, points)
    values = np.unique(sender)
    place = np.searchsorted(values, -target - TOLERANCE, side="left")
    spared = sender[None, :] >= np.append(values, np.inf)[:, None]
    for array in (target, sender, values, place, spared):
        array.flags.writeable = False
    return Standing(target, sender, values, place, spared)


def _points(
    issues: tuple[Issue, ...], shape: tuple[int, ...], points: dict[str, tuple[float, ...]]
) -> Floats:
    levels = np.unravel_index(np.arange(bundle_count(shape)), shape)
    total = np.zeros(bundle_count(shape))
    for issue, own in zip(issues, levels, strict=True):
        total += np.asarray(points[issue.id])[own]
    return np.round(total, DECIMALS)
