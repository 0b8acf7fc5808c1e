"""The window *New case from Genius files*: what was read, what was assumed, and the case of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from explorer.model.wording import tr
from explorer.ui.look.themed import TextSized
from explorer.ui.pictures.frame.word_panel import WordPanel
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.wrapping_row import WrappingRow
from explorer.ui.window.side_window import SideWindow
from explorer.ui.window.window_size import size_on_screen

WIDE, HIGH = 34, 22
"""How large the window is at first, in lines of text."""


class GeniusWindow(TextSized, SideWindow):
    """Asks for Genius files and lists what they leave open; it never blocks the main window.

    Signals
    -------
    folder_asked(), files_asked()
        A folder, or files, are to be chosen.
    open_asked()
        What was read is to be opened as a case.
    """

    folder_asked = Signal()
    files_asked = Signal()
    open_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, grows=False)
        self.setSizeGripEnabled(True)
        self.setWindowTitle(tr("New case from Genius files"))
        self.setAccessibleName(tr("New case from Genius files"))
        self.folder = QPushButton(tr("Choose &folder…"))
        self.files = QPushButton(tr("Choose fi&les…"))
        self.open_case = QPushButton(tr("&Open as case"))
        self.summary = Label(is_strong=True)
        self.summary.setWordWrap(True)
        self.found = WordPanel()
        self._arrange()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Ask for files."""
        self._show(
            tr("Choose a folder, or the files of a domain and of two profiles."),
            tr(
                "Genius is the widespread format for negotiation problems of two parties: a domain "
                "and a profile of each party, as XML. Files are told apart by what they hold."
            ),
        )
        self.open_case.setEnabled(False)

    def show_case(self, summary: str, files: Sequence[str], told: Sequence[str]) -> None:
        """Show what was read, and in sentences what was assumed."""
        lines = (tr("Read: {files}.", files=", ".join(files)), "", tr("How it is counted:"))
        self._show(summary, "\n".join((*lines, *(f"• {line}" for line in told))))
        self.open_case.setEnabled(True)
        self.open_case.setDefault(True)
        self.open_case.setFocus()

    def show_problem(self, places: Sequence[Path], problem: str) -> None:
        """Show why files cannot be used."""
        names = ", ".join(place.name for place in places)
        self._show(tr("Not read: {names}", names=names), problem)
        self.open_case.setEnabled(False)

    def follow_text_size(self) -> None:
        """Take room for so many lines of text."""
        self.resize(size_on_screen(self, WIDE, HIGH))

    def _show(self, summary: str, words: str) -> None:
        self.summary.setText(summary)
        self.found.show_words(words)
        announce(self.found, f"{summary} {words}")

    def _arrange(self) -> None:
        row = WrappingRow()
        for button, asked in (
            (self.folder, self.folder_asked),
            (self.files, self.files_asked),
            (self.open_case, self.open_asked),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(asked)
            row.row.addWidget(button)
        layout = QVBoxLayout(self.page)
        layout.addWidget(self.summary)
        # Above the list, which may be longer than the window.
        layout.addWidget(row)
        layout.addWidget(self.found)
        layout.addStretch(1)
        self.follow_text_size()
