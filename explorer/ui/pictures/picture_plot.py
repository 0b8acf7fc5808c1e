"""What all pictures have in common: theme, paleness, telling what is pointed at."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from explorer.ui.look.themed import Themed
from explorer.ui.pictures.badge import Badge
from explorer.ui.pictures.motion import Motion
from explorer.ui.pictures.tip import Tip
from explorer.ui.widgets.announcing import announce

WASH = 0.55
"""How much of the ground lies over a picture that is being computed anew."""

Shown = TypeVar("Shown")
"""The kind of figure that a picture shows."""


class PicturePlot(Themed, QWidget, Generic[Shown]):
    """A picture that shows figures and tells what the hand points at, opens or chooses.

    Signals
    -------
    row_chosen(str)
        The hand chose a commitment, by the id of its row.
    package_chosen(object)
        The hand opened a package (:class:`explorer.model.package.Package`).
    cell_chosen(int, int)
        The hand opened a cell of the map, by row and column.
    control_chosen(str)
        The hand chose what stands for a control, by its id.
    point_chosen(object)
        The hand chose a value for some controls at once, as a dict by control id.
    view_requested(str)
        The hand asked for another picture in place of this one, by the id of its view.
    lens_chosen(str)
        The hand asked to look through a lens, by its id.
    choice_made(str, str)
        The hand chose something about the picture inside it: the choice's id and the value.
    year_chosen(int)
        The hand chose a year.
    gesture_began(), gesture_ended()
        What the hand chooses in between is one step.
    pointed(str)
        Plain words of what is under the pointer or the keyboard's cursor; empty for nothing.
    menu_requested(QPoint, str)
        The hand asked for a menu at a point of the screen; the words of what is pointed at.
    """

    HAS_AXES = False
    """Whether it lies between two axes, see :class:`~.axes.axes_picture.AxesPicture`."""

    row_chosen = Signal(str)
    package_chosen = Signal(object)
    cell_chosen = Signal(int, int)
    control_chosen = Signal(str)
    point_chosen = Signal(object)
    view_requested = Signal(str)
    lens_chosen = Signal(str)
    choice_made = Signal(str, str)
    year_chosen = Signal(int)
    gesture_began = Signal()
    gesture_ended = Signal()
    pointed = Signal(str)
    menu_requested = Signal(QPoint, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_stale = False
        self._words = ""
        self._motion: Motion = "none"
        self._is_presented = False
        self.tip = Tip(self)
        # Made when first needed: Qt paints a widget without children faster.
        self._badge: Badge | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_figure(self, figure: Shown) -> None:
        """Show a figure; emits nothing."""
        raise NotImplementedError

    def show_stale(self, is_stale: bool) -> None:
        """Grow pale while the picture no longer answers the settings."""
        self._is_stale = is_stale
        self.update()

    def allow_motion(self, motion: Motion) -> None:
        """Let what changes with the next figures move on the screen, or not."""
        self._motion = motion

    def be_presented(self) -> None:
        """Stand before a room from now on: without small buttons, and with whole rows only."""
        self._is_presented = True

    def show_badge(self, words: str) -> None:
        """Have a word stand over the picture, such as BEFORE; "" for none."""
        if words and self._badge is None:
            self._badge = Badge(self)
        if self._badge is not None:
            self._badge.show_words(words, self._theme)

    def wash(self, painter: QPainter, room: QRectF) -> None:
        """Draw the ground thinly over a picture that no longer answers the settings."""
        if self._is_stale:
            painter.setOpacity(WASH)
            painter.fillRect(room, QColor(self._theme.ground))

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        """Draw the picture into a rectangle of an image or a page."""
        raise NotImplementedError

    def readable_rows(self) -> int:
        """Return how many rows there are to read."""
        raise NotImplementedError

    def readable_row(self, row: int) -> tuple[str, QRect, bool]:
        """Return a row's words, its place in the widget, and whether the keyboard stands on it.

        The place is empty for a row that is left out.
        """
        raise NotImplementedError

    def describe(self, title: str, sentence: str) -> None:
        """Give the picture its name and its sentence for readers who do not see it."""
        if self.accessibleName() != title:
            self.setAccessibleName(title)
        if self.accessibleDescription() != sentence:
            self.setAccessibleDescription(sentence)

    def tell(self, words: str) -> None:
        """Say beside the pointer what it points at; empty words hide the last ones."""
        self.tip.show_words(words, self._around(QCursor.pos()))
        if words != self._words:
            self._words = words
            self.pointed.emit(words)

    def tell_at(self, words: str, point: QPoint) -> None:
        """Say what the keyboard's cursor stands on, at a place of this widget."""
        self._words = words
        self.pointed.emit(words)
        announce(self, words)
        self.tip.show_words(words, self._around(self.mapToGlobal(point)))

    def _around(self, point: QPoint) -> QRect:
        """Return the square about a point of the screen that its tip leaves free."""
        reach = self.fontMetrics().height() // 2
        return QRect(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu: where the mouse is, or in the middle for the menu key."""
        is_by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self._ask_for_menu(event.globalPos() if is_by_mouse else self._middle())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the menu by Shift+F10, which Qt knows on some systems only."""
        is_shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_F10 and is_shifted:
            self._ask_for_menu(self._middle())
        else:
            super().keyPressEvent(event)

    def _middle(self) -> QPoint:
        return self.mapToGlobal(self.rect().center())

    def _ask_for_menu(self, place: QPoint) -> None:
        self.tip.hide()
        self.menu_requested.emit(place, self._words)

    def leaveEvent(self, event: QEvent) -> None:
        self.tell("")
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.tip.hide()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.tip.hide()
        super().hideEvent(event)
