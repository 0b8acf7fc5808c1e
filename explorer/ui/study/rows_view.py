"""The table of a study's rows under the hand: sorted by its heads, opened by Enter."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from explorer.model.wording import tr
from explorer.ui.look.themed import TextSized
from explorer.ui.study.rows_model import RowsModel
from explorer.ui.widgets.announcing import announce

COLUMN_WIDTH = 6.0
"""How wide a column is at least, in lines of text."""

START_WIDTH = 16.0
"""How wide the first column, which says from which start a row is, becomes at most."""

ROW_HEIGHT = 1.8

MOST_COPIED = 100_000
"""Rows that are copied at most; all of them belong into a file."""


class RowsView(TextSized, QTableView):
    """Shows rows; a head sorts by its column, and Enter or a double click opens a row.

    ``row_opened(int)``: The number in the study, from 0, of the row that the hand opened.
    """

    row_opened = Signal(int)

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(tr("Rows of the study"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setProperty("roomy", True)
        self.setSortingEnabled(True)
        head = self.horizontalHeader()
        head.setSortIndicatorClearable(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        # Rows alike: Qt measures none of them, however many there are.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self._begin_anew)
        self.follow_text_size()

    def follow_text_size(self) -> None:
        em = self.fontMetrics().height()
        self._fit_columns()
        self.verticalHeader().setDefaultSectionSize(round(ROW_HEIGHT * em))

    def show_row(self, study_row: int) -> None:
        """Bring a row of the study into sight, and put the keyboard on it."""
        index = self._model.index(self._model.place_of(study_row), 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _begin_anew(self) -> None:
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))
            self._fit_columns()

    def _fit_columns(self) -> None:
        """Make columns as wide as their heads ask for, and the first one as its words do."""
        head, em = self.horizontalHeader(), self.fontMetrics().height()
        for column in range(self._model.columnCount()):
            wanted = head.sectionSizeHint(column) + em // 2
            if column == 0:
                wanted = max(wanted, min(self.sizeHintForColumn(0) + em, round(START_WIDTH * em)))
            self.setColumnWidth(column, max(wanted, round(COLUMN_WIDTH * em)))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_opened.emit(self._model.study_row(index.row()))

    def event(self, event: QEvent) -> bool:
        """Keep the key that sorts, which is one of the main window's anywhere else."""
        is_early = event.type() == QEvent.Type.ShortcutOverride
        if is_early and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F3:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif key == Qt.Key.Key_F3:
            self._sort_by_current(is_falling=shift)
        else:
            super().keyPressEvent(event)

    def _sort_by_current(self, *, is_falling: bool) -> None:
        """Sort by the column of the keyboard: heads cannot be reached by it."""
        orders = Qt.SortOrder
        column = self.currentIndex().column()
        if column >= 0:
            order = orders.DescendingOrder if is_falling else orders.AscendingOrder
            self.sortByColumn(column, order)
            # Whoever sorts wants to see what comes first, and opens it by Enter.
            self.setCurrentIndex(self._model.index(0, column))
            announce(self, tr("Sorted by {column}.", column=self._title(column)))

    def _title(self, column: int) -> str:
        role = Qt.ItemDataRole.AccessibleTextRole
        return str(self._model.headerData(column, Qt.Orientation.Horizontal, role))

    def _copy(self) -> None:
        rows = [index.row() for index in self.selectionModel().selectedRows()][:MOST_COPIED]
        if rows:
            lines = self._model.data_lines(sorted(rows))
            QGuiApplication.clipboard().setText("\n".join(lines))
            announce(self, tr("The data are on the clipboard."))
