"""A button that opens a menu, for the mouse, the keyboard and assistive technology alike."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from explorer.model.wording import tr

OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
"""Keys that open the menu, as Space does on every button."""


class MenuButton(QToolButton):
    """Opens its menu at a click.

    The menu is not set as that of the tool button: for Qt's own menus of tool buttons the
    assistive action "ShowMenu" does nothing, or holds up the program while the menu is open.

    ``is_framed``: Whether it looks like the buttons beside it that have a frame.
    """

    def __init__(
        self, menu: QMenu, parent: QWidget | None = None, *, is_framed: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("framed", is_framed)
        self.popup_menu = menu
        self.setAccessibleDescription(tr("Opens a menu"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.open_menu)
        menu.aboutToHide.connect(self._come_up)
        menu.installEventFilter(self)

    def open_menu(self) -> None:
        """Open the menu below the button, unless nothing stands in it."""
        if self.popup_menu.isEmpty():
            return
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - self.popup_menu.sizeHint().width() if is_mirrored else 0
        self.setDown(True)
        self.popup_menu.popup(self.mapToGlobal(QPoint(left, self.height())))

    def _come_up(self) -> None:
        self.setDown(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a click on the button close its open menu, and not open it again."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            place = self.mapFromGlobal(event.globalPosition().toPoint())
            is_here = self.rect().contains(place)
            self.popup_menu.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay, is_here)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu by the keys that open menus, too."""
        if event.key() in OPENING_KEYS and not event.modifiers():
            self.open_menu()
        else:
            super().keyPressEvent(event)
