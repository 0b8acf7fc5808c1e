"""The window of assumptions: every number of the model beside the board, to be read and edited."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.figures.assumption_words import assumption_note, assumptions_state, full_title
from explorer.figures.source_words import source_text
from explorer.model.case import Case
from explorer.model.wording import tr
from explorer.ui.assumptions.assumption_cells import Column, Place
from explorer.ui.assumptions.assumption_delegate import AssumptionDelegate
from explorer.ui.assumptions.assumption_model import AssumptionModel
from explorer.ui.assumptions.assumption_tree import AssumptionTree
from explorer.ui.look.themed import TextSized
from explorer.ui.pictures.frame.word_panel import WordPanel
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.check_box import CheckBox
from explorer.ui.widgets.scrolling import QuietScroll
from explorer.ui.widgets.text_field import TextField
from explorer.ui.window.side_window import SideWindow
from explorer.ui.window.window_size import size_on_screen

WIDTHS = {
    Column.NAME: 23.0,
    Column.LOW: 3.7,
    Column.LIKELY: 8.6,
    Column.HIGH: 3.7,
    Column.STATUS: 5.0,
    Column.RESET: 3.8,
    Column.UNIT: 15.5,
}
"""How wide the columns are at first, in lines of text; the source takes what is left."""

NOTES_LINES, NOTES_SHARE = 8.5, 0.25
"""How high the notes are: so many lines of text, and at most this share of the window."""

CHANGED_WIDTH = 11.0
"""How wide the column of changes is while there are some."""


class AssumptionWindow(TextSized, SideWindow):
    """Lists every assumption under its heading, with search; never blocks the main window.

    Signals
    -------
    case_edited(object, int)
        A variation of the case that the hand asked for, and the number of the assumption.
    edit_finished()
        The hand has left a field.
    reset_all_requested()
        The hand asked for the case as it was read.
    """

    case_edited = Signal(object, int)
    edit_finished = Signal()
    reset_all_requested = Signal()

    def __init__(self, case: Case, parent: QWidget) -> None:
        super().__init__(parent, grows=False)
        self.setSizeGripEnabled(True)
        self.setWindowTitle(tr("Assumptions"))
        self.setAccessibleName(tr("Assumptions"))
        self.model = AssumptionModel(case, self)
        self.tree = AssumptionTree()
        self.search = TextField()
        self.only_changed = CheckBox(tr("&Changed only"))
        self.details = WordPanel()
        self.warnings = WordPanel()
        self._notes = QuietScroll(self.details)
        self.reset_one = QPushButton(tr("&Reset this one"))
        self.reset_all = QPushButton(tr("Reset &all"))
        self._delegate = AssumptionDelegate(self.model, self)
        self._has_changes = False
        self._build()
        self._connect()
        self.show_case(case)
        self._expand()

    def show_case(self, case: Case) -> None:
        """Show a case as it is now."""
        self.model.show_case(case)
        self.setWindowTitle(assumptions_state(case))
        self.reset_all.setEnabled(bool(case.changes))
        if bool(case.changes) != self._has_changes:
            self._has_changes = bool(case.changes)
            self._fit_status()
        self.warnings.show_words("\n".join(assumption_note(case).lines[1:]))
        self._show_details()

    def current(self) -> Place | None:
        """Return the assumption and level that the keyboard is on, if any."""
        return self.model.place(self.tree.currentIndex())

    def _build(self) -> None:
        tree = self.tree
        tree.setModel(self.model)
        tree.setItemDelegate(self._delegate)
        tree.setAccessibleName(tr("Assumptions, grouped"))
        tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        trigger = QAbstractItemView.EditTrigger
        tree.setEditTriggers(
            trigger.DoubleClicked
            | trigger.SelectedClicked
            | trigger.EditKeyPressed
            | trigger.AnyKeyPressed
        )
        tree.setTabKeyNavigation(False)
        tree.setUniformRowHeights(True)
        self._notes.setProperty("reached", True)
        self._notes.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._notes.setAccessibleName(tr("Notes on the assumption"))
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        tree.setExpandsOnDoubleClick(False)
        tree.header().setSectionsMovable(False)
        tree.installEventFilter(self)
        self.search.setPlaceholderText(tr("Search names, notes, sources"))
        self.search.setAccessibleName(tr("Search assumptions"))
        self.search.setClearButtonEnabled(True)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.only_changed)
        bottom = QHBoxLayout()
        bottom.addWidget(self.reset_one)
        bottom.addWidget(self.reset_all)
        bottom.addStretch(1)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.reject)
        bottom.addWidget(close)
        for button in (self.reset_one, self.reset_all, close):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self.page)
        layout.addLayout(top)
        layout.addWidget(tree, 1)
        layout.addWidget(self._notes)
        layout.addWidget(self.warnings)
        layout.addLayout(bottom)
        self.follow_text_size()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.only_changed.toggled.connect(self._filter)
        self.model.case_edited.connect(self.case_edited)
        self.model.refused.connect(self._show_details)
        self.model.refused.connect(self._announce_refusal)
        self.tree.selectionModel().currentChanged.connect(self._show_details)
        self.tree.clicked.connect(self._click)
        self.reset_one.clicked.connect(self._reset_current)
        self.reset_all.clicked.connect(self._reset_all)
        self._delegate.edit_finished.connect(self.edit_finished)

    def _filter(self) -> None:
        only = self.only_changed.isChecked()
        self.model.show_matching(self.search.text(), only_changed=only)
        self._expand()
        self._show_details()

    def _expand(self) -> None:
        """Open the headings; levels stay folded until they are asked for."""
        for row in range(self.model.rowCount()):
            heading = self.model.index(row, 0)
            self.tree.setFirstColumnSpanned(row, QModelIndex(), True)
            self.tree.expand(heading)

    def _show_details(self) -> None:
        place = self.current()
        if not self.model.rowCount():
            self.details.show_words(tr("No assumption matches."))
            return
        self.reset_one.setEnabled(place is not None and self._can_reset(place))
        if place is None:
            self.details.show_words(
                tr("Choose an assumption to read where it comes from. Type to change a number.")
            )
            return
        item, case = self.model.item(place.number), self.model.case
        lines = [
            full_title(case, item),
            " ".join(part for part in (item.note, source_text(case, item.source)) if part),
            tr("Unit: {unit}. Id: {id}", unit=item.unit, id=item.id),
        ]
        if item.kind == "levels":
            lines.append(tr("Low and high are factors by which all levels are scaled at once."))
        if status := self.model.status(place.number):
            lines.append(tr("This is {status}.", status=status))
        if reason := self.model.reason(place.number):
            lines.append(tr("\N{WARNING SIGN} {reason}", reason=reason))
        self.details.show_words("\n".join(lines))

    def _announce_refusal(self, number: int) -> None:
        announce(self.details, self.model.reason(number))

    def _can_reset(self, place: Place) -> bool:
        is_changed = self.model.is_changed(place.number)
        return is_changed or bool(self.model.reason(place.number))

    def _click(self, index: QModelIndex) -> None:
        if index.column() == Column.RESET:
            self._reset_current()

    def _reset_current(self) -> None:
        place = self.current()
        if place is not None and self._can_reset(place):
            self.model.reset(place.number)
            self.edit_finished.emit()
            self._show_details()

    def _reset_all(self) -> None:
        self.model.forget_refused()
        self.reset_all_requested.emit()

    def follow_text_size(self) -> None:
        em = self.fontMetrics().height()
        self.resize(size_on_screen(self, 84, 42))
        self._fit_notes()
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        # The source is told in full below the list; in the list it takes what is left.
        header.setStretchLastSection(True)
        for column, width in WIDTHS.items():
            header.resizeSection(column, round(width * em))
        self._fit_status()

    def _fit_notes(self) -> None:
        """Give the notes always the same room: the list keeps still while one walks through it."""
        usual = round(NOTES_LINES * self.fontMetrics().height())
        self._notes.setFixedHeight(min(usual, round(NOTES_SHARE * self.height())))

    def _fit_status(self) -> None:
        """Give what changed the room of its words only while something is changed."""
        width = CHANGED_WIDTH if self._has_changes else WIDTHS[Column.STATUS]
        self.tree.header().resizeSection(Column.STATUS, round(width * self.fontMetrics().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            on_reset = self.tree.currentIndex().column() == Column.RESET
            is_delete = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
            if self.tree.state() == QAbstractItemView.State.EditingState:
                # The field has had this key already.
                return is_enter
            if is_delete or (is_enter and on_reset):
                self._reset_current()
                return True
            if is_enter and self.current() is not None:
                self.tree.edit(self.tree.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_notes()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.tree.currentIndex().isValid():
            self.search.setFocus()
