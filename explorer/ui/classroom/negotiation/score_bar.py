"""A delegation's own score over waiting, as a bar from the middle: right is better, left worse."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui.look.theme import AccentRole
from explorer.ui.look.themed import Themed
from explorer.ui.widgets.measure import unit_of

HEIGHT = 14
"""How high the bar is, in units."""


class ScoreBar(Themed, QWidget):
    """Draws a number between minus and plus a largest one; the words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._role: AccentRole = "neutral"
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_score(self, gain: float, most: float, role: AccentRole, words: str) -> None:
        """Show a gain on a scale that ends at ``most`` in a party's colour, with its words."""
        self._share = max(-1.0, min(1.0, gain / most)) if most > 0 else 0.0
        self._role = role
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @property
    def share(self) -> float:
        """How far the bar goes, from -1 to 1."""
        return self._share

    def sizeHint(self) -> QSize:
        unit = unit_of(self.fontMetrics())
        return QSize(round(16 * HEIGHT * unit), round(HEIGHT * unit))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(4 * HEIGHT * unit_of(self.fontMetrics())), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scale, the bar, and the line at which waiting stands."""
        painter, theme, unit = QPainter(self), self._theme, unit_of(self.fontMetrics())
        middle, half = self.width() / 2, self.width() / 2 - unit
        across = QRectF(unit, 0.25 * self.height(), 2 * half, 0.5 * self.height())
        painter.fillRect(across, QColor(theme.raised))
        share = -self._share if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else (
            self._share
        )  # fmt: skip
        bar = QRectF(middle, across.top(), share * half, across.height()).normalized()
        colour = QColor(theme.accent(self._role))
        if self._share >= 0:
            painter.fillRect(bar, colour)
        else:
            painter.setPen(QPen(colour, 1.5 * unit * theme.stroke))
            painter.drawRect(bar)
        painter.setPen(QPen(QColor(theme.ink), 1.5 * unit * theme.stroke))
        painter.drawLine(round(middle), 0, round(middle), self.height())
        painter.end()
