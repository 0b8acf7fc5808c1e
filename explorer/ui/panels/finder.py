"""The finder: type a few letters, pick a command, a control, a picture or a page, go there."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.figures.finder import Entry, best_first, kind_name
from explorer.model.wording import tr, tr_n
from explorer.ui.look.foreign_text import plain_words
from explorer.ui.look.typography import spacing
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.text_field import TextField

WIDTH, HEIGHT, TOP = 560, 400, 60
"""Size, and distance from the parent's upper edge, in units."""

MOST = 60
"""How many entries are listed; more than that nobody reads through."""


class Finder(QFrame):
    """A field, and what holds all the words typed into it, the best match first.

    It lies over its parent. ``chosen`` carries the :class:`~explorer.figures.finder.Entry` that
    was picked. Escape, or anything that takes the keyboard elsewhere, closes it.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._found: tuple[Entry, ...] = ()
        self._opener: QWidget | None = None
        self._field = TextField(self)
        self._list = QTreeWidget(self)
        self._nothing = Label(tr("Nothing has these words. Try one word, or a part of it."), self)
        self._arrange()
        self.hide()

    def pop_up(self, entries: Iterable[Entry]) -> None:
        """Open empty over the parent's upper part, ready to be typed into.

        ``entries``: What can be found, in the order in which it is listed while nothing is typed.
        """
        self._entries = tuple(entries)
        if self.isHidden():
            self._opener = QApplication.focusWidget()
        self._field.clear()
        self._show_matches("")
        parent = self.parentWidget()
        if parent is not None:
            self._place(parent)
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def matches(self) -> tuple[Entry, ...]:
        """Return what is listed, the best match first."""
        return self._found

    def _place(self, parent: QWidget) -> None:
        width, top = min(spacing(self, WIDTH), parent.width()), spacing(self, TOP)
        height = min(spacing(self, HEIGHT), parent.height() - top)
        self.setGeometry((parent.width() - width) // 2, top, width, height)
        self.raise_()

    def _arrange(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAccessibleName(tr("Find"))
        self._field.setPlaceholderText(tr("Find a command, control, picture or page"))
        self._field.setAccessibleName(tr("Find a command, control, picture or page"))
        self._field.setClearButtonEnabled(True)
        self._field.textEdited.connect(self._on_typed)
        self._field.textChanged.connect(self._show_matches)
        self._field.returnPressed.connect(self._choose_current)
        self._field.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.setAccessibleName(tr("What was found"))
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._choose_current)
        self._list.itemClicked.connect(self._choose_current)
        self._nothing.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self._field)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)

    def _show_matches(self, text: str) -> None:
        self._found = best_first(self._entries, text)[:MOST]
        self._list.clear()
        for entry in self._found:
            aside = tr("{kind}  {keys}", kind=kind_name(entry.kind), keys=entry.keys)
            item = QTreeWidgetItem([entry.title, aside.strip()])
            item.setToolTip(0, plain_words(entry.title))
            item.setForeground(1, self.palette().placeholderText())
            self._list.addTopLevelItem(item)
        self._select(0)
        self._nothing.setVisible(not self._found)

    def _on_typed(self) -> None:
        """Say what the best match is: the keyboard stays in the field."""
        text = self._nothing.text()
        if self._found:
            count, first = len(self._found), self._found[0].title
            text = tr_n("{n} found: {first}", "{n} found, first {first}", count, first=first)
        announce(self._list if self._found else self._nothing, text)

    def _choose_current(self) -> None:
        place = self._list.indexOfTopLevelItem(self._list.currentItem())
        if place < 0:
            return
        self._give_keyboard_back()
        self.chosen.emit(self._found[place])

    def _give_keyboard_back(self) -> None:
        opener, self._opener = self._opener, None
        # Before hiding: Qt would give the keyboard to whatever comes next, and have it spoken.
        if opener is not None and opener.isVisible():
            opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def _select(self, row: int) -> None:
        item = self._list.topLevelItem(row)
        if item is not None:
            self._list.setCurrentItem(item)

    def _step_through(self, key: int) -> bool:
        """Walk the list by an arrow key; tell whether it was one."""
        step = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}.get(key, 0)
        row = self._list.indexOfTopLevelItem(self._list.currentItem()) + step
        self._select(min(max(row, 0), len(self._found) - 1))
        if step and self._found:
            announce(self._list, self._found[row].title)
        return step != 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrow keys walk the list from the field, and close when the keyboard goes away."""
        if event.type() == QEvent.Type.FocusOut:
            focused = QApplication.focusWidget()
            if focused is not None and not self.isAncestorOf(focused):
                self.hide()
        is_key = event.type() == QEvent.Type.KeyPress and watched is self._field
        if is_key and isinstance(event, QKeyEvent) and self._step_through(event.key()):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Escape and give the keyboard back."""
        if event.key() == Qt.Key.Key_Escape:
            self._give_keyboard_back()
        else:
            super().keyPressEvent(event)
