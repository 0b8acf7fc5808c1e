"""How a slider's track is drawn: line, fill, ticks, anchors, words and handle.

The fill of a red line covers what the line rules out, from the handle to the loosest end: the
levels above an "at most", the levels below an "at least"; a control without a line has no fill.
The fill of any other control is the way from the baseline to the handle.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from explorer.ui.controls.control_face import ControlFace
from explorer.ui.controls.track_geometry import Span, TrackGeometry, spread
from explorer.ui.look.theme import Theme

HANDLE_RADIUS = 7.0
# Between two labels, and between the end words, which are no labels, and those beside them.
LABEL_GAP, END_GAP = 6.0, 14.0
# The ring of the focus around the handle: how far from it, and how thick.
RING_GAP, RING = 2.4, 2.0
# From the middle of the track up to the foot of the end words and the anchors' labels: just clear
# of the ring.
LABELS_ABOVE = 9.5


@dataclass(frozen=True, slots=True)
class TrackLook:
    """What is to be drawn.

    Attributes
    ----------
    face, theme
        Words, marks and colours.
    value, baseline, loaded
        Positions; None where there is no such reference.
    tipping_points
        Values at which something opens or closes.
    unit
        Pixels per length of 1 at this text size.
    small
        The type of anchors and end words.
    words_room
        The stretch that end words and labels share, above the track.
    is_hovered, is_down, is_focused
        What the hand and the keyboard are doing.
    is_locked
        Whether the hand cannot move it.
    """

    face: ControlFace
    theme: Theme
    value: int
    baseline: int | None
    loaded: int | None
    tipping_points: tuple[int, ...]
    unit: float
    small: QFont
    words_room: Span
    is_hovered: bool
    is_down: bool
    is_focused: bool
    is_locked: bool = False


def paint_track(painter: QPainter, look: TrackLook, track: TrackGeometry) -> None:
    """Draw a whole slider, from the back to the front."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(look.small)
    _paint_line(painter, look, track)
    _paint_stops(painter, look, track)
    _paint_words(painter, look, track)
    _paint_references(painter, look, track)
    _paint_tipping_points(painter, look, track)
    _paint_handle(painter, look, track)


def _pen(look: TrackLook, colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width * look.unit * look.theme.stroke)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _accent(look: TrackLook) -> str:
    return look.theme.track if look.is_locked else look.theme.accent(look.face.role)


def _paint_line(painter: QPainter, look: TrackLook, track: TrackGeometry) -> None:
    ends = [QPointF(track.x_of(end), track.centre) for end in (track.minimum, track.maximum)]
    painter.setPen(_pen(look, look.theme.track, 1.5))
    painter.drawLine(*ends)
    origin = _fill_origin(look)
    if origin != look.value:
        painter.setPen(_pen(look, _accent(look), 3.5))
        start, end = track.x_of(origin), track.x_of(look.value)
        painter.drawLine(QPointF(start, track.centre), QPointF(end, track.centre))


def _fill_origin(look: TrackLook) -> int:
    """Return where the fill begins that ends at the handle; the value itself for no fill."""
    if look.face.loosest is not None:
        return look.face.loosest
    return look.value if look.baseline is None else look.baseline


def _paint_stops(painter: QPainter, look: TrackLook, track: TrackGeometry) -> None:
    if not look.face.is_level:
        return
    origin = _fill_origin(look)
    filled = range(min(origin, look.value), max(origin, look.value) + 1)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = 2.2 * look.unit
    for stop in range(track.minimum, track.maximum + 1):
        is_filled = stop in filled and len(filled) > 1
        painter.setBrush(QColor(_accent(look) if is_filled else look.theme.track))
        painter.drawEllipse(QPointF(track.x_of(stop), track.centre), radius, radius)


def _paint_words(painter: QPainter, look: TrackLook, track: TrackGeometry) -> None:
    """Write the words of both ends and, between them, the labels of the anchors on one line."""
    face, room = look.face, look.words_room
    words = (face.low_word, face.high_word)
    left, right = reversed(words) if track.is_mirrored else words
    metrics, base = QFontMetricsF(look.small), track.centre - LABELS_ABOVE * look.unit
    start, end = metrics.horizontalAdvance(left), metrics.horizontalAdvance(right)
    painter.setPen(QColor(look.theme.ink_soft))
    painter.drawText(QPointF(room.start, base), left)
    painter.drawText(QPointF(room.end - end, base), right)
    if face.marks:
        gap = (END_GAP - LABEL_GAP / 2) * look.unit
        between = Span(room.start + start + gap, room.width - start - end - 2 * gap)
        _paint_anchors(painter, look, track, between)


def _paint_anchors(painter: QPainter, look: TrackLook, track: TrackGeometry, between: Span) -> None:
    marks = sorted(look.face.marks, key=lambda mark: track.x_of(mark.value))
    metrics, gap = QFontMetricsF(look.small), LABEL_GAP * look.unit
    centres = tuple(float(track.x_of(mark.value)) for mark in marks)
    widths = tuple(metrics.horizontalAdvance(mark.label) + gap for mark in marks)
    base = track.centre - LABELS_ABOVE * look.unit
    for mark, x, span in zip(marks, centres, spread(centres, widths, between), strict=True):
        painter.setPen(_pen(look, look.theme.baseline, 1))
        painter.drawLine(QPointF(x, base + 1.5 * look.unit), QPointF(x, base + 4.5 * look.unit))
        painter.setPen(QColor(look.theme.ink_soft))
        painter.drawText(QPointF(span.start + gap / 2, base), mark.label)


def _paint_references(painter: QPainter, look: TrackLook, track: TrackGeometry) -> None:
    # The handle itself tells of a reference that stands where it does.
    if look.baseline is not None and look.baseline != look.value:
        x, arm = track.x_of(look.baseline), 6 * look.unit
        pen = _pen(look, look.theme.baseline, 1.5)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, track.centre - arm), QPointF(x, track.centre + arm))
    if look.loaded is not None and look.loaded != look.value:
        x, side = track.x_of(look.loaded), 3.2 * look.unit
        tip, top = track.centre - 4 * look.unit, track.centre - (4 + 3.2) * look.unit
        corners = (QPointF(x, tip), QPointF(x - side, top), QPointF(x + side, top))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.theme.ink_soft))
        painter.drawPolygon(QPolygonF(corners))


def _paint_tipping_points(painter: QPainter, look: TrackLook, track: TrackGeometry) -> None:
    side = 3.5 * look.unit
    painter.setPen(_pen(look, look.theme.zone_outline, 1.2))
    painter.setBrush(QColor(look.theme.ground))
    for value in look.tipping_points:
        x, y = track.x_of(value), track.centre
        corners = ((x, y - side), (x + side, y), (x, y + side), (x - side, y))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def _paint_handle(painter: QPainter, look: TrackLook, track: TrackGeometry) -> None:
    centre = QPointF(track.x_of(look.value), track.centre)
    radius = (HANDLE_RADIUS - 1) * look.unit
    if look.is_focused:
        halo = radius + RING_GAP * look.unit
        painter.setPen(_pen(look, look.theme.focus, RING))
        painter.setBrush(QColor(look.theme.panel))
        painter.drawEllipse(QRectF(centre.x() - halo, centre.y() - halo, 2 * halo, 2 * halo))
    painter.setPen(_pen(look, _accent(look), 2))
    inside = look.theme.selection if look.is_hovered else look.theme.panel
    painter.setBrush(QColor(_accent(look) if look.is_down else inside))
    painter.drawEllipse(centre, radius, radius)
