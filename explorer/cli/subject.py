"""The scenario that a command is about: a preset's name or a file, with settings changed."""

import os
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from explorer.cli.own_cases import case_named
from explorer.cli.paths import exists
from explorer.files.case_beside import read_case_beside
from explorer.files.console import complain
from explorer.files.document import document_kind, read_document
from explorer.files.document_text import Document
from explorer.files.json_text import cut_short
from explorer.files.scenario_code import PREFIX, scenario_from_code
from explorer.model.case import Case
from explorer.model.control import Control, is_switch
from explorer.model.errors import FileError, ScenarioError
from explorer.model.scenario import Scenario, control_range, preset_scenario
from explorer.model.typed_numbers import has_decimal_comma, number_in, with_point_hint
from explorer.model.wording import tr
from explorer.views.past_years import year_scenarios

NO_LINE = ("none", "no-line", "off")
"""Words for a red line that is not drawn."""

ON, OFF = ("on", "true", "yes"), ("off", "false", "no")
"""Words for a switch."""

LONGEST_ECHO = 100
"""How many characters of what was typed a message repeats."""

FILE_SUFFIXES = (".dealzone", ".json")
"""How names end that must mean files."""


SHORTEST_PART = 3
"""How many letters a part of a name has at least to be taken for it."""

MOST_NAMES = 60
"""How many known names a message lists."""


def chosen_scenario(
    name: str | None, settings: Sequence[str], *, case_path: Path | None = None
) -> Scenario:
    """Return the scenario that a command names, with some controls set.

    Parameters
    ----------
    name
        A preset's id, a scenario code, or the path of a document or of a case file, which stands
        for its default preset; None for the default preset.
    settings
        Texts of the form ``ID=VALUE``; a later one wins over an earlier one.
    case_path
        A case file, or a case's id, to take instead of the usual case.

    Raises
    ------
    ScenarioError
        If a preset, a control or a value is not known; the message offers the nearest.
    FileError
        If a file cannot be read.
    """
    scenario = _scenario(name, case_path)
    changed = scenario.with_values(dict(_setting(scenario.case, text) for text in settings))
    if changed.values == scenario.values:
        return scenario
    return changed.with_name(tr("{name}, changed", name=scenario.name))


def first_leverage(case: Case) -> str:
    """Return the id of the case's first leverage control, or of its first control without one."""
    leverage = (c.id for c in case.controls if c.kind == "scale" and c.role == "leverage")
    return next(leverage, case.controls[0].id)


def known_id(wanted: str, known: Iterable[str], *, option: str) -> str:
    """Return an id if it is known.

    Raises :class:`ScenarioError` if it is not; the message names the option and offers the nearest
    id.
    """
    names = list(known)
    if wanted in names:
        return wanted
    raise ScenarioError(
        tr(
            '{option}: there is no "{wanted}". {hint}',
            option=option,
            wanted=printable(wanted),
            hint=nearest(wanted, names),
        )
    )


def first_row(case: Case) -> str:
    """Return the id of the first row of a case's board, or "" where it has none."""
    return case.rows[0].id if case.rows else ""


def known_row(case: Case, wanted: str) -> str:
    """Return the id of a row of a case's board; see :func:`known_id`."""
    return known_id(wanted, [row.id for row in case.rows], option="--row")


def document_in(path: Path) -> Document:
    """Return the document in a file, and complain of what in it is not understood.

    Raises :class:`FileError` if it cannot be read.
    """
    opened = read_document(path)
    for line in cut_short(opened.problems):
        complain(tr("{path}: {problem}", path=path, problem=line))
    return opened.document


def nearest(wanted: str, known: Iterable[str]) -> str:
    """Return a hint at the known name that holds what was given or is most like it, or at all."""
    names = list(dict.fromkeys(known))
    close = [name for name in names if len(wanted) >= SHORTEST_PART and wanted.lower() in name]
    close += get_close_matches(wanted, names, n=1, cutoff=0.5)
    if close:
        return tr('Did you mean "{name}"?', name=close[0])
    shown = ", ".join(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        return tr("Known: {names} and {n} more.", names=shown, n=len(names) - MOST_NAMES)
    return tr("Known: {names}.", names=shown)


def _scenario(name: str | None, case_path: Path | None) -> Scenario:
    case = case_named(case_path)
    presets = [preset.id for preset in case.presets]
    if name is None:
        return preset_scenario(case, case.default_preset)
    if name.startswith(PREFIX):
        return scenario_from_code(case, name)
    if name in presets:
        return preset_scenario(case, name)
    # Without red lines, as the picture of the past has it at first.
    year = dict(year_scenarios(case, {})).get(name)
    if year is not None:
        return year
    if not _means_file(name):
        raise ScenarioError(
            tr(
                'There is no preset "{name}" and no file of that name. {hint} '
                '"dealzone list presets" shows them all.',
                name=printable(name),
                hint=nearest(name, presets),
            )
        )
    if case_path is not None:
        raise ScenarioError(
            tr("{name}: a file brings its own case. Leave --case out.", name=printable(name))
        )
    return _scenario_in_file(Path(name))


def _scenario_in_file(path: Path) -> Scenario:
    if document_kind(path) == "case":
        case = read_case_beside(path)
        return preset_scenario(case, case.default_preset)
    opened = read_document(path)
    lines = "\n".join(cut_short(opened.problems))
    if any(line.startswith("scenario") for line in opened.problems):
        raise FileError(
            tr("{path}: the scenario is not understood.\n{lines}", path=path, lines=lines)
        )
    if lines:
        complain(tr("{path} is understood in part.\n{lines}", path=path, lines=lines))
    return opened.document.scenario


def printable(text: str) -> str:
    """Return foreign text cut short and without anything that could upset a terminal."""
    short = text if len(text) <= LONGEST_ECHO else text[:LONGEST_ECHO] + "..."
    return "".join(sign if sign.isprintable() else "?" for sign in short)


def _means_file(name: str) -> bool:
    separators = {os.sep, os.altsep} - {None}
    if name.lower().endswith(FILE_SUFFIXES) or any(str(sign) in name for sign in separators):
        return True
    return exists(Path(name))


def _setting(case: Case, text: str) -> tuple[str, float]:
    control_id, equals, value = text.partition("=")
    if not equals:
        raise ScenarioError(
            tr(
                '"{text}" is not a setting: write --set ID=VALUE, and SCENARIO before --set.',
                text=printable(text),
            )
        )
    control_id, value = control_id.strip(), value.strip()
    if control_id not in case.control_places:
        raise ScenarioError(
            tr(
                '--set {text}: there is no control "{control}". {hint}',
                text=printable(text),
                control=printable(control_id),
                hint=nearest(control_id, case.control_places),
            )
        )
    return control_id, _value(case, case.control(control_id), value)


def _value(case: Case, control: Control, text: str) -> float:
    word = text.lower()
    if control.kind == "limit" and word in NO_LINE:
        return control_range(case, control).default
    if is_switch(control) and word in ON + OFF:
        return float(word in ON)
    number = number_in(text.replace("\N{MINUS SIGN}", "-"))
    if number is not None:
        return number
    problem = tr(
        "--set {control}={value}: this is not a value. {control} takes {range}.",
        control=control.id,
        value=printable(text),
        range=range_words(case, control),
    )
    raise ScenarioError(with_point_hint(problem) if has_decimal_comma(text) else problem)


def range_words(case: Case, control: Control) -> str:
    """Return in words which values a control takes on the command line."""
    allowed = control_range(case, control)
    if control.kind == "scale":
        return tr("{low:g} to {high:g}", low=allowed.minimum, high=allowed.maximum)
    if is_switch(control):
        return tr("on or off")
    return tr('{low:g} to {high:g}, or "none"', low=allowed.minimum, high=allowed.maximum)
