"""One issue of a term sheet: its words, and two small buttons that try another level."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.figures.term_sheet import Term
from explorer.model.wording import tr
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, spacing
from explorer.ui.widgets.glyph_button import Glyph, GlyphButton


class TermRow(TextSized, QWidget):
    """An issue and its level in words; ``level_edited`` carries the issue and the new level."""

    level_edited = Signal(str, int)

    def __init__(self, term: Term, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._term = term
        self._issue = PanelLabel(Rank.SOFT, term.issue, self)
        self._words = PanelLabel(Rank.BODY, "", self)
        self._less = GlyphButton(Glyph.LESS, "", self)
        self._more = GlyphButton(Glyph.MORE, "", self)
        self._less.clicked.connect(self._on_less)
        self._more.clicked.connect(self._on_more)
        self._arrange()
        self.show_term(term)

    @property
    def words(self) -> str:
        """The level in words."""
        return self._words.text()

    def show_term(self, term: Term) -> None:
        """Show the issue at another level."""
        self._term = term
        self._words.show_text(term.words)
        self._show_colours()
        self._show_step(self._less, tr("{issue}: less", issue=term.issue), term.level - 1)
        self._show_step(self._more, tr("{issue}: more", issue=term.issue), term.level + 1)

    def _show_step(self, button: GlyphButton, name: str, level: int) -> None:
        """Say on a button to what it leads."""
        is_possible = 0 <= level <= self._term.highest
        if is_possible:
            name = tr("{step}, to: {words}", step=name, words=self._term.level_words[level])
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setAccessibleDescription(self._term.words)
        # A button that has the focus keeps it at the end of the range, for the next key.
        button.setEnabled(is_possible or button.hasFocus())

    def _show_colours(self) -> None:
        is_given = self._term.level > 0
        self._words.show_colour("ink" if is_given else "ink_soft")
        self._words.show_emphasis(is_strong=is_given)

    def _arrange(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._issue, 0, 0)
        self._grid.addWidget(self._words, 1, 0)
        self._grid.addWidget(self._less, 0, 1, 2, 1, top)
        self._grid.addWidget(self._more, 0, 2, 2, 1, top)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(1, 1)
        self.follow_text_size()

    def follow_text_size(self) -> None:
        self._grid.setContentsMargins(0, spacing(self, 3), 0, spacing(self, 4))

    def _on_less(self) -> None:
        self._step(-1)

    def _on_more(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        level = self._term.level + by
        if 0 <= level <= self._term.highest:
            self.level_edited.emit(self._term.issue_id, level)
