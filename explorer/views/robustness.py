"""How sure: the answer under other assumptions."""

from typing import get_args

from explorer.figures.bars import BarsFigure
from explorer.figures.importance import importance_figure
from explorer.figures.rule import rule_figure
from explorer.figures.study import ABOUT, RULE, SHOW, WEIGHTS, sure_choices, waiting_figure
from explorer.figures.sureness import sureness_figure
from explorer.model.study import Importance, Rule, Sureness
from explorer.model.wording import tr
from explorer.studies.study import Kind, Question, findings
from explorer.views.view import Part, View, Viewing

Answer = Sureness | Importance | Rule
"""What a study finds."""


def _info() -> str:
    return tr(
        "A thousand times, every uncertain number of the case is drawn at random between "
        "its low and its high value. Bars show in how many of these assumption sets "
        "there is a deal zone, which assumption the answer depends on most, or for which "
        "settings of the controls there is one. None of this says how likely a deal is: "
        "it shows how much our own assumptions matter. The same seed gives the same sets."
    )


def figure(viewing: Viewing) -> BarsFigure:
    """Return what the study found so far."""
    question = study_question(viewing)
    found = findings(question) if viewing.findings is None else viewing.findings
    if found.answer is None:
        return waiting_figure(question.scenario, question.kind, question.row_id, found)
    return answer_figure(found.answer, selected_row=viewing.selected_row)


def answer_figure(answer: Answer, *, selected_row: str) -> BarsFigure:
    """Return an answer as bars; ``selected_row`` is the id of a row or "" for none."""
    match answer:
        case Sureness():
            return sureness_figure(answer, selected_row=selected_row)
        case Importance():
            return importance_figure(answer)
        case Rule():
            return rule_figure(answer)


def study_question(viewing: Viewing) -> Question:
    """Return what the view studies."""
    scenario = viewing.result.scenario
    show, *about = sure_choices(
        scenario.case, viewing.choices.get(SHOW), viewing.choices.get(ABOUT)
    )
    kind = next(each for each in get_args(Kind) if each == show.chosen)
    return Question(scenario, kind, about[0].chosen if about else "", viewing.seed)


_PARTS = (
    Part(
        "weights",
        (SHOW, WEIGHTS),
        lambda: tr("What matters"),
        lambda: tr("Which assumptions matter most"),
    ),
    Part("rule", (SHOW, RULE), lambda: tr("Rule"), lambda: tr("One rule for when it holds")),
)

VIEW = View(
    id="sure",
    group="sure",
    page="how-sure",
    title=lambda: tr("How sure"),
    short=lambda: tr("How sure"),
    info=_info,
    figure=figure,
    parts=_PARTS,
)
