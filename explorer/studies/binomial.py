"""The tail of the binomial distribution: how likely so many successes or more are."""

from math import lgamma, log, log1p

import numpy as np


def binomial_tail(least: int, count: int, share: float) -> float:
    """Return how likely at least ``least`` of ``count`` trials succeed, each with one share.

    ``share``: The chance of each, 0 to 1.
    """
    if least <= 0:
        return 1.0
    if least > count or share <= 0:
        return 0.0
    if share >= 1:
        return 1.0
    log_first = (
        lgamma(count + 1)
        - lgamma(least + 1)
        - lgamma(count - least + 1)
        + least * log(share)
        + (count - least) * log1p(-share)
    )
    # Each chance follows from the one before it; far above the mean they soon come to nothing.
    places = np.arange(least, count)
    ratios = np.log((count - places) / (places + 1)) + log(share) - log1p(-share)
    logs = log_first + np.concatenate([[0.0], np.cumsum(ratios)])
    return float(min(1.0, np.exp(logs).sum()))
