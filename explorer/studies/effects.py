"""Sensitivity of any answer to its factors: Sobol's first and total effects, Morris's screening.

Pure functions over arrays: where an answer has to be worked out, and what the answers tell. Both
methods move factors in shares of their spread, 0 to 1; what a share means is the factor's own.
"""

from dataclasses import dataclass

import numpy as np

from explorer.model.result import Floats
from explorer.studies.total_effects import REACH, RESAMPLES, radial_points, total_effects

LEVELS = 4
"""Levels of each factor that trajectories step on, an even number (Morris 1991)."""

STREAM = 2
"""Sets the draws of intervals apart from those of points and of total effects of the same seed."""


@dataclass(frozen=True, slots=True, eq=False)
class SobolEffects:
    """What share of the spread of an answer each of k factors explains; arrays are (k,).

    ``first`` is what would go if this factor alone were known, ``total`` what would be left if all
    others were. ``first_half`` and ``total_half`` are half the widths of their intervals of 95 per
    cent. An estimate of a small first effect can fall a little below nought.
    """

    first: Floats
    first_half: Floats
    total: Floats
    total_half: Floats


@dataclass(frozen=True, slots=True, eq=False)
class MorrisEffects:
    """By how much an answer changes when one factor crosses its whole spread; arrays are (k,).

    ``mean_size`` (Morris's mu*) is the mean size of the change, ``mean`` (mu) its mean with sign,
    ``spread`` (sigma) its standard deviation: large where the effect of a factor depends on the
    others or is no straight line. ``half`` is half the width of the 95 per cent interval of
    ``mean_size``.
    """

    mean_size: Floats
    mean: Floats
    spread: Floats
    half: Floats


def sobol_points(count: int, factors: int, *, seed: int) -> Floats:
    """Return where an answer is worked out, (k + 2, N, k); see :func:`radial_points`."""
    return radial_points(count, factors, seed=seed)


def sobol_effects(answers: Floats, *, seed: int) -> SobolEffects:
    """Return first and total effects of every factor, with intervals from a bootstrap.

    Parameters
    ----------
    answers
        (k + 2, N): the answer at :func:`sobol_points`, in any unit. Where it never differs, no
        factor has an effect.
    seed
        Decides the bootstrap.

    References
    ----------
    Saltelli, A., et al. (2010). Variance based sensitivity analysis of model output: design and
    estimator for the total sensitivity index. Computer Physics Communications 181, 259-270:
    first effects by its formula (b), total effects by Jansen's.
    """
    factors, count = len(answers) - 2, answers.shape[1]
    base, other = answers[0], answers[-1]
    if not np.ptp(answers[[0, -1]]):
        return SobolEffects(*np.zeros((4, factors)))
    products = (other - np.mean([base, other])) * (answers[1:-1] - base)
    weights = _resamples(count, seed)
    ends = np.concatenate([base, other])
    both = np.concatenate([weights, weights], axis=1) / 2
    variance = both @ ends**2 - (both @ ends) ** 2
    # A resample in which every answer is the same says nothing about shares of its variance.
    varied = variance > count * np.finfo(np.float64).eps * (ends**2).max()
    effects = (weights @ products.T)[varied] / variance[varied, None]
    total, total_half = total_effects(answers, seed=seed)
    return SobolEffects(effects[0], REACH * effects[1:].std(axis=0), total, total_half)


def morris_points(trajectories: int, factors: int, *, seed: int) -> Floats:
    """Return trajectories that move one factor after another, (r, k + 1, k), shares from 0 to 1.

    Each starts at a random point of a grid of :data:`LEVELS` levels and moves every factor once,
    in random order, by ``LEVELS / (2 (LEVELS - 1))`` up or down, whichever stays inside.

    ``trajectories``: r, at least 2. ``factors``: k, at least 1. ``seed``: The same one gives the
    same trajectories everywhere.

    References
    ----------
    Morris, M. D. (1991). Factorial sampling plans for preliminary computational experiments.
    Technometrics 33, 161-174.
    """
    random = np.random.default_rng(seed)
    start = random.integers(0, LEVELS, (trajectories, factors))
    half = LEVELS // 2
    step = np.where(start < half, half, -half)
    order = random.permuted(np.tile(np.arange(factors), (trajectories, 1)), axis=1)
    # Factor j has moved from point t on where it is among the t first of the order.
    turn = np.argsort(order, axis=1)
    has_moved = turn[:, None, :] < np.arange(factors + 1)[None, :, None]
    return (start[:, None, :] + has_moved * step[:, None, :]) / (LEVELS - 1)


def morris_effects(points: Floats, answers: Floats, *, seed: int) -> MorrisEffects:
    """Return the elementary effects of every factor, summed up.

    Parameters
    ----------
    points
        (r, k + 1, k), of :func:`morris_points`.
    answers
        (r, k + 1): the answer at each point, in the answer's own unit.
    seed
        Decides the bootstrap of the intervals.

    References
    ----------
    Campolongo, F., Cariboni, J., Saltelli, A. (2007). An effective screening design for
    sensitivity analysis of large models. Environmental Modelling & Software 22, 1509-1518: mu*.
    """
    moves = np.diff(points, axis=1)
    moved = np.argmax(moves != 0, axis=2)
    sizes = np.take_along_axis(moves, moved[:, :, None], axis=2)[:, :, 0]
    ratios = np.diff(answers, axis=1) / sizes
    effects = np.take_along_axis(ratios, np.argsort(moved, axis=1), axis=1)
    means = _resamples(len(effects), seed) @ np.abs(effects)
    return MorrisEffects(
        mean_size=means[0],
        mean=effects.mean(axis=0),
        spread=effects.std(axis=0, ddof=1),
        half=REACH * means[1:].std(axis=0),
    )


def _resamples(count: int, seed: int) -> Floats:
    """Return weights of resamples, (1 + RESAMPLES, count); the first one is the sample itself."""
    random = np.random.default_rng((seed, STREAM))
    drawn = random.multinomial(count, np.full(count, 1 / count), RESAMPLES)
    return np.concatenate([np.ones((1, count)), drawn]) / count
