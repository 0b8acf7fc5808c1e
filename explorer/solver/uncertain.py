"""What is uncertain in a case, and draws of it: assumption sets that keep every order of levels."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.control import SCALE_MAXIMUM
from explorer.model.quantity import Quantity, Series
from explorer.model.result import Floats
from explorer.model.scenario import Scenario
from explorer.model.structure import fixed_ending
from explorer.solver.pert import pert_values


@dataclass(frozen=True, slots=True)
class Uncertain:
    """One number that assumption sets draw: between ``low`` and ``high``, most often ``likely``.

    ``id`` is the place of the number in the case, such as ``issues.ID.cost``, a factor on all that
    the issue costs, or ``controls.ID``, a credibility in the control's own units.
    """

    id: str
    low: float
    likely: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Several worlds in which a scenario is looked at; in each, some numbers are others.

    ``numbers`` holds drawn numbers by the id of their :class:`Uncertain`, ``controls`` drawn
    values of controls by id in the controls' own units; each array has ``size`` entries.
    """

    size: int
    numbers: Mapping[str, Floats] = field(default_factory=dict[str, Floats])
    controls: Mapping[str, Floats] = field(default_factory=dict[str, Floats])

    def part(self, start: int, stop: int) -> "Draws":
        """Return the worlds from one place up to, not with, another."""
        stop = min(stop, self.size)
        return Draws(
            stop - start,
            {name: values[start:stop] for name, values in self.numbers.items()},
            {name: values[start:stop] for name, values in self.controls.items()},
        )


def cost_id(issue_id: str) -> str:
    """Return the id of the factor on all that an issue costs its giver."""
    return f"issues.{issue_id}.cost"


def part_id(place: str, control: str) -> str:
    """Return the id of a factor on one part of a cost: its base, or its slope on a control.

    It multiplies the factor on the whole, whose id is ``place``. Assumption sets never draw it.
    """
    return f"{place}.{control or 'base'}"


def benefit_id(issue_id: str) -> str:
    """Return the id of the factor on all that an issue brings its receiver."""
    return f"issues.{issue_id}.benefit"


def discount_id(discount: str, control: str) -> str:
    """Return the id of a discount's slope on a control."""
    return f"discounts.{discount}.slopes.{control}"


def waiting_id(role: str, control: str = "") -> str:
    """Return the id of what waiting is worth to a role, or of its slope on a control."""
    return f"{role}_stakes.waiting." + (f"slopes.{control}" if control else "base")


def ending_id(share_id: str) -> str:
    """Return the id of the share of a support that ends with a deal."""
    return f"ending_shares.{share_id}"


def headline_id(role: str) -> str:
    """Return the id of what a deal as such is worth to a role."""
    return f"{role}_stakes.headline"


def control_key(control_id: str) -> str:
    """Return the id of a control that is uncertain itself."""
    return f"controls.{control_id}"


def uncertain_numbers(scenario: Scenario) -> tuple[Uncertain, ...]:
    """Return what assumption sets draw, in the case's order, without what has no range.

    Levels are never drawn one by one: one factor moves all that an issue costs, another all that
    it brings. A credibility is drawn around where its control stands: as far below and above as
    its range reaches from its default, and never beyond the scale.
    """
    moved = (each for each in _credibilities(scenario) if each.low < each.high)
    return (*_case_numbers(ByIdentity(scenario.case)), *moved)


@lru_cache(maxsize=8)
def _case_numbers(key: ByIdentity) -> tuple[Uncertain, ...]:
    return tuple(each for each in _numbers(key.case) if each.low < each.high)


def _numbers(case: Case) -> Iterator[Uncertain]:
    for issue in case.issues:
        yield _factor(cost_id(issue.id), issue.cost.base)
    for issue in case.issues:
        if issue.benefit is not None:
            yield _factor(benefit_id(issue.id), issue.benefit.points)
    for discount in case.discounts:
        for slope in discount.slopes:
            yield _quantity(discount_id(discount.id, slope.control), slope.amount)
    for item in case.ending_shares:
        # A structure choice that fixes it leaves nothing to draw.
        if fixed_ending(case, item.id) is None:
            yield _quantity(ending_id(item.id), item.share)
    for role, stakes in (("sender", case.sender_stakes), ("target", case.target_stakes)):
        yield _quantity(waiting_id(role), stakes.waiting.base)
        for slope in stakes.waiting.slopes:
            yield _quantity(waiting_id(role, slope.control), slope.amount)
        yield _quantity(headline_id(role), stakes.headline.points)


def _credibilities(scenario: Scenario) -> Iterator[Uncertain]:
    for control in scenario.case.controls:
        if control.kind == "scale" and control.role == "credibility":
            value = scenario.value(control.id)
            low = max(0.0, value - (control.default - control.low))
            high = min(float(SCALE_MAXIMUM), value + (control.high - control.default))
            yield Uncertain(control_key(control.id), low, value, high)


def _factor(place: str, series: Series) -> Uncertain:
    return Uncertain(place, series.low, 1.0, series.high)


def _quantity(place: str, quantity: Quantity) -> Uncertain:
    return Uncertain(place, quantity.low, quantity.value, quantity.high)


def draws_at(uncertain: tuple[Uncertain, ...], shares: Floats) -> Draws:
    """Return the worlds that stand at given shares of each number's spread.

    Parameters
    ----------
    uncertain
        The numbers that are drawn, n of them.
    shares
        (worlds, n), each from 0 to 1: how much of the number's distribution lies below.
    """
    spread = (
        pert_values(shares[:, place], each.low, each.likely, each.high)
        for place, each in enumerate(uncertain)
    )
    return _draws(uncertain, len(shares), spread)


def draws_of(uncertain: tuple[Uncertain, ...], values: Floats) -> Draws:
    """Return the worlds in which some numbers have given values.

    Parameters
    ----------
    uncertain
        The numbers, n of them.
    values
        (worlds, n), in each number's own units.
    """
    return _draws(uncertain, len(values), np.ascontiguousarray(values.T))


def _draws(uncertain: tuple[Uncertain, ...], size: int, values: Iterable[Floats]) -> Draws:
    numbers: dict[str, Floats] = {}
    controls: dict[str, Floats] = {}
    for each, own in zip(uncertain, values, strict=True):
        own.flags.writeable = False
        if each.id.startswith(control_key("")):
            controls[each.id.removeprefix(control_key(""))] = own
        else:
            numbers[each.id] = own
    return Draws(size, numbers, controls)


def assumption_sets(scenario: Scenario, count: int, *, seed: int) -> Draws:
    """Return assumption sets around a scenario; fewer of the same seed are the first of more.

    ``seed``: A whole number that is not negative; the same one gives the same sets everywhere.
    """
    return _drawn(uncertain_numbers(scenario), count, seed)


def drawn_parts(scenario: Scenario, sizes: Iterable[int], *, seed: int) -> Iterator[Draws]:
    """Yield the sets of :func:`assumption_sets` in parts of given sizes, one after the other.

    However many there are in the end, only one part is held at a time.
    """
    uncertain, random = uncertain_numbers(scenario), np.random.default_rng(seed)
    for size in sizes:
        yield draws_at(uncertain, random.random((size, len(uncertain))))


@lru_cache(maxsize=4)
def _drawn(uncertain: tuple[Uncertain, ...], count: int, seed: int) -> Draws:
    """Return the sets; kept, because most moves of a hand leave what is uncertain as it is."""
    shares = np.random.default_rng(seed).random((count, len(uncertain)))
    return draws_at(uncertain, shares)
