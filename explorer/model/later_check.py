"""Checks of the dates of a case: what came later is later, and in order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.model.case import Case


def later_problems(case: Case) -> Iterator[str]:
    """Yield a sentence for each date that contradicts the day of the case."""
    if case.later and case.as_of is None:
        yield "later: what came later needs the day of the case; add as_of, as in 2025-10-23"
        return
    for place, fact in enumerate(case.later):
        if case.as_of is not None and fact.date <= case.as_of:
            yield f"later[{place}].date: {fact.date} is not after the day of the case, {case.as_of}"
    for place, (before, after) in enumerate(pairwise(case.later), 1):
        if after.date < before.date:
            yield f"later[{place}].date: {after.date} comes after {before.date}; put them in order"
