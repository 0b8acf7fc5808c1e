"""Measures: what the solver answers to one question about one scenario."""

import math
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import cast

from explorer.figures.change import zone_width
from explorer.figures.other_words import fare_of, gauge_words
from explorer.figures.prices import sender_reach
from explorer.files.shelf import record_of
from explorer.model.by_identity import ByIdentity
from explorer.model.errors import ScenarioError
from explorer.model.lesson import Measure, MeasureKind
from explorer.model.others import Reading, Standing
from explorer.model.package import Package, package_of
from explorer.model.record_result import CheckedProposal, RecordFindings, Tally, TallyId
from explorer.model.result import BoardRow, MeetingOutlook, Opening, Result
from explorer.model.scenario import Scenario
from explorer.model.study import SEED
from explorer.model.wording import tr
from explorer.solver.lens import seen_through
from explorer.solver.opening import row_openings, zone_openings
from explorer.solver.outlook import meeting_outlook
from explorer.solver.record_check import record_findings
from explorer.solver.side import waiting
from explorer.solver.solve import solve
from explorer.solver.split import split
from explorer.solver.stakeholder import package_others, row_others, zone_others
from explorer.solver.structure import with_options
from explorer.solver.sweep import all_sweeps
from explorer.solver.term_sheet import term_sheet
from explorer.studies.sureness import SETS, soft_rows, sureness

Answer = bool | float | str | tuple[str, ...]
"""Yes or no, a number, a word, or ids in the case's order."""

Asked = Callable[[Measure, Scenario], Answer]
"""What answers one kind of measure."""

FARES = ("better", "worse", "either", "same")
"""How a stakeholder fares, whatever its numbers are within their ranges, "either" if it depends."""


def measured(measure: Measure, scenario: Scenario) -> Answer:
    """Return what a measure finds for a scenario.

    Parameters
    ----------
    measure
        One that fits the scenario's case; see :mod:`explorer.model.measure_check`.

    Returns
    -------
    Answer
        Numbers are raw. Prices and widths of rows are in the sender's own cost points, gains and
        waiting in those of the side that is named; NaN for a floor that does not exist. Counts are
        packages. ``open_sets`` is in how many of a hundred assumption sets the row is open, the
        package lies in the zone, or without either the zone holds any. The record's numbers count
        single answers of the tally ``of``, all of them without one; ``proposal_hits`` counts the
        answers to a proposal that agree, ``reading_hits`` its other readings under which both do.
        A stakeholder's fare is one of
        :data:`FARES`, a gauge's word that of the case. ``openings`` are the controls that
        open the row, or the empty zone, by a move that somebody can make.

    Raises
    ------
    ScenarioError
        If the case lacks what the measure asks about.
    """
    try:
        seen = with_options(scenario, measure.options)
        if measure.lens:
            seen = seen_through(seen, seen.case.lens(measure.lens))
        return _ANSWERS[measure.kind](measure, seen)
    except (KeyError, StopIteration) as error:
        message = tr(
            'The case "{case}" does not know what {measure} asks about.',
            case=scenario.case.id,
            measure=measure.kind,
        )
        raise ScenarioError(message) from error


def measured_number(measure: Measure, scenario: Scenario) -> float:
    """Return what a measure finds where it finds a number; yes and no count 1 and 0.

    ``measure``, ``scenario``: See :func:`measured`. Raises :class:`ScenarioError` for a measure of
    words or ids as well.
    """
    found = measured(measure, scenario)
    if isinstance(found, str | tuple):
        raise ScenarioError(tr("{measure} is no number.", measure=measure.kind))
    return float(found)


def measure_package(measure: Measure, scenario: Scenario) -> Package:
    """Return the package that a measure is about.

    Raises :class:`ScenarioError` if the case lacks an issue or a level, :class:`StopIteration` if
    it lacks the package.
    """
    case = scenario.case
    if measure.package is not None:
        return package_of(case, measure.package)
    named = next(each for each in case.packages if each.id == measure.package_id)
    return package_of(case, named.levels)


def solved(scenario: Scenario) -> Result:
    """Return the result of a scenario; kept for the last few, as lessons ask again and again."""
    key = ByIdentity(scenario.case)
    return _solved(key, scenario.name, scenario.values, scenario.as_of)


@lru_cache(maxsize=64)
def _solved(key: ByIdentity, name: str, values: tuple[float, ...], as_of: date | None) -> Result:
    return solve(Scenario(key.case, name, values, as_of))


def board_row(scenario: Scenario, row_id: str) -> BoardRow:
    """Return a row of a scenario's board; :class:`StopIteration` if there is none."""
    return next(row for row in solved(scenario).board if row.row.id == row_id)


def _open_rows(_measure: Measure, scenario: Scenario) -> Answer:
    return tuple(row.row.id for row in solved(scenario).board if row.is_open)


def _of_row(read: Callable[[BoardRow], Answer]) -> Asked:
    return lambda measure, scenario: read(board_row(scenario, measure.row))


def _floor(row: BoardRow) -> float:
    return math.nan if row.target_floor is None else row.target_floor


def _class_packages(measure: Measure, scenario: Scenario) -> Answer:
    return dict(solved(scenario).zone.by_class)[measure.of]


def _openings(measure: Measure, scenario: Scenario) -> Answer:
    result = solved(scenario)
    found: tuple[Opening, ...] = ()
    if measure.row and not board_row(scenario, measure.row).is_open:
        found = row_openings(result, measure.row, all_sweeps(scenario))
    elif not measure.row and not result.zone.packages:
        found = zone_openings(result)
    possible = {opening.control_id for opening in found if opening.mover != "nobody"}
    return tuple(control.id for control in scenario.case.controls if control.id in possible)


def _is_in_zone(measure: Measure, scenario: Scenario) -> Answer:
    return term_sheet(scenario, measure_package(measure, scenario)).is_in_zone


def _sender_gain(measure: Measure, scenario: Scenario) -> Answer:
    return term_sheet(scenario, measure_package(measure, scenario)).sender_gain


def _target_gain(measure: Measure, scenario: Scenario) -> Answer:
    return term_sheet(scenario, measure_package(measure, scenario)).target_gain


def _broken_lines(measure: Measure, scenario: Scenario) -> Answer:
    return term_sheet(scenario, measure_package(measure, scenario)).broken_lines


def _sender_waiting(_measure: Measure, scenario: Scenario) -> Answer:
    case = scenario.case
    return waiting(case, case.sender_stakes.waiting, scenario)


def _target_waiting(_measure: Measure, scenario: Scenario) -> Answer:
    case = scenario.case
    return waiting(case, case.target_stakes.waiting, scenario)


def _standing(measure: Measure, scenario: Scenario) -> Standing:
    others = package_others(scenario, measure_package(measure, scenario))
    return next(each for each in others.standings if each.stakeholder.id == measure.of)


def _stakeholder_share(measure: Measure, scenario: Scenario) -> Answer:
    others = row_others(scenario, measure.row) if measure.row else zone_others(scenario)
    ids = [stakeholder.id for stakeholder in scenario.case.stakeholders]
    shares = dict(zip(ids, (spread.share for spread in others.spreads), strict=False))
    return shares[measure.of] if others.packages else math.nan


def _reading(measure: Measure, scenario: Scenario) -> Reading:
    others = package_others(scenario, measure_package(measure, scenario))
    return next(each for each in others.readings if each.gauge.id == measure.of)


def _gauge(measure: Measure, scenario: Scenario) -> Answer:
    return _reading(measure, scenario).value


def _gauge_word(measure: Measure, scenario: Scenario) -> Answer:
    reading = _reading(measure, scenario)
    return gauge_words(reading.gauge, reading.value)


def _outlook(scenario: Scenario) -> MeetingOutlook:
    outlook = meeting_outlook(solved(scenario))
    if outlook is None:
        raise KeyError("outlook")
    return outlook


def _meeting(measure: Measure, scenario: Scenario) -> Answer:
    windows = _outlook(scenario).windows
    return next((each.word for each in windows if each.window.id == measure.of), "unknown")


def _split_part(measure: Measure, scenario: Scenario) -> Answer:
    start = scenario if measure.since is None else measure.since.scenario(scenario.case)
    kind = "row_packages" if measure.row else "packages"
    parts = split(start, scenario, kind, measure.row).parts
    return next((float(each.amount) for each in parts if each.player.id == measure.of), 0.0)


def _open_sets(measure: Measure, scenario: Scenario) -> Answer:
    if measure.row:
        rows = soft_rows(solved(scenario), SEED, SETS)
        open_sets = next(row.open_sets for row in rows if row.row_id == measure.row)
    elif measure.package_id:
        open_sets = dict(sureness(scenario).named)[measure.package_id]
    else:
        open_sets = sureness(scenario).zone_sets
    return 100 * open_sets / SETS


def _findings(scenario: Scenario) -> RecordFindings:
    record = record_of(scenario.case)
    if record is None:
        raise KeyError("record")
    return record_findings(scenario.case, record)


def _of_tally(read: Callable[[Tally], int], *, with_lines: bool = False) -> Asked:
    def answer(measure: Measure, scenario: Scenario) -> Answer:
        found = _findings(scenario)
        check = found.with_lines if with_lines else found.plain
        return read(check.tally(cast("TallyId", measure.of or "all")))

    return answer


def _proposal(measure: Measure, scenario: Scenario) -> CheckedProposal:
    proposals = _findings(scenario).plain.proposals
    return next(each for each in proposals if each.proposal.id == measure.of)


def _proposal_hits(measure: Measure, scenario: Scenario) -> Answer:
    return sum(answer.agrees for answer in _proposal(measure, scenario).answers)


def _reading_hits(measure: Measure, scenario: Scenario) -> Answer:
    readings = _proposal(measure, scenario).readings
    return sum(all(answer.agrees for answer in each.answers) for each in readings)


_ANSWERS: dict[MeasureKind, Asked] = {
    "open_rows": _open_rows,
    "row_is_open": _of_row(lambda row: row.is_open),
    "row_low": _of_row(_floor),
    "row_high": _of_row(sender_reach),
    "row_width": _of_row(zone_width),
    "row_gap": _of_row(lambda row: row.gap or 0.0),
    "row_packages": _of_row(lambda row: row.packages),
    "zone_packages": lambda _, scenario: solved(scenario).zone.packages,
    "class_packages": _class_packages,
    "openings": _openings,
    "is_in_zone": _is_in_zone,
    "sender_gain": _sender_gain,
    "target_gain": _target_gain,
    "sender_waiting": _sender_waiting,
    "target_waiting": _target_waiting,
    "broken_lines": _broken_lines,
    "stakeholder_gain": lambda measure, scenario: _standing(measure, scenario).points,
    "stakeholder_fare": lambda measure, scenario: FARES[fare_of(_standing(measure, scenario))],
    "stakeholder_share": _stakeholder_share,
    "gauge": _gauge,
    "gauge_word": _gauge_word,
    "meeting": _meeting,
    "lead_days": lambda _, scenario: _outlook(scenario).lead_days,
    "is_clash": lambda _, scenario: _outlook(scenario).is_clash,
    "split_part": _split_part,
    "open_sets": _open_sets,
    "record_hits": _of_tally(lambda tally: tally.hits, with_lines=True),
    "record_plain_hits": _of_tally(lambda tally: tally.hits),
    "record_always_yes": _of_tally(lambda tally: tally.always_yes),
    "record_answers": _of_tally(lambda tally: tally.total),
    "proposal_hits": _proposal_hits,
    "reading_hits": _reading_hits,
}
