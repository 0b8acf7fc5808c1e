"""What matters most of what a study varies, printed: ``dealzone study sensitivity``."""

import argparse
from dataclasses import asdict, dataclass
from typing import cast

from explorer.cli.argument_types import whole_number
from explorer.cli.figure_text import table_lines
from explorer.cli.parser_parts import Parser, add_general, add_json
from explorer.cli.progress import last_step
from explorer.cli.study_parsers import add_study
from explorer.cli.subject import known_id
from explorer.cli.text_table import paragraph
from explorer.figures.effects import (
    effects_notes,
    effects_sentence,
    effects_table,
    effects_title,
)
from explorer.files.result_record import Record
from explorer.model.case import Case
from explorer.model.study import Progress
from explorer.model.study_found import ZONE_COLUMN, FactorEffects
from explorer.model.wording import tr
from explorer.studies.designed.design import Design
from explorer.studies.sensitivity import (
    MORRIS_POINTS,
    MOST_POINTS,
    SOBOL_POINTS,
    answer_columns,
    sensitivity_design,
    sensitivity_steps,
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What matters in a study of a case."""

    case: Case
    study: str
    found: FactorEffects


def sensitivity_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone study sensitivity``."""
    parser = Parser(
        "dealzone study sensitivity",
        tr(
            "Say which of what a study varies an output hangs on. Scenarios of its own are drawn "
            "over the\nranges of the study; how the study itself combines them does not matter."
        ),
        (
            "dealzone study sensitivity study.json",
            "dealzone study sensitivity study.json --of open.interim-freeze --points 1024",
            "dealzone study sensitivity study.json --method morris --json",
        ),
        usage="dealzone study sensitivity STUDY [--of COLUMN] [--method METHOD] [--points N] "
        "[options]",
    )
    add_study(parser)
    _add_question(parser)
    add_json(parser)
    add_general(parser)
    return parser


def _add_question(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(tr("sensitivity"))
    group.add_argument(
        "--of",
        metavar="COLUMN",
        help=tr("the output that is asked about (default: how many packages the zone holds)"),
    )
    group.add_argument(
        "--method",
        choices=("sobol", "morris"),
        default="sobol",
        help=tr(
            "sobol: which share of the spread each explains, alone and in all; morris: by how much "
            "the output changes with each, from far fewer scenarios (default: sobol)"
        ),
    )
    group.add_argument(
        "--points",
        type=whole_number(2, MOST_POINTS),
        metavar="N",
        help=tr(
            "from how many points everything is moved (default: {sobol} for sobol, {morris} for "
            "morris)",
            sobol=SOBOL_POINTS,
            morris=MORRIS_POINTS,
        ),
    )
    group.add_argument(
        "--start", metavar="ID", help=tr("from which start of the study (default: its first)")
    )


def sensitivity_answer(arguments: argparse.Namespace, study: Design) -> Weighed:
    """Return what matters, and say on standard error how far it is if that takes long.

    Raises
    ------
    ScenarioError
        If the study has no such start or output.
    StudyError
        If it varies nothing, or the output has no value somewhere.
    """
    design = sensitivity_design(study.plan, study.case)
    columns = answer_columns(design)
    usual = ZONE_COLUMN if ZONE_COLUMN in columns else columns[0]
    column = known_id(arguments.of, columns, option="--of") if arguments.of else usual
    starts = [start.id for start in design.plan.starts]
    start = known_id(arguments.start, starts, option="--start") if arguments.start else starts[0]
    points = arguments.points or (SOBOL_POINTS if arguments.method == "sobol" else MORRIS_POINTS)
    steps = sensitivity_steps(
        design, column, arguments.method, points=points, start=starts.index(start)
    )
    # The last step has an answer.
    found = cast("FactorEffects", last_step(steps, _progress_text))
    return Weighed(design.case, design.plan.name, found)


def _progress_text(step: Progress | FactorEffects) -> str:
    if isinstance(step, FactorEffects):
        return ""
    return tr("{done:,} of {wanted:,} scenarios", done=step.done, wanted=step.wanted)


def sensitivity_text(answer: Weighed, *, width: int) -> str:
    """Return what matters, as text."""
    case, found = answer.case, answer.found
    lines = [effects_title(case, found), "", *paragraph(effects_sentence(case, found), width=width)]
    if found.effects:
        lines += ["", *table_lines(effects_table(case, found), width=width)]
    for note in effects_notes(found):
        lines += ["", *paragraph(note, width=width)]
    return "\n".join((*lines, "", tr("A teaching model, not a forecast.")))


def sensitivity_record(answer: Weighed) -> Record:
    """Return the same for JSON; shares are from 0 to 1."""
    found = answer.found
    names = (
        ("first", "first_half", "total", "total_half")
        if found.method == "sobol"
        else ("mean_size", "mean_size_half", "spread", "")
    )
    return {
        "study": answer.study,
        **{name: value for name, value in asdict(found).items() if name != "effects"},
        "effects": [
            {
                "factor": each.factor,
                **{
                    name: value
                    for name, value in zip(
                        names,
                        (each.first, each.first_half, each.second, each.second_half),
                        strict=True,
                    )
                    if name
                },
            }
            for each in found.effects
        ],
    }
