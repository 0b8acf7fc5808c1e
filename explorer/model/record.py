"""The record: what happened between the parties of a case, year by year, with its sources."""

import math
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from explorer.model.case import Case
from explorer.model.episode import (
    Confidence,
    CountTest,
    Episode,
    Lines,
    LineTest,
    SweepTest,
)
from explorer.model.example import NamedPackage, Source
from explorer.model.limits import (
    MOST_CONTROLS,
    MOST_EVENTS,
    MOST_PARTS,
    MOST_PERIODS,
    MOST_SOURCES,
    MOST_WORDS,
    MOST_YEARS,
)
from explorer.model.quantity import (
    Day,
    FreeText,
    Frozen,
    Identifier,
    Measure,
    ScaleQuantity,
    ScaleValue,
    Text,
)

RECORD_SCHEMA_VERSION = 1

Year = Annotated[int, Field(ge=1800, le=2200)]
Said = Annotated[dict[Identifier, Text], Field(max_length=MOST_CONTROLS)]
"""What controls stood for at a time, in a few words each, by control id."""

MOST_TEMPO = 1_000_000
"""How much can be counted in one year."""


class RecordSource(Source):
    """A source of the record; ``basis`` tells whether its page was seen in the study."""

    url: FreeText = ""
    basis: Literal["found", "knowledge", "judgement"]


class IndexPart(Frozen):
    """One part of an index: points for where an input lies between ``low`` and ``high``.

    The points are ``weight`` times the share of the way from low to high, held between 0 and 1;
    of its square root where ``shape`` says so.
    """

    input: Identifier
    name: Text
    weight: Annotated[float, Field(ge=0.001, le=100)]
    low: Measure
    high: Measure
    shape: Literal["straight", "root"]
    words: Text
    source: Identifier

    @model_validator(mode="after")
    def _rises(self) -> Self:
        if not self.low < self.high:
            raise ValueError(f"low {self.low:g} must lie below high {self.high:g}")
        return self

    def points(self, value: float) -> float:
        """Return the points of an input's value, 0 to ``weight``."""
        share = min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))
        return self.weight * (share**0.5 if self.shape == "root" else share)


class Index(Frozen):
    """How a leverage control's value of a year is worked out: the sum of its parts' points."""

    control: Identifier
    rule: Text
    weakness: Text
    parts: Annotated[tuple[IndexPart, ...], Field(min_length=1, max_length=MOST_PARTS)]


class RecordYear(Frozen):
    """One year: inputs, the indices made of them, and how far these can be relied on.

    ``inputs``, ``indices`` and ``tempo`` are None where nothing is known. Indices are whole
    numbers from 0 to 100 by the id of their control. ``judged`` holds values of other scales that
    no rule gives. ``words`` tell the facts behind a value, by control: they belong to the year, and
    a value of the same height in another year may stand for others.
    """

    year: Year
    inputs: Annotated[dict[Identifier, Measure | None], Field(max_length=MOST_CONTROLS)]
    indices: Annotated[dict[Identifier, ScaleValue | None], Field(max_length=MOST_CONTROLS)]
    confidence: Annotated[dict[Identifier, Confidence], Field(max_length=MOST_CONTROLS)]
    tempo: Annotated[int, Field(ge=0, le=MOST_TEMPO)] | None
    tempo_confidence: Confidence
    tempo_note: FreeText = ""
    judged: Annotated[dict[Identifier, ScaleValue], Field(max_length=MOST_CONTROLS)] = Field(
        default_factory=dict
    )
    words: Said = Field(default_factory=dict)


class Tempo(Frozen):
    """What is counted year by year beside the indices, without entering them."""

    name: Text
    words: Text
    source: Identifier


class RecordEvent(Frozen):
    """Something that happened in a year; ``index`` is the control that it concerns, if any."""

    year: Year
    index: Identifier | None = None
    words: Text
    source: Identifier


class Period(Frozen):
    """A stretch of time with one pair of wills, trust in both sides, and one set of red lines.

    ``trust`` holds credibilities; one that is not named stands at its default. ``words`` tell what
    wills and trust stood for at the time.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=60)]
    name: Text
    start: Day
    end: Day
    wills: Annotated[dict[Identifier, ScaleQuantity], Field(max_length=MOST_CONTROLS)]
    trust: Annotated[dict[Identifier, ScaleQuantity], Field(max_length=MOST_CONTROLS)] = Field(
        default_factory=dict
    )
    words: Said = Field(default_factory=dict)
    lines: Lines
    confidence: Confidence
    note: Text
    source: Identifier

    @property
    def scales(self) -> dict[str, float]:
        """The values of wills and trust by control."""
        return {id_: each.value for id_, each in {**self.wills, **self.trust}.items()}


class HoldOut(Frozen):
    """The year from which answers are counted apart, and how far they were set apart."""

    start: Year
    words: Text


class Record(Frozen):
    """Everything that is known of the history of one case."""

    format: Literal["dealzone-record"]
    schema_version: Annotated[int, Field(ge=1, le=RECORD_SCHEMA_VERSION)]
    case: Identifier
    version: FreeText = ""
    name: Text
    summary: Text
    warning: Text
    limits: Annotated[tuple[Text, ...], Field(max_length=MOST_WORDS)]
    hold_out: HoldOut | None = None
    tempo: Tempo
    sources: Annotated[tuple[RecordSource, ...], Field(max_length=MOST_SOURCES)]
    indices: Annotated[tuple[Index, ...], Field(max_length=MOST_CONTROLS)]
    years: Annotated[tuple[RecordYear, ...], Field(min_length=1, max_length=MOST_YEARS)]
    events: Annotated[tuple[RecordEvent, ...], Field(max_length=MOST_EVENTS)]
    periods: Annotated[tuple[Period, ...], Field(min_length=1, max_length=MOST_PERIODS)]
    episodes: Annotated[tuple[Episode, ...], Field(max_length=MOST_EVENTS)]
    tests: Annotated[
        tuple[Annotated[LineTest | SweepTest | CountTest, Field(discriminator="kind")], ...],
        Field(max_length=MOST_PARTS),
    ]

    def __repr__(self) -> str:
        # Everything that holds a record shows it too.
        return f"Record(case={self.case!r}, years={len(self.years)})"

    @model_validator(mode="after")
    def _parts_fit_together(self) -> Self:
        problems = [*_source_problems(self), *_index_problems(self), *_time_problems(self)]
        if problems:
            raise ValueError("\n".join(problems))
        return self

    @cached_property
    def by_year(self) -> dict[int, RecordYear]:
        """The years by their number."""
        return {year.year: year for year in self.years}

    def source(self, source_id: str) -> RecordSource:
        """Return the source with an id; :class:`KeyError` if there is none."""
        return {source.id: source for source in self.sources}[source_id]

    def period_at(self, day: date) -> Period:
        """Return the period of a day; :class:`KeyError` if there is none."""
        for period in self.periods:
            if period.start <= day <= period.end:
                return period
        raise KeyError(day)

    def period_of(self, year: int) -> Period:
        """Return the period of a year: the one in which the year begins."""
        return self.period_at(date(year, 1, 1))

    def episodes_in(self, year: int) -> tuple[Episode, ...]:
        """Return the episodes that touch a year, in order."""
        return tuple(each for each in self.episodes if each.start.year <= year <= each.end.year)

    @property
    def later_episodes(self) -> tuple[Episode, ...]:
        """The episodes that begin after the last year, for which there are no indices."""
        last = self.years[-1].year
        return tuple(each for each in self.episodes if each.start.year > last)

    def packages_in(self, year: int) -> tuple[NamedPackage, ...]:
        """Return the proposals of a year as packages with a name, in order."""
        return tuple(
            NamedPackage(
                id=proposal.id,
                name=proposal.name,
                short=proposal.short,
                levels=proposal.levels,
                note=proposal.note or episode.name,
                source=episode.sources[0],
            )
            for episode in self.episodes_in(year)
            for proposal in episode.proposals
        )


def _source_problems(record: Record) -> Iterator[str]:
    known = {source.id for source in record.sources}
    named = [record.tempo.source]
    named += [part.source for index in record.indices for part in index.parts]
    named += [event.source for event in record.events]
    named += [period.source for period in record.periods]
    named += [
        each.source
        for period in record.periods
        for each in (*period.wills.values(), *period.trust.values())
    ]
    named += [source for episode in record.episodes for source in episode.sources]
    named += [test.source for test in record.tests]
    yield from (f'there is no source "{source}"' for source in named if source not in known)


def _index_problems(record: Record) -> Iterator[str]:
    for year in record.years:
        for index in record.indices:
            stated, found = year.indices.get(index.control), index_value(index, year)
            if (stated is None) != (found is None):
                yield f"{year.year}: {index.control} and its inputs must both be known or neither"
            elif stated is not None and found is not None and stated != half_up(found):
                yield f"{year.year}: {index.control} is {stated:g}, but its rule gives {found:.2f}"
        for control in (*(index.control for index in record.indices), *year.judged):
            if control not in year.confidence:
                yield f"{year.year}: {control} has no confidence"


def _time_problems(record: Record) -> Iterator[str]:
    numbers = [year.year for year in record.years]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        yield "the years must follow each other without a break"
    for year in numbers:
        try:
            record.period_of(year)
        except KeyError:
            yield f"no period holds the beginning of {year}"
    for episode in record.episodes:
        if episode.end < episode.start:
            yield f"{episode.id}: it ends before it begins"


def half_up(value: float) -> int:
    """Return the nearest whole number, the upper one of two that are as near.

    Values within a billionth of a half count as that half, as sums of fractions are.
    """
    return math.floor(value + 0.5 + 1e-9)


def index_value(index: Index, year: RecordYear) -> float | None:
    """Return an index of a year by its rule, unrounded, or None where an input is not known."""
    total = 0.0
    for part in index.parts:
        value = year.inputs.get(part.input)
        if value is None:
            return None
        total += part.points(value)
    return total


def record_fits(record: Record, case: Case) -> bool:
    """Return whether a case knows all controls, issues and levels that a record names.

    A case that was edited by hand may keep its id and yet have other issues.
    """
    controls = [index.control for index in record.indices]
    controls += [id_ for year in record.years for id_ in (*year.judged, *year.words)]
    for period in record.periods:
        controls += [*period.wills, *period.trust, *period.words, *period.lines]
    controls += [id_ for test in record.tests for id_ in _test_controls(test)]
    presets = {preset.id for preset in case.presets}
    counts = {issue.id: len(issue.levels) for issue in case.issues}
    levels = [
        pair
        for episode in record.episodes
        for each in episode.proposals
        for package in (each, *each.readings)
        for pair in package.levels.items()
    ]
    return (
        record.case == case.id
        and all(id_ in case.control_places for id_ in controls)
        and all(level < counts.get(issue, 0) for issue, level in levels)
        and all(test.preset in presets for test in record.tests if test.kind == "count")
    )


def _test_controls(test: LineTest | SweepTest | CountTest) -> tuple[str, ...]:
    """Return the ids of the controls that an outside test sets."""
    if test.kind == "line":
        return tuple(test.lines)
    if test.kind == "count":
        return (*test.fewer, *test.more)
    return (test.control, *test.values)
