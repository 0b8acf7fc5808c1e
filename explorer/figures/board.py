"""The board: for each commitment what the sender would give, what the target would take."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from explorer.figures.case_place import CasePlaces, NamedPlace, case_places
from explorer.figures.choice import Choice
from explorer.figures.pinned import Pinned
from explorer.figures.prices import (
    PricePoint,
    brief_status,
    line_names,
    row_status,
    sender_reach,
    zone_span,
)
from explorer.figures.table import Table, points_text
from explorer.model.case import Case
from explorer.model.package import Package
from explorer.model.result import BoardRow, Result
from explorer.model.wording import tr, tr_n

Span = tuple[float, float]
"""From where to where on the board's axis, in the sender's cost points."""


@dataclass(frozen=True, slots=True)
class BoardMark:
    """A named package on its row; ``price`` in the sender's cost points."""

    id: str
    name: str
    label: str
    price: float
    package: Package


@dataclass(frozen=True, slots=True)
class BoardEdges:
    """Where a row's edges lie in another result; the spans may be missing."""

    limit: float
    floor: float | None
    zone: Span | None


@dataclass(frozen=True, slots=True)
class PinOutline:
    """A row's deal zone in a pinned result, and its status in words; ``zone`` may be missing."""

    letter: str
    zone: Span | None
    status: str


@dataclass(frozen=True, slots=True)
class BoardLane:
    """One row as drawn; all places are on the axis from 0 to the board's maximum.

    The sender's bracket runs from 0 to ``reach``, and palely on to ``limit`` where a wall of red
    lines cuts it. The target's bracket runs from ``floor`` to the end of the axis; it is pale
    (``is_floor_beyond_lines``) where only concessions outside the lines would do, and missing
    where none would. ``brief`` is the status without the names of lines; ``baseline`` and
    ``ghost`` are missing where they are no different. ``zone`` is there exactly when the
    result's row has one. ``pins`` has one entry for each pin of the board, in the same order.
    """

    source: BoardRow
    name: str
    short: str
    status: str
    brief: str
    is_selected: bool
    is_broken: bool
    reach: float
    limit: float
    floor: float | None
    is_floor_beyond_lines: bool
    zone: Span | None
    gap: Span | None
    gap_words: str
    line_words: str
    marks: tuple[BoardMark, ...]
    baseline: BoardEdges | None
    ghost: BoardEdges | None
    pins: tuple[PinOutline, ...] = ()

    @property
    def id(self) -> str:
        """The id of the case's row."""
        return self.source.row.id

    @property
    def is_open(self) -> bool:
        """Whether the row has a deal zone."""
        return self.zone is not None


@dataclass(frozen=True, slots=True)
class BoardFigure:
    """The whole board: one lane for each row of the case, one axis from 0 to ``maximum``.

    ``ends`` are the words at the start and the end of the axis, ``brief_ends`` those for where
    there is little room. ``pins`` are (letter, name) of what is drawn as outlines.
    """

    case: Case
    title: str
    sentence: str
    ends: tuple[str, str]
    brief_ends: tuple[str, str]
    baseline_words: str
    maximum: float
    landmarks: tuple[PricePoint, ...]
    lanes: tuple[BoardLane, ...]
    pins: tuple[tuple[str, str], ...] = ()

    @property
    def table(self) -> Table:
        """The same numbers as words, made when asked for."""
        return _board_table(self)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """None: the picture shows one thing only."""
        return ()


def board_figure(
    result: Result,
    *,
    baseline: Result | None = None,
    ghost: Result | None = None,
    selected: str | None = None,
    pins: tuple[Pinned, ...] = (),
) -> BoardFigure:
    """Return what the board shows.

    Parameters
    ----------
    result
        What is drawn.
    baseline
        What it is compared with, drawn as dashed outlines.
    ghost
        How it stood when the drag began, drawn as thin edges.
    selected
        The id of the highlighted row.
    pins
        What else it is compared with, drawn as outlines over each row.
    """
    case = result.scenario.case
    places = case_places(case)
    maximum = places.highest_price
    before, at_start = _edges_by_row(baseline), _edges_by_row(ghost)
    outlines = [(pin.letter, _outlines_by_row(pin.result)) for pin in pins]
    lanes = [
        _lane(
            row,
            places,
            is_selected=row.row.id == selected,
            baseline=before.get(row.row.id),
            ghost=at_start.get(row.row.id),
            pins=tuple(
                PinOutline(letter, *found.get(row.row.id, (None, tr("none"))))
                for letter, found in outlines
            ),
        )
        for row in result.board
    ]
    return BoardFigure(
        case=case,
        title=tr("What {sender} gives for each commitment", sender=case.sender.short),
        sentence=_board_sentence(case, tuple(lanes)),
        ends=(
            tr("{sender} gives nothing", sender=case.sender.short),
            tr("{sender} gives everything", sender=case.sender.short),
        ),
        brief_ends=(tr("nothing"), tr("everything")),
        baseline_words=_baseline_words(baseline, lanes),
        maximum=maximum,
        landmarks=places.landmarks,
        lanes=tuple(lanes),
        pins=tuple((pin.letter, pin.name) for pin in pins),
    )


def _mark(place: NamedPlace) -> BoardMark:
    named = place.named
    return BoardMark(named.id, named.name, named.short, place.price, place.package)


def _baseline_words(baseline: Result | None, lanes: list[BoardLane]) -> str:
    """Return what the dashes mean, or nothing where there are none."""
    if baseline is None or all(lane.baseline is None for lane in lanes):
        return ""
    return tr("dashed: {scenario}", scenario=baseline.scenario.name)


@lru_cache(maxsize=4)
def _edges_by_row(result: Result | None) -> Mapping[str, BoardEdges]:
    """Return each row's edges by its id; kept for the few results that others are held against."""
    if result is None:
        return {}
    maximum = case_places(result.scenario.case).highest_price
    return {row.row.id: _edges(row, maximum) for row in result.board}


@lru_cache(maxsize=4)
def _outlines_by_row(result: Result) -> Mapping[str, tuple[Span | None, str]]:
    """Return each row's zone as drawn and its status by the row's id, kept for a few results."""
    case = result.scenario.case
    maximum = case_places(case).highest_price
    return {row.row.id: (_edges(row, maximum).zone, row_status(case, row)) for row in result.board}


def _edges(row: BoardRow, maximum: float) -> BoardEdges:
    return BoardEdges(min(sender_reach(row), maximum), _floor(row), zone_span(row))


def _floor(row: BoardRow) -> float | None:
    return row.target_floor_any if row.target_floor is None else row.target_floor


def _lane(
    row: BoardRow,
    places: CasePlaces,
    *,
    is_selected: bool,
    baseline: BoardEdges | None,
    ghost: BoardEdges | None,
    pins: tuple[PinOutline, ...],
) -> BoardLane:
    case, maximum = places.case, places.highest_price
    edges = _edges(row, maximum)
    reach, floor, span = edges.limit, edges.floor, edges.zone
    gap = (reach, floor) if span is None and floor is not None and floor > reach else None
    lines = row.broken_lines or (row.blocking_lines if span is None else ())
    bundle = places.row_bundles[row.row.id]
    status = row_status(case, row)
    return BoardLane(
        source=row,
        name=row.row.name,
        short=row.row.short[:1].upper() + row.row.short[1:],
        status=status,
        brief=brief_status(row, status),
        is_selected=is_selected,
        is_broken=bool(row.broken_lines),
        reach=reach,
        limit=min(max(row.sender_limit, 0.0), maximum),
        floor=floor,
        is_floor_beyond_lines=row.target_floor is None,
        zone=None if span is None else (span[0], min(span[1], maximum)),
        gap=gap,
        gap_words="" if gap is None else _gap_words(gap[1] - gap[0]),
        line_words=line_names(case, lines),
        marks=tuple(_mark(place) for place in places.packages if place.package.target == bundle),
        baseline=None if baseline == edges else baseline,
        ghost=None if ghost == edges else ghost,
        pins=pins,
    )


def _gap_words(width: float) -> str:
    return tr("{width} points short", width=points_text(width))


def _board_sentence(case: Case, lanes: tuple[BoardLane, ...]) -> str:
    total = len(lanes)
    if not lanes:
        return tr("This case names no commitments.")
    opened = [lane for lane in lanes if lane.is_open]
    if opened:
        widest = max(opened, key=_width)
        return tr_n(
            "{n} of {total} commitments has a deal zone: {name}.",
            "{n} of {total} commitments have a deal zone; the widest is {name}.",
            len(opened),
            total=total,
            name=widest.name,
        )
    closed_by_gap = [lane for lane in lanes if lane.source.gap is not None]
    by_line = [lane for lane in lanes if lane.line_words and lane.source.gap is None]
    if by_line:
        return tr(
            "None of the {total} commitments has a deal zone; {name} is closed by a line "
            "({lines}).",
            total=total,
            name=by_line[0].name,
            lines=by_line[0].line_words,
        )
    if closed_by_gap:
        nearest = min(closed_by_gap, key=_gap)
        return tr(
            "None of the {total} commitments has a deal zone; the smallest gap is at {name}.",
            total=total,
            name=nearest.name,
        )
    return tr("None of the {total} commitments has a deal zone.", total=total)


def _width(lane: BoardLane) -> float:
    return 0.0 if lane.zone is None else lane.zone[1] - lane.zone[0]


def _gap(lane: BoardLane) -> float:
    return float("inf") if lane.source.gap is None else lane.source.gap


def lane_words(figure: BoardFigure, lane: BoardLane) -> str:
    """Return a lane in plain words, for pointing at it and for reading it aloud."""
    sender, target = figure.case.sender.short, figure.case.target.short
    parts = [tr("{name}: {status}.", name=lane.name, status=lane.status)]
    parts.append(
        tr(
            "{sender} would give up to {limit} of {maximum:.0f} points.",
            sender=sender,
            limit=points_text(lane.reach),
            maximum=figure.maximum,
        )
    )
    if lane.reach < lane.limit:
        limit = points_text(lane.limit)
        parts.append(tr("Without red lines it would go up to {limit}.", limit=limit))
    if lane.floor is None:
        parts.append(tr("Nothing that can be given is enough for {target}.", target=target))
    else:
        floor = points_text(lane.floor)
        parts.append(tr("{target} takes from {floor} upwards.", target=target, floor=floor))
    if lane.line_words:
        parts.append(tr("In the way: {lines}.", lines=lane.line_words))
    packages = lane.source.packages
    parts.append(
        tr_n("{n} package is in the deal zone.", "{n} packages are in the deal zone.", packages)
    )
    parts += [
        tr("Pin {letter}: {status}.", letter=pin.letter, status=pin.status) for pin in lane.pins
    ]
    return " ".join(parts)


def mark_words(mark: BoardMark) -> str:
    """Return a named package on the board in plain words."""
    return tr("{name}: costs {price} points.", name=mark.name, price=points_text(mark.price))


def _board_table(figure: BoardFigure) -> Table:
    sender, target = figure.case.sender.short, figure.case.target.short
    return Table(
        caption=tr("Points of {sender}, 0 to {all:.0f}", sender=sender, all=figure.maximum),
        columns=(
            tr("Commitment"),
            tr("Status"),
            tr("{sender} gives up to", sender=sender),
            tr("Red lines stop at"),
            tr("{target} takes from", target=target),
            tr("Deal zone"),
            tr("Gap"),
            tr("Packages"),
            tr("Line in the way"),
            *(tr("Pin {letter}: {name}", letter=letter, name=name) for letter, name in figure.pins),
        ),
        rows=tuple(_lane_cells(lane) for lane in figure.lanes),
    )


def _lane_cells(lane: BoardLane) -> tuple[str, ...]:
    row, zone = lane.source, lane.zone
    spread = tr("none")
    if zone is not None:
        spread = tr("{low} to {high}", low=points_text(zone[0]), high=points_text(zone[1]))
    return (
        lane.name,
        lane.status,
        points_text(row.sender_limit),
        points_text(row.sender_wall),
        points_text(lane.floor),
        spread,
        points_text(row.gap),
        f"{row.packages:,}",
        lane.line_words or tr("none"),
        *(pin.status for pin in lane.pins),
    )
