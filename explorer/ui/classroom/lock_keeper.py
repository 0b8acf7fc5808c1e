"""The lock keeper: every panel of controls follows what is locked."""

from PySide6.QtCore import QObject

from explorer.ui.live.locks import locked_words
from explorer.ui.present.presentation import Presentation
from explorer.ui.window.desk import Desk
from explorer.ui.window.explore_page import ExplorePage
from explorer.ui.window.levels import Levels


class LockKeeper(QObject):
    """Tells the panels of a window, and the sliders of its presentation, what is locked."""

    def __init__(self, desk: Desk, levels: Levels, presentation: Presentation) -> None:
        """Keep up with the locks of a desk."""
        super().__init__(desk.workbench)
        self._desk = desk
        self._presentation = presentation
        desk.locks.changed.connect(self.show)
        desk.workbench.panel_replaced.connect(self.show)
        levels.page_made.connect(self._on_page_made)
        presentation.changed.connect(self._on_presenting)

    def show(self) -> None:
        """Lock what is locked, wherever it can be moved by hand."""
        locks = self._desk.locks
        for panel in self._desk.workbench.panels():
            panel.show_locks(locks.is_locked, locked_words())
        self._presentation.show_locks()

    def _on_page_made(self, page: ExplorePage) -> None:
        page.controls.show_locks(self._desk.locks.is_locked, locked_words())

    def _on_presenting(self, is_on: bool) -> None:
        self._presentation.show_locks()
