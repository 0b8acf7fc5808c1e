"""A lane of the board on which both brackets are set by hand: how far each side would go."""

from dataclasses import replace

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.classroom.lesson.bracket_axis import BracketAxis
from explorer.model.wording import tr
from explorer.ui.controls.control_face import ControlFace
from explorer.ui.controls.factor_slider import SMALL_SHARE, TrackSlider
from explorer.ui.look.theme import AccentRole, scaled_font
from explorer.ui.look.themed import Themed
from explorer.ui.pictures.hatching import hatch
from explorer.ui.widgets.measure import unit_of

LABEL_ROOM = 18
"""How high the line of the landmarks' words is, in units."""

SHORTEST = 120
"""How wide the lane is at least, in units."""


class BracketHandle(TrackSlider):
    """One end of a bracket; it takes the keyboard by a click only, Tab goes to the number boxes."""

    def __init__(self, face: ControlFace, axis: BracketAxis, parent: QWidget) -> None:
        super().__init__(face, parent)
        self._axis = axis
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.valueChanged.connect(self._tell_place)

    def show_place(self, points: int) -> None:
        """Show the bracket's end at a place of the axis."""
        self.show_value(points, self._axis.place_words(points))

    def words_about(self, x: float) -> str:
        """Return whose end it is, where it stands and how it is moved."""
        name = self.accessibleName()
        place = self._axis.place_words(self.track().value_at(x))
        return "\n".join(
            (tr("{name}: {value}", name=name, value=place), super().words_about(-self.width()))
        )

    def _tell_place(self, points: int) -> None:
        self.setAccessibleDescription(self._axis.place_words(points))

    def minimumSizeHint(self) -> QSize:
        width = round(SHORTEST * unit_of(self.fontMetrics()))
        return QSize(width, self.sizeHint().height())


class BracketLane(Themed, QWidget):
    """Both brackets as on the board: what one side gives up to, and from where the other accepts.

    Signals
    -------
    floor_moved(int), limit_moved(int)
        A hand or a key moved an end; in points.
    """

    floor_moved = Signal(int)
    limit_moved = Signal(int)

    def __init__(self, names: tuple[str, str], axis: BracketAxis, parent: QWidget) -> None:
        """Show an axis with both ends in its middle.

        Parameters
        ----------
        names
            What the floor is called, and the limit.
        """
        super().__init__(parent)
        self._axis = axis
        low, high = round(axis.low), max(round(axis.high), round(axis.low) + 1)
        tool_tip = tr("Drag the handle, or click it and press the arrow keys")
        plain = ControlFace("", "", minimum=low, maximum=high, page_step=5, tool_tip=tool_tip)

        def handle(end: str, name: str, role: AccentRole, origin: int) -> BracketHandle:
            face = replace(plain, id=end, name=name, role=role, loosest=origin)
            if end == "limit":
                face = replace(face, low_word=axis.ends[0], high_word=axis.ends[1])
            return BracketHandle(face, axis, self)

        self.limit = handle("limit", names[1], "sender", low)
        self.floor = handle("floor", names[0], "target", high)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self.limit)
        column.addWidget(self.floor)
        for slider, moved in ((self.limit, self.limit_moved), (self.floor, self.floor_moved)):
            slider.value_edited.connect(moved)
            slider.valueChanged.connect(self.update)
        self.follow_text_size()

    def show_ends(self, floor: int, limit: int) -> None:
        """Show where both brackets end, in points."""
        self.floor.show_place(floor)
        self.limit.show_place(limit)
        self.update()

    def follow_text_size(self) -> None:
        room = round(LABEL_ROOM * unit_of(self.fontMetrics()))
        self._column.setContentsMargins(0, 0, 0, room)

    def label_places(self) -> tuple[tuple[QRectF, str], ...]:
        """Return where the landmarks' words stand: those that have room, the cheapest first."""
        metrics = QFontMetricsF(scaled_font(self.font(), SMALL_SHARE))
        top, gap = float(self.floor.geometry().bottom() + 1), metrics.height() / 2
        found: list[tuple[QRectF, str]] = []
        for point in self._axis.landmarks:
            width, x = metrics.horizontalAdvance(point.label), self._x(point.price)
            left = min(max(x - width / 2, 0.0), self.width() - width)
            place = QRectF(left, top, width, LABEL_ROOM * unit_of(self.fontMetrics()))
            wide = place.adjusted(-gap, 0, gap, 0)
            is_free = not any(wide.intersects(each) for each, _ in found)
            if is_free and 0 <= left <= x <= left + width:
                found.append((place, point.label))
        return tuple(found)

    def _x(self, points: float) -> float:
        track = self.limit.track()
        share = (points - track.minimum) / (track.maximum - track.minimum)
        share = 1 - share if track.is_mirrored else share
        return self.limit.x() + track.left + share * track.length

    def _lines(self) -> tuple[float, float]:
        """Return the heights of both brackets."""
        upper, lower = (each.y() + each.track().centre for each in (self.limit, self.floor))
        return upper, lower

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw behind the handles the landmarks, and the zone where both brackets meet."""
        theme, unit = self._theme, unit_of(self.fontMetrics())
        upper, lower = self._lines()
        painter = QPainter(self)
        painter.setFont(scaled_font(self.font(), SMALL_SHARE))
        painter.setPen(QPen(QColor(theme.rule), theme.stroke))
        foot = self.floor.geometry().bottom()
        for point in self._axis.landmarks:
            x = self._x(point.price)
            painter.drawLine(QLineF(x, upper, x, foot))
        if self.floor.value() < self.limit.value():
            start, end = sorted(self._x(each.value()) for each in (self.floor, self.limit))
            zone = QRectF(start, upper, end - start, lower - upper)
            painter.fillRect(zone, QColor(theme.zone_fill))
            painter.setPen(QPen(QColor(theme.zone_outline), theme.stroke))
            hatch(painter, zone, theme.hatch * unit)
            painter.drawRect(zone)
        painter.setPen(QColor(theme.ink_soft))
        for place, words in self.label_places():
            painter.drawText(place.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter.value, words)
        painter.end()
