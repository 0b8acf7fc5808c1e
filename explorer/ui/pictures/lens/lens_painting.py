"""How lenses are drawn: two cards over two boards, or all of them as a list with bars."""

from PySide6.QtCore import QLineF, QRectF, Qt

from explorer.figures.lenses import LensEntry, LensesFigure
from explorer.model.wording import tr
from explorer.ui.pictures.board.board_painting import paint_board
from explorer.ui.pictures.hatching import hatch
from explorer.ui.pictures.lens.lens_layout import LensLayout, small_board
from explorer.ui.pictures.pen import Align, Pen

THICK = 0.5
"""How much of a row's height a bar takes."""

_ABOVE = Align.AlignLeft | Align.AlignBottom
_BELOW = Align.AlignLeft | Align.AlignTop


def paint_lenses(pen: Pen, layout: LensLayout, figure: LensesFigure) -> None:
    """Draw two lenses, or the list where none is chosen."""
    if not figure.cards:
        _paint_list(pen, layout, figure)
        return
    pad = 0.5 * pen.text.line
    for card, words in zip(layout.cards, layout.words, strict=True):
        pen.write_paragraphs(card.adjusted(pad, 0, -pad, 0), words)
    for card, board in zip(figure.cards, layout.boards, strict=bool(layout.boards)):
        paint_board(pen, board, small_board(card.board))
    middle = layout.rect.center().x()
    pen.hairline(pen.theme.rule)
    pen.painter.drawLine(QLineF(middle, layout.rect.top(), middle, layout.rect.bottom()))


def _paint_list(pen: Pen, layout: LensLayout, figure: LensesFigure) -> None:
    """Draw all lenses: who and what, and how large a deal zone is left."""
    if not figure.entries:
        pen.write_centred(layout.rect, figure.sentence)
        return
    _paint_entry(pen, layout, figure, None, layout.present)
    pen.painter.save()
    pen.painter.setClipRect(layout.window(), Qt.ClipOperation.IntersectClip)
    for row in layout.rows.seen():
        _paint_entry(pen, layout, figure, figure.entries[row], layout.row(row))
    pen.painter.restore()


def _paint_entry(
    pen: Pen, layout: LensLayout, figure: LensesFigure, entry: LensEntry | None, row: QRectF
) -> None:
    """Draw a lens, or the settings as they are: name, who said it, bar, and the zone in words."""
    text, theme, pad = pen.text, pen.theme, 0.5 * pen.text.line
    names = QRectF(row.left() + pad, row.top(), layout.bars.left() - row.left() - 2 * pad, 0)
    names.setBottom(row.bottom())
    if entry is None:
        pen.write(names, tr("the settings as they are"), theme.ink, text.font)
    else:
        _paint_names(pen, names, entry)
    packages = figure.present if entry is None else entry.packages
    if packages is None:
        return
    thick = min(THICK * row.height(), 1.5 * text.line)
    length = layout.bars.width() * packages / max(figure.most, 1)
    bar = QRectF(layout.bars.left(), row.center().y() - thick / 2, length, thick)
    if entry is None:
        pen.stroke(theme.baseline, 1, Qt.PenStyle.DashLine)
    else:
        pen.painter.fillRect(bar, theme.zone_fill)
        pen.stroke(theme.zone_outline, 1)
        hatch(pen.painter, bar, theme.hatch * text.unit)
    pen.outline(bar)
    after = QRectF(bar.right() + pad, row.top(), row.right() - bar.right() - pad, row.height())
    zone = figure.present_words if entry is None else entry.zone
    pen.write(after, zone, theme.ink, text.small)


def _paint_names(pen: Pen, names: QRectF, entry: LensEntry) -> None:
    """Write what a lens says and who, below it or, in a low row, after it."""
    text, theme, first, second = pen.text, pen.theme, QRectF(names), QRectF(names)
    if names.height() < text.line + text.small_line:
        first.setWidth(0.62 * names.width())
        second.setLeft(first.right() + 0.5 * text.line)
        pen.write(first, entry.name, theme.ink, text.font)
        pen.write(second, entry.who, theme.ink_soft, text.small)
        return
    first.setBottom(names.center().y())
    second.setTop(names.center().y())
    pen.write(first, entry.name, theme.ink, text.font, _ABOVE)
    pen.write(second, entry.who, theme.ink_soft, text.small, _BELOW)
