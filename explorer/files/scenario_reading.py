"""Reading a scenario that somebody wrote: what is understood stands, the rest is told."""

from datetime import date
from typing import cast

from pydantic import TypeAdapter, ValidationError

from explorer.model.case import Case
from explorer.model.control import is_switch
from explorer.model.errors import ScenarioError
from explorer.model.quantity import Day
from explorer.model.scenario import Scenario, default_scenario
from explorer.model.wording import tr

_DAY: TypeAdapter[date] = TypeAdapter(Day)

LONGEST_NAME = 60
"""How many letters of a foreign name a message repeats."""

LONGEST_TITLE = 120
"""How many letters the name of a scenario has at most, so that it fits wherever it is shown."""


def read_scenario(case: Case, content: object, place: str) -> tuple[Scenario | None, list[str]]:
    """Return the scenario in a record, and a line for each thing that was not understood.

    Controls that are not named, or that cannot take their value, stand at their defaults.

    Parameters
    ----------
    case
        The case whose controls the record names.
    content
        A value as JSON gives it: an object with ``controls`` and perhaps ``name`` and ``as_of``.
    place
        Where it stands in its file, for the lines.

    Returns
    -------
    tuple
        The scenario, or None if nothing of it was understood; and the lines.
    """
    controls = cast("dict[str, object]", content).get("controls") if _is_record(content) else None
    if not _is_record(controls):
        return None, [tr('{place}: there is no object "controls"', place=place)]
    values = cast("dict[str, object]", controls)
    name = cast("dict[str, object]", content).get("name", case.name)
    problems: list[str] = []
    if not isinstance(name, str):
        problems.append(tr("{place}.name: is not a text", place=place))
        name = case.name
    elif name != plain_name(name):
        problems.append(tr("{place}.name: is too long or has unprintable letters", place=place))
        name = plain_name(name) or case.name
    day, lines = read_day(case, cast("dict[str, object]", content).get("as_of"), name)
    problems += [f"{place}.as_of: {line}" for line in lines]
    scenario = default_scenario(case).with_name(name).with_date(day)
    understood = 0
    for control_id, value in values.items():
        try:
            scenario = scenario.with_value(control_id, _number(case, control_id, value))
            understood += 1
        except ScenarioError as error:
            problems.append(f"{place}.controls: {error}")
    return (scenario if understood or not values else None), problems


def read_day(case: Case, written: object, name: str) -> tuple[date | None, list[str]]:
    """Return the day at which a scenario stands, and a line if it was not understood.

    ``written``: What is written: a day as in 2025-10-23, or None. Without it, as in documents of
    older versions, the preset of the scenario's name tells the day, else the case.
    """
    known = next((preset.as_of for preset in case.presets if preset.name == name), None)
    instead = known or case.as_of
    if written is None:
        return instead, []
    try:
        return _DAY.validate_python(str(written)), []
    except ValidationError:
        said = spelt(str(written))
        return instead, [tr('"{day}" is no day; write it as in 2025-10-23', day=said)]


def plain_name(name: str) -> str:
    """Return a foreign name on one line, cut short, with printable letters only."""
    return "".join(sign if sign.isprintable() else " " for sign in name[:LONGEST_TITLE]).strip()


def spelt(name: str) -> str:
    """Return a foreign name cut short, with nothing in it that could upset a terminal."""
    return repr(name[:LONGEST_NAME])[1:-1]


def _is_record(content: object) -> bool:
    return isinstance(content, dict)


def _number(case: Case, control_id: str, value: object) -> float:
    """Return a control's value as a number."""
    place = case.control_places.get(control_id)
    if place is None:
        raise ScenarioError(tr('there is no control "{id}"', id=spelt(control_id)))
    has_states = is_switch(case.controls[place])
    if isinstance(value, bool) and not has_states:
        raise ScenarioError(tr("{id} takes a number.", id=control_id))
    if not isinstance(value, int | float):
        if has_states:
            raise ScenarioError(tr("{id} takes true or false.", id=control_id))
        raise ScenarioError(tr("{id} takes a number.", id=control_id))
    return float(value)
