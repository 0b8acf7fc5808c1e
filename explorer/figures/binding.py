"""Binding lines in words and bars: what each red line alone keeps out of the deal zone."""

from explorer.figures.bars import Bar, BarGroup, BarsFigure
from explorer.figures.choice import Choice
from explorer.figures.control_words import change_words
from explorer.figures.mover_words import with_mover
from explorer.figures.opening import OpeningFigure, OpeningWords
from explorer.figures.phrase import capitalised, control_title, listed
from explorer.figures.round_axis import round_axis
from explorer.figures.table import Cell, Table, count
from explorer.model.binding import BindingLine
from explorer.model.case import Case
from explorer.model.control import Mover, mover_to
from explorer.model.scenario import Scenario, control_range
from explorer.model.wording import tr, tr_n


def binding_figure(
    scenario: Scenario,
    lines: tuple[BindingLine, ...],
    *,
    choices: tuple[Choice, ...] = (),
) -> BarsFigure:
    """Return what each active line keeps out as bars, the most binding first.

    ``scenario``: Where the lines are drawn. ``lines``: What each alone keeps out.
    """
    ranked = sorted(lines, key=_regained, reverse=True)
    bars = tuple(_bar(scenario, line) for line in ranked)
    axis = round_axis((float(line.regained) for line in ranked), least=1)
    table = Table(
        tr("What each red line keeps out"),
        (tr("Red line"), tr("Drawn at"), tr("Packages added without it"), tr("Opens")),
        tuple(_row(scenario, line) for line in ranked),
    )
    return BarsFigure(
        title=tr("What each red line keeps out"),
        sentence=binding_sentence(scenario, tuple(ranked)),
        axis_words=tr("Packages that join the deal zone if this line alone is dropped"),
        minimum=axis.minimum,
        maximum=axis.maximum,
        ticks=tuple((value, f"{value:,.0f}") for value in axis.ticks),
        groups=(BarGroup("", bars),) if bars else (),
        table=table,
        empty_words=tr("No red line is drawn."),
        choices=choices,
    )


def binding_sentence(scenario: Scenario, ranked: tuple[BindingLine, ...]) -> str:
    """Say which line keeps out the most.

    ``scenario``: Where the lines are drawn. ``ranked``: The lines, most binding first.
    """
    if not ranked:
        return tr("No red line is drawn.")
    case, first = scenario.case, ranked[0]
    if not first.regained:
        return tr("Dropping any single red line adds no package to the deal zone.")
    control = case.control(first.control_id)
    title = control_title(case, control)
    if control.kind == "coherence":
        return tr_n(
            "Without the rule “{rule}”, {n} more package would be in the deal zone.",
            "Without the rule “{rule}”, {n} more packages would be in the deal zone.",
            first.regained,
            rule=title,
        )
    return tr_n(
        "Without {line}, {n} more package would be in the deal zone.",
        "Without {line}, {n} more packages would be in the deal zone.",
        first.regained,
        line=title,
    )


def binding_moves(
    scenario: Scenario, lines: tuple[BindingLine, ...], *, most: int
) -> OpeningFigure:
    """Return the lines as moves to try: what dropping each alone would bring.

    Parameters
    ----------
    scenario
        Where the lines are drawn.
    lines
        What each alone keeps out.
    most
        How many of each sort are shown, the most binding first.
    """
    ranked = sorted(lines, key=_regained, reverse=True)
    binding = [line for line in ranked if line.regained]
    possible = [line for line in binding if _is_somebodys(scenario, line.control_id)][:most]
    others = [line for line in binding if not _is_somebodys(scenario, line.control_id)][:most]
    return OpeningFigure(
        tr("What the red lines keep out"),
        tuple(_move(scenario, line) for line in possible),
        "" if possible else tr("Dropping any one of them alone adds no package."),
        tuple(_move(scenario, line) for line in others),
    )


def _regained(line: BindingLine) -> int:
    return line.regained


def _is_somebodys(scenario: Scenario, line_id: str) -> bool:
    """Return whether an active line or switch is one that somebody could drop."""
    return _mover(scenario, line_id) != "nobody"


def _mover(scenario: Scenario, line_id: str) -> Mover:
    """Return who can drop a line."""
    control = scenario.case.control(line_id)
    off = control_range(scenario.case, control).off
    return mover_to(control, off, now=scenario.value(line_id))


def _move(scenario: Scenario, line: BindingLine) -> OpeningWords:
    case = scenario.case
    control = case.control(line.control_id)
    title = control_title(case, control)
    is_rule = control.kind == "coherence"
    return OpeningWords(
        control_id=control.id,
        value=control_range(case, control).off,
        title=tr("Leave out “{rule}”", rule=title) if is_rule else tr("Drop {line}", line=title),
        detail=with_mover(case, _mover(scenario, line.control_id), _gain(case, line)),
        undo_name=(
            tr("leave out {rule}", rule=title) if is_rule else tr("drop {line}", line=title)
        ),
    )


def _gain(case: Case, line: BindingLine) -> str:
    if not line.opened:
        return tr_n("{n} package more.", "{n} packages more.", line.regained)
    return tr_n(
        "{n} package more. Opens: {rows}.",
        "{n} packages more. Opens: {rows}.",
        line.regained,
        rows=_opened(case, line),
    )


def _opened(case: Case, line: BindingLine) -> str:
    return listed(case.row(row).short for row in line.opened)


def _bar(scenario: Scenario, line: BindingLine) -> Bar:
    case = scenario.case
    control = case.control(line.control_id)
    title = control_title(case, control)
    return Bar(
        id=control.id,
        name=title,
        value=line.regained,
        words=f"{line.regained:,}",
        detail=tr(
            "{line}, {drawn}: {gain}",
            line=capitalised(title),
            drawn=change_words(case, control.id, scenario.value(control.id)),
            gain=_gain(case, line),
        ),
        meaning=control.party or "neutral",
        control_id=control.id,
    )


def _row(scenario: Scenario, line: BindingLine) -> tuple[Cell, ...]:
    case = scenario.case
    return (
        control_title(case, case.control(line.control_id)),
        change_words(case, line.control_id, scenario.value(line.control_id)),
        count(line.regained),
        capitalised(_opened(case, line)) or tr("nothing"),
    )
