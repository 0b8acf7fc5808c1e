"""Layers of a canvas: what shows the data itself, drawn in the data's coordinates.

A layer only takes what it is to show; the canvas draws all of them anew when it is told to.
"""

from itertools import groupby
from operator import attrgetter
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QPainterPath

from explorer.ui.pictures.merged_areas import merged_areas

MOST_AREAS = 4000
"""Rectangles that a file may hold; cells that cannot be merged into so few become an image."""

OVERLAP = 0.04
"""The part of a cell by which an area reaches over its neighbours."""

LARGE_SIDE = 1600
"""Pixels that the longer side of such an image has at most, unless it has more cells."""


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
            self._paint_areas(painter, data)

    def _picture(self) -> QImage:
        if self._image is None:
            rows, columns = self._shades.shape
            colours = self._ramp.take(self._shades)
            # Premultiplied is what Qt draws quickest; of opaque colours it is no other.
            kind = QImage.Format.Format_ARGB32_Premultiplied
            self._image = QImage(colours.data, columns, rows, 4 * columns, kind).copy()
        return self._image

    def _paint_areas(self, painter: QPainter, data: QRectF) -> None:
        """Fill areas of equal cells: a small image would be blurred by whoever shows the file."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        areas = merged_areas(self._shades)
        if len(areas) > MOST_AREAS:
            painter.drawImage(data, self._large_picture())
            return
        rows, columns = self._shades.shape
        width, height = data.width() / columns, data.height() / rows
        for shade, each_of_shade in groupby(areas, key=attrgetter("shade")):
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            for area in each_of_shade:
                left, low = data.left() + area.column * width, data.top() + area.row * height
                # A little overlap: viewers that smooth edges would show seams between neighbours.
                across, up = area.columns + OVERLAP, area.rows + OVERLAP
                path.addRect(QRectF(left, low, across * width, up * height))
            painter.fillPath(path, QColor.fromRgba(int(self._ramp[shade])))

    def _large_picture(self) -> QImage:
        """Return the cells as an image so large that smoothing blurs no more than their edges."""
        picture = self._picture()
        factor = max(1, LARGE_SIDE // max(picture.width(), picture.height()))
        return picture.scaled(picture.size() * factor)
