"""The scenario: one value for each control of a case; frozen, always valid."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from explorer.model.case import Case
from explorer.model.control import SCALE_MAXIMUM, Control, ControlRange
from explorer.model.errors import ScenarioError


def control_range(case: Case, control: Control) -> ControlRange:
    """Return the values that a control of a case can take."""
    return case.control_ranges[case.control_places[control.id]]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One value for each control of a case, in the case's order.

    A scenario that exists is valid: every value is a finite number inside its control's range.
    Scales are 0 to 100, red lines are level numbers, switches are 0 or 1. ``as_of`` is the day at
    which it stands, None where the case has none.

    Raises :class:`ScenarioError` if a value is not allowed.
    """

    case: Case
    name: str
    values: tuple[float, ...]
    as_of: date | None = None

    def __post_init__(self) -> None:
        """Refuse values that no control can take."""
        if len(self.values) != len(self.case.controls):
            raise ScenarioError(
                f"A scenario of this case has {len(self.case.controls)} values, "
                f"not {len(self.values)}."
            )
        for place, (allowed, value) in enumerate(
            zip(self.case.control_ranges, self.values, strict=True)
        ):
            if not _is_allowed(allowed, value):
                raise ScenarioError(_refusal(self.case.controls[place], allowed, value))

    def value(self, control_id: str) -> float:
        """Return a control's value in the control's own units (0 to 100, level, 0 or 1)."""
        return self.values[self.case.control_places[control_id]]

    def share(self, control_id: str) -> float:
        """Return a scale control's value as a share from 0 to 1."""
        return self.value(control_id) / SCALE_MAXIMUM

    def with_value(self, control_id: str, value: float) -> Self:
        """Return this scenario with one control moved.

        Raises :class:`ScenarioError` if the control is unknown or cannot take the value.
        """
        return self.with_values({control_id: value})

    def with_values(self, values: Mapping[str, float]) -> Self:
        """Return this scenario with several controls moved.

        Raises :class:`ScenarioError` if a control is unknown or cannot take its value.
        """
        moved = list(self.values)
        for control_id, value in values.items():
            if control_id not in self.case.control_places:
                known = ", ".join(self.case.control_places)
                raise ScenarioError(f'There is no control "{control_id}". Known: {known}.')
            moved[self.case.control_places[control_id]] = _plain(value)
        return replace(self, values=tuple(moved))

    def with_name(self, name: str) -> Self:
        """Return this scenario under another name."""
        return replace(self, name=name)

    def with_date(self, as_of: date | None) -> Self:
        """Return the same settings at another day."""
        return replace(self, as_of=as_of)

    def with_case(self, case: Case) -> Self:
        """Return the same settings under a variation of this scenario's case.

        Raises :class:`ScenarioError` if the case does not allow them.
        """
        return self if case is self.case else replace(self, case=case)


def _plain(value: float) -> float:
    """Return whole numbers as int, so that 98.0 and 98 read and compare alike."""
    if isinstance(value, bool) or (math.isfinite(value) and value == int(value)):
        return int(value)
    return value


def _is_allowed(allowed: ControlRange, value: float) -> bool:
    # NaN fails the comparison, so it needs no test of its own.
    in_range = allowed.minimum <= value <= allowed.maximum
    return in_range and (not allowed.is_whole or value == int(value))


def _refusal(control: Control, allowed: ControlRange, value: float) -> str:
    whole = " in whole numbers" if allowed.is_whole else ""
    return (
        f"{control.id} cannot be {value:g}: it runs from "
        f"{allowed.minimum:g} to {allowed.maximum:g}{whole}."
    )


def default_scenario(case: Case) -> Scenario:
    """Return the scenario with every control at its default, every line off, at the case's day."""
    values = tuple(_plain(control_range(case, control).default) for control in case.controls)
    return Scenario(case, case.name, values, case.as_of)


def preset_scenario(case: Case, preset_id: str) -> Scenario:
    """Return the scenario of a preset; :class:`ScenarioError` if the case has no such preset."""
    for preset in case.presets:
        if preset.id == preset_id:
            scenario = default_scenario(case).with_values(preset.values).with_name(preset.name)
            return scenario.with_date(preset.as_of or case.as_of)
    known = ", ".join(preset.id for preset in case.presets)
    raise ScenarioError(f'There is no preset "{preset_id}". Known presets: {known}.')


def with_line_preset(scenario: Scenario, preset_id: str) -> Scenario:
    """Return a scenario with one party's red lines replaced by a named set.

    Raises :class:`ScenarioError` if the case has no such set.
    """
    case = scenario.case
    for preset in case.line_presets:
        if preset.id == preset_id:
            lines = list(case.controls_of(preset.party))
            off = {control.id: control_range(case, control).default for control in lines}
            return scenario.with_values({**off, **preset.values})
    known = ", ".join(preset.id for preset in case.line_presets)
    raise ScenarioError(f'There is no set of red lines "{preset_id}". Known: {known}.')
