"""The study window: its plan, its rows, their pictures, and where an outcome holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.figures.choice import Choice
from explorer.figures.study_table import StudyTable
from explorer.model.wording import tr
from explorer.ui.look.foreign_text import title_text
from explorer.ui.look.themed import TextSized
from explorer.ui.pictures.frame.segments import Segments
from explorer.ui.pictures.frame.word_panel import WordPanel
from explorer.ui.study.boxes_page import BoxesPage
from explorer.ui.study.plan_form import PlanForm
from explorer.ui.study.rows_model import RowsModel
from explorer.ui.study.rows_view import RowsView
from explorer.ui.study.study_pictures import StudyPictures
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.menu_button import MenuButton
from explorer.ui.widgets.scrolling import DownScroll
from explorer.ui.widgets.stacks import leave_room_to
from explorer.ui.widgets.wrapping_row import WrappingRow
from explorer.ui.window.side_window import SideWindow
from explorer.ui.window.window_size import size_on_screen

WIDE, HIGH = 84, 44
"""How large the window is at first, in lines of text."""

PLAN, ROWS, PICTURES, BOXES = "plan", "rows", "pictures", "boxes"
PAGE = "study.page"

ACTIONS = ("open", "save", "run", "stop", "resume")

THOUSAND = 1000
"""The bar of progress counts thousandths."""


class StudyWindow(TextSized, SideWindow):
    """Shows a study and what came of it; it never blocks the main window.

    Signals
    -------
    asked(str)
        The id of what a button asks for, one of :data:`ACTIONS`, or the ending of the file into
        which the rows shall go, such as ".csv".
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, grows=False)
        self.setSizeGripEnabled(True)
        self.setAccessibleName(tr("Study"))
        self.pages = Segments()
        self.form = PlanForm()
        self._plan_page = DownScroll(self.form)
        self.model = RowsModel(self)
        self.rows = RowsView(self.model)
        self.pictures = StudyPictures()
        self.boxes = BoxesPage()
        self._nothing_page = QWidget()
        self.nothing = WordPanel()
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.size_panel = WordPanel()
        self.status = WordPanel()
        self.progress = QProgressBar()
        self.progress.setRange(0, THOUSAND)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of the study"))
        self.buttons = {id_: QPushButton(words) for id_, words in _actions()}
        self.export_menu = QMenu(self)
        self.export_button = MenuButton(self.export_menu, is_framed=True)
        self.export_button.setText(tr("Export rows…"))
        self.export_button.setAccessibleName(tr("Export the rows"))
        self._stack = QStackedWidget()
        self._page = PLAN
        self._arrange()
        self.show_title("")
        self.show_rows(None)
        self.show_page(PLAN)

    def show_title(self, name: str) -> None:
        """Tell in the title which study it is."""
        words = tr("Study") if not name else tr("Study: {name}", name=name)
        self.setWindowTitle(title_text(words))

    def show_rows(self, table: StudyTable | None) -> None:
        """Show the rows of a study everywhere; None, or none of them, for nothing."""
        shown = table if table is not None and table.size else None
        self.model.show_table(shown)
        self.pictures.show_table(shown)
        self.boxes.show_table(shown)
        self.export_button.setEnabled(shown is not None)
        self.nothing.show_words(
            tr("No rows yet. Say on the page “Plan” what is varied, and press “Run”.")
        )
        self.show_page(self._page)

    def show_page(self, page: str) -> None:
        """Show the plan, the rows, their pictures, or where an outcome holds."""
        self._page = page
        self.pages.show_choice(_page_choice(page))
        has_rows = self.model.table is not None
        widgets: dict[str, QWidget] = {
            PLAN: self._plan_page,
            ROWS: self.rows,
            PICTURES: self.pictures,
            BOXES: self.boxes,
        }
        widget = widgets[page] if has_rows or page == PLAN else self._nothing_page
        leave_room_to(self._stack, widget)
        self._stack.setCurrentWidget(widget)
        self.size_panel.setVisible(page == PLAN and bool(self.size_panel.text()))

    def show_size(self, words: str) -> None:
        """Tell how large the study is, or what is wrong with it."""
        self.size_panel.show_words(words)
        self.size_panel.setVisible(self._page == PLAN and bool(words))

    def show_work(self, *, is_running: bool, can_run: bool, can_resume: bool) -> None:
        """Offer what can be done now."""
        self.buttons["run"].setVisible(not is_running)
        self.buttons["run"].setEnabled(can_run)
        self.buttons["stop"].setVisible(is_running)
        self.buttons["stop"].setEnabled(is_running)
        self.buttons["resume"].setVisible(can_resume and not is_running)
        self.progress.setVisible(is_running)
        self.boxes.show_work(is_at_work=is_running)

    def show_progress(self, share: float, words: str) -> None:
        """Tell how far the work is, 0 to 1."""
        self.progress.setValue(round(THOUSAND * share))
        self.progress.setAccessibleDescription(words)
        self.status.show_words(words)

    def tell(self, words: str) -> None:
        """Tell what came of something; "" for nothing to tell."""
        self.status.show_words(words)
        announce(self.status, words)

    def follow_text_size(self) -> None:
        self.resize(size_on_screen(self, WIDE, HIGH))

    def _choose_page(self, _choice: str, page: str) -> None:
        self.show_page(page)

    def _arrange(self) -> None:
        empty = QVBoxLayout(self._nothing_page)
        empty.addWidget(self.nothing)
        empty.addStretch(1)
        for page in (self._plan_page, self.rows, self.pictures, self.boxes, self._nothing_page):
            self._stack.addWidget(page)
        # The pages take what room there is and scroll by themselves: the buttons stay in sight.
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.pages.made.connect(self._choose_page)
        top = QHBoxLayout()
        top.addWidget(self.pages)
        top.addStretch(1)
        row = WrappingRow()
        for button in (self.buttons["open"], self.buttons["save"], self.export_button):
            row.row.addWidget(button)
        for words, ending in _forms():
            action = self.export_menu.addAction(words)
            action.setData(ending)
            action.triggered.connect(self._ask_for_export)
        row.row.add_stretch()
        for id_ in ("resume", "stop", "run"):
            row.row.addWidget(self.buttons[id_])
        for id_, button in self.buttons.items():
            button.setAutoDefault(False)
            button.setProperty("action", id_)
            button.clicked.connect(self._ask)
        self.buttons["run"].setProperty("primary", True)
        layout = QVBoxLayout(self.page)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.size_panel)
        layout.addWidget(self.progress)
        layout.addWidget(self.status)
        layout.addWidget(row)
        self.follow_text_size()

    def _ask(self) -> None:
        self.asked.emit(str(self.sender().property("action")))

    def _ask_for_export(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.asked.emit(str(action.data()))


def _page_choice(page: str) -> Choice:
    entries = (
        (PLAN, tr("Plan")),
        (ROWS, tr("Rows")),
        (PICTURES, tr("Pictures")),
        (BOXES, tr("Where it holds")),
    )
    return Choice(PAGE, tr("Page"), entries, page)


def _actions() -> tuple[tuple[str, str], ...]:
    return (
        ("open", tr("&Open…")),
        ("save", tr("Sav&e study…")),
        ("resume", tr("Res&ume")),
        ("stop", tr("&Stop")),
        ("run", tr("&Run")),
    )


def _forms() -> tuple[tuple[str, str], ...]:
    return (
        (tr("CSV table"), ".csv"),
        (tr("Excel workbook"), ".xlsx"),
        ("JSON", ".json"),
        ("Parquet", ".parquet"),
    )
