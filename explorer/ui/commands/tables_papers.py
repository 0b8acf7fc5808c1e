"""What is written of a class of tables: its role sheets, and its debrief as document or slides."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from explorer.classroom.lesson.prediction_spread import class_predictions
from explorer.classroom.tables.debrief import Debrief, debrief_paper
from explorer.classroom.tables.debrief_slides import debrief_slides
from explorer.classroom.tables.plan import fitting, plan_of
from explorer.classroom.tables.scores import class_scores
from explorer.classroom.tables.sheets import sheets_paper
from explorer.model.errors import ExplorerError
from explorer.model.scene import settings_of
from explorer.model.table_result import TableClass
from explorer.model.wording import tr
from explorer.paper.paper import Paper
from explorer.paper.slides import pptx_bytes
from explorer.store.state import State
from explorer.ui.commands.written_files import WrittenFiles
from explorer.ui.export.contents import paper_content, view_png
from explorer.ui.export.format_dialog import FormatDialog, paper_formats, slides_format
from explorer.ui.export.paper_printer import PaperPrinter
from explorer.ui.window.desk import Desk
from explorer.views.options import PICTURE_SIZE
from explorer.views.view import Viewing


class TablesPapers(QObject):
    """Asks for a format, and writes the sheets or the debrief of the class of the document.

    Signals
    -------
    sheets_written(object)
        The :class:`TableClass` with the settings of the sheets that lie in a file now.
    refused(str)
        Why nothing could be written.
    """

    sheets_written = Signal(object)
    refused = Signal(str)

    def __init__(self, window: QWidget, desk: Desk, written: WrittenFiles) -> None:
        """Ask in front of ``window``; ``written`` tells of files."""
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._written = written
        self._hides_names = False
        self.printer = PaperPrinter(window)

    @cached_property
    def sheets_dialog(self) -> FormatDialog:
        """What asks for the format of role sheets, made when first wanted."""
        made = FormatDialog(self._window, tr("Role sheets"), paper_formats())
        made.export_requested.connect(self._write_sheets)
        made.print_requested.connect(self._print_sheets)
        return made

    @cached_property
    def debrief_dialog(self) -> FormatDialog:
        """What asks for the format of the debrief, made when first wanted."""
        formats = (*paper_formats(), slides_format())
        made = FormatDialog(self._window, tr("Debrief"), formats)
        made.export_requested.connect(self._write_debrief)
        made.print_requested.connect(self._print_debrief)
        return made

    def ask_for_sheets(self) -> None:
        """Ask in which format role sheets shall be written, and write them."""
        self.sheets_dialog.show()
        self.sheets_dialog.raise_()

    def ask_for_debrief(self, *, hides_names: bool) -> None:
        """Ask in which format the debrief shall be written, and write it."""
        self._hides_names = hides_names
        self.debrief_dialog.show()
        self.debrief_dialog.raise_()

    def _print_sheets(self) -> None:
        tables = self._tables_to_play()
        self.printer.ask(self._sheets(tables))
        self.sheets_written.emit(tables)

    def _print_debrief(self) -> None:
        self.printer.ask(debrief_paper(self._debrief()))

    def _tables_to_play(self) -> TableClass:
        """Return the class with the settings on screen, by which it is judged from now on."""
        state = self._desk.store.state
        return class_of(state).having(settings=settings_of(state.scenario))

    def _sheets(self, tables: TableClass) -> Paper:
        return sheets_paper(plan_of(self._desk.store.state.scenario, tables))

    def _write_sheets(self, suffix: str) -> None:
        tables = self._tables_to_play()
        try:
            content = paper_content(self._sheets(tables), suffix)
        except ExplorerError as error:
            self.refused.emit(str(error))
            return
        if self._write(tr("Role sheets"), suffix, content):
            self.sheets_written.emit(tables)

    def _debrief(self) -> Debrief:
        state = self._desk.store.state
        tables, case = class_of(state), state.scenario.case
        return Debrief(
            class_scores(plan_of(state.scenario, tables), tables.results),
            _drawn,
            self._hides_names,
            class_predictions(state.classroom, case),
        )

    def _write_debrief(self, suffix: str) -> None:
        debrief = self._debrief()
        try:
            if suffix == "pptx":
                content = pptx_bytes(debrief_slides(debrief))
            else:
                content = paper_content(debrief_paper(debrief), suffix)
        except ExplorerError as error:
            self.refused.emit(str(error))
            return
        self._write(tr("Debrief"), suffix, content)

    def _write(self, name: str, suffix: str, content: bytes) -> bool:
        formats = (*paper_formats(), slides_format())
        kind = next(words for words, each in formats if each == suffix)
        path = self._desk.exporter.export_file(name, suffix, kind, content)
        self._written.tell(path)
        return path is not None


def class_of(state: State) -> TableClass:
    """Return the class of a document, without what its case does not know; a usual one if none."""
    return fitting(state.classroom.tables or TableClass(), state.scenario.case)


def _drawn(viewing: Viewing) -> bytes:
    return view_png("gains", viewing, PICTURE_SIZE)
