"""One readable rule for when a row or the zone is open, over the ranges of the scales."""

from explorer.figures.bars import Bar, BarGroup, BarsFigure
from explorer.figures.phrase import capitalised, listed, scale_text
from explorer.figures.study import HUNDRED, HUNDRED_TICKS, RULE, of_hundred, seed_note, sure_choices
from explorer.figures.table import Cell, Number, Table
from explorer.model.study import Bound, Rule
from explorer.model.wording import tr


def rule_figure(found: Rule) -> BarsFigure:
    """Return one readable rule for when a row or the zone is open, over the scales' ranges."""
    case = found.scenario.case
    bounds = {bound.control_id: bound for bound in found.bounds}
    bars = tuple(
        _rule_bar(found, control.id, bounds.get(control.id))
        for control in case.controls
        if control.kind == "scale"
    )
    return BarsFigure(
        title=tr("How sure: a rule for when it is open"),
        sentence=rule_sentence(found),
        axis_words=tr("value of the control; the dot marks its value now"),
        minimum=0,
        maximum=HUNDRED,
        ticks=HUNDRED_TICKS,
        groups=(BarGroup("", bars),),
        table=_rule_table(found, bars),
        notes=(
            tr(
                "Found among {samples:,} settings of these controls at random; red lines stay as "
                "they are.",
                samples=found.samples,
            ),
            seed_note(found.seed),
        ),
        choices=sure_choices(case, RULE, found.row_id),
    )


def _rule_bar(found: Rule, control_id: str, bound: Bound | None) -> Bar:
    scenario = found.scenario
    control = scenario.case.control(control_id)
    # What is open everywhere is open all along each scale.
    is_open = bound is not None or found.open_samples == found.samples
    words = tr("any value") if bound is None else _bound_words(bound)
    return Bar(
        id=control_id,
        name=control.name,
        value=HUNDRED if bound is None else bound.high,
        start=0 if bound is None else bound.low,
        mark=scenario.value(control_id),
        words=words,
        detail=tr(
            "{control}: {words}; now {value}.",
            control=control.name,
            words=words,
            value=scale_text(scenario.value(control_id)),
        ),
        meaning="zone" if is_open else "faint",
        control_id=control_id,
    )


def _bound_words(bound: Bound) -> str:
    low, high = scale_text(bound.low), scale_text(bound.high)
    if bound.low <= 0:
        return tr("at most {high}", high=high)
    if bound.high >= HUNDRED:
        return tr("at least {low}", low=low)
    return tr("from {low} to {high}", low=low, high=high)


def rule_sentence(found: Rule) -> str:
    """Return the rule as a sentence, with how much it catches and how often it is right."""
    case = found.scenario.case
    name = capitalised(case.row(found.row_id).short) if found.row_id else tr("The zone")
    overall = of_hundred(found.open_samples, found.samples)
    if found.open_samples == found.samples:
        return tr(
            "{name} is open in {overall} settings; no simple rule is needed.",
            name=name,
            overall=overall,
        )
    if not found.open_samples:
        return tr(
            "{name} is open in {overall} settings; no simple rule can be given.",
            name=name,
            overall=overall,
        )
    if not found.bounds:
        return tr(
            "{name} is open in {overall} settings; no simple rule tells which.",
            name=name,
            overall=overall,
        )
    rules = listed(
        tr(
            "{control} is {bound}",
            control=case.control(each.control_id).name,
            bound=_bound_words(each),
        )
        for each in found.bounds
    )
    return tr(
        "{name} is open when {rules}. It is open in {density} settings that meet this "
        "rule (density); {coverage} open settings meet it (coverage). Over all settings "
        "it is open in {overall}.",
        name=name,
        rules=rules,
        density=of_hundred(found.open_inside, found.inside),
        coverage=of_hundred(found.open_inside, found.open_samples),
        overall=overall,
    )


def _rule_table(found: Rule, bars: tuple[Bar, ...]) -> Table:
    bounds = {bound.control_id: bound for bound in found.bounds}
    return Table(
        rule_sentence(found),
        (tr("Control"), tr("Rule"), tr("At least"), tr("At most"), tr("Now")),
        tuple(_rule_cells(bar, bounds.get(bar.id)) for bar in bars),
    )


def _rule_cells(bar: Bar, bound: Bound | None) -> tuple[Cell, ...]:
    """Return one control's line; an end of its range is no bound."""
    low = None if bound is None or bound.low <= 0 else bound.low
    high = None if bound is None or bound.high >= HUNDRED else bound.high
    ends = [Number(end, tr("none") if end is None else scale_text(end)) for end in (low, high)]
    now = bar.mark or 0.0
    return (bar.name, bar.words, *ends, Number(now, scale_text(now)))
