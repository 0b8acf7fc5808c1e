"""How lenses are drawn: two cards over two boards, or all of them as a list with bars."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from explorer.figures.board import BoardFigure
from explorer.figures.board_lane import BoardLane
from explorer.figures.lenses import LensCard, LensEntry, LensesFigure
from explorer.model.wording import tr
from explorer.ui.plots.board_layout import BoardLayout, board_layout
from explorer.ui.plots.board_painting import paint_board
from explorer.ui.plots.strokes import flat_pen, hatch, small_font
from explorer.ui.plots.word_wrap import wrapped_lines
from explorer.ui.theme import Theme

Align = Qt.AlignmentFlag
LEAST_ROW = 1.05
"""How many lines of text a row of the boards is high at least."""

BOARD_EXTRA = 3.0
"""How many more lines of text a board needs for its axis and the words over and under it."""

BAR_SHARE = 0.21
"""How much of the width the longest bar of the list takes where its words leave it that much."""

LEAST_BAR_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class _Block:
    """A piece of a card: its words, how they are drawn, and in how many lines at most."""

    words: str
    font: QFont
    colour: str
    most: int


@dataclass(frozen=True, slots=True)
class LensLayout:
    """Places in pixels: a card and a board for each lens on screen, left to right."""

    cards: tuple[QRectF, ...]
    boards: tuple[BoardLayout, ...]

    def card_at(self, point: QPointF) -> int | None:
        """Return which card lies under a point, or None."""
        return next((n for n, room in enumerate(self.cards) if room.contains(point)), None)

    def row_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return which board and which of its rows lie under a point, or None."""
        for place, board in enumerate(self.boards):
            row = board.row_at(point.y())
            if row is not None and board.room.contains(point):
                return place, row
        return None


def lens_layout(figure: LensesFigure, room: QRectF, font: QFont, theme: Theme) -> LensLayout:
    """Return where both lenses lie in a rectangle; the boards begin at the same height."""
    gap = QFontMetricsF(font).height()
    width = (room.width() - gap) / 2
    columns = [
        QRectF(room.left() + n * (width + gap), room.top(), width, room.height())
        for n, _ in enumerate(figure.cards)
    ]
    words_room = room.height() - _boards_height(figure, font) - 0.4 * gap
    heights = [
        _height(_fitted(_blocks(card, font, theme), width, words_room), width)
        for card in figure.cards
    ]
    tall = max(heights, default=0.0) + 0.4 * gap
    cards: list[QRectF] = []
    boards: list[BoardLayout] = []
    for column, card in zip(columns, figure.cards, strict=True):
        cards.append(QRectF(column.left(), column.top(), width, tall))
        below = QRectF(column.left(), column.top() + tall, width, column.height() - tall)
        boards.append(board_layout(_small(card.board), below, font))
    return LensLayout(tuple(cards), tuple(boards))


def lens_height(figure: LensesFigure, width: float, font: QFont, theme: Theme) -> float:
    """Return how high two lenses are whose words are whole, at a width; 0 for the list."""
    gap = QFontMetricsF(font).height()
    half = (width - gap) / 2
    heights = [_height(_blocks(card, font, theme), half) for card in figure.cards]
    if not heights:
        return 0.0
    return max(heights) + 0.4 * gap + _boards_height(figure, font)


def _boards_height(figure: LensesFigure, font: QFont) -> float:
    """Return the least height of the boards under the cards."""
    rows = max((len(card.board.lanes) for card in figure.cards), default=0)
    return (LEAST_ROW * rows + BOARD_EXTRA) * QFontMetricsF(font).height()


def paint_lenses(
    painter: QPainter, figure: LensesFigure, room: QRectF, font: QFont, theme: Theme
) -> None:
    """Draw two lenses, or the list where none is chosen, into a rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not figure.cards:
        paint_list(painter, figure, room, font=font, theme=theme, cursor=None)
        return
    layout = lens_layout(figure, room, font, theme)
    for card, place, board in zip(figure.cards, layout.cards, layout.boards, strict=True):
        _paint_card(painter, card, place, font, theme)
        paint_board(painter, board, _small(card.board), theme)
    middle = room.center().x()
    painter.setPen(flat_pen(theme.rule, 1))
    painter.drawLine(QLineF(middle, room.top(), middle, room.bottom()))


def _small(board: BoardFigure) -> BoardFigure:
    """Return a board in fewer words; pointing at a row still tells all of them."""
    return replace(board, lanes=tuple(_small_lane(lane) for lane in board.lanes))


def _small_lane(lane: BoardLane) -> BoardLane:
    words = tr("open") if lane.is_open else tr("closed")
    return replace(lane, name=lane.short, status=words, brief=words, gap_words="", line_words="")


def _blocks(card: LensCard, font: QFont, theme: Theme) -> tuple[_Block, ...]:
    bold, small = QFont(font), small_font(font)
    bold.setBold(True)
    return (
        _Block(card.title, bold, theme.ink, WHOLE),
        _Block(card.speaker, small, theme.ink_soft, WHOLE),
        _Block(card.claim, font, theme.ink, WHOLE),
        _Block(tr("Sets {shift}", shift=card.shift), small, theme.ink_soft, WHOLE),
        _Block(card.zone, bold, theme.zone_text, WHOLE),
        _Block(tr("Source: {source}", source=card.source), small, theme.ink_soft, WHOLE),
    )


WHOLE = 12
"""How many lines a piece of a card has at most; none is that long."""

_GIVES_WAY = 3 * (5, 3, 3, 1, 2, 0, 4)
"""Which piece of a card loses a line next where there is too little room, as on paper."""


def _fitted(blocks: tuple[_Block, ...], width: float, room: float) -> tuple[_Block, ...]:
    """Return the pieces of a card with so few lines that they fit a height."""
    left = list(blocks)
    for place in _GIVES_WAY:
        if _height(tuple(left), width) <= room:
            break
        block = left[place]
        used = len(_lines(block, width))
        # What is cut ends in dots; only source and speaker go altogether.
        least = 0 if place in (1, 5) else 1
        left[place] = _Block(block.words, block.font, block.colour, max(least, used - 1))
    return tuple(left)


def _lines(block: _Block, width: float) -> tuple[str, ...]:
    metrics = QFontMetricsF(block.font)
    return wrapped_lines(metrics, block.words, width - metrics.height(), most=block.most)


def _height(blocks: tuple[_Block, ...], width: float) -> float:
    return sum(len(_lines(each, width)) * QFontMetricsF(each.font).height() for each in blocks)


def _paint_card(painter: QPainter, card: LensCard, room: QRectF, font: QFont, theme: Theme) -> None:
    pad = 0.5 * QFontMetricsF(font).height()
    y = room.top()
    for block in _fitted(_blocks(card, font, theme), room.width(), room.height()):
        painter.setFont(block.font)
        painter.setPen(QColor(block.colour))
        height = QFontMetricsF(block.font).height()
        for line in _lines(block, room.width()):
            place = QRectF(room.left() + pad, y, room.width() - pad, height)
            painter.drawText(place, Align.AlignLeft | Align.AlignVCenter, line)
            y += height


def row_height(figure: LensesFigure, room: QRectF) -> float:
    """Return how high a line of the list is; the first stands for the settings as they are."""
    return room.height() / (len(figure.entries) + 1)


def paint_list(
    painter: QPainter,
    figure: LensesFigure,
    room: QRectF,
    *,
    font: QFont,
    theme: Theme,
    cursor: int | None,
) -> None:
    """Draw all lenses, one a line: who, what, and how large a deal zone is left."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not figure.entries:
        painter.setFont(font)
        painter.setPen(QColor(theme.ink_soft))
        painter.drawText(room, Align.AlignCenter | Qt.TextFlag.TextWordWrap, figure.sentence)
        return
    height = row_height(figure, room)
    row = QRectF(room.left(), room.top(), room.width(), height)
    _paint_entry(painter, figure, None, row, font, theme)
    for place, entry in enumerate(figure.entries):
        row.translate(0, height)
        if place == cursor:
            painter.fillRect(row, QColor(theme.selection))
        _paint_entry(painter, figure, entry, row, font, theme)


def _paint_entry(
    painter: QPainter,
    figure: LensesFigure,
    entry: LensEntry | None,
    row: QRectF,
    font: QFont,
    theme: Theme,
) -> None:
    small = small_font(font)
    metrics = QFontMetricsF(small)
    pad = 0.5 * metrics.height()
    bar_left = row.left() + (0.5 * row.width())
    written = (figure.present_words, *(each.zone for each in figure.entries))
    widest = max(metrics.horizontalAdvance(words) for words in written) + 2.5 * pad
    left_over = row.right() - bar_left - widest
    bar_most = min(max(left_over, LEAST_BAR_SHARE * row.width()), BAR_SHARE * row.width())
    packages = figure.present if entry is None else entry.packages
    words = figure.present_words if entry is None else entry.zone
    name = tr("the settings as they are") if entry is None else entry.name
    who = "" if entry is None else entry.who
    painter.setFont(small)
    painter.setPen(QColor(theme.ink_soft))
    left = QRectF(row.left() + pad, row.top(), 0.22 * row.width() - pad, row.height())
    _write(painter, metrics, left, who)
    painter.setPen(QColor(theme.ink))
    middle = QRectF(left.right() + pad, row.top(), bar_left - left.right() - 2 * pad, row.height())
    _write(painter, metrics, middle, name)
    if packages is None:
        return
    inset = 0.22 * row.height()
    length = bar_most * packages / max(figure.most, 1)
    bar = QRectF(bar_left, row.top() + inset, length, row.height() - 2 * inset)
    if entry is None:
        painter.setPen(flat_pen(theme.baseline, theme.stroke, Qt.PenStyle.DashLine))
        painter.drawRect(bar)
    else:
        painter.fillRect(bar, QColor(theme.zone_fill))
        painter.setPen(flat_pen(theme.zone_outline, 1))
        hatch(painter, bar, theme.hatch)
        painter.drawRect(bar)
    painter.setPen(QColor(theme.ink))
    after = QRectF(bar.right() + pad, row.top(), row.right() - bar.right() - pad, row.height())
    _write(painter, metrics, after, words)


def _write(painter: QPainter, metrics: QFontMetricsF, room: QRectF, words: str) -> None:
    short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, short)
