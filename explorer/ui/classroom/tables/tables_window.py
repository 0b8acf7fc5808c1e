"""The window *Class of tables*: what each table did, and what a class can be shown of it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.classroom.tables.grid import Grid
from explorer.model.case import Case
from explorer.model.table_result import (
    FEWEST_TABLES,
    LARGEST_SEED,
    MOST_TABLES,
    MOST_VARIANTS,
    TableClass,
)
from explorer.model.wording import tr
from explorer.ui.classroom.tables.tables_model import TablesModel
from explorer.ui.classroom.tables.tables_view import TablesView
from explorer.ui.controls.number_box import NumberBox
from explorer.ui.look.themed import TextSized
from explorer.ui.pictures.frame.word_panel import WordPanel
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.check_box import CheckBox
from explorer.ui.widgets.wrapping_row import WrappingRow
from explorer.ui.window.side_window import SideWindow
from explorer.ui.window.window_size import size_on_screen

WIDE, HIGH = 84, 36
"""How large the window is at first, in lines of text."""

FIRST_WIDTHS = (9.0, 4.0, 5.0)
"""How wide table, variant and outcome are, in lines of text."""

ISSUE_WIDTH = 9.5
"""How wide the column of an issue is."""


class TablesWindow(TextSized, SideWindow):
    """Lists the tables of a class; it never blocks the main window.

    Signals
    -------
    rows_typed(object)
        The rows as they would be after what was typed.
    class_changed(int, int, int)
        How many tables, which seed, how many sets of private values.
    asked(str)
        The id of what a button asks for: "sheets", "open", "paste", "save", "picture",
        "audience" or "document".
    """

    rows_typed = Signal(object)
    class_changed = Signal(int, int, int)
    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, grows=False)
        self.setSizeGripEnabled(True)
        self.setWindowTitle(tr("Class of tables"))
        self.setAccessibleName(tr("Class of tables"))
        self.model = TablesModel(self)
        self.view = TablesView(self.model)
        self.tables = _box(tr("Number of tables"), FEWEST_TABLES, MOST_TABLES)
        self.seed = _box(tr("Seed of the private values"), 0, LARGEST_SEED)
        self.variants = _box(tr("Sets of private values"), 1, MOST_VARIANTS)
        self.hides_names = CheckBox(tr("&Hide names"))
        self.status = WordPanel()
        self.buttons = {id_: QPushButton(words) for id_, words in _actions()}
        self._notice = ""
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._build()
        self._connect()

    def show_class(self, case: Case, tables: TableClass, grid: Grid) -> None:
        """Show a class as it is now."""
        boxes = (self.tables, self.seed, self.variants)
        blockers = [QSignalBlocker(box) for box in boxes]
        for box, value in zip(boxes, (tables.tables, tables.seed, tables.variants), strict=True):
            box.setValue(value)
        for blocker in blockers:
            blocker.unblock()
        self.model.show_grid(case, grid, tables.variants)
        for id_ in ("picture", "audience", "document"):
            self.buttons[id_].setEnabled(bool(tables.results))
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, 2))
        self._show_status()

    def tell(self, words: str) -> None:
        """Tell what an action came to, below the grid."""
        self.status.show_words(words)
        announce(self.status, words)

    def show_notice(self, words: str) -> None:
        """Show what became of that which was typed last, below the grid; "" for nothing to say."""
        self._notice = words
        self._show_status()
        if words:
            announce(self.status, words)

    def _build(self) -> None:
        form = QHBoxLayout()
        for words, box in (
            (tr("&Tables"), self.tables),
            (tr("&Variants"), self.variants),
            (tr("S&eed"), self.seed),
        ):
            part = QFormLayout()
            part.addRow(words, box)
            form.addLayout(part)
        form.addStretch(1)
        form.addWidget(self.hides_names)
        row = WrappingRow()
        for button in self.buttons.values():
            button.setAutoDefault(False)
            row.row.addWidget(button)
            self._group.addButton(button)
        layout = QVBoxLayout(self.page)
        layout.addLayout(form)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.status)
        layout.addWidget(row)
        self.follow_text_size()

    def _connect(self) -> None:
        self.model.typed.connect(self.rows_typed)
        self.model.modelReset.connect(self._fit_columns)
        self.view.selectionModel().currentChanged.connect(self._show_status)
        for box in (self.tables, self.seed, self.variants):
            box.valueChanged.connect(self._change_class)
        self._group.buttonClicked.connect(self._ask)

    def _ask(self, button: QAbstractButton) -> None:
        self.asked.emit(next(id_ for id_, each in self.buttons.items() if each is button))

    def _change_class(self) -> None:
        self.class_changed.emit(self.tables.value(), self.seed.value(), self.variants.value())

    def _show_status(self) -> None:
        grid, row = self.model.grid, self.view.currentIndex().row()
        mistake = self.model.mistake(row)
        lines = [grid.status, *([self._notice] if self._notice else [])]
        if mistake:
            lines.append(tr("\N{WARNING SIGN} This line: {mistake}", mistake=mistake))
        else:
            lines.append(tr("Type a level’s number or its words; Enter goes to the next cell."))
        self.status.show_words("\n".join(lines))

    def follow_text_size(self) -> None:
        self.resize(size_on_screen(self, WIDE, HIGH))
        em = self.fontMetrics().height()
        self.view.verticalHeader().setDefaultSectionSize(round(2 * em))
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give the columns their widths; whenever the model begins anew, they are new ones."""
        em, header = self.fontMetrics().height(), self.view.horizontalHeader()
        header.setDefaultSectionSize(round(ISSUE_WIDTH * em))
        for column, width in enumerate(FIRST_WIDTHS):
            header.resizeSection(column, round(width * em))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view.setFocus()


def _box(name: str, low: int, high: int) -> NumberBox:
    box = NumberBox()
    box.setRange(low, high)
    box.setAccessibleName(name)
    return box


def _actions() -> tuple[tuple[str, str], ...]:
    return (
        ("sheets", tr("&Role sheets…")),
        ("open", tr("&Open CSV…")),
        ("paste", tr("&Paste results")),
        ("save", tr("&Save CSV…")),
        ("picture", tr("&Debrief picture")),
        ("audience", tr("On the &audience’s screen")),
        ("document", tr("Write debrie&f…")),
    )
