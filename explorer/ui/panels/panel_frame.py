"""The frame of panels that slide over a region: heading, close button, scrolling content."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.model.wording import tr
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, PanelRule, Rank, fit_labels, spacing
from explorer.ui.panels.steady_room import SteadyRoom
from explorer.ui.widgets.announcing import announce


class PanelFrame(TextSized, QWidget):
    """A panel that lies over a region without stopping the rest of the window.

    It takes the focus when it is opened, closes at Escape or its button, and gives the focus back
    to where it was.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opener: QWidget | None = None
        self.title = PanelLabel(Rank.TITLE, "", self)
        self.close_button = QPushButton(tr("Close"), self)
        self.close_button.setAutoDefault(True)
        self.close_button.clicked.connect(self.close_panel)
        self.content = QWidget(self)
        self.column = QVBoxLayout(self.content)
        self._rule = PanelRule(self)
        self._scroll = QScrollArea(self)
        self.steady = SteadyRoom(self, self._scroll, self.column, self._space_out_frame)
        self._arrange_frame()
        self._space_out_frame()

    def open_panel(self) -> None:
        """Show the panel, take the focus and remember who had it."""
        self._remember_opener()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)
        self.announce_contents()

    def announce_contents(self) -> None:
        """Have a screen reader say what is in the panel."""
        words = (self.accessibleName(), self.accessibleDescription())
        announce(self, ". ".join(filter(None, words)))

    def close_panel(self) -> None:
        """Hide the panel and give the focus back."""
        opener, self._opener = self._opener, None
        if not self.isAncestorOf(QApplication.focusWidget() or self):
            opener = None
        # Before hiding: Qt would give the keyboard to whatever comes next, and have it spoken.
        if opener is not None and opener.isVisible():
            opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.closed.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Give back the room that kept things under the pointer."""
        super().leaveEvent(event)
        self.steady.release()

    def _remember_opener(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._opener = focused

    def _arrange_frame(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self._scroll.setAccessibleName(tr("Contents"))
        self._scroll.setProperty("reached", True)
        self._scroll.setWidget(self.content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._rule)
        whole.addLayout(self._head)
        whole.addWidget(self._scroll, 1)

    def _space_out_frame(self) -> None:
        side = spacing(self, 18)
        self._head.setContentsMargins(side, spacing(self, 10), side, spacing(self, 6))
        self._head.setSpacing(spacing(self, 8))
        self.column.setContentsMargins(side, self.steady.above, side, side + self.steady.below)
        self.column.setSpacing(spacing(self, 8))

    def minimumSizeHint(self) -> QSize:
        """Return the width at which no word is cut, the scroll bar included."""
        hint, bar = super().minimumSizeHint(), self._scroll.verticalScrollBar().sizeHint().width()
        return hint.expandedTo(QSize(self.content.minimumSizeHint().width() + bar, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Remember who has the keyboard, whoever shows the panel."""
        super().showEvent(event)
        if not event.spontaneous():
            self._remember_opener()

    def follow_text_size(self) -> None:
        fit_labels(self)
        self._space_out_frame()
