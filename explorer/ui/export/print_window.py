"""Printing a picture: a small window that shows what will be printed, then the system's dialog."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from explorer.model.wording import tr
from explorer.ui.export.page_preview import PagePreview
from explorer.ui.export.picture import DOTS_PER_INCH, Page, paint_page
from explorer.ui.window.side_window import SideWindow

PageOf = Callable[[tuple[int, int]], Page]
"""Returns the page to print for a width and a height in pixels, 96 to the inch."""

PAPER = (1123, 794)
"""The proportions of the preview: a sheet of A4, lying."""


class PrintWindow(SideWindow):
    """Shows which picture will be printed, and leads to the system's dialog.

    ``printed(str)``: The page with this title was sent to the printer.
    """

    printed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Print"))
        self._page_of: PageOf | None = None
        self.preview = PagePreview()
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        self._dialog = QPrintDialog(self.printer, self)
        self._dialog.accepted.connect(self.print_now)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go_on = buttons.addButton(tr("Print…"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        buttons.accepted.connect(self._dialog.open)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self.page)
        column.addWidget(self.preview)
        column.addWidget(buttons)

    def begin(self, page_of: PageOf) -> None:
        """Show what will be printed."""
        self._page_of = page_of
        self.preview.show_page(page_of(self.preview.room(PAPER)))
        self.show()
        self.raise_()

    def print_now(self) -> None:
        """Send the page to the printer that was chosen, as lines and letters."""
        if self._page_of is None:
            return
        page = self._page_of(_paper_size(self.printer))
        self.printer.setDocName(page.figure.title)
        painter = QPainter(self.printer)
        room = QSize(*page.size)
        target = QRectF(painter.viewport())
        painter.scale(target.width() / room.width(), target.height() / room.height())
        paint_page(painter, page)
        painter.end()
        self.accept()
        self.printed.emit(page.figure.title)


def _paper_size(printer: QPrinter) -> tuple[int, int]:
    """Return the printable part of the paper in pixels of a picture."""
    inches = printer.pageLayout().paintRect(QPageLayout.Unit.Inch)
    return round(inches.width() * DOTS_PER_INCH), round(inches.height() * DOTS_PER_INCH)
