"""The list of what a study varies, with the menu from which something is added by its name."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QListWidget, QMenu, QPushButton, QVBoxLayout, QWidget

from explorer.figures.study_form import FactorMenu, factor_menus, factor_title, ways_words
from explorer.model.case import Case
from explorer.model.study_plan import Factor
from explorer.model.wording import tr
from explorer.ui.look.foreign_text import button_text
from explorer.ui.look.long_words import shortened
from explorer.ui.widgets.menu_button import MenuButton
from explorer.ui.widgets.wrapping_row import WrappingRow

LONGEST = 70
"""Letters of an entry of the menu at most."""


class _Factors(QListWidget):
    """``removal_wanted()``: The Delete key was pressed."""

    removal_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)


class FactorList(QWidget):
    """Shows what is varied, each with its values in words.

    Signals
    -------
    chosen(int)
        Another place in the list is shown; -1 for none.
    add_wanted(str)
        The hand chose something to be varied, by its key.
    remove_wanted(int), move_wanted(int, int)
        The hand takes one away, or moves it by so many places.
    """

    chosen = Signal(int)
    add_wanted = Signal(str)
    remove_wanted = Signal(int)
    move_wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _Factors()
        self.list.setAccessibleName(tr("What is varied"))
        self.list.setWordWrap(True)
        self.menu = QMenu(self)
        self.add_button = MenuButton(self.menu, is_framed=True)
        self.add_button.setText(tr("Add…"))
        self.add_button.setAccessibleName(tr("Add what is varied"))
        self.remove_button = QPushButton(tr("Remove"))
        self.up_button = QPushButton(tr("Up"))
        self.down_button = QPushButton(tr("Down"))
        self._menus: tuple[FactorMenu, ...] = ()
        self._arrange()

    def show_factors(self, case: Case, factors: tuple[Factor, ...], place: int) -> None:
        """Show factors with one of them chosen; emits nothing."""
        blocker = QSignalBlocker(self.list)
        words = [f"{factor_title(case, each)}\n{ways_words(case, each)}" for each in factors]
        if [self.list.item(row).text() for row in range(self.list.count())] != words:
            self.list.clear()
            self.list.addItems(words)
        self.list.setCurrentRow(min(place, len(words) - 1))
        blocker.unblock()
        self._enable()
        self._fill(factor_menus(case, (each.key for each in factors)))

    @property
    def place(self) -> int:
        """The place of the chosen factor; -1 for none."""
        return self.list.currentRow()

    def _arrange(self) -> None:
        row = WrappingRow()
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            row.row.addWidget(button)
        for button in (self.remove_button, self.up_button, self.down_button):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(row)
        self.list.currentRowChanged.connect(self._choose)
        self.list.removal_wanted.connect(self._remove)
        self.remove_button.clicked.connect(self._remove)
        self.up_button.clicked.connect(self._move_up)
        self.down_button.clicked.connect(self._move_down)

    def _choose(self, place: int) -> None:
        self._enable()
        self.chosen.emit(place)

    def _enable(self) -> None:
        place, count = self.place, self.list.count()
        self.remove_button.setEnabled(place >= 0)
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(0 <= place < count - 1)

    def _remove(self) -> None:
        if self.place >= 0:
            self.remove_wanted.emit(self.place)

    def _move_up(self) -> None:
        self.move_wanted.emit(self.place, -1)

    def _move_down(self) -> None:
        self.move_wanted.emit(self.place, 1)

    def _fill(self, menus: tuple[FactorMenu, ...]) -> None:
        """Fill the menu, unless it offers this already."""
        if menus == self._menus:
            return
        self._menus = menus
        for old in self.menu.findChildren(QMenu):
            old.deleteLater()
        self.menu.clear()
        _fill_menu(self.menu, menus, self._add)

    def _add(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.add_wanted.emit(str(action.data()))


def _fill_menu(menu: QMenu, menus: Iterable[FactorMenu], add: object) -> None:
    for each in menus:
        within = QMenu(button_text(shortened(each.title, LONGEST)), menu)
        menu.addMenu(within)
        for key, words in each.offers:
            action = QAction(button_text(shortened(words, LONGEST)), within)
            action.setData(key)
            action.setToolTip(words)
            action.triggered.connect(add)
            within.addAction(action)
        _fill_menu(within, each.menus, add)
