"""Why it changed: what each setting contributed, or what each red line keeps out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from explorer.figures.bars import BarsFigure
from explorer.figures.binding import binding_figure
from explorer.figures.choice import Choice, choice_of
from explorer.figures.phrase import listed
from explorer.figures.pinned import BASELINE, baseline_words
from explorer.figures.split import split_figure
from explorer.model.result import Result
from explorer.model.scenario import Scenario, preset_scenario
from explorer.model.split import Measure, Split
from explorer.model.wording import tr, tr_n
from explorer.solver.binding import binding_lines
from explorer.solver.split import Coalitions, coalitions, defined_split, players
from explorer.views.past_years import is_year, year_scenarios
from explorer.views.split_progress import LIVE_PLAYERS, SplitProgress, is_split_of
from explorer.views.view import Part, View, Viewing

FROM, MEASURE = "split.from", "split.measure"
"""The ids of the choices."""

BEFORE, LOADED = "before", "loaded"
"""What stands for the settings before the last change, and for the scenario as it was loaded, where
a start of the split is chosen."""

LINES = "lines"
"""The measure that tells what each red line keeps out."""

MEASURES: Mapping[str, Measure] = {
    "packages": "packages",
    "row_packages": "row_packages",
    "floor": "floor",
    "limit": "limit",
}
"""The other measures: what is split by the value that is chosen."""


def _info() -> str:
    return tr(
        "Each bar is one setting that differs from the comparison, and its share of the "
        "change: its average effect over all orders in which the settings can change "
        "(the Shapley value). The bars add up to the whole change exactly. They say what "
        "made the difference in this model, not in the world. Up and Down move between "
        "bars, Enter goes to the control."
    )


def figure(viewing: Viewing) -> BarsFigure:
    """Return the bars of the chosen measure, or a note while they are worked out."""
    result, row_id = viewing.result, viewing.selected_row
    offered = _choices(viewing)
    measure = offered[1].chosen
    if measure == LINES:
        return binding_figure(
            result.scenario, binding_lines(result.scenario), choices=(offered[1],)
        )
    start = split_start(viewing)
    found, notes = _found(start, result.scenario, viewing.split_progress)
    left_out = _left_out_words(viewing)
    notes = (*notes, left_out) if left_out else notes
    if found is None:
        return _waiting(result, start, offered, notes)
    split = measured_split(found, measure, row_id)
    return split_figure(split, choices=offered, end_words=tr("now"), notes=notes)


def measured_split(found: Coalitions, measure: str, row_id: str) -> Split:
    """Return the split of a change.

    Parameters
    ----------
    found
        The outcomes of all mixtures of the settings at both ends.
    row_id
        The row of the board that the measure is about; without meaning for "packages".
    """
    return defined_split(found, MEASURES[measure], "" if measure == "packages" else row_id)


def split_start(viewing: Viewing) -> Scenario:
    """Return the scenario that the present one is chosen to be compared with."""
    wanted, comparable = viewing.choices.get(FROM), _comparable(viewing)
    return next((each for id_, each in comparable if id_ == wanted), comparable[0][1])


def _comparable(viewing: Viewing) -> tuple[tuple[str, Scenario], ...]:
    """Return what the present settings can be compared with, as (id, scenario); at least one.

    What was before the last change comes first, as long as nothing else is chosen; years of the
    record come last, the latest first.
    """
    case = viewing.result.scenario.case
    presets = ((each.id, preset_scenario(case, each.id)) for each in case.presets)
    every = (*_named_scenarios(viewing), *presets, *year_scenarios(case, viewing.choices))
    return tuple(each for each in every if each[1].case is case)


def _left_out_words(viewing: Viewing) -> str:
    """Return why some scenarios cannot be compared with the present settings; "" if all can."""
    case = viewing.result.scenario.case
    named = _named_scenarios(viewing)
    names = [_start_words(id_, each) for id_, each in named if each.case is not case]
    if not names:
        return ""
    return tr(
        "Not offered, because they have other assumptions: {names}.",
        names=listed(dict.fromkeys(names)),
    )


def _named_scenarios(viewing: Viewing) -> tuple[tuple[str, Scenario], ...]:
    case, baseline = viewing.result.scenario.case, viewing.baseline
    base = preset_scenario(case, case.baseline_preset) if baseline is None else baseline.scenario
    return (*_before(viewing), (BASELINE, base), *viewing.comparable)


def _before(viewing: Viewing) -> tuple[tuple[str, Scenario], ...]:
    """Return the settings before the last change; nothing where they are the present ones."""
    before, now = viewing.before, viewing.result.scenario
    if before is None or (before.case is now.case and before.values == now.values):
        return ()
    # In sentences: "From before the last change to now the deal zone gained ...".
    return ((BEFORE, before.with_name(tr("before the last change"))),)


def _found(
    start: Scenario, end: Scenario, progress: SplitProgress | None
) -> tuple[Coalitions | None, tuple[str, ...]]:
    """Return the outcomes to show, and what must be said of them."""
    found = None if progress is None else progress.found
    if found is not None and is_split_of(found, start, end):
        # The names may have changed since.
        return Coalitions(start, end, found.players, found.outcomes), ()
    if progress is None or len(players(start, end)) <= LIVE_PLAYERS:
        return coalitions(start, end), ()
    note = tr("This is calculated when nothing is being moved.")
    if progress.share > 0:
        note = tr("Calculating: {percent} of 100 done.", percent=int(100 * progress.share))
    if found is None or found.start.case is not start.case:
        return None, (note,)
    return found, (tr("These bars still show the settings of a moment ago."), note)


def _waiting(
    result: Result, start: Scenario, offered: tuple[Choice, ...], notes: tuple[str, ...]
) -> BarsFigure:
    """Return a figure without bars, while the first split is being worked out."""
    count = len(players(start, result.scenario))
    words = tr_n(
        "{n} setting differs from {start}.",
        "{n} settings differ from {start}.",
        count,
        start=start.name,
    )
    nothing = Split(start, result.scenario, "packages", "", None, None, (), is_defined=True)
    return replace(
        split_figure(nothing, choices=offered),
        sentence=" ".join((words, *notes)),
        axis_words="",
        ticks=(),
        empty_words="\n".join((words, *notes)),
    )


def _choices(viewing: Viewing) -> tuple[Choice, ...]:
    starts = tuple((id_, _start_words(id_, scenario)) for id_, scenario in _comparable(viewing))
    measures = tuple(_measures(viewing.result, viewing.selected_row))
    years = [id_ for id_, _ in starts if is_year(id_)]
    heads = tuple((id_, tr("Years of the record")) for id_ in years[:1])
    return (
        choice_of(FROM, tr("Compared with"), starts, viewing.choices.get(FROM), heads=heads),
        choice_of(MEASURE, tr("What changed"), measures, viewing.choices.get(MEASURE)),
    )


def _start_words(id_: str, scenario: Scenario) -> str:
    if id_ == BEFORE:
        return tr("Before the last change")
    if id_ == LOADED:
        return tr("As loaded: {name}", name=scenario.name)
    return baseline_words(scenario) if id_ == BASELINE else scenario.name


def _measures(result: Result, row_id: str) -> Iterator[tuple[str, str]]:
    case = result.scenario.case
    yield "packages", tr("Packages in the zone")
    if row_id:
        row = case.row(row_id).short
        yield "row_packages", tr("Packages with {row}", row=row)
        yield "floor", tr("{target}’s floor for {row}", target=case.target.short, row=row)
        yield "limit", tr("{sender}’s limit for {row}", sender=case.sender.short, row=row)
    yield LINES, tr("What each red line keeps out")


_PARTS = (
    Part(
        "lines",
        (MEASURE, LINES),
        lambda: tr("Red lines"),
        lambda: tr("What each red line keeps out"),
    ),
)

VIEW = View(
    id="split",
    group="why",
    page="why",
    title=lambda: tr("Why it changed"),
    short=lambda: tr("Why"),
    info=_info,
    figure=figure,
    parts=_PARTS,
)
