"""Bold but sure, printed: the packages that ask much and hold under most assumptions."""

import argparse
from dataclasses import dataclass

from explorer.cli.argument_types import whole_number
from explorer.cli.asked import asked_scenario
from explorer.cli.examples import of_case
from explorer.cli.figure_text import table_lines
from explorer.cli.parser_parts import scenario_parser
from explorer.cli.parser_sure import add_sets
from explorer.cli.progress import last_step
from explorer.cli.text_table import paragraph
from explorer.figures.bold import LEAST, MOST, RANK, BoldFigure, bold_figure, contents_table
from explorer.files.result_record import Record, scenario_record
from explorer.model.bold import AT_LEAST, HUNDRED, Bold, Rank
from explorer.model.case import Case
from explorer.model.day_words import dated_name
from explorer.model.package import Package, package_at, package_levels, package_of
from explorer.model.scenario import Scenario
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.studies.bold import bold_steps


@dataclass(frozen=True, slots=True)
class BoldQuestion:
    """What is asked: of which scenario, over which sets, how sure, and bold by what."""

    scenario: Scenario
    seed: int
    sets: int
    at_least: int
    rank: Rank


def bold_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone bold``; the case gives the examples their ids."""
    parser = scenario_parser(
        "dealzone bold",
        tr(
            "Show which packages ask much and still lie in the deal zone in most assumption sets: "
            "all\npackages that any set leaves in it, none sampled. It describes our assumptions, "
            "not the world."
        ),
        of_case(
            case,
            "dealzone bold",
            f"dealzone bold {case.default_preset} --at-least 90 --side sender",
            "dealzone bold --rank nash --json",
        ),
        usage="dealzone bold [SCENARIO] [--at-least N] [--rank WHAT] [--side SIDE] [options]",
    )
    group = parser.add_argument_group(tr("packages"))
    group.add_argument(
        "--at-least",
        type=whole_number(1, HUNDRED),
        default=AT_LEAST,
        metavar="N",
        help=tr(
            "in how many of 100 sets a package must lie in the zone (default: {sets})",
            sets=AT_LEAST,
        ),
    )
    group.add_argument(
        "--rank",
        choices=("gives", "nash", "share"),
        default="gives",
        help=tr(
            "gives: by what one side gives; nash: by the product of both gains; share: by the "
            "weaker side's share of its largest gain (default: gives)"
        ),
    )
    group.add_argument(
        "--side",
        choices=("target", "sender"),
        default="target",
        help=tr(
            "whose giving ranks: target, whom sanctions press, or sender, who lifts them "
            "(default: target)"
        ),
    )
    add_sets(group)
    return parser


def bold_question(arguments: argparse.Namespace) -> BoldQuestion:
    """Return what a command line asks.

    Raises
    ------
    ScenarioError
        If scenario or setting are not known.
    FileError
        If a file cannot be read.
    """
    rank = arguments.side if arguments.rank == "gives" else arguments.rank
    return BoldQuestion(
        asked_scenario(arguments), arguments.seed, arguments.sets, arguments.at_least, rank
    )


def bold_answer(question: BoldQuestion) -> Bold:
    """Return what is found, and say on standard error how far it is if that takes long."""
    return last_step(
        bold_steps(question.scenario, seed=question.seed, sets=question.sets),
        lambda found: tr(
            "{done:,} of {wanted:,} assumption sets", done=found.sets, wanted=found.wanted
        ),
    )


def bold_text(question: BoldQuestion, found: Bold, *, width: int) -> str:
    """Return an answer in lines of at most about ``width`` characters."""
    figure = _figure(question, found)
    lines = [figure.title, "", *paragraph(figure.sentence, width=width)]
    lines += ["", *table_lines(contents_table(figure), width=width)]
    for note in (*figure.notes, dated_name(question.scenario)):
        lines += ["", *paragraph(note, width=width)]
    return "\n".join((*lines, "", tr("A teaching model, not a forecast.")))


def bold_record(question: BoldQuestion, found: Bold) -> Record:
    """Return an answer as a record for JSON: counts, the boldest, the frontier, named packages."""
    case, rank = question.scenario.case, question.rank
    listed = found.ranked(rank, question.at_least, most=MOST).tolist()
    return {
        "model_version": MODEL_VERSION,
        "case": case.id,
        "scenario": scenario_record(question.scenario),
        "seed": found.seed,
        "sets": found.sets,
        "at_least": question.at_least,
        "rank": rank,
        "packages_ever": found.ever,
        "packages_sure": int(found.sure(question.at_least).sum()),
        "boldest": [_package_record(found, rank, place) for place in listed],
        "frontier": [
            _package_record(found, rank, place) for place in found.frontier(rank).tolist()
        ],
        "named": {each.id: _hits(found, package_of(case, each.levels)) for each in case.packages},
    }


def _package_record(found: Bold, rank: Rank, place: int) -> Record:
    case = found.scenario.case
    return {
        "sets": int(found.hits[place]),
        "measure": round(float(found.measure(rank)[place]), 9),
        "levels": package_levels(case, package_at(case, int(found.packages[place]))),
    }


def _hits(found: Bold, package: Package) -> int:
    """Return in how many sets a named package is in the zone."""
    place = found.place_of(package)
    return 0 if place is None else int(found.hits[place])


def _figure(question: BoldQuestion, found: Bold) -> BoldFigure:
    wishes = {RANK: str(question.rank), LEAST: str(question.at_least)}
    return bold_figure(found, choices=wishes)
