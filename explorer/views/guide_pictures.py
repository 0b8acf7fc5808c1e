"""Pictures on the pages of the guide: made from the case when a page is read, never stored.

A page says ``![](view:ID)`` on a line of its own, or ``![](view:ID/HOW)``; see :data:`WAYS`. Its
words are the sentence of the picture itself, so a page never says anything that the case does not.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from explorer.figures.board_layers import BASELINE, ENDS, OFFERS
from explorer.figures.choice import ON
from explorer.figures.figure import Figure
from explorer.figures.headline import Headline, headline
from explorer.figures.leading import declared_partner, leading_sliders
from explorer.files.handbook import Page
from explorer.files.markdown_text import as_markdown
from explorer.model.assumption import original
from explorer.model.bold import Bold
from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.result import Result
from explorer.model.scenario import preset_scenario
from explorer.model.study import Findings
from explorer.model.wording import tr
from explorer.solver.solve import solve
from explorer.studies.bold import bold as packages_over_sets
from explorer.studies.sureness import sureness
from explorer.views import bold, history, robustness
from explorer.views.registry import figure_of, view_by_id
from explorer.views.view import Viewing

DECLARED, LAYERS, PRESENTED = "declared", "layers", "presented"
WAYS = ("", DECLARED, LAYERS, PRESENTED)
"""How a picture is shown: as at the start, with the declared lines, a board with all its layers, or
as a presentation shows it."""

SETS = 100
"""Assumption sets of the pictures that need some."""

_PLACE = re.compile(r"^!\[\]\((view:[a-z-]+(?:/[a-z]+)?)\)$", re.MULTILINE)
"""Where a page has a picture."""


@dataclass(frozen=True, slots=True)
class GuidePicture:
    """A picture of the guide: what it shows, the words under it, and the headline of its scenario.

    ``is_presented`` tells to draw it as a presentation does.
    """

    figure: Figure
    words: str
    headline: Headline
    scenario_name: str
    is_presented: bool


def targets(markdown: str) -> tuple[str, ...]:
    """Return the targets of the pictures of a page, in order."""
    return tuple(_PLACE.findall(markdown))


def guide_picture(case: Case, target: str) -> GuidePicture:
    """Return the picture that a target names, made once for a case; its assumptions are the case's.

    Raises
    ------
    KeyError
        If there is no such view.
    ValueError
        If it cannot be shown in that way.
    """
    view_id, _, way = target.removeprefix("view:").partition("/")
    if way not in WAYS:
        raise ValueError(target)
    # Cached words are those of one language.
    return _picture(ByIdentity(original(case)), view_id, way, view_by_id(view_id).title())


def with_pictures(page: Page, case: Case) -> Page:
    """Return a page whose pictures have their words, as alternative text and below them."""

    def words(place: re.Match[str]) -> str:
        said = as_markdown(guide_picture(case, place[1]).words)
        return f"![{said}]({place[1]})\n\n*{said}*"

    return replace(page, markdown=_PLACE.sub(words, page.markdown))


def with_sentences(page: Page, case: Case) -> Page:
    """Return a page with the words of its pictures in their place."""

    def words(place: re.Match[str]) -> str:
        return as_markdown(guide_picture(case, place[1]).words)

    return replace(page, markdown=_PLACE.sub(words, page.markdown))


@lru_cache(maxsize=64)
def _picture(key: ByIdentity, view_id: str, way: str, title: str) -> GuidePicture:
    result, baseline = _results(key, is_declared=way == DECLARED)
    case, name = key.case, result.scenario.name
    figure = figure_of(
        view_id,
        Viewing(
            result=result,
            baseline=baseline,
            selected_row=case.rows[0].id if case.rows else "",
            swept_control=next(iter(leading_sliders(case)), case.controls[0].id),
            choices=dict.fromkeys((BASELINE, ENDS, OFFERS), ON) if way == LAYERS else {},
            # A band from some sets is drawn at once; all of them would take seconds.
            is_resting=way != LAYERS,
            findings=_few_sets(result) if view_id == robustness.VIEW.id else None,
            bold=_few_packages(result) if view_id == bold.VIEW.id else None,
        ),
    )
    told, said = headline(result, baseline), figure.sentence
    if way == PRESENTED:
        title = tr("Presentation")
    # A sentence that begins with the scenario needs it only once; history is of all years.
    if said.startswith(name) or view_id == history.VIEW.id:
        words = tr("{picture}: {sentence}", picture=title, sentence=said)
    else:
        words = tr("{picture}, {scenario}: {sentence}", picture=title, scenario=name, sentence=said)
    return GuidePicture(figure, words, told, name, way == PRESENTED)


@lru_cache(maxsize=4)
def _results(key: ByIdentity, *, is_declared: bool) -> tuple[Result, Result]:
    """Return the scenario of the start, with its declared lines if so, and the baseline, solved."""
    case = key.case
    start = preset_scenario(case, case.default_preset)
    declared = declared_partner(case, case.default_preset) if is_declared else None
    return solve(declared or start), solve(preset_scenario(case, case.baseline_preset))


def _few_packages(result: Result) -> Bold:
    return packages_over_sets(result.scenario, sets=SETS)


def _few_sets(result: Result) -> Findings:
    return Findings(sureness(result.scenario, sets=SETS))
