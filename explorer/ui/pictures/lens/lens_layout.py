"""Where lenses lie within a rectangle: two cards over two boards, or all of them in a list."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from explorer.figures.board import BoardFigure
from explorer.figures.board_lane import BoardLane
from explorer.figures.lenses import LensCard, LensesFigure
from explorer.model.wording import tr
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.board.board_layout import FEW_ROWS, BoardLayout, board_layout
from explorer.ui.pictures.pen import Paragraph, TextStyle, paragraphs_height, text_style
from explorer.ui.pictures.rows.row_places import (
    LEAST_ROW,
    NO_WISH,
    RowWish,
    equal_rows,
    stacked_rows,
)
from explorer.ui.pictures.rows.rows_layout import RowsLayout

BOARD_EXTRA = 4.4
"""How many more lines of text a board needs for its axis, its legend and the words under it."""

ROWS_WORTH = 2
"""How many rows boards show at least; where fewer have room, cards stand alone and say more."""

BAR_SHARE, LEAST_BAR_SHARE = 0.3, 0.1
"""How much of the width the longest bar of the list takes, and at least if its words are long."""

NAMES_SHARE = 0.4
"""How much of the width the names of the list take."""


@dataclass(frozen=True, slots=True)
class LensLayout(RowsLayout):
    """Places in pixels: of two lenses, a card and a board each, left to right; or of the list.

    There are no ``boards`` where two cards take all of the room.

    ``present`` is the line of the list that stands for the settings as they are, and ``bars`` the
    column in which the longest bar lies; both are empty where two lenses are shown.
    """

    cards: tuple[QRectF, ...] = ()
    words: tuple[tuple[Paragraph, ...], ...] = ()
    boards: tuple[BoardLayout, ...] = ()
    present: QRectF = field(default_factory=QRectF)
    bars: QRectF = field(default_factory=QRectF)

    def card_at(self, point: QPointF) -> int | None:
        """Return which card lies under a point, or None."""
        return next((n for n, card in enumerate(self.cards) if card.contains(point)), None)

    def board_at(self, point: QPointF) -> int:
        """Return which board lies under a point, counted from 0; the first beside them all."""
        return next((n for n, board in enumerate(self.boards) if board.rect.contains(point)), 0)


def lens_layout(
    figure: LensesFigure,
    rect: QRectF,
    font: QFont,
    theme: Theme,
    wish: RowWish = NO_WISH,
) -> LensLayout:
    """Return where lenses lie in a rectangle with a font.

    Parameters
    ----------
    figure, rect, font
        What is drawn, where in pixels, and in which font.
    wish
        Which rows of the boards or the list are wanted in any case.
    """
    text = text_style(font)
    if not figure.cards:
        return _list_layout(figure, rect, text, wish)
    width = (rect.width() - text.line) / 2
    words = _cards_words(figure, (width, rect.height()), text, theme)
    tall = _cards_height(words, width, text)
    as_boards = replace(wish, least=LEAST_ROW)
    if rect.height() - tall < (ROWS_WORTH * LEAST_ROW + BOARD_EXTRA) * text.line:
        return _cards_alone(figure, rect, text, theme)
    cards: list[QRectF] = []
    boards: list[BoardLayout] = []
    for number, card in enumerate(figure.cards):
        left = rect.left() + number * (width + text.line)
        cards.append(QRectF(left, rect.top(), width, tall))
        below = QRectF(left, rect.top() + tall, width, max(rect.height() - tall, 1.0))
        boards.append(board_layout(small_board(card.board), below, font, as_boards))
    first = boards[0]
    rows, more = first.rows, first.more
    # Legends can differ: then the board that begins lower says where both begin.
    if any(board.rows.top != rows.top for board in boards):
        lowest = max(boards, key=lambda board: board.rows.top)
        rows, more = lowest.rows, first.more
        more.moveTop(lowest.more.top())
        boards = [replace(each, rows=rows, axis_top=lowest.axis_top) for each in boards]
    return LensLayout(rect, text, rows, more, tuple(cards), words, tuple(boards))


def _cards_alone(figure: LensesFigure, rect: QRectF, text: TextStyle, theme: Theme) -> LensLayout:
    """Return two cards that take all of the room: what is claimed, if that fits, and the zone."""
    width = (rect.width() - text.line) / 2
    whole = tuple(_card_words(card, text, theme) for card in figure.cards)
    wishes = (
        tuple((title, speaker, claim, zone) for title, speaker, claim, _, zone, _ in whole),
        tuple((title, speaker, zone) for title, speaker, _, _, zone, _ in whole),
        tuple((title, zone) for title, _, _, _, zone, _ in whole),
    )
    words = next(
        (each for each in wishes if _cards_height(each, width, text) <= rect.height()), wishes[-1]
    )
    cards = tuple(
        QRectF(rect.left() + number * (width + text.line), rect.top(), width, rect.height())
        for number in range(len(words))
    )
    rows = stacked_rows(rect.bottom(), 0.0, [0.0] * len(figure.cards[0].board.lanes))
    return LensLayout(rect, text, rows, QRectF(), cards, words)


def lens_height(figure: LensesFigure, width: float, font: QFont, theme: Theme) -> float:
    """Return how high two lenses are whose words are whole, at a width; 0 for the list."""
    text = text_style(font)
    words = tuple(_card_words(card, text, theme) for card in figure.cards)
    if not words:
        return 0.0
    return _cards_height(words, (width - text.line) / 2, text) + _boards_height(figure, text)


def small_board(board: BoardFigure) -> BoardFigure:
    """Return a board in fewer words and without offers; pointing at a row tells all words."""
    lanes = tuple(_small_lane(lane) for lane in board.lanes)
    return replace(board, lanes=lanes, offers=None)


def _list_layout(figure: LensesFigure, rect: QRectF, text: TextStyle, wish: RowWish) -> LensLayout:
    line, head, count = text.line, wish.least * text.line, len(figure.entries)
    top, height, spare = rect.top() + head, max(rect.height() - head, 1.0), 0.0
    rows = equal_rows((top, height), count, line=line, wish=wish)
    if rows.hidden or rows.excess:
        # What is left out is told below the last row.
        spare, height = 1.5 * line, max(height - 1.5 * line, 1.0)
        rows = equal_rows((top, height), count, line=line, wish=wish)
    written = (figure.present_words, *(each.zone for each in figure.entries))
    widest = max(text.small_metrics.width_of(words) for words in written)
    left = rect.left() + NAMES_SHARE * rect.width()
    free = rect.right() - left - widest - 1.25 * text.small_line
    most = min(max(free, LEAST_BAR_SHARE * rect.width()), BAR_SHARE * rect.width())
    return LensLayout(
        rect,
        text,
        rows,
        QRectF(rect.left() + 0.5 * text.line, rows.bottom, left - rect.left(), spare),
        present=QRectF(rect.left(), rect.top(), rect.width(), head),
        bars=QRectF(left, rect.top(), most, rect.height()),
    )


def _cards_height(cards: tuple[tuple[Paragraph, ...], ...], width: float, text: TextStyle) -> float:
    """Return how high the taller card is, with the gap under it."""
    heights = [paragraphs_height(text, words, width - text.line) for words in cards]
    return max(heights) + 0.4 * text.line


def _boards_height(figure: LensesFigure, text: TextStyle) -> float:
    """Return the least height of the boards under the cards."""
    rows = max((len(card.board.lanes) for card in figure.cards), default=0)
    return (LEAST_ROW * min(rows, FEW_ROWS) + BOARD_EXTRA) * text.line


def _small_lane(lane: BoardLane) -> BoardLane:
    words = tr("open") if lane.is_open else tr("closed")
    short = replace(lane, name=lane.short, status=words, brief=words, gap_words="", line_words="")
    return replace(short, marks=())


def _cards_words(
    figure: LensesFigure, room: tuple[float, float], text: TextStyle, theme: Theme
) -> tuple[tuple[Paragraph, ...], ...]:
    """Return what the cards say: as much as leaves the boards their room in a width and height.

    What is left out, settings and sources first, is told by pointing at a card.
    """
    whole = tuple(_card_words(card, text, theme) for card in figure.cards)
    brief = tuple((title, speaker, claim, zone) for title, speaker, claim, _, zone, _ in whole)
    briefest = tuple((title, zone) for title, _, _, zone in brief)
    free = room[1] - _boards_height(figure, text)
    for words in (whole, brief):
        if _cards_height(words, room[0], text) <= free + 1:
            return words
    return briefest


def _card_words(
    card: LensCard, text: TextStyle, theme: Theme
) -> tuple[Paragraph, Paragraph, Paragraph, Paragraph, Paragraph, Paragraph]:
    return (
        Paragraph(card.title, text.bold, theme.ink),
        Paragraph(card.speaker, text.small, theme.ink_soft),
        Paragraph(card.claim, text.font, theme.ink),
        Paragraph(tr("Sets {shift}", shift=card.shift), text.small, theme.ink_soft),
        Paragraph(card.zone, text.bold, theme.zone_text),
        Paragraph(tr("Source: {source}", source=card.source), text.small, theme.ink_soft),
    )
