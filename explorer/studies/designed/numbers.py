"""Which assumptions are numbers that a world may have of its own, and which make another case.

Most assumptions only weigh terms that all worlds share, so that many worlds are solved together;
see :mod:`explorer.solver.worlds`. Any other makes a variation of the case, with tables of its own.
"""

from collections.abc import Iterator
from functools import lru_cache

from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.solver.uncertain import (
    benefit_id,
    cost_id,
    discount_id,
    ending_id,
    headline_id,
    part_id,
    waiting_id,
)

_COST = ".cost"


def world_numbers(case: Case) -> dict[str, str]:
    """Return by the id of each assumption that a world may have of its own: the draw that sets it.

    Where the assumption has one value for each level, the draw is a factor on all of them.
    """
    return _world_numbers(ByIdentity(case))


@lru_cache(maxsize=8)
def _world_numbers(key: ByIdentity) -> dict[str, str]:
    return dict(_pairs(key.case))


def _pairs(case: Case) -> Iterator[tuple[str, str]]:
    for issue in case.issues:
        cost = cost_id(issue.id)
        yield f"{cost}.base", part_id(cost, "")
        for slope in issue.cost.slopes:
            yield f"{cost}.slopes.{slope.control}.series", part_id(cost, slope.control)
        if issue.benefit is not None:
            yield f"{benefit_id(issue.id)}.points", benefit_id(issue.id)
    for discount in case.discounts:
        for slope in discount.slopes:
            place = discount_id(discount.id, slope.control)
            yield f"{place}.amount", place
    for item in case.ending_shares:
        yield f"{ending_id(item.id)}.share", ending_id(item.id)
    for role, stakes in (("sender", case.sender_stakes), ("target", case.target_stakes)):
        yield waiting_id(role), waiting_id(role)
        for slope in stakes.waiting.slopes:
            yield f"{waiting_id(role, slope.control)}.amount", waiting_id(role, slope.control)
        yield f"{headline_id(role)}.points", headline_id(role)


def whole_of(draw_id: str) -> str:
    """Return the number of assumption sets that moves what a draw moves, as a whole.

    One factor moves all that an issue costs, its base and its slopes together.
    """
    place, _, _ = draw_id.partition(f"{_COST}.")
    return draw_id if place == draw_id else place + _COST


def drawn_assumptions(case: Case, drawn_id: str) -> tuple[str, ...]:
    """Return the assumptions that a number of assumption sets moves; none for a control."""
    return tuple(
        assumption_id
        for assumption_id, place in world_numbers(case).items()
        if whole_of(place) == drawn_id
    )
