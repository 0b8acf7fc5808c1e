"""Which of what a study varies an answer hangs on: its own rows do not count, only its ranges."""

from collections.abc import Iterator

import numpy as np

from explorer.model.case import Case
from explorer.model.errors import StudyError
from explorer.model.result import Floats
from explorer.model.study import Progress
from explorer.model.study_found import EffectMethod, FactorEffect, FactorEffects
from explorer.model.study_plan import LatinHypercube, StudyPlan
from explorer.model.wording import tr
from explorer.studies.designed.batch import solved_at
from explorer.studies.designed.design import Design, Places, prepared, values_at
from explorer.studies.effects import morris_effects, morris_points, sobol_effects, sobol_points

SOBOL_POINTS, MORRIS_POINTS = 256, 20
"""Base points, and trajectories, where nothing is said."""

MOST_POINTS = 8_192
"""Base points at the most: the bootstrap holds a thousand numbers for each."""

STEP_ROWS = 256
"""Scenarios between two reports."""


def sensitivity_design(plan: StudyPlan, case: Case) -> Design:
    """Return a study made ready to be asked what matters in it.

    Its factors are drawn over their ranges whatever its own combination is; a range without a step
    needs none. Raises :class:`ScenarioError` if something is wrong with it, :class:`StudyError` if
    it varies nothing.
    """
    if not plan.factors:
        raise StudyError(
            tr(
                "The study “{name}” varies nothing. For the assumptions of a scenario, see: "
                "dealzone sure --show weights",
                name=plan.name,
            )
        )
    return prepared(plan.having(combine=LatinHypercube(rows=1)), case)


def answer_columns(design: Design) -> tuple[str, ...]:
    """Return the names of a study's outputs, of which one is the answer."""
    return tuple(each.name for each in design.columns if each.role == "output")


def sensitivity_steps(
    design: Design, column: str, method: EffectMethod, *, points: int, start: int = 0
) -> Iterator[Progress | FactorEffects]:
    """Yield how far it has come, and at the end what matters.

    Parameters
    ----------
    design
        Of :func:`sensitivity_design`.
    column
        One of its outputs, the answer.
    method
        ``sobol``: shares of the spread; ``morris``: sizes of changes, from far fewer scenarios.
    points
        Base points or trajectories, from 2 to :data:`MOST_POINTS`.
    start
        The place of the start from which it is asked.

    Raises
    ------
    StudyError
        If the answer has no value somewhere.
    """
    seed, count = design.plan.seed, len(design.plan.factors)
    made = sobol_points if method == "sobol" else morris_points
    shares = made(points, count, seed=seed)
    flat = shares.reshape(-1, count)
    place = answer_columns(design).index(column)
    parts: list[Floats] = []
    for at in range(0, len(flat), STEP_ROWS):
        parts.append(_answers(design, start, flat[at : at + STEP_ROWS])[:, place])
        yield Progress(min(at + STEP_ROWS, len(flat)), len(flat))
    answers = np.concatenate(parts)
    missing = int(np.count_nonzero(np.isnan(answers)))
    if missing:
        raise StudyError(
            tr(
                "“{column}” has no value in {missing:,} of {rows:,} scenarios, so that its spread "
                "is not known. Ask about another output.",
                column=column,
                missing=missing,
                rows=len(answers),
            )
        )
    effects: tuple[FactorEffect, ...] = ()
    if np.ptp(answers) > 0:
        found = _sobol if method == "sobol" else _morris
        effects = found(design, shares, answers.reshape(shares.shape[:-1]))
    yield FactorEffects(method, column, design.plan.starts[start].id, len(flat), seed, effects)


def _answers(design: Design, start: int, shares: Floats) -> Floats:
    rows = len(shares)
    zeros = np.zeros(rows, dtype=np.int64)
    places = Places(np.full(rows, start, dtype=np.int64), zeros, zeros)
    return solved_at(design, places, values_at(design, start, shares))


def _sobol(design: Design, _shares: Floats, answers: Floats) -> tuple[FactorEffect, ...]:
    found = sobol_effects(answers, seed=design.plan.seed)
    return _ranked(design, found.first, found.first_half, found.total, found.total_half)


def _morris(design: Design, shares: Floats, answers: Floats) -> tuple[FactorEffect, ...]:
    found = morris_effects(shares, answers, seed=design.plan.seed)
    return _ranked(design, found.mean_size, found.half, found.spread, np.zeros(len(found.spread)))


def _ranked(design: Design, *numbers: Floats) -> tuple[FactorEffect, ...]:
    """Return the effects of all factors: by their total effect, or by the size of the change."""
    first, first_half, second, second_half = (each.tolist() for each in numbers)
    effects = [
        FactorEffect(factor.key, *values)
        for factor, *values in zip(
            design.plan.factors, first, first_half, second, second_half, strict=True
        )
    ]
    return tuple(sorted(effects, key=lambda each: -max(each.first, each.second)))
