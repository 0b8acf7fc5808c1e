"""Who else gains: stakeholders as signed bars, for a package, a row or the whole zone."""

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.figures.bars import Bar, BarGroup, BarsFigure
from explorer.figures.choice import Choice, choice_of
from explorer.figures.other_words import (
    fare_lines,
    fare_words,
    gauge_words,
    package_name,
    share_text,
)
from explorer.figures.phrase import capitalised, signed_points
from explorer.figures.table import Cell, Number, Table, signed_cell
from explorer.model.case import Case
from explorer.model.others import PackageOthers, Reading, Spread, Standing, ZoneOthers
from explorer.model.result import Result
from explorer.model.stakeholder import Gauge
from explorer.model.wording import tr, tr_n

SHOW = "others.show"
"""The id of the choice of what is looked at."""

PACKAGE, ROW, ZONE = "package", "row", "zone"
"""What can be looked at: one package, all of a row's, all of the zone's."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the figure is made of, whatever is looked at."""

    title: str
    sentence: str
    bars: tuple[Bar, ...]
    gauges: tuple[Bar, ...]
    cells: tuple[tuple[Cell, ...], ...]
    columns: tuple[str, ...]
    units: tuple[str, ...] = ()


def others_shown(wanted: str | None) -> str:
    """Return what is looked at: :data:`PACKAGE`, :data:`ROW` or :data:`ZONE`.

    ``wanted``: The reader's wish by the choice :data:`SHOW`, None for none.
    """
    return _choice(wanted).chosen


def others_figure(result: Result, answer: PackageOthers | ZoneOthers | None) -> BarsFigure:
    """Return how stakeholders fare, and what the gauges show.

    Parameters
    ----------
    result
        The scenario as it stands; it tells the names of packages.
    answer
        What is looked at; None where there is no package at all.
    """
    case = result.scenario.case
    if isinstance(answer, PackageOthers):
        shown, wanted = _of_package(result, answer), PACKAGE
    elif answer is not None:
        shown, wanted = _of_zone(case, answer), ROW if answer.row_id else ZONE
    else:
        shown, wanted = (
            _Shown(_title(), tr("No package is selected."), (), (), (), (tr("Who"),)),
            "",
        )
    every = (*shown.bars, *shown.gauges)
    return BarsFigure(
        title=shown.title,
        sentence=shown.sentence,
        axis_words=_axis_words() if every else "",
        minimum=-1,
        maximum=1,
        ticks=(),
        groups=tuple(_groups(case, shown)),
        table=Table(shown.title, shown.columns, shown.cells, shown.units),
        ends=(tr("worst package"), tr("best package")),
        notes=(tr("Points of different parties cannot be compared; confidence is low."),),
        empty_words="" if every else _empty_words(answer),
        choices=(_choice(wanted),),
    )


def _axis_words() -> str:
    return tr("Each bar has an axis of its own; the upright line is today.")


def _title() -> str:
    return tr("Who else gains")


def _choice(wanted: str | None) -> Choice:
    entries = (
        (PACKAGE, tr("the selected package")),
        (ROW, tr("across the selected row")),
        (ZONE, tr("the whole zone")),
    )
    return choice_of(SHOW, tr("Show"), entries, wanted)


def _groups(case: Case, shown: _Shown) -> Iterator[BarGroup]:
    if shown.bars:
        name = tr("Better (+) or worse (\N{MINUS SIGN}) than today")
        yield BarGroup(name, shown.bars)
    for gauge, bar in zip(case.gauges, shown.gauges, strict=False):
        yield BarGroup(_gauge_title(case, gauge), (bar,))


def _gauge_title(case: Case, gauge: Gauge) -> str:
    return tr(
        "{gauge}: {sender} on {issue} (+) against {stakeholder} on {other} (\N{MINUS SIGN})",
        gauge=gauge.name,
        sender=case.sender.short,
        issue=case.issue(gauge.sender_issue).short,
        stakeholder=case.stakeholder(gauge.stakeholder).short,
        other=case.issue(gauge.stakeholder_issue).short,
    )


def _span(*numbers: float) -> tuple[float, float]:
    """Return the ends of one bar's axis, which holds zero and all numbers of the bar."""
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    return (low, high) if low < high else (-1.0, 1.0)


def _empty_words(answer: PackageOthers | ZoneOthers | None) -> str:
    if isinstance(answer, ZoneOthers):
        return tr("No package is in the deal zone here.")
    if answer is not None:
        return tr("This case knows no stakeholders.")
    return tr("Choose a package to see who else gains from it.")


def _of_package(result: Result, answer: PackageOthers) -> _Shown:
    case = result.scenario.case
    name = package_name(result, answer.package)
    lines = (capitalised(name) + ".", *fare_lines(answer))
    return _Shown(
        title=tr("Who else gains: {package}", package=name),
        sentence=" ".join(lines),
        bars=tuple(_standing_bar(case, standing) for standing in answer.standings),
        gauges=tuple(_reading_bar(reading) for reading in answer.readings),
        columns=(tr("Who"), tr("Points"), tr("At least"), tr("At most"), tr("In words")),
        cells=(
            *(row for standing in answer.standings for row in _standing_rows(standing)),
            *(
                (
                    reading.gauge.name,
                    *map(signed_cell, (reading.value, reading.low, reading.high)),
                    gauge_words(reading.gauge, reading.value),
                )
                for reading in answer.readings
            ),
        ),
    )


def _standing_rows(standing: Standing) -> Iterator[tuple[Cell, ...]]:
    """Yield the row of a stakeholder and one for each of its terms that holds."""
    numbers = (standing.points, standing.low, standing.high)
    yield standing.stakeholder.name, *map(signed_cell, numbers), fare_words(standing)
    for each in standing.terms:
        name = tr("of it: {term}", term=each.term.name)
        yield name, *map(signed_cell, (each.points, each.low, each.high)), ""


def _standing_bar(case: Case, standing: Standing) -> Bar:
    return Bar(
        id=standing.stakeholder.id,
        name=standing.stakeholder.name,
        value=standing.points,
        words=signed_points(standing.points),
        detail=_standing_detail(case, standing),
        meaning="neutral",
        low=standing.low,
        high=standing.high,
        span=_span(standing.worst, standing.low, standing.high, standing.best),
    )


def _standing_detail(case: Case, standing: Standing) -> str:
    whole = tr(
        "{name}: {points} points compared with today; {low} to {high} over all ranges.",
        name=standing.stakeholder.name,
        points=signed_points(standing.points),
        low=signed_points(standing.low),
        high=signed_points(standing.high),
    )
    parts = [(case.issue(issue).name, points) for issue, points in standing.parts]
    parts += [(each.term.name, each.points) for each in standing.terms]
    name, best = max(parts, key=lambda part: part[1])
    other, worst = min(parts, key=lambda part: part[1])
    sentences = [whole]
    if best > 0:
        sentences.append(
            tr("It gains most from: {issue}, {points}.", issue=name, points=signed_points(best))
        )
    if worst < 0:
        words = tr(
            "It loses most from: {issue}, {points}.", issue=other, points=signed_points(worst)
        )
        sentences.append(words)
    sentences.append(_possible_words(standing))
    return " ".join(sentences)


def _possible_words(shown: Standing | Reading | Spread) -> str:
    """Return the ends of a bar's axis in words."""
    return tr(
        "Among all possible packages it runs from {worst} to {best}.",
        worst=signed_points(shown.worst),
        best=signed_points(shown.best),
    )


def _reading_bar(reading: Reading) -> Bar:
    words = gauge_words(reading.gauge, reading.value)
    return Bar(
        id=reading.gauge.id,
        name=capitalised(words),
        value=reading.value,
        words=signed_points(reading.value),
        detail=tr(
            "{gauge}: the package {words} ({value}). {purpose} {ends}",
            gauge=reading.gauge.name,
            words=words,
            value=signed_points(reading.value),
            purpose=reading.gauge.purpose,
            ends=_possible_words(reading),
        ),
        meaning="sender",
        low=reading.low,
        high=reading.high,
        span=_span(reading.worst, reading.low, reading.high, reading.best),
    )


def _of_zone(case: Case, answer: ZoneOthers) -> _Shown:
    place = case.row(answer.row_id).name if answer.row_id else tr("the whole zone")
    stakeholders = tuple(zip(case.stakeholders, answer.spreads, strict=False))
    gauges = tuple(zip(case.gauges, answer.gauges, strict=False))
    return _Shown(
        title=tr("Who else gains: {place}", place=place),
        sentence=_zone_sentence(case, answer, place),
        bars=tuple(
            _spread_bar(
                stakeholder.id,
                stakeholder.name,
                spread,
                words=tr("{percent} no worse off", percent=share_text(spread.share)),
            )
            for stakeholder, spread in stakeholders
        ),
        gauges=tuple(
            _spread_bar(
                gauge.id,
                tr("{gauge}, on average", gauge=gauge.name),
                spread,
                words=gauge_words(gauge, spread.mean),
                is_gauge=True,
            )
            for gauge, spread in gauges
        ),
        columns=(
            tr("Who"),
            tr("On average"),
            tr("Lowest"),
            tr("Highest"),
            tr("Packages that leave it no worse off"),
        ),
        cells=(
            *((who.name, *_cells(spread), _share(spread.share)) for who, spread in stakeholders),
            *(
                (what.name, *_cells(spread), gauge_words(what, spread.mean))
                for what, spread in gauges
            ),
        ),
        units=("", "", "", "", "%"),
    )


def _cells(spread: Spread) -> tuple[Number, Number, Number]:
    return signed_cell(spread.mean), signed_cell(spread.lowest), signed_cell(spread.highest)


def _share(share: float) -> Number:
    return Number(100 * share, share_text(share))


def _spread_bar(id_: str, name: str, spread: Spread, *, words: str, is_gauge: bool = False) -> Bar:
    return Bar(
        id=id_,
        name=name,
        value=spread.mean,
        words=words,
        detail=tr(
            "{name}: {mean} on average, from {low} to {high}. {words}. {ends}",
            name=name,
            mean=signed_points(spread.mean),
            low=signed_points(spread.lowest),
            high=signed_points(spread.highest),
            words=capitalised(words),
            ends=_possible_words(spread),
        ),
        meaning="sender" if is_gauge else "neutral",
        low=spread.lowest,
        high=spread.highest,
        span=_span(spread.worst, spread.best),
    )


def _zone_sentence(case: Case, answer: ZoneOthers, place: str) -> str:
    if not answer.packages:
        return tr("No package is in the deal zone here: {place}.", place=place)
    head = tr_n(
        "{place}: {count} package in the deal zone.",
        "{place}: {count} packages in the deal zone.",
        answer.packages,
        place=capitalised(place),
        count=f"{answer.packages:,}",
    )
    pairs = list(zip(answer.spreads, case.stakeholders, strict=True))
    if not pairs:
        return head
    spread, who = min(pairs, key=lambda pair: pair[0].share)
    if spread.share >= 1:
        return " ".join(
            (head, tr("All of them leave everyone listed here no worse off than today."))
        )
    tail = tr(
        "{name} fares worst: {percent} of them leave it no worse off than today.",
        name=who.name,
        percent=share_text(spread.share),
    )
    return " ".join((head, tail))
