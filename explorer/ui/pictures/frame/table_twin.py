"""The table twin of a picture: its numbers to read, walk through and copy."""

from dataclasses import replace
from textwrap import wrap

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView, QWidget

from explorer.figures.table import Table, is_number_column, table_text
from explorer.model.wording import tr
from explorer.ui.widgets.announcing import announce

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Align = Qt.AlignmentFlag

NARROW = 12
"""About how many letters a line of a heading has."""

WIDEST = 24
"""How wide a column is at most, in lines of text; longer words wrap."""


class TableModel(QAbstractTableModel):
    """A table of words for Qt's views."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = Table("", (), ())
        self._rows = self._table.rows
        self._sides: tuple[Align, ...] = ()

    def show_table(self, table: Table) -> None:
        """Take another table."""
        if table == self._table:
            return
        self.beginResetModel()
        self._table, self._rows = table, table.rows
        self._sides = tuple(
            (Align.AlignRight if is_number_column(table, column) else Align.AlignLeft)
            | Align.AlignVCenter
            for column, _ in enumerate(table.columns)
        )
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._table.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> str | Align | None:
        if role == Role.TextAlignmentRole:
            return self._sides[index.column()]
        is_text = role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole)
        return self._rows[index.row()][index.column()] if is_text else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> str | Align | None:
        if orientation == Qt.Orientation.Horizontal and role == Role.TextAlignmentRole:
            return self._sides[section]
        is_text = role in (Role.DisplayRole, Role.AccessibleTextRole)
        if not is_text or orientation != Qt.Orientation.Horizontal:
            return f"{section + 1}" if is_text else None
        heading = self._table.columns[section]
        return narrow(heading) if role == Role.DisplayRole else heading


def narrow(heading: str, most_lines: int = 0) -> str:
    """Return a heading on several lines: most cells are numbers, narrower than what is above.

    ``most_lines``: Of how many lines; longer headings have longer lines instead. 0 for any number.
    """
    letters = NARROW
    lines = _wrapped(heading, letters)
    while 0 < most_lines < len(lines):
        letters += 1
        lines = _wrapped(heading, letters)
    return "\n".join(lines)


def _wrapped(heading: str, letters: int) -> list[str]:
    return wrap(heading, letters, break_long_words=False, break_on_hyphens=False)


class TableTwin(QTableView):
    """Shows a table; the standard copy keys copy it, or the chosen cells, with headings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = Table("", (), ())
        self._model = TableModel(self)
        self.setModel(self._model)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self._wraps = False
        self.verticalHeader().hide()
        self.setFrameShape(QTableView.Shape.NoFrame)

    def show_table(self, table: Table) -> None:
        """Show a table; emits nothing."""
        is_other = table.columns != self._table.columns
        self._table = table
        self._model.show_table(table)
        self.setAccessibleName(table.caption)
        if is_other:
            self._fit_columns()
        if self._wraps:
            self.resizeRowsToContents()

    def _fit_columns(self) -> None:
        self.resizeColumnsToContents()
        widest, columns = WIDEST * self.fontMetrics().height(), range(self._model.columnCount())
        wide = [each for each in columns if self.columnWidth(each) > widest]
        for column in wide:
            self.setColumnWidth(column, widest)
        self._wraps = bool(wide)

    def text(self) -> str:
        """Return the chosen rows, or all, as data: lines of cells between tabs with headings."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        if not rows:
            return table_text(self._table)
        chosen = tuple(self._table.cells[row] for row in rows)
        return table_text(replace(self._table, cells=chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.text())
            announce(self, tr("The data are on the clipboard."))
        else:
            super().keyPressEvent(event)
