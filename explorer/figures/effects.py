"""Which factors of a study an answer hangs on, in words and as a table."""

from explorer.figures.phrase import capitalised
from explorer.figures.study_words import column_title
from explorer.figures.table import Number, Table, percent, percent_text
from explorer.model.case import Case
from explorer.model.study_found import FactorEffect, FactorEffects
from explorer.model.wording import tr


def effects_title(case: Case, found: FactorEffects) -> str:
    """Return of which answer it is told what matters."""
    return tr("What matters most: {answer}", answer=column_title(case, found.column))


def effects_sentence(case: Case, found: FactorEffects) -> str:
    """Return what matters most, in a sentence."""
    answer = column_title(case, found.column)
    if not found.effects:
        return tr(
            "{answer} is the same in all of {rows:,} scenarios.",
            answer=capitalised(answer),
            rows=found.rows,
        )
    best = found.effects[0]
    if found.method == "sobol":
        return tr(
            "{answer} hangs most on {factor}, which is involved in {share} of its spread.",
            answer=capitalised(answer),
            factor=column_title(case, best.factor),
            share=percent_text(best.second),
        )
    return tr(
        "{answer} changes most with {factor}: by {size} on average as that crosses its range.",
        answer=capitalised(answer),
        factor=column_title(case, best.factor),
        size=_number(best.first),
    )


def effects_table(case: Case, found: FactorEffects) -> Table:
    """Return the effects of all factors as a table, the weightiest first."""
    if found.method == "sobol":
        columns = (tr("Varied"), tr("Alone"), tr("±"), tr("In all"), tr("±"))
        rows = tuple(_share_cells(case, each) for each in found.effects)
        return Table(effects_title(case, found), columns, rows, units=("", "%", "%", "%", "%"))
    columns = (tr("Varied"), tr("Mean change"), tr("±"), tr("How it varies"))
    rows = tuple(
        (
            column_title(case, each.factor),
            *(
                Number(value, _number(value))
                for value in (each.first, each.first_half, each.second)
            ),
        )
        for each in found.effects
    )
    return Table(effects_title(case, found), columns, rows)


def effects_notes(found: FactorEffects) -> tuple[str, ...]:
    """Return how the numbers are meant, and from how many scenarios they come."""
    if found.method == "sobol":
        how = tr(
            "Alone: the share of the spread that would go if this were known. In all: the share "
            "that would be left if all others were; both count what factors do together, so they "
            "need not add up to 100\N{NO-BREAK SPACE}%."
        )
    else:
        how = tr(
            "Mean change: by how much the answer changes when this crosses its whole range. How "
            "it varies: large where that depends on the others, or is no straight line."
        )
    return (
        how,
        tr(
            "{rows:,} scenarios from the start “{start}”, seed {seed}; ± is the sampling error "
            "(95 per cent).",
            rows=found.rows,
            start=found.start,
            seed=found.seed,
        ),
    )


def _share_cells(case: Case, effect: FactorEffect) -> tuple[str | Number, ...]:
    shares = (effect.first, effect.first_half, effect.second, effect.second_half)
    # An estimate of a small effect can fall a little below nought.
    return (column_title(case, effect.factor), *(percent(max(0.0, each)) for each in shares))


def _number(value: float) -> str:
    """Return a number with three digits, or whole with its thousands grouped."""
    if abs(value) >= 1000:
        return f"{round(value):,}"
    return f"{float(f'{value:.3g}') + 0.0:g}"
