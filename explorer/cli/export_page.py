"""The command ``export-page``: a scenario as one HTML file that works in a browser."""

import argparse
from pathlib import Path

from explorer.cli.asked import asked_scenario
from explorer.cli.examples import of_case
from explorer.cli.parser_parts import Parser, add_general, add_output, add_scenario
from explorer.cli.paths import refuse_folder
from explorer.cli.subject import first_leverage, known_id
from explorer.files.atomic import write_bytes
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.wording import tr
from explorer.take_home.page import page_file
from explorer.take_home.take_home import (
    MOST_SLIDERS,
    SUFFIXES,
    TakeHome,
    in_order,
    usual_baseline,
    usual_sliders,
)


def export_page_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone export-page``; the case gives the examples their ids."""
    scale = first_leverage(case)
    parser = Parser(
        "dealzone export-page",
        tr(
            "Write a take-home page: one HTML file in which a scenario is moved and solved in a "
            "browser,\nexactly, without this program and without a network."
        ),
        of_case(
            case,
            f"dealzone export-page {case.default_preset} -o page.html",
            f"dealzone export-page {case.baseline_preset} --control {scale} --predict -o page.html",
            "dealzone export-page my-class.dealzone --title Homework -o homework.html",
        ),
        usage="dealzone export-page [SCENARIO] -o FILE [options]",
    )
    add_scenario(parser)
    _add_page(parser)
    add_general(parser)
    return parser


def _add_page(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(tr("page"))
    add_output(group, tr("where to write; the name ends in .html (required)"))
    add_sliders(group)
    group.add_argument(
        "--predict",
        action="store_true",
        help=tr("show the answer only after a prediction (default: at once)"),
    )
    group.add_argument(
        "--title",
        default="",
        metavar="WORDS",
        help=tr("what stands over the page (default: the scenario's name)"),
    )
    group.add_argument(
        "--note", default="", metavar="WORDS", help=tr("a note to the student (default: none)")
    )


def add_sliders(group: "argparse._ArgumentGroup") -> None:  # pyright: ignore[reportPrivateUsage]
    """Add which controls move on a page to a command's options."""
    group.add_argument(
        "--control",
        action="extend",
        nargs="+",
        default=[],
        dest="controls",
        metavar="ID",
        help=tr(
            "a control that the reader can move; may be repeated, {most} at most (default: the "
            "leverage controls and two red lines of each side)",
            most=MOST_SLIDERS,
        ),
    )


def asked_sliders(arguments: argparse.Namespace, case: Case) -> tuple[str, ...]:
    """Return the ids of the controls that move on a page, in the case's order.

    Raises :class:`ScenarioError` if a control is not known.
    """
    wanted = [
        known_id(each, case.control_places, option="--control") for each in arguments.controls
    ]
    return in_order(case, wanted) if wanted else usual_sliders(case)


def export_page(arguments: argparse.Namespace) -> Path:
    """Write a page and return where.

    Raises
    ------
    ScenarioError
        If scenario, setting, assumption, lens or control are not known.
    FileError
        If it cannot be written where it is wanted.
    """
    scenario = asked_scenario(arguments)
    case, path = scenario.case, Path(arguments.output)
    if path.suffix.lower() not in SUFFIXES:
        raise FileError(tr("{path}: a page's name must end in .html.", path=path))
    refuse_folder(path)
    page = TakeHome(
        scenario=scenario,
        baseline=usual_baseline(scenario),
        sliders=asked_sliders(arguments, case),
        asks_prediction=arguments.predict,
        title=arguments.title,
        note=arguments.note,
    )
    write_bytes(path, page_file(page), keeps_backup=False)
    return path
