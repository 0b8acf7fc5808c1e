"""Lenses: somebody's position, named and sourced, as values that the controls take."""

from typing import Annotated

from pydantic import Field

from explorer.model.example import ControlValues
from explorer.model.limits import MOST_CHANGES
from explorer.model.quantity import Bounds, FreeText, Frozen, Identifier, Text
from explorer.model.wording import tr

FACTORS = Bounds(0, 1000)
"""By what a position may multiply a number of the case; 0 for one that it leaves out."""

Factor = Annotated[float, FACTORS.field()]


class Lens(Frozen):
    """How somebody sees the bargaining: what moves when the model is set to that position.

    ``values`` are the controls that the position speaks of; all others stay as they are.
    ``assumptions`` are factors by which numbers of the case are multiplied, by the number's id.
    ``pair`` is the lens that answers this one; two lenses answer each other or none does.
    ``note`` says how the position was translated, which is always a judgement.
    """

    id: Identifier
    name: Text
    who: Text
    date: FreeText = ""
    claim: Text
    values: ControlValues = Field(default_factory=dict)
    assumptions: Annotated[dict[Text, Factor], Field(max_length=MOST_CHANGES)] = Field(
        default_factory=dict
    )
    pair: Identifier | None = None
    note: Text
    source: Text


def seen_name(name: str, lens: Lens) -> str:
    """Return what a scenario is called once it is seen through a lens; twice reads like once."""
    bare = name.removesuffix(tr("{scenario}, seen by {who}", scenario="", who=lens.who))
    return tr("{scenario}, seen by {who}", scenario=bare, who=lens.who)
