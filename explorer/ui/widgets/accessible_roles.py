"""Roles in the accessible tree that Qt does not give by itself.

It calls a tool button that is one of many a check box, and contents that scroll mere filler.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea, QToolButton

TOGGLE = "Toggle"
"""What Qt itself calls the action of a radio button."""


class AccessibleChoice(QAccessibleWidget):
    """A button of which one stays down, as assistive technology finds it: a radio button."""

    def __init__(self, button: QToolButton) -> None:
        super().__init__(button, QAccessible.Role.RadioButton)
        self._button = button

    def state(self) -> QAccessible.State:
        """Return whether it is the chosen one, too."""
        state = super().state()
        # The stubs of PySide do not know the flags.
        for name, is_set in (("checkable", True), ("checked", self._button.isChecked())):
            setattr(state, name, is_set)
        return state

    def actionNames(self) -> list[str]:
        """Return that it can be chosen, too."""
        return [TOGGLE, *super().actionNames()]

    def doAction(self, actionName: str) -> None:  # noqa: N803 - the name is Qt's
        """Choose it, or do what Qt does."""
        if actionName == TOGGLE:
            self._button.setChecked(True)
        else:
            super().doAction(actionName)


def install_accessible_roles() -> None:
    """Have Qt ask for these interfaces from now on."""
    QAccessible.installFactory(_interface)


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, QToolButton) and thing.autoExclusive():
        return AccessibleChoice(thing)
    if isinstance(thing, QScrollArea) and thing.accessibleName():
        return QAccessibleWidget(thing, QAccessible.Role.Grouping)
    return None
