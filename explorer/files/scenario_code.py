"""Scenario codes: the settings of a scenario as a short text that fits into a chat message."""

import base64
import binascii
import json
import re
import zlib
from typing import cast

from explorer.files.change_record import change_records, read_changes
from explorer.files.json_text import cut_short, parse_json
from explorer.files.scenario_reading import plain_name, read_day, spelt
from explorer.model.assumption import original
from explorer.model.case import Case
from explorer.model.errors import FileError, ScenarioError
from explorer.model.scenario import Scenario, default_scenario
from explorer.model.wording import tr

PREFIX = "dealzone:"
"""How every code starts, so that a person can tell what it is."""

LONGEST_CODE = 12_000
"""Characters; a code with every control, every assumption and the longest name is shorter."""

LARGEST_TEXT = 60_000
"""Bytes that a code may unpack to."""


_NO_LETTER = re.compile(r"[^A-Za-z0-9_-]")


def scenario_code(scenario: Scenario) -> str:
    """Return a text from which :func:`scenario_from_code` makes the same scenario.

    Only controls that differ from their defaults are in it, and assumptions that were changed.
    """
    loosest = default_scenario(scenario.case)
    moved = {
        control.id: value
        for control, value, default in zip(
            scenario.case.controls, scenario.values, loosest.values, strict=True
        )
        if value != default
    }
    document: dict[str, object] = {
        "case": scenario.case.id,
        "name": scenario.name,
        "controls": moved,
    }
    if scenario.as_of is not None:
        document["as_of"] = scenario.as_of.isoformat()
    if scenario.case.changes:
        document["assumptions"] = change_records(scenario.case)
    packed = zlib.compress(json.dumps(document, separators=(",", ":")).encode(), 9)
    return PREFIX + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def scenario_from_code(case: Case, code: str) -> Scenario:
    """Return the scenario that a code stands for.

    Parameters
    ----------
    case
        The case that is open; a code belongs to one case.
    code
        What :func:`scenario_code` returned, with line breaks inside it or words around it.

    Raises
    ------
    ScenarioError
        If the text is no code, is of another case, or asks for what the case does not allow.
    """
    document = _unpacked(code)
    if document.get("case") != case.id:
        raise ScenarioError(
            tr("This code belongs to another case, {case}.", case=spelt(str(document.get("case"))))
        )
    controls, name = document.get("controls"), document.get("name")
    if not isinstance(controls, dict) or not isinstance(name, str):
        raise _no_code()
    values = cast("dict[str, object]", controls)
    numbers = {key: value for key, value in values.items() if isinstance(value, int | float)}
    if len(numbers) != len(values):
        raise _no_code()
    varied, problems, _ = read_changes(original(case), document.get("assumptions"), "assumptions")
    if problems:
        raise ScenarioError("\n".join(cut_short(problems)))
    day, lines = read_day(varied, document.get("as_of"), name)
    if lines:
        raise _no_code()
    scenario = default_scenario(varied).with_values(numbers).with_date(day)
    return scenario.with_name(plain_name(name) or case.name)


def _unpacked(code: str) -> dict[str, object]:
    _, _, rest = code.partition(PREFIX)
    pieces = [] if len(rest) > LONGEST_CODE else rest.split()
    # A chat breaks long lines, and people write a word after the code: both are tried.
    for text in ("".join(pieces), *pieces[:1]):
        document = _decoded(_NO_LETTER.split(text, maxsplit=1)[0])
        if document is not None:
            return document
    raise _no_code()


def _decoded(text: str) -> dict[str, object] | None:
    try:
        packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        unpacked = zlib.decompressobj().decompress(packed, LARGEST_TEXT)
        document = parse_json(unpacked.decode(), PREFIX)
    except (ValueError, binascii.Error, zlib.error, FileError):
        return None
    return cast("dict[str, object]", document) if isinstance(document, dict) else None


def _no_code() -> ScenarioError:
    return ScenarioError(
        tr(
            "This is not a scenario code. Copy one with File, Copy scenario code; "
            'it starts with "{prefix}".',
            prefix=PREFIX,
        )
    )
