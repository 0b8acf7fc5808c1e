"""The assumption session: opens the window of assumptions and takes its edits to the store."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from explorer.figures.assumption_words import edit_name
from explorer.model.assumption import assumptions, original
from explorer.model.case import Case
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.store.store import Store

if TYPE_CHECKING:
    from explorer.ui.assumptions.assumption_window import AssumptionWindow


class AssumptionSession(QObject):
    """Keeps the window and the store in step; what is typed into one field is one step to undo.

    ``window``: The window beside which the assumptions are shown.
    """

    def __init__(self, window: QWidget, store: Store) -> None:
        super().__init__(window)
        self._parent = window
        self._store = store
        self._is_editing = False
        self._window: AssumptionWindow | None = None
        store.subscribe(self._on_state)

    @property
    def window(self) -> "AssumptionWindow | None":
        """The window, once it has been opened."""
        return self._window

    def open(self) -> None:
        """Show the window of assumptions."""
        if self._window is None:
            from explorer.ui.assumptions.assumption_window import AssumptionWindow

            self._window = AssumptionWindow(self._store.state.scenario.case, self._parent)
            self._window.case_edited.connect(self._vary)
            self._window.edit_finished.connect(self._finish)
            self._window.reset_all_requested.connect(self.reset_all)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def reset_all(self) -> None:
        """Put every assumption back to what the case gives."""
        case = self._store.state.scenario.case
        self._finish()
        if case.changes:
            self._store.vary(original(case), tr("reset assumptions"))

    def _vary(self, case: Case, number: int) -> None:
        name = edit_name(case, assumptions(case)[number])
        if not self._is_editing:
            self._is_editing = True
            self._store.begin_gesture(name)
        self._store.vary(case, name)

    def _finish(self) -> None:
        if self._is_editing:
            self._is_editing = False
            self._store.end_gesture()

    def _on_state(self, old: State, new: State) -> None:
        if self._window is not None and new.scenario.case is not old.scenario.case:
            self._window.show_case(new.scenario.case)
