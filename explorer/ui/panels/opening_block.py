"""The block of openings: single moves to try where something is closed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.figures.opening import OpeningFigure, OpeningWords
from explorer.model.wording import tr
from explorer.ui.panels.entry_list import Entry, EntryList
from explorer.ui.panels.typography import PanelLabel, Rank
from explorer.ui.theme import Theme


class OpeningBlock(QWidget):
    """A heading and the moves under it; a click on a move tries it.

    ``tried`` carries the :class:`OpeningWords` of the move. Nothing is shown until there is
    something to open.
    """

    tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moves: dict[str, OpeningWords] = {}
        self._heading = PanelLabel(Rank.STRONG, "", self)
        self._nothing = PanelLabel(Rank.SOFT, "", self)
        self._how = PanelLabel(Rank.SOFT, tr("Click one to try it; undo brings you back."), self)
        self._entries = EntryList(self)
        self._entries.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._heading, self._nothing, self._entries, self._how):
            column.addWidget(part)
        self.hide()

    def show_openings(self, figure: OpeningFigure | None) -> None:
        """Show moves to try; None where nothing is closed."""
        self.setVisible(figure is not None)
        if figure is None:
            return
        self._moves = {move.control_id: move for move in figure.moves}
        self._heading.show_text(figure.heading)
        self._nothing.show_text(figure.nothing)
        self._nothing.setVisible(bool(figure.nothing))
        self._how.setVisible(bool(figure.moves))
        self._entries.show_entries(
            tuple(Entry(move.control_id, move.title, move.detail) for move in figure.moves)
        )
        self.setAccessibleName(figure.heading)

    def show_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for label in (self._heading, self._nothing, self._how):
            label.show_theme(theme)
        self._entries.show_theme(theme)

    def _on_chosen(self, control_id: str) -> None:
        self.tried.emit(self._moves[control_id])
