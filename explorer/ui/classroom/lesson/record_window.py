"""The class record: what each class predicted, how much of it was right, how long steps took."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.classroom.class_record import record_table
from explorer.figures.table import Table, csv_file, is_number_column
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.look.foreign_text import plain_words
from explorer.ui.widgets.label import Label
from explorer.ui.window.desk import Desk
from explorer.ui.window.side_window import SideWindow

WIDE, HIGH = 56, 22
"""How large the table would like to be, in heights of a line."""


class RecordWindow(SideWindow):
    """A table of steps and classes that follows what is counted.

    Signals
    -------
    export_requested(bytes)
        The content of a CSV file that is to be written.
    class_wanted()
        Another class shall begin.
    """

    export_requested = Signal(bytes)
    class_wanted = Signal()

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        """Show the classes of a desk's document."""
        super().__init__(parent, grows=False)
        self.setWindowTitle(tr("Class record"))
        self._table: Table | None = None
        self.told = Label()
        self.told.setWordWrap(True)
        self.grid = QTableWidget()
        self.grid.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.grid.setAccessibleName(tr("Class record"))
        self.grid.verticalHeader().hide()
        self.grid.setTabKeyNavigation(False)
        self.class_button = QPushButton(tr("New class"))
        self.export_button = QPushButton(tr("Export CSV…"))
        self._arrange()
        desk.store.subscribe(self._on_state)

    def show_state(self, state: State) -> None:
        """Show the classes of a state."""
        table = record_table(state.classroom, state.scenario.case)
        if table == self._table:
            return
        self._table = table
        self.told.setText(table.caption)
        self.grid.setColumnCount(len(table.columns))
        self.grid.setHorizontalHeaderLabels([plain_words(each) for each in table.columns])
        self.grid.setRowCount(len(table.cells))
        for row, cells in enumerate(table.rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if is_number_column(table, column):
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.grid.setItem(row, column, item)
        self.grid.resizeRowsToContents()
        self.export_button.setEnabled(bool(table.cells))

    def _arrange(self) -> None:
        em = self.fontMetrics().height()
        self.grid.setMinimumSize(24 * em, 8 * em)
        self.grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        buttons = QHBoxLayout()
        for button in (self.class_button, self.export_button):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self.page)
        column.addWidget(self.told)
        column.addWidget(self.grid, 1)
        column.addLayout(buttons)
        self.class_button.clicked.connect(self.class_wanted)
        self.export_button.clicked.connect(self._export)
        self.resize(WIDE * em, HIGH * em)

    def _export(self) -> None:
        if self._table is not None:
            self.export_requested.emit(csv_file(self._table))

    def _on_state(self, old: State, new: State) -> None:
        if self.isVisible() and old.classroom != new.classroom:
            self.show_state(new)
