"""The command for reports: asks what one shall be, makes it beside the window, writes it."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from explorer.files.document import read_document
from explorer.files.document_text import Document
from explorer.files.places import home_folder
from explorer.model.errors import ExplorerError
from explorer.model.wording import tr
from explorer.paper.paper import Paper
from explorer.report.order import ReportOrder
from explorer.ui.commands.command import Command
from explorer.ui.commands.written_files import WrittenFiles
from explorer.ui.export.contents import drawn_view, paper_content
from explorer.ui.export.report_dialog import ReportDialog
from explorer.ui.live.report_maker import ReportMaker
from explorer.ui.window.desk import Desk
from explorer.ui.window.dialogs import Dialogs


class ReportCommands(QObject):
    """What makes a report of what is on screen."""

    def __init__(
        self, window: QWidget, desk: Desk, dialogs: Dialogs, written: WrittenFiles
    ) -> None:
        """Ask in front of a window; ``desk`` holds the scenario, ``written`` tells of files."""
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._dialogs = dialogs
        self._written = written
        self.maker = ReportMaker(self)
        self.maker.made.connect(self._write)
        self.maker.failed.connect(self._refuse)

    @cached_property
    def dialog(self) -> ReportDialog:
        """What asks for a report, made when first wanted."""
        made = ReportDialog(self._window)
        made.export_requested.connect(self._make)
        made.earlier_wanted.connect(self._choose_earlier)
        made.stopped.connect(self.maker.stop)
        self.maker.progressed.connect(made.show_progress)
        return made

    def table(self) -> tuple[Command, ...]:
        """Return the command, in the reader's language."""
        return (
            Command(
                "export_report",
                tr("Export report or brie&f…"),
                self.begin,
                tip=tr("Write the answer, what it rests on and how sure it is, for others to read"),
                terms=tr("report brief analysis memo HTML DOCX Word PDF Markdown sources"),
            ),
        )

    def begin(self) -> None:
        """Ask what the report shall be."""
        self.dialog.show()
        self.dialog.raise_()

    def order(self) -> ReportOrder:
        """Return the report as it is asked for now."""
        state = self._desk.store.state
        document = Document(
            state.scenario, state.loaded, state.baseline, state.notes, seed=state.snapshot.seed
        )
        return ReportOrder(document, self.dialog.is_brief, self.dialog.views(), self.dialog.earlier)

    def _make(self) -> None:
        self.dialog.show_progress(0)
        self.maker.begin(self.order(), drawn_view)

    def _choose_earlier(self) -> None:
        remembered = self._desk.settings.now.last_export_folder
        path = self._dialogs.path_to_open(Path(remembered) if remembered else home_folder())
        if path is None:
            return
        try:
            self.dialog.show_earlier(read_document(path).document, path)
        except ExplorerError as error:
            self._dialogs.tell_error(tr("Not opened"), str(error))

    def _write(self, paper: Paper) -> None:
        suffix, exporter = self.dialog.suffix, self._desk.exporter
        content = exporter.made(lambda: paper_content(paper, suffix))
        self.dialog.show_progress(None)
        if content is None:
            return
        self.dialog.accept()
        name = tr("{document} report", document=self._desk.session.name)
        self._written.tell(exporter.export_file(name, suffix, tr("Report"), content))

    def _refuse(self, reason: str) -> None:
        self.dialog.show_progress(None)
        self._desk.exporter.tell_refused(reason)
