"""Layers of a canvas: what shows the data itself, drawn in the data's coordinates.

A layer only takes what it is to show; the canvas draws all of them anew when it is told to.
"""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter


class CanvasLayer(Protocol):
    """One layer over the ranges of a canvas."""

    def paint(self, painter: QPainter, data: QRectF) -> None:
        """Draw the layer.

        Parameters
        ----------
        painter
            Its coordinates are those of the data; y grows upwards.
        data
            The ranges of both axes.
        """
        ...


class CanvasImage:
    """Cells filled with colours of a ramp; exact at every size and in every file format."""

    def __init__(self) -> None:
        """Show nothing yet."""
        self._shades = np.zeros((1, 1), dtype=np.uint8)
        self._ramp = np.zeros(256, dtype=np.uint32)
        self._image: QImage | None = None
        self._is_empty = True

    def show_cells(self, shades: NDArray[np.uint8]) -> None:
        """Show shades (rows, columns), row 0 lowest; 0 is nothing, else an index of the ramp."""
        self._shades = shades
        self._is_empty = not shades.any()
        self._image = None

    def show_ramp(self, ramp: NDArray[np.uint8]) -> None:
        """Take the 256 colours (red, green, blue, opacity) that the shades stand for.

        They are opaque, but for the first, which is nothing.
        """
        red, green, blue, opacity = ramp.astype(np.uint32).T
        self._ramp = (opacity << 24) | (red << 16) | (green << 8) | blue
        self._image = None

    def paint(self, painter: QPainter, data: QRectF) -> None:
        """Draw the cells over the whole range."""
        if self._is_empty:
            return
        if painter.paintEngine().type() == QPaintEngine.Type.Raster:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(data, self._picture())
        else:
            self._paint_each(painter, data)

    def _picture(self) -> QImage:
        if self._image is None:
            rows, columns = self._shades.shape
            colours = self._ramp.take(self._shades)
            # Premultiplied is what Qt draws quickest; of opaque colours it is no other.
            kind = QImage.Format.Format_ARGB32_Premultiplied
            self._image = QImage(colours.data, columns, rows, 4 * columns, kind).copy()
        return self._image

    def _paint_each(self, painter: QPainter, data: QRectF) -> None:
        """Fill cell by cell: a small image would be blurred by whoever shows the file."""
        rows, columns = self._shades.shape
        width, height = data.width() / columns, data.height() / rows
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for row, column in zip(*np.nonzero(self._shades), strict=True):
            left, low = data.left() + column * width, data.top() + row * height
            colour = QColor.fromRgba(int(self._ramp[self._shades[row, column]]))
            # A little overlap: viewers that smooth edges would show seams between neighbours.
            painter.fillRect(QRectF(left, low, 1.04 * width, 1.04 * height), colour)
