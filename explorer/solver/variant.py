"""Variants of a scenario: the same settings, with other private values of both sides."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from explorer.model.assumption import Assumption, assumptions, with_estimates
from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.estimate import Estimate
from explorer.model.parameter import scaled_estimate
from explorer.model.scenario import Scenario, default_scenario
from explorer.solver.uncertain import (
    Draws,
    benefit_id,
    cost_id,
    draws_at,
    headline_id,
    uncertain_numbers,
    waiting_id,
)

_PRIVATE_PLACES = ("issues.", "sender_stakes.", "target_stakes.")
"""How ids of draws begin that only one side knows."""


def variant_scenario(scenario: Scenario, variant: int, *, seed: int) -> Scenario:
    """Return a scenario with private values drawn within the ranges of the case's assumptions.

    Private is what only a side itself knows: what its issues cost it, what the other's bring it,
    what waiting and a deal as such are worth to it. Everything else stays: lines, trust, leverage.

    Parameters
    ----------
    scenario
        What is varied.
    variant
        0 for the scenario itself, else which of the drawn sets, from 1.
    seed
        A whole number that is not negative; the same one gives the same sets, however many are
        asked for.
    """
    if not variant:
        return scenario
    return scenario.with_case(_variant_case(ByIdentity(scenario.case), variant, seed))


def private_draws(case: Case, count: int, *, seed: int) -> Draws:
    """Return sets of private values of a case; fewer of the same seed are the first of more."""
    private = tuple(
        each
        for each in uncertain_numbers(default_scenario(case))
        if each.id.startswith(_PRIVATE_PLACES)
    )
    shares = np.random.default_rng(seed).random((count, len(private)))
    return draws_at(private, shares)


@lru_cache(maxsize=64)
def _variant_case(key: ByIdentity, variant: int, seed: int) -> Case:
    case = key.case
    draws = private_draws(case, variant, seed=seed)
    drawn = {place: float(values[variant - 1]) for place, values in draws.numbers.items()}
    items = {item.id: item for item in assumptions(case)}
    edits = {id_: _edited(items[id_], drawn[place]) for id_, place in _private(case, drawn)}
    return with_estimates(case, edits)


def _edited(item: Assumption, drawn: float) -> Estimate:
    if item.kind == "levels":
        return scaled_estimate(item, drawn)
    return Estimate((drawn,), item.estimate.low, item.estimate.high)


def _private(case: Case, drawn: dict[str, float]) -> Iterator[tuple[str, str]]:
    """Yield (id of an assumption, id of what is drawn for it) of all private values."""
    places: list[tuple[str, str]] = []
    for issue in case.issues:
        place = cost_id(issue.id)
        places.append((f"issues.{issue.id}.cost.base", place))
        places += [
            (f"issues.{issue.id}.cost.slopes.{slope.control}.series", place)
            for slope in issue.cost.slopes
        ]
        places.append((f"issues.{issue.id}.benefit.points", benefit_id(issue.id)))
    for role, stakes in (("sender", case.sender_stakes), ("target", case.target_stakes)):
        places.append((f"{role}_stakes.waiting.base", waiting_id(role)))
        places += [
            (
                f"{role}_stakes.waiting.slopes.{slope.control}.amount",
                waiting_id(role, slope.control),
            )
            for slope in stakes.waiting.slopes
        ]
        places.append((f"{role}_stakes.headline.points", headline_id(role)))
    return ((id_, place) for id_, place in places if place in drawn)
