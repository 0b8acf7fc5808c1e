"""A check box whose box grows with the text and keeps its outline in every theme."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QWidget

from explorer.ui.look.theme import AccentRole
from explorer.ui.look.themed import Themed
from explorer.ui.widgets.measure import leading_flags, target_side, unit_of

BOX = 14
GAP = 7
# Room around the box for the focus ring.
EDGE = 4


class CheckBox(Themed, QCheckBox):
    """A box and its words; both can be clicked."""

    def __init__(
        self, text: str, parent: QWidget | None = None, *, role: AccentRole = "neutral"
    ) -> None:
        super().__init__(text, parent)
        self._role: AccentRole = role
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _box(self) -> QRectF:
        side = BOX * unit_of(self.fontMetrics())
        left = EDGE * unit_of(self.fontMetrics())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - side - left
        return QRectF(left, (self.height() - side) / 2, side, side)

    def _paint_box(self, painter: QPainter) -> None:
        theme, unit, box = self._theme, unit_of(self.fontMetrics()), self._box()
        accent = QColor(theme.accent(self._role))
        outline = accent if self.isChecked() else QColor(theme.track)
        painter.setPen(QPen(outline, 1.2 * unit * theme.stroke))
        painter.setBrush(QColor(theme.selection if self.underMouse() else theme.ground))
        painter.drawRoundedRect(box, 3 * unit, 3 * unit)
        if self.isChecked():
            tick = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.30))
            corners = [box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in tick]
            painter.setPen(QPen(accent, 1.8 * unit * theme.stroke))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(corners))

    def _words_room(self) -> QRect:
        indent = round((EDGE + BOX + GAP) * unit_of(self.fontMetrics()))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return self.rect().adjusted(0, 0, -indent, 0)
        return self.rect().adjusted(indent, 0, 0, 0)

    def sizeHint(self) -> QSize:
        """Return room for the box and the words, and enough height to hit."""
        metrics = self.fontMetrics()
        words = metrics.size(Qt.TextFlag.TextShowMnemonic.value, self.text())
        width = round((EDGE + BOX + 2 * GAP) * unit_of(metrics)) + words.width()
        return QSize(width, max(target_side(metrics), words.height()))

    def minimumSizeHint(self) -> QSize:
        """Return the same size: the words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Count the whole widget as the box; a style would go by its own smaller drawing."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the words, and a ring while focused."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        flags = leading_flags(self.layoutDirection()) | Qt.TextFlag.TextShowMnemonic.value
        painter.setPen(QColor(self._theme.ink if self.isEnabled() else self._theme.track))
        painter.drawText(self._words_room(), flags, self.text())
        if self.hasFocus():
            unit = unit_of(self.fontMetrics())
            gap = 2.5 * unit
            painter.setPen(QPen(QColor(self._theme.focus), 1.5 * unit * self._theme.stroke))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = self._box().adjusted(-gap, -gap, gap, gap)
            painter.drawRoundedRect(ring, 4 * unit, 4 * unit)
        painter.end()
