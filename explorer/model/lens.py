"""Lenses: somebody's position, named and sourced, as values that the controls take."""

from typing import Annotated

from pydantic import Field

from explorer.model.quantity import Finite, Frozen, Identifier, Text

Factor = Annotated[float, Field(gt=0, allow_inf_nan=False)]


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
    date: str = ""
    claim: Text
    values: dict[Identifier, Finite | bool] = Field(default_factory=dict)
    assumptions: dict[Text, Factor] = Field(default_factory=dict)
    pair: Identifier | None = None
    note: Text
    source: Text
