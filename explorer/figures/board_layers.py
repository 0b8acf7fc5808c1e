"""Layers of the board that the reader switches on: uncertain ends, comparison, offers."""

from collections.abc import Mapping

from explorer.figures.choice import OFF, ON, Choice, choice_of
from explorer.model.wording import tr

ENDS, BASELINE, OFFERS = "board.ends", "board.baseline", "board.offers"
"""The ids of the switches."""


def board_layers(wishes: Mapping[str, str]) -> tuple[Choice, ...]:
    """Return a switch for each layer; all are off at first, so that brackets and zones are seen.

    ``wishes``: What the reader chose, by the id of a switch.
    """
    names = (
        (ENDS, tr("Uncertain ends")),
        (BASELINE, tr("Comparison")),
        (OFFERS, tr("Offers")),
    )
    entries = ((OFF, tr("hidden")), (ON, tr("shown")))
    return tuple(choice_of(id_, name, entries, wishes.get(id_)) for id_, name in names)


def shows(wishes: Mapping[str, str], layer: str) -> bool:
    """Return whether the reader switched a layer on, by its id."""
    return wishes.get(layer) == ON
