"""How the record is drawn: curves with their confidence, lanes of marks, and the year."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPolygonF

from explorer.figures.history import HistoryFigure
from explorer.figures.history_tables import tempo_text
from explorer.figures.history_words import ProposalMark, event_marks
from explorer.model.record import Index, Record, RecordYear
from explorer.model.wording import tr
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.history.history_layout import HistoryLayout, lane_names
from explorer.ui.pictures.strokes import diamond, flat_pen, mix

Align = Qt.AlignmentFlag
PALE = 0.62
"""How much of its colour is left of a curve where confidence is low."""

SHADES = (1.0, 0.6, 0.25)
"""How much of the target's colour a curve has; the rest is ink."""

SHAPES = ("circle", "square", "triangle")


@dataclass(frozen=True, slots=True)
class _Brush:
    """What every part of the drawing needs."""

    painter: QPainter
    layout: HistoryLayout
    theme: Theme
    words: QFontMetricsF

    @property
    def stroke(self) -> float:
        """The width of a curve in pixels."""
        return 1.7 * self.theme.stroke * max(1.0, self.layout.line / 15)


def paint_record(
    painter: QPainter, layout: HistoryLayout, figure: HistoryFigure, theme: Theme
) -> None:
    """Draw all but the year that is chosen; its ground is already filled."""
    record = figure.record
    if record is None:
        return
    painter.setFont(layout.small)
    brush = _Brush(painter, layout, theme, QFontMetricsF(layout.small))
    _paint_grid(brush, record)
    for place, index in enumerate(record.indices):
        _paint_curve(brush, record, index, place)
    _paint_curve_names(brush, figure, record)
    _paint_events(brush, record)
    for mark in layout.marks:
        _paint_proposal(brush, mark)
    _paint_tempo(brush, record)
    _paint_legend(brush)


def paint_year(
    painter: QPainter, layout: HistoryLayout, figure: HistoryFigure, theme: Theme
) -> None:
    """Draw the upright line and the handle of the chosen year, hollow where it was edited."""
    if figure.year is None:
        return
    painter.setFont(layout.small)
    x, line = layout.x(figure.year), layout.line
    style = Qt.PenStyle.DashLine if figure.is_edited else Qt.PenStyle.SolidLine
    painter.setPen(flat_pen(theme.ink, 1.4 * theme.stroke, style))
    painter.drawLine(QLineF(x, layout.curves.top(), x, layout.tempo.bottom()))
    handle = layout.label_room(figure.year)
    for year in layout.label_years():
        if layout.label_room(year).intersects(handle):
            painter.fillRect(layout.label_room(year), QColor(theme.ground))
    painter.setPen(flat_pen(theme.ink, 1.4 * theme.stroke))
    painter.setBrush(QColor(theme.ground if figure.is_edited else theme.ink))
    painter.drawRoundedRect(handle, 0.3 * line, 0.3 * line)
    painter.setPen(QColor(theme.ink if figure.is_edited else theme.ground))
    painter.drawText(handle, Align.AlignCenter, str(figure.year))


def curve_colour(theme: Theme, place: int) -> str:
    """Return the shade of a curve by its place; shapes and names tell them apart as well.

    All of them are the target's, and so is the colour.
    """
    return mix(theme.target, theme.ink, SHADES[place % len(SHADES)])


def _paint_grid(brush: _Brush, record: Record) -> None:
    painter, layout, theme, line = brush.painter, brush.layout, brush.theme, brush.layout.line
    for value in (0, 25, 50, 75, 100):
        y = layout.point(layout.first, value).y()
        painter.setPen(flat_pen(theme.rule, 1))
        painter.drawLine(QLineF(layout.curves.left(), y, layout.curves.right(), y))
        if value % 50 == 0:
            painter.setPen(QColor(theme.ink_soft))
            room = QRectF(layout.whole.left(), y - line / 2, 0, line)
            room.setRight(layout.curves.left() - 0.4 * line)
            painter.drawText(room, Align.AlignRight | Align.AlignVCenter, str(value))
    lanes = (layout.events, layout.proposals, layout.tempo)
    for lane, name in zip(lanes, lane_names(record), strict=True):
        painter.setPen(flat_pen(theme.rule, 1))
        painter.drawLine(QLineF(lane.left(), lane.bottom(), lane.right(), lane.bottom()))
        painter.setPen(QColor(theme.ink_soft))
        room = QRectF(layout.whole.left(), lane.center().y() - line / 2, 0, line)
        room.setRight(lane.left() - 0.4 * line)
        painter.drawText(room, Align.AlignRight | Align.AlignVCenter, name)
    _paint_years(brush)


def _paint_years(brush: _Brush) -> None:
    """Draw a tick for each year and write some of their numbers."""
    painter, layout, line = brush.painter, brush.layout, brush.layout.line
    top, labelled = layout.tempo.bottom(), layout.label_years()
    for year in range(layout.first, layout.last + 1):
        x = layout.x(year)
        painter.setPen(flat_pen(brush.theme.track, 1))
        painter.drawLine(QLineF(x, top, x, top + (0.3 if year in labelled else 0.15) * line))
    painter.setPen(QColor(brush.theme.ink_soft))
    for year in labelled:
        painter.drawText(layout.label_room(year), Align.AlignCenter, str(year))


def _paint_curve(brush: _Brush, record: Record, index: Index, place: int) -> None:
    painter, layout, theme = brush.painter, brush.layout, brush.theme
    colour = curve_colour(theme, place)
    pale = mix(colour, theme.ground, PALE)
    for before, after in zip(record.years, record.years[1:], strict=False):
        start, end = before.indices[index.control], after.indices[index.control]
        if start is None or end is None:
            continue
        is_low = "low" in (before.confidence[index.control], after.confidence[index.control])
        style = Qt.PenStyle.DashLine if is_low else Qt.PenStyle.SolidLine
        painter.setPen(flat_pen(pale if is_low else colour, brush.stroke, style))
        painter.drawLine(layout.point(before.year, start), layout.point(after.year, end))
    for year in record.years:
        value = year.indices[index.control]
        if value is not None:
            is_low = year.confidence[index.control] == "low"
            _paint_shape(brush, layout.point(year.year, value), place, colour, is_hollow=is_low)


def _paint_shape(
    brush: _Brush, centre: QPointF, place: int, colour: str, *, is_hollow: bool
) -> None:
    painter, size = brush.painter, 0.19 * brush.layout.line
    painter.setPen(flat_pen(colour, 0.7 * brush.stroke))
    painter.setBrush(QColor(brush.theme.ground if is_hollow else colour))
    shape = SHAPES[place % len(SHAPES)]
    if shape == "circle":
        painter.drawEllipse(centre, size, size)
    elif shape == "square":
        painter.drawRect(QRectF(centre.x() - size, centre.y() - size, 2 * size, 2 * size))
    else:
        x, y = centre.x(), centre.y()
        ends = ((x, y - 1.2 * size), (x + 1.2 * size, y + size), (x - 1.2 * size, y + size))
        painter.drawPolygon(QPolygonF([QPointF(*end) for end in ends]))


def _paint_curve_names(brush: _Brush, figure: HistoryFigure, record: Record) -> None:
    """Write the name of each curve at its end, moved apart where two ends are close."""
    layout, line = brush.layout, brush.layout.line
    last = record.years[-1]
    ends = [
        (layout.point(last.year, value).y(), place, index)
        for place, index in enumerate(record.indices)
        for value in [last.indices[index.control]]
        if value is not None
    ]
    taken = layout.whole.top()
    for y, place, index in sorted(ends, key=_first):
        top = max(y - line / 2, taken)
        taken = top + line
        left = layout.curves.right() + 1.0 * line
        centre = QPointF(left - 0.45 * line, top + line / 2)
        colour = curve_colour(brush.theme, place)
        _paint_shape(brush, centre, place, colour, is_hollow=False)
        brush.painter.setPen(QColor(brush.theme.target_text if place == 0 else colour))
        room = QRectF(left, top, layout.whole.right() - left, line)
        name = figure.case.control(index.control).name
        brush.painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, name)


def _first(end: tuple[float, int, Index]) -> float:
    return end[0]


def _paint_events(brush: _Brush, record: Record) -> None:
    painter, layout = brush.painter, brush.layout
    painter.setPen(flat_pen(brush.theme.ink_soft, brush.theme.stroke))
    painter.setBrush(QColor(brush.theme.ink_soft))
    y = layout.events.center().y()
    for mark in event_marks(record):
        painter.drawPolygon(diamond(QPointF(layout.x(mark.year), y), 0.27 * layout.line))


def _paint_proposal(brush: _Brush, mark: ProposalMark) -> None:
    """Draw a proposal: filled if agreed, a cross if refused, a ring if an answer is missing."""
    _paint_answer(brush, brush.layout.mark_centre(mark), mark.answer)


def _paint_answer(brush: _Brush, centre: QPointF, answer: str) -> None:
    painter, theme = brush.painter, brush.theme
    size = 0.36 * min(brush.layout.mark_step, 0.8 * brush.layout.line)
    painter.setPen(flat_pen(theme.ink, min(1.5 * theme.stroke, 0.5 * size)))
    painter.setBrush(QColor(theme.ink if answer == "agreed" else theme.ground))
    if answer == "refused":
        x, y = centre.x(), centre.y()
        painter.drawLine(QLineF(x - size, y - size, x + size, y + size))
        painter.drawLine(QLineF(x - size, y + size, x + size, y - size))
    else:
        painter.drawEllipse(centre, size, size)


def _paint_tempo(brush: _Brush, record: Record) -> None:
    """Draw a bar for each year's count, and a question mark where there is none."""
    painter, layout, theme = brush.painter, brush.layout, brush.theme
    highest = max((year.tempo or 0 for year in record.years), default=0) or 1
    width = _bar_width(layout)
    for year in record.years:
        x = layout.x(year.year)
        if year.tempo is None:
            painter.setPen(QColor(theme.ink_soft))
            room = QRectF(x - layout.line, layout.tempo.top(), 2 * layout.line, 0)
            room.setBottom(layout.tempo.bottom())
            painter.drawText(room, Align.AlignHCenter | Align.AlignBottom, "?")
        elif year.tempo:
            height = layout.tempo.height() * year.tempo / highest
            bar = QRectF(x - width / 2, layout.tempo.bottom() - height, width, height)
            painter.fillRect(bar, QColor(_tempo_colour(theme, year)))
    _paint_tempo_key(brush, record)


def _paint_tempo_key(brush: _Brush, record: Record) -> None:
    """Write the largest count beside its bar, which gives the scale, and what a gap means."""
    painter, layout, line = brush.painter, brush.layout, brush.layout.line
    painter.setPen(QColor(brush.theme.ink_soft))
    counted = [year for year in record.years if year.tempo]
    if counted:
        most = max(counted, key=_tempo)
        right = layout.x(most.year) - _bar_width(layout) / 2 - 0.2 * line
        room = QRectF(layout.tempo.left(), layout.tempo.top(), right - layout.tempo.left(), line)
        painter.drawText(room, Align.AlignRight | Align.AlignVCenter, tempo_text(most))
    if any(year.tempo is None for year in record.years):
        left = layout.curves.right() + line
        room = QRectF(left, layout.tempo.top(), layout.whole.right() - left, layout.tempo.height())
        words = tr("? not known")
        if brush.words.horizontalAdvance(words) <= room.width():
            painter.drawText(room, Align.AlignLeft | Align.AlignBottom, words)


def _bar_width(layout: HistoryLayout) -> float:
    return 0.55 * layout.curves.width() / (layout.last - layout.first + 1)


def _tempo(year: RecordYear) -> int:
    return year.tempo or 0


def _tempo_colour(theme: Theme, year: RecordYear) -> str:
    is_firm = year.tempo_confidence == "high"
    return theme.track if is_firm else mix(theme.track, theme.ground, PALE)


def _paint_legend(brush: _Brush) -> None:
    """Say in the free corner of the early years what dashes and marks mean."""
    painter, layout, line = brush.painter, brush.layout, brush.layout.line
    left = layout.curves.left() + 0.5 * line
    entries = (
        ("dashes", tr("dashed: low confidence")),
        ("agreed", tr("agreed")),
        ("refused", tr("refused")),
        ("open", tr("answer not known")),
    )
    for place, (kind, words) in enumerate(entries):
        top = layout.curves.top() + place * 1.05 * line
        if top + line > layout.point(layout.first, 45).y():
            return
        centre = QPointF(left + 0.6 * line, top + line / 2)
        if kind == "dashes":
            pale = mix(brush.theme.target, brush.theme.ground, PALE)
            painter.setPen(flat_pen(pale, brush.stroke, Qt.PenStyle.DashLine))
            y = centre.y()
            painter.drawLine(QLineF(left - 0.2 * line, y, left + 1.4 * line, y))
        else:
            _paint_answer(brush, centre, kind)
        painter.setPen(QColor(brush.theme.ink_soft))
        room = QRectF(left + 1.7 * line, top, layout.curves.width(), line)
        painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, words)
