"""Breaking points: how far the assumptions must move until each answer turns."""

from collections.abc import Iterator

from explorer.figures.breaking_words import (
    claim_words,
    flip_words,
    resilience_words,
    rung_words,
    share_words,
)
from explorer.model.breaking import ZONE, Resilience, row_claims
from explorer.model.result import Result
from explorer.model.wording import tr
from explorer.paper.paper import Block, Grid, Heading, Paragraph, Points
from explorer.studies.breaking import assumption_flips
from explorer.studies.resilience import resiliences

MOST_FLIPS = 5
"""Assumptions that are named which turn an answer alone; of more the thinnest."""


def breaking_blocks(result: Result) -> Iterator[Block]:
    """Yield the resilience of every answer, and what the thinnest of them hangs on."""
    case = result.scenario.case
    rungs = resiliences(result, (ZONE, *row_claims(result)))
    yield Heading(tr("Breaking points"), 2)
    yield Paragraph(
        tr(
            "How far all assumptions together must move towards the ends of their ranges that "
            "speak against an answer, until it turns. A distance, never a chance."
        )
    )
    heads = (tr("Answer"), tr("It turns at"), tr("In words"))
    rows = tuple(
        (claim_words(case, rung), _share(rung), resilience_words(rung.share)) for rung in rungs
    )
    yield Grid(tr("Resilience"), heads, rows)
    thin = [rung for rung in rungs if rung.share is not None]
    if thin:
        yield from _thinnest(result, min(thin, key=_distance))


def _thinnest(result: Result, rung: Resilience) -> Iterator[Block]:
    case = result.scenario.case
    yield Paragraph(rung_words(case, rung))
    flips = assumption_flips(result, rung.claim)
    if flips:
        yield Paragraph(tr("These assumptions turn it alone, the thinnest first:"))
        yield Points(tuple(flip_words(case, flip) for flip in flips[:MOST_FLIPS]))
    else:
        yield Paragraph(tr("No assumption turns it alone within its range."))


def _share(rung: Resilience) -> str:
    return tr("never") if rung.share is None else share_words(rung.share)


def _distance(rung: Resilience) -> float:
    return 1.0 if rung.share is None else rung.share
