"""Two cases, printed: the rows of another case beside those of a scenario."""

import argparse
from dataclasses import dataclass

from explorer.cli.asked import asked_scenario
from explorer.cli.examples import of_case
from explorer.cli.figure_text import figure_text
from explorer.cli.parser_parts import scenario_parser
from explorer.cli.subject import known_id
from explorer.figures.two_cases import OTHER, SETTINGS, TwoCasesFigure
from explorer.files.result_record import Record, result_record
from explorer.files.shelf import used_case
from explorer.model.case import Case
from explorer.model.result import Result
from explorer.model.scenario import preset_scenario
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.solver.solve import solve
from explorer.views.two_cases import figure, other_cases
from explorer.views.view import Viewing


@dataclass(frozen=True, slots=True)
class TwoCases:
    """The results of both cases, what the picture of them shows, and the other case's preset."""

    here: Result
    there: Result
    figure: TwoCasesFigure
    preset: str


def two_cases_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone two-cases``; the case gives the examples their ids."""
    other, _ = other_cases(case)[0]
    parser = scenario_parser(
        "dealzone two-cases",
        tr(
            "Show the commitments of two cases side by side, each in points of its own. Lengths "
            "and counts\nof one case say nothing of those of the other."
        ),
        of_case(
            case,
            "dealzone two-cases",
            f"dealzone two-cases {case.baseline_preset} --other {other}",
            f"dealzone two-cases --other {other} --json",
        ),
        usage="dealzone two-cases [SCENARIO] [--other CASE] [--other-scenario ID] [options]",
    )
    parser.add_argument(
        "--other",
        metavar="CASE",
        help=tr(
            'the case to stand beside it, an id as "dealzone list cases" shows it (default: the '
            "first other one)"
        ),
    )
    parser.add_argument(
        "--other-scenario",
        metavar="ID",
        help=tr("a preset's id of that case (default: its default preset)"),
    )
    return parser


def two_cases(arguments: argparse.Namespace) -> TwoCases:
    """Return both results and their picture.

    Raises
    ------
    ScenarioError
        If a scenario, a case or a setting is not known.
    FileError
        If a file cannot be read or a case cannot be used.
    """
    here = solve(asked_scenario(arguments))
    return beside(here, arguments.other, arguments.other_scenario)


def beside(here: Result, case_id: str | None, preset_id: str | None) -> TwoCases:
    """Return a result beside that of another case.

    Parameters
    ----------
    here
        The result.
    case_id
        The other case; None for the first one.
    preset_id
        Its preset; None for its default.

    Raises
    ------
    ScenarioError
        If one of them is not known.
    FileError
        If the case cannot be used.
    """
    others = [id_ for id_, _ in other_cases(here.scenario.case)]
    other = used_case(known_id(case_id or others[0], others, option="--other"))
    presets = [preset.id for preset in other.presets]
    wanted = preset_id or other.default_preset
    preset = known_id(wanted, presets, option="--other-scenario")
    shown = figure(Viewing(here, choices={OTHER: other.id, SETTINGS: preset}))
    return TwoCases(here, solve(preset_scenario(other, preset)), shown, preset)


def two_cases_text(shown: TwoCases, *, width: int) -> str:
    """Return both boards in lines of at most about ``width`` characters."""
    return figure_text(shown.figure, width=width)


def two_cases_record(shown: TwoCases) -> Record:
    """Return both results as ``dealzone two-cases --json`` prints them."""
    return {
        "model_version": MODEL_VERSION,
        "here": result_record(shown.here),
        "there": result_record(shown.there),
    }
