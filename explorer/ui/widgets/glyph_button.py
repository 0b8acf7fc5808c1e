"""Small flat buttons whose sign is drawn, so that it follows text size and theme."""

from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from explorer.ui.look.icons import paint_icon
from explorer.ui.look.theme import Theme
from explorer.ui.look.themed import Themed
from explorer.ui.widgets.measure import target_side, unit_of

LOCK_SIDE = 14
"""How large a padlock is, in units."""


class Glyph(Enum):
    """The signs a small button can carry."""

    LESS = "less"
    MORE = "more"
    DOTS = "dots"
    LOCK = "lock"


def sign_colour(theme: Theme, *, is_enabled: bool) -> str:
    """Return the colour of a sign: as readable as words of second rank where it can be used."""
    return theme.ink_soft if is_enabled else theme.track


class GlyphButton(Themed, QToolButton):
    """A square button with a thin sign: minus, plus or three dots."""

    def __init__(self, glyph: Glyph, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_glyph(self, glyph: Glyph) -> None:
        """Carry another sign."""
        self._glyph = glyph
        self.update()

    def _square(self) -> QRectF:
        side = target_side(self.fontMetrics())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _paint_background(self, painter: QPainter) -> None:
        unit = unit_of(self.fontMetrics())
        room = self._square().adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isDown() or self.underMouse():
            painter.setBrush(QColor(self._theme.rule if self.isDown() else self._theme.selection))
            painter.drawRoundedRect(room, 4 * unit, 4 * unit)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.focus), 1.5 * self._theme.stroke))
            painter.drawRoundedRect(room, 4 * unit, 4 * unit)

    def _paint_glyph(self, painter: QPainter) -> None:
        unit = unit_of(self.fontMetrics())
        middle = self._square().center()
        colour = QColor(sign_colour(self._theme, is_enabled=self.isEnabled()))
        arm = 4.5 * unit
        if self._glyph is Glyph.LOCK:
            square = QRectF(0, 0, LOCK_SIDE * unit, LOCK_SIDE * unit)
            square.moveCenter(middle)
            paint_icon(painter, "lock", square, colour.name())
            return
        if self._glyph is Glyph.DOTS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            for offset in (-arm, 0.0, arm):
                painter.drawEllipse(middle + QPointF(offset, 0), 1.6 * unit, 1.6 * unit)
            return
        # Whole pixels: what is smeared over two of them is only half as dark.
        thick = max(1, round(1.5 * unit * self._theme.stroke))
        half = round(arm)
        bar = QRect(int(middle.x()) - half, int(middle.y()), 2 * half + thick, thick)
        painter.fillRect(bar, colour)
        if self._glyph is Glyph.MORE:
            bar = QRect(int(middle.x()), int(middle.y()) - half, thick, 2 * half + thick)
            painter.fillRect(bar, colour)

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text and is never too small to hit."""
        side = target_side(self.fontMetrics())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign, and a ground only while pointed at or focused."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_background(painter)
        self._paint_glyph(painter)
        painter.end()
