"""Tips: three notes on the window for a first visit, to be put away and called again."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPolygonF, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.model.case import Case
from explorer.model.wording import tr
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels
from explorer.ui.widgets.announcing import announce
from explorer.ui.window.reading_order import bring_into_view

NARROWEST, WIDEST = 13, 22
"""How wide a note is, in heights of a line: as wide as what it speaks of, within these."""

ARROW = 1.0
"""How long and how wide the arrow is, in heights of a line."""


@dataclass(frozen=True, slots=True)
class TipStep:
    """What a tip speaks of, and what it says."""

    target: QWidget
    words: str


def board_words(case: Case) -> str:
    """Return what the tip on the board says."""
    return tr(
        "Each row is a commitment of {target}. Blue: as far as {sender} would go for it. "
        "Orange: from where on {target_short} takes it. Where the two overlap, both gain: a deal "
        "zone (ZOPA). Where they do not, the gap is named.",
        target=case.target.name,
        sender=case.sender.short,
        target_short=case.target.short,
    )


def toggle_words() -> str:
    """Return what the tip on the toggles of the simplest level says."""
    return tr(
        "Go to the other scenario and back, or hold both sides to what they declared. "
        "Analyse, in the bar at the top, shows the whole model."
    )


def picture_words() -> str:
    """Return what the tip on the lower picture says."""
    keys = QKeySequence(QKeySequence.StandardKey.Undo)
    return tr(
        "The same packages, seen in another way; the tabs above lead to more. Click one to read "
        "it as a deal, term by term. {keys} takes back whatever you did.",
        keys=keys.toString(QKeySequence.SequenceFormat.NativeText),
    )


class Tip(QFrame):
    """One note that stands beside what it speaks of, with buttons to go on, back or away."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setProperty("tip", True)
        self._place = PanelLabel(Rank.SOFT, "", self)
        self._words = PanelLabel(Rank.BODY, "", self)
        self.go_back = QPushButton(tr("Back"))
        self.go_on = QPushButton()
        self.end = QPushButton(tr("Close"))
        self.end.setAccessibleName(tr("Close the tips"))
        self.go_on.setProperty("primary", True)
        for button in (self.go_on, self.go_back, self.end):
            # Enter presses it as Space does.
            button.setAutoDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.end)
        buttons.addStretch(1)
        buttons.addWidget(self.go_back)
        buttons.addWidget(self.go_on)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._place)
        self._column.addWidget(self._words)
        self._column.addLayout(buttons)
        self.hide()

    def show_words(self, words: str, target: QWidget, *, place: int, total: int) -> None:
        """Show a note on ``target``, the first of ``total`` at place 1; the last one only ends."""
        counted = tr("{n} of {total}", n=place, total=total)
        self._place.show_text(counted)
        self._words.show_text(words)
        self.setAccessibleName(tr("Tip {n} of {total}", n=place, total=total))
        self.setAccessibleDescription(words)
        is_last = place == total
        self.go_on.setText(tr("Done") if is_last else tr("Next"))
        self.go_back.setVisible(place > 1)
        self.end.setVisible(not is_last)
        self.fit(target)
        self.show()
        self.raise_()
        self.go_on.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, f"{counted}: {words}")

    def fit(self, target: QWidget) -> None:
        """Take the room that the words need, as wide as what they speak of where that is enough."""
        fit_labels(self)
        em = self.fontMetrics().height()
        self._column.setContentsMargins(em, em, em, em)
        self._column.setSpacing(round(0.5 * em))
        width = max(min(target.width(), WIDEST * em), NARROWEST * em)
        width = max(min(width, self._page.width()), self.minimumSizeHint().width())
        border = 2 * self.frameWidth()
        self.setFixedSize(width, self._column.totalHeightForWidth(width - border) + border)

    def words(self) -> str:
        """Return the note on screen."""
        return self._words.text()


class _Arrow(QWidget):
    """A triangle from the note to what it speaks of."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._tip = QPointF(0, 0)
        self._base = (QPointF(0, 0), QPointF(0, 0))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def point(self, note: QRect, target: QRect) -> None:
        """Point from the edge of a note to the nearest edge of what it speaks of."""
        middle, length = target.intersected(self._page.rect()).center(), _side(self)
        half = length / 2
        x = min(max(middle.x(), note.left() + length), note.right() - length)
        y = min(max(middle.y(), note.top() + length), note.bottom() - length)
        if note.left() > target.right() or note.right() < target.left():
            edge = note.left() if note.left() > target.right() else note.right() + 1
            end = edge - length if note.left() > target.right() else edge + length
            self._tip = QPointF(end, y)
            self._base = (QPointF(edge, y - half), QPointF(edge, y + half))
        else:
            edge = note.top() if note.top() > target.bottom() else note.bottom() + 1
            end = edge - length if note.top() > target.bottom() else edge + length
            self._tip = QPointF(x, end)
            self._base = (QPointF(x - half, edge), QPointF(x + half, edge))
        corners = QPolygonF([self._tip, *self._base])
        self.setGeometry(corners.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.palette().windowText().color()))
        painter.translate(-self.x(), -self.y())
        painter.drawPolygon(QPolygonF([self._tip, *self._base]))
        painter.end()


class Tips(QWidget):
    """Goes through the tips, one after the other; it draws nothing itself.

    ``ended()``: The tips have been seen or put away.
    """

    ended = Signal()

    def __init__(self, page: QWidget) -> None:
        """Prepare tips on a page."""
        super().__init__(page)
        self.hide()
        self._page = page
        self._tip = Tip(page)
        self._arrow = _Arrow(page)
        self._steps: tuple[TipStep, ...] = ()
        self._place = 0
        self._tip.go_on.clicked.connect(self._go_on)
        self._tip.go_back.clicked.connect(self._go_back)
        self._tip.end.clicked.connect(self.end)
        # Wherever the keyboard is: who follows a tip has it on a slider.
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.end)
        page.installEventFilter(self)

    def start(self, steps: tuple[TipStep, ...]) -> None:
        """Show tips, each beside what it speaks of; what is not on screen is passed over."""
        self._steps = tuple(step for step in steps if step.target.isVisibleTo(self._page))
        self._place = 0
        self._escape.setEnabled(bool(self._steps))
        if self._steps:
            self._show()
        else:
            self.end()

    def is_active(self) -> bool:
        """Return whether a tip is on screen."""
        return bool(self._steps)

    def words(self) -> str:
        """Return the note on screen."""
        return self._tip.words()

    def _show(self) -> None:
        step = self._steps[self._place]
        bring_into_view(step.target)
        total = len(self._steps)
        self._tip.show_words(step.words, step.target, place=self._place + 1, total=total)
        self._stand_beside(step.target)

    def _stand_beside(self, target: QWidget) -> None:
        """Put the note where it covers nothing of what it speaks of, and point there."""
        around = QRect(target.mapTo(self._page, QPoint(0, 0)), target.size())
        note = note_place(around, self._tip.rect(), self._page.rect(), _side(self))
        self._tip.setGeometry(note)
        self._arrow.setVisible(False)
        if not note.intersects(around):
            self._arrow.point(note, around)

    def _go_on(self) -> None:
        self._place += 1
        if self._place < len(self._steps):
            self._show()
        else:
            self.end()

    def _go_back(self) -> None:
        self._place = max(0, self._place - 1)
        self._show()

    def end(self) -> None:
        """Show no more tips."""
        self._steps = ()
        self._escape.setEnabled(False)
        self._tip.hide()
        self._arrow.hide()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange) and self._steps:
            target = self._steps[self._place].target
            self._tip.fit(target)
            self._stand_beside(target)
        return False


def note_place(target: QRect, note: QRect, page: QRect, gap: int) -> QRect:
    """Return where a note stands: below its target, right, above or left, as there is room.

    Where there is none on any side, it stands in the corner of the page in which it covers least.

    Parameters
    ----------
    note
        As large as the note.
    page
        The room there is.
    gap
        How far the note stands from the target, for the arrow.
    """
    seen = target.intersected(page)
    across = min(max(seen.left(), page.left()), page.right() + 1 - note.width())
    down = min(max(seen.top(), page.top()), page.bottom() + 1 - note.height())
    corners = (
        QPoint(across, target.bottom() + 1 + gap),
        QPoint(target.right() + 1 + gap, down),
        QPoint(across, target.top() - gap - note.height()),
        QPoint(target.left() - gap - note.width(), down),
    )
    places = [QRect(corner, note.size()) for corner in corners]
    for place in places:
        if page.contains(place):
            return place
    right, bottom = page.right() + 1 - note.width(), page.bottom() + 1 - note.height()
    kept = [QRect(QPoint(x, y), note.size()) for x in (right, 0) for y in (bottom, 0)]
    return min(kept, key=lambda place: _area(place.intersected(seen)))


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())


def _side(widget: QWidget) -> int:
    return round(ARROW * widget.fontMetrics().height())
