"""The window *Import workbook*: which scenario of a workbook, and what it would change."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

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
    stop_asked()
        The workbook that is being read is not wanted any more.
    """

    file_asked = Signal()
    row_chosen = Signal(int)
    take_asked = Signal()
    stop_asked = Signal()

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
        self.stop = QPushButton(tr("Sto&p"))
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of reading"))
        self._arrange()

    def show_book(self, summary: str, names: Sequence[str], mistakes: str) -> None:
        """Show what was read: its scenarios by name, and what could not be read."""
        self._show_reading(summary, is_reading=False)
        blocker = QSignalBlocker(self.rows)
        self.rows.clear()
        for name in names:
            self.rows.addItem(button_text(name))
        blocker.unblock()
        self.rows.setEnabled(len(names) > 1)
        self.mistakes.show_words(mistakes)
        announce(self.mistakes, f"{summary} {mistakes}")

    def show_progress(self, words: str, percent: int) -> None:
        """Show how far the reading of a large workbook is; nothing can be taken meanwhile."""
        self._show_reading(words, is_reading=True)
        self.progress.setValue(percent)
        self.progress.setAccessibleDescription(words)

    def show_stopped(self, words: str) -> None:
        """Show that nothing was read."""
        self._show_reading(words, is_reading=False)
        announce(self.summary, words)

    def _show_reading(self, words: str, *, is_reading: bool) -> None:
        self.summary.setText(words)
        self.progress.setVisible(is_reading)
        self.stop.setVisible(is_reading)
        self.file.setEnabled(not is_reading)
        if is_reading:
            self.rows.clear()
            self.rows.setEnabled(False)
            self.take.setEnabled(False)
            self.changes.show_words("")
            self.mistakes.show_words("")

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
        buttons = (self.file, self.file_asked), (self.take, self.take_asked)
        for button, asked in (*buttons, (self.stop, self.stop_asked)):
            button.setAutoDefault(False)
            button.clicked.connect(asked)
            row.row.addWidget(button)
        self.rows.currentIndexChanged.connect(self.row_chosen)
        layout = QVBoxLayout(self.page)
        layout.addWidget(self.summary)
        layout.addWidget(self.progress)
        layout.addLayout(form)
        # Above the lists, which may be longer than the window.
        layout.addWidget(row)
        layout.addWidget(self.changes)
        layout.addWidget(self.mistakes)
        layout.addStretch(1)
        self.follow_text_size()
