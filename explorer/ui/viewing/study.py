"""The picture that tells how sure the answer is, and what it studies."""

from typing import get_args

from explorer.figures.figure import Figure
from explorer.figures.importance import importance_figure
from explorer.figures.rule import rule_figure
from explorer.figures.study import ABOUT, SHOW, sure_choices, waiting_figure
from explorer.figures.sureness import sureness_figure
from explorer.model.study import Importance, Rule, Sureness
from explorer.studies.study import Kind, Question, findings
from explorer.ui.viewing.viewing import Viewing


def sure_picture(viewing: Viewing) -> Figure:
    """Return what the study found so far."""
    question = study_question(viewing)
    found = findings(question) if viewing.findings is None else viewing.findings
    match found.answer:
        case Sureness() as answer:
            return sureness_figure(answer, selected_row=viewing.selected_row)
        case Importance() as answer:
            return importance_figure(answer)
        case Rule() as answer:
            return rule_figure(answer)
        case None:
            return waiting_figure(question.scenario, question.kind, question.row_id, found)


def study_question(viewing: Viewing) -> Question:
    """Return what the view "sure" studies."""
    scenario = viewing.result.scenario
    show, *about = sure_choices(
        scenario.case, viewing.choices.get(SHOW), viewing.choices.get(ABOUT)
    )
    kind = next(each for each in get_args(Kind) if each == show.chosen)
    return Question(scenario, kind, about[0].chosen if about else "", viewing.seed)
