"""How sure, printed: assumption sets, what matters most, and one rule."""

import argparse
from dataclasses import asdict
from typing import cast

from explorer.cli.asked import asked_scenario
from explorer.cli.figure_text import figure_text
from explorer.cli.progress import last_step
from explorer.cli.subject import known_row
from explorer.files.result_record import Record
from explorer.model.day_words import dated_name
from explorer.model.study import Findings, Rule, Sureness
from explorer.model.wording import tr
from explorer.studies.study import Question, study_steps
from explorer.views.robustness import Answer, answer_figure


def sure_question(arguments: argparse.Namespace) -> Question:
    """Return what a command line asks.

    Raises
    ------
    ScenarioError
        If scenario, setting or row are not known.
    FileError
        If a file cannot be read.
    """
    scenario = asked_scenario(arguments)
    row = known_row(scenario.case, arguments.row) if arguments.row else ""
    return Question(scenario, arguments.kind, row, arguments.seed, arguments.sets)


def sure_answer(question: Question) -> Answer:
    """Return what the study finds, and say on standard error how far it is if that takes long."""
    # The last step of every study has an answer.
    return cast("Answer", last_step(study_steps(question), _progress_text).answer)


def _progress_text(found: Findings) -> str:
    answer, progress = found.answer, found.progress
    if isinstance(answer, Sureness):
        return tr("{done:,} of {wanted:,} assumption sets", done=answer.sets, wanted=answer.wanted)
    if progress is None:
        return tr("at work")
    return tr("{done:,} of {wanted:,} samples", done=progress.done, wanted=progress.wanted)


def sure_text(answer: Answer, *, row_id: str, width: int) -> str:
    """Return an answer as text, the row's first where one is asked about."""
    figure = answer_figure(answer, selected_row=row_id)
    notes = (*figure.notes, dated_name(answer.scenario))
    return figure_text(figure, width=width, notes=notes)


def sure_record(answer: Answer) -> Record:
    """Return an answer as a record for JSON; infinite floors are null."""
    record: Record = {**asdict(answer), "scenario": answer.scenario.name}
    if answer.scenario.as_of is not None:
        record["as_of"] = answer.scenario.as_of.isoformat()
    if isinstance(answer, Sureness):
        record["rows"] = [
            {
                "row_id": row.row_id,
                "open_sets": row.open_sets,
                "floor": [None if end == float("inf") else end for end in row.floor],
                "limit": list(row.limit),
            }
            for row in answer.rows
        ]
    if isinstance(answer, Rule):
        record |= {"coverage": answer.coverage, "density": answer.density}
    return record
