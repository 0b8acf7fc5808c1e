"""Lenses as a widget: two side by side, or all in a list, with what can be done with them."""

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
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
from explorer.ui.plots.lens_painting import (
    lens_height,
    lens_layout,
    paint_lenses,
    paint_list,
    row_height,
)
from explorer.ui.plots.picture_plot import PicturePlot

Key = Qt.Key


class LensPlot(PicturePlot[LensesFigure]):
    """Positions of others and what the deal zone is for each of them.

    Over each of two boards stand who says what, and two buttons: look through this lens, and
    hear the other side. Up and Down choose a row of the boards or a lens of the list, Left and
    Right read the left and the right lens, Enter shows a lens of the list beside its answer.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: LensesFigure | None = None
        self._cursor: int | None = None
        self.looks = tuple(QPushButton() for _ in PLACES)
        self.answers = tuple(QPushButton() for _ in PLACES)
        self._buttons = QWidget(self)
        self.setMouseTracking(True)
        self._build()

    def show_figure(self, figure: LensesFigure) -> None:
        """Show lenses; emits nothing."""
        previous, self._figure = self._figure, figure
        if previous is None or _said(previous) != _said(figure):
            self.updateGeometry()
        self.describe(figure.title, figure.sentence)
        self._buttons.setVisible(bool(figure.cards))
        for place, card in enumerate(figure.cards):
            said = tr("Look through the lens “{name}”", name=card.title)
            self.looks[place].setAccessibleName(said)
            self.answers[place].setVisible(bool(card.answer_id))
        self.update()

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

    def _room(self) -> QRectF:
        """Return where the picture is drawn: below the buttons."""
        room = QRectF(self.rect())
        if self._figure is not None and self._figure.cards:
            room.setTop(self._buttons.sizeHint().height() + 0.3 * self.fontMetrics().height())
        return room

    def _entry_at(self, figure: LensesFigure, point: QPointF) -> int | None:
        if figure.cards or not figure.entries:
            return None
        room = self._room()
        place = int((point.y() - room.top()) // row_height(figure, room)) - 1
        return place if 0 <= place < len(figure.entries) else None

    def _words_at(self, figure: LensesFigure, point: QPointF) -> str:
        place = self._entry_at(figure, point)
        if place is not None:
            return entry_words(figure.entries[place])
        layout = lens_layout(figure, self._room(), self.font(), self._theme)
        card, row = layout.card_at(point), layout.row_at(point)
        if card is not None:
            return card_words(figure.cards[card])
        if row is not None:
            board = figure.cards[row[0]].board
            return lane_words(board, board.lanes[row[1]])
        return ""

    def _show_lens(self, figure: LensesFigure, place: int) -> None:
        """Show a lens of the list, and its answer beside it."""
        self.choice_made.emit(FIRST, figure.entries[place].lens_id)
        self.choice_made.emit(SHOWN, TWO)

    def _step(self, figure: LensesFigure, step: int) -> None:
        """Choose the next row of the boards, or the next lens of the list."""
        if not figure.cards:
            last = len(figure.entries) - 1
            if last >= 0:
                self._cursor = 0 if self._cursor is None else min(max(self._cursor + step, 0), last)
                self.tell_at(entry_words(figure.entries[self._cursor]), QPoint(0, self.height()))
                self.update()
            return
        lanes = figure.cards[0].board.lanes
        places = [place for place, lane in enumerate(lanes) if lane.is_selected]
        if lanes:
            place = min(max(places[0] + step, 0), len(lanes) - 1) if places else 0
            self.row_chosen.emit(lanes[place].id)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(50 * line, 26 * line)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        least, width = QSize(36 * line, 20 * line), float(max(self.width(), 36 * line))
        if self._figure is None:
            return least
        words = lens_height(self._figure, width, self.font(), self._theme)
        return least.expandedTo(QSize(0, ceil(self._room().top() + words)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        if self._figure is not None:
            paint_lenses(painter, self._figure, room, self.font(), self._theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.ground))
        figure = self._figure
        if figure is not None and figure.cards:
            paint_lenses(painter, figure, self._room(), self.font(), self._theme)
        elif figure is not None:
            paint_list(
                painter,
                figure,
                self._room(),
                font=self.font(),
                theme=self._theme,
                cursor=self._cursor if self.hasFocus() else None,
            )
        self.wash(painter, QRectF(self.rect()))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._figure is not None:
            self.tell(self._words_at(self._figure, event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        figure = self._figure
        if figure is None or event.button() != Qt.MouseButton.LeftButton:
            return
        place = self._entry_at(figure, event.position())
        if place is not None:
            self._show_lens(figure, place)
            return
        layout = lens_layout(figure, self._room(), self.font(), self._theme)
        row = layout.row_at(event.position())
        if row is not None:
            self.row_chosen.emit(figure.cards[row[0]].board.lanes[row[1]].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure, key = self._figure, Key(event.key())
        if figure is None:
            super().keyPressEvent(event)
        elif key in (Key.Key_Up, Key.Key_Down):
            self._step(figure, 1 if key == Key.Key_Down else -1)
        elif figure.cards and key in (Key.Key_Left, Key.Key_Right):
            card = figure.cards[0 if key == Key.Key_Left else -1]
            self.tell_at(card_words(card), self.rect().center())
        elif key in (Key.Key_Return, Key.Key_Enter) and self._cursor is not None:
            if not figure.cards and self._cursor < len(figure.entries):
                self._show_lens(figure, self._cursor)
        else:
            super().keyPressEvent(event)


def _said(figure: LensesFigure) -> tuple[tuple[str, ...], ...]:
    """Return the words of the cards, which decide how high the picture is."""
    return tuple(
        (card.title, card.speaker, card.claim, card.shift, card.zone, card.source)
        for card in figure.cards
    )
