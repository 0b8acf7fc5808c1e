"""Bundles of one side worth naming: those that cost it least for what they bring the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from explorer.model.wording import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from explorer.files.genius.sides import Given

LONGEST_SHORT = 40
"""Characters of a short name; longer ones are cut."""

MOST_NAMED = 2
"""Up to how many issues of a side are named in its bundles."""

SLACK = 1e-9
"""By how many points a bundle has to bring more to count as better."""


def efficient_bundles(issues: Sequence[Given], most: int) -> list[dict[str, int]]:
    """Return bundles of one side in which everything is settled, by rising cost to the giver.

    Parameters
    ----------
    issues
        All that the side gives.
    most
        How many bundles at the most; they stand at equal distances on the side's own frontier of
        cost and benefit, its two ends included.

    Returns
    -------
    list
        Levels by issue id.
    """
    cost, benefit = (_summed([each[1:] for each in series]) for series in _series(issues))
    order = np.lexsort((-benefit, cost))
    best = np.maximum.accumulate(benefit[order])
    rises = np.concatenate(([True], best[1:] > best[:-1] + SLACK))
    frontier = order[rises]
    count = min(most, len(frontier))
    places = np.unique(np.round(np.linspace(0, len(frontier) - 1, count)).astype(np.int64))
    shape = [len(issue.cost) - 1 for issue in issues]
    levels = np.stack(np.unravel_index(frontier[places], shape), axis=1) + 1
    return [
        {issue.id: int(level) for issue, level in zip(issues, row, strict=True)} for row in levels
    ]


def _series(issues: Sequence[Given]) -> tuple[list[tuple[float, ...]], list[tuple[float, ...]]]:
    return [issue.cost for issue in issues], [issue.benefit for issue in issues]


def _summed(series: Sequence[Sequence[float]]) -> NDArray[np.float64]:
    total = np.zeros(1)
    for each in series:
        total = (total[:, None] + np.asarray(each)[None, :]).ravel()
    return np.round(total, 9)


def bundle_words(issues: Sequence[Given], levels: dict[str, int]) -> str:
    """Return what stands at each level above 0, in the order of the issues.

    Where only one or two issues could be meant, each is named.
    """
    settled = [(issue, issue.words[levels[issue.id]]) for issue in issues if levels.get(issue.id)]
    if len(issues) > MOST_NAMED:
        return ", ".join(words for _, words in settled)
    return ", ".join(tr("{issue}: {value}", issue=i.name, value=words) for i, words in settled)


def cut(words: str) -> str:
    """Return words as a short name."""
    return words if len(words) <= LONGEST_SHORT else words[: LONGEST_SHORT - 1] + "…"
