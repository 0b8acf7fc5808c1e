"""What ``results --page`` prints: predictions from the answer lines of a take-home page."""

import argparse
from pathlib import Path

from explorer.classroom.tables.cells import file_text
from explorer.classroom.tables.foretold import Foretold, foretold, foretold_table
from explorer.cli.asked import asked_scenario
from explorer.cli.export_page import add_sliders, asked_sliders
from explorer.cli.figure_text import table_lines
from explorer.cli.text_table import paragraph
from explorer.files.console import complain
from explorer.files.json_text import cut_short
from explorer.files.result_record import Record, scenario_record
from explorer.model.day_words import dated_name
from explorer.model.errors import ScenarioError
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr, tr_n
from explorer.take_home.take_home import TakeHome, usual_baseline

MOST_NAMED = 40
"""Lines with mistakes that are named."""


def add_page(parser: argparse.ArgumentParser) -> None:
    """Add how a take-home page was made to the options of ``results``."""
    group = parser.add_argument_group(tr("take-home page"))
    group.add_argument(
        "--page",
        action="store_true",
        help=tr(
            "CSV holds answer lines of a take-home page, one student a line; SCENARIO and "
            "--control are those with which the page was made (default: it holds results)"
        ),
    )
    add_sliders(group)


def asked_page(arguments: argparse.Namespace) -> TakeHome:
    """Return the page whose answer lines are read.

    Raises
    ------
    ScenarioError
        If scenario, setting, assumption, lens or control are not known.
    FileError
        If a file cannot be read.
    """
    scenario = asked_scenario(arguments)
    sliders = asked_sliders(arguments, scenario.case)
    return TakeHome(scenario, usual_baseline(scenario), sliders)


def asked_answers(arguments: argparse.Namespace, page: TakeHome) -> Foretold:
    """Return what students foretold, and complain of each line that says nothing.

    Raises :class:`FileError` if the file cannot be read.
    """
    path = Path(arguments.results)
    found = foretold(page, file_text(path), "take-home", 1)
    if found.mistakes:
        head = tr_n(
            "{path}: {n} line says nothing. The rest is read.",
            "{path}: {n} lines say nothing. The rest is read.",
            len(found.mistakes),
            path=path,
        )
        complain("\n".join((head, *cut_short(list(map(str, found.mistakes)), MOST_NAMED))))
    return found


def refuse_stray_controls(arguments: argparse.Namespace) -> None:
    """Refuse controls of a page where none is read; raises :class:`ScenarioError`."""
    if arguments.controls:
        raise ScenarioError(tr("--control belongs to answer lines. Add --page, or leave it out."))


def answers_text(page: TakeHome, found: Foretold, *, width: int) -> str:
    """Return the counts in lines of at most about ``width`` characters."""
    told = tr_n(
        "{n} student foretold where there is a deal zone.",
        "{n} students foretold where there is a deal zone.",
        found.students,
    )
    table = foretold_table(page, found)
    parts = (
        (dated_name(page.scenario),),
        paragraph(told, width=width),
        (*paragraph(table.caption, width=width), *table_lines(table, width=width)),
        paragraph(tr("A teaching model, not a forecast."), width=width),
    )
    return "\n\n".join("\n".join(part) for part in parts)


def answers_record(page: TakeHome, found: Foretold) -> Record:
    """Return the same for JSON; the key of the whole zone, without rows, is empty."""
    return {
        "model_version": MODEL_VERSION,
        "case": page.scenario.case.id,
        "scenario": scenario_record(page.scenario),
        "controls": list(page.sliders),
        "students": found.students,
        "predictions": dict(found.counts.hands),
        "mistakes": [{"line": each.line, "problem": each.words} for each in found.mistakes],
    }
