"""Which assumptions an answer hangs on, ranked, with what sampling leaves open."""

from explorer.figures.bars import Bar, BarGroup, BarsFigure
from explorer.figures.phrase import capitalised, listed
from explorer.figures.study import WEIGHTS, seed_note, sure_choices
from explorer.figures.table import Table, percent, percent_text
from explorer.figures.uncertain_words import control_of, uncertain_name
from explorer.model.case import Case
from explorer.model.scenario import Scenario
from explorer.model.study import AssumptionWeight, Importance
from explorer.model.wording import tr

MOST_WEIGHTS = 12
"""How many assumptions are ranked in the picture; the table has them all."""

FINE_STEP, FINE_REACH, COARSE_STEP = 0.1, 0.5, 0.25
"""Between the ticks of the axis: up to which reach the fine step, and beyond."""


def importance_figure(found: Importance) -> BarsFigure:
    """Return which assumptions an answer hangs on, ranked, with intervals."""
    case = found.scenario.case
    bars = tuple(
        Bar(
            id=each.assumption,
            name=uncertain_name(case, each.assumption),
            value=each.weight,
            low=each.low,
            high=each.high,
            words=_words(each),
            detail=_detail(case, each),
            meaning="neutral",
            mark=each.alone,
            control_id=control_of(each.assumption),
        )
        for each in found.weights
    )
    end, ticks = _axis(max((bar.high or 0.0 for bar in bars), default=1.0))
    return BarsFigure(
        title=tr("How sure: which assumptions matter most"),
        sentence=_importance_sentence(found, bars),
        axis_words=tr("share of the spread that involves this assumption"),
        minimum=0,
        maximum=end,
        ticks=ticks,
        groups=(BarGroup("", bars[:MOST_WEIGHTS]),),
        table=_weights_table(case, found.weights),
        notes=(
            tr(
                "Shares overlap, because assumptions work together, and need not add up "
                "to 100\N{NO-BREAK SPACE}%. Whiskers show the sampling error."
            ),
            tr(
                "The mark on a bar is what the assumption does alone; the rest it does together "
                "with others."
            ),
            seed_note(found.seed),
        ),
        empty_words="" if bars else tr("Every assumption set gives the same answer."),
        choices=sure_choices(case, WEIGHTS, found.row_id),
    )


def _axis(reach: float) -> tuple[float, tuple[tuple[float, str], ...]]:
    """Return the end of an axis that reaches so far, and its ticks."""
    step = FINE_STEP if reach <= FINE_REACH else COARSE_STEP
    count = int(reach / step) + 1
    return count * step, tuple(
        (place * step, percent_text(place * step)) for place in range(count + 1)
    )


def _importance_sentence(found: Importance, bars: tuple[Bar, ...]) -> str:
    what = _what(found.scenario, found.row_id)
    if not bars:
        return tr("No assumption changes {what}: it is the same in every set.", what=what)
    first = [tr("“{line}”", line=bar.name) for bar in bars[:2]]
    return tr("{what} depends most on {names}.", what=capitalised(what), names=listed(first))


def _what(scenario: Scenario, row_id: str) -> str:
    if not row_id:
        return tr("how many packages the zone holds")
    return tr("the room for {row}", row=scenario.case.row(row_id).short)


def _words(each: AssumptionWeight) -> str:
    """Return both shares; where sampling leaves open whether there is any alone, that."""
    words = {"share": percent_text(each.weight), "alone": percent_text(each.alone)}
    if each.may_do_nothing_alone:
        return tr("{share}, alone perhaps none", **words)
    return tr("{share}, alone {alone}", **words)


def _detail(case: Case, each: AssumptionWeight) -> str:
    whole = tr(
        "{name} is involved in {share} of the spread; with the sampling error, {low} to {high}.",
        name=uncertain_name(case, each.assumption),
        share=percent_text(each.weight),
        low=percent_text(each.low),
        high=percent_text(each.high),
    )
    alone = tr(
        "Alone it makes {alone}, {low} to {high}.",
        alone=percent_text(each.alone),
        low=percent_text(each.alone_low),
        high=percent_text(each.alone_high),
    )
    if each.may_do_nothing_alone:
        alone = tr(
            "Alone it makes at most {high}; the sampling error reaches down to nothing.",
            high=percent_text(each.alone_high),
        )
    return tr("{first} {second}", first=whole, second=alone)


def _weights_table(case: Case, weights: tuple[AssumptionWeight, ...]) -> Table:
    return Table(
        tr("Share of the spread that involves an assumption"),
        (
            tr("Assumption"),
            tr("Share"),
            tr("At least"),
            tr("At most"),
            tr("Alone"),
            tr("Alone at least"),
            tr("Alone at most"),
        ),
        tuple(
            (
                uncertain_name(case, each.assumption),
                *map(percent, (each.weight, each.low, each.high)),
                *map(percent, (each.alone, each.alone_low, each.alone_high)),
            )
            for each in weights
        ),
        units=("", *["%"] * 6),
    )
