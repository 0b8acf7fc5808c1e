"""The grid of tables as Qt shows it: cells as typed, with what is wrong in a row."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from explorer.classroom.tables.columns import (
    MINUTES,
    OUTCOME,
    TABLE,
    VARIANT,
    ending_words,
    level_label,
)
from explorer.classroom.tables.grid import Cells, Grid, grid_columns
from explorer.figures.phrase import capitalised
from explorer.model.case import Case
from explorer.model.table_result import ENDINGS, variant_letter
from explorer.model.wording import tr

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()


class TablesModel(QAbstractTableModel):
    """Rows are tables, columns their variant, outcome, issues and minutes.

    ``typed(object)``: The rows as they would be after what was typed; nothing changes here until
    :meth:`show_grid` brings it.
    """

    typed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._columns: tuple[str, ...] = ()
        self._grid = Grid((), {}, frozenset())
        self._variants = 1

    @property
    def grid(self) -> Grid:
        """What is shown."""
        return self._grid

    def show_grid(self, case: Case, grid: Grid, variants: int) -> None:
        """Show rows; the place of the keyboard stays where the grid keeps its size."""
        columns = grid_columns(case)
        is_same = columns == self._columns and len(grid.rows) == len(self._grid.rows)
        if not is_same:
            self.beginResetModel()
        self._case, self._columns, self._grid, self._variants = case, columns, grid, variants
        if not is_same:
            self.endResetModel()
        elif grid.rows:
            last = self.index(len(grid.rows) - 1, len(columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(grid.rows) - 1)

    def mistake(self, row: int) -> str:
        """Return what is wrong in a row; "" for nothing."""
        return self._grid.mistakes.get(row, "")

    def choices(self, column: int) -> tuple[str, ...]:
        """Return what can be written in a column, as far as it is a list."""
        id_ = self._columns[column]
        if id_ == VARIANT:
            return tuple(variant_letter(each) for each in range(self._variants))
        if id_ == OUTCOME:
            return tuple(map(ending_words, ENDINGS))
        if self._case is None or id_ in (TABLE, MINUTES):
            return ()
        issue = self._case.issue(id_)
        labels = (level_label(issue, level) for level in range(len(issue.levels)))
        return (*labels, *(level.short for level in issue.levels))

    def type_cells(self, row: int, column: int, block: Sequence[Sequence[str]]) -> None:
        """Type a block of cells, its first at a place; what would stand beyond is left out."""
        rows: list[dict[str, str]] = [dict(cells) for cells in self._grid.rows]
        for cells, line in zip(rows[row:], block, strict=False):
            for id_, text in zip(self._columns[column:], line, strict=False):
                cells[id_] = text.strip()
        self.typed.emit(tuple(rows))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._grid.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        text = self._cells(row).get(self._columns[column], "")
        if role in (Role.DisplayRole, Role.EditRole):
            return text
        if role == Role.ToolTipRole:
            return self.mistake(row) or None
        if role == Role.AccessibleTextRole:
            return tr(
                "{name}, {column}: {text}",
                name=self._name(row),
                column=self._head(column),
                text=text or tr("empty"),
            )
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid():
            return False
        if str(value).strip() != str(index.data(Role.EditRole)):
            self.type_cells(index.row(), index.column(), [[str(value)]])
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if role != Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._head(section)
        if section in self._grid.done:
            return tr("done")
        return tr("mistake") if self.mistake(section) else tr("open")

    def _cells(self, row: int) -> Cells:
        return self._grid.rows[row]

    def _name(self, row: int) -> str:
        return self._cells(row).get(TABLE, "")

    def _head(self, column: int) -> str:
        id_ = self._columns[column]
        own = {
            TABLE: tr("Table"),
            VARIANT: tr("Variant"),
            OUTCOME: tr("Outcome"),
            MINUTES: tr("Minutes"),
        }
        if id_ in own or self._case is None:
            return own.get(id_, "")
        return capitalised(self._case.issue(id_).short)
