"""The class record: what each class predicted, how much of it was right, how long steps took."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.classroom.lesson.class_record import class_record_table
from explorer.classroom.lesson.prediction_spread import predicted_sentences
from explorer.figures.table import Table, csv_file, is_number_column
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.look.foreign_text import plain_words
from explorer.ui.widgets.drop_down import DropDown
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
        self._state: State | None = None
        self.classes = DropDown()
        self.classes.setAccessibleName(tr("Class"))
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
        self._state = state
        names = [each.name for each in state.classroom.classes]
        if names != [self.classes.itemText(place) for place in range(self.classes.count())]:
            blocker = QSignalBlocker(self.classes)
            self.classes.clear()
            self.classes.addItems(names)
            self.classes.setCurrentIndex(state.classroom.at_class)
            blocker.unblock()
        self._show_class()

    def _show_class(self) -> None:
        state, place = self._state, self.classes.currentIndex()
        lesson = None if state is None else state.classroom.lesson
        if state is None or lesson is None or place < 0:
            return
        record, case = state.classroom.classes[place], state.scenario.case
        self._show_table(class_record_table(lesson, record, case))
        said = predicted_sentences(lesson, record, case)
        self.told.setText("\n".join(said) or tr("This class has predicted nothing yet."))

    def _show_table(self, table: Table) -> None:
        if table == self._table:
            return
        self._table = table
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
        column.addWidget(self.classes)
        column.addWidget(self.told)
        column.addWidget(self.grid, 1)
        column.addLayout(buttons)
        self.classes.currentIndexChanged.connect(self._show_class)
        self.class_button.clicked.connect(self.class_wanted)
        self.export_button.clicked.connect(self._export)
        self.resize(WIDE * em, HIGH * em)

    def _export(self) -> None:
        if self._table is not None:
            self.export_requested.emit(csv_file(self._table))

    def _on_state(self, old: State, new: State) -> None:
        if self.isVisible() and old.classroom != new.classroom:
            self.show_state(new)
