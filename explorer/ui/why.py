"""The view that asks why: what is compared, what is measured, and the figure of the answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from explorer.figures.bars import BarsFigure
from explorer.figures.binding import binding_figure
from explorer.figures.choice import Choice, choice_of
from explorer.figures.phrase import listed
from explorer.figures.split import split_figure
from explorer.model.case import Case
from explorer.model.result import Result
from explorer.model.scenario import Scenario, preset_scenario
from explorer.model.split import Measure, Split
from explorer.model.wording import tr, tr_n
from explorer.solver.binding import binding_lines
from explorer.solver.split import Coalitions, coalitions, players, split_of
from explorer.ui.past_years import year_scenarios

FROM, MEASURE = "split.from", "split.measure"
"""The ids of the choices."""

BASELINE, LINES = "baseline", "lines"

LIVE_PLAYERS = 3
"""Up to so many differing settings are split anew with every move: eight solves."""


@dataclass(frozen=True, slots=True)
class SplitNews:
    """What is known of a split that takes longer than a frame.

    ``found`` is the last complete one, possibly of other settings; ``share`` how much of the one
    that is wanted has been solved, 0 to 1.
    """

    found: Coalitions | None = None
    share: float = 0.0


def comparable_scenarios(
    result: Result,
    baseline: Result | None,
    others: tuple[tuple[str, Scenario], ...],
    choices: Mapping[str, str],
) -> tuple[tuple[str, Scenario], ...]:
    """Return what the present settings can be compared with, as (id, scenario).

    Years of the record come last, the latest first.

    Parameters
    ----------
    result
        What is on screen; only scenarios of its case can be compared.
    baseline
        What the pictures compare with; None for the case's own baseline.
    others
        More scenarios, such as the loaded one or pins.
    choices
        Wishes by the id of a choice: whether years bring the red lines of their periods.
    """
    case = result.scenario.case
    presets = ((each.id, preset_scenario(case, each.id)) for each in case.presets)
    named = _named_scenarios(case, baseline, others)
    every = (*named, *presets, *year_scenarios(case, choices))
    return tuple(each for each in every if each[1].case is case)


def left_out_words(
    result: Result, baseline: Result | None, others: tuple[tuple[str, Scenario], ...]
) -> str:
    """Return why some scenarios cannot be compared with the present settings; "" if all can.

    See :func:`comparable_scenarios` for the parameters.
    """
    case = result.scenario.case
    named = _named_scenarios(case, baseline, others)
    names = [_start_words(id_, each) for id_, each in named if each.case is not case]
    if not names:
        return ""
    return tr(
        "Not to choose from, because other assumptions hold there: {names}.",
        names=listed(dict.fromkeys(names)),
    )


def _named_scenarios(
    case: Case, baseline: Result | None, others: tuple[tuple[str, Scenario], ...]
) -> tuple[tuple[str, Scenario], ...]:
    base = preset_scenario(case, case.baseline_preset) if baseline is None else baseline.scenario
    return ((BASELINE, base), *others)


def split_start(
    choices: Mapping[str, str], comparable: tuple[tuple[str, Scenario], ...]
) -> Scenario:
    """Return the scenario that is chosen to compare with."""
    wanted = choices.get(FROM)
    return next((each for id_, each in comparable if id_ == wanted), comparable[0][1])


def why_figure(
    result: Result,
    *,
    comparable: tuple[tuple[str, Scenario], ...],
    choices: Mapping[str, str],
    row_id: str,
    news: SplitNews | None,
    left_out: str = "",
) -> BarsFigure:
    """Return the figure of the view "split".

    Parameters
    ----------
    result
        What is on screen: the end of the change.
    comparable
        What it can be compared with; at least one.
    choices
        Wishes by the id of a choice.
    row_id
        The selected row, "" for none.
    news
        What has been found so far; None for "solve it now, however long it takes".
    left_out
        What must be said of scenarios that cannot be compared; "" for nothing.
    """
    offered = _choices(result, comparable, choices, row_id)
    measure = offered[1].chosen
    if measure == LINES:
        return binding_figure(
            result.scenario, binding_lines(result.scenario), choices=(offered[1],)
        )
    start = split_start(choices, comparable)
    found, notes = _found(start, result.scenario, news)
    notes = (*notes, left_out) if left_out else notes
    if found is None:
        return _waiting(result, start, offered, notes)
    split = _split(found, measure, "" if measure == "packages" else row_id)
    return split_figure(split, choices=offered, end_words=tr("now"), notes=notes)


def is_split_of(found: Coalitions | None, start: Scenario, end: Scenario) -> bool:
    """Return whether a complete split answers for exactly these two scenarios."""
    return (
        found is not None
        and found.start.case is start.case
        and (found.start.values, found.end.values) == (start.values, end.values)
    )


def _found(
    start: Scenario, end: Scenario, news: SplitNews | None
) -> tuple[Coalitions | None, tuple[str, ...]]:
    """Return the outcomes to show, and what must be said of them."""
    if news is not None and news.found is not None and is_split_of(news.found, start, end):
        # The names may have changed since.
        return Coalitions(start, end, news.found.players, news.found.outcomes), ()
    if news is None or len(players(start, end)) <= LIVE_PLAYERS:
        return coalitions(start, end), ()
    note = tr("The split is worked out once the hand rests.")
    if news.share > 0:
        note = tr("Working it out: {percent} of 100 done.", percent=int(100 * news.share))
    if news.found is None or news.found.start.case is not start.case:
        return None, (note,)
    return news.found, (tr("These bars still show the settings of a moment ago."), note)


def _split(found: Coalitions, measure: str, row_id: str) -> Split:
    kinds: dict[str, Measure] = {
        "packages": "packages",
        "row_packages": "row_packages",
        "floor": "floor",
        "limit": "limit",
    }
    split = split_of(found, kinds[measure], row_id)
    if measure == "floor" and not split.is_defined:
        anyway = split_of(found, "floor_any", row_id)
        return anyway if anyway.is_defined else split
    return split


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
    figure = split_figure(nothing, choices=offered)
    return BarsFigure(
        title=figure.title,
        sentence=" ".join((words, *notes)),
        axis_words="",
        minimum=0,
        maximum=1,
        ticks=(),
        groups=(),
        table=figure.table,
        empty_words="\n".join((words, *notes)),
        choices=offered,
    )


def _choices(
    result: Result,
    comparable: tuple[tuple[str, Scenario], ...],
    choices: Mapping[str, str],
    row_id: str,
) -> tuple[Choice, ...]:
    starts = tuple((id_, _start_words(id_, scenario)) for id_, scenario in comparable)
    return (
        choice_of(FROM, tr("Compared with"), starts, choices.get(FROM)),
        choice_of(
            MEASURE, tr("What changed"), tuple(_measures(result, row_id)), choices.get(MEASURE)
        ),
    )


def _start_words(id_: str, scenario: Scenario) -> str:
    return tr("Baseline: {name}", name=scenario.name) if id_ == BASELINE else scenario.name


def _measures(result: Result, row_id: str) -> Iterator[tuple[str, str]]:
    case = result.scenario.case
    yield "packages", tr("Packages in the zone")
    if row_id:
        row = case.row(row_id).short
        yield "row_packages", tr("Packages with {row}", row=row)
        yield "floor", tr("{target}’s floor for {row}", target=case.target.short, row=row)
        yield "limit", tr("{sender}’s limit for {row}", sender=case.sender.short, row=row)
    yield LINES, tr("What each red line keeps out")
