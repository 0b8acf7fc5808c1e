"""Poll answers: what one cell of a poll says, whether in ids, words, letters or numbers."""

import re
import string
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from explorer.classroom.lesson.answer import answer_choices
from explorer.figures.table import number_text
from explorer.model.lesson import Prediction
from explorer.model.scenario import Scenario

MOST_ANSWERS = 200
"""How many different answers the counts of one step can hold."""

STEPS = 100
"""Into how many steps the scale of a number is divided; the nearest one is what was said."""

_NUMBER = re.compile(r"[-+\N{MINUS SIGN}]?\d+(?:[.,]\d+)?", re.ASCII)
_BETWEEN = re.compile(r"[,;|/\n]+")
_LETTERED = re.compile(r"^([a-z])\s*[.):\-–]\s*(.*)$")
_MARKS = " .?!\"'“”\N{LEFT SINGLE QUOTATION MARK}"
_LONGEST = 400


class Reader(Protocol):
    """Reads answers of one kind."""

    @property
    def is_number(self) -> bool:
        """Whether answers are numbers."""
        ...

    @property
    def takes_two(self) -> bool:
        """Whether one answer may stand in two cells beside each other."""
        ...

    def read(self, cell: str) -> tuple[str, ...]:
        """Return the answers in a cell; none if any part of it is not understood."""
        ...

    def ordered(self, hands: Counter[str]) -> tuple[tuple[str, int], ...]:
        """Return hands in the order of the answers, without those that nobody gave."""
        ...


def answer_reader(prediction: Prediction, before: Scenario) -> Reader:
    """Return what reads the answers to a prediction.

    ``before``: The scenario of the scene that stands while the class predicts.
    """
    if prediction.kind == "value":
        return NumberReader(prediction.low, prediction.high)
    if prediction.kind == "brackets":
        return BracketsReader(prediction.low, prediction.high)
    choices = answer_choices(prediction, before)
    names = {row.id: row.name for row in before.case.rows} if prediction.kind == "row" else {}
    return ChoiceReader(choices, names, takes_many=prediction.kind == "row")


@dataclass(frozen=True)
class ChoiceReader:
    """Reads ids, words and letters; ``names`` are longer words by id."""

    choices: tuple[tuple[str, str], ...]
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    takes_many: bool = False
    is_number = False
    takes_two = False

    def read(self, cell: str) -> tuple[str, ...]:
        """Return the ids that a cell names; none if any part of it is not understood."""
        text = cell[:_LONGEST]
        whole = self._one(text)
        if whole:
            return (whole,)
        parts = [part for part in _BETWEEN.split(text) if part.strip()]
        found = [self._one(part) for part in parts]
        if not self.takes_many or not all(found):
            return ()
        return tuple(dict.fromkeys(found))

    def ordered(self, hands: Counter[str]) -> tuple[tuple[str, int], ...]:
        """Return hands in the order of the choices."""
        return tuple((id_, hands[id_]) for id_, _ in self.choices if hands[id_])

    def _one(self, text: str) -> str:
        said = _plain(text)
        known = self._known()
        if said in known:
            return known[said]
        lettered = _LETTERED.match(said)
        # "B) It closes", where letter and words have to agree.
        if lettered is None or lettered[1] not in known:
            return ""
        by_letter, by_words = known[lettered[1]], known.get(_plain(lettered[2]), "")
        return by_letter if by_words in ("", by_letter) and (by_words or not lettered[2]) else ""

    def _known(self) -> dict[str, str]:
        known: dict[str, str] = {}
        for letter, (id_, _) in zip(string.ascii_lowercase, self.choices, strict=False):
            known[letter] = id_
        for id_, words in self.choices:
            for name in (id_, words, self.names.get(id_, id_)):
                known[_plain(name)] = id_
                known[_plain(_without_letter(name))] = id_
        return known


@dataclass(frozen=True)
class NumberReader:
    """Reads one number on a scale, to the nearest of its steps."""

    low: float
    high: float
    is_number = True
    takes_two = False

    def read(self, cell: str) -> tuple[str, ...]:
        """Return the number in a cell; none if there is no number, or not on the scale."""
        said = _number(cell.strip())
        if said is None or not self.low <= said <= self.high:
            return ()
        return (_step(said, self.low, self.high, STEPS),)

    def ordered(self, hands: Counter[str]) -> tuple[tuple[str, int], ...]:
        """Return hands from the lowest number to the highest."""
        return tuple(sorted(hands.items(), key=lambda each: float(each[0])))


@dataclass(frozen=True)
class BracketsReader:
    """Reads floor and limit: two numbers on a scale in one cell, or in two beside each other."""

    low: float
    high: float
    is_number = True
    takes_two = True

    def read(self, cell: str) -> tuple[str, ...]:
        """Return floor and limit with a blank between; none if they are not both there."""
        said = [_number(each) for each in _NUMBER.findall(cell[:_LONGEST].replace("-", " "))]
        ends = [each for each in said if each is not None and self.low <= each <= self.high]
        if len(said) != len(("floor", "limit")) or len(ends) != len(said):
            return ()
        return (bracket_answer(*ends, low=self.low, high=self.high),)

    def ordered(self, hands: Counter[str]) -> tuple[tuple[str, int], ...]:
        """Return hands from the lowest floor to the highest; rare ones beyond the most are left."""
        kept = hands.most_common(MOST_ANSWERS)
        return tuple(sorted(kept, key=lambda each: bracket_ends(each[0])))


def bracket_answer(floor: float, limit: float, *, low: float, high: float) -> str:
    """Return a prediction of floor and limit as counts keep it, such as "25 31".

    ``low``, ``high``: The ends of the scale, of which the nearest step counts.
    """
    return " ".join(_step(each, low, high, STEPS) for each in (floor, limit))


def bracket_ends(answer: str) -> tuple[float, float]:
    """Return floor and limit of an answer of :func:`bracket_answer`.

    Raises :class:`ValueError` for any other text.
    """
    floor, limit = answer.split()
    return float(floor), float(limit)


def _number(text: str) -> float | None:
    said = text.replace("\N{MINUS SIGN}", "-").replace(",", ".")
    return float(said) if len(said) < _LONGEST and _NUMBER.fullmatch(said) else None


def _step(value: float, low: float, high: float, steps: int) -> str:
    """Return the nearest step of a scale as text."""
    size = (high - low) / steps
    return number_text(round(low + round((value - low) / size) * size, 6))


def _plain(text: str) -> str:
    """Return words for comparing: small letters, single blanks, no marks around."""
    straight = text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return " ".join(straight.casefold().replace("-", " ").split()).strip(_MARKS)


def _without_letter(words: str) -> str:
    found = _LETTERED.match(words.casefold().strip())
    return found[2] if found is not None else words


def letters(choices: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return (letter, words) of choices, as a room is asked: A, B, C."""
    return tuple(
        (letter, words) for letter, (_, words) in zip(string.ascii_uppercase, choices, strict=False)
    )
