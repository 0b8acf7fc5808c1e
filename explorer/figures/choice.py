"""A choice that a picture offers: what is measured, which control stands on which axis."""

from dataclasses import dataclass

OFF, ON = "off", "on"
"""The values of a choice that switches something."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose from a short list, and what is chosen.

    ``id`` is unique among all pictures ("split.measure"). ``entries`` are (value, words) in the
    order in which they are offered; ``chosen`` is the value of one of them. ``heads`` are
    (value, words): above the entry of that value a heading stands. The entries of a scale
    (``is_scale``) are whole numbers that rise by one, and are chosen by a slider.
    """

    id: str
    label: str
    entries: tuple[tuple[str, str], ...]
    chosen: str
    heads: tuple[tuple[str, str], ...] = ()
    is_scale: bool = False

    @property
    def is_switch(self) -> bool:
        """Whether it switches one thing on and off."""
        return tuple(value for value, _ in self.entries) == (OFF, ON)


def choice_of(
    choice_id: str,
    label: str,
    entries: tuple[tuple[str, str], ...],
    wanted: str | None,
    *,
    heads: tuple[tuple[str, str], ...] = (),
) -> Choice:
    """Return a choice with the wanted entry chosen, or the first where there is none such.

    Parameters
    ----------
    choice_id, label, entries, heads
        See :class:`Choice`; there is at least one entry.
    wanted
        A value, possibly unknown or left over from another case; None for no wish.
    """
    known = [value for value, _ in entries]
    return Choice(choice_id, label, entries, wanted if wanted in known else known[0], heads)


def scale_of(
    choice_id: str,
    label: str,
    words: tuple[str, ...],
    wanted: str | None,
    *,
    usual: int,
) -> Choice:
    """Return a choice of a whole number with the wanted one chosen, or the usual one.

    Parameters
    ----------
    choice_id, label
        See :class:`Choice`.
    words
        What each number is called, from 1 on; at least two of them.
    wanted
        A number as text, possibly none at all; None for no wish.
    usual
        What is chosen where nothing else can be.
    """
    entries = tuple((str(number), each) for number, each in enumerate(words, 1))
    is_known = any(value == wanted for value, _ in entries)
    chosen = wanted if is_known and wanted is not None else str(usual)
    return Choice(choice_id, label, entries, chosen, is_scale=True)
