"""The finder of controls: type a few letters, pick, and the panel jumps there."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.figures.phrase import control_title
from explorer.model.case import Case
from explorer.model.wording import tr
from explorer.ui.panels.typography import spacing
from explorer.ui.theme import Theme
from explorer.ui.widgets.text_field import TextField

ID_ROLE = Qt.ItemDataRole.UserRole

WIDTH, HEIGHT, TOP = 420, 340, 60
"""Size, and distance from the parent's upper edge, in units."""


class FindControl(QFrame):
    """A field and the controls whose name or purpose holds all the words typed into it.

    It lies over its parent. ``control_chosen`` carries the control's id. Escape, or anything
    that takes the keyboard elsewhere, closes it.
    """

    control_chosen = Signal(str)

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._opener: QWidget | None = None
        self._field = TextField(self)
        self._list = QListWidget(self)
        self._arrange()
        self._show_matches("")
        self.hide()

    def pop_up(self) -> None:
        """Open empty over the parent's upper part, ready to be typed into."""
        if self.isHidden():
            self._opener = QApplication.focusWidget()
        self._field.clear()
        parent = self.parentWidget()
        if parent is not None:
            width = min(spacing(self, WIDTH), parent.width())
            top = spacing(self, TOP)
            self.setGeometry(
                (parent.width() - width) // 2,
                top,
                width,
                min(spacing(self, HEIGHT), parent.height() - top),
            )
            self.raise_()
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_case(self, case: Case) -> None:
        """Find among the controls of another case."""
        self._case = case
        self._show_matches(self._field.text())

    def show_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the field and the list follow the program's style."""
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, theme.raised)
        self.setPalette(colours)

    def matches(self) -> tuple[str, ...]:
        """Return the ids of the controls that are listed."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return tuple(str(item.data(ID_ROLE)) for item in items)

    def _arrange(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAccessibleName(tr("Find control"))
        self._field.setPlaceholderText(tr("Find a control"))
        self._field.setAccessibleName(tr("Find a control"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._show_matches)
        self._field.returnPressed.connect(self._choose_current)
        self._field.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.setAccessibleName(tr("Controls found"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.addWidget(self._field)
        column.addWidget(self._list)

    def _show_matches(self, text: str) -> None:
        words = text.casefold().split()
        self._list.clear()
        for control in self._case.controls:
            title = control_title(self._case, control)
            searched = f"{title} {control.purpose}".casefold()
            if all(word in searched for word in words):
                item = QListWidgetItem(title)
                item.setToolTip(control.purpose)
                item.setData(ID_ROLE, control.id)
                self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _choose_current(self) -> None:
        if self._list.count():
            self._choose(self._list.currentItem())

    def _choose(self, item: QListWidgetItem) -> None:
        self._opener = None
        self.hide()
        self.control_chosen.emit(str(item.data(ID_ROLE)))

    def _step_through(self, key: int) -> bool:
        """Walk the list by an arrow key; tell whether it was one."""
        step = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}.get(key, 0)
        row = self._list.currentRow() + step
        self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))
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
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        opener, self._opener = self._opener, None
        self.hide()
        if opener is not None and opener.isVisible():
            opener.setFocus(Qt.FocusReason.PopupFocusReason)
