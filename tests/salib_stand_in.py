"""A stand-in for the parts of SALib that studies use: Saltelli's points, Jansen's total effects."""

from types import ModuleType

import numpy as np

from explorer.model.result import Floats

SAMPLER, ANALYZER = "SALib.sample.sobol", "SALib.analyze.sobol"

INTERVAL = 0.05
"""Half of what sampling is said to leave open."""


def modules() -> dict[str, ModuleType]:
    """Return both modules by name, each with the one function that is used."""
    sampler, analyzer = ModuleType(SAMPLER), ModuleType(ANALYZER)
    vars(sampler)["sample"] = _sample
    vars(analyzer)["analyze"] = _analyze
    return {SAMPLER: sampler, ANALYZER: analyzer}


def _sample(
    problem: dict[str, list[str]],
    N: int,  # noqa: N803
    *,
    calc_second_order: bool,
    seed: int,
) -> Floats:
    assert not calc_second_order
    count = len(problem["names"])
    here, there = np.random.default_rng(seed).random((2, N, count))
    blocks = np.repeat(here[:, None, :], count + 2, axis=1)
    for place in range(count):
        blocks[:, place + 1, place] = there[:, place]
    blocks[:, -1] = there
    return blocks.reshape(-1, count)


def _analyze(
    problem: dict[str, list[str]],
    Y: Floats,  # noqa: N803
    *,
    calc_second_order: bool,
    seed: int,
) -> dict[str, Floats]:
    assert not calc_second_order
    assert seed >= 0
    count = len(problem["names"])
    answers = Y.reshape(-1, count + 2)
    moved = answers[:, 1:-1] - answers[:, :1]
    total = 0.5 * (moved**2).mean(axis=0) / Y.var()
    return {"ST": total, "ST_conf": np.full(count, INTERVAL)}
