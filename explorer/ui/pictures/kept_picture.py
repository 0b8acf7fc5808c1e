"""A part of a picture that seldom changes: drawn once, then shown as pixels."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

CLEAR = QColor(Qt.GlobalColor.transparent)


class KeptPicture:
    """Keeps the pixels of a drawing for as long as all that it depends on stays the same.

    Only for painters on the screen; in files and on paper the drawing itself belongs.
    """

    def __init__(self, ground: QColor = CLEAR) -> None:
        """Keep a drawing on a ground; an opaque one is quicker to show."""
        self._ground = ground
        self._key: tuple[object, ...] = ()
        self._pixels = QPixmap()

    def draw(
        self,
        painter: QPainter,
        size: QSizeF,
        *,
        key: tuple[object, ...],
        paint: Callable[[QPainter], None],
    ) -> None:
        """Show the drawing; make it anew where size or key are not the same as last time.

        Parameters
        ----------
        painter
            Its origin is where the upper left corner goes.
        key
            Everything else that the drawing depends on.
        paint
            Draws it, with smooth edges.
        """
        ratio = painter.device().devicePixelRatioF()
        whole = (ratio, size.width(), size.height(), *key)
        if whole != self._key:
            self._key = whole
            self._pixels = self._drawn(size, ratio, paint)
        painter.drawPixmap(QPointF(0, 0), self._pixels)

    def _drawn(self, size: QSizeF, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
        pixels = QPixmap(ceil(size.width() * ratio), ceil(size.height() * ratio))
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(self._ground)
        painter = QPainter(pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
        painter.end()
        return pixels
