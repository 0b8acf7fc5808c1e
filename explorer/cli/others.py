"""Who else gains, as text and as a record: one package, every row of the board, the whole zone."""

import argparse
from collections.abc import Iterator

from explorer.cli.examples import of_case
from explorer.cli.figure_text import table_lines
from explorer.cli.parser_parts import scenario_parser
from explorer.cli.subject import known_id
from explorer.cli.text_table import Column, paragraph, text_table
from explorer.figures.bars import BarsFigure
from explorer.figures.other_words import (
    gauge_words,
    looked_at_package,
    package_name,
    share_text,
)
from explorer.figures.others import PACKAGE, SHOW, ZONE
from explorer.files.result_record import Record, scenario_record
from explorer.model.case import Case
from explorer.model.day_words import dated_name
from explorer.model.others import PackageOthers, Spread, ZoneOthers
from explorer.model.package import Package, package_levels, package_of
from explorer.model.result import Result
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.solver.stakeholder import package_others, row_others, zone_others
from explorer.views.third_parties import figure
from explorer.views.view import Viewing


def others_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone others``; the case gives the examples their ids."""
    examples = ["dealzone others", f"dealzone others {case.baseline_preset} --json"]
    if case.packages:
        examples.insert(1, f"dealzone others --package {case.packages[-1].id}")
    parser = scenario_parser(
        "dealzone others",
        tr(
            "Show what third parties gain or lose: for one package, for the whole zone, and for "
            "every\nrow of the board."
        ),
        of_case(case, *examples),
        usage="dealzone others [SCENARIO] [--package ID] [--set ID=VALUE ...] [--json]",
    )
    parser.add_argument(
        "--package",
        metavar="ID",
        help=tr(
            'a named package, see "dealzone list packages" (default: the Nash solution, or the '
            "first named package that gives anything)"
        ),
    )
    return parser


def others_text(result: Result, package_id: str | None, *, width: int) -> str:
    """Return who else gains or loses, in lines of at most about ``width`` characters.

    Parameters
    ----------
    package_id
        A named package; None for what the picture would show.
    width
        Characters in a line.

    Raises
    ------
    ScenarioError
        If the case has no such package.
    """
    package = _package(result, package_id)
    shown = (
        Viewing(result, selected_package=package, choices={SHOW: what}) for what in (PACKAGE, ZONE)
    )
    parts = (
        (dated_name(result.scenario),),
        *(_figure_lines(figure(viewing), width) for viewing in shown),
        tuple(_row_lines(result, width)),
        paragraph(tr("A teaching model, not a forecast. Low confidence."), width=width),
    )
    return "\n\n".join("\n".join(part) for part in parts)


def others_record(result: Result, package_id: str | None) -> Record:
    """Return the same for JSON; see :func:`others_text`."""
    scenario = result.scenario
    case = scenario.case
    package = _package(result, package_id)
    return {
        "model_version": MODEL_VERSION,
        "case": case.id,
        "scenario": scenario_record(scenario),
        "package": None if package is None else _package_record(result, package),
        "zone": _zone_record(case, zone_others(scenario)),
        "rows": [
            {"id": row.id, **_zone_record(case, row_others(scenario, row.id))} for row in case.rows
        ],
    }


def _package(result: Result, package_id: str | None) -> Package | None:
    case = result.scenario.case
    if package_id is None:
        return looked_at_package(result, selected=None, row_id="")
    known = {named.id: named for named in case.packages}
    return package_of(case, known[known_id(package_id, known, option="--package")].levels)


def _figure_lines(shown: BarsFigure, width: int) -> tuple[str, ...]:
    head = paragraph(shown.title, width=width)
    if not shown.table.rows:
        return (*head, *paragraph(shown.sentence, width=width))
    return (*head, *table_lines(shown.table, width=width))


def _row_lines(result: Result, width: int) -> Iterator[str]:
    """Yield a table of the shares of each row's packages that leave each no worse off."""
    case = result.scenario.case
    yield from paragraph(tr("Packages of each row that leave them no worse off"), width=width)
    columns = (
        Column(tr("Commitment"), wraps=True),
        Column(tr("Packages"), is_number=True),
        *(Column(stakeholder.short, is_number=True) for stakeholder in case.stakeholders),
    )
    rows: list[tuple[str, ...]] = []
    for row in case.rows:
        answer = row_others(result.scenario, row.id)
        shares = [share_text(spread.share) for spread in answer.spreads]
        shares = shares or [tr("none")] * len(case.stakeholders)
        rows.append((row.short, f"{answer.packages:,}", *shares))
    yield from text_table(columns, rows, width=width)


def _package_record(result: Result, package: Package) -> Record:
    case = result.scenario.case
    answer: PackageOthers = package_others(result.scenario, package)
    return {
        "name": package_name(result, package),
        "levels": package_levels(case, package),
        "stakeholders": [
            {
                "id": standing.stakeholder.id,
                "points": standing.points,
                "low": standing.low,
                "high": standing.high,
                "parts": dict(standing.parts),
                "terms": {each.term.id: each.points for each in standing.terms},
                "worst_possible": standing.worst,
                "best_possible": standing.best,
            }
            for standing in answer.standings
        ],
        "gauges": [
            {
                "id": reading.gauge.id,
                "value": reading.value,
                "low": reading.low,
                "high": reading.high,
                "words": gauge_words(reading.gauge, reading.value),
            }
            for reading in answer.readings
        ],
    }


def _zone_record(case: Case, answer: ZoneOthers) -> Record:
    spreads = zip(case.stakeholders, answer.spreads, strict=False)
    gauges = zip(case.gauges, answer.gauges, strict=False)
    return {
        "packages": answer.packages,
        "stakeholders": {who.id: _spread_record(spread) for who, spread in spreads},
        "gauges": {what.id: _spread_record(spread) for what, spread in gauges},
    }


def _spread_record(spread: Spread) -> Record:
    return {
        "lowest": spread.lowest,
        "mean": spread.mean,
        "highest": spread.highest,
        "share_not_below_zero": round(spread.share, 9),
    }
