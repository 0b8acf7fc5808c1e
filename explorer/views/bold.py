"""Bold but sure: which packages ask much and still hold under most assumptions."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from explorer.figures.bold import BoldFigure, bold_figure
from explorer.model.bold import Bold
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.studies.bold import bold, bold_steps
from explorer.views.view import View, Viewing


def _info() -> str:
    return tr(
        "Every package that any assumption set leaves in the deal zone stands here: to the right "
        "by how many of 100 sets do, upwards by how bold it is. The steps are the frontier: "
        "nothing is bolder and as sure. The slider sets how many sets are enough; right of "
        "its line is what is sure, and its boldest package is marked. This tells how much "
        "an answer hangs on our own assumptions, not how likely a deal is. Click a package "
        "to read it; arrow keys move between marks, Page keys move the line."
    )


def figure(viewing: Viewing) -> BoldFigure:
    """Return what is known of all packages so far, or all of it where nobody is looking."""
    found = viewing.bold
    if found is None:
        found = _whole(viewing.result, viewing.seed)
    return bold_figure(found, choices=viewing.choices, selected=viewing.selected_package)


@lru_cache(maxsize=8)
def _whole(result: Result, seed: int) -> Bold:
    """Return what is known in the end; kept, as a picture is often drawn more than once."""
    return bold(result.scenario, seed=seed)


@dataclass(frozen=True, slots=True)
class PackagesQuestion:
    """What is looked at: every package of a scenario, over assumption sets of a seed."""

    scenario: Scenario
    seed: int


def packages_question(viewing: Viewing) -> PackagesQuestion:
    """Return what the view looks at."""
    return PackagesQuestion(viewing.result.scenario, viewing.seed)


def question_steps(question: PackagesQuestion) -> Iterator[Bold]:
    """Yield the answer with ever more assumption sets; whoever asks may stop at any time."""
    return bold_steps(question.scenario, seed=question.seed)


VIEW = View(
    id="bold",
    group="sure",
    page="bold",
    title=lambda: tr("Bold but sure"),
    short=lambda: tr("Bold"),
    info=_info,
    figure=figure,
)
