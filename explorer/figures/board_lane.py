"""One row of the board as drawn: brackets, zone, marks, and all that lies behind them."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from explorer.figures.case_place import CasePlaces, NamedPlace, case_places, named_places
from explorer.figures.outside_words import reasons_outside
from explorer.figures.phrase import points_of
from explorer.figures.pinned import Pinned
from explorer.figures.prices import brief_status, line_names, row_status, sender_reach, zone_span
from explorer.figures.study import HUNDRED, of_hundred
from explorer.figures.term_sheet import nearest_words
from explorer.model.case import Case
from explorer.model.example import NamedPackage
from explorer.model.package import Package
from explorer.model.result import BoardRow, NearestMiss, Result, TermSheet
from explorer.model.study import RowSureness
from explorer.model.wording import tr, tr_n

Span = tuple[float, float]
"""From where to where on the board's axis, in the sender's cost points."""


@dataclass(frozen=True, slots=True)
class BoardMark:
    """A named package on its row; ``price`` in the sender's cost points.

    ``is_dated`` tells that it was proposed in the year that is shown, ``is_in_zone`` that it lies
    in the deal zone: one drawn inside its row's zone need not, as its concessions can be worth too
    little at their price or break a line. ``why`` says what keeps it out, and ``way_in`` which
    steps lead to the nearest package of the zone; "" where nobody asked.
    """

    id: str
    name: str
    label: str
    price: float
    package: Package
    is_dated: bool = False
    is_in_zone: bool = False
    why: str = ""
    way_in: str = ""


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
    ``soft_limit`` and ``soft_floor`` are where the ends lie in eight of ten assumption sets, and
    ``sure_words`` in how many the row has a zone; missing where that is not known.
    ``line_words`` are the lines in the way, ``line_brief`` the first and how many more, and
    ``line_count`` how many.
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
    soft_limit: Span | None = None
    soft_floor: Span | None = None
    sure_words: str = ""
    line_brief: str = ""
    line_count: str = ""

    @property
    def id(self) -> str:
        """The id of the case's row."""
        return self.source.row.id

    @property
    def is_open(self) -> bool:
        """Whether the row has a deal zone."""
        return self.zone is not None


@dataclass(frozen=True, slots=True)
class Company:
    """What a board shows beside its result.

    ``pins`` are drawn as outlines over each row; ``dated`` are the proposals of the year that is
    shown, as packages with a name, and ``members`` those of them that lie in the deal zone;
    ``sureness`` are the rows over assumption sets, by row id; ``outside`` are sheets of packages
    whose marks say what keeps them out, and ``nearest`` the nearest package of the zone to some
    of them. ``has_offers`` tells to draw packages with a name.
    """

    pins: tuple[Pinned, ...] = ()
    dated: tuple[NamedPackage, ...] = ()
    members: frozenset[Package] = frozenset()
    sureness: tuple[RowSureness, ...] = ()
    outside: tuple[TermSheet, ...] = ()
    nearest: tuple[tuple[Package, NearestMiss], ...] = ()
    has_offers: bool = True


@dataclass(frozen=True, slots=True)
class _Behind:
    """What one row shows beside its own edges."""

    marks: tuple[BoardMark, ...]
    baseline: BoardEdges | None
    ghost: BoardEdges | None
    pins: tuple[PinOutline, ...]
    sureness: RowSureness | None


def board_lanes(
    result: Result,
    *,
    baseline: Result | None,
    ghost: Result | None,
    selected: str | None,
    company: Company,
) -> tuple[BoardLane, ...]:
    """Return all rows of a result; see :func:`explorer.figures.board.board_figure`."""
    places = case_places(result.scenario.case)
    marks = _row_marks(result, company)
    before, at_start = _edges_by_row(baseline), _edges_by_row(ghost)
    outlines = [(pin.letter, _outlines_by_row(pin.result)) for pin in company.pins]
    sureness = {each.row_id: each for each in company.sureness}
    return tuple(
        _lane(
            row,
            places,
            _Behind(
                marks=marks.get(row.row.id, ()),
                baseline=before.get(row.row.id),
                ghost=at_start.get(row.row.id),
                pins=tuple(
                    PinOutline(letter, *found.get(row.row.id, (None, tr("none"))))
                    for letter, found in outlines
                ),
                sureness=sureness.get(row.row.id),
            ),
            is_selected=row.row.id == selected,
        )
        for row in result.board
    )


@dataclass(frozen=True, slots=True)
class _Membership:
    """Which packages lie in the zone, and about others what keeps them out and the way in."""

    members: Set[Package]
    reasons: Mapping[Package, str]
    ways_in: Mapping[Package, str]

    def mark(self, place: NamedPlace, *, is_dated: bool = False) -> BoardMark:
        named, package = place.named, place.package
        return BoardMark(
            id=named.id,
            name=named.name,
            label=named.short,
            price=place.price,
            package=package,
            is_dated=is_dated,
            is_in_zone=package in self.members,
            why=self.reasons.get(package, ""),
            way_in=self.ways_in.get(package, ""),
        )


def _row_marks(result: Result, company: Company) -> Mapping[str, tuple[BoardMark, ...]]:
    """Return the marks of each row by its id: a dated proposal stands for the same package."""
    if not company.has_offers:
        return {}
    case = result.scenario.case
    places = case_places(case)
    about = _Membership(
        result.members | company.members,
        reasons_outside(company.outside),
        {package: nearest_words(case, nearest) for package, nearest in company.nearest},
    )
    proposed = {place.package: place for place in reversed(named_places(case, company.dated))}
    marks = [about.mark(place) for place in places.packages if place.package not in proposed]
    marks += [about.mark(place, is_dated=True) for place in reversed(proposed.values())]
    return {
        row_id: tuple(mark for mark in marks if mark.package.target == bundle)
        for row_id, bundle in places.row_bundles.items()
    }


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


def _lane(row: BoardRow, places: CasePlaces, behind: _Behind, *, is_selected: bool) -> BoardLane:
    case, maximum = places.case, places.highest_price
    edges = _edges(row, maximum)
    reach, floor, span = edges.limit, edges.floor, edges.zone
    gap = (reach, floor) if span is None and floor is not None and floor > reach else None
    lines = row.broken_lines or (row.blocking_lines if span is None else ())
    status = row_status(case, row)
    sure = behind.sureness
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
        marks=behind.marks,
        baseline=None if behind.baseline == edges else behind.baseline,
        ghost=None if behind.ghost == edges else behind.ghost,
        pins=behind.pins,
        soft_limit=None if sure is None else _on_axis(sure.limit, maximum),
        soft_floor=None if sure is None else _on_axis(sure.floor, maximum),
        sure_words=_sure_words(sure),
        line_brief=_line_brief(case, lines),
        line_count=tr_n("{n} red line", "{n} red lines", len(lines)) if lines else "",
    )


def _line_brief(case: Case, lines: tuple[str, ...]) -> str:
    if len(lines) < 2:
        return line_names(case, lines)
    first = line_names(case, lines[:1])
    return tr_n("{line} and {n} more", "{line} and {n} more", len(lines) - 1, line=first)


def _sure_words(sure: RowSureness | None) -> str:
    """Return in how many of a hundred sets a row is open, where that many have been looked at."""
    if sure is None or sure.sets < HUNDRED:
        return ""
    return of_hundred(sure.open_sets, sure.sets)


def _on_axis(span: Span, maximum: float) -> Span | None:
    """Return the part of a span that lies on the axis; None where there is none."""
    low, high = max(span[0], 0.0), min(span[1], maximum)
    return (low, high) if low < high else None


def _gap_words(width: float) -> str:
    return tr("{width} short", width=points_of(width))
