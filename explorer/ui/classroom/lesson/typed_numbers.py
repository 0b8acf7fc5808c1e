"""Numbers that students called out, typed as one list."""

from collections import Counter

from explorer.classroom.lesson.poll_answer import MOST_ANSWERS
from explorer.figures.phrase import scale_text
from explorer.figures.spread import Hands, median_of
from explorer.model.wording import tr, tr_n

LONGEST_LIST = 20_000
"""Letters that a list may have."""


def typed_hands(text: str, scale: tuple[float, float]) -> tuple[Hands, tuple[str, ...]]:
    """Return how many predicted which number, and the words that are no number of the scale.

    Blanks and semicolons part numbers; commas do so where a blank follows, else they are decimal.

    Parameters
    ----------
    text
        What was typed.
    scale
        The ends of the scale.
    """
    low, high = scale
    found: Counter[float] = Counter()
    strange: list[str] = []
    for word in text.replace(";", " ").replace(", ", " ").split():
        value = _number(word.rstrip(","))
        if value is None or not low <= value <= high:
            strange.append(word)
        else:
            found[value] += 1
    kept = sorted(found.most_common(MOST_ANSWERS))
    return tuple((f"{value:g}", count) for value, count in kept), tuple(strange)


def hands_text(hands: Hands) -> str:
    """Return a list of numbers as it could have been typed."""
    return " ".join(words for words, count in hands for _ in range(count))


def told_hands(hands: Hands, strange: tuple[str, ...], scale: tuple[float, float]) -> str:
    """Return in words what a typed list holds."""
    total = sum(count for _, count in hands)
    median = median_of(hands)
    if strange:
        return tr(
            "“{word}” is no number from {low} to {high}.",
            word=strange[0],
            low=scale_text(scale[0]),
            high=scale_text(scale[1]),
        )
    if median is None:
        return tr(
            "Numbers from {low} to {high}, with blanks between them",
            low=scale_text(scale[0]),
            high=scale_text(scale[1]),
        )
    return tr_n(
        "{n} number; the middle one is {median}",
        "{n} numbers; the middle one is {median}",
        total,
        median=scale_text(median),
    )


def _number(word: str) -> float | None:
    try:
        value = float(word.replace(",", "."))
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None
