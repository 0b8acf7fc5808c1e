"""A hold-out: models chosen by the early answers of a record, and scored on the later ones."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from explorer.model.assumption import assumptions, with_estimates
from explorer.model.case import Case
from explorer.model.estimate import Estimate
from explorer.model.history_year import day_scenario
from explorer.model.package import bundle_index, package_of
from explorer.model.record import Record
from explorer.model.record_result import CheckedProposal, HoldOutOutcome, RecordCheck
from explorer.model.result import Counts
from explorer.solver.record_check import SameRecord, record_findings
from explorer.solver.side import TOLERANCE
from explorer.solver.uncertain import assumption_sets
from explorer.solver.worlds import worlds

SETS = 100
"""How many assumption sets are looked at in each structure."""

SEED = 1994
"""The seed of the sets, so that the same models are looked at everywhere."""

Flags = NDArray[np.bool_]


def record_hold_out(case: Case, record: Record) -> HoldOutOutcome | None:
    """Return the hold-out of a record, found once and kept for the last few cases.

    See :func:`hold_out`.
    """
    return _found(SameRecord(case, record))


@lru_cache(maxsize=4)
def _found(key: SameRecord) -> HoldOutOutcome | None:
    return hold_out(key.case, key.record, record_findings(key.case, key.record).plain)


def hold_out(case: Case, record: Record, check: RecordCheck) -> HoldOutOutcome | None:
    """Return how the models that answer best before a year answer from that year on.

    A model is one option of each structure choice and one assumption set; sets draw the case's
    numbers from their ranges, and trust around its value of the day. Red lines are not drawn, and
    so coherence rules have no say. None where one of both stretches has no answer.

    Parameters
    ----------
    case, record
        A case and a record that fits it.
    check
        The check of the same record without red lines.
    """
    if not (check.tally("before").total and check.tally("after").total):
        return None
    found = [_hits(variant, record, check) for variant in _structures(case)]
    before = np.concatenate([early for early, _ in found])
    after = np.concatenate([late for _, late in found])
    best = before == before.max()
    return HoldOutOutcome(
        models=len(before),
        best=int(best.sum()),
        before=int(before.max()),
        after=float(after[best].mean()),
        after_of_all=float(after.mean()),
    )


def _structures(case: Case) -> Iterator[Case]:
    """Yield the case under every combination of the choices that can change a gain."""
    rules = {choice.id for choice in case.structure if choice.kind == "coherence"}
    choices = [
        item
        for item in assumptions(case)
        if item.kind == "choice" and item.id.rpartition(".")[2] not in rules
    ]
    for places in product(*(range(len(item.options)) for item in choices)):
        # An option has no range.
        chosen = (Estimate((float(place),), low=place, high=place) for place in places)
        yield with_estimates(
            case, {item.id: each for item, each in zip(choices, chosen, strict=True)}
        )


def _hits(case: Case, record: Record, check: RecordCheck) -> tuple[Counts, Counts]:
    """Return in how many answers each set agrees, before the year and from it on."""
    early, late = np.zeros(SETS, dtype=np.int64), np.zeros(SETS, dtype=np.int64)
    for each in check.proposals:
        hits = late if each.episode.start.year >= (check.apart_from or 0) else early
        for answer, says_yes in zip(each.answers, _answers(case, record, each), strict=True):
            hits += says_yes == answer.said_yes
    return early, late


def _answers(case: Case, record: Record, each: CheckedProposal) -> tuple[Flags, Flags]:
    """Return in which sets the sender and the target gain by a proposal, (sets) each."""
    scenario = day_scenario(case, record, each.episode.start, with_lines=False)
    package = package_of(case, each.proposal.levels)
    bundle = np.array([bundle_index(case.target_shape, package.target)], dtype=np.int64)
    place = bundle_index(case.sender_shape, package.sender)
    found = worlds(scenario, assumption_sets(scenario, SETS, seed=SEED)).sides(bundle)
    sender = found.limit[:, 0] - found.price[:, place]
    target = found.worth[:, place] - found.need[:, 0]
    return sender >= -TOLERANCE, target >= -TOLERANCE
