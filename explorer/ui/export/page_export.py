"""Exporting a composed page: asks for format and size, shows the page, asks for a file, writes."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from explorer.ui.export.export import ExportDialog, Size
from explorer.ui.window.desk import Desk

if TYPE_CHECKING:
    from explorer.ui.export.picture import Page


class PageExport(QObject):
    """Writes a page that is composed of what is on screen.

    ``written(object)``: The path of the file that was written.
    """

    written = Signal(object)

    def __init__(self, window: QWidget, desk: Desk) -> None:
        """Ask in front of a window; ``desk`` writes files."""
        super().__init__(window)
        self._window = window
        self._desk = desk

    def title(self) -> str:
        """Return the title of the dialog."""
        raise NotImplementedError

    def name(self) -> str:
        """Return what a file is called at first, without its suffix."""
        raise NotImplementedError

    def page(self, size: Size) -> "Page | None":
        """Return the page in the colours that the dialog asks for; None where there is none."""
        raise NotImplementedError

    @cached_property
    def dialog(self) -> ExportDialog:
        """What asks for format and size, made when first wanted."""
        made = ExportDialog(self._window)
        made.setWindowTitle(self.title())
        made.export_requested.connect(self._export)
        made.preview_wanted.connect(self._preview)
        return made

    def begin(self) -> None:
        """Ask for format and size, then write."""
        self.dialog.show_settings(self._desk.settings.now)
        self._preview()
        self.dialog.show()

    def _preview(self) -> None:
        """Show in the dialog what would be written now."""
        preview = self.dialog.preview
        page = self.page(preview.room(self.dialog.size_chosen()))
        if page is not None:
            preview.show_page(page)

    def _export(self, suffix: str, width: int, height: int) -> None:
        page = self.page((width, height))
        path = None if page is None else self._desk.exporter.export_page(page, self.name(), suffix)
        if path is not None:
            self.written.emit(path)
