"""Structure choices: doubts about the form of the model rather than about one of its numbers.

A case declares each choice with its options, the one that stands, and the reason for it. Options
are set like assumptions; assumption sets never draw them.
"""

from typing import TYPE_CHECKING, Annotated, Generic, Literal, Self, TypeVar

from pydantic import Field, model_validator

from explorer.model.limits import MOST_WORDS
from explorer.model.quantity import Frozen, Identifier, Share, ShareQuantity, Text

if TYPE_CHECKING:
    from explorer.model.case import Case

TrustRule = Literal["multiply", "replace"]
"""How trust and verification work together on what a promise is expected to bring.

``multiply``: the share kept is trust times the share seen. ``replace``: what is seen needs no
trust, so the share is 1 - (1 - seen)(1 - trust).
"""


class EndingShare(Frozen):
    """Which share of some sources of support for waiting ends once a deal is signed."""

    id: Identifier
    name: Text
    meaning: Text
    share: ShareQuantity


class Option(Frozen):
    """One way in which the model could be built, in words."""

    id: Identifier
    name: Text
    meaning: Text


class TrustOption(Option):
    """One way in which trust and verification work together."""

    rule: TrustRule


class EndingOption(Option):
    """One reading of an ending share: ``fixed`` at a value, or as the assumption says if None."""

    fixed: Share | None = None


class CoherenceOption(Option):
    """Whether the case's coherence rules count at all."""

    is_on: bool


class ChoiceWords(Frozen):
    """What every structure choice tells about itself; ``reason`` is why its default is taken."""

    id: Identifier
    name: Text
    question: Text
    default: Identifier
    reason: Text
    source: Text


AnyOption = TypeVar("AnyOption", bound=Option)


class _Chosen(ChoiceWords, Generic[AnyOption]):
    options: Annotated[tuple[AnyOption, ...], Field(min_length=2, max_length=MOST_WORDS)]

    @property
    def place(self) -> int:
        """At which place the option stands that is chosen."""
        return [option.id for option in self.options].index(self.default)

    @model_validator(mode="after")
    def _options_are_named(self) -> Self:
        ids = [option.id for option in self.options]
        if len(set(ids)) < len(ids):
            raise ValueError("options: two have the same id")
        if self.default not in ids:
            known = ", ".join(ids)
            raise ValueError(f'default: there is no option "{self.default}"; known: {known}')
        return self


class TrustChoice(_Chosen[TrustOption]):
    """How trust and verification work together."""

    kind: Literal["trust_and_verification"]


class EndingChoice(_Chosen[EndingOption]):
    """How an ending share is read."""

    kind: Literal["ending_share"]
    share: Identifier


class CoherenceChoice(_Chosen[CoherenceOption]):
    """Whether coherence rules count."""

    kind: Literal["coherence"]


StructureChoice = Annotated[
    TrustChoice | EndingChoice | CoherenceChoice, Field(discriminator="kind")
]


def trust_rule(case: "Case") -> TrustRule:
    """Return how trust and verification work together in a case; they multiply if it says none."""
    for choice in case.structure:
        if choice.kind == "trust_and_verification":
            return choice.options[choice.place].rule
    return "multiply"


def fixed_ending(case: "Case", share_id: str) -> float | None:
    """Return at what a structure choice holds an ending share; None if the assumption counts."""
    for choice in case.structure:
        if choice.kind == "ending_share" and choice.share == share_id:
            return choice.options[choice.place].fixed
    return None


def ending_share(case: "Case", share_id: str | None) -> float:
    """Return which share of a support ends with a deal, 0 to 1; all of it where none is named."""
    if share_id is None:
        return 1.0
    fixed = fixed_ending(case, share_id)
    if fixed is not None:
        return fixed
    return next(item.share.value for item in case.ending_shares if item.id == share_id)


def coherence_counts(case: "Case") -> bool:
    """Return whether the coherence rules of a case count; they do unless a choice says no."""
    for choice in case.structure:
        if choice.kind == "coherence":
            return choice.options[choice.place].is_on
    return True
