"""Where everything lies in the picture of history: curves above, lanes below, years across."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from explorer.figures.history import HistoryFigure
from explorer.figures.history_words import ProposalMark, proposal_marks
from explorer.model.record import Record
from explorer.model.wording import tr
from explorer.ui.pictures.strokes import small_font

CURVE_TOP = 100
"""The highest value of an index."""

PROPOSALS_AT_MOST = 0.26
"""Share of the picture's height that the lane of proposals takes at most."""


@dataclass(frozen=True, slots=True, eq=False)
class HistoryLayout:
    """Rectangles in pixels; the middle of a year is where its points lie.

    ``curves`` holds the indices, ``events``, ``proposals`` and ``tempo`` the lanes below.
    """

    whole: QRectF
    font: QFont
    small: QFont
    line: float
    first: int
    last: int
    curves: QRectF
    events: QRectF
    proposals: QRectF
    tempo: QRectF
    marks: tuple[ProposalMark, ...]
    mark_step: float

    def x(self, year: float) -> float:
        """Return how far to the right a year lies; whole years are the middles of years."""
        share = (year - self.first + 0.5) / (self.last - self.first + 1)
        return self.curves.left() + share * self.curves.width()

    def point(self, year: float, value: float) -> QPointF:
        """Return the place of an index's value."""
        up = value / CURVE_TOP * self.curves.height()
        return QPointF(self.x(year), self.curves.bottom() - up)

    def year_at(self, x: float) -> int:
        """Return the year under a place across, the nearest one outside the picture."""
        share = (x - self.curves.left()) / max(self.curves.width(), 1.0)
        return min(
            max(self.first + int(share * (self.last - self.first + 1)), self.first), self.last
        )

    def label_years(self) -> range:
        """Return the years whose numbers are written: each fifth, or tenth in little room."""
        width = QFontMetricsF(self.small).horizontalAdvance("2000") + 0.8 * self.line
        every = 5 if self.x(5) - self.x(0) > width else 10
        return range(-(-self.first // every) * every, self.last + 1, every)

    def label_room(self, year: int) -> QRectF:
        """Return where the number of a year is written."""
        width = QFontMetricsF(self.small).horizontalAdvance("2000") + 0.8 * self.line
        top = self.tempo.bottom() + 0.35 * self.line
        return QRectF(self.x(year) - width / 2, top, width, 1.25 * self.line)

    def mark_centre(self, mark: ProposalMark) -> QPointF:
        """Return the middle of a proposal's mark."""
        y = self.proposals.bottom() - (mark.place + 0.5) * self.mark_step
        return QPointF(self.x(mark.when), y)

    def mark_at(self, point: QPointF) -> ProposalMark | None:
        """Return the proposal under a point, or None."""
        reach = 0.75 * self.line
        best: tuple[float, ProposalMark] | None = None
        for mark in self.marks:
            away = self.mark_centre(mark) - point
            distance = (away.x() ** 2 + away.y() ** 2) ** 0.5
            if distance <= reach and (best is None or distance < best[0]):
                best = (distance, mark)
        return None if best is None else best[1]


def lane_names(record: Record) -> tuple[str, str, str]:
    """Return the names of the lanes, from the top down."""
    return tr("Events"), tr("Proposals"), record.tempo.name


def history_layout(
    figure: HistoryFigure, record: Record, room: QRectF, font: QFont
) -> HistoryLayout:
    """Return the layout of a record in a rectangle with a font."""
    small = small_font(font)
    metrics = QFontMetricsF(small)
    line, marks = metrics.height(), proposal_marks(record)
    left = max(metrics.horizontalAdvance(name) for name in (*lane_names(record), "100"))
    names = (figure.case.control(index.control).name for index in record.indices)
    right = max(metrics.horizontalAdvance(name) for name in names)
    across = QRectF(room.left() + left + 1.1 * line, 0, 0, 0)
    across.setRight(max(across.left() + 1, room.right() - right - 2.2 * line))
    rows = 1 + max((mark.place for mark in marks), default=0)
    step = min(0.95 * line, PROPOSALS_AT_MOST * room.height() / rows)
    bottom = room.bottom() - 2.2 * line
    lanes: list[QRectF] = []
    for height in (1.5 * line, rows * step, 1.1 * line):
        lanes.append(QRectF(across.left(), bottom - height, across.width(), height))
        bottom -= height + 0.35 * line
    top = room.top() + 0.6 * line
    curves = QRectF(across.left(), top, across.width(), max(1.0, bottom - 0.2 * line - top))
    tempo, proposals, events = lanes
    return HistoryLayout(
        whole=room,
        font=font,
        small=small,
        line=line,
        first=figure.years[0],
        last=figure.years[-1],
        curves=curves,
        events=events,
        proposals=proposals,
        tempo=tempo,
        marks=marks,
        mark_step=step,
    )


def smallest_history(font: QFont) -> QSizeF:
    """Return the least room in which the picture can be read."""
    line = QFontMetricsF(font).height()
    return QSizeF(34 * line, 15 * line)
