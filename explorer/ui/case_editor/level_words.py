"""What a change of an issue's levels took along elsewhere, in words."""

from explorer.model.case_outline import place_words
from explorer.model.case_tree import Content
from explorer.model.level_numbers import LevelShift
from explorer.model.member_words import MemberWords
from explorer.model.visible_text import one_line
from explorer.model.wording import tr, tr_n

MOST_PLACES = 3
"""How many places are named; the rest are counted."""


def shift_words(
    content: Content,
    shifts: tuple[LevelShift, ...],
    in_record: tuple[LevelShift, ...],
    words: MemberWords,
) -> str:
    """Return what became of numbers that name levels elsewhere; "" if nothing did.

    Parameters
    ----------
    content
        What a case file holds, after the change.
    shifts
        What the change took along.
    in_record
        What it took along in the record of the case.
    words
        What members are called.
    """
    gone = [each for each in shifts if each.is_gone]
    lines: list[str] = []
    if len(shifts) > len(gone):
        lines.append(
            tr_n(
                "{n} number of a level elsewhere moved along.",
                "{n} numbers of levels elsewhere moved along.",
                len(shifts) - len(gone),
            )
        )
    if gone:
        lines.append(
            tr_n(
                "{n} that named this level names the one below now: {places}.",
                "{n} that named this level name the one below now: {places}.",
                len(gone),
                places=_places(content, gone, words),
            )
        )
    if in_record:
        lines.append(
            tr_n(
                "In the record of history {n} number changed too.",
                "In the record of history {n} numbers changed too.",
                len(in_record),
            )
        )
    return one_line(" ".join(lines))


def _places(content: Content, shifts: list[LevelShift], words: MemberWords) -> str:
    # The page that holds the number, without the member and the issue.
    named = dict.fromkeys(place_words(content, each.path[:-2], words) for each in shifts)
    places = list(named)[:MOST_PLACES]
    if len(named) > len(places):
        places.append(tr("... and {n} more", n=len(named) - len(places)))
    return "; ".join(places)
