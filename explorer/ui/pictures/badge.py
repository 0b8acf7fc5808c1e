"""A word that stands over a picture while it shows something else than what is: BEFORE, AFTER."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.ui.look.theme import Theme, scaled_font
from explorer.ui.pictures.pen import CENTRE, bold_font

SIZE = 1.3
"""How large its letters are beside those of the picture."""


class Badge(QWidget):
    """One word in the middle of a picture's upper edge; the pointer goes through it."""

    def __init__(self, picture: QWidget) -> None:
        """Stand over a picture, hidden as long as there is nothing to say."""
        super().__init__(picture)
        self._picture = picture
        self._words, self._ground, self._ink = "", "", ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        picture.installEventFilter(self)
        self.hide()

    def show_words(self, words: str, theme: Theme) -> None:
        """Say a word in the colours of a theme; "" hides the badge."""
        self._words, self._ground, self._ink = words, theme.ink, theme.ground
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self._place()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(bold_font(scaled_font(self._picture.font(), SIZE)))
        return QSize(
            metrics.horizontalAdvance(self._words) + metrics.height(), round(1.3 * metrics.height())
        )

    def _place(self) -> None:
        self.resize(self.sizeHint())
        self.move((self._picture.width() - self.width()) // 2, 0)
        self.raise_()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ground))
        radius = self.height() / 5
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setFont(bold_font(scaled_font(self._picture.font(), SIZE)))
        painter.setPen(QColor(self._ink))
        painter.drawText(self.rect(), CENTRE, self._words)
        painter.end()
