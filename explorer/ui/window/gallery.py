"""The gallery: the strip of tabs across the window, and what scrolls it where it is too wide."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from explorer.model.wording import tr
from explorer.ui.look.themed import TextSized
from explorer.ui.widgets.scrolling import QuietScroll
from explorer.ui.window.tab_strip import StripTab, TabStrip

SCROLLED = 0.7
"""How much of the strip in sight a button scrolls past."""


class Gallery(TextSized, QWidget):
    """All tabs in one line; two buttons scroll it, and the chosen tab is always in sight."""

    def __init__(self, tabs: tuple[StripTab, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = TabStrip(tabs)
        self._scroll = _StripScroll(self.strip)
        self._bar = self._scroll.horizontalScrollBar()
        self._earlier = _button("\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", tr("Scroll back"))
        self._later = _button("\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", tr("Scroll on"))
        self._earlier.clicked.connect(self._go_back)
        self._later.clicked.connect(self._go_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self._earlier, self._scroll, self._later):
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._bar.rangeChanged.connect(self._show_buttons)
        self._bar.valueChanged.connect(self._show_buttons)
        self.strip.currentChanged.connect(self.bring_chosen_into_sight)
        self._show_buttons()

    def show_chosen(self, active: str, shown: frozenset[str]) -> None:
        """Mark the tab of the active picture, and all those on screen; emits nothing."""
        self.strip.show_chosen(active, shown)
        self.bring_chosen_into_sight()

    def bring_chosen_into_sight(self) -> None:
        """Scroll to the tab of the active picture."""
        tab = self.strip.tabRect(self.strip.currentIndex())
        self._scroll.ensureVisible(tab.center().x(), 0, tab.width(), 0)

    def follow_text_size(self) -> None:
        """Be as high as the tabs, with their small pictures or without."""
        self.strip.fit(self.width())
        self._scroll.setFixedHeight(self.strip.sizeHint().height())
        self._show_buttons()

    def _go_back(self) -> None:
        self._go(-1)

    def _go_on(self) -> None:
        self._go(1)

    def _go(self, step: int) -> None:
        distance = round(SCROLLED * self._scroll.viewport().width())
        self._bar.setValue(self._bar.value() + step * distance)

    def _show_buttons(self) -> None:
        # Not the range of the bar: the buttons themselves take room from it.
        has_more = self.strip.sizeHint().width() > self.width()
        self._earlier.setVisible(has_more)
        self._later.setVisible(has_more)
        self._earlier.setEnabled(self._bar.value() > 0)
        self._later.setEnabled(self._bar.value() < self._bar.maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.follow_text_size()
        self.bring_chosen_into_sight()


class _StripScroll(QuietScroll):
    """Scrolls from side to side, by the wheel too, and is as high as the strip."""

    def __init__(self, strip: TabStrip) -> None:
        super().__init__(strip)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.x() or turned.y()))


def _button(sign: str, meaning: str) -> QToolButton:
    """Return a button for the mouse; the keyboard walks through the tabs themselves."""
    button = QToolButton()
    button.setText(sign)
    button.setToolTip(meaning)
    button.setAccessibleName(meaning)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
