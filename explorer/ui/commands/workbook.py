"""The commands for workbooks: scenarios and assumptions exported, and imported as one step."""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.files.json_text import cut_short
from explorer.model.errors import ExplorerError
from explorer.model.scenario import Scenario
from explorer.model.wording import tr, tr_n
from explorer.store.runner import outcome_of
from explorer.ui.app.background import BackgroundRunner, StoppedError
from explorer.ui.commands.command import Command
from explorer.ui.commands.written_files import WrittenFiles
from explorer.ui.window.desk import Desk
from explorer.ui.window.dialogs import Dialogs

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.paper.workbook.reading import BookReading
    from explorer.ui.exchange.workbook_window import WorkbookWindow

MOST_LINES = 12
"""How many changes, and how many mistakes, the window lists."""


QUICK_BYTES = 32 * 1024
"""Bytes of a workbook that is read at once: some dozens of scenarios, a fraction of a second."""


class WorkbookCommands(QObject):
    """What exchanges scenarios with spreadsheets."""

    _heard = Signal(int)

    def __init__(
        self, window: QWidget, desk: Desk, dialogs: Dialogs, written: WrittenFiles
    ) -> None:
        """Ask in front of a window; ``written`` tells of files."""
        super().__init__(window)
        self._parent = window
        self._desk = desk
        self._dialogs = dialogs
        self._written = written
        self._runner = BackgroundRunner()
        self._hearer = _Hearer("", self._heard)
        self._hearer.is_stopped = True
        # Told from the thread that reads.
        self._heard.connect(self._show_heard, Qt.ConnectionType.QueuedConnection)
        self._reading: BookReading | None = None
        self._shown: Scenario | None = None
        self.ask_file: Callable[[], Path | None] = self._asked_file

    @cached_property
    def window(self) -> "WorkbookWindow":
        """The window that shows what would change, made when first wanted."""
        from explorer.ui.exchange.workbook_window import WorkbookWindow

        made = WorkbookWindow(self._parent)
        made.file_asked.connect(self.begin)
        made.row_chosen.connect(self._look_at)
        made.take_asked.connect(self._take)
        made.stop_asked.connect(self.stop)
        made.rejected.connect(self.stop)
        return made

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        terms = tr("XLSX Excel LibreOffice spreadsheet table scenarios assumptions")
        return (
            Command(
                "import_workbook",
                tr("Import workbook…"),
                self.begin,
                tip=tr("Read settings and assumptions from a spreadsheet; see first what changes"),
                terms=terms,
                may_ask=True,
            ),
            Command(
                "export_workbook",
                tr("Export workbook…"),
                self.export,
                tip=tr("Write the scenarios on screen and all assumptions as a spreadsheet"),
                terms=terms,
                may_ask=True,
            ),
        )

    def scenarios(self) -> tuple[Scenario, ...]:
        """Return what is exported: the scenario, the baseline and the pins of the same case."""
        state = self._desk.store.state
        wanted = (state.scenario, state.baseline, *(pin.scenario for pin in state.pins))
        same = [each for each in wanted if each.case == state.scenario.case]
        return tuple(each for place, each in enumerate(same) if each not in same[:place])

    def export(self) -> None:
        """Ask for a file and write the scenarios with their results."""
        from explorer.paper.workbook.results import result_columns
        from explorer.paper.workbook.writing import scenario_book
        from explorer.solver.solve import solve

        scenarios = self.scenarios()
        columns = result_columns([solve(each) for each in scenarios])
        path = self._desk.exporter.export_made(
            self._desk.session.name,
            "xlsx",
            tr("Workbook"),
            lambda: scenario_book(scenarios[0].case, scenarios, columns),
        )
        self._written.tell(path)

    def begin(self) -> None:
        """Ask for a workbook and show what it would change."""
        path = self.ask_file()
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a workbook and show what it would change, or tell what is wrong with it.

        A large one is read on a thread, and the window shows how far it is; what was read before
        is let go of.
        """
        from explorer.paper.workbook.reading import read_scenario_book

        self.stop()
        self._reading = self._shown = None
        present = self._desk.store.state.scenario
        if _size(path) <= QUICK_BYTES:
            self._show(path, outcome_of(partial(read_scenario_book, path, present)))
            return
        hearer = self._hearer = _Hearer(path.name, self._heard)
        self.window.show_progress(hearer.words(0), 0)
        self.window.show()
        self.window.raise_()
        self._runner.submit(
            partial(read_scenario_book, path, present, hearer.hear),
            partial(self._show_long, path, hearer),
        )

    def stop(self) -> None:
        """Stop reading, if a workbook is being read."""
        self._hearer.is_stopped = True

    def close(self) -> None:
        """Stop reading, and let go of the thread."""
        self.stop()
        self._runner.close()

    def _show_heard(self, percent: int) -> None:
        if not self._hearer.is_stopped:
            self.window.show_progress(self._hearer.words(percent), percent)

    def _show_long(self, path: Path, hearer: "_Hearer", reading: "BookReading | Exception") -> None:
        """Show what a large workbook says, unless another is wanted by now."""
        if hearer is not self._hearer:
            return
        is_stopped, hearer.is_stopped = hearer.is_stopped, True
        if is_stopped:
            self.window.show_stopped(tr("Stopped; nothing was read."))
            return
        if isinstance(reading, Exception):
            self.window.reject()
        self._show(path, reading)

    def _show(self, path: Path, reading: "BookReading | Exception") -> None:
        """Show what was read, or tell why nothing was."""
        if isinstance(reading, ExplorerError):
            self._dialogs.tell_error(tr("Not imported"), str(reading))
            return
        if isinstance(reading, Exception):
            raise reading
        self._reading = reading
        rows = reading.rows
        names = [tr("Row {n}: {name}", n=each.row, name=each.scenario.name) for each in rows]
        summary = tr_n(
            "{file}: {n} scenario.", "{file}: {n} scenarios.", len(names), file=path.name
        )
        told = [str(each) for each in (*reading.mistakes, *reading.notes)]
        self.window.show_book(
            summary,
            names or [tr("the settings on screen")],
            "\n".join((tr("Not as it is typed:"), *cut_short(told, MOST_LINES))) if told else "",
        )
        self._look_at(0)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _look_at(self, place: int) -> None:
        from explorer.paper.workbook.difference import difference_lines

        reading, present = self._reading, self._desk.store.state.scenario
        if reading is None:
            return
        rows = reading.scenarios
        shown = rows[place] if place < len(rows) else present.with_case(reading.case)
        self._shown = shown
        lines = difference_lines(present, shown)
        if lines:
            head = tr_n("{n} thing changes:", "{n} things change:", len(lines))
            words = "\n".join((head, *(f"• {line}" for line in cut_short(lines, MOST_LINES))))
        else:
            words = tr("Nothing differs from what is on screen.")
        self.window.show_changes(words, can_take=bool(lines))

    def _take(self) -> None:
        if self._shown is None:
            return
        try:
            self._desk.store.load(self._shown, tr("import workbook"))
        except ExplorerError as error:
            # Another case was opened meanwhile.
            self._dialogs.tell_error(tr("Not imported"), str(error))
            return
        self._shown = self._reading = None
        self.window.accept()

    def _asked_file(self) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._parent, tr("Import workbook"), "", tr("Workbooks (*.xlsx);;All files (*)")
        )
        return Path(chosen) if chosen else None


class _Hearer:
    """Hears on the thread how far one workbook is read, and ends that once it is stopped."""

    def __init__(self, file: str, heard: SignalInstance) -> None:
        """Tell each further per cent by a signal; ``file`` is what to call the workbook."""
        self.is_stopped = False
        self._file = file
        self._heard = heard
        self._percent = 0

    def words(self, percent: int) -> str:
        """Return how far it is, as a sentence."""
        return tr("{file}: {percent} % read.", file=self._file, percent=percent)

    def hear(self, share: float) -> None:
        """Hear how much is read, 0 to 1; raises :class:`StoppedError` once it is stopped."""
        if self.is_stopped:
            raise StoppedError
        percent = int(100 * share)
        if percent != self._percent:
            self._percent = percent
            self._heard.emit(percent)


def _size(path: Path) -> int:
    """Return how many bytes a file has; none for one that cannot be looked at."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
