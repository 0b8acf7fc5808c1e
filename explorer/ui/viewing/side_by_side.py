"""The picture that puts boards side by side."""

from explorer.figures.boards import NONE, boards_choices, boards_figure
from explorer.figures.figure import Figure
from explorer.model.wording import tr
from explorer.ui.comparing import baseline_words, empty_words
from explorer.ui.viewing.past_years import year_result, year_scenarios
from explorer.ui.viewing.viewing import Viewing


def boards_picture(viewing: Viewing) -> Figure:
    """Return the boards that are chosen: the screen's, pins', the baseline's, of past years."""
    found = {"screen": (tr("On screen"), viewing.result)}
    found |= {pin.letter: (pin.words, pin.result) for pin in viewing.pins}
    brief = {"screen": tr("On screen")}
    brief |= {pin.letter: tr("Pin {letter}", letter=pin.letter) for pin in viewing.pins}
    baseline = viewing.baseline
    if baseline is not None:
        found["baseline"] = (baseline_words(baseline.scenario), baseline)
        brief["baseline"] = tr("Baseline")
    case, wishes = viewing.result.scenario.case, viewing.choices
    years = {id_: year.name for id_, year in year_scenarios(case, wishes)}
    choices = boards_choices(tuple(brief.items()), wishes, further=tuple(years.items()))
    chosen = [each.chosen for each in choices if each.chosen != NONE]
    found |= {id_: (years[id_], year_result(case, wishes, id_)) for id_ in chosen if id_ in years}
    shown = [found[id_] for id_ in chosen]
    hint = "" if viewing.pins else empty_words()
    return boards_figure(tuple(shown), selected=viewing.selected_row, choices=choices, hint=hint)
