"""The two-factor map: where two controls would have to stand for rows of the board to be open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from explorer.figures.choice import Choice, choice_of
from explorer.figures.phrase import capitalised, control_title, listed
from explorer.figures.sweep import value_words
from explorer.figures.table import Table
from explorer.model.case import Case
from explorer.model.result import Flags, Floats, Result, TwoFactor
from explorer.model.scenario import Scenario, control_range
from explorer.model.wording import tr

FACTOR_X, FACTOR_Y, FACTOR_SHOW = "factors.x", "factors.y", "factors.show"
"""The ids of the choices: both controls, and what the cells tell."""

Show = Literal["row", "count"]
Lines = tuple[TwoFactor, TwoFactor]
"""The map's line along x through the present point, and its line along y."""


@dataclass(frozen=True, slots=True)
class FactorAxis:
    """One control as an axis: its name, ends, ticks, dated marks, and where it stands now.

    The ends lie half a step beyond the first and last value of a line or switch, whose values
    are whole. ``ticks`` and ``marks`` are (value, words).
    """

    control_id: str
    name: str
    minimum: float
    maximum: float
    is_whole: bool
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[tuple[float, str], ...]
    now: float
    now_words: str


@dataclass(frozen=True, slots=True, eq=False)
class TwoFactorFigure:
    """Rows of the board over two controls, with the present point and that of the baseline.

    ``row`` is the place of the selected row on the board, None for none; ``show`` tells whether
    cells stand for that row alone or for how many rows are open.
    """

    case: Case
    source: TwoFactor
    lines: Lines
    title: str
    sentence: str
    x: FactorAxis
    y: FactorAxis
    row: int | None
    show: Show
    baseline: tuple[float, float] | None
    choices: tuple[Choice, ...]

    @property
    def table(self) -> Table:
        """The same as words: where each row is open along either line through the point."""
        return _table(self)

    @property
    def row_name(self) -> str:
        """The selected row's short name; empty for none."""
        return "" if self.row is None else self.case.rows[self.row].short


def factor_controls(case: Case, choices: Mapping[str, str]) -> tuple[str, str]:
    """Return the ids of the controls on x and y: those wished for, else leverage and will."""
    ids = [control.id for control in case.controls]
    scales = [control for control in case.controls if control.kind == "scale"]
    levers = [control.id for control in scales if control.role == "leverage"]
    wills = [control.id for control in scales if control.role == "will"]
    x = choices.get(FACTOR_X, "")
    y = choices.get(FACTOR_Y, "")
    x = x if x in ids else next(id_ for id_ in (*levers, *ids) if id_ != y or len(ids) == 1)
    if y not in ids or y == x:
        y = next((id_ for id_ in (*wills, *ids) if id_ != x), x)
    return x, y


def choices_after(
    case: Case, choices: Mapping[str, str], choice_id: str, value: str
) -> dict[str, str]:
    """Return the wishes after one more; a control chosen for both axes swaps them."""
    after = {**choices, choice_id: value}
    if choice_id not in (FACTOR_X, FACTOR_Y):
        return after
    x, y = factor_controls(case, choices)
    if choice_id == FACTOR_X:
        return {**after, FACTOR_Y: x if value == y else y}
    return {**after, FACTOR_X: y if value == x else x}


def two_factor_figure(
    result: Result,
    source: TwoFactor,
    lines: Lines,
    *,
    baseline: Scenario | None = None,
    selected_row: str = "",
    choices: Mapping[str, str] | None = None,
) -> TwoFactorFigure:
    """Return what the two-factor map shows.

    Parameters
    ----------
    source
        The map of two of its controls.
    lines
        The map's lines through the present point, by whole values.
    baseline
        What the present point is compared with.
    selected_row
        The row that is outlined, by id; empty for none.
    """
    case, wishes = result.scenario.case, choices or {}
    ids = [row.id for row in case.rows]
    row = ids.index(selected_row) if selected_row in ids else None
    x = _axis(result.scenario, source.x_control)
    y = _axis(result.scenario, source.y_control)
    offered = _choices(case, x, y, wishes)
    show: Show = "row" if row is not None and offered[-1].chosen == "row" else "count"
    compared = baseline if baseline is not None and baseline.case is case else None
    return TwoFactorFigure(
        case=case,
        source=source,
        lines=lines,
        title=tr("Two-factor map: {x} and {y}", x=x.name, y=y.name),
        sentence=_sentence(result, (source, lines), (x, y), row, show),
        x=x,
        y=y,
        row=row,
        show=show,
        baseline=None
        if compared is None
        else (compared.value(x.control_id), compared.value(y.control_id)),
        choices=offered,
    )


def _axis(scenario: Scenario, control_id: str) -> FactorAxis:
    case = scenario.case
    control = case.control(control_id)
    reach, now = control_range(case, control), scenario.value(control_id)
    pad = 0.5 if reach.is_whole else 0.0
    if control.kind == "scale":
        ticks = tuple((float(value), str(value)) for value in range(0, 101, 20))
        marks = tuple((mark.value, mark.label) for mark in control.marks)
    else:
        values = range(int(reach.minimum), int(reach.maximum) + 1)
        ticks = tuple((float(value), value_words(case, control, value)) for value in values)
        marks = ()
    return FactorAxis(
        control_id=control_id,
        name=control_title(case, control),
        minimum=reach.minimum - pad,
        maximum=reach.maximum + pad,
        is_whole=reach.is_whole,
        ticks=ticks,
        marks=marks,
        now=now,
        now_words=value_words(case, control, now),
    )


def _choices(
    case: Case, x: FactorAxis, y: FactorAxis, wishes: Mapping[str, str]
) -> tuple[Choice, ...]:
    controls = tuple((control.id, control_title(case, control)) for control in case.controls)
    shows = (("count", tr("how many commitments")), ("row", tr("the selected commitment")))
    return (
        choice_of(FACTOR_X, tr("Across"), controls, x.control_id),
        choice_of(FACTOR_Y, tr("Upwards"), controls, y.control_id),
        choice_of(FACTOR_SHOW, tr("Show"), shows, wishes.get(FACTOR_SHOW)),
    )


def point_at(figure: TwoFactorFigure, x: float, y: float) -> dict[str, float]:
    """Return the nearest whole values that both controls can take, by control id."""
    point: dict[str, float] = {}
    for axis, value in ((figure.x, x), (figure.y, y)):
        reach = control_range(figure.case, figure.case.control(axis.control_id))
        point[axis.control_id] = min(max(float(round(value)), reach.minimum), reach.maximum)
    return point


def point_words(figure: TwoFactorFigure, x: float, y: float) -> str:
    """Return which rows are open where both controls stand at the values nearest to a place."""
    source, case = figure.source, figure.case
    point = point_at(figure, x, y)
    column = int(np.abs(source.x_values - point[figure.x.control_id]).argmin())
    row = int(np.abs(source.y_values - point[figure.y.control_id]).argmin())
    place = place_words(figure, point)
    flags = source.is_open[:, row, column]
    names = [each.short for each, is_open in zip(case.rows, flags, strict=True) if is_open]
    if not names:
        return tr("{place}. No commitment is open there.", place=place)
    if len(names) == len(case.rows):
        return tr("{place}. Every commitment is open there.", place=place)
    return tr("{place}. Open there: {names}.", place=place, names=listed(names))


def place_words(figure: TwoFactorFigure, point: Mapping[str, float]) -> str:
    """Return both controls with values, such as "Russia alignment 47, Trump's will 90"."""
    return listed(
        tr(
            "{control} {value}",
            control=axis.name,
            value=value_words(
                figure.case, figure.case.control(axis.control_id), point[axis.control_id]
            ),
        )
        for axis in (figure.x, figure.y)
    )


def _along(case: Case, control_id: str, values: Floats, flags: Flags) -> str:
    """Return for which values of a control a row is open: "at most 46", "nowhere"."""
    if not flags.any():
        return tr("nowhere")
    if flags.all():
        return tr("anywhere")
    control = case.control(control_id)
    text = ""
    for first, last in _runs(flags):
        low, high = (value_words(case, control, float(values[at])) for at in (first, last))
        if first == last:
            words = low
        elif control.kind == "scale" and first == 0:
            words = tr("at most {value}", value=high)
        elif control.kind == "scale" and last == len(flags) - 1:
            words = tr("at least {value}", value=low)
        else:
            words = tr("from {low} to {high}", low=low, high=high)
        text = tr("{first} or {next}", first=text, next=words) if text else words
    return text


def _runs(flags: Flags) -> Iterator[tuple[int, int]]:
    """Yield the first and the last place of each unbroken run."""
    padded = np.concatenate(([False], flags, [False]))
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        yield int(start), int(end) - 1


def _sentence(
    result: Result,
    maps: tuple[TwoFactor, Lines],
    axes: tuple[FactorAxis, FactorAxis],
    row: int | None,
    show: Show,
) -> str:
    parts: list[str] = []
    if show == "count":
        parts.append(_count_sentence(result, maps[0], axes))
    if row is not None:
        parts.append(_row_sentence(result.scenario.case, *maps, axes, row))
    return " ".join(parts)


def _row_sentence(
    case: Case, source: TwoFactor, lines: Lines, axes: tuple[FactorAxis, FactorAxis], row: int
) -> str:
    x, y = axes
    name, flags = capitalised(case.rows[row].short), source.is_open[row]
    both = {"x": x.name, "y": y.name}
    if flags.all():
        return tr("{name} is open at every value of {x} and {y}.", name=name, **both)
    if not flags.any():
        return tr("{name} is closed at every value of {x} and {y}.", name=name, **both)
    across = lines[0].is_open[row, 0]
    if across.all():
        return tr(
            "{name} is open at every value of {x} where {y} is {at}.",
            name=name,
            at=y.now_words,
            **both,
        )
    if not across.any():
        return tr(
            "{name} is closed at every value of {x} where {y} is {at}.",
            name=name,
            at=y.now_words,
            **both,
        )
    return tr(
        "{name} is open where {x} is {values} and {y} is {at}.",
        name=name,
        values=_along(case, x.control_id, lines[0].x_values, across),
        at=y.now_words,
        **both,
    )


def _count_sentence(result: Result, source: TwoFactor, axes: tuple[FactorAxis, FactorAxis]) -> str:
    counts = np.count_nonzero(source.is_open, axis=0)
    return tr(
        "From {least} to {most} of {total} commitments are open as {x} and {y} move; {now} at the "
        "present point.",
        least=int(counts.min()),
        most=int(counts.max()),
        total=len(result.board),
        x=axes[0].name,
        y=axes[1].name,
        now=sum(row.is_open for row in result.board),
    )


def _table(figure: TwoFactorFigure) -> Table:
    case, (x, y) = figure.case, (figure.x, figure.y)
    along_x, along_y = figure.lines
    columns = (
        tr("Commitment"),
        tr(
            "Open where {control} is ({other}: {at})",
            control=x.name,
            other=y.name,
            at=y.now_words,
        ),
        tr(
            "Open where {control} is ({other}: {at})",
            control=y.name,
            other=x.name,
            at=x.now_words,
        ),
    )
    rows = tuple(
        (
            row.short,
            _along(case, x.control_id, along_x.x_values, along_x.is_open[place, 0]),
            _along(case, y.control_id, along_y.y_values, along_y.is_open[place, :, 0]),
        )
        for place, row in enumerate(case.rows)
    )
    return Table(figure.title, columns, rows)
