"""How a spread of predictions is drawn: on the screen, for pictures and for paper."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPolygonF

from explorer.figures.spread import SpreadBar, SpreadFigure, SpreadRound, SpreadRow
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.hatching import hatch
from explorer.ui.pictures.pen import Align, Pen
from explorer.ui.pictures.spread.dot_columns import (
    HALF,
    DotColumn,
    dot_columns,
    highest_column,
    label_shift,
)
from explorer.ui.pictures.spread.spread_layout import NAME_LINES, SpreadLayout, dense_words
from explorer.ui.pictures.strokes import mix
from explorer.ui.pictures.word_wrap import lines_of

FILLS: dict[SpreadRound, float] = {1: 0.25, 2: 0.85}
"""How much of the ink the inside of a bar has: pale at first, strong after talking."""


def paint_spread(pen: Pen, layout: SpreadLayout, figure: SpreadFigure) -> None:
    """Draw a spread, from the back to the front.

    Parameters
    ----------
    pen
        Draws on a ground that is already filled.
    layout
        Where everything lies; made for this figure.
    """
    pen.painter.save()
    pen.painter.setClipRect(layout.window(), Qt.ClipOperation.IntersectClip)
    _paint_grid(pen, layout, figure)
    for row in layout.rows.seen():
        _paint_row(pen, layout, figure, layout.row(row), figure.rows[row])
    pen.painter.restore()
    _paint_legend(pen, layout, figure)
    _paint_axis(pen, layout, figure)


def _paint_grid(pen: Pen, layout: SpreadLayout, figure: SpreadFigure) -> None:
    room = layout.window()
    for number in layout.rows.seen():
        if figure.rows[number].is_right:
            pen.painter.fillRect(layout.row(number), QColor(pen.theme.selection))
    pen.hairline(pen.theme.rule)
    places = [layout.x(value) for value, _ in figure.ticks]
    pen.painter.drawLines([QLineF(x, room.top(), x, room.bottom()) for x in places])


def _paint_row(
    pen: Pen, layout: SpreadLayout, figure: SpreadFigure, room: QRectF, row: SpreadRow
) -> None:
    _paint_name(pen, layout, room, row)
    band = 0.8 * room.height()
    thick = band / max(len(row.bars), 1)
    top = room.center().y() - band / 2
    for place, bar in enumerate(row.bars):
        _paint_bar(pen, layout, bar, (top + place * thick, 0.86 * thick))
    if layout.is_dense and row.bars:
        end = max(layout.x(bar.share) for bar in row.bars)
        _write_behind(pen, layout, dense_words(row), (end, room.top(), room.height()))
    if row.bars:
        pen.stroke(pen.theme.ink_soft, 1.2)
        x = layout.x(0.0)
        pen.painter.drawLine(QLineF(x, room.top(), x, room.bottom()))
    if row.dots:
        most = highest_column(layout, figure)
        for column in dot_columns(layout, row):
            shift = label_shift(layout, column, row.answer)
            _paint_column(pen, (column, shift), room, most)
        pen.stroke(pen.theme.track, 1.2)
        y = room.bottom() - 0.1 * room.height()
        pen.painter.drawLine(QLineF(layout.x_start, y, layout.x_end, y))
    if row.answer is not None:
        _paint_answer(pen, layout.x(row.answer), room)


def _paint_name(pen: Pen, layout: SpreadLayout, room: QRectF, row: SpreadRow) -> None:
    font = pen.text.bold_of(layout.label) if row.is_right else layout.label
    metrics = pen.text.metrics_of(font)
    most = 1 if layout.is_dense else NAME_LINES
    lines = lines_of(font, row.name, layout.names.width(), most=most)
    place = QRectF(layout.names.left(), 0, layout.names.width(), 0)
    place.moveTop(room.center().y() - len(lines) * metrics.height() / 2)
    pen.write_lines(place, row.name, pen.theme.ink, font, most)
    if row.is_right:
        _paint_tick(pen, _tick_place(layout, room.center().y()))


def _tick_place(layout: SpreadLayout, y: float) -> QRectF:
    """Return where the mark of the computed answer stands, before the names."""
    size = 0.6 * layout.tick
    return QRectF(layout.names.left() - layout.tick, y - size / 2, size, size)


def _paint_tick(pen: Pen, place: QRectF) -> None:
    pen.stroke(pen.theme.zone_text, 2.0)
    corners = (
        QPointF(place.left(), place.center().y()),
        QPointF(place.left() + 0.4 * place.width(), place.bottom()),
        QPointF(place.right(), place.top()),
    )
    pen.painter.drawPolyline(QPolygonF(list(corners)))


def _paint_bar(pen: Pen, layout: SpreadLayout, bar: SpreadBar, span: tuple[float, float]) -> None:
    top, thick = span
    start, end = layout.x(0.0), layout.x(bar.share)
    body = QRectF(start, top, end - start, thick)
    if bar.count:
        _paint_body(pen, body, bar.round)
    if not layout.is_dense:
        _write_behind(pen, layout, bar.words, (end, top, thick))


def _write_behind(
    pen: Pen, layout: SpreadLayout, words: str, place: tuple[float, float, float]
) -> None:
    """Write words behind the end of bars, in a band with a top and a height."""
    end, top, height = place
    gap = 0.35 * pen.text.small_line
    room = QRectF(end + gap, top, max(layout.rect.right() - end - gap, 1.0), height)
    pen.write(room, words, pen.theme.ink, pen.text.small)


def _paint_body(pen: Pen, body: QRectF, of_round: SpreadRound) -> None:
    pen.painter.fillRect(body, QColor(bar_colour(pen.theme, of_round)))
    if of_round == 1:
        pen.stroke(mix(pen.theme.ink_soft, pen.theme.ground, 0.6), 1)
        hatch(pen.painter, body, pen.theme.hatch * pen.text.unit)
    pen.stroke(pen.theme.ink_soft, 1.4)
    pen.outline(body)


def bar_colour(theme: Theme, of_round: SpreadRound) -> str:
    """Return the colour inside the bars of a round."""
    return mix(theme.ink_soft, theme.ground, FILLS[of_round])


def _paint_column(pen: Pen, place: tuple[DotColumn, float], room: QRectF, most: int) -> None:
    """Draw a column as high as many predicted its numbers, with how many above or beside it.

    ``place``: The column, and how far its count moves aside.
    """
    column, shift = place
    foot = room.bottom() - 0.1 * room.height()
    high = max(0.8 * room.height() - pen.text.small_line, 1.0) * column.count / most
    x, half = column.x, HALF * pen.text.line
    body = QRectF(x - half, foot - high, 2 * half, high)
    pen.painter.fillRect(body, QColor(bar_colour(pen.theme, 2)))
    pen.stroke(pen.theme.ink_soft, 1.2)
    pen.outline(body)
    above = QRectF(
        x + shift - 2 * pen.text.line, body.top() - pen.text.small_line, 4 * pen.text.line, 0
    )
    above.setHeight(pen.text.small_line)
    pen.write(above, str(column.count), pen.theme.ink, pen.text.small, Align.AlignCenter)


def _paint_answer(pen: Pen, x: float, room: QRectF) -> None:
    pen.stroke(pen.theme.zone_outline, 3.0)
    pen.painter.drawLine(QLineF(x, room.top(), x, room.bottom()))


def _paint_legend(pen: Pen, layout: SpreadLayout, figure: SpreadFigure) -> None:
    """Say above the rows which bar is which round, and what marks the computed answer."""
    text, height = pen.text, pen.text.small_line
    size, x = 0.75 * height, layout.x_start
    y = layout.rect.top() + 0.25 * height
    if any(row.bars for row in figure.rows):
        for of_round, words in figure.rounds:
            _paint_body(pen, QRectF(x, y + 0.12 * height, 1.4 * size, size), of_round)
            width = text.small_metrics.width_of(words) + 4
            place = QRectF(x + 1.9 * size, y, width, height)
            pen.write(place, words, pen.theme.ink, text.small)
            x = place.right() + 0.7 * height
        if figure.answer_words:
            middle = y + 0.5 * height
            _paint_tick(pen, _tick_place(layout, middle))
            place = QRectF(layout.names.left(), y, layout.names.width(), height)
            pen.write(place, figure.answer_words, pen.theme.zone_text, text.small_bold)
    elif figure.answer_words:
        _paint_answer(pen, x + 0.3 * size, QRectF(x, y, size, height))
        words = figure.answer_words
        place = QRectF(x + size, y, layout.rect.right() - x - size, height)
        pen.write(place, words, pen.theme.zone_text, text.small_bold)


def _paint_axis(pen: Pen, layout: SpreadLayout, figure: SpreadFigure) -> None:
    text, rect, bottom = pen.text, layout.rect, layout.rows.bottom
    height = text.small_line
    if not layout.has_axis:
        return
    pen.hairline(pen.theme.track)
    pen.painter.drawLine(QLineF(layout.x_start, bottom, layout.x_end, bottom))
    taken = rect.left()
    for value, words in figure.ticks:
        width = text.small_metrics.width_of(words) + 4
        left = min(layout.x(value) - width / 2, rect.right() - width)
        if left >= taken:
            room = QRectF(left, bottom + 0.15 * height, width, height)
            pen.write(room, words, pen.theme.ink_soft, text.small, Align.AlignCenter)
            taken = left + width + 0.4 * height
    if figure.axis_words:
        room = QRectF(layout.x_start, bottom + 1.25 * height, rect.right() - layout.x_start, height)
        pen.write(room, figure.axis_words, pen.theme.ink_soft, text.small)
