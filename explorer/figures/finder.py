"""Finding by words: what can be found in the program, and which of it fits best."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from explorer.figures.lens_words import lens_title
from explorer.figures.phrase import control_title
from explorer.model.case import Case
from explorer.model.wording import tr

Kind = Literal["command", "control", "scenario", "row", "package", "position", "view", "page"]

_START, _WORD_START, _INSIDE, _TERM, _DETAIL = range(5)
"""Where a word that is sought stands, best first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: its kind and id, its name, and further words that find it.

    ``keys`` are its shortcuts in words. ``terms`` are synonyms and terms of the field; what they
    find stands before what only ``detail``, a longer text, finds.
    """

    kind: Kind
    id: str
    title: str
    keys: str = ""
    terms: str = ""
    detail: str = ""


def kind_name(kind: Kind) -> str:
    """Return what the reader calls a kind of entry."""
    names = {
        "command": tr("Command"),
        "control": tr("Control"),
        "scenario": tr("Scenario"),
        "row": tr("Row of the board"),
        "package": tr("Package"),
        "position": tr("Position"),
        "view": tr("Picture"),
        "page": tr("Guide"),
    }
    return names[kind]


def case_entries(case: Case) -> tuple[Entry, ...]:
    """Return what a case has to find: controls, scenarios, rows, packages, positions."""
    return (
        *(
            Entry("control", each.id, control_title(case, each), detail=each.purpose)
            for each in case.controls
        ),
        *(
            Entry("scenario", each.id, each.name, terms=each.date, detail=each.note)
            for each in case.presets
        ),
        *(
            Entry("row", each.id, each.name, terms=each.short, detail=each.note)
            for each in case.rows
        ),
        *(
            Entry("package", each.id, each.name, terms=each.short, detail=each.note)
            for each in case.packages
        ),
        *(
            Entry("position", each.id, lens_title(each), detail=f"{each.claim} {each.note}")
            for each in case.lenses
        ),
    )


def best_first(entries: Iterable[Entry], text: str) -> tuple[Entry, ...]:
    """Return the entries that hold every word of a text, the best match first.

    A word counts most at the beginning of a name, then at the beginning of a word of the name,
    then inside it, then among the terms, and least in the longer text. What fits equally well
    keeps its order.
    """
    words = text.casefold().split()
    ranked = ((_rank(entry, words), entry) for entry in entries)
    found = [(rank, entry) for rank, entry in ranked if rank is not None]
    return tuple(entry for _, entry in sorted(found, key=lambda pair: pair[0]))


def _rank(entry: Entry, words: Iterable[str]) -> int | None:
    """Return how far from the best place the words stand in all; None if one is missing."""
    ranks = [_place(entry, word) for word in words]
    return None if None in ranks else sum(rank for rank in ranks if rank is not None)


def _place(entry: Entry, word: str) -> int | None:
    title = entry.title.casefold()
    if title.startswith(word):
        return _START
    if any(each.startswith(word) for each in _words_of(title)):
        return _WORD_START
    places = ((title, _INSIDE), (entry.terms, _TERM), (entry.detail, _DETAIL))
    return next((place for text, place in places if word in text.casefold()), None)


def _words_of(text: str) -> Iterator[str]:
    """Yield the words of a name without the marks around them."""
    return (each.strip("“”\"'(),:;") for each in text.replace("-", " ").split())
