"""PERT: from lowest, likeliest and highest to a spread of values, by its inverse distribution."""

from functools import lru_cache

import numpy as np

from explorer.model.result import Floats

GRID = 2001
"""Points at which the distribution is tabulated; between them it is interpolated."""

PEAK_WEIGHT = 4.0
"""How much more the likeliest value counts than either end in the mean, by the definition."""


def pert_values(shares: Floats, low: float, likely: float, high: float) -> Floats:
    """Return the values below which given shares of a PERT distribution lie.

    The same shares give values that move steadily with the likeliest value, so that a picture
    made of them does not flicker while a hand moves.

    Parameters
    ----------
    shares
        Any shape, each from 0 to 1.
    low, likely, high
        In rising order; where low and high are equal every value is that one.

    Notes
    -----
    PERT is a beta distribution stretched from low to high, with the shapes
    1 + 4 (likely - low) / (high - low) and 1 + 4 (high - likely) / (high - low) and so the mean
    (low + 4 likely + high) / 6: Malcolm, Roseboom, Clark and Fazar, Operations Research 7, 1959.
    """
    if high <= low:
        return np.full(np.shape(shares), low)
    below = _cumulative(round((likely - low) / (high - low), 9))
    return low + (high - low) * np.interp(shares, below, np.linspace(0, 1, GRID))


@lru_cache(maxsize=256)
def _cumulative(peak: float) -> Floats:
    """Return the share of a PERT distribution on 0 to 1 that lies below each grid point."""
    x = np.linspace(0, 1, GRID)
    density = x ** (PEAK_WEIGHT * peak) * (1 - x) ** (PEAK_WEIGHT * (1 - peak))
    areas = np.concatenate(([0.0], np.cumsum(density[1:] + density[:-1])))
    cumulative = areas / areas[-1]
    cumulative.flags.writeable = False
    return cumulative
