"""Tips: three notes on the window for a first visit, to be put away and called again."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.model.case import Case
from explorer.model.wording import tr
from explorer.ui.widgets.label import Label
from explorer.ui.window.announcing import announce


def tip_words(case: Case) -> tuple[str, str, str]:
    """Return what the tips say of the controls, the board and the lower picture."""
    return (
        tr("Move a slider, by hand or with the arrow keys. Everything follows at once."),
        tr(
            "Each row is a commitment of {target}. Where both brackets overlap there is a deal "
            "zone; where they do not, the gap is named.",
            target=case.target.name,
        ),
        tr(
            "Another picture of the same packages. The tabs above lead to others; click a package "
            "to read it as a deal. One undo takes anything back."
        ),
    )


class Tip(QFrame):
    """One note that stands beside the region it speaks of.

    Signals
    -------
    next_requested()
        Show the next tip.
    end_requested()
        Show no more tips.
    """

    next_requested = Signal()
    end_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setProperty("tip", True)
        self.setAccessibleName(tr("Tip"))
        self._words = Label()
        self._words.setWordWrap(True)
        self._next = QPushButton()
        self._end = QPushButton(tr("No more tips"))
        self._next.setProperty("primary", True)
        self._next.clicked.connect(self.next_requested)
        self._end.clicked.connect(self.end_requested)
        buttons = QHBoxLayout()
        buttons.addWidget(self._end)
        buttons.addStretch(1)
        buttons.addWidget(self._next)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        self._column.addLayout(buttons)
        self.hide()

    def show_words(self, words: str, *, is_last: bool) -> None:
        """Show a note; the last one offers only to be done."""
        self._words.setText(words)
        self.setAccessibleDescription(words)
        self._next.setText(tr("Done") if is_last else tr("Next tip"))
        self._end.setVisible(not is_last)
        em = self.fontMetrics().height()
        self._column.setContentsMargins(em, em, em, em)
        self._column.setSpacing(round(0.7 * em))
        self.setFixedWidth(24 * em)
        self.adjustSize()
        self.show()
        self.raise_()
        self._next.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, words)

    def words(self) -> str:
        """Return the note on screen."""
        return self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end_requested.emit()
        else:
            super().keyPressEvent(event)


class Tips(QWidget):
    """Goes through the tips, one after the other; it draws nothing itself.

    Signals
    -------
    ended()
        The tips have been seen or put away.
    """

    ended = Signal()

    def __init__(self, page: QWidget) -> None:
        """Prepare tips on a page.

        Parameters
        ----------
        page
            The widget on which the tips lie.
        """
        super().__init__(page)
        self.hide()
        self._page = page
        self._tip = Tip(page)
        self._steps: list[tuple[QWidget, str]] = []
        self._tip.next_requested.connect(self._go_on)
        self._tip.end_requested.connect(self._end)
        page.installEventFilter(self)

    def start(self, steps: tuple[tuple[QWidget, str], ...]) -> None:
        """Show tips, each beside a region."""
        self._steps = list(steps)
        self._show_first()

    def is_active(self) -> bool:
        """Return whether a tip is on screen."""
        return bool(self._steps)

    def words(self) -> str:
        """Return the note on screen."""
        return self._tip.words()

    def _show_first(self) -> None:
        region, words = self._steps[0]
        self._tip.show_words(words, is_last=len(self._steps) == 1)
        self._place(region)

    def _place(self, region: QWidget) -> None:
        """Put the note beside its region, so that what it speaks of can be seen."""
        corner = region.mapTo(self._page, QPoint(0, 0))
        tip, gap = self._tip.size(), self.fontMetrics().height() // 2
        if region.width() < self._page.width() // 2:
            left, top = corner.x() + region.width() + gap, corner.y() + 2 * gap
        else:
            left = corner.x() + (region.width() - tip.width()) // 2
            below = corner.y() + region.height() + gap
            has_room = below + tip.height() <= self._page.height()
            top = below if has_room else corner.y() - tip.height() - gap
        most_left = self._page.width() - tip.width()
        most_down = self._page.height() - tip.height()
        self._tip.move(max(0, min(left, most_left)), max(0, min(top, most_down)))

    def _go_on(self) -> None:
        self._steps.pop(0)
        if self._steps:
            self._show_first()
        else:
            self._end()

    def _end(self) -> None:
        self._steps.clear()
        self._tip.hide()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._steps:
            self._place(self._steps[0][0])
        return False
