"""Lenses as a picture: two side by side, or all in a list, with what can be done with them."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from explorer.figures.board import lane_words
from explorer.figures.lenses import (
    FIRST,
    PLACES,
    SHOWN,
    TWO,
    LensesFigure,
    card_words,
    entry_words,
)
from explorer.model.wording import tr
from explorer.ui.pictures.board.board_layout import selected_row
from explorer.ui.pictures.lens.lens_layout import LensLayout, lens_height, lens_layout
from explorer.ui.pictures.lens.lens_painting import paint_lenses
from explorer.ui.pictures.pen import Pen
from explorer.ui.pictures.rows.row_places import RowWish
from explorer.ui.pictures.rows.rows_picture import RowsPicture


class LensPlot(RowsPicture[LensesFigure, LensLayout]):
    """Positions of others and what the deal zone is for each of them.

    Over each of two boards stand who says what, and two buttons: look through this lens, and
    hear the other side. Up and Down choose a row of the boards or a lens of the list, Left and
    Right read the left and the right lens, Enter shows a lens of the list beside its answer.
    """

    liked_size = QSize(50, 26)

    # A list of many keeps its text larger where each takes one line.
    least_on_paper = 1.25

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looks = tuple(QPushButton() for _ in PLACES)
        self.answers = tuple(QPushButton() for _ in PLACES)
        self._buttons = QWidget(self)
        self._build()

    def row_count(self, figure: LensesFigure) -> int:
        return len(figure.cards[0].board.lanes if figure.cards else figure.entries)

    def row_words(self, figure: LensesFigure, row: int) -> str:
        if not figure.cards:
            return entry_words(figure.entries[row])
        return self._lane_words(figure, 0, row)

    def arranged(
        self, figure: LensesFigure, rect: QRectF, font: QFont, wish: RowWish
    ) -> LensLayout:
        return lens_layout(figure, rect, font, self._theme, wish)

    def paint_rows(self, pen: Pen, layout: LensLayout, figure: LensesFigure) -> None:
        row = self.cursor_row(figure)
        if not figure.cards and self.hasFocus() and row in layout.rows.spans:
            pen.painter.fillRect(layout.row(row or 0), self._theme.selection)
        paint_lenses(pen, layout, figure)

    def form(self, figure: LensesFigure) -> object:
        said = tuple(
            (card.title, card.speaker, card.claim, card.shift, card.zone, card.source)
            for card in figure.cards
        )
        return (said, figure.entries, figure.present_words, self._names(figure))

    def cursor_row(self, figure: LensesFigure) -> int | None:
        if figure.cards:
            return selected_row(figure.cards[0].board)
        return super().cursor_row(figure)

    def stand_on(self, figure: LensesFigure, row: int) -> None:
        if figure.cards:
            self.row_chosen.emit(figure.cards[0].board.lanes[row].id)
        else:
            super().stand_on(figure, row)

    def open_row(self, figure: LensesFigure, row: int) -> None:
        """Show a lens of the list, and its answer beside it."""
        if not figure.cards:
            self.choice_made.emit(FIRST, figure.entries[row].lens_id)
            self.choice_made.emit(SHOWN, TWO)

    def step_across(self, figure: LensesFigure, step: int) -> None:
        if figure.cards:
            self.tell_at(card_words(figure.cards[0 if step < 0 else -1]), self.rect().center())

    def words_at(self, figure: LensesFigure, layout: LensLayout, point: QPointF) -> str:
        card, row = layout.card_at(point), layout.rows.at(point.y())
        if card is not None:
            return card_words(figure.cards[card])
        if row is not None and figure.cards:
            return self._lane_words(figure, layout.board_at(point), row)
        return "" if row is None else self.row_words(figure, row)

    def show_figure(self, figure: LensesFigure) -> None:
        """Show lenses; emits nothing."""
        self._buttons.setVisible(bool(figure.cards) and not self._is_presented)
        super().show_figure(figure)
        for place, card in enumerate(figure.cards):
            said = tr("Look through the lens “{name}”", name=card.title)
            self.looks[place].setAccessibleName(said)
            self.answers[place].setVisible(bool(card.answer_id))

    def room(self) -> QRectF:
        """Return where the picture is drawn: below the buttons."""
        room = super().room()
        if not self._is_presented and self._figure is not None and self._figure.cards:
            room.setTop(self._buttons.sizeHint().height() + 0.3 * self.fontMetrics().height())
        return room

    def _lane_words(self, figure: LensesFigure, place: int, row: int) -> str:
        board = figure.cards[place].board
        return lane_words(board, board.lanes[row])

    def _names(self, figure: LensesFigure) -> tuple[tuple[str, str], ...]:
        return tuple(
            (lane.short, card.board.baseline_words)
            for card in figure.cards
            for lane in card.board.lanes
        )

    def _build(self) -> None:
        halves = QHBoxLayout(self._buttons)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(self.fontMetrics().height())
        for look, answer in zip(self.looks, self.answers, strict=True):
            look.setText(tr("Look through"))
            look.setToolTip(tr("Set the controls as this position has them; one undo goes back"))
            look.clicked.connect(self._look)
            answer.setText(tr("The other side…"))
            answer.setToolTip(tr("Show the position that answers this one beside it"))
            answer.clicked.connect(self._answer)
            half = QHBoxLayout()
            half.addWidget(look)
            half.addWidget(answer)
            half.addStretch(1)
            halves.addLayout(half, 1)
        room = QGridLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._buttons, 0, 0)
        room.setRowStretch(1, 1)

    def _look(self) -> None:
        place = self.looks.index(self.sender())
        if self._figure is not None and self._figure.cards:
            self.lens_chosen.emit(self._figure.cards[place].lens_id)

    def _answer(self) -> None:
        """Put the answer to a lens where the other one is shown."""
        place = self.answers.index(self.sender())
        if self._figure is not None and self._figure.cards:
            answer = self._figure.cards[place].answer_id
            self.choice_made.emit(PLACES[1 - place], answer)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        least, width = QSize(36 * line, 16 * line), float(max(self.width(), 36 * line))
        if self._figure is None:
            return least
        words = lens_height(self._figure, width, self.font(), self._theme)
        return least.expandedTo(QSize(0, ceil(self.room().top() + words)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
