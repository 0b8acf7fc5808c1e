"""The command for take-home pages: asks what a page shall hold, and writes it."""

from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from explorer.model.wording import tr
from explorer.take_home.page import page_file
from explorer.take_home.take_home import TakeHome, in_order, usual_sliders
from explorer.ui.commands.command import Command
from explorer.ui.commands.written_files import WrittenFiles
from explorer.ui.export.take_home_dialog import TakeHomeDialog
from explorer.ui.window.desk import Desk


class TakeHomeCommands(QObject):
    """What makes a page of the scenario that is on screen."""

    def __init__(self, window: QWidget, desk: Desk, written: WrittenFiles) -> None:
        """Ask in front of a window; ``desk`` holds the scenario, ``written`` tells of files."""
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._written = written

    @cached_property
    def dialog(self) -> TakeHomeDialog:
        """What asks for sliders and words, made when first wanted."""
        made = TakeHomeDialog(self._window)
        made.export_requested.connect(self._export)
        return made

    def table(self) -> tuple[Command, ...]:
        """Return the command, in the reader's language."""
        return (
            Command(
                "export_page",
                tr("Export ta&ke-home page…"),
                self.begin,
                tip=tr("Write the scenario as one HTML file that works in any browser"),
                terms=tr("HTML browser homework student prediction"),
            ),
        )

    def begin(self) -> None:
        """Ask what the page shall hold."""
        case = self._desk.store.state.scenario.case
        self.dialog.show_case(case, usual_sliders(case))
        self.dialog.show()
        self.dialog.raise_()

    def page(self) -> TakeHome:
        """Return the page as it is asked for now."""
        state = self._desk.store.state
        return TakeHome(
            scenario=state.scenario,
            baseline=state.baseline,
            sliders=in_order(state.scenario.case, self.dialog.sliders()),
            asks_prediction=self.dialog.asks_prediction.isChecked(),
            title=self.dialog.title.text(),
            note=self.dialog.note.text(),
        )

    def _export(self) -> None:
        content = page_file(self.page())
        path = self._desk.exporter.export_file(
            self._desk.session.name, "html", tr("Page for a browser"), content
        )
        self._written.tell(path)
