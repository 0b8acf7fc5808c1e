"""The debrief of a role play as slides: what is put on the wall while the class talks."""

import math
from collections.abc import Iterable, Iterator

from explorer.classroom.tables.debrief import (
    Debrief,
    agreed_title,
    asked_words,
    gains_pictures,
    missed_title,
    missed_words,
    predicted_title,
)
from explorer.classroom.tables.questions import debrief_questions
from explorer.classroom.tables.role_sheet import foot_words
from explorer.classroom.tables.score_tables import broken_table, class_words
from explorer.classroom.tables.scores import Spread
from explorer.classroom.tables.sheets import language_tag
from explorer.figures.phrase import listed
from explorer.model.wording import tr
from explorer.paper.slides import Slide, SlideDeck

LINE_CHARACTERS = 70
"""Characters of a line of a slide of words: twelve inches of letters of 24 points."""

SLIDE_LINES = 13
"""Lines that a slide has room for below its title."""


def debrief_slides(debrief: Debrief) -> SlideDeck:
    """Return the debrief as slides, in the order of the document."""
    debrief = debrief.shown()
    plan = debrief.found.plan
    return SlideDeck(
        tr("Debrief of the role play"),
        tuple(_slides(debrief)),
        foot_words(plan),
        language_tag(),
        origin=debrief.origin,
    )


def word_slides(title: str, sentences: Iterable[str], notes: str = "") -> Iterator[Slide]:
    """Yield as many slides of words as the sentences need; none for none.

    A sentence is never parted, unless it is longer than a slide by itself.
    """
    shown: list[str] = []
    for part in (part for each in sentences for part in _parts(each)):
        if shown and sum(map(_lines, (*shown, part))) > SLIDE_LINES:
            yield Slide(title, caption="\n".join(shown), notes=notes)
            shown = []
        shown.append(part)
    if shown:
        yield Slide(title, caption="\n".join(shown), notes=notes)


def _slides(debrief: Debrief) -> Iterator[Slide]:
    found = debrief.found
    yield from word_slides(tr("What was asked"), (asked_words(found),))
    yield from word_slides(predicted_title(), debrief.predicted)
    yield from word_slides(agreed_title(), class_words(found), _notes())
    if found.scores:
        yield from _pictures(debrief)
    if found.agreed:
        yield from word_slides(
            tr("What was agreed on each issue"), map(spread_words, found.spreads)
        )
    broken = broken_table(found)
    lines = (tr("{line}: {tables}", line=line, tables=tables) for line, tables in broken.rows)
    yield from word_slides(broken.caption, lines)
    yield from word_slides(missed_title(), missed_words(found))
    for question, parts in debrief_questions(found):
        yield from word_slides(question, parts)
    yield from word_slides(tr("What the model leaves out"), found.plan.case.limits)


def spread_words(spread: Spread) -> str:
    """Return how often each level of an issue was agreed on, the most often first."""
    counted = sorted(
        ((count, level) for level, count in enumerate(spread.counts) if count),
        key=lambda each: (-each[0], each[1]),
    )
    levels = listed(
        tr("“{level}” {n}", level=spread.issue.levels[level].short, n=count)
        for count, level in counted
    )
    return tr("{issue}: {levels}", issue=spread.issue.name, levels=levels)


def _pictures(debrief: Debrief) -> Iterator[Slide]:
    for each in gains_pictures(debrief):
        if each.png is None:
            yield from word_slides(each.title, (each.sentence,))
        else:
            alternative = tr("{title}. {sentence}", title=each.title, sentence=each.sentence)
            yield Slide(each.title, each.png, alternative, each.sentence)


def _notes() -> str:
    return tr("Points are never a grade. Ask who is surprised before you show the picture.")


def _lines(sentence: str) -> int:
    return max(1, math.ceil(len(sentence) / LINE_CHARACTERS))


def _parts(sentence: str) -> Iterator[str]:
    """Yield a sentence, or what of it fills slides where it is longer than one."""
    most = LINE_CHARACTERS * SLIDE_LINES
    while len(sentence) > most:
        head = sentence[:most].rpartition(" ")[0] or sentence[:most]
        yield head
        sentence = sentence[len(head) :].strip()
    yield sentence
