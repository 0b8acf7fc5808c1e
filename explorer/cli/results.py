"""The command ``results``: what the tables of a class agreed, read and scored."""

import argparse
from collections.abc import Iterator

from explorer.classroom.tables.reading import Reading
from explorer.classroom.tables.score_tables import (
    broken_table,
    class_words,
    score_table,
    spread_table,
    standing_words,
)
from explorer.classroom.tables.scores import ClassScores, TableScore, better_for_both
from explorer.cli.answer_lines import add_page
from explorer.cli.examples import of_case
from explorer.cli.figure_text import table_lines
from explorer.cli.parser_parts import Parser, add_general, add_json, add_scenario
from explorer.cli.role_play import add_play, add_results
from explorer.cli.text_table import paragraph
from explorer.figures.table import Table
from explorer.files.result_record import Record, scenario_record
from explorer.model.case import Case
from explorer.model.day_words import dated_name
from explorer.model.package import package_levels
from explorer.model.table_result import variant_letter
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.solver.agreement import Untaken


def results_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone results``; the case gives the examples their ids."""
    parser = Parser(
        "dealzone results",
        tr(
            "Read what the tables of a class agreed in a role play, and score each under its own "
            "private values.\nEvery mistake is named with its line and the rest is read; the exit "
            "code is then 2.\nScenario, seed and variants are those with which the role sheets "
            "were made.\nWith --page, count what students foretold on a take-home page."
        ),
        of_case(
            case,
            "dealzone results class.csv",
            f"dealzone results class.csv {case.default_preset} --seed 3 --variants 2 --json",
            f"dealzone results answers.txt {case.default_preset} --page",
        ),
        usage="dealzone results CSV [SCENARIO] [--seed S] [--variants N] [--json] [options]",
    )
    add_results(parser)
    add_scenario(parser)
    add_play(parser)
    add_page(parser)
    add_json(parser)
    add_general(parser)
    return parser


def results_text(found: ClassScores, read: Reading, *, width: int) -> str:
    """Return the scores of a class in lines of at most about ``width`` characters."""
    parts = [
        (dated_name(found.plan.scenario),),
        tuple(line for each in class_words(found) for line in paragraph(each, width=width)),
        *(_table_part(table, width) for table in _tables(found) if table.cells),
        *([_awaited_part(read, width)] if read.awaited else []),
        paragraph(tr("Points are never a grade. A teaching model, not a forecast."), width=width),
    ]
    return "\n\n".join("\n".join(part) for part in parts)


def results_record(found: ClassScores, read: Reading) -> Record:
    """Return the same for JSON."""
    plan = found.plan
    return {
        "model_version": MODEL_VERSION,
        "case": plan.case.id,
        "scenario": scenario_record(plan.scenario),
        "seed": plan.seed,
        "variants": plan.variants,
        "tables": [_score_record(found, score) for score in found.scores],
        "awaited": list(read.awaited),
        "mistakes": [{"line": each.line, "problem": each.words} for each in read.mistakes],
        "outcomes": dict(found.endings),
        "spread": {spread.issue.id: list(spread.counts) for spread in found.spreads},
        "best_missed": {
            variant_letter(variant): _untaken_record(found, found.best_missed(variant))
            for variant in found.solved
        },
    }


def _tables(found: ClassScores) -> tuple[Table, ...]:
    agreed = (spread_table(found), broken_table(found)) if found.agreed else ()
    return (score_table(found), *agreed)


def _table_part(table: Table, width: int) -> tuple[str, ...]:
    return (*paragraph(table.caption, width=width), *table_lines(table, width=width))


def _awaited_part(read: Reading, width: int) -> tuple[str, ...]:
    names = tr(", ").join(read.awaited)
    return paragraph(tr("Nothing is told yet of: {names}.", names=names), width=width)


def _score_record(found: ClassScores, score: TableScore) -> Record:
    case, result, better = found.plan.case, score.result, better_for_both(score)
    package = None if result.levels is None else dict(result.levels)
    return {
        "table": result.name,
        "variant": variant_letter(result.variant),
        "outcome": result.ending,
        "standing": standing_words(score),
        "package": package,
        "minutes": result.minutes,
        "gains": dict(_by_party(found, score.sender_gain, score.target_gain)),
        "left": dict(_by_party(found, score.left.sender, score.left.target)),
        "left_share": score.left.share,
        "is_in_zone": score.is_in_zone,
        "is_efficient": score.is_efficient,
        "broken_lines": list(score.broken_lines),
        "nearest_better": None if better is None else package_levels(case, better.package),
    }


def _untaken_record(found: ClassScores, missed: Untaken | None) -> Record | None:
    if missed is None:
        return None
    gains = dict(_by_party(found, missed.sender_gain, missed.target_gain))
    return {"package": package_levels(found.plan.case, missed.package), "gains": gains}


def _by_party(found: ClassScores, sender: float, target: float) -> Iterator[tuple[str, float]]:
    case = found.plan.case
    yield case.sender.id, sender
    yield case.target.id, target
