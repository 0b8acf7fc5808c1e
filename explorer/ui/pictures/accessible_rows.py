"""Rows of pictures in the accessible tree: a list whose items have the rows' words and places."""

from typing import Any, cast

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from explorer.ui.pictures.picture_plot import PicturePlot

_ONLY_OWN = Qt.FindChildOption.FindDirectChildrenOnly


class PictureRow(QObject):
    """Stands for one row of a picture; Qt finds an interface for objects only."""

    def __init__(self, picture: PicturePlot[Any], number: int) -> None:
        super().__init__(picture)
        self.picture = picture
        self.number = number


class AccessibleRow(QAccessibleObject):
    """One row of a picture, as assistive technology finds it."""

    def __init__(self, row: PictureRow) -> None:
        super().__init__(row)
        self._picture, self._number = row.picture, row.number

    def role(self) -> QAccessible.Role:
        """Return that it is an item of a list."""
        return QAccessible.Role.ListItem

    def text(self, t: QAccessible.Text) -> str:
        """Return the row's words as its name."""
        words, _, _ = self._picture.readable_row(self._number)
        return words if t == QAccessible.Text.Name else ""

    def rect(self) -> QRect:
        """Return where it is on the screen; empty for a row that is left out."""
        _, place, _ = self._picture.readable_row(self._number)
        return QRect(self._picture.mapToGlobal(place.topLeft()), place.size())

    def state(self) -> QAccessible.State:
        """Return whether the keyboard stands on it, and whether it can be seen."""
        state = QAccessible.State()
        _, place, is_chosen = self._picture.readable_row(self._number)
        flags = {
            "selectable": True,
            "focusable": True,
            "selected": is_chosen,
            "focused": is_chosen and self._picture.hasFocus(),
            "offscreen": place.isEmpty(),
        }
        # The stubs of PySide do not know the flags.
        for name, is_set in flags.items():
            setattr(state, name, is_set)
        return state

    def parent(self) -> QAccessibleInterface:
        """Return the picture."""
        return QAccessible.queryAccessibleInterface(self._picture)

    # Qt takes None for "there is none", which the stubs do not say.
    def child(self, index: int) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return nothing: a row has no parts."""

    def childCount(self) -> int:
        """Return that it has no parts."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        """Return that nothing is a part of it."""
        return -1


class AccessibleRows(QAccessibleWidget):
    """A picture, as assistive technology finds it: its rows first, then the buttons in it."""

    def __init__(self, picture: PicturePlot[Any]) -> None:
        super().__init__(picture, QAccessible.Role.List)
        self._picture = picture

    def childCount(self) -> int:
        """Return how many rows and parts there are."""
        return self._picture.readable_rows() + len(self._parts())

    def child(  # pyright: ignore[reportIncompatibleMethodOverride]
        self, index: int
    ) -> QAccessibleInterface | None:
        """Return a row or a part; None for a number that neither has."""
        if not 0 <= index < self.childCount():
            return None
        count = self._picture.readable_rows()
        found = self._rows(count)[index] if index < count else self._parts()[index - count]
        return QAccessible.queryAccessibleInterface(found)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the number of a row or a part, or -1."""
        found, parts = child.object(), self._parts()
        if isinstance(found, PictureRow):
            return found.number
        if isinstance(found, QWidget) and found in parts:
            return self._picture.readable_rows() + parts.index(found)
        return -1

    def _rows(self, count: int) -> list[PictureRow]:
        rows = self._picture.findChildren(PictureRow, options=_ONLY_OWN)
        return rows + [PictureRow(self._picture, n) for n in range(len(rows), count)]

    def _parts(self) -> list[QWidget]:
        """Return what is on screen in the picture and can take the keyboard, or holds such."""
        parts = self._picture.findChildren(QWidget, options=_ONLY_OWN)
        return [part for part in parts if part.isVisible() and _takes_keyboard(part)]


def _takes_keyboard(part: QWidget) -> bool:
    within = (part, *part.findChildren(QWidget))
    return any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in within)


def install_accessible_rows() -> None:
    """Have Qt ask for these interfaces from now on."""
    QAccessible.installFactory(_interface)


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, PicturePlot):
        return AccessibleRows(cast("PicturePlot[Any]", thing))
    return AccessibleRow(thing) if isinstance(thing, PictureRow) else None
