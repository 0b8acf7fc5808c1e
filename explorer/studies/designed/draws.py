"""Assumption sets of a study: those of *How sure*, any of them without the ones before."""

from collections.abc import Iterable, Iterator

import numpy as np

from explorer.model.case import Case
from explorer.model.result import Counts, Floats
from explorer.model.scenario import Scenario
from explorer.model.study_plan import StudyPlan
from explorer.solver.structure import with_options
from explorer.solver.uncertain import Draws, control_key, draws_at, uncertain_numbers
from explorer.studies.designed.counted import told
from explorer.studies.designed.numbers import whole_of, world_numbers


def drawn_ids(plan: StudyPlan, starts: Iterable[Scenario]) -> tuple[str, ...]:
    """Return the ids of what assumption sets draw in any row of a study; none if it has no sets.

    ``starts``: The scenarios that it starts from.
    """
    if plan.combine.kind != "assumption_sets":
        return ()
    found: dict[str, None] = {}
    for start in starts:
        hidden = replaced_ids(plan, start.case)
        for scenario in _restructured(plan, start):
            for each in uncertain_numbers(scenario):
                if each.id not in hidden:
                    found.setdefault(each.id)
    return tuple(found)


def _restructured(plan: StudyPlan, start: Scenario) -> Iterator[Scenario]:
    """Yield a start under every option of each structure choice that is varied."""
    yield start
    for factor in plan.factors:
        if factor.kind == "structure":
            choice = next(each for each in start.case.structure if each.id == factor.choice)
            for option in factor.options or [option.id for option in choice.options]:
                yield with_options(start, {choice.id: option})


def replaced_ids(plan: StudyPlan, case: Case) -> frozenset[str]:
    """Return the ids of what sets would draw but a factor of the study varies in its place."""
    places = world_numbers(case)
    found: set[str] = set()
    for factor in plan.factors:
        if factor.kind == "control":
            found.add(control_key(factor.control))
        elif factor.kind == "assumption" and factor.assumption in places:
            found.add(whole_of(places[factor.assumption]))
    return frozenset(found)


def set_draws(scenario: Scenario, sets: Counts, plan: StudyPlan) -> Draws:
    """Return a scenario's assumption sets with numbers (n), counted from 0.

    They are those that :func:`explorer.solver.uncertain.assumption_sets` draws with the study's
    seed, to fifteen digits and without what a factor varies.
    """
    hidden = replaced_ids(plan, scenario.case)
    uncertain = uncertain_numbers(scenario)
    shares = _shares(sets, len(uncertain), plan.seed)
    chosen = [place for place, each in enumerate(uncertain) if each.id not in hidden]
    drawn = draws_at(tuple(uncertain[place] for place in chosen), shares[:, chosen])
    return Draws(
        drawn.size,
        {name: told(values) for name, values in drawn.numbers.items()},
        {name: told(values) for name, values in drawn.controls.items()},
    )


def _shares(sets: Counts, count: int, seed: int) -> Floats:
    """Return the shares that a generator would draw for sets with numbers (n), (n, count)."""
    shares = np.empty((len(sets), count))
    starts = np.flatnonzero(np.diff(sets, prepend=-2) != 1)
    for start, stop in zip(starts, [*starts[1:], len(sets)], strict=True):
        # One step of the generator for each share: it can be put to where a set begins.
        bits = np.random.PCG64(seed).advance(int(sets[start]) * count)
        shares[start:stop] = np.random.Generator(bits).random((stop - start, count))
    return shares
