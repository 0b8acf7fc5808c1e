"""Places on the fixed axes: what a bundle is worth, and the words for widths along the axis."""

from dataclasses import dataclass
from itertools import pairwise

from explorer.model.case import Case
from explorer.model.package import Bundle, package_of
from explorer.model.result import BoardRow
from explorer.model.wording import tr

NARROW_BELOW = 0.06
"""A deal zone narrower than this share of the board's axis is called narrow."""

WIDE_FROM = 0.15
"""A deal zone at least this share of the board's axis wide is called wide."""

SMALL_GAP_BELOW = 0.10
"""A gap narrower than this share of the board's axis is called small, any other wide."""


@dataclass(frozen=True, slots=True)
class PricePoint:
    """A known bundle of concessions on the board's axis; ``price`` in the sender's points."""

    price: float
    label: str


def highest_price(case: Case) -> float:
    """Return the end of the board's axis: the price of everything the sender can give.

    Where nothing costs anything the axis ends at 1.
    """
    return sum(max(issue.cost.base.values) for issue in case.sender_issues) or 1.0


def sender_price(case: Case, bundle: Bundle) -> float:
    """Return K(u), what a bundle of concessions costs the sender in its own points."""
    pairs = zip(case.sender_issues, bundle, strict=True)
    return sum(issue.cost.base.values[level] for issue, level in pairs)


def target_value(case: Case, bundle: Bundle) -> float:
    """Return what a bundle of commitments is worth to the sender once everything has grown.

    Points of the sender, independent of every control: benefits times what verification leaves
    of them.
    """
    levels = {
        issue.id: level for issue, level in zip(case.target_issues, bundle, strict=True) if level
    }
    total = 0.0
    for issue in case.target_issues:
        level = levels.get(issue.id, 0)
        if issue.benefit is None or not level:
            continue
        points = issue.benefit.points.values[level]
        verification = issue.benefit.verification
        if verification is not None:
            points *= verification.multipliers[level][levels.get(verification.issue, 0)]
        total += points
    return total


def price_points(case: Case) -> tuple[PricePoint, ...]:
    """Return the case's landmarks on the board's axis, the cheapest first, one for each price."""
    points = sorted(
        (
            PricePoint(sender_price(case, package_of(case, mark.levels).sender), mark.label)
            for mark in case.landmarks
        ),
        key=lambda point: point.price,
    )
    repeated = {later for earlier, later in pairwise(points) if earlier.price == later.price}
    return tuple(point for point in points if point not in repeated)


def sender_reach(row: BoardRow) -> float:
    """Return where the sender's bracket ends: at its limit, or at the wall of the red lines."""
    reach = row.sender_limit if row.sender_wall is None else min(row.sender_limit, row.sender_wall)
    return max(0.0, reach)


def zone_span(row: BoardRow) -> tuple[float, float] | None:
    """Return the deal zone of a row from floor to limit, or None where there is none."""
    if row.zone is None:
        return None
    low, high = row.zone
    return low, max(high, sender_reach(row))


def row_status(case: Case, row: BoardRow) -> str:
    """Return the words for a row: open and how wide, or closed and by what.

    ``case``: Whose axis tells what is wide, and whose controls name the lines.
    """
    axis = highest_price(case)
    span = zone_span(row)
    if span is not None:
        return _open_words((span[1] - span[0]) / axis)
    if row.broken_lines:
        return _line_words(case, row.broken_lines)
    if row.target_floor_any is None:
        return tr("closed: no concession is enough")
    if row.gap is not None:
        is_small = row.gap / axis < SMALL_GAP_BELOW
        return tr("closed, gap small") if is_small else tr("closed, gap wide")
    return _line_words(case, row.blocking_lines)


def brief_status(row: BoardRow, status: str) -> str:
    """Return a row's words for where there is little room, without the names of red lines.

    ``status``: Its words as :func:`row_status` gives them.
    """
    if row.zone is None and not row.broken_lines and row.target_floor_any is None:
        return tr("closed at any price")
    by_line = row.broken_lines or (row.target_floor_any is not None and row.gap is None)
    return tr("closed by a line") if row.zone is None and by_line else status


def width_word(case: Case, row: BoardRow) -> str:
    """Return how wide a row's deal zone is in one word, or that it is closed.

    ``case``: Whose axis tells what is wide.
    """
    span = zone_span(row)
    if span is None:
        return tr("closed")
    share = (span[1] - span[0]) / highest_price(case)
    if share < NARROW_BELOW:
        return tr("narrow")
    return tr("wide") if share >= WIDE_FROM else tr("moderate")


def _open_words(share: float) -> str:
    if share < NARROW_BELOW:
        return tr("open, narrow")
    return tr("open, wide") if share >= WIDE_FROM else tr("open, moderate")


def _line_words(case: Case, lines: tuple[str, ...]) -> str:
    if not lines:
        return tr("closed by red lines together")
    if len(lines) == 1:
        return tr("closed by a line: {line}", line=line_names(case, lines))
    return tr("closed by lines: {lines}", lines=line_names(case, lines))


def line_names(case: Case, lines: tuple[str, ...]) -> str:
    """Return the names of red lines, the party that draws each one first, as names repeat."""
    return ", ".join(_line_name(case, line) for line in lines)


def _line_name(case: Case, line: str) -> str:
    control = case.control(line)
    if control.party is None:
        return control.name
    party = case.party(control.party).short
    if control.kind == "limit":
        return tr("{party} on {topic}", party=party, topic=control.topic or control.name)
    return tr("{party}: {line}", party=party, line=control.name)
