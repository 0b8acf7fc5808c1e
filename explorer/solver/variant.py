"""Variants of a scenario: the same settings, with other private values of both sides."""

from collections.abc import Iterator
from functools import lru_cache

from explorer.model.assumption import Assumption, assumptions, with_estimates
from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.estimate import Estimate
from explorer.model.parameter import scaled_estimate
from explorer.model.scenario import Scenario
from explorer.solver.uncertain import assumption_sets, benefit_id, cost_id, headline_id, waiting_id


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
    return scenario.with_case(_variant_case(_Key(scenario), variant, seed))


class _Key:
    """A scenario as a key: the same case, the very one, at equal settings."""

    __slots__ = ("_same", "scenario")

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._same = (ByIdentity(scenario.case), scenario.values)

    def __hash__(self) -> int:
        return hash(self._same)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._same == other._same


@lru_cache(maxsize=64)
def _variant_case(key: _Key, variant: int, seed: int) -> Case:
    case = key.scenario.case
    draws = assumption_sets(key.scenario, variant, seed=seed)
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
