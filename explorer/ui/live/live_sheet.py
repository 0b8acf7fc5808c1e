"""The term sheet of the package that is open, shown anew as the scenario changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from explorer.figures.term_sheet import term_sheet_figure
from explorer.solver.nearest_miss import nearest_miss
from explorer.solver.stakeholder import package_others
from explorer.solver.term_sheet import term_sheet
from explorer.studies.bold import package_sureness
from explorer.ui.panels.term_sheet_panel import TermSheetPanel
from explorer.views.view import Viewing

if TYPE_CHECKING:
    from explorer.model.package import Package


class LiveSheet(QObject):
    """Keeps a panel on one package.

    Attributes
    ----------
    package
        What is open; None for nothing.

    Signals
    -------
    closed()
        The hand closed the panel.
    """

    closed = Signal()

    def __init__(self, panel: TermSheetPanel) -> None:
        """Show on a panel, from when a package is there."""
        super().__init__()
        self.package: Package | None = None
        self._panel = panel
        panel.closed.connect(self._close)

    def show(self, viewing: Viewing) -> None:
        """Show what the package is worth in the scenario that is seen; nothing where none is."""
        if self.package is None:
            return
        scenario = viewing.result.scenario
        sheet = term_sheet(scenario, self.package)
        nearest = None if sheet.is_in_zone else nearest_miss(scenario, self.package)
        others = package_others(scenario, self.package)
        sure = package_sureness(scenario, self.package, seed=viewing.seed)
        self._panel.show_sheet(term_sheet_figure(sheet, nearest, others, sure))

    def _close(self) -> None:
        if self.package is not None:
            self.package = None
            self.closed.emit()
