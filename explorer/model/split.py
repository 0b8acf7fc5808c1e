"""The split of a change: how much of a difference between two scenarios each setting made."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from explorer.model.scenario import Scenario

Measure = Literal["packages", "row_packages", "floor", "floor_any", "limit"]
"""What is split: the packages of the zone, those with a row's commitment, the row's floor among
allowed concessions, its floor among all, its limit. The last three are in the sender's points."""


@dataclass(frozen=True, slots=True)
class Player:
    """Settings that change together in a split: one control, or the controls of a group.

    ``id`` is the control's, or the group's where there is more than one control.
    """

    id: str
    control_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SplitPart:
    """What one player contributed: the average of what it changes over all orders, exact."""

    player: Player
    amount: Fraction


@dataclass(frozen=True, slots=True)
class Split:
    """How the difference of one measure between two scenarios falls to their settings.

    ``parts`` come in the order of the controls and add up to ``after`` minus ``before``. Where
    the measure has no value with some mixture of both scenarios' settings, ``is_defined`` is
    False, ``parts`` is empty and the missing values are None. ``row_id`` is "" for the zone.
    """

    start: Scenario
    end: Scenario
    measure: Measure
    row_id: str
    before: Fraction | None
    after: Fraction | None
    parts: tuple[SplitPart, ...]
    is_defined: bool
