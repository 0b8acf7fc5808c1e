"""The editor of one thing that a study varies: fields for numbers, ticks for a few values."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from explorer.figures.study_form import (
    chosen_entries,
    factor_entries,
    factor_title,
    with_entries,
    with_ways,
)
from explorer.model.case import Case
from explorer.model.study_plan import Factor
from explorer.model.study_ways import Ways
from explorer.model.wording import tr
from explorer.ui.study.ways_editor import WaysEditor
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.tick_list import TickList


class FactorEditor(QWidget):
    """Edits the chosen factor.

    ``edited(object)``: The factor as the hand wants it.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._factor: Factor | None = None
        self.title = Label(is_strong=True)
        self.title.setWordWrap(True)
        self.ways = WaysEditor()
        self.ticks = TickList()
        self.ticks.setAccessibleName(tr("Values that are gone through"))
        self.ticks.setWordWrap(True)
        self.nothing = Label(tr("Add what is varied: settings, red lines, assumptions."))
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._pages = QStackedWidget()
        for page in (self.nothing, self.ways, self.ticks):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.title)
        layout.addWidget(self._pages, 1)
        self.ways.edited.connect(self._take_ways)
        self.ticks.itemChanged.connect(self._take_ticks)

    def show_factor(self, case: Case, factor: Factor | None) -> None:
        """Show a factor, or None for none; emits nothing."""
        self._case, self._factor = case, factor
        self.title.setVisible(factor is not None)
        if factor is None:
            self._pages.setCurrentWidget(self.nothing)
            return
        self.title.setText(factor_title(case, factor))
        entries = factor_entries(case, factor)
        if entries or factor.kind == "structure":
            self.ticks.show_entries(entries, chosen_entries(factor, entries))
            self._pages.setCurrentWidget(self.ticks)
        else:
            self.ways.show_ways(factor.ways)
            self._pages.setCurrentWidget(self.ways)

    def _take_ways(self, ways: Ways) -> None:
        if self._factor is not None:
            self.edited.emit(with_ways(self._factor, ways))

    def _take_ticks(self, item: QListWidgetItem) -> None:
        factor, case = self._factor, self._case
        if factor is None or case is None:
            return
        chosen = self.ticks.ticked()
        if chosen:
            self.edited.emit(with_entries(factor, chosen))
        else:
            # One at least stays: what has no value is not varied but taken away.
            self.ticks.keep(item)
