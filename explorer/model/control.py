"""Controls: what a hand can move, with their ranges and their words."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from explorer.model.issue import Role
from explorer.model.limits import MOST_CONTROLS, MOST_LEVELS, MOST_MARKS, MOST_WORDS
from explorer.model.quantity import FreeText, Frozen, Identifier, ScaleValue, Text
from explorer.model.requirement import Alternatives, Pattern


class StatusWord(Frozen):
    """The words for a stretch of a scale that starts at a value."""

    start: ScaleValue
    words: Text
    meaning: Text


class Mark(Frozen):
    """A dated real-world anchor on a control's track."""

    value: ScaleValue
    label: Text
    words: Text
    source: Text


class Condition(Frozen):
    """An issue standing at least at a level."""

    issue: Identifier
    at_least: Annotated[int, Field(ge=1, lt=MOST_LEVELS)]


Mover = Literal["sender", "target", "others", "time", "nobody"]
"""Who can move a control: a party by its role, somebody else, time alone, or nobody."""


class ControlWords(Frozen):
    """What every control tells about itself.

    ``raised_by`` and ``lowered_by`` say who can move its value up and down where that is not what
    :func:`movers` takes from its kind and party.
    """

    id: Identifier
    name: Text
    purpose: Text
    background: Text
    interacts: Annotated[tuple[Text, ...], Field(max_length=MOST_WORDS)] = ()
    disagreement: FreeText = ""
    low_word: Text
    high_word: Text
    marks: Annotated[tuple[Mark, ...], Field(max_length=MOST_MARKS)] = ()
    sources: Annotated[tuple[Text, ...], Field(min_length=1, max_length=MOST_WORDS)]
    raised_by: Mover | None = None
    lowered_by: Mover | None = None


class ScaleControl(ControlWords):
    """A control from 0 to 100; the model uses it as a share from 0 to 1."""

    kind: Literal["scale"] = "scale"
    role: Literal["leverage", "will", "credibility"]
    party: Role
    default: ScaleValue
    low: ScaleValue = 0
    high: ScaleValue = 100
    status: Annotated[tuple[StatusWord, ...], Field(min_length=1, max_length=MOST_WORDS)]


class LimitControl(ControlWords):
    """A red line of one party: a level of an issue that may not be passed.

    The loosest level means "no line". ``unless`` names a condition under which the line is off.
    ``begins`` is the sentence that the line is, up to the level that ends it, such as "Washington
    gives no more aid than", and ``topic`` its name within a sentence, such as "aid"; "" leaves
    both to the program.
    """

    kind: Literal["limit"] = "limit"
    begins: FreeText = ""
    topic: FreeText = ""
    party: Role
    issue: Identifier
    bound: Literal["at_most", "at_least"]
    unless: Condition | None = None


class ConsentControl(ControlWords):
    """A switch: levels of an issue from ``level`` on need conditions to hold, all of them.

    Somebody who does not bargain has to consent, or has to ratify at home: a council, a
    parliament, a court.
    """

    kind: Literal["consent"] = "consent"
    party: Role
    issue: Identifier
    level: Annotated[int, Field(ge=1, lt=MOST_LEVELS)]
    needs: Condition
    also_needs: Annotated[tuple[Condition, ...], Field(max_length=MOST_WORDS)] = ()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Everything that has to hold."""
        return (self.needs, *self.also_needs)


class CoherenceControl(ControlWords):
    """A switch, on unless it is switched off: a combination that makes no sense is left out.

    A package that fits ``when`` has to fit at least one pattern of ``requires`` as well. It
    belongs to neither party: sets of red lines leave it as it is.
    """

    kind: Literal["coherence"] = "coherence"
    when: Pattern
    requires: Alternatives

    @property
    def party(self) -> None:
        """Nobody at the table draws this line."""
        return


class GuardControl(ControlWords):
    """A switch: no package may leave a stakeholder worse off than it is today.

    It belongs to neither party: sets of red lines leave it as it is.
    """

    kind: Literal["guard"] = "guard"
    stakeholder: Identifier

    @property
    def party(self) -> None:
        """Nobody at the table draws this line."""
        return


SCALE_MAXIMUM = 100

Control = Annotated[
    ScaleControl | LimitControl | ConsentControl | GuardControl | CoherenceControl,
    Field(discriminator="kind"),
]


def is_switch(control: Control) -> bool:
    """Return whether a control can only be off (0) or on (1)."""
    return control.kind in ("consent", "guard", "coherence")


def movers(control: Control) -> tuple[Mover, Mover]:
    """Return who can lower a control's value and who can raise it.

    What the case does not say follows from the control: what makes sense is nobody's to move,
    consent and guards are others' to give, all else is its party's.
    """
    usual: Mover = "others"
    if control.kind == "scale" or control.kind == "limit":
        usual = control.party
    elif control.kind == "coherence":
        usual = "nobody"
    return control.lowered_by or usual, control.raised_by or usual


def mover_to(control: Control, value: float, *, now: float) -> Mover:
    """Return who can move a control to a value from where it stands."""
    lowered_by, raised_by = movers(control)
    return raised_by if value > now else lowered_by


@dataclass(frozen=True, slots=True)
class ControlRange:
    """The values a control can take: from ``minimum`` to ``maximum``.

    ``off`` is where a red line or a switch forbids nothing; only coherence rules stand elsewhere
    by ``default``. A scale is never off; its ``off`` is its default.
    """

    minimum: float
    maximum: float
    default: float
    off: float
    is_whole: bool


class ControlGroup(Frozen):
    """Controls that stand together under one heading; the folded ones behind "more lines"."""

    id: Identifier
    name: Text
    party: Role | None
    shown: Annotated[tuple[Identifier, ...], Field(max_length=MOST_CONTROLS)]
    folded: Annotated[tuple[Identifier, ...], Field(max_length=MOST_CONTROLS)] = ()
