"""A table of words without lines: every cell wraps, one row can be marked as the present one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.ui.look.themed import Themed
from explorer.ui.look.typography import PanelLabel, Rank, spacing


class FactTable(Themed, QWidget):
    """Rows of wrapped cells; the first column is strong, the others are soft or plain.

    ``stretches``: How much of the width each column takes, 0 for no more than it needs; a column in
    which nothing stands takes none.
    """

    def __init__(self, stretches: tuple[int, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._present = -1
        self._stretches = stretches
        self._rows: list[tuple[PanelLabel, ...]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)

    def show_rows(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """Show rows of cells in place of those that stand there."""
        while len(self._rows) < len(rows):
            self._rows.append(self._new_row(len(self._rows), len(rows[0])))
        for column, stretch in enumerate(self._stretches):
            has_words = any(row[column] for row in rows)
            self._grid.setColumnStretch(column, stretch if has_words else 0)
        for place, labels in enumerate(self._rows):
            is_used = place < len(rows)
            for column, label in enumerate(labels):
                label.setVisible(is_used)
                label.show_text(rows[place][column] if is_used else "")
        self.setVisible(bool(rows))

    def show_present(self, present: int) -> None:
        """Put a ground behind one row, by number from 0; -1 for none."""
        self._present = present
        for place, labels in enumerate(self._rows):
            colour = self._theme.selection if place == present else self._theme.panel
            for label in labels:
                colours = label.palette()
                colours.setColor(QPalette.ColorRole.Window, colour)
                label.setPalette(colours)

    def follow_look(self) -> None:
        """Mark the present row in the theme in force."""
        self.show_present(self._present)

    def _new_row(self, place: int, columns: int) -> tuple[PanelLabel, ...]:
        ranks = (Rank.STRONG, Rank.BODY, Rank.SOFT)
        labels = tuple(PanelLabel(ranks[min(n, 2)], "", self) for n in range(columns))
        for column, label in enumerate(labels):
            label.setAutoFillBackground(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
            label.fit_font(self.font())
            self._grid.addWidget(label, place, column)
        self._space_out(labels)
        return labels

    def _space_out(self, labels: tuple[PanelLabel, ...]) -> None:
        for label in labels:
            label.setContentsMargins(
                spacing(self, 6), spacing(self, 3), spacing(self, 8), spacing(self, 3)
            )

    def follow_text_size(self) -> None:
        for labels in self._rows:
            self._space_out(labels)
