"""A choice that a picture offers: what is measured, which control stands on which axis."""

from dataclasses import dataclass

OFF, ON = "off", "on"
"""The values of a choice that switches something."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose from a short list, and what is chosen.

    ``id`` is unique among all pictures ("split.measure"). ``entries`` are (value, words) in the
    order in which they are offered; ``chosen`` is the value of one of them. ``heads`` are
    (value, words): above the entry of that value a heading stands.
    """

    id: str
    label: str
    entries: tuple[tuple[str, str], ...]
    chosen: str
    heads: tuple[tuple[str, str], ...] = ()

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
