"""How the check is drawn: a line for each proposal, model beside record for both sides."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from explorer.figures.history import HistoryFigure
from explorer.figures.history_tables import answer_text
from explorer.figures.phrase import whole_points
from explorer.model.record_result import CheckedAnswer, CheckedProposal, RecordCheck
from explorer.model.wording import tr
from explorer.ui.plots.strokes import flat_pen, small_font
from explorer.ui.theme import Theme, scaled_font

Align = Qt.AlignmentFlag

NAMES_SHARE = 0.4
"""Share of the width that the names of the proposals take."""

CELL_SHARES = (0.27, 0.22, 0.22, 0.29)
"""How the width of a side is divided: gain, record, model, and whether they agree."""


@dataclass(frozen=True, slots=True)
class CheckLayout:
    """Where each line and each side of the check lies, in pixels."""

    room: QRectF
    font: QFont
    line: float
    top: float
    row_height: float
    names: float
    count: int

    def row(self, place: int) -> QRectF:
        """Return the rectangle of a proposal."""
        top = self.top + place * self.row_height
        return QRectF(self.room.left(), top, self.room.width(), self.row_height)

    def side(self, place: int, number: int) -> QRectF:
        """Return the part of a proposal's line that belongs to the sender (0) or target (1)."""
        row = self.row(place)
        width = (row.width() - self.names) / 2
        return QRectF(row.left() + self.names + number * width, row.top(), width, row.height())

    def answer_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return line and side under a place; the names belong to the sender's; or None."""
        place = int((y - self.top) // self.row_height)
        if not 0 <= place < self.count:
            return None
        return place, int(x >= self.side(place, 1).left())


def check_layout(check: RecordCheck, room: QRectF, font: QFont) -> CheckLayout:
    """Return the layout of a check in a rectangle with a font; small rooms get small words."""
    count = max(1, len(check.proposals))
    for scale in (1.0, 0.92, 0.85, 0.78, 0.7):
        fitted = scaled_font(small_font(font), scale)
        line = QFontMetricsF(fitted).height()
        if (count + 2.3) * line <= room.height():
            break
    top = room.top() + 2.3 * line
    height = min((room.bottom() - top) / count, 1.9 * line)
    return CheckLayout(room, fitted, line, top, height, NAMES_SHARE * room.width(), count)


def paint_check(
    painter: QPainter, layout: CheckLayout, figure: HistoryFigure, theme: Theme
) -> None:
    """Draw every single answer, hits and misses alike; misses stand in a box."""
    check = figure.check
    if check is None:
        return
    painter.setFont(layout.font)
    _paint_heads(painter, layout, figure, theme)
    for place, each in enumerate(check.proposals):
        _paint_name(painter, layout, theme, place, each)
        for number, answer in enumerate(each.answers):
            _paint_answer(painter, layout, theme, layout.side(place, number), answer)


def _paint_heads(
    painter: QPainter, layout: CheckLayout, figure: HistoryFigure, theme: Theme
) -> None:
    line, top = layout.line, layout.room.top()
    room = CELL_SHARES[0] * layout.side(0, 0).width()
    gain = tr("gain (points)")
    if QFontMetricsF(layout.font).horizontalAdvance(gain) > room:
        gain = tr("gain")
    heads = (gain, tr("record"), tr("model"), tr("agree"))
    parties = (
        (figure.case.sender.short, theme.sender_text),
        (figure.case.target.short, theme.target_text),
    )
    for number, (name, colour) in enumerate(parties):
        side = layout.side(0, number)
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(side.left(), top, side.width(), line), Align.AlignCenter, name)
        painter.setPen(QColor(theme.ink_soft))
        under = QRectF(side.left(), top + 1.05 * line, side.width(), line)
        for words, cell in zip(heads, _cells(under), strict=True):
            painter.drawText(cell, Align.AlignCenter, words)
    y = layout.top - 0.1 * line
    painter.setPen(flat_pen(theme.track, 1))
    painter.drawLine(QLineF(layout.room.left(), y, layout.room.right(), y))


def _cells(side: QRectF) -> list[QRectF]:
    cells: list[QRectF] = []
    left = side.left()
    for share in CELL_SHARES:
        cells.append(QRectF(left, side.top(), share * side.width(), side.height()))
        left += share * side.width()
    return cells


def _paint_name(
    painter: QPainter, layout: CheckLayout, theme: Theme, place: int, each: CheckedProposal
) -> None:
    row, line = layout.row(place), layout.line
    metrics = QFontMetricsF(layout.font)
    painter.setPen(flat_pen(theme.rule, 1))
    painter.drawLine(QLineF(row.left(), row.bottom(), row.right(), row.bottom()))
    year = str(each.episode.start.year)
    width = metrics.horizontalAdvance("2000") + 0.8 * line
    align = Align.AlignLeft | Align.AlignVCenter
    painter.setPen(QColor(theme.ink_soft))
    room = row.adjusted(0.3 * line, 0, 0, 0)
    painter.drawText(room, align, year)
    painter.setPen(QColor(theme.ink))
    room.setLeft(room.left() + width)
    room.setRight(row.left() + layout.names - 0.3 * line)
    name = each.proposal.name
    if metrics.horizontalAdvance(name) > room.width():
        name = each.proposal.short
    elide = Qt.TextElideMode.ElideRight
    painter.drawText(room, align, metrics.elidedText(name, elide, room.width()))


def _paint_answer(
    painter: QPainter, layout: CheckLayout, theme: Theme, side: QRectF, answer: CheckedAnswer
) -> None:
    model = answer_text(says_yes=answer.model_says_yes)
    if answer.broken_lines:
        model = tr("{answer} (line)", answer=model)
    words = (
        whole_points(answer.gain),
        answer_text(says_yes=answer.said_yes),
        model,
        tr("yes") if answer.agrees else tr("miss"),
    )
    painter.setPen(QColor(theme.ink if not answer.agrees else theme.ink_soft))
    for text, cell in zip(words, _cells(side), strict=True):
        painter.drawText(cell, Align.AlignCenter, text)
    if not answer.agrees:
        inset = 0.15 * layout.line
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(flat_pen(theme.ink, 1.8 * theme.stroke))
        painter.drawRect(side.adjusted(inset, 1.5, -inset, -1.5))
