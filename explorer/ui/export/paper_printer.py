"""Printing papers: the system's dialog, and the printer that it chooses."""

from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from explorer.paper.paper import Paper


class PaperPrinter(QObject):
    """Asks for a printer in front of a window, and sends a paper to it."""

    def __init__(self, window: QWidget) -> None:
        """Begin without a paper."""
        super().__init__(window)
        self._window = window
        self._paper: Paper | None = None

    @cached_property
    def printer(self) -> QPrinter:
        """The printer, made when first wanted: it asks for those that there are."""
        return QPrinter(QPrinter.PrinterMode.HighResolution)

    @cached_property
    def dialog(self) -> QPrintDialog:
        """The system's dialog, made when first wanted."""
        made = QPrintDialog(self.printer, self._window)
        made.accepted.connect(self.print_now)
        return made

    def ask(self, paper: Paper) -> None:
        """Ask on which printer a paper shall come out."""
        self._paper = paper
        self.dialog.show()

    def print_now(self) -> None:
        """Send the paper that was asked for last to the printer that was chosen."""
        from explorer.ui.export.paper_print import print_paper

        if self._paper is not None:
            print_paper(self._paper, self.printer)
