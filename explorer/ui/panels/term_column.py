"""One side of a term sheet: what the party gives, issue by issue."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.figures.term_sheet import SideTerms
from explorer.model.issue import Role
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels
from explorer.ui.panels.term_row import TermRow


class TermColumn(QWidget):
    """A heading in the party's colour and its issues, each with its level in words."""

    level_edited = Signal(str, int)

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = PanelLabel(Rank.STRONG, "", self, role=role)
        self._rows: dict[str, TermRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heading)
        column.addLayout(self._list)
        column.addStretch(1)

    @property
    def rows(self) -> tuple[TermRow, ...]:
        """The issues, in the case's order."""
        return tuple(self._rows.values())

    def show_terms(self, side: SideTerms) -> None:
        """Show what the party gives; rows are made anew only for another case."""
        self._heading.show_text(side.gives_title)
        self.setAccessibleName(side.gives_title)
        if list(self._rows) != [term.issue_id for term in side.terms]:
            self._rebuild(side)
        for term in side.terms:
            self._rows[term.issue_id].show_term(term)

    def _rebuild(self, side: SideTerms) -> None:
        for row in self._rows.values():
            self._list.removeWidget(row)
            row.deleteLater()
        self._rows = {term.issue_id: TermRow(term, self) for term in side.terms}
        for row in self._rows.values():
            row.level_edited.connect(self.level_edited)
            self._list.addWidget(row)
        fit_labels(self)
