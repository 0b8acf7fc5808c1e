"""The commands of the class of tables: its grid, and what is written and shown of it."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.classroom.tables.cells import key_of
from explorer.classroom.tables.columns import TABLE
from explorer.classroom.tables.grid import (
    Cells,
    grid_of,
    summary_words,
    with_reading,
    with_rows,
)
from explorer.classroom.tables.plan import Plan, fitting, plan_of
from explorer.classroom.tables.reading import Reading, read_results, read_results_file
from explorer.classroom.tables.writing import results_file
from explorer.files.json_text import as_object
from explorer.model.errors import ExplorerError
from explorer.model.table_result import LONGEST_NAME, MOST_TABLES, TableClass, TableResult
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.commands.command import Command
from explorer.ui.commands.levels import LevelCommands
from explorer.ui.commands.written_files import WrittenFiles
from explorer.ui.window.desk import Desk
from explorer.views.tables import ALL, HIDE_NAMES, TABLES

if TYPE_CHECKING:
    from explorer.ui.classroom.tables.tables_window import TablesWindow
    from explorer.ui.commands.tables_papers import TablesPapers

GAINS = "gains"
"""The view that shows tables."""


class TablesCommands(QObject):
    """Opens the class of tables, keeps it in the document, and makes sheets and debriefs of it."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        levels: LevelCommands,
        written: WrittenFiles,
    ) -> None:
        """Serve a window; ``levels`` lead to the presentation, ``written`` tells of files."""
        super().__init__(window)
        self._parent = window
        self._desk = desk
        self._levels = levels
        self._written = written
        self._is_open = False
        self.ask_file: Callable[[], Path | None] = self._asked_file
        desk.store.subscribe(self._on_state)

    @cached_property
    def window(self) -> "TablesWindow":
        """The window of the class, made when first wanted."""
        from explorer.ui.classroom.tables.tables_window import TablesWindow

        made = TablesWindow(self._parent)
        made.rows_typed.connect(self._type)
        made.class_changed.connect(self._change_class)
        made.asked.connect(self._act)
        made.hides_names.toggled.connect(self._hide_names)
        self._is_open = True
        return made

    @cached_property
    def papers(self) -> "TablesPapers":
        """What writes sheets and debriefs, made when first wanted."""
        from explorer.ui.commands.tables_papers import TablesPapers

        made = TablesPapers(self.window, self._desk, self._written)
        made.sheets_written.connect(self._keep_sheets)
        made.refused.connect(self.window.tell)
        return made

    def table(self) -> tuple[Command, ...]:
        """Return the command, in the reader's language."""
        return (
            Command(
                "class_of_tables",
                tr("Class of ta&bles…"),
                self.open,
                tip=tr("Collect what the tables of a role play agreed, and debrief the class"),
                terms=tr("role play results debrief role sheets delegation grid CSV"),
            ),
        )

    def open(self) -> None:
        """Bring the window to the front."""
        self._show()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def add_table(self, entry: object) -> None:
        """Take up how a table ended that bargained at this machine, as the next free table.

        ``entry``: Fields of a :class:`TableResult` without its name; anything else is left out.
        """
        tables = self.tables
        told = {result.name for result in tables.results}
        names = map(self.plan.name_of, range(1, MOST_TABLES + 1))
        free = next((name for name in names if name not in told), None)
        fields = as_object(entry)
        try:
            result = TableResult.model_validate({**fields, "name": free})
        except ValueError:
            return
        self._keep(with_reading(tables, Reading((result,))), tr("add a table"))

    @property
    def tables(self) -> TableClass:
        """The class of the document; a usual one where it has none yet."""
        state = self._desk.store.state
        return fitting(state.classroom.tables or TableClass(), state.scenario.case)

    @property
    def plan(self) -> Plan:
        """The role play of the document."""
        return plan_of(self._desk.store.state.scenario, self.tables)

    def _act(self, action: str) -> None:
        actions: dict[str, Callable[[], None]] = {
            "sheets": self.papers.ask_for_sheets,
            "open": self._open_file,
            "paste": self._paste,
            "save": self._save,
            "picture": self._show_picture,
            "audience": self._show_audience,
            "document": self._ask_for_debrief,
        }
        actions[action]()

    def _keep(self, tables: TableClass, name: str, join_key: str | None = None) -> None:
        store = self._desk.store
        if tables != self.tables:
            store.teach(store.state.classroom.having(tables=tables), name, join_key)

    def _type(self, rows: Sequence[Cells]) -> None:
        self._keep(with_rows(self.plan, self.tables, rows), tr("type results"))
        shown = grid_of(self.plan, self.tables).rows
        self.window.show_notice(_refused_name(rows, shown))

    def _change_class(self, count: int, seed: int, variants: int) -> None:
        tables = self.tables.having(tables=count, seed=seed, variants=variants)
        self._keep(tables, tr("change the class of tables"), "class_of_tables")

    def _hide_names(self, is_on: bool) -> None:
        self._desk.pictures.choose(HIDE_NAMES, "on" if is_on else "off")

    def _keep_sheets(self, tables: TableClass) -> None:
        self._keep(tables, tr("make role sheets"))

    def _ask_for_debrief(self) -> None:
        self.papers.ask_for_debrief(hides_names=self.window.hides_names.isChecked())

    def _open_file(self) -> None:
        path = self.ask_file()
        if path is not None:
            self._read(lambda: read_results_file(path, self.plan))

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        self._read(lambda: read_results(text, self.plan, name=tr("The clipboard")))

    def _read(self, read: Callable[[], Reading]) -> None:
        try:
            found = read()
        except ExplorerError as error:
            self.window.tell(str(error))
            return
        self._keep(with_reading(self.tables, found), tr("read results"))
        self.window.tell(summary_words(found))

    def _save(self) -> None:
        content = results_file(self.plan, self.tables.results)
        path = self._desk.exporter.export_file(tr("Results"), "csv", tr("Table"), content)
        self._written.tell(path)

    def _show_picture(self) -> None:
        pictures = self._desk.pictures
        pictures.choose(TABLES, ALL)
        self._hide_names(self.window.hides_names.isChecked())
        pictures.show_view(GAINS)

    def _show_audience(self) -> None:
        self._show_picture()
        self._levels.present(is_on=True)
        self._levels.presentation.show_view(GAINS)

    def _asked_file(self) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self.window, tr("Open results"), "", tr("Tables (*.csv *.txt *.tsv);;All files (*)")
        )
        return Path(chosen) if chosen else None

    def _show(self) -> None:
        case, tables = self._desk.store.state.scenario.case, self.tables
        self.window.show_class(case, tables, grid_of(self.plan, tables))

    def _on_state(self, old: State, new: State) -> None:
        has_new_case = new.scenario.case is not old.scenario.case
        if new.classroom.tables is not old.classroom.tables:
            self._desk.pictures.show_pictures()
        elif not has_new_case:
            return
        if self._is_open:
            self._show()


def _refused_name(typed: Sequence[Cells], kept: Sequence[Cells]) -> str:
    """Return what to say of a name that was typed and not taken up; "" for nothing."""
    for row, shown in zip(typed, kept, strict=False):
        name = row.get(TABLE, "")[:LONGEST_NAME]
        if name and key_of(name) != key_of(shown.get(TABLE, "")):
            return tr("“{name}” is no name here: another table goes by it.", name=name)
    return ""
