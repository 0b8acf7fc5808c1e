"""What all controls have in common: their intents, their menu, their label and status words."""

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from explorer.model.wording import tr
from explorer.ui.controls.control_face import ControlFace
from explorer.ui.export.clipboard import copy_words
from explorer.ui.look.themed import Themed
from explorer.ui.look.tokens import BODY, RADIUS, SMALL
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.glyph_button import Glyph, GlyphButton
from explorer.ui.widgets.measure import target_side, unit_of
from explorer.ui.widgets.wrapped_label import WrappedLabel

STATUS_SHARE = SMALL / BODY
# The dot before the name of an edited control, in units; it lies within the indent.
MARK_PLACE = 3.0
MARK_RADIUS = 2.6


class Control(Themed, QWidget):
    """A labelled control with words for its value and a menu of resets.

    Signals carry only what the user did with mouse, keyboard or screen reader, and first the id
    of the control's face. A gesture is one drag, one key or one click; edits between its two
    signals belong together.

    Signals
    -------
    value_edited(str, int)
        The control stands at another value, in whole steps.
    gesture_started(str), gesture_finished()
        A gesture begins and ends.
    reset_requested(str, str)
        The value of the scenario "loaded" or "baseline" is wanted.
    detail_requested(str), sweep_requested(str)
        The detail panel, or the sweep of this control, is wanted.
    """

    value_edited = Signal(str, int)
    gesture_started = Signal(str)
    gesture_finished = Signal()
    reset_requested = Signal(str, str)
    detail_requested = Signal(str)
    sweep_requested = Signal(str)

    def __init__(self, face: ControlFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self._is_edited = False
        self._is_found = False
        self._words = ""
        self._locked = ""
        self._status = WrappedLabel(parent=self, share=STATUS_SHARE, colour="ink_soft")
        self._status.keep_room_for(face.value_words)
        # What can be clicked reaches into the first line of the status.
        self._status.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._detail = GlyphButton(Glyph.DOTS, tr("Details of {name}", name=face.name), self)
        self._detail.clicked.connect(self._request_detail)
        self._menu = self._build_menu()
        self.setToolTip(face.tool_tip)

    @property
    def is_edited(self) -> bool:
        """Whether the value was said to differ from the loaded scenario."""
        return self._is_edited

    @property
    def status(self) -> str:
        """The words under the control."""
        return self._words

    def value(self) -> int:
        """Return the value that stands there, in whole steps."""
        raise NotImplementedError

    def show_value(self, value: int, *, status: str, is_edited: bool = False) -> None:
        """Show a value.

        Parameters
        ----------
        value
            In whole steps, within the range of the face; a switch takes 0 for off and 1 for on.
        is_edited
            Whether the value differs from the loaded scenario; a dot before the name tells it.
        """
        self._show_edited(is_edited)
        self._words = status
        self._show_reading(value)
        self._show_status()

    def show_note(self, note: str) -> None:
        """Show a word behind the name, such as whose will it is; "" for none."""

    def show_references(self, baseline: int | None, loaded: int | None) -> None:
        """Mark the baseline's and the loaded scenario's values, where there is a track to mark."""

    def show_tipping_points(self, values: tuple[int, ...]) -> None:
        """Mark the values at which something opens or closes, where there is a track to mark."""

    def show_locked(self, words: str) -> None:
        """Stay where it is for the hand, and say why; "" to move again."""
        if words == self._locked:
            return
        self._locked = words
        for action in self._resets:
            action.setEnabled(not words)
        self._show_tip()
        self._show_reading(self.value())

    @property
    def is_locked(self) -> bool:
        """Whether the hand cannot move it."""
        return bool(self._locked)

    def glide_from(self, value: int, milliseconds: int) -> None:
        """Draw the handle on its way from another value, where there is a handle."""

    def show_found(self, is_found: bool) -> None:
        """Stand on a ground of its own, as what was looked for does while it has the keyboard."""
        if is_found != self._is_found:
            self._is_found = is_found
            self.update()

    def copy_value(self) -> None:
        """Put the control's name and value on the clipboard, in words."""
        copy_words(self.value_sentence())
        announce(self, tr("The value is on the clipboard."))

    def value_sentence(self) -> str:
        """Return the control's name and value in words."""
        return tr("{name}: {words}", name=self.face.name, words=self.status)

    def menu(self) -> QMenu:
        """Return the context menu."""
        return self._menu

    def spoken_status(self) -> str:
        """Return what a screen reader says about the value."""
        words = self.status
        if self._is_edited:
            words = tr("{words}, changed from the loaded scenario", words=words)
        if self._locked:
            words = tr("{words}, {locked}", words=words, locked=self._locked)
        return words

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        self._resets = (
            menu.addAction(tr("Reset to &loaded scenario"), self._reset_to_loaded),
            menu.addAction(tr("Reset to &baseline"), self._reset_to_baseline),
        )
        menu.addSeparator()
        menu.addAction(tr("&Copy value"), self.copy_value)
        menu.addAction(tr("&Sweep this control"), self._request_sweep)
        menu.addSeparator()
        menu.addAction(tr("&Details"), self._request_detail)
        return menu

    def _start_gesture(self) -> None:
        self.gesture_started.emit(self.face.id)

    def _reset_to_loaded(self) -> None:
        self._request_reset("loaded")

    def _reset_to_baseline(self) -> None:
        self._request_reset("baseline")

    def _request_reset(self, target: str) -> None:
        self.reset_requested.emit(self.face.id, target)

    def _request_detail(self) -> None:
        self.detail_requested.emit(self.face.id)

    def _request_sweep(self) -> None:
        self.sweep_requested.emit(self.face.id)

    def _show_edited(self, is_edited: bool) -> None:
        if is_edited != self._is_edited:
            self._is_edited = is_edited
            self._show_tip()
            self.update()

    def _show_tip(self) -> None:
        changed = tr("Changed from the loaded scenario.") if self._is_edited else ""
        locked = tr("This control is {locked}.", locked=self._locked) if self._locked else ""
        self.setToolTip("\n".join(filter(None, (self.face.tool_tip, changed, locked))))

    def _show_status(self) -> None:
        self._status.show_text(self._words)

    def _show_reading(self, value: int) -> None:
        raise NotImplementedError

    def follow_text_size(self) -> None:
        self._status.fit_font(self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of a found control, and a dot in the party's colour for an edited one."""
        if not (self._is_edited or self._is_found):
            return
        unit = unit_of(self.fontMetrics())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._is_found:
            painter.setBrush(QColor(self._theme.selection))
            painter.drawRoundedRect(self.rect(), RADIUS * unit, RADIUS * unit)
        if self._is_edited:
            self._paint_dot(painter, unit)
        painter.end()

    def _paint_dot(self, painter: QPainter, unit: float) -> None:
        x = MARK_PLACE * unit
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        painter.setBrush(QColor(self._theme.accent(self.face.role)))
        middle = QPointF(x, target_side(self.fontMetrics()) / 2)
        painter.drawEllipse(middle, MARK_RADIUS * unit, MARK_RADIUS * unit)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the resets, for the mouse and for the menu key."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._menu.popup(event.globalPos())
        else:
            self._open_below()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu by Shift+F10, too; Qt leaves that key to some systems only."""
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._open_below()
        else:
            super().keyPressEvent(event)

    def _open_below(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
