"""Why it changed, printed: the split between two scenarios, or what each red line keeps out."""

import argparse
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from explorer.cli.examples import of_case
from explorer.cli.figure_text import figure_body
from explorer.cli.own_cases import case_named
from explorer.cli.parser_parts import command_parser
from explorer.cli.subject import chosen_scenario, first_row, known_row
from explorer.figures.bars import BarsFigure
from explorer.figures.binding import binding_figure
from explorer.figures.split import split_figure
from explorer.files.result_record import Record
from explorer.model.binding import BindingLine
from explorer.model.case import Case
from explorer.model.day_words import dated_name
from explorer.model.errors import ScenarioError
from explorer.model.scenario import Scenario
from explorer.model.split import Split
from explorer.model.wording import tr
from explorer.solver.binding import binding_lines
from explorer.solver.split import coalitions
from explorer.views.why import LINES, MEASURES, measured_split

DECIMALS = 9

MEASURE_IDS = {each.replace("_", "-"): each for each in (*MEASURES, LINES)}
"""The measures of the view by what the command calls them."""


def split_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone split``; the case gives the examples their ids."""
    parser = command_parser(
        "dealzone split",
        tr(
            "Show why the deal zone changed between two scenarios: what each setting that "
            "differs\ncontributed, exactly. Or show what each red line of a scenario keeps out."
        ),
        of_case(
            case,
            "dealzone split",
            f"dealzone split {case.baseline_preset} {case.default_preset} --json",
            f"dealzone split --measure floor --row {case.rows[0].id}",
            "dealzone split --measure lines",
        ),
        usage="dealzone split [FROM] [TO] [--measure WHAT] [--row ID] [--case CASE] [--json]",
    )
    parser.add_argument(
        "start",
        nargs="?",
        metavar="FROM",
        help=tr("a preset's id or a document (default: the case's baseline)"),
    )
    parser.add_argument(
        "end",
        nargs="?",
        metavar="TO",
        help=tr("a preset's id or a document (default: the default preset)"),
    )
    parser.add_argument(
        "--measure",
        choices=tuple(MEASURE_IDS),
        default="packages",
        help=tr(
            "packages: those in the zone; row-packages, floor, limit: of a row of the board; "
            "lines: what each red line of TO keeps out (default: packages)"
        ),
    )
    parser.add_argument("--row", metavar="ID", help=tr("the row of the board (default: the first)"))
    return parser


@dataclass(frozen=True, slots=True)
class SplitQuestion:
    """What is asked: from where to where, which measure, which row ("" for the first)."""

    start: Scenario
    end: Scenario
    measure: str
    row_id: str


@dataclass(frozen=True, slots=True)
class SplitAnswer:
    """The answer as a figure, whose table is printed, and as a record for JSON.

    ``scenarios`` says what was looked at, and as of which days.
    """

    figure: BarsFigure
    record: Record
    scenarios: str

    def text(self, *, width: int) -> str:
        """Return the answer in lines of at most about ``width`` characters."""
        figure = self.figure
        notes = (*figure.notes, self.scenarios)
        return figure_body(figure, width=width, notes=notes)


def split_question(
    start: str | None, end: str | None, *, measure: str, row: str | None, case_path: Path | None
) -> SplitQuestion:
    """Return what a command line asks.

    Raises
    ------
    ScenarioError
        If a scenario or the row is not known, or both scenarios are of different cases.
    FileError
        If a file cannot be read.
    """
    baseline = case_named(case_path).baseline_preset if start is None else start
    first = chosen_scenario(baseline, [], case_path=case_path)
    last = chosen_scenario(end, [], case_path=case_path)
    if first.case is not last.case and first.case != last.case:
        raise ScenarioError(
            tr("{start} and {end} are of different cases.", start=first.name, end=last.name)
        )
    row_id = known_row(first.case, row) if row else first_row(first.case)
    return SplitQuestion(first, last, measure, row_id)


def split_answer(question: SplitQuestion) -> SplitAnswer:
    """Return the answer to a question."""
    if question.measure == LINES:
        lines = binding_lines(question.end)
        figure = binding_figure(question.end, lines)
        return SplitAnswer(figure, _lines_record(question.end, lines), dated_name(question.end))
    found = coalitions(question.start, question.end)
    split = measured_split(found, question.measure, question.row_id)
    scenarios = tr(
        "From {start} to {end}.", start=dated_name(question.start), end=dated_name(question.end)
    )
    return SplitAnswer(split_figure(split), _split_record(split), scenarios)


def _split_record(split: Split) -> Record:
    return {
        "from": split.start.name,
        "to": split.end.name,
        "from_as_of": _day(split.start),
        "to_as_of": _day(split.end),
        "measure": split.measure,
        "row": split.row_id or None,
        "before": _number(split.before),
        "after": _number(split.after),
        "is_defined": split.is_defined,
        "parts": [
            {
                "id": part.player.id,
                "controls": list(part.player.control_ids),
                "amount": _number(part.amount),
                "exact": str(part.amount),
            }
            for part in split.parts
        ],
    }


def _lines_record(scenario: Scenario, lines: tuple[BindingLine, ...]) -> Record:
    return {
        "scenario": scenario.name,
        "as_of": _day(scenario),
        "lines": [
            {"id": line.control_id, "regained": line.regained, "opened": list(line.opened)}
            for line in lines
        ],
    }


def _day(scenario: Scenario) -> str | None:
    return None if scenario.as_of is None else scenario.as_of.isoformat()


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), DECIMALS)
