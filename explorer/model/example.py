"""Named things of a case: packages, board rows, presets, classes and anchors."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from explorer.model.issue import Role
from explorer.model.limits import (
    MOST_CLASSES,
    MOST_CONTROLS,
    MOST_COUNT,
    MOST_ISSUES,
    MOST_LEVELS,
)
from explorer.model.quantity import ControlNumber, Day, FreeText, Frozen, Identifier, Text

Levels = Annotated[
    dict[Identifier, Annotated[int, Field(ge=0, lt=MOST_LEVELS)]], Field(max_length=MOST_ISSUES)
]
"""Levels by issue id; an issue that is not named stands at level 0."""

ControlValues = Annotated[dict[Identifier, ControlNumber | bool], Field(max_length=MOST_CONTROLS)]
"""Values by control id: a place on a scale, a level number, or whether a switch is on."""

Count = Annotated[int, Field(ge=0, le=MOST_COUNT)]


class NamedPackage(Frozen):
    """A package that has a name in the world: offered, signed or discussed."""

    id: Identifier
    name: Text
    short: Text
    levels: Levels
    note: Text
    source: Text


class NamedRow(Frozen):
    """A named commitment of the target: one row of the board."""

    id: Identifier
    name: Text
    short: Text
    levels: Levels
    note: Text
    source: Text


PresetGroup = Literal["moment", "period"]
"""What a preset stands for: one moment of negotiation, or the middle of several years."""


class Preset(Frozen):
    """A named scenario: values for controls; those not named stand at their defaults.

    ``sentence`` introduces it wherever it is offered; ``group`` tells a single moment from a
    whole period, which lists keep apart. ``date`` says in words of when it is; ``as_of`` is the
    day, else the case's own.
    """

    id: Identifier
    name: Text
    sentence: FreeText = ""
    group: PresetGroup = "moment"
    date: Text
    as_of: Day | None = None
    values: ControlValues
    note: Text
    source: Text


class LinePreset(Frozen):
    """A named set of red lines of one party; its lines that are not named are off."""

    id: Identifier
    name: Text
    party: Role
    values: ControlValues
    note: Text
    source: Text


class DealClass(Frozen):
    """A class of packages by level bounds; the first class of a case that fits is taken.

    Bounds may be about commitments and concessions alike.
    """

    id: Identifier
    name: Text
    meaning: Text
    at_least: Levels = Field(default_factory=dict)
    at_most: Levels = Field(default_factory=dict)


class Landmark(Frozen):
    """A known bundle of concessions that gives the board's axis its words."""

    label: Text
    levels: Levels


class MapGrid(Frozen):
    """Into how many cells the deal map is cut."""

    columns: Annotated[int, Field(ge=4, le=400)]
    rows: Annotated[int, Field(ge=4, le=400)]


class Check(Frozen):
    """A known answer: how many packages the zone of a preset holds, with some values changed."""

    preset: Identifier
    values: ControlValues = Field(default_factory=dict)
    packages: Count
    classes: Annotated[dict[Identifier, Count], Field(max_length=MOST_CLASSES)] = Field(
        default_factory=dict
    )

    @model_validator(mode="after")
    def _classes_add_up(self) -> "Check":
        if self.classes and sum(self.classes.values()) != self.packages:
            raise ValueError("the classes do not add up to the packages")
        return self


class Source(Frozen):
    """Where a number or a statement comes from."""

    id: Identifier
    title: Text
    publisher: FreeText = ""
    date: FreeText = ""
    note: FreeText = ""

    @property
    def label(self) -> str:
        """Title and date only, for a place with little room."""
        return ", ".join(part for part in (self.title, self.date) if part)
