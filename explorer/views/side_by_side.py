"""Boards side by side: the same rows under different settings."""

from explorer.figures.boards import NONE, BoardsFigure, boards_choices, boards_figure
from explorer.figures.pinned import BASELINE, baseline_words, scenario_words
from explorer.model.wording import tr
from explorer.views.past_years import year_result, year_scenarios
from explorer.views.view import View, Viewing
from explorer.views.why import LOADED


def _info() -> str:
    return tr(
        "The same rows under different settings, on one axis: what is on screen and what was "
        "pinned or is compared with. Choose above which board stands where. Up and Down choose a "
        "row, Left and Right read it board by board."
    )


def figure(viewing: Viewing) -> BoardsFigure:
    """Return the boards that are chosen: the screen's, pins', the baseline's, of past years."""
    scenario = viewing.result.scenario
    loaded = dict(viewing.comparable).get(LOADED, scenario)
    present = tr("On screen: {name}", name=scenario_words(scenario, loaded))
    found = {"screen": (present, viewing.result)}
    found |= {pin.letter: (pin.words, pin.result) for pin in viewing.pins}
    brief = {"screen": tr("On screen")}
    brief |= {pin.letter: tr("Pin {letter}", letter=pin.letter) for pin in viewing.pins}
    baseline = viewing.baseline
    if baseline is not None:
        found[BASELINE] = (baseline_words(baseline.scenario), baseline)
        brief[BASELINE] = tr("Baseline")
    case, wishes = scenario.case, viewing.choices
    years = {id_: year.name for id_, year in year_scenarios(case, wishes)}
    choices = boards_choices(tuple(brief.items()), wishes, further=tuple(years.items()))
    chosen = [each.chosen for each in choices if each.chosen != NONE]
    found |= {id_: (years[id_], year_result(case, wishes, id_)) for id_ in chosen if id_ in years}
    shown = [found[id_] for id_ in chosen]
    hint = "" if viewing.pins else tr("Pin a scenario to compare it.")
    return boards_figure(tuple(shown), selected=viewing.selected_row, choices=choices, hint=hint)


VIEW = View(
    id="boards",
    group="where",
    page="compare",
    title=lambda: tr("Boards side by side"),
    short=lambda: tr("Side by side"),
    info=_info,
    figure=figure,
)
