"""What a report rests on: assumptions that were changed, numbers with a source, and sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.figures.assumption_words import change_text, full_title, likely_text
from explorer.figures.source_words import source_text
from explorer.model.assumption import (
    AssumptionChange,
    assumption,
    assumptions,
    changed_assumptions,
)
from explorer.model.case import Case
from explorer.model.wording import tr
from explorer.paper.paper import Block, Grid, Heading, Paragraph, Points

LOW_SHARE, HIGH_SHARE = 0.25, 0.75
"""Below and from which share of sourced numbers the confidence in the basis is low and high."""


@dataclass(frozen=True, slots=True)
class Sourcing:
    """How many numbers of a case rest on a source, on judgement, and on whoever changed them."""

    sourced: int
    judged: int
    changed: int

    @property
    def total(self) -> int:
        """All numbers that can be changed."""
        return self.sourced + self.judged + self.changed

    @property
    def share(self) -> float:
        """Which share of the numbers rests on a source, 0 to 1."""
        return self.sourced / self.total if self.total else 0.0


def sourcing(case: Case) -> Sourcing:
    """Return how many numbers of a case rest on what.

    A number is sourced if its source has a publisher or a date; the case's own judgement has none.
    """
    changed = {change.id for change in changed_assumptions(case)}
    dated = {source.id for source in case.sources if source.publisher or source.date}
    numbers = [item for item in assumptions(case) if item.id not in changed]
    sourced = sum(item.source in dated for item in numbers)
    return Sourcing(sourced, len(numbers) - sourced, len(changed))


def sourcing_sentence(case: Case) -> str:
    """Return in a sentence how many numbers are sourced and how many are judgement."""
    found = sourcing(case)
    words = tr(
        "Numbers that the answer rests on: {n}. From a published source: {sourced}. Judgement of "
        "the authors of the case: {judged}.",
        n=found.total,
        sourced=found.sourced,
        judged=found.judged,
    )
    if not found.changed:
        return words
    more = tr("Changed for this scenario: {n}.", n=found.changed)
    return f"{words} {more}"


def confidence_blocks(case: Case) -> Iterator[Block]:
    """Yield how good the basis is, which is another thing than how uncertain the answer is."""
    found = sourcing(case)
    word = tr("moderate")
    if found.share < LOW_SHARE:
        word = tr("low")
    elif found.share >= HIGH_SHARE:
        word = tr("high")
    yield Heading(tr("Confidence in the basis"))
    yield Paragraph(tr("Confidence: {word}.", word=word), is_strong=True)
    yield Paragraph(sourcing_sentence(case))
    yield Paragraph(
        tr(
            "Confidence says how good the basis is and not how likely anything is. The rule: low "
            "where fewer than {low:.0%} of the numbers have a published source, high from "
            "{high:.0%}, moderate between them.",
            low=LOW_SHARE,
            high=HIGH_SHARE,
        ),
        is_note=True,
    )


def assumption_blocks(case: Case) -> Iterator[Block]:
    """Yield which assumptions stand otherwise than in the case, each with what it was."""
    yield Heading(tr("Assumptions"))
    yield Paragraph(
        tr(
            "Assumptions are what is taken as given; the judgement above follows from them and "
            "from the settings by calculation."
        )
    )
    changes = changed_assumptions(case)
    if not changes:
        yield Paragraph(tr("No assumption of the case was changed."))
        return
    rows = tuple(_change_cells(case, change) for change in changes)
    heads = (tr("Assumption"), tr("Now"), tr("What was changed"))
    yield Grid(tr("Assumptions that were changed"), heads, rows)


def _change_cells(case: Case, change: AssumptionChange) -> tuple[str, str, str]:
    item = assumption(case, change.id)
    told = change_text(item, change.was, change.now)
    return full_title(case, item), likely_text(item, change.now), told


def structure_blocks(case: Case) -> Iterator[Block]:
    """Yield how the model is built where the case leaves a choice."""
    if not case.structure:
        return
    rows = tuple(
        (choice.name, choice.options[choice.place].name, choice.reason) for choice in case.structure
    )
    heads = (tr("Choice"), tr("As set"), tr("Why"))
    yield Grid(tr("How the model is built"), heads, rows)


def source_blocks(case: Case) -> Iterator[Block]:
    """Yield all sources of a case."""
    yield Heading(tr("Sources"))
    yield Paragraph(sourcing_sentence(case))
    yield Points(tuple(source_text(case, source.id) for source in case.sources), is_numbered=True)


def limit_blocks(case: Case) -> Iterator[Block]:
    """Yield what the model leaves out, in every case and in this one."""
    yield Heading(tr("What the model leaves out"))
    general = (
        tr("Weights are judgement: no data tell what an issue is worth to a leader."),
        tr("Scores add up; each issue counts for itself apart from the coherence rules."),
        tr("Each side decides as one; red lines and will stand in for politics at home."),
        tr("No time passes, and nobody grows stronger by waiting or by the deal itself."),
        tr("Both sides know what the other would accept; bluffs and learning are left out."),
        tr("A zone is not a deal, and counts of packages are not chances."),
    )
    yield Points((*general, *case.limits))
