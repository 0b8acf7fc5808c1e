"""How sure: one scenario over assumption sets, first a few of them, then ever more."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from math import ceil

import numpy as np

from explorer.model.case import Case
from explorer.model.package import package_of
from explorer.model.result import Floats, Result
from explorer.model.scenario import Scenario
from explorer.model.study import SEED, RowSureness, Span, Sureness
from explorer.solver.many_worlds import Outcomes, RowOutcomes, joined, outcomes, row_outcomes
from explorer.solver.structure import structure_answers
from explorer.solver.uncertain import assumption_sets, drawn_parts

SETS = 1000
"""Assumption sets of a whole study."""

FIRST_SETS = 24
"""Sets of the first answer, few enough for one frame."""

STEP_SETS = 64
"""Sets that are added between two answers, few enough not to hold up a hand."""

LARGEST_SHARE = 16
"""Beyond a whole study, an answer adds one set to so many that were looked at before."""

SOFT_SETS, QUICK_SETS = SETS, 24
"""Sets behind the soft ends of the board, at rest (as many as a whole study, so that both say the
same) and while a hand moves."""

LOW, HIGH = 0.1, 0.9
"""Between which shares of the sets soft ends reach."""


def sureness_steps(scenario: Scenario, *, seed: int = SEED, sets: int = SETS) -> Iterator[Sureness]:
    """Yield what assumption sets say of a scenario, again and again with more of them.

    Each answer holds for all sets so far; whoever asks may stop at any time.

    ``seed``: A whole number that is not negative. ``sets``: How many sets in the end, at least 1.
    """
    case = scenario.case
    packages = tuple(package_of(case, each.levels) for each in case.packages)
    parts: list[Outcomes] = []
    for draws in drawn_parts(scenario, step_sizes(sets), seed=seed):
        parts.append(outcomes(scenario, draws, packages))
        yield _sureness(scenario, joined(parts), seed, sets)
    found = _sureness(scenario, joined(parts), seed, sets)
    for answer in structure_answers(scenario):
        found = replace(found, structure=(*found.structure, answer))
        yield found


def step_sizes(sets: int) -> Iterator[int]:
    """Yield how many sets each answer adds, ``sets`` in all."""
    done = 0
    while done < sets:
        # Each answer looks at all sets so far: were every step as small as the first ones, a
        # million sets would take sixteen thousand looks at up to a million.
        wanted = max(STEP_SETS, done // LARGEST_SHARE) if done else FIRST_SETS
        yield min(wanted, sets - done)
        done += wanted


def sureness(scenario: Scenario, *, seed: int = SEED, sets: int = SETS) -> Sureness:
    """Return what all assumption sets say of a scenario; see :func:`sureness_steps`."""
    *_, last = sureness_steps(scenario, seed=seed, sets=sets)
    return last


def _sureness(scenario: Scenario, found: Outcomes, seed: int, wanted: int) -> Sureness:
    case = scenario.case
    packages = found.packages.sum(axis=1)
    low, middle, high = np.quantile(packages, (LOW, 0.5, HIGH), method="inverted_cdf").tolist()
    return Sureness(
        scenario=scenario,
        seed=seed,
        sets=found.size,
        wanted=wanted,
        zone_sets=int(np.count_nonzero(packages)),
        packages=(int(low), int(middle), int(high)),
        classes=tuple(
            (each.id, int(np.count_nonzero(found.packages[:, place])))
            for place, each in enumerate(case.classes)
        ),
        rows=_rows(case, RowOutcomes(found.floors, found.limits, found.is_open)),
        named=tuple(
            (each.id, int(np.count_nonzero(found.is_in_zone[:, place])))
            for place, each in enumerate(case.packages)
        ),
    )


@lru_cache(maxsize=4)
def soft_rows(result: Result, seed: int, sets: int) -> tuple[RowSureness, ...]:
    """Return the board's rows over assumption sets and nothing else: a tenth of the work.

    Parameters
    ----------
    result
        Of the scenario whose rows are wanted; the same object again costs nothing.
    seed, sets
        See :func:`sureness_steps`.
    """
    draws = assumption_sets(result.scenario, sets, seed=seed)
    return _rows(result.scenario.case, row_outcomes(result.scenario, draws))


def _rows(case: Case, found: RowOutcomes) -> tuple[RowSureness, ...]:
    floors, limits = _ends(found.floors), _ends(found.limits)
    open_sets = np.count_nonzero(found.is_open, axis=0).tolist()
    return tuple(
        RowSureness(row.id, len(found.is_open), opened, floor, limit)
        for row, opened, floor, limit in zip(case.rows, open_sets, floors, limits, strict=True)
    )


def _ends(points: Floats) -> list[Span]:
    """Return between which points most worlds of each column lie.

    Always a point that occurs, never the mean of two: one of them may be infinite.
    """
    ordered = np.sort(points, axis=0)
    low, high = (max(0, ceil(share * len(points)) - 1) for share in (LOW, HIGH))
    return list(zip(ordered[low].tolist(), ordered[high].tolist(), strict=True))
