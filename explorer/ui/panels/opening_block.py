"""The block of openings: single moves to try where something is closed, and why they open it."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from explorer.figures.opening import OpeningFigure, OpeningWords
from explorer.model.wording import tr
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels
from explorer.ui.panels.entry_button import EntryButton
from explorer.ui.widgets.card import Card


class MoveEntry(QWidget):
    """One move: the entry that tries it, and a button that says why it opens anything.

    ``tried`` carries the :class:`OpeningWords` of the move.
    """

    tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._move: OpeningWords | None = None
        self.entry = EntryButton(self)
        self.why_button = QToolButton(self)
        self.why_button.setText(tr("Why"))
        self.why_button.setCheckable(True)
        self.why_button.setAutoRaise(True)
        self.why_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = PanelLabel(Rank.SOFT, "", self)
        self._words.hide()
        self.entry.chosen.connect(self._try)
        self.why_button.toggled.connect(self._show_why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.entry)
        column.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._words)

    def show_move(self, move: OpeningWords) -> None:
        """Show a move; the words of another one fold away."""
        if move == self._move:
            return
        self._move = move
        self.entry.show_entry(move.control_id, move.title, move.detail)
        words = "\n".join(move.why)
        self._words.show_text(words)
        blocker = QSignalBlocker(self.why_button)
        self.why_button.setChecked(False)
        blocker.unblock()
        self._words.hide()
        self.why_button.setVisible(bool(move.why))
        self.why_button.setAccessibleName(tr("Why: {move}", move=move.title))
        self.why_button.setAccessibleDescription(words)

    def _show_why(self, is_shown: bool) -> None:
        self._words.setVisible(is_shown)

    def _try(self) -> None:
        if self._move is not None:
            self.tried.emit(self._move)


class MoveList(QWidget):
    """Moves one under the other; it shows nothing where there are none.

    ``tried`` carries the :class:`OpeningWords` of the move.
    """

    tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[MoveEntry] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_moves(self, moves: tuple[OpeningWords, ...]) -> None:
        """Show moves in their order."""
        while len(self._entries) < len(moves):
            self._entries.append(self._new_entry())
        for place, entry in enumerate(self._entries):
            entry.setVisible(place < len(moves))
        for entry, move in zip(self._entries, moves, strict=False):
            entry.show_move(move)
        self.setVisible(bool(moves))

    def _new_entry(self) -> MoveEntry:
        entry = MoveEntry(self)
        entry.tried.connect(self.tried)
        self._column.addWidget(entry)
        fit_labels(self)
        return entry


class OpeningBlock(Card):
    """A heading and the moves under it; a click on a move tries it.

    Changes that are nobody's move stand apart under a heading of their own. ``tried`` carries the
    :class:`OpeningWords` of the move. Nothing is shown until there is something to open. After a
    click everything stays where it is until the pointer leaves, so that a second click meets the
    same move. ``changed`` tells that something else is shown, ``has_moves`` whether there is
    something to click.
    """

    tried = Signal(object)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next: OpeningFigure | None = None
        self._is_held = False
        self.has_moves = False
        self._heading = PanelLabel(Rank.STRONG, "", self)
        self._nothing = PanelLabel(Rank.SOFT, "", self)
        self._moves = MoveList(self)
        self._otherwise_heading = PanelLabel(Rank.STRONG, "", self)
        self._otherwise = MoveList(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (
            self._heading,
            self._nothing,
            self._moves,
            self._otherwise_heading,
            self._otherwise,
        ):
            column.addWidget(part)
        column.addStretch(1)
        for moves in (self._moves, self._otherwise):
            moves.tried.connect(self._hold)
        self.hide()

    @property
    def is_held(self) -> bool:
        """Whether everything keeps its place under the pointer."""
        return self._is_held

    def show_openings(self, figure: OpeningFigure | None) -> None:
        """Show moves to try, None where nothing is closed; at once, or once the pointer left."""
        self._next = figure
        if not self._is_held:
            self._show_next()

    def _hold(self, move: OpeningWords) -> None:
        """Keep everything in its place under the pointer that tried a move."""
        self._is_held = self.underMouse()
        self.tried.emit(move)

    def leaveEvent(self, event: QEvent) -> None:
        """Show what came in the meantime."""
        super().leaveEvent(event)
        if self._is_held:
            self._is_held = False
            self._show_next()

    def _show_next(self) -> None:
        figure = self._next
        self.has_moves = figure is not None and bool(figure.entries)
        self.setVisible(figure is not None)
        if figure is not None:
            self._show_figure(figure)
        self.changed.emit()

    def _show_figure(self, figure: OpeningFigure) -> None:
        self._heading.show_text(figure.heading)
        self._nothing.show_text(figure.nothing)
        self._nothing.setVisible(bool(figure.nothing))
        self._otherwise_heading.show_text(figure.otherwise_heading)
        self._otherwise_heading.setVisible(bool(figure.otherwise))
        self._moves.show_moves(figure.moves)
        self._otherwise.show_moves(figure.otherwise)
        self.setAccessibleName(figure.heading)
