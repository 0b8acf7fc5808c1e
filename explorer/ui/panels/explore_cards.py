"""Cards of the simplest level: at most two single changes that open what is closed."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.figures.opening import OpeningFigure, OpeningWords
from explorer.model.wording import tr
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels, spacing
from explorer.ui.widgets.announcing import announce

MOST_CARDS = 2
"""How many changes a newcomer is offered at once."""

MARGIN = 10
"""Around the words of a card, in units."""


class ExploreCard(QFrame):
    """One change: what it is, a button that tries it, and one that says why it opens anything.

    ``tried`` carries the :class:`~explorer.figures.opening.OpeningWords` of the change.
    """

    tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._move: OpeningWords | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setProperty("card", True)
        self._title = PanelLabel(Rank.STRONG, "", self)
        self._detail = PanelLabel(Rank.BODY, "", self)
        self._words = PanelLabel(Rank.SOFT, "", self)
        self.try_button = QPushButton(tr("Try"), self)
        self.why_button = QPushButton(tr("Why"), self)
        self.why_button.setCheckable(True)
        for button in (self.try_button, self.why_button):
            button.setAutoDefault(True)
        self.try_button.clicked.connect(self._try)
        self.why_button.toggled.connect(self._show_why)
        self._words.hide()
        self._column = QVBoxLayout(self)
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons beside the words: below them they would take height from the board."""
        said, buttons, beside = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for part in (self._title, self._detail):
            said.addWidget(part)
        for button in (self.try_button, self.why_button):
            buttons.addWidget(button)
        for column in (said, buttons):
            column.addStretch(1)
        beside.addLayout(said, 1)
        beside.addLayout(buttons)
        self._column.addLayout(beside)
        self._column.addWidget(self._words)
        self._column.addStretch(1)

    def show_move(self, move: OpeningWords) -> None:
        """Show a change; the reasons of another one fold away."""
        if move == self._move:
            return
        self._move = move
        self._title.show_text(move.title)
        self._detail.show_text(move.detail)
        self._words.show_text("\n".join(move.why))
        blocker = QSignalBlocker(self.why_button)
        self.why_button.setChecked(False)
        blocker.unblock()
        self._words.hide()
        self.why_button.setVisible(bool(move.why))
        self.try_button.setAccessibleName(tr("Try: {move}", move=move.title))
        self.why_button.setAccessibleName(tr("Why: {move}", move=move.title))
        self.setAccessibleName(move.title)
        self.setAccessibleDescription(move.detail)

    def fit(self) -> None:
        """Follow the text size."""
        margin = spacing(self, MARGIN)
        self._column.setContentsMargins(margin, margin, margin, margin)

    def _show_why(self, is_shown: bool) -> None:
        self._words.setVisible(is_shown)
        if is_shown:
            announce(self, self._words.text())

    def _try(self) -> None:
        if self._move is not None:
            self.tried.emit(self._move)


class ExploreCards(TextSized, QWidget):
    """A heading and the cards below it, side by side.

    ``tried`` carries the :class:`~explorer.figures.opening.OpeningWords` of the change.
    """

    tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = PanelLabel(Rank.STRONG, "", self)
        self._nothing = PanelLabel(Rank.SOFT, "", self)
        self.cards = tuple(ExploreCard(self) for _ in range(MOST_CARDS))
        self._row = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heading)
        column.addWidget(self._nothing)
        column.addLayout(self._row)
        for card in self.cards:
            self._row.addWidget(card, 1)
            card.tried.connect(self.tried)
        self.follow_text_size()

    def show_openings(self, figure: OpeningFigure) -> None:
        """Show the first changes that somebody could make."""
        self._heading.show_text(figure.heading)
        self._nothing.show_text(figure.nothing)
        self._nothing.setVisible(bool(figure.nothing))
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(figure.moves))
        for card, move in zip(self.cards, figure.moves, strict=False):
            card.show_move(move)
        self.setAccessibleName(figure.heading)

    def follow_text_size(self) -> None:
        fit_labels(self)
        for card in self.cards:
            card.fit()
