"""Exporting the comparison: asks for format, size and file, and writes one page."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from explorer.figures.boards import MOST_BOARDS, NamedResult
from explorer.figures.pinned import scenario_words
from explorer.model.wording import tr
from explorer.ui.export.export import ExportDialog
from explorer.ui.window.desk import Desk

if TYPE_CHECKING:
    from explorer.ui.export.picture import Page


class ComparisonExport(QObject):
    """Writes what is compared as one page.

    ``written(object)``: The path of the file that was written.
    """

    written = Signal(object)

    def __init__(self, window: QWidget, desk: Desk) -> None:
        """Ask in front of a window; ``desk`` holds what is compared."""
        super().__init__(window)
        self._window = window
        self._desk = desk

    @cached_property
    def dialog(self) -> ExportDialog:
        """What asks for format and size, made when first wanted."""
        made = ExportDialog(self._window)
        made.setWindowTitle(tr("Export comparison"))
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
        preview.show_page(self.page(preview.room(self.dialog.size_chosen())))

    def page(self, size: tuple[int, int]) -> "Page":
        """Return the page: what is compared with, what is on screen, and one pin more."""
        from explorer.ui.export.comparison_page import comparison_page

        viewing = self._desk.pictures.viewing()
        name, reference = self._desk.pictures.comparing.reference()
        state = self._desk.store.state
        present = scenario_words(viewing.result.scenario, state.loaded)
        others: list[NamedResult] = [(present, viewing.result)]
        others += [(pin.words, pin.result) for pin in viewing.pins if pin.result is not reference]
        items = ((name, reference), *others)[:MOST_BOARDS]
        theme = self.dialog.theme(self._desk.look.theme)
        return comparison_page(items, theme=theme, size=size, selected=viewing.selected_row)

    def _export(self, suffix: str, width: int, height: int) -> None:
        size = (width, height)
        name = tr("{name} comparison", name=self._desk.session.name)
        path = self._desk.exporter.export_page(self.page(size), name, suffix)
        if path is not None:
            self.written.emit(path)
