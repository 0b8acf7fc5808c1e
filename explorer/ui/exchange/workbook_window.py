"""The window *Import workbook*: which scenario of a workbook, and what it would change."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QPushButton, QVBoxLayout, QWidget

from explorer.model.wording import tr
from explorer.ui.look.foreign_text import button_text
from explorer.ui.look.themed import TextSized
from explorer.ui.pictures.frame.word_panel import WordPanel
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.wrapping_row import WrappingRow
from explorer.ui.window.side_window import SideWindow
from explorer.ui.window.window_size import size_on_screen

WIDE, HIGH = 34, 22
"""How large the window is at first, in lines of text."""


class WorkbookWindow(TextSized, SideWindow):
    """Shows what a workbook would change, before it does; it never blocks the main window.

    Signals
    -------
    file_asked()
        Another workbook is to be chosen.
    row_chosen(int)
        Another of the workbook's scenarios is looked at, by its place.
    take_asked()
        What is looked at is to be taken.
    """

    file_asked = Signal()
    row_chosen = Signal(int)
    take_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, grows=False)
        self.setSizeGripEnabled(True)
        self.setWindowTitle(tr("Import workbook"))
        self.setAccessibleName(tr("Import workbook"))
        self.summary = Label(is_strong=True)
        self.summary.setWordWrap(True)
        self.rows = DropDown()
        self.rows.setAccessibleName(tr("Scenario"))
        self.changes = WordPanel()
        self.mistakes = WordPanel()
        self.file = QPushButton(tr("Choose wor&kbook…"))
        self.take = QPushButton(tr("&Take over"))
        self._arrange()

    def show_book(self, summary: str, names: Sequence[str], mistakes: str) -> None:
        """Show what was read: its scenarios by name, and what could not be read."""
        self.summary.setText(summary)
        blocker = QSignalBlocker(self.rows)
        self.rows.clear()
        for name in names:
            self.rows.addItem(button_text(name))
        blocker.unblock()
        self.rows.setEnabled(len(names) > 1)
        self.mistakes.show_words(mistakes)
        announce(self.mistakes, f"{summary} {mistakes}")

    def show_changes(self, words: str, *, can_take: bool) -> None:
        """Show what the scenario would change."""
        self.changes.show_words(words)
        self.take.setEnabled(can_take)
        self.take.setDefault(can_take)
        announce(self.changes, words)

    def follow_text_size(self) -> None:
        """Take room for so many lines of text."""
        self.resize(size_on_screen(self, WIDE, HIGH))

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(tr("&Scenario"), self.rows)
        row = WrappingRow()
        for button, asked in ((self.file, self.file_asked), (self.take, self.take_asked)):
            button.setAutoDefault(False)
            button.clicked.connect(asked)
            row.row.addWidget(button)
        self.rows.currentIndexChanged.connect(self.row_chosen)
        layout = QVBoxLayout(self.page)
        layout.addWidget(self.summary)
        layout.addLayout(form)
        # Above the lists, which may be longer than the window.
        layout.addWidget(row)
        layout.addWidget(self.changes)
        layout.addWidget(self.mistakes)
        layout.addStretch(1)
        self.follow_text_size()
