"""A clickable entry of a list: a strong title and, beside or below it, what there is to say."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from explorer.model.wording import tr
from explorer.ui.look.long_words import breakable
from explorer.ui.look.theme import set_strong
from explorer.ui.look.themed import Themed
from explorer.ui.look.tokens import TARGET
from explorer.ui.look.typography import spacing

ENDLESS = 100_000
NARROW, COMFORTABLE = 16, 30
"""Widths in letters: the narrowest that an entry takes, and the one it asks for."""
WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value


class EntryButton(Themed, QAbstractButton):
    """Title and detail that wrap; the whole entry is one button.

    ``chosen`` carries the key that the owner gave it; the key is never shown.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._title = ""
        self._detail = ""
        self._is_beside = False
        self._height_at: dict[int, tuple[int, int]] = {}
        # Not "minimum": a layout would then take the height at the preferred width for the least.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._tell_chosen)

    def show_entry(self, key: str, title: str, detail: str, *, is_beside: bool = False) -> None:
        """Show an entry; nothing happens if it stands there already.

        Parameters
        ----------
        key
            What the owner calls it.
        is_beside
            Whether the detail may stand at the end of the title's line where it fits.
        """
        self._key = key
        shown_title, shown_detail = breakable(title), breakable(detail)
        now = (self._title, self._detail, self._is_beside)
        if (shown_title, shown_detail, is_beside) == now:
            return
        before = self.heightForWidth(self.width())
        self._title, self._detail, self._is_beside = shown_title, shown_detail, is_beside
        self._height_at.clear()
        self.setAccessibleName(tr("{title}: {detail}", title=title, detail=detail))
        if self.heightForWidth(self.width()) != before:
            self.updateGeometry()
        self.update()

    def _tell_chosen(self) -> None:
        self.chosen.emit(self._key)

    def _title_metrics(self) -> QFontMetrics:
        font = self.font()
        set_strong(font)
        return QFontMetrics(font)

    def _pad(self) -> int:
        return spacing(self, 4)

    def _fits_beside(self, width: int) -> bool:
        title = self._title_metrics().horizontalAdvance(self._title)
        detail = self.fontMetrics().horizontalAdvance(self._detail)
        return self._is_beside and title + detail + spacing(self, 12) <= width

    def _heights(self, width: int) -> tuple[int, int]:
        """Return the heights of title and detail at an inner width; 0 for a detail beside."""
        # Layouts ask many times for each change.
        if width not in self._height_at:
            self._height_at[width] = self._measured(width)
        return self._height_at[width]

    def _measured(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(width, 1), ENDLESS)
        title = self._title_metrics().boundingRect(room, WRAP, self._title).height()
        if not self._detail or self._fits_beside(width):
            return title, 0
        return title, self.fontMetrics().boundingRect(room, WRAP, self._detail).height()

    def _paint_words(self, painter: QPainter) -> None:
        pad = self._pad()
        inner = self.rect().adjusted(pad, pad, -pad, -pad)
        title, detail = self._heights(inner.width())
        font = self.font()
        painter.setPen(QColor(self._theme.ink_soft))
        if detail:
            painter.drawText(inner.adjusted(0, title, 0, 0), WRAP, self._detail)
        elif self._detail:
            painter.drawText(inner, Qt.AlignmentFlag.AlignRight.value, self._detail)
        set_strong(font)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(inner, WRAP, self._title)

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words, never too small to hit."""
        pad = self._pad()
        return max(TARGET, sum(self._heights(width - 2 * pad)) + 2 * pad)

    def minimumSizeHint(self) -> QSize:
        """Return a narrow column; words that are longer are broken."""
        width = NARROW * self.fontMetrics().averageCharWidth()
        return QSize(width + 2 * self._pad(), TARGET)

    def sizeHint(self) -> QSize:
        """Return a comfortable width and the height it needs."""
        width = COMFORTABLE * self.fontMetrics().averageCharWidth()
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and a ground only while pointed at or focused."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.rect().adjusted(1, 1, -1, -1)
        corner = spacing(self, 4)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.rule if self.isDown() else self._theme.selection))
            painter.drawRoundedRect(room, corner, corner)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.focus), 1.5 * self._theme.stroke))
            painter.drawRoundedRect(room, corner, corner)
        self._paint_words(painter)
        painter.end()

    def follow_text_size(self) -> None:
        self._height_at.clear()
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Repaint when the pointer comes or goes."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)
