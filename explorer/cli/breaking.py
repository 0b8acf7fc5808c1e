"""What flips it, printed: what would have to be true for the opposite of an answer."""

import argparse
from dataclasses import asdict

from explorer.cli.asked import asked_scenario
from explorer.cli.examples import of_case
from explorer.cli.figure_text import figure_text
from explorer.cli.parser_parts import scenario_parser
from explorer.cli.progress import last_step
from explorer.cli.subject import known_id, known_row
from explorer.figures.breaking import breaking_figure
from explorer.figures.breaking_words import resilience_words
from explorer.files.result_record import Record
from explorer.model.breaking import (
    ZONE,
    Breaking,
    BreakingLadder,
    Claim,
    Resilience,
    package_claim,
)
from explorer.model.case import Case
from explorer.model.day_words import dated_name
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.report.opening_record import move_record, pair_record
from explorer.solver.solve import solve
from explorer.studies.breaking import BreakingQuestion, breaking_steps


def breaking_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone breaking``; the case gives the examples their ids."""
    examples = ["dealzone breaking", f"dealzone breaking {case.baseline_preset} --zone --json"]
    if case.rows:
        examples.insert(1, f"dealzone breaking --row {case.rows[0].id}")
    parser = scenario_parser(
        "dealzone breaking",
        tr(
            "Show what would have to be true for the opposite of an answer: how far all "
            "assumptions\ntogether must move, one control, two controls, or one assumption alone."
        ),
        of_case(case, *examples),
        usage="dealzone breaking [SCENARIO] [--row ID | --package ID | --zone] [options]",
    )
    group = parser.add_argument_group(tr("answer")).add_mutually_exclusive_group()
    group.add_argument(
        "--row",
        metavar="ID",
        help=tr("whether a row of the board is open (default: the zone is asked about)"),
    )
    group.add_argument(
        "--package",
        metavar="ID",
        help=tr(
            'whether a named package is in the zone, see "dealzone list packages" '
            "(default: the zone is asked about)"
        ),
    )
    group.add_argument(
        "--zone",
        action="store_true",
        help=tr("whether the zone holds any package (default: asked without a row or a package)"),
    )
    return parser


def breaking_question(arguments: argparse.Namespace) -> BreakingQuestion:
    """Return what a command line asks.

    Raises
    ------
    ScenarioError
        If scenario, setting, row or package are not known.
    FileError
        If a file cannot be read.
    """
    return asked_about(asked_scenario(arguments), arguments.row, arguments.package)


def asked_about(scenario: Scenario, row: str | None, package: str | None) -> BreakingQuestion:
    """Return the question about a row of the board, a named package, or else the zone.

    Raises :class:`ScenarioError` if the case has none such.
    """
    case, claim = scenario.case, ZONE
    if row is not None:
        claim = Claim("row", known_row(case, row))
    elif package is not None:
        names = [each.id for each in case.packages]
        claim = package_claim(case, known_id(package, names, option="--package"))
    return BreakingQuestion(solve(scenario), claim)


def breaking_answer(question: BreakingQuestion) -> BreakingLadder:
    """Return all that is found, and say on standard error how far it is if that takes long."""
    return last_step(
        breaking_steps(question),
        lambda found: tr("{done} of {wanted} steps", done=found.done, wanted=found.wanted),
    )


def breaking_text(ladder: BreakingLadder, claim: Claim, *, width: int) -> str:
    """Return what was found as text, the picture's sentence first."""
    figure = breaking_figure(ladder, asked=claim, choices=())
    notes = (*figure.notes, dated_name(ladder.scenario))
    return figure_text(figure, width=width, notes=notes)


def breaking_record(ladder: BreakingLadder) -> Record:
    """Return what was found as a record for JSON.

    ``resilience`` is null where an answer holds however far the assumptions move; ``ends`` names
    the end of each assumption that speaks against it.
    """
    record: Record = {"scenario": ladder.scenario.name}
    if ladder.scenario.as_of is not None:
        record["as_of"] = ladder.scenario.as_of.isoformat()
    record["answers"] = [_rung_record(rung) for rung in ladder.rungs]
    if ladder.asked is not None:
        record["asked"] = _asked_record(ladder.asked)
    return record


def _rung_record(rung: Resilience) -> Record:
    return {
        "answer": rung.claim.kind,
        "id": rung.claim.id or None,
        "is_true": rung.is_true,
        "resilience": rung.share,
        "in_words": resilience_words(rung.share),
        "is_monotone": rung.is_monotone,
    }


def _asked_record(found: Breaking) -> Record:
    return {
        **_rung_record(found.resilience),
        "ends": dict(found.resilience.ends),
        "controls": [move_record(move) for move in found.moves or ()],
        "pairs": [pair_record(pair) for pair in found.pairs or ()],
        "pairs_looked_up_to": found.reach,
        "assumptions": [asdict(flip) for flip in found.flips or ()],
    }
