"""The words of controls: what a value means, which stretch it lies in, which lines are drawn."""

from dataclasses import dataclass

from explorer.figures.line_words import is_no_line, line_sentence, line_value, runs_backwards
from explorer.figures.pattern_words import rule_words
from explorer.figures.phrase import control_title, listed, scale_text
from explorer.model.case import Case
from explorer.model.control import (
    CoherenceControl,
    ConsentControl,
    Control,
    GuardControl,
    LimitControl,
    ScaleControl,
    is_switch,
)
from explorer.model.issue import Role
from explorer.model.scenario import SCALE_MAXIMUM, Scenario, control_range, with_line_preset
from explorer.model.wording import tr


@dataclass(frozen=True, slots=True)
class ControlStatus:
    """One value of a control in words.

    ``status`` is the word under the slider, ``value_text`` the value itself, short, and
    ``meaning`` the written definition of the status; it is "" where the words say it all.
    """

    status: str
    value_text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """One line of a control's range table: which values, their word, and what it means."""

    values: str
    words: str
    meaning: str
    first: float
    last: float

    def holds(self, value: float) -> bool:
        """Whether a value lies in this stretch."""
        return self.first <= value <= self.last


def control_status(case: Case, control_id: str, value: float) -> ControlStatus:
    """Return what a value of a control means in words.

    Parameters
    ----------
    case, control_id
        Which control; :class:`KeyError` if there is none.
    value
        In the control's own units: 0 to 100, a level, or 0 and 1.
    """
    control = case.control(control_id)
    if control.kind == "scale":
        return _scale_status(control, value)
    if control.kind == "limit":
        return _limit_status(case, control, value)
    if not value:
        return _off_status()
    if control.kind == "guard":
        return _guard_status(case, control)
    return _rule_status(case, control)


def change_words(case: Case, control_id: str, value: float) -> str:
    """Return a value in the words of a list of changes, a red line's with whose it is.

    Scales tell word and number, because two values can share a word.
    """
    status = control_status(case, control_id, value)
    control = case.control(control_id)
    if is_switch(control):
        return status.value_text
    if control.kind == "scale":
        return tr("{words} ({value})", words=status.status, value=status.value_text)
    return line_value(case, control, value) if control.kind == "limit" else status.value_text


def set_words(case: Case, control_id: str, value: float) -> str:
    """Return a control and its value together, a red line's as a sentence without its stop."""
    control = case.control(control_id)
    if control.kind == "limit":
        return line_sentence(case, control, value)
    words = change_words(case, control_id, value)
    return tr("{control}: {value}", control=control_title(case, control), value=words)


def move_name(case: Case, control_id: str) -> str:
    """Return what undo calls a move of a control, such as "move Russia alignment"."""
    control = case.control(control_id)
    title = control_title(case, control)
    if is_switch(control):
        return tr("switch {control}", control=title)
    return tr("move {control}", control=title)


def reset_name(case: Case, control_id: str) -> str:
    """Return what undo calls a reset of a control, such as "reset Russia alignment"."""
    return tr("reset {control}", control=control_title(case, case.control(control_id)))


def is_drawn(case: Case, control_id: str, value: float) -> bool:
    """Tell whether a red line or switch restricts anything; a scale never does."""
    control = case.control(control_id)
    return control.kind != "scale" and value != control_range(case, control).off


def drawn_lines(scenario: Scenario) -> tuple[str, ...]:
    """Return the ids of all red lines and switches that are on, in the case's order.

    Coherence rules are on by default and make no position of anybody: they are left out.
    """
    case = scenario.case
    return tuple(
        control.id
        for control in case.controls
        if control.kind != "coherence" and is_drawn(case, control.id, scenario.value(control.id))
    )


def line_preset_of(scenario: Scenario, role: Role) -> str:
    """Return the id of the set of red lines that a party has drawn; "" if it is none of them."""
    case = scenario.case
    for preset in case.line_presets:
        if preset.party == role and with_line_preset(scenario, preset.id) == scenario:
            return preset.id
    return ""


def stretches(case: Case, control_id: str) -> tuple[Stretch, ...]:
    """Return a control's whole range as a table, from the left end of its track to the right."""
    control = case.control(control_id)
    if control.kind == "scale":
        return _scale_stretches(control)
    last = int(control_range(case, control).maximum)
    steps = tuple(_step(case, control, value) for value in range(last + 1))
    return steps[::-1] if runs_backwards(case, control) else steps


def _scale_status(control: ScaleControl, value: float) -> ControlStatus:
    started = [word for word in control.status if word.start <= value]
    word = started[-1] if started else control.status[0]
    return ControlStatus(word.words, scale_text(value), word.meaning)


def _limit_status(case: Case, control: LimitControl, value: float) -> ControlStatus:
    if is_no_line(case, control, value):
        return ControlStatus(tr("no line"), tr("no line"), tr("Any level is acceptable."))
    level = case.issue(control.issue).levels[int(value)]
    return ControlStatus(level.words, level.short, "")


def _off_status() -> ControlStatus:
    return ControlStatus(tr("off"), tr("off"), tr("Nothing is ruled out by this."))


def _guard_status(case: Case, control: GuardControl) -> ControlStatus:
    name = case.stakeholder(control.stakeholder).name
    meaning = tr("No package may leave {name} worse off than it is today.", name=name)
    return ControlStatus(tr("on: no loss allowed"), tr("on"), meaning)


def _rule_status(case: Case, control: ConsentControl | CoherenceControl) -> ControlStatus:
    meaning = rule_words(case, control)
    if control.kind == "coherence":
        return ControlStatus(tr("on: left out"), tr("on"), meaning)
    words = listed(
        tr("“{level}”", level=case.issue(each.issue).levels[each.at_least].words)
        for each in control.conditions
    )
    return ControlStatus(tr("on: needs {levels}", levels=words), tr("on"), meaning)


def _scale_stretches(control: ScaleControl) -> tuple[Stretch, ...]:
    starts = [word.start for word in control.status]
    ends = [*starts[1:], SCALE_MAXIMUM]
    table: list[Stretch] = []
    for word, following in zip(control.status, ends, strict=True):
        is_last = word is control.status[-1]
        end = following if is_last else following - 1
        values = tr("{start} to {end}", start=scale_text(word.start), end=scale_text(end))
        last = following if is_last else _just_below(following)
        table.append(Stretch(values, word.words, word.meaning, word.start, last))
    return tuple(table)


def _just_below(value: float) -> float:
    return value - 1e-6


def _step(case: Case, control: Control, value: int) -> Stretch:
    status = control_status(case, control.id, value)
    if control.kind == "limit" and not is_no_line(case, control, value):
        bound = tr("at most") if control.bound == "at_most" else tr("at least")
        return Stretch(bound, status.status, status.meaning, value, value)
    return Stretch(status.value_text, status.status, status.meaning, value, value)
