"""Which assumptions an answer hangs on: their effects over assumption sets, alone and in all."""

from collections.abc import Iterator

import numpy as np

from explorer.model.result import Floats
from explorer.model.scenario import Scenario
from explorer.model.study import AssumptionWeight, Importance, Progress
from explorer.solver.many_worlds import outcomes
from explorer.solver.tables import case_tables
from explorer.solver.uncertain import draws_at, uncertain_numbers
from explorer.studies.total_effects import first_effects, radial_points, total_effects

SAMPLES = 128
"""Assumption sets from which every assumption is moved."""

STEP_WORLDS = 64
"""Worlds that are looked at between two reports."""


def importance_steps(
    scenario: Scenario, row_id: str, *, seed: int, samples: int = SAMPLES
) -> Iterator[Progress | Importance]:
    """Yield how far the study has come, and at the end which assumptions matter.

    Parameters
    ----------
    scenario
        Where the controls stand; credibilities are drawn around theirs.
    row_id
        The row whose room from floor to limit is the answer, or "" for how many packages the
        zone holds. Where nothing that lines allow is enough, the floor counts as the price of
        everything.
    seed
        A whole number that is not negative.
    samples
        From how many assumption sets every assumption is moved, at least 2. Twice as many are
        drawn, the first ones of that seed, and tell how much the answer varies.
    """
    names = [each.id for each in uncertain_numbers(scenario)]
    points = radial_points(samples, len(names), seed=seed)
    # Not -1: where nothing is uncertain, a point has no coordinates to count by.
    shares = points.reshape(np.prod(points.shape[:-1], dtype=int), len(names))
    parts: list[Floats] = []
    for start in range(0, len(shares), STEP_WORLDS):
        parts.append(_answers(scenario, row_id, shares[start : start + STEP_WORLDS]))
        yield Progress(min(start + STEP_WORLDS, len(shares)), len(shares))
    answers = np.concatenate(parts).reshape(-1, samples)
    weights: tuple[AssumptionWeight, ...] = ()
    if np.ptp(answers[[0, -1]]) > 0:
        totals, firsts = total_effects(answers, seed=seed), first_effects(answers, seed=seed)
        weights = _weights(names, totals, firsts)
    yield Importance(scenario, row_id, seed, len(shares), weights)


def _answers(scenario: Scenario, row_id: str, shares: Floats) -> Floats:
    found = outcomes(scenario, draws_at(uncertain_numbers(scenario), shares))
    if not row_id:
        return found.packages.sum(axis=1).astype(np.float64)
    place = [row.id for row in scenario.case.rows].index(row_id)
    dearest = float(case_tables(scenario.case).price.max())
    return found.limits[:, place] - np.minimum(found.floors[:, place], dearest)


def _weights(
    names: list[str], totals: tuple[Floats, Floats], firsts: tuple[Floats, Floats]
) -> tuple[AssumptionWeight, ...]:
    """Return weights, the largest first; effects alone are cut to what they can be."""
    ranges = (each.tolist() for each in (*totals, *firsts))
    weights = (
        AssumptionWeight(
            name,
            weight,
            max(0.0, weight - half),
            weight + half,
            alone=min(max(0.0, first), weight),
            alone_low=max(0.0, first - reach),
            alone_high=max(0.0, first + reach),
        )
        for name, weight, half, first, reach in zip(names, *ranges, strict=True)
    )
    return tuple(sorted(weights, key=lambda weight: -weight.weight))
