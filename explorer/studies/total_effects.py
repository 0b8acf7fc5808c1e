"""Variance-based sensitivity: effects of inputs of a function, alone and in all, from samples."""

import numpy as np

from explorer.model.result import Floats

RESAMPLES = 1000
"""How often the base points are drawn anew for the intervals."""

REACH = 1.96
"""How many standard errors an interval of 95 per cent reaches to either side."""


def radial_points(count: int, inputs: int, *, seed: int) -> Floats:
    """Return where a function has to be evaluated for the total effects of its inputs.

    Parameters
    ----------
    count
        Base points N, at least 2.
    inputs
        Inputs k of the function.
    seed
        A whole number that is not negative.

    Returns
    -------
    Floats
        (k + 2, N, k), shares from 0 to 1: the points A, then for each input A with that input
        taken from B, then B ("radial sampling"; Saltelli et al. 2010).
    """
    base, other = np.random.default_rng(seed).random((2, count, inputs))
    moved = np.repeat(base[None], inputs, axis=0)
    every = np.arange(inputs)
    moved[every, :, every] = other.T
    return np.concatenate([base[None], moved, other[None]])


def total_effects(answers: Floats, *, seed: int) -> tuple[Floats, Floats]:
    """Return the total effect of every input, and how far sampling leaves it open.

    The total effect of an input is the share of the variance of the answer that would be left if
    all other inputs were known. It is estimated by half the mean squared change that moving this
    input alone makes, over the variance (Jansen 1999), which is never negative. Intervals are
    bootstrapped: base points are drawn with replacement, each with all that was moved from it.

    Parameters
    ----------
    answers
        (k + 2, N): the function at :func:`radial_points`, in any unit. The answers at A and B
        must not all be the same.
    seed
        Decides the bootstrap.

    Returns
    -------
    tuple[Floats, Floats]
        The total effects (k,), shares of the variance; half the widths of their intervals of
        95 per cent (k,), nought where an input changes nothing.

    References
    ----------
    Jansen, M. J. W. (1999). Analysis of variance designs for model output. Computer Physics
    Communications 117, 35-43.
    Saltelli, A., et al. (2010). Variance based sensitivity analysis of model output: design and
    estimator for the total sensitivity index. Computer Physics Communications 181, 259-270.
    """
    halves = ((answers[1:-1] - answers[0]) ** 2).T / 2
    return _bootstrapped(answers, halves, seed)


def first_effects(answers: Floats, *, seed: int) -> tuple[Floats, Floats]:
    """Return the effect of every input alone, and how far sampling leaves it open.

    The first-order effect of an input is the share of the variance of the answer that would go if
    this input alone were known. It is estimated from how far moving this input takes the answer
    the same way as where it came from (Saltelli et al. 2010, table 2, b). Where few points were
    looked at the estimate can fall below nought or above the total effect, though no effect does:
    whoever shows it has to cut it.

    Parameters
    ----------
    answers
        As of :func:`total_effects`.
    seed
        Decides the bootstrap, which is that of the total effects.

    Returns
    -------
    tuple[Floats, Floats]
        The first-order effects (k,), shares of the variance, not cut; half the widths of their
        intervals of 95 per cent (k,), nought where an input changes nothing.

    References
    ----------
    Sobol', I. M. (1993). Sensitivity estimates for nonlinear mathematical models. Mathematical
    Modelling and Computational Experiments 1, 407-414.
    Saltelli, A., et al. (2010); see :func:`total_effects`.
    """
    other = answers[-1] - np.mean([answers[0], answers[-1]])
    return _bootstrapped(answers, (other * (answers[1:-1] - answers[0])).T, seed)


def _bootstrapped(answers: Floats, parts: Floats, seed: int) -> tuple[Floats, Floats]:
    """Return means of parts of the variance (N, k) over the variance, and how far they reach."""
    count = answers.shape[1]
    base, other = answers[0], answers[-1]
    # About their middle, where the difference of squares loses no digits.
    ends = np.stack([base, other]) - np.mean([base, other])
    means, squares = ends.mean(axis=0), (ends**2).mean(axis=0)
    # Another stream than that of the points, which the same seed begins.
    random = np.random.default_rng((seed, 1))
    drawn = random.multinomial(count, np.full(count, 1 / count), RESAMPLES)
    # The first row counts every base point once: it is the estimate itself.
    weights = np.concatenate([np.ones((1, count)), drawn]) / count
    variance = weights @ squares - (weights @ means) ** 2
    # A resample in which every answer is the same says nothing about shares of its variance.
    varied = variance > count * np.finfo(np.float64).eps * squares.max()
    effects = (weights @ parts)[varied] / variance[varied, None]
    return effects[0], REACH * effects[1:].std(axis=0)
