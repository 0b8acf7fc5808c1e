"""What flips it: what would have to be true for the opposite of an answer."""

from functools import lru_cache

from explorer.figures.bars import BarsFigure
from explorer.figures.breaking import (
    ABOUT,
    CHOSEN,
    PACKAGE,
    ROW,
    SELECTED,
    breaking_choices,
    breaking_figure,
)
from explorer.figures.choice import Choice
from explorer.model.breaking import ZONE, BreakingLadder, Claim, package_claim
from explorer.model.case import Case
from explorer.model.result import Result
from explorer.model.wording import tr
from explorer.studies.breaking import BreakingQuestion, breaking
from explorer.views.view import View, Viewing


def _info() -> str:
    return tr(
        "What would have to be true for the opposite? The first bars rank the answers by "
        "resilience: how far all assumptions together must move towards the ends of their ranges "
        "that speak against an answer until it turns, from “hangs by a thread” to “holds however”. "
        "Below them stands what turns the chosen answer: one assumption alone, as a mark on its "
        "range, one control alone, the smallest pair of controls. Choosing a row asks about that "
        "row. None of this says how often anything happens: these are distances, not chances."
    )


def figure(viewing: Viewing) -> BarsFigure:
    """Return the ladder and what is known of the answer that is asked about."""
    question = breaking_question(viewing)
    ladder = viewing.breaking
    if ladder is None:
        ladder = _whole(question.result, question.claim)
    return breaking_figure(ladder, asked=question.claim, choices=(_choice(viewing),))


def breaking_question(viewing: Viewing) -> BreakingQuestion:
    """Return what the view asks."""
    case = viewing.result.scenario.case
    return BreakingQuestion(viewing.result, _claim(case, viewing, _choice(viewing).chosen))


def _claim(case: Case, viewing: Viewing, chosen: str) -> Claim:
    row = viewing.selected_row
    if chosen == SELECTED and row:
        return Claim("row", row)
    if chosen == CHOSEN:
        return Claim("package", package=viewing.selected_package)
    if chosen.startswith(ROW):
        return Claim("row", chosen.removeprefix(ROW))
    if chosen.startswith(PACKAGE):
        return package_claim(case, chosen.removeprefix(PACKAGE))
    return ZONE


def _choice(viewing: Viewing) -> Choice:
    return breaking_choices(
        viewing.result.scenario.case,
        viewing.choices.get(ABOUT),
        has_package=viewing.selected_package is not None,
    )[0]


@lru_cache(maxsize=8)
def _whole(result: Result, claim: Claim) -> BreakingLadder:
    """Return all that can be found; kept, as a picture is often drawn more than once."""
    return breaking(result, claim)


VIEW = View(
    id="breaking",
    group="sure",
    page="breaking",
    title=lambda: tr("What flips it"),
    short=lambda: tr("What flips it"),
    info=_info,
    figure=figure,
)
