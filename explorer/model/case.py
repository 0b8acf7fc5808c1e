"""The case: two parties, what they bargain over, and every number that the model uses."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, TypeVar

from pydantic import Field, model_validator

from explorer.model import case_check
from explorer.model.case_version import CaseVersion
from explorer.model.control import SCALE_MAXIMUM, Control, ControlGroup, ControlRange
from explorer.model.estimate import AssumptionChange
from explorer.model.example import (
    Check,
    DealClass,
    Landmark,
    LinePreset,
    MapGrid,
    NamedPackage,
    NamedRow,
    Preset,
    Source,
)
from explorer.model.guide import PageNote
from explorer.model.issue import Discount, Issue, Party, Stakes
from explorer.model.later import LaterFact
from explorer.model.lens import Lens
from explorer.model.limits import (
    MOST_CHANGES,
    MOST_CHECKS,
    MOST_CLASSES,
    MOST_CONTROLS,
    MOST_EVENTS,
    MOST_GROUPS,
    MOST_ISSUES,
    MOST_LANDMARKS,
    MOST_LENSES,
    MOST_PACKAGES,
    MOST_PRESETS,
    MOST_ROWS,
    MOST_SLOPES,
    MOST_SOURCES,
    MOST_STAKEHOLDERS,
    MOST_WORDS,
)
from explorer.model.outlook import MeetingRules
from explorer.model.quantity import Day, Frozen, Identifier, Text
from explorer.model.stakeholder import Gauge, Stakeholder
from explorer.model.structure import EndingShare, StructureChoice

CASE_SCHEMA_VERSION = 1

Named = TypeVar("Named", Issue, Preset, NamedRow, Lens, Stakeholder)


class Case(Frozen):
    """Two parties, their issues, controls and numbers; nothing in the engine knows more.

    The *target* gives commitments (a bundle d), the *sender* gives concessions (a bundle u). A
    package is one bundle of each. Every reference by id has been checked once a case exists.
    ``as_of`` is the day to which its values, texts and limits hold; nothing later enters them, and
    what came later stands in ``later``. ``history`` tells what each version brought, the newest
    first. ``changes`` tells which of its numbers were edited and what they were before.
    """

    format: Literal["dealzone-case"]
    schema_version: Annotated[int, Field(ge=1, le=CASE_SCHEMA_VERSION)]
    id: Identifier
    name: Text
    version: Text
    as_of: Day | None = None
    summary: Text
    limits: Annotated[tuple[Text, ...], Field(max_length=MOST_WORDS)]
    sources: Annotated[tuple[Source, ...], Field(max_length=MOST_SOURCES)]
    sender: Party
    target: Party
    ending_shares: Annotated[tuple[EndingShare, ...], Field(max_length=MOST_SLOPES)] = ()
    structure: Annotated[tuple[StructureChoice, ...], Field(max_length=MOST_WORDS)] = ()
    issues: Annotated[tuple[Issue, ...], Field(max_length=MOST_ISSUES)]
    discounts: Annotated[tuple[Discount, ...], Field(max_length=MOST_ISSUES)] = ()
    sender_stakes: Stakes
    target_stakes: Stakes
    classes: Annotated[tuple[DealClass, ...], Field(min_length=1, max_length=MOST_CLASSES)]
    controls: Annotated[tuple[Control, ...], Field(max_length=MOST_CONTROLS)]
    groups: Annotated[tuple[ControlGroup, ...], Field(max_length=MOST_GROUPS)]
    presets: Annotated[tuple[Preset, ...], Field(min_length=1, max_length=MOST_PRESETS)]
    default_preset: Identifier
    baseline_preset: Identifier
    line_presets: Annotated[tuple[LinePreset, ...], Field(max_length=MOST_PRESETS)] = ()
    packages: Annotated[tuple[NamedPackage, ...], Field(max_length=MOST_PACKAGES)] = ()
    rows: Annotated[tuple[NamedRow, ...], Field(max_length=MOST_ROWS)]
    landmarks: Annotated[tuple[Landmark, ...], Field(max_length=MOST_LANDMARKS)] = ()
    stakeholders: Annotated[tuple[Stakeholder, ...], Field(max_length=MOST_STAKEHOLDERS)] = ()
    gauges: Annotated[tuple[Gauge, ...], Field(max_length=MOST_STAKEHOLDERS)] = ()
    lenses: Annotated[tuple[Lens, ...], Field(max_length=MOST_LENSES)] = ()
    outlook: MeetingRules | None = None
    later: Annotated[tuple[LaterFact, ...], Field(max_length=MOST_EVENTS)] = ()
    map_grid: MapGrid
    checks: Annotated[tuple[Check, ...], Field(max_length=MOST_CHECKS)] = ()
    history: Annotated[tuple[CaseVersion, ...], Field(max_length=MOST_PRESETS)] = ()
    guide: Annotated[tuple[PageNote, ...], Field(max_length=MOST_WORDS)] = ()
    changes: Annotated[tuple[AssumptionChange, ...], Field(max_length=MOST_CHANGES)] = ()

    def __repr__(self) -> str:
        # Everything that holds a case shows it too; all of it would be seventy thousand signs.
        return f"Case(id={self.id!r}, version={self.version!r})"

    @model_validator(mode="after")
    def _parts_fit_together(self) -> "Case":
        problems = list(case_check.problems(self))
        if problems:
            raise ValueError("\n".join(problems))
        return self

    @cached_property
    def target_issues(self) -> tuple[Issue, ...]:
        """The issues on which the target gives, in order."""
        return tuple(issue for issue in self.issues if issue.given_by == "target")

    @cached_property
    def sender_issues(self) -> tuple[Issue, ...]:
        """The issues on which the sender gives, in order."""
        return tuple(issue for issue in self.issues if issue.given_by == "sender")

    @cached_property
    def target_shape(self) -> tuple[int, ...]:
        """How many levels each of the target's issues has."""
        return tuple(len(issue.levels) for issue in self.target_issues)

    @cached_property
    def sender_shape(self) -> tuple[int, ...]:
        """How many levels each of the sender's issues has."""
        return tuple(len(issue.levels) for issue in self.sender_issues)

    @cached_property
    def control_places(self) -> dict[str, int]:
        """At which place in :attr:`controls` each control stands, by id."""
        return {control.id: place for place, control in enumerate(self.controls)}

    @cached_property
    def control_ranges(self) -> tuple[ControlRange, ...]:
        """The values that each control can take, in the order of :attr:`controls`.

        Scales run from 0 to 100. A red line runs over the levels of its issue, and its default
        is the loosest level, which means "no line". A switch is 0 or 1; only coherence rules are
        on by default.
        """
        return tuple(self._range(control) for control in self.controls)

    def control(self, control_id: str) -> Control:
        """Return the control with this id; :class:`KeyError` if there is none."""
        return self.controls[self.control_places[control_id]]

    def issue(self, issue_id: str) -> Issue:
        """Return the issue with this id; :class:`KeyError` if there is none."""
        return _with_id(self.issues, issue_id)

    def preset(self, preset_id: str) -> Preset:
        """Return the preset with this id; :class:`KeyError` if there is none."""
        return _with_id(self.presets, preset_id)

    def row(self, row_id: str) -> NamedRow:
        """Return the board row with this id; :class:`KeyError` if there is none."""
        return _with_id(self.rows, row_id)

    def stakeholder(self, stakeholder_id: str) -> Stakeholder:
        """Return the stakeholder with this id; :class:`KeyError` if there is none."""
        return _with_id(self.stakeholders, stakeholder_id)

    def lens(self, lens_id: str) -> Lens:
        """Return the lens with this id; :class:`KeyError` if there is none."""
        return _with_id(self.lenses, lens_id)

    def party(self, role: Literal["sender", "target"]) -> Party:
        """Return the party in a role."""
        return self.sender if role == "sender" else self.target

    def controls_of(self, role: Literal["sender", "target"]) -> Iterator[Control]:
        """Yield the red lines and switches of one party, in order."""
        for control in self.controls:
            if control.kind != "scale" and control.party == role:
                yield control

    def _range(self, control: Control) -> ControlRange:
        if control.kind == "scale":
            default = control.default
            return ControlRange(0, SCALE_MAXIMUM, default, off=default, is_whole=False)
        if control.kind == "coherence":
            return ControlRange(0, 1, default=1, off=0, is_whole=True)
        if control.kind != "limit":
            return ControlRange(0, 1, default=0, off=0, is_whole=True)
        highest = len(self.issue(control.issue).levels) - 1
        loosest = highest if control.bound == "at_most" else 0
        return ControlRange(0, highest, default=loosest, off=loosest, is_whole=True)


def _with_id(things: tuple[Named, ...], wanted: str) -> Named:
    for thing in things:
        if thing.id == wanted:
            return thing
    raise KeyError(wanted)
