"""Where the parts of a study's pictures lie, and the legend and axes that they share."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor

from explorer.figures.study_axis import StudyAxis
from explorer.ui.pictures.pen import CENTRE, LEFT, RIGHT, Pen, TextStyle
from explorer.ui.pictures.strokes import mix

LEGEND = 1.6
"""How many lines of text the legend takes."""

LONGEST = 0.22
"""How much of the width words beside the axis that runs up take at most."""

TITLE = 1.65
"""How many small lines the title above a field takes; half of one is for words at its top."""

MARK = 1.6
"""How wide the mark before words of the legend is, in lines of text."""


OTHERS = 0.65
"""How much of their colour is left to lines of rows in which the outcome does not hold."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field between two axes, and where the words around it lie; all in pixels."""

    plot: QRectF
    legend: QRectF
    title_x: QRectF
    title_y: QRectF
    left: float


def field_in(rect: QRectF, text: TextStyle, up_words: tuple[str, ...]) -> Field:
    """Return where a field lies in a rectangle; ``up_words`` stand to the left of it."""
    line, pad = text.small_line, 0.5 * text.line
    widest = max((text.small_metrics.width_of(words) for words in up_words), default=0.0)
    left = rect.left() + pad + min(widest, LONGEST * rect.width()) + pad
    top = rect.top() + LEGEND * text.line + TITLE * line
    bottom = rect.bottom() - 2.6 * line
    plot = QRectF(left, top, max(rect.right() - pad - left, 1.0), max(bottom - top, 1.0))
    return Field(
        plot=plot,
        legend=QRectF(rect.left() + pad, rect.top(), rect.width() - 2 * pad, LEGEND * text.line),
        title_x=QRectF(rect.left() + pad, rect.bottom() - 1.3 * line, rect.width() - 2 * pad, line),
        title_y=QRectF(rect.left() + pad, top - TITLE * line, rect.width() - 2 * pad, line),
        left=rect.left() + pad,
    )


def paint_frame(pen: Pen, field: Field, titles: tuple[str, str]) -> None:
    """Draw the edges of a field and the titles of its axes, the one across first."""
    pen.hairline(pen.theme.track)
    pen.outline(field.plot)
    pen.write(field.title_x, titles[0], pen.theme.ink, pen.text.small_bold, CENTRE)
    pen.write(field.title_y, titles[1], pen.theme.ink, pen.text.small_bold, LEFT)


def paint_grid(pen: Pen, field: Field, across: list[float], up: list[float]) -> None:
    """Draw hairlines through a field, at places in pixels across it and up it."""
    plot = field.plot
    lines = [QLineF(x, plot.top(), x, plot.bottom()) for x in across]
    lines += [QLineF(plot.left(), y, plot.right(), y) for y in up]
    pen.hairline(pen.theme.rule)
    pen.painter.drawLines(lines)


def paint_across(pen: Pen, field: Field, places: list[tuple[float, str]]) -> None:
    """Write words below a field, at places in pixels from the left; those without room are left."""
    line, end = pen.text.small_line, -1e9
    for x, words in places:
        width = min(pen.text.small_metrics.width_of(words), 0.25 * field.plot.width())
        start = min(max(x - width / 2, field.left), field.plot.right() - width)
        if start < end:
            continue
        end = start + width + 0.6 * line
        rect = QRectF(start, field.plot.bottom() + 0.2 * line, width + 1, line)
        pen.write(rect, words, pen.theme.ink_soft, pen.text.small, CENTRE)


def paint_up(pen: Pen, field: Field, places: list[tuple[float, str]]) -> None:
    """Write words beside a field, at heights in pixels; those without room are left out."""
    line, before = pen.text.small_line, 1e9
    for y, words in places:
        if before - y < 0.9 * line:
            continue
        before = y
        width = field.plot.left() - field.left - 0.3 * pen.text.line
        rect = QRectF(field.left, y - line / 2, width, line)
        pen.write(rect, words, pen.theme.ink_soft, pen.text.small, RIGHT)


def ticks_across(axis: StudyAxis, plot: QRectF) -> list[tuple[float, str]]:
    """Return where the ticks of an axis across a field stand, with their words."""
    span = axis.maximum - axis.minimum
    return [
        (plot.left() + (value - axis.minimum) / span * plot.width(), words)
        for value, words in axis.ticks
    ]


def ticks_up(axis: StudyAxis, plot: QRectF) -> list[tuple[float, str]]:
    """Return where the ticks of an axis up a field stand, with their words, from the bottom."""
    span = axis.maximum - axis.minimum
    return [
        (plot.bottom() - (value - axis.minimum) / span * plot.height(), words)
        for value, words in axis.ticks
    ]


def paint_legend(pen: Pen, rect: QRectF, words: tuple[str, str], *, are_lines: bool) -> None:
    """Write what marks of both kinds stand for, each after such a mark."""
    left = rect.left()
    for holds, each in zip((True, False), words, strict=True):
        mark = QRectF(left, rect.top(), MARK * pen.text.line, rect.height())
        if are_lines:
            line_of(pen, is_in=holds)
            pen.painter.drawLine(
                QLineF(mark.left(), mark.center().y(), mark.right(), mark.center().y())
            )
        else:
            paint_point(pen, mark.center(), is_in=holds)
        left = mark.right() + 0.4 * pen.text.line
        room = max(rect.right() - left, 0.0)
        width = min(pen.text.small_metrics.width_of(each) + 2, room)
        pen.write(
            QRectF(left, rect.top(), width, rect.height()), each, pen.theme.ink, pen.text.small
        )
        left += width + pen.text.line


def line_of(pen: Pen, *, is_in: bool) -> None:
    """Draw lines from now on as those of rows in which the outcome holds, or of the others."""
    if is_in:
        pen.stroke(pen.theme.zone_outline, 1.2)
    else:
        pen.hairline(mix(pen.theme.track, pen.theme.ground, OTHERS))


def paint_point(pen: Pen, centre: QPointF, *, is_in: bool) -> None:
    """Draw a point: filled where the outcome holds, a ring elsewhere."""
    size = 0.2 * pen.text.line
    pen.hairline(pen.theme.zone_outline if is_in else pen.theme.ink_soft)
    fill = pen.theme.zone_fill if is_in else pen.theme.ground
    pen.painter.setBrush(QColor(fill))
    pen.painter.drawEllipse(centre, size, size)
