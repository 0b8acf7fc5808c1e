"""Breaking points in words: how resilient an answer is, and what turns it into its opposite."""

from explorer.figures.opening import move_title, pair_title
from explorer.figures.phrase import capitalised, listed, scale_text
from explorer.figures.table import percent_text, points_text
from explorer.figures.uncertain_words import uncertain_name
from explorer.model.breaking import (
    AssumptionFlip,
    Breaking,
    Claim,
    ControlMove,
    MovePair,
    Resilience,
)
from explorer.model.case import Case
from explorer.model.scenario import Scenario
from explorer.model.wording import tr, tr_n

THREAD, LITTLE, SOME, WELL = 0.05, 0.15, 0.3, 0.6
"""Up to which share of the way an answer hangs by a thread, hangs on little, holds loosely, and
holds well; beyond the last it holds firmly. The guide tells these rules."""

HALF_PERCENT = 0.005
"""The least share that is told as a whole percentage."""

THINNEST = 3
"""How many of the assumptions that turn an answer alone a sentence names."""


def resilience_words(share: float | None) -> str:
    """Return how resilient an answer is, from "hangs by a thread" to "holds however"."""
    if share is None:
        return tr("holds however")
    if share <= THREAD:
        return tr("hangs by a thread")
    if share <= LITTLE:
        return tr("hangs on little")
    if share <= SOME:
        return tr("holds loosely")
    return tr("holds well") if share <= WELL else tr("holds firmly")


def claim_name(case: Case, claim: Claim) -> str:
    """Return what an answer is about, within a sentence."""
    if claim.kind == "zone":
        return tr("the deal zone")
    if claim.kind == "row":
        return case.row(claim.id).short
    named = [each.short for each in case.packages if each.id == claim.id]
    return named[0] if named else tr("this package")


def state_words(claim: Claim, *, is_true: bool) -> str:
    """Return what an answer says, such as "open" or "not in the zone"."""
    if claim.kind == "zone":
        return tr("not empty") if is_true else tr("empty")
    if claim.kind == "row":
        return tr("open") if is_true else tr("closed")
    return tr("in the zone") if is_true else tr("not in the zone")


def claim_words(case: Case, rung: Resilience) -> str:
    """Return an answer in a few words, such as "Test pause: open"."""
    return tr(
        "{name}: {state}",
        name=capitalised(claim_name(case, rung.claim)),
        state=state_words(rung.claim, is_true=rung.is_true),
    )


def rung_words(case: Case, rung: Resilience) -> str:
    """Return in a sentence how far all assumptions must move until an answer turns."""
    words = {
        "name": capitalised(claim_name(case, rung.claim)),
        "state": state_words(rung.claim, is_true=rung.is_true),
        "other": state_words(rung.claim, is_true=not rung.is_true),
        "how": resilience_words(rung.share),
    }
    if not rung.ends:
        return tr(
            "{name} is {state}, and no assumption bears on that: it holds however they move, since "
            "the settings alone decide.",
            **words,
        )
    if rung.share is None:
        return tr(
            "{name} is {state}, and stays so even if all assumptions together move to the ends "
            "that speak against it: it holds however.",
            **words,
        )
    share = share_words(rung.share)
    said = tr(
        "{name} is {state}; it would be {other} if all assumptions together moved {share} of the "
        "way to the ends that speak against it: it {how}.",
        share=share,
        **words,
    )
    if rung.is_monotone:
        return said
    return tr("{sentence} Further on it turns back: more is not always worse.", sentence=said)


def share_words(share: float) -> str:
    """Return a share of a way as a whole percentage; what is more than nothing is never 0 %."""
    return percent_text(share) if share >= HALF_PERCENT else tr("under 1\N{NO-BREAK SPACE}%")


def asked_words(case: Case, found: Breaking) -> str:
    """Return what is known of one answer in sentences: its resilience, then the thinnest parts."""
    said = rung_words(case, found.resilience)
    flips = found.flips
    if flips is None:
        return said
    if not flips:
        alone = tr("No assumption alone turns it within its range.")
        return tr("{first} {second}", first=said, second=alone)
    names = listed(
        tr("“{line}”", line=uncertain_name(case, flip.assumption)) for flip in flips[:THINNEST]
    )
    if len(flips) > THINNEST:
        alone = tr(
            "{n} assumptions each turn it alone, above all {names}.", n=len(flips), names=names
        )
    else:
        alone = tr_n(
            "{n} assumption alone turns it: {names}.",
            "{n} assumptions each turn it alone: {names}.",
            len(flips),
            names=names,
        )
    return tr("{first} {second}", first=said, second=alone)


def move_words(scenario: Scenario, move: ControlMove) -> str:
    """Return one move and how far it is, as a sentence."""
    words = tr(
        "{move}: {share} of its range.",
        move=move_title(scenario, move),
        share=percent_text(move.share),
    )
    if move.mover != "nobody":
        return words
    return tr("{sentence} Nobody can change this.", sentence=words)


def pair_sentence(scenario: Scenario, pair: MovePair) -> str:
    """Return two moves and how far they are, as a sentence."""
    return tr(
        "{moves}: {shares} of their ranges.",
        moves=pair_title(scenario, pair),
        shares=pair_shares(pair),
    )


def pair_shares(pair: MovePair) -> str:
    """Return how far each of two controls moves."""
    first, second = (percent_text(move.share) for move in pair.moves)
    return tr("{first} and {second}", first=first, second=second)


def flip_words(case: Case, flip: AssumptionFlip) -> str:
    """Return where on its range one assumption turns an answer, as a sentence."""
    said = tr(
        "{name}: {place}.", name=uncertain_name(case, flip.assumption), place=range_words(flip)
    )
    if flip.is_monotone:
        return said
    return tr("{sentence} Further on it turns back: more is not always worse.", sentence=said)


def range_words(flip: AssumptionFlip) -> str:
    """Return a place on a range, such as "turns at 88, the case has 75, the range is 50 to 90"."""
    value, now, low, high = (
        value_words(flip.assumption, number)
        for number in (flip.value, flip.likely, flip.low, flip.high)
    )
    return tr(
        "turns at {value}, the case has {now}, the range is {low} to {high}",
        value=value,
        now=now,
        low=low,
        high=high,
    )


def value_words(assumption: str, value: float) -> str:
    """Return a value of an assumption in its own unit, with no more digits than it can bear.

    A factor on what an issue costs or brings is told as a percentage of what the case says, a
    share as one too; everything else in points or on its scale.
    """
    kind = assumption.partition(".")[0]
    if kind in ("issues", "discounts", "ending_shares"):
        return percent_text(value).replace("-", "\N{MINUS SIGN}")
    return scale_text(value) if kind == "controls" else points_text(value)
