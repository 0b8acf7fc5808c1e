"""Brackets that glide: the board on its way from one figure to the next, and zones that pulse."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from explorer.figures.board import BoardFigure
from explorer.figures.board_lane import BoardLane, Span
from explorer.ui.pictures.board.board_layout import BoardLayout
from explorer.ui.pictures.board.board_painting import zone_room
from explorer.ui.pictures.pen import Pen
from explorer.ui.pictures.strokes import flat_pen

GROWTH = 0.6
"""By how many lines of text the outline of a pulse grows on each side."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """A zone that opened or closed: the id of its row, and where the zone is or was."""

    row_id: str
    zone: Span


def between(old: BoardFigure, new: BoardFigure, share: float) -> BoardFigure:
    """Return the new board with its edges on their way from where they stood.

    Parameters
    ----------
    old, new
        Two figures with the same rows and the same axis.
    share
        Which part of the way is done; at 1 it is the new figure itself.
    """
    if share >= 1:
        return new
    pairs = zip(old.lanes, new.lanes, strict=True)
    return replace(new, lanes=tuple(_lane(*pair, share) for pair in pairs))


def places(figure: BoardFigure) -> tuple[object, ...]:
    """Return where all edges stand, to be compared."""
    return tuple((lane.reach, lane.limit, lane.floor, lane.zone) for lane in figure.lanes)


def pulses_between(old: BoardFigure, new: BoardFigure) -> tuple[Pulse, ...]:
    """Return the zones that opened or closed between two figures with the same rows."""
    return tuple(
        Pulse(now.id, zone)
        for before, now in zip(old.lanes, new.lanes, strict=True)
        for zone in (now.zone if before.zone is None else before.zone,)
        if zone is not None and now.is_open != before.is_open
    )


def paint_pulses(
    pen: Pen, layout: BoardLayout, figure: BoardFigure, pulses: tuple[Pulse, ...], share: float
) -> None:
    """Draw an outline around each zone that opened or closed; it grows and grows pale."""
    colour = QColor(pen.theme.zone_outline)
    colour.setAlphaF(1 - share)
    zones = {pulse.row_id: pulse.zone for pulse in pulses}
    pen.painter.setBrush(Qt.BrushStyle.NoBrush)
    for row in layout.rows.seen():
        zone = zones.get(figure.lanes[row].id)
        if zone is not None:
            away = share * GROWTH * pen.text.line
            outline = flat_pen(pen.theme.zone_outline, pen.width(3))
            outline.setColor(colour)
            pen.painter.setPen(outline)
            pen.painter.drawRect(
                zone_room(pen, layout, row, zone).adjusted(-away, -away, away, away)
            )


def _lane(old: BoardLane, new: BoardLane, share: float) -> BoardLane:
    floor = new.floor
    if old.floor is not None and new.floor is not None:
        floor = _on_way(old.floor, new.floor, share)
    return replace(
        new,
        reach=_on_way(old.reach, new.reach, share),
        limit=_on_way(old.limit, new.limit, share),
        floor=floor,
        zone=_span(old.zone, new.zone, share),
        gap=_span(old.gap, new.gap, share) if new.gap is not None else None,
    )


def _span(old: Span | None, new: Span | None, share: float) -> Span | None:
    """Return a span on its way; one that opens or closes grows from its middle or into it."""
    if old is None and new is None:
        return None
    old, new = old or _middle(new), new or _middle(old)
    if old is None or new is None:
        return None
    return _on_way(old[0], new[0], share), _on_way(old[1], new[1], share)


def _middle(span: Span | None) -> Span | None:
    return None if span is None else (sum(span) / 2, sum(span) / 2)


def _on_way(old: float, new: float, share: float) -> float:
    return old + share * (new - old)
