"""The board: for each commitment what the sender would give, what the target would take."""

from dataclasses import dataclass

from explorer.figures.board_lane import BoardLane, BoardMark, Company, board_lanes
from explorer.figures.case_place import case_places
from explorer.figures.choice import Choice
from explorer.figures.phrase import NOTICEABLE, listed, membership_words, points_of, whole_points
from explorer.figures.prices import PricePoint
from explorer.figures.table import Cell, Table, count, points
from explorer.model.case import Case
from explorer.model.result import Result
from explorer.model.wording import tr, tr_n

NO_COMPANY = Company()


@dataclass(frozen=True, slots=True)
class BoardFigure:
    """The whole board: one lane for each row of the case, one axis from 0 to ``maximum``.

    ``ends`` are the words at the start and the end of the axis, ``brief_ends`` those for where
    there is little room, and ``axis_words`` what they are about. ``pins``
    are (letter, name) of what is drawn as outlines.
    """

    case: Case
    title: str
    sentence: str
    ends: tuple[str, str]
    brief_ends: tuple[str, str]
    axis_words: str
    baseline_words: str
    maximum: float
    landmarks: tuple[PricePoint, ...]
    lanes: tuple[BoardLane, ...]
    pins: tuple[tuple[str, str], ...] = ()
    offers: tuple[str, str] | None = None
    uncertainty: str = ""
    choices: tuple[Choice, ...] = ()

    @property
    def table(self) -> Table:
        """The same numbers as words, made when asked for."""
        return _board_table(self)


def board_figure(
    result: Result,
    *,
    baseline: Result | None = None,
    ghost: Result | None = None,
    selected: str | None = None,
    company: Company = NO_COMPANY,
    choices: tuple[Choice, ...] = (),
) -> BoardFigure:
    """Return what the board shows.

    Parameters
    ----------
    baseline
        What it is compared with, drawn as dashed outlines.
    ghost
        How it stood when the drag began, drawn as thin edges.
    """
    case = result.scenario.case
    places = case_places(case)
    lanes = board_lanes(result, baseline=baseline, ghost=ghost, selected=selected, company=company)
    return BoardFigure(
        case=case,
        title=tr("Deal zones by commitment"),
        sentence=_board_sentence(case, lanes),
        ends=(
            tr("{sender} gives nothing", sender=case.sender.short),
            tr("{sender} gives everything", sender=case.sender.short),
        ),
        brief_ends=(tr("nothing"), tr("everything")),
        axis_words=tr("{sender} gives", sender=case.sender.short),
        baseline_words=_baseline_words(baseline, lanes),
        maximum=places.highest_price,
        landmarks=places.landmarks,
        lanes=lanes,
        pins=tuple((pin.letter, pin.name) for pin in company.pins),
        offers=_offer_words(lanes),
        uncertainty=_uncertainty_words(lanes),
        choices=choices,
    )


def _offer_words(lanes: tuple[BoardLane, ...]) -> tuple[str, str] | None:
    """Return what a filled mark means and what a hollow one; None where there are no marks."""
    if not any(lane.marks for lane in lanes):
        return None
    return tr("package in the zone"), tr("not in it")


def _uncertainty_words(lanes: tuple[BoardLane, ...]) -> str:
    """Return what pale ends mean, or nothing where there are none."""
    ends = [end for lane in lanes for end in (lane.soft_limit, lane.soft_floor)]
    if all(end is None for end in ends):
        return ""
    return tr("pale: range of an end in eight of ten assumption sets")


def _baseline_words(baseline: Result | None, lanes: tuple[BoardLane, ...]) -> str:
    """Return what the dashes mean, or nothing where there are none."""
    if baseline is None or all(lane.baseline is None for lane in lanes):
        return ""
    return tr("dashed: {scenario}", scenario=baseline.scenario.name)


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
            name=widest.source.row.short,
        )
    closed_by_gap = [lane for lane in lanes if lane.source.gap is not None]
    by_line = [lane for lane in lanes if lane.line_words and lane.source.gap is None]
    if by_line:
        return tr(
            "None of the {total} commitments has a deal zone; {name} is closed by a line "
            "({lines}).",
            total=total,
            name=by_line[0].source.row.short,
            lines=by_line[0].line_words,
        )
    if closed_by_gap:
        nearest = min(closed_by_gap, key=_gap)
        return tr(
            "None of the {total} commitments has a deal zone; the smallest gap is at {name}.",
            total=total,
            name=nearest.source.row.short,
        )
    return tr("None of the {total} commitments has a deal zone.", total=total)


def axis_words(figure: BoardFigure, price: float) -> str:
    """Return what the axis counts, and what its word nearest to a price stands for."""
    case = figure.case
    words = tr(
        "Across: what {sender} gives, in its own points from 0 to {maximum:.0f}.",
        sender=case.sender.short,
        maximum=figure.maximum,
    )
    point = min(figure.landmarks, key=lambda each: abs(each.price - price), default=None)
    if point is None:
        return words
    landmark = next(each for each in case.landmarks if each.label == point.label)
    given = (
        tr("{issue} “{level}”", issue=issue.short, level=issue.levels[level].short)
        for issue in case.sender_issues
        if (level := landmark.levels.get(issue.id, 0))
    )
    return tr(
        "{words} “{label}” costs {points}: {given}.",
        words=words,
        label=point.label,
        points=points_of(point.price),
        given=listed(given),
    )


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
            limit=whole_points(lane.reach),
            maximum=figure.maximum,
        )
    )
    if lane.reach < lane.limit:
        limit = whole_points(lane.limit)
        parts.append(tr("Without red lines it would go up to {limit}.", limit=limit))
    if lane.floor is None:
        parts.append(tr("No concession is enough for {target}.", target=target))
    else:
        floor = whole_points(lane.floor)
        parts.append(tr("{target} accepts from {floor} upwards.", target=target, floor=floor))
    if lane.line_words:
        parts.append(tr("Ruled out by: {lines}.", lines=lane.line_words))
    if lane.sure_words:
        parts.append(tr("It has a deal zone in {share} assumption sets.", share=lane.sure_words))
    parts += _soft_words(figure, lane)
    packages = lane.source.packages
    parts.append(
        tr_n("{n} package is in the deal zone.", "{n} packages are in the deal zone.", packages)
    )
    parts += [
        tr("Pin {letter}: {status}.", letter=pin.letter, status=pin.status) for pin in lane.pins
    ]
    return " ".join(parts)


def _soft_words(figure: BoardFigure, lane: BoardLane) -> list[str]:
    """Return where the ends lie in eight of ten assumption sets."""
    found: list[str] = []
    ends = (
        (figure.case.sender.short, lane.soft_limit),
        (figure.case.target.short, lane.soft_floor),
    )
    for party, span in ends:
        if span is not None:
            found.append(
                tr(
                    "{party}'s walk-away point lies between {low} and {high} in eight of "
                    "ten assumption sets.",
                    party=party,
                    low=whole_points(span[0]),
                    high=whole_points(span[1]),
                )
            )
    return found


def mark_words(mark: BoardMark) -> str:
    """Return a named package on the board in plain words."""
    words = tr(
        "{name}: costs {price}. {membership}",
        name=mark.name,
        price=points_of(mark.price),
        membership=membership_words(mark.is_in_zone, mark.why),
    )
    return f"{words} {mark.way_in}" if mark.way_in else words


def _board_table(figure: BoardFigure) -> Table:
    sender, target = figure.case.sender.short, figure.case.target.short
    return Table(
        caption=tr("Points of {sender}, 0 to {all:.0f}", sender=sender, all=figure.maximum),
        columns=(
            tr("Commitment"),
            tr("Status"),
            tr("{sender} gives up to (points)", sender=sender),
            tr("Red lines stop at (points)"),
            tr("{target} accepts from (points)", target=target),
            tr("Deal zone from (points)"),
            tr("Deal zone to (points)"),
            tr("Gap (points)"),
            tr("Packages"),
            tr("Line in the way"),
            *(tr("Pin {letter}: {name}", letter=letter, name=name) for letter, name in figure.pins),
        ),
        cells=tuple(_lane_cells(lane, figure.maximum) for lane in figure.lanes),
    )


def _lane_cells(lane: BoardLane, maximum: float) -> tuple[Cell, ...]:
    row = lane.source
    low, high = lane.zone or (None, None)
    return (
        lane.name,
        lane.status,
        points(row.sender_limit),
        _wall(row.sender_wall, maximum),
        points(lane.floor),
        points(low),
        points(high),
        points(row.gap),
        count(row.packages),
        lane.line_words or tr("none"),
        *(pin.status for pin in lane.pins),
    )


def _wall(wall: float | None, maximum: float) -> Cell:
    """Return where red lines end what can be given; they do not where everything is allowed."""
    if wall is None:
        return tr("nothing allowed")
    return tr("no line") if wall > maximum - NOTICEABLE else points(wall)
