"""How the check, its scores and the outside tests are drawn."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPolygonF

from explorer.figures.history import HistoryFigure
from explorer.figures.history_scores import hits_text, score_columns, tally_name, yes_text
from explorer.figures.history_tables import answer_text
from explorer.figures.phrase import whole_points
from explorer.model.record_result import (
    CheckedAnswer,
    CheckedProposal,
    RecordCheck,
    SweepOutcome,
    Tally,
)
from explorer.model.wording import tr
from explorer.ui.pictures.history.record_layout import (
    RecordLayout,
    below_words,
    test_words,
    words_rect,
)
from explorer.ui.pictures.pen import CENTRE, Align, Pen
from explorer.ui.pictures.strokes import flat_pen

SIDES = (1, 5)
"""The first column of either side of the check; each has four."""


def paint_record_rows(pen: Pen, layout: RecordLayout, figure: HistoryFigure) -> None:
    """Draw what the figure shows, or its sentence where it has nothing to show."""
    check, record, findings = figure.check, figure.record, figure.findings
    if check is None or record is None or findings is None:
        pen.write_centred(layout.rect, figure.sentence)
        return
    if figure.show == "check":
        _paint_check_heads(pen, layout, figure)
    elif figure.show == "scores":
        _paint_score_heads(pen, layout)
        below = layout.foot.adjusted(0.5 * pen.text.line, 0.3 * pen.text.line, 0, 0)
        below.setRight(layout.rect.right() - 0.5 * pen.text.line)
        pen.write_paragraphs(below, [below_words(figure, pen.text, pen.theme)])
    pen.painter.save()
    pen.painter.setClipRect(layout.window(), Qt.ClipOperation.IntersectClip)
    if figure.show == "check":
        _paint_check(pen, layout, check)
    elif figure.show == "scores":
        for row in layout.rows.seen():
            tally = check.tallies[row]
            name = tally_name(figure.case, record, tally)
            _paint_score(pen, layout, layout.row(row), name, tally)
    else:
        _paint_tests(pen, layout, figure)
    pen.painter.restore()


def _paint_check(pen: Pen, layout: RecordLayout, check: RecordCheck) -> None:
    """Draw every single answer, hits and misses alike; misses stand in a box."""
    for row in layout.rows.seen():
        place, each = layout.row(row), check.proposals[row]
        _paint_proposal(pen, layout.cell(place, 0), each)
        for first, answer in zip(SIDES, each.answers, strict=True):
            _paint_answer(pen, layout, place, first, answer)
        pen.hairline(pen.theme.rule)
        pen.painter.drawLine(QLineF(place.bottomLeft(), place.bottomRight()))


def _paint_check_heads(pen: Pen, layout: RecordLayout, figure: HistoryFigure) -> None:
    text, theme, line = pen.text, pen.theme, pen.text.small_line
    gain = tr("gain (points)")
    if text.small_metrics.width_of(gain) > layout.cell(layout.head, 1).width():
        gain = tr("gain")
    heads = (gain, tr("record"), tr("model"), tr("agree"))
    parties = ((figure.case.sender, theme.sender_text), (figure.case.target, theme.target_text))
    for first, (party, colour) in zip(SIDES, parties, strict=True):
        above = layout.cell(layout.head, first, first + 3)
        above.setHeight(line)
        pen.write(above, party.short, colour, text.small, CENTRE)
        for column, words in enumerate(heads, start=first):
            under = layout.cell(layout.head, column)
            under.setTop(layout.head.top() + 1.05 * line)
            under.setHeight(line)
            pen.write(under, words, theme.ink_soft, text.small, CENTRE)
    _paint_rule(pen, layout)


def _paint_rule(pen: Pen, layout: RecordLayout) -> None:
    y = layout.head.bottom() - 1
    pen.hairline(pen.theme.track)
    pen.painter.drawLine(QLineF(layout.rect.left(), y, layout.rect.right(), y))


def _paint_proposal(pen: Pen, cell: QRectF, each: CheckedProposal) -> None:
    """Write a proposal's name and, below it or, in a low row, before it, its year."""
    text, theme, year = pen.text, pen.theme, str(each.episode.start.year)
    room = cell.adjusted(0.3 * text.line, 0, -0.3 * text.line, 0)
    name = QRectF(room)
    if cell.height() < text.line + text.small_line:
        pen.write(room, year, theme.ink_soft, text.small)
        name.setLeft(room.left() + text.small_metrics.width_of("2000") + 0.8 * text.line)
        font, align = text.small, Align.AlignLeft | Align.AlignVCenter
    else:
        name.setBottom(cell.center().y())
        font, align = text.font, Align.AlignLeft | Align.AlignBottom
        under = QRectF(room.left(), cell.center().y(), room.width(), text.small_line)
        pen.write(under, year, theme.ink_soft, text.small)
    whole, metrics = each.proposal.name, text.small_metrics
    if font is text.font:
        metrics = text.metrics
    fits = metrics.width_of(whole) <= name.width()
    pen.write(name, whole if fits else each.proposal.short, theme.ink, font, align)


def _paint_answer(
    pen: Pen, layout: RecordLayout, row: QRectF, first: int, answer: CheckedAnswer
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
    colour = pen.theme.ink_soft if answer.agrees else pen.theme.ink
    for column, said in enumerate(words, start=first):
        pen.write(layout.cell(row, column), said, colour, pen.text.small, CENTRE)
    if not answer.agrees:
        inset = 0.15 * pen.text.line
        pen.painter.setPen(flat_pen(pen.theme.ink, 1.8 * pen.theme.stroke))
        pen.outline(layout.cell(row, first, first + 3).adjusted(inset, 1.5, -inset, -1.5))


def _paint_score_heads(pen: Pen, layout: RecordLayout) -> None:
    for column, words in zip((0, 2, 3), score_columns(), strict=True):
        cell = layout.cell(layout.head, column).adjusted(0.3 * pen.text.line, 0, 0, 0)
        align = CENTRE if column else Align.AlignLeft | Align.AlignVCenter
        pen.write(cell, words, pen.theme.ink_soft, pen.text.small, align)
    _paint_rule(pen, layout)


def _paint_score(pen: Pen, layout: RecordLayout, row: QRectF, name: str, tally: Tally) -> None:
    """Draw a score as a bar with a mark where a yes to everything stands."""
    text, theme, painter = pen.text, pen.theme, pen.painter
    place = layout.cell(row, 0).adjusted(0.3 * text.line, 0, -0.3 * text.line, 0)
    pen.write(place, name, theme.ink, text.small)
    pen.write(layout.cell(row, 2), hits_text(tally), theme.ink, text.small, CENTRE)
    pen.write(layout.cell(row, 3), yes_text(tally), theme.ink_soft, text.small, CENTRE)
    bar, thick = layout.cell(row, 1), min(0.44 * row.height(), text.line)
    inner = QRectF(bar.left(), row.center().y() - thick / 2, bar.width(), thick)
    filled = QRectF(inner)
    filled.setWidth(inner.width() * tally.hits / tally.total)
    painter.fillRect(filled, QColor(theme.zone_outline))
    pen.hairline(theme.track)
    pen.outline(inner)
    x, reach = inner.left() + inner.width() * tally.always_yes / tally.total, 0.76 * thick
    painter.setPen(flat_pen(theme.ink, 2 * theme.stroke))
    painter.drawLine(QLineF(x, row.center().y() - reach, x, row.center().y() + reach))


def _paint_tests(pen: Pen, layout: RecordLayout, figure: HistoryFigure) -> None:
    """Draw the outside tests below each other, a sweep with its curve."""
    words = test_words(figure, pen.text, pen.theme)
    outcomes = () if figure.findings is None else figure.findings.outcomes
    line = pen.text.line
    for row in layout.rows.seen():
        pen.write_paragraphs(words_rect(layout, figure, row), words[row])
        outcome = outcomes[row]
        if isinstance(outcome, SweepOutcome):
            chart = layout.cell(layout.row(row), 1)
            chart = chart.adjusted(3 * line, 0.4 * line, -1.5 * line, -2 * line)
            _paint_chart(pen, chart, figure, outcome)


def _paint_chart(pen: Pen, chart: QRectF, figure: HistoryFigure, outcome: SweepOutcome) -> None:
    """Draw the size of the zone over the control, the points that are read aloud named."""
    text, theme, painter, line = pen.text, pen.theme, pen.painter, pen.text.small_line
    highest = max(*outcome.packages, 1)
    pen.hairline(theme.track)
    painter.drawLine(QLineF(chart.bottomLeft(), chart.bottomRight()))
    first, last = outcome.values[0], outcome.values[-1]

    def point(value: float, packages: int) -> QPointF:
        across = (value - first) / (last - first)
        up = packages / highest * (chart.height() - 1.2 * line)
        return QPointF(chart.left() + across * chart.width(), chart.bottom() - up)

    pairs = zip(outcome.values, outcome.packages, strict=True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(flat_pen(theme.zone_outline, 2 * theme.stroke))
    painter.drawPolyline(QPolygonF([point(*pair) for pair in pairs]))
    for value in outcome.test.points:
        packages = outcome.packages_at(value)
        at, words = point(value, packages), f"{packages:,}"
        painter.setBrush(QColor(theme.zone_fill))
        painter.setPen(flat_pen(theme.zone_outline, 1.5 * theme.stroke))
        painter.drawEllipse(at, 0.25 * line, 0.25 * line)
        width = text.small_metrics.width_of(words) + 4
        above = QRectF(at.x() - width / 2, at.y() - 1.4 * line, width, line)
        pen.write(above, words, theme.ink, text.small, CENTRE)
        under = QRectF(at.x() - 2 * line, chart.bottom() + 0.1 * line, 4 * line, line)
        pen.write(under, f"{value:g}", theme.ink_soft, text.small, CENTRE)
    control = figure.case.control(outcome.test.control).name
    middle = QRectF(chart.left(), chart.bottom() - 1.3 * line, chart.width(), line)
    pen.write(middle, control, theme.ink_soft, text.small, CENTRE)
