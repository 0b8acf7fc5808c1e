"""The rows of a study as Qt shows them: any number of them, sorted by any column."""

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from explorer.figures.study_table import StudyTable
from explorer.figures.study_words import cell_data, cell_words
from explorer.model.study_rows import Column
from explorer.model.wording import tr
from explorer.ui.pictures.frame.table_twin import narrow

if TYPE_CHECKING:
    from explorer.model.result import Counts

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Align = Qt.AlignmentFlag
NOWHERE = QModelIndex()

HEAD_LINES = 4
"""Lines of a head at most: with more, little room is left for rows."""


class RowsModel(QAbstractTableModel):
    """Makes the words of a cell when they are asked for; sorting moves no row, only their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: StudyTable | None = None
        self._places: tuple[int, ...] = ()
        self._order: Counts = np.zeros(0, dtype=np.int64)

    @property
    def table(self) -> StudyTable | None:
        """What is shown; None for nothing."""
        return self._table

    def show_table(self, table: StudyTable | None) -> None:
        """Show other rows, in the order of the study."""
        self.beginResetModel()
        self._table = table
        columns = () if table is None else table.columns
        # The number of the row stands before it.
        self._places = tuple(p for p, each in enumerate(columns) if each.name != "row")
        self._order = np.arange(0 if table is None else table.size)
        self.endResetModel()

    def study_row(self, row: int) -> int:
        """Return the number in the study, from 0, of what stands in a row."""
        return int(self._order[row])

    def place_of(self, study_row: int) -> int:
        """Return in which row a row of the study stands now."""
        return int(np.flatnonzero(self._order == study_row)[0])

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._places)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; rows without a value stand last either way; -1 is the study's order."""
        table = self._table
        if table is None:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        studied = [self.study_row(each.row()) for each in old]
        if 0 <= column < len(self._places):
            values = table.values[:, self._places[column]]
            is_falling = order == Qt.SortOrder.DescendingOrder
            self._order = np.argsort(-values if is_falling else values, kind="stable")
        else:
            self._order = np.arange(table.size)
        ranks = np.empty(len(self._order), dtype=np.int64)
        ranks[self._order] = np.arange(len(self._order))
        for index, row in zip(old, studied, strict=True):
            self.changePersistentIndex(index, self.index(int(ranks[row]), index.column()))
        self.layoutChanged.emit()

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        table = self._table
        if table is None or not index.isValid():
            return None
        place = self._places[index.column()]
        column = table.columns[place]
        if role == Role.TextAlignmentRole:
            return _side(column) | Align.AlignVCenter
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            row = self.study_row(index.row())
            words = cell_words(table.case, column, float(table.values[row, place]))
            if role == Role.AccessibleTextRole:
                return tr(
                    "Row {row:,}, {column}: {words}",
                    row=row + 1,
                    column=table.titles[place],
                    words=words or tr("no value"),
                )
            return words
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        table = self._table
        is_across = orientation == Qt.Orientation.Horizontal
        if table is not None and is_across and role == Role.TextAlignmentRole:
            return _side(table.columns[self._places[section]]) | Align.AlignBottom
        is_text = role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole)
        if table is None or not is_text:
            return None
        if not is_across:
            return f"{self.study_row(section) + 1:,}"
        title = table.titles[self._places[section]]
        return narrow(title, HEAD_LINES) if role == Role.DisplayRole else title

    def data_lines(self, rows: list[int]) -> list[str]:
        """Return rows as data, cells between tabs, the heads of the columns first."""
        table = self._table
        if table is None:
            return []
        lines = ["\t".join(["row", *(table.columns[place].name for place in self._places)])]
        for row in rows:
            study_row = self.study_row(row)
            cells = (
                cell_data(table.columns[place], float(table.values[study_row, place]))
                for place in self._places
            )
            lines.append("\t".join([str(study_row), *cells]))
        return lines


def _side(column: Column) -> Qt.AlignmentFlag:
    """Return at which side the cells of a column and its head stand: numbers at the right."""
    return Align.AlignRight if column.kind in ("number", "count") else Align.AlignLeft
