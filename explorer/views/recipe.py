"""A picture as a recipe: the command, and the lines of Python, that make the same one again."""

import re
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from explorer.files.case_file import bundled_case
from explorer.files.scenario_code import scenario_code
from explorer.files.shelf import AT, used_case
from explorer.model.assumption import assumption, estimate_of, original, with_estimates
from explorer.model.case import Case
from explorer.model.control import is_switch
from explorer.model.errors import ExplorerError
from explorer.model.estimate import Estimate
from explorer.model.package import Package, package_levels
from explorer.model.scenario import Scenario, preset_scenario
from explorer.model.study import SEED
from explorer.views import board, bold, robustness, side_by_side, sweep, two_factor, why
from explorer.views.showing import Showing

COMPARING = frozenset(each.VIEW.id for each in (board, side_by_side, two_factor, why))
"""The views that show what the scenario is compared with."""

SEEDED = frozenset(each.VIEW.id for each in (board, bold, robustness))
"""The views that draw assumption sets."""

_SHELL_SIGNS = re.compile(r"[&|<>^%!()@;,`$']")
"""What a shell of Windows could take for itself outside of quotation marks."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A scenario in readable parts: a preset, moved controls, changed assumptions.

    ``assumed`` hold likely values by assumption id, or the id of an option.
    """

    preset_id: str
    moved: Mapping[str, float]
    assumed: Mapping[str, tuple[float, ...] | str]


def scenario_parts(scenario: Scenario) -> Parts | None:
    """Return a scenario as the preset of its name with changes; None where that is not enough."""
    base = original(scenario.case)
    preset = next((each for each in base.presets if each.name == scenario.name), None)
    if preset is None:
        return None
    start = preset_scenario(base, preset.id)
    if start.as_of != scenario.as_of:
        return None
    assumed = {change.id: _assumed(base, change.id, change.now) for change in scenario.case.changes}
    try:
        varied = with_estimates(
            base, {id_: estimate_of(base, id_, v) for id_, v in assumed.items()}
        )
    except ExplorerError:
        return None
    if varied != scenario.case:
        return None
    moved = {
        control.id: now
        for control, now, was in zip(base.controls, scenario.values, start.values, strict=True)
        if now != was
    }
    return Parts(preset.id, moved, assumed)


def command_recipe(showing: Showing, *, is_windows: bool, output: str = "") -> str:
    """Return the command that draws a picture again, ready to be pasted into a shell.

    Parameters
    ----------
    showing
        What is drawn.
    is_windows
        Whether the words are quoted for a shell of Windows.
    output
        The file to draw into; "" for one called as the view.
    """
    words = ["dealzone", "picture", *_scenario_words(showing.scenario), "--view", showing.view_id]
    words += [*_chosen_words(showing), "-o", output or f"{showing.view_id}.png"]
    return _windows_line(words) if is_windows else shlex.join(words)


def python_recipe(showing: Showing) -> str:
    """Return lines of Python that draw a picture again."""
    name = _usual_name(showing.scenario.case)
    arguments = ["scenario", repr(showing.view_id), *_chosen_arguments(showing)]
    lines = (
        "import explorer",
        "",
        f"case = explorer.case({'' if name is None else repr(name)})",
        f"scenario = {_scenario_lines(showing.scenario)}",
        f"picture = explorer.picture({', '.join(arguments)})",
        f"picture.save({showing.view_id + '.svg'!r})",
    )
    return "\n".join(lines) + "\n"


def case_name(case: Case) -> str:
    """Return by what name a case is had again: its id, or its id and version.

    A case that lies in no known place is named all the same; whoever runs the recipe needs it in
    the folder of cases.
    """
    base = original(case)
    try:
        if used_case(base.id) == base:
            return base.id
    except ExplorerError:
        pass
    return f"{base.id}{AT}{base.version}"


def _usual_name(case: Case) -> str | None:
    """Return a case's name where it has to be told; None for the usual case."""
    name = case_name(case)
    return None if name == bundled_case().id else name


def _assumed(case: Case, assumption_id: str, now: Estimate) -> tuple[float, ...] | str:
    item = assumption(case, assumption_id)
    return item.options[int(now.values[0])][0] if item.kind == "choice" else now.values


def _scenario_words(scenario: Scenario) -> Iterator[str]:
    """Yield the words of a command that name a scenario."""
    parts = scenario_parts(scenario)
    yield scenario_code(scenario) if parts is None else parts.preset_id
    if parts is not None:
        if parts.moved:
            yield "--set"
            yield from (_setting(scenario.case, *pair) for pair in parts.moved.items())
        if parts.assumed:
            yield "--assume"
            yield from (f"{id_}={_value_words(value)}" for id_, value in parts.assumed.items())
        if parts.moved or parts.assumed:
            yield from ("--name", scenario.name)
    name = _usual_name(scenario.case)
    yield from () if name is None else ("--case", name)


def _setting(case: Case, control_id: str, value: float) -> str:
    if is_switch(case.control(control_id)):
        return f"{control_id}={'on' if value else 'off'}"
    return f"{control_id}={value!r}"


def _value_words(value: tuple[float, ...] | str) -> str:
    return value if isinstance(value, str) else ",".join(map(repr, value))


def _one_word(scenario: Scenario) -> str:
    """Return a scenario in one word: a preset's id, or its code."""
    parts = scenario_parts(scenario)
    is_preset = parts is not None and not parts.moved and not parts.assumed
    return parts.preset_id if parts is not None and is_preset else scenario_code(scenario)


def _chosen_words(showing: Showing) -> Iterator[str]:
    if _is_other_row(showing):
        yield from ("--row", showing.row)
    if showing.view_id == sweep.VIEW.id:
        yield from ("--control", showing.control)
    if showing.package is not None:
        yield from ("--package", package_text(showing.scenario.case, showing.package))
    for name, scenario in _compared(showing).items():
        yield from (f"--{name}", _one_word(scenario))
    for letter, scenario in _pins(showing):
        yield from ("--pin", f"{letter}={_one_word(scenario)}")
    if showing.is_comparing and showing.view_id in COMPARING:
        yield "--compare"
    if showing.choices:
        yield from ("--choose", *(f"{id_}={value}" for id_, value in showing.choices.items()))
    if showing.seed != SEED and showing.view_id in SEEDED:
        yield from ("--seed", str(showing.seed))


def _chosen_arguments(showing: Showing) -> Iterator[str]:
    if _is_other_row(showing):
        yield f"row={showing.row!r}"
    if showing.view_id == sweep.VIEW.id:
        yield f"control={showing.control!r}"
    if showing.package is not None:
        yield f"package={package_levels(showing.scenario.case, showing.package)!r}"
    for name, scenario in _compared(showing).items():
        yield f"{name}={_scenario_lines(scenario)}"
    pins = [f"{letter!r}: {_scenario_lines(each)}" for letter, each in _pins(showing)]
    if pins:
        yield f"pins={{{', '.join(pins)}}}"
    if showing.is_comparing and showing.view_id in COMPARING:
        yield "compare=True"
    if showing.choices:
        yield f"choices={dict(showing.choices)!r}"
    if showing.seed != SEED and showing.view_id in SEEDED:
        yield f"seed={showing.seed}"


def _is_other_row(showing: Showing) -> bool:
    """Return whether another row than the first is selected."""
    return showing.row not in ("", *(each.id for each in showing.scenario.case.rows[:1]))


def _compared(showing: Showing) -> dict[str, Scenario]:
    """Return what the picture compares the scenario with, by the name of an option."""
    if showing.view_id not in COMPARING:
        return {}
    known = {"baseline": showing.baseline, "loaded": showing.loaded, "before": showing.before}
    return {name: each for name, each in known.items() if each is not None}


def _pins(showing: Showing) -> tuple[tuple[str, Scenario], ...]:
    return showing.pins if showing.view_id in COMPARING else ()


def package_text(case: Case, package: Package) -> str:
    """Return a package as its levels above nothing, such as "icbm=2,test=1"; "none" for nothing."""
    levels = package_levels(case, package)
    return ",".join(f"{id_}={level}" for id_, level in levels.items() if level) or "none"


def _scenario_lines(scenario: Scenario) -> str:
    """Return an expression of Python for a scenario; ``case`` stands for its case."""
    parts = scenario_parts(scenario)
    if parts is None:
        return f"case.from_code({scenario_code(scenario)!r})"
    text = f"case.scenario({parts.preset_id!r})"
    if parts.moved:
        values = {
            id_: bool(value) if is_switch(scenario.case.control(id_)) else value
            for id_, value in parts.moved.items()
        }
        text += ".set(" + ", ".join(f"{id_}={value!r}" for id_, value in values.items()) + ")"
    if parts.assumed:
        text += f".assume({dict(parts.assumed)!r})"
    return text


def _windows_line(words: list[str]) -> str:
    """Return words as one line for a shell of Windows."""
    return " ".join(map(_windows_word, words))


def _windows_word(word: str) -> str:
    """Return a word as it is split off again; what a shell could take for itself is quoted."""
    if not _SHELL_SIGNS.search(word) or " " in word or word.endswith("\\"):
        return subprocess.list2cmdline([word])
    # A blank has the word quoted; it stands before the last mark.
    return subprocess.list2cmdline([f"{word} "])[:-2] + '"'
