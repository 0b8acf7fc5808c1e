"""The detail of a control: everything that the case says about it, ready to be read."""

from dataclasses import dataclass
from datetime import date

from explorer.figures.control_words import (
    Stretch,
    change_words,
    control_status,
    stretches,
)
from explorer.figures.line_words import control_label
from explorer.figures.mover_words import movers_words
from explorer.figures.phrase import capitalised, control_title, scale_text
from explorer.figures.source_words import source_text, source_title
from explorer.model.case import Case
from explorer.model.control import Control
from explorer.model.day_words import led_name
from explorer.model.scenario import Scenario, control_range
from explorer.model.wording import tr


@dataclass(frozen=True, slots=True)
class DatedMark:
    """One real-world anchor: its label, the value it stands at, what it says, its source."""

    label: str
    value: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class ControlDetail:
    """A control explained.

    ``movers`` says in a sentence who can move it, ``binds`` what a red line or switch rules out.
    """

    control_id: str
    title: str
    purpose: str
    background: str
    movers: str
    binds: str
    interacts: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    marks: tuple[DatedMark, ...]
    disagreement: str
    range_note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReferenceValue:
    """One value a control has somewhere: ``place`` names where, ``words`` say what it is."""

    place: str
    words: str


def control_detail(case: Case, control_id: str, day: date | None = None) -> ControlDetail:
    """Return what there is to read about a control; :class:`KeyError` if there is none.

    ``day``: The scenario's day, which tells whose will a will is.
    """
    control = case.control(control_id)
    marks = (
        DatedMark(
            label=mark.label,
            value=_mark_value(case, control, mark.value),
            words=mark.words,
            source=source_title(case, mark.source),
        )
        for mark in control.marks
    )
    return ControlDetail(
        control_id=control_id,
        title=led_name(case, control, day)
        if control.kind == "scale"
        else control_title(case, control),
        purpose=control.purpose,
        background=control.background,
        movers=movers_words(case, control),
        binds=_binds(case, control),
        interacts=control.interacts,
        stretches=stretches(case, control_id),
        marks=tuple(marks),
        disagreement=control.disagreement,
        range_note=_range_note(control),
        sources=tuple(source_text(case, source) for source in control.sources),
    )


def reference_values(
    control_id: str, *, scenario: Scenario, loaded: Scenario, baseline: Scenario
) -> tuple[ReferenceValue, ...]:
    """Return a control's value now, as loaded, in the baseline and by default, in words."""
    case = scenario.case
    default = control_range(case, case.control(control_id)).default
    places = (
        (tr("Now"), scenario.value(control_id)),
        (tr("As loaded ({name})", name=loaded.name), loaded.value(control_id)),
        (tr("Baseline ({name})", name=baseline.name), baseline.value(control_id)),
        (tr("Default"), default),
    )
    return tuple(
        ReferenceValue(place, capitalised(change_words(case, control_id, value)))
        for place, value in places
    )


def _mark_value(case: Case, control: Control, value: float) -> str:
    if control.kind == "scale":
        return scale_text(value)
    return control_status(case, control.id, round(value)).value_text


def _binds(case: Case, control: Control) -> str:
    if control.kind == "scale":
        return ""
    if control.kind != "limit":
        return control_status(case, control.id, 1).meaning
    line = control_label(case, control)
    if control.unless is None:
        return tr("A red line. {line}", line=line)
    other = case.issue(control.unless.issue)
    return tr(
        "A red line. {line} It does not apply once “{other}” is at “{level}”.",
        line=line,
        other=other.name,
        level=other.levels[control.unless.at_least].words,
    )


def _range_note(control: Control) -> str:
    if control.kind != "scale":
        return ""
    return tr(
        "Sources discuss values from {low} to {high}.",
        low=scale_text(control.low),
        high=scale_text(control.high),
    )
