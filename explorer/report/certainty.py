"""How sure an answer is: over assumptions, under other structures, seen by others, and nearby."""

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.figures.lens_words import lens_title, shift_words, zone_words
from explorer.figures.mover_words import with_mover
from explorer.figures.phrase import capitalised, open_count, scale_text
from explorer.figures.source_words import source_text
from explorer.figures.study import of_hundred
from explorer.figures.sureness import sureness_figure
from explorer.model.control import Control, mover_to
from explorer.model.lens import Lens
from explorer.model.result import Result
from explorer.model.study import Sureness
from explorer.model.wording import tr, tr_n
from explorer.paper.paper import Block, Grid, Heading, Paragraph, Points
from explorer.solver.lens import lens_counts
from explorer.solver.sweep import all_sweeps

MOST_INDICATORS = 10
"""Indicators that a reader can keep in view."""


def sureness_line(found: Sureness) -> str:
    """Return in a sentence in how many assumption sets there is a zone."""
    return tr(
        "There is a deal zone in {words} assumption sets drawn from the ranges of all numbers "
        "({sets:,} sets, seed {seed}); that is a statement about the assumptions, not a chance.",
        words=of_hundred(found.zone_sets, found.sets),
        sets=found.sets,
        seed=found.seed,
    )


def certainty_blocks(found: Sureness) -> Iterator[Block]:
    """Yield in how many assumption sets what holds, and what other structures would answer."""
    figure = sureness_figure(found)
    yield Heading(tr("Uncertainty: how sure"))
    yield Paragraph(sureness_line(found))
    bars = [bar for group in figure.groups for bar in group.bars]
    rows = tuple((bar.name, bar.words) for bar in bars if bar.value is not None)
    heads = (tr("What"), tr("Assumption sets in which it holds"))
    yield Grid(tr("Over the ranges of the assumptions"), heads, rows)
    others = tuple((bar.name, bar.words) for bar in bars if bar.value is None)
    if others:
        heads = (tr("If the model were built so"), tr("The answer"))
        yield Grid(tr("Under other structures"), heads, others)
    yield from (Paragraph(note) for note in figure.notes)


def counter_blocks(result: Result) -> Iterator[Block]:
    """Yield the strongest argument against the answer among the positions that the case knows."""
    case = result.scenario.case
    yield Heading(tr("Alternatives: the strongest counter-argument"))
    counts = lens_counts(result.scenario)
    now = result.zone.packages, open_count(result)
    if not counts:
        yield Paragraph(tr("The case knows no other position."))
        return
    lens = max(case.lenses, key=lambda each: _distance(counts[each.id], now))
    if counts[lens.id][1] == now[1]:
        yield Paragraph(
            tr_n(
                "The case knows {n} other position; it does not change how many commitments are "
                "open.",
                "The case knows {n} other positions; none changes how many commitments are open.",
                len(case.lenses),
            )
        )
    else:
        yield from _argument(result, lens, counts[lens.id])
    rows = tuple(
        (lens_title(each), zone_words(*counts[each.id], len(case.rows))) for each in case.lenses
    )
    heads = (tr("Position"), tr("Deal zone as it sees it"))
    yield Grid(tr("The same settings as others see them"), heads, rows)


def _argument(result: Result, lens: Lens, count: tuple[int, int]) -> Iterator[Block]:
    case = result.scenario.case
    yield Paragraph(tr("{who}: “{claim}”", who=lens_title(lens), claim=lens.claim), is_strong=True)
    yield Paragraph(
        tr(
            "Seen so, the answer is {then} in place of {now}. It sets {shift}. {note}",
            then=zone_words(*count, len(case.rows)),
            now=zone_words(result.zone.packages, open_count(result), len(case.rows)),
            shift=shift_words(case, lens, result.scenario),
            note=lens.note,
        )
    )
    yield Paragraph(tr("Source: {source}", source=source_text(case, lens.source)), is_note=True)


def _distance(count: tuple[int, int], now: tuple[int, int]) -> tuple[int, int]:
    return abs(count[1] - now[1]), abs(count[0] - now[0])


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something to be observed that would turn an answer.

    ``distance`` is how far the control is from there, in its own units from 0 to 100; ``words``
    say what is seen and what it means.
    """

    distance: float
    words: str


def indicator_blocks(result: Result) -> Iterator[Block]:
    """Yield what to watch: the nearest values of single factors at which a commitment turns."""
    found = sorted(indicators(result), key=lambda each: each.distance)
    yield Heading(tr("Indicators to watch"))
    if not found:
        yield Paragraph(tr("No single factor turns any commitment anywhere on its range."))
        return
    yield Paragraph(tr("Nearest first; each alone would turn what it names."))
    yield Points(tuple(each.words for each in found[:MOST_INDICATORS]))


def indicators(result: Result) -> Iterator[Indicator]:
    """Yield for each scale and commitment the nearest value on either side at which it turns."""
    scenario = result.scenario
    case = scenario.case
    names = {row.id: row.short for row in case.rows}
    for sweep in all_sweeps(scenario):
        control = case.control(sweep.control_id)
        if control.kind != "scale":
            continue
        now = scenario.value(control.id)
        nearest: dict[tuple[str, bool], tuple[float, bool]] = {}
        for row_id, value, opens in sweep.tipping:
            rises = value > now
            known = nearest.get((row_id, rises))
            if known is None or abs(value - now) < abs(known[0] - now):
                nearest[row_id, rises] = value, opens
        for (row_id, rises), (value, opens) in nearest.items():
            # Below a value at which a row opens while the factor rises it is closed.
            what = _what(control, names[row_id], value, rises=rises, opens=opens == rises)
            mover = mover_to(control, value, now=now)
            yield Indicator(abs(value - now), with_mover(case, mover, what))


def _what(control: Control, row: str, value: float, *, rises: bool, opens: bool) -> str:
    words = {"control": control.name, "value": scale_text(value), "row": capitalised(row)}
    if rises:
        if opens:
            return tr("{control} rises to {value}: {row} opens.", **words)
        return tr("{control} rises to {value}: {row} closes.", **words)
    if opens:
        return tr("{control} falls below {value}: {row} opens.", **words)
    return tr("{control} falls below {value}: {row} closes.", **words)
