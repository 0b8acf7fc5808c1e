"""What a case puts first for a room or a newcomer: a few controls, two scenarios, their lines.

All of it follows from the order of the case: its leverage controls, the scenario that it starts
with and the one that it compares with, and for each of them the scenario that differs from it in
nothing but red lines, those that both sides have declared.
"""

from explorer.model.case import Case
from explorer.model.control import ControlGroup, ScaleControl
from explorer.model.issue import Role
from explorer.model.scenario import Scenario, control_range, preset_scenario

MOST_SLIDERS = 3
"""How many sliders stand before a room or a newcomer at most."""

MOST_LINES = 2
"""How many red lines of each side stand before a newcomer at most."""


def leading_sliders(case: Case) -> tuple[str, ...]:
    """Return the ids of the leverage controls that come first in a case, three at most."""
    leverage = (
        control.id
        for control in case.controls
        if isinstance(control, ScaleControl) and control.role == "leverage"
    )
    return tuple(leverage)[:MOST_SLIDERS]


def leading_lines(case: Case, party: Role) -> tuple[str, ...]:
    """Return the ids of the red lines of a party that decide in the scenario of the start.

    They are those that the party has declared, two at most; of a case without declared lines the
    first ones.
    """
    declared = declared_partner(case, case.default_preset)
    own = [control.id for control in case.controls_of(party) if control.kind == "limit"]
    drawn = [] if declared is None else [each for each in own if _is_drawn(declared, each)]
    return tuple(drawn or own)[:MOST_LINES]


def leading_groups(case: Case) -> tuple[ControlGroup, ...]:
    """Return the controls for a newcomer: a few sliders, and two red lines of each side."""
    wanted = {*leading_sliders(case)}
    for party in ("sender", "target"):
        wanted |= {*leading_lines(case, party)}
    groups: list[ControlGroup] = []
    for group in case.groups:
        kept = tuple(each for each in (*group.shown, *group.folded) if each in wanted)
        if kept:
            groups.append(ControlGroup(id=group.id, name=group.name, party=group.party, shown=kept))
    return tuple(groups)


def leading_presets(case: Case) -> tuple[str, ...]:
    """Return the ids of the scenario compared with and of the first one; one if they are one."""
    return tuple(dict.fromkeys((case.baseline_preset, case.default_preset)))


def declared_partner(case: Case, preset_id: str) -> Scenario | None:
    """Return the scenario that adds red lines to a preset and changes nothing else, or None."""
    plain = preset_scenario(case, preset_id)
    for preset in case.presets:
        other = preset_scenario(case, preset.id)
        adds = any(_is_drawn(other, each.id) for each in case.controls if each.kind == "limit")
        if preset.id != preset_id and adds and _without_lines(other) == _without_lines(plain):
            return other
    return None


def side_of(scenario: Scenario) -> str:
    """Return the id of the leading preset whose settings a scenario has, lines apart; or ""."""
    case = scenario.case
    plain = _without_lines(scenario)
    for preset_id in leading_presets(case):
        if _without_lines(preset_scenario(case, preset_id)) == plain:
            return preset_id
    return ""


def has_declared(scenario: Scenario) -> bool:
    """Return whether the lines of a scenario are exactly those declared on its side."""
    declared = declared_partner(scenario.case, side_of(scenario) or scenario.case.default_preset)
    return declared is not None and _lines(declared) == _lines(scenario)


def on_side(scenario: Scenario, preset_id: str) -> Scenario:
    """Return a leading preset, with its declared lines where the scenario has declared ones."""
    case = scenario.case
    declared = declared_partner(case, preset_id) if has_declared(scenario) else None
    return preset_scenario(case, preset_id) if declared is None else declared


def with_declared(scenario: Scenario, *, is_on: bool) -> Scenario:
    """Return a scenario with the lines declared on its side, or without any lines."""
    case = scenario.case
    side = side_of(scenario)
    plain = preset_scenario(case, side or case.default_preset)
    source = declared_partner(case, side or case.default_preset) if is_on else plain
    if source is None:
        return scenario
    return source if side else scenario.with_values(_lines(source))


def hidden_lines(scenario: Scenario) -> int:
    """Return how many red lines are drawn that do not stand among the leading ones."""
    case = scenario.case
    leading = {*leading_lines(case, "sender"), *leading_lines(case, "target")}
    return sum(
        each.kind == "limit" and each.id not in leading and _is_drawn(scenario, each.id)
        for each in case.controls
    )


def _is_drawn(scenario: Scenario, control_id: str) -> bool:
    control = scenario.case.control(control_id)
    return scenario.value(control_id) != control_range(scenario.case, control).default


def _lines(scenario: Scenario) -> dict[str, float]:
    limits = (each.id for each in scenario.case.controls if each.kind == "limit")
    return {each: scenario.value(each) for each in limits}


def _without_lines(scenario: Scenario) -> dict[str, float]:
    others = (each.id for each in scenario.case.controls if each.kind != "limit")
    return {each: scenario.value(each) for each in others}
