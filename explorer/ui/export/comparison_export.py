"""Exporting the comparison: asks for format, size and file, and writes one page."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from explorer.figures.boards import MOST_BOARDS, NamedResult
from explorer.figures.pinned import scenario_words
from explorer.model.wording import tr
from explorer.ui.export.comparison_page import comparison_page
from explorer.ui.export.export import ExportDialog
from explorer.ui.export.picture import Page
from explorer.ui.window.desk import Desk


class ComparisonExport(QObject):
    """Writes what is compared as one page.

    Signals
    -------
    told(str)
        What was done, in words.
    """

    told = Signal(str)

    def __init__(self, window: QWidget, desk: Desk) -> None:
        """Ask in front of a window; ``desk`` holds what is compared."""
        super().__init__(window)
        self._desk = desk
        self.dialog = ExportDialog(window)
        self.dialog.setWindowTitle(tr("Export comparison"))
        self.dialog.export_requested.connect(self._export)

    def begin(self) -> None:
        """Ask for format and size, then write."""
        self.dialog.show_settings(self._desk.settings.now)
        self.dialog.show()

    def page(self, size: tuple[int, int]) -> Page:
        """Return the page: what is compared with, what is on screen, and one pin more."""
        viewing = self._desk.pictures.viewing()
        name, reference = self._desk.pictures.comparing.reference()
        state = self._desk.store.state
        present = scenario_words(viewing.result.scenario, state.loaded)
        others: list[NamedResult] = [(present, viewing.result)]
        others += [(pin.words, pin.result) for pin in viewing.pins if pin.result is not reference]
        items = ((name, reference), *others)[:MOST_BOARDS]
        theme = self._desk.look.theme
        return comparison_page(items, theme=theme, size=size, selected=viewing.selected_row)

    def _export(self, suffix: str, width: int, height: int) -> None:
        size = (width, height)
        name = tr("{name} comparison", name=self._desk.session.name)
        path = self._desk.exporter.export_page(self.page(size), name, suffix)
        if path is not None:
            self.told.emit(tr("{name} is written.", name=path.name))
