"""History: the record year by year, the check of every answer, its scores, and outside tests."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from explorer.figures.choice import Choice, choice_of
from explorer.figures.history_scores import check_sentence, outside_sentence, scores_table
from explorer.figures.history_tables import check_table, outside_table, tempo_text, years_table
from explorer.figures.phrase import listed
from explorer.figures.table import Table
from explorer.model.case import Case
from explorer.model.history_year import is_edited_year, year_of
from explorer.model.record import Record, RecordYear
from explorer.model.record_result import HoldOutOutcome, RecordCheck, RecordFindings
from explorer.model.scenario import Scenario
from explorer.model.wording import tr

Show = Literal["indices", "check", "scores", "tests"]
Lines = Literal["none", "period"]

SHOW, LINES, SPEED = "history.show", "history.lines", "history.speed"
"""The ids of the choices: what is shown, which red lines a year brings, how fast it plays."""

SPEEDS = {"usual": 1200, "slow": 2500, "fast": 500}
"""How many milliseconds a year stays while playing; the first is the usual one."""


@dataclass(frozen=True, slots=True, eq=False)
class HistoryFigure:
    """What the view of history shows.

    ``record`` is None where a case has none; ``findings`` are there where the check, its scores or
    the outside tests are shown, ``hold_out`` where the scores are. ``year`` is the one from which
    the scenario was made; ``is_edited`` tells that its scales were moved since. ``milliseconds``
    is how long a year stays while the years play.
    """

    case: Case
    record: Record | None
    findings: RecordFindings | None
    show: Show
    lines: Lines
    year: int | None
    is_edited: bool
    milliseconds: int
    choices: tuple[Choice, ...]
    hold_out: HoldOutOutcome | None = None

    @property
    def title(self) -> str:
        """The heading."""
        return _title(self.record)

    @property
    def sentence(self) -> str:
        """What the picture says now."""
        return _sentence(self)

    @property
    def with_lines(self) -> bool:
        """Whether a chosen year brings the red lines of its period."""
        return self.lines == "period"

    @property
    def check(self) -> RecordCheck | None:
        """The check as chosen, with or without lines; None without findings."""
        if self.findings is None:
            return None
        return self.findings.with_lines if self.with_lines else self.findings.plain

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the record, in order; none without a record."""
        return () if self.record is None else tuple(self.record.by_year)

    @property
    def table(self) -> Table:
        """The same numbers as words, made when asked for."""
        if self.record is None:
            return Table(caption=self.sentence, columns=(tr("Year"),), cells=())
        if self.show == "check" and self.check is not None:
            return check_table(self.case, self.record, self.check)
        if self.show == "scores" and self.check is not None:
            return scores_table(self.case, self.record, self.check, self.hold_out)
        if self.show == "tests" and self.findings is not None:
            return outside_table(self.case, self.findings)
        return years_table(self.case, self.record)


def history_choices(wanted: Mapping[str, str]) -> tuple[Choice, Choice, Choice]:
    """Return what can be chosen about the view: what it shows, lines of a year, speed.

    ``wanted``: Wishes by the id of a choice; unknown ones are passed over.
    """
    show = (
        ("indices", tr("leverage by year")),
        ("check", tr("model against the record")),
        ("scores", tr("scores")),
        ("tests", tr("outside tests")),
    )
    lines = (("none", tr("none")), ("period", tr("those of the period")))
    speed = (("usual", tr("normal")), ("slow", tr("slow")), ("fast", tr("fast")))
    return (
        choice_of(SHOW, tr("Show"), show, wanted.get(SHOW)),
        choice_of(LINES, tr("Red lines"), lines, wanted.get(LINES)),
        choice_of(SPEED, tr("Speed"), speed, wanted.get(SPEED)),
    )


def history_figure(
    scenario: Scenario,
    record: Record | None,
    findings: RecordFindings | None,
    wanted: Mapping[str, str],
    *,
    hold_out: HoldOutOutcome | None = None,
) -> HistoryFigure:
    """Return what the view of history shows.

    Parameters
    ----------
    scenario
        What is explored; it may be a year of the record.
    record
        The record of the scenario's case, None where there is none.
    findings
        What the model says of the record; needed for all but the indices.
    wanted
        Wishes by the id of a choice.
    hold_out
        How models chosen by the early answers answer the later ones, where one was looked for.
    """
    choices = history_choices(wanted) if record is not None else ()
    show = cast("Show", choices[0].chosen) if choices else "indices"
    lines = cast("Lines", choices[1].chosen) if choices else "none"
    year = None if record is None else year_of(record, scenario)
    edited = record is not None and year is not None and is_edited_year(record, scenario, year)
    speed = SPEEDS[choices[2].chosen] if choices else SPEEDS["usual"]
    if show != "indices":
        choices = choices[:2] if show in ("check", "scores") else choices[:1]
    return HistoryFigure(
        case=scenario.case,
        record=record,
        findings=findings,
        show=show,
        lines=lines,
        year=year,
        is_edited=edited,
        milliseconds=speed,
        choices=choices,
        hold_out=hold_out,
    )


def _title(record: Record | None) -> str:
    if record is None:
        return tr("History")
    years = tuple(record.by_year)
    return tr("History {first}\N{EN DASH}{last}", first=years[0], last=years[-1])


def _sentence(figure: HistoryFigure) -> str:
    record, check = figure.record, figure.check
    if record is None:
        return tr("No record of the past comes with this case.")
    if figure.show in ("check", "scores") and check is not None:
        return check_sentence(figure.case, record, check)
    if figure.show == "tests" and figure.findings is not None:
        return outside_sentence(figure.findings)
    if figure.year is None:
        return _span_sentence(figure.case, record)
    return _year_sentence(figure, record, figure.year)


def _span_sentence(case: Case, record: Record) -> str:
    first, last = record.years[0], record.years[-1]
    moves = [
        tr(
            "{control} from {first} to {last}",
            control=case.control(index.control).name,
            first=number_text(first.indices[index.control]),
            last=number_text(last.indices[index.control]),
        )
        for index in record.indices
    ]
    return tr(
        "From {start} to {end}: {moves}. Choose a year to set the sliders to it.",
        start=first.year,
        end=last.year,
        moves=listed(moves),
    )


def _year_sentence(figure: HistoryFigure, record: Record, year: int) -> str:
    stated = record.by_year[year]
    values = [
        tr(
            "{control} {value}",
            control=figure.case.control(index.control).name,
            value=said_value(stated, index.control),
        )
        for index in record.indices
    ]
    values.append(tr("{control} {value}", control=record.tempo.name, value=tempo_text(stated)))
    names = [package.short for package in record.packages_in(year)]
    proposed = (
        tr("Proposed: {names}.", names="; ".join(names))
        if names
        else tr("No proposal is on record.")
    )
    if figure.is_edited:
        proposed = tr("{proposed} The sliders have been moved since.", proposed=proposed)
    return tr("{year}: {values}. {proposed}", year=year, values=listed(values), proposed=proposed)


def number_text(value: float | None) -> str:
    """Return an index as text, or the words for one that is not known."""
    return tr("not known") if value is None else f"{value:g}"


def said_value(year: RecordYear, control_id: str) -> str:
    """Return an index of a year with the words that the record has for it."""
    value = number_text(year.indices[control_id])
    said = year.words.get(control_id, "")
    return tr("{value} ({words})", value=value, words=said) if said else value
