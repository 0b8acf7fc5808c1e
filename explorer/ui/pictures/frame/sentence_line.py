"""The sentence under a picture: it changes with every move, so it never disturbs the layout."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui.look.themed import Themed

WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SentenceLine(Themed, QWidget):
    """One sentence that wraps; it takes more lines when it must, and keeps them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._lines = 1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        # Nothing behind it needs to be painted.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_sentence(self, text: str) -> None:
        """Show a sentence."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self._grow()
        self.update()

    def forget_lines(self) -> None:
        """Give back the lines that sentences about something else needed."""
        self._lines = 1
        self._grow()
        self.updateGeometry()

    def _grow(self) -> None:
        metrics = QFontMetricsF(self.font())
        width = max(1.0, self.width() - 2 * self._pad())
        needed = metrics.boundingRect(QRectF(0, 0, width, 10_000), WRAP, self._text).height()
        lines = max(1, round(needed / metrics.lineSpacing()))
        if lines > self._lines:
            self._lines = lines
            self.updateGeometry()

    def _pad(self) -> float:
        return 0.5 * self.fontMetrics().height()

    def sizeHint(self) -> QSize:
        height = (self._lines + 0.5) * QFontMetricsF(self.font()).lineSpacing()
        return QSize(1, round(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.ground))
        painter.setPen(QColor(self._theme.ink_soft))
        pad = self._pad()
        painter.drawText(QRectF(self.rect()).adjusted(pad, 0, -pad, 0), WRAP, self._text)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._lines = 1
            self._grow()
            self.updateGeometry()
        super().resizeEvent(event)
