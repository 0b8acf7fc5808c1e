"""What moves the zone: how wide each row's deal zone is as one control moves over its range."""

from dataclasses import dataclass

import numpy as np

from explorer.figures.choice import Choice, choice_of
from explorer.figures.line_words import end_words, runs_backwards
from explorer.figures.phrase import capitalised, control_title, points_of
from explorer.figures.prices import highest_price
from explorer.figures.table import Table
from explorer.model.case import Case
from explorer.model.control import Control, is_switch
from explorer.model.result import Flags, Floats, Result, Sweep
from explorer.model.scenario import control_range
from explorer.model.wording import tr

SWEPT = "sweep.control"
"""The id of the choice of a control."""


@dataclass(frozen=True, slots=True)
class SweepTip:
    """A value at which a row opens or closes as the control rises, with its words."""

    value: float
    opens: bool
    label: str


@dataclass(frozen=True, slots=True, eq=False)
class SweepLane:
    """One row over the control's range.

    ``widths`` has one entry for each value: the width of the row's zone as a share of the
    board's axis, 0 where it is closed; ``is_open`` tells the two apart.
    """

    row_id: str
    name: str
    is_selected: bool
    widths: Floats
    is_open: Flags
    tips: tuple[SweepTip, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SweepFigure:
    """One control over its range: the lanes of all rows, and where the control stands now.

    ``ticks`` are (value, words) under the axis. ``is_whole`` tells that only whole values exist.
    """

    case: Case
    source: Sweep
    title: str
    sentence: str
    minimum: float
    maximum: float
    is_whole: bool
    low_word: str
    high_word: str
    ticks: tuple[tuple[float, str], ...]
    current: float
    current_words: str
    lanes: tuple[SweepLane, ...]

    @property
    def values(self) -> Floats:
        """The control's values, rising."""
        return self.source.values

    @property
    def table(self) -> Table:
        """The opening and closing values as words, made when asked for."""
        return _sweep_table(self)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Which control is moved."""
        case = self.case
        entries = tuple((control.id, control_title(case, control)) for control in case.controls)
        return (choice_of(SWEPT, tr("Control"), entries, self.source.control_id),)


def sweep_figure(result: Result, sweep: Sweep, *, selected_row: str = "") -> SweepFigure:
    """Return what the sweep picture shows.

    Parameters
    ----------
    result
        The scenario as it stands; the swept control's value is marked.
    sweep
        The same scenario with that control moved.
    """
    case = result.scenario.case
    control = case.control(sweep.control_id)
    allowed = control_range(case, control)
    current = result.scenario.value(control.id)
    low_word, high_word = end_words(case, control)
    lanes = tuple(_lane(case, sweep, place, selected_row) for place in range(len(result.board)))
    return SweepFigure(
        case=case,
        source=sweep,
        title=tr("What moves the zone: {control}", control=control_title(case, control)),
        sentence=_sweep_sentence(case, control, lanes, selected_row),
        minimum=allowed.minimum,
        maximum=allowed.maximum,
        is_whole=allowed.is_whole,
        low_word=low_word,
        high_word=high_word,
        ticks=_ticks(case, control),
        current=current,
        current_words=tr("now: {value}", value=value_words(case, control, current)),
        lanes=lanes,
    )


def value_words(case: Case, control: Control, value: float) -> str:
    """Return a control's value in short words: a number, a level, or on and off."""
    if control.kind == "scale":
        return f"{value:.0f}"
    if is_switch(control):
        return tr("on") if value else tr("off")
    if control.kind != "limit" or value == control_range(case, control).off:
        return tr("no line")
    return case.issue(control.issue).levels[int(value)].short


def _lane(case: Case, sweep: Sweep, place: int, selected_row: str) -> SweepLane:
    row = case.rows[place]
    control = case.control(sweep.control_id)
    width = (sweep.limits[place] - sweep.floors[place]) / highest_price(case)
    is_open = sweep.is_open[place]
    return SweepLane(
        row_id=row.id,
        name=row.short,
        is_selected=row.id == selected_row,
        widths=np.where(is_open, np.clip(np.nan_to_num(width), 0.0, 1.0), 0.0),
        is_open=is_open,
        tips=tuple(
            SweepTip(value, opens, value_words(case, control, value))
            for row_id, value, opens in sweep.tipping
            if row_id == row.id
        ),
    )


def _ticks(case: Case, control: Control) -> tuple[tuple[float, str], ...]:
    allowed = control_range(case, control)
    if control.kind == "scale":
        return tuple((float(value), str(value)) for value in range(0, 101, 25))
    values = range(int(allowed.minimum), int(allowed.maximum) + 1)
    return tuple((float(value), value_words(case, control, value)) for value in values)


def _sweep_sentence(
    case: Case, control: Control, lanes: tuple[SweepLane, ...], selected_row: str
) -> str:
    moved = [lane for lane in lanes if lane.tips]
    chosen = next((lane for lane in lanes if lane.row_id == selected_row), None)
    title = control_title(case, control)
    if chosen is not None:
        return _lane_sentence(case, control, chosen)
    if not moved:
        return tr("Moving {control} alone opens or closes no commitment.", control=title)
    return tr(
        "Moving {control} alone opens or closes {moved} of {total} commitments: {names}.",
        control=title,
        moved=len(moved),
        total=len(lanes),
        names=", ".join(lane.name for lane in moved),
    )


def _lane_sentence(case: Case, control: Control, lane: SweepLane) -> str:
    title = control_title(case, control)
    if lane.tips:
        changes = ", ".join(tip_words(tip) for tip in lane.tips)
        words = {"control": title, "name": lane.name, "changes": changes}
        if control.kind != "limit":
            return tr("As {control} rises, {name} {changes}.", **words)
        if runs_backwards(case, control):
            return tr("As {control} is loosened, {name} {changes}.", **words)
        return tr("As {control} is tightened, {name} {changes}.", **words)
    name = capitalised(lane.name)
    if lane.is_open.all():
        return tr("{name} stays open at every value of {control}.", name=name, control=title)
    return tr("{name} stays closed at every value of {control}.", name=name, control=title)


def tip_words(tip: SweepTip) -> str:
    """Return what happens at a tipping value, to stand behind the name of its row."""
    if tip.opens:
        return tr("opens at {value}", value=tip.label)
    return tr("closes at {value}", value=tip.label)


def sweep_lane_words(figure: SweepFigure, lane: SweepLane, value: float) -> str:
    """Return a lane in plain words at one value of the control."""
    place = int(np.abs(figure.values - value).argmin())
    control = figure.case.control(figure.source.control_id)
    words = value_words(figure.case, control, float(figure.values[place]))
    if not lane.is_open[place]:
        return tr("{name} is closed at {value}.", name=capitalised(lane.name), value=words)
    width = points_of(float(lane.widths[place]) * highest_price(figure.case))
    return tr(
        "{name} is open at {value}: {width} from floor to limit.",
        name=capitalised(lane.name),
        value=words,
        width=width,
    )


def _sweep_table(figure: SweepFigure) -> Table:
    return Table(
        caption=figure.title,
        columns=(
            tr("Commitment"),
            tr("At {value}", value=figure.low_word),
            tr("At {value}", value=figure.high_word),
            tr("Opens and closes"),
        ),
        cells=tuple(_lane_cells(lane) for lane in figure.lanes),
    )


def _lane_cells(lane: SweepLane) -> tuple[str, ...]:
    first, last = bool(lane.is_open[0]), bool(lane.is_open[-1])
    changes = ", ".join(tip_words(tip) for tip in lane.tips) or tr("never")
    return (
        lane.name,
        *(tr("open") if is_open else tr("closed") for is_open in (first, last)),
        changes,
    )
