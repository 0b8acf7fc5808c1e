"""The items of a plot on pyqtgraph, with types: cells, curves, marks.

pyqtgraph draws them on the screen. For files they draw shapes in place of pixels, once they are
told to be exact.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import attrgetter

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from explorer.ui.pictures.axes.axes_frame import AxesFrame
from explorer.ui.pictures.axes.merged_areas import merged_areas
from explorer.ui.pictures.hatching import Inside, hatch_lines, hatch_pattern
from explorer.ui.pictures.strokes import draw_segments, flat_pen

Numbers = NDArray[np.float64]

MOST_AREAS = 4000
"""Rectangles that a file may hold; cells that cannot be merged into so few become an image."""

OVERLAP = 0.04
"""The part of a cell by which an area reaches over its neighbours."""

LARGE_SIDE = 1600
"""Pixels that the longer side of such an image has at most, unless it has more cells."""


RIM_SHARE = 0.1
"""More of an axis than marks at its ends reach beyond it."""


class Cells(pg.ImageItem):
    """Cells filled with colours of a ramp; exact at every size and in every file format."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(axisOrder="row-major")
        self._shades = np.zeros((1, 1), dtype=np.uint8)
        self._ramp = np.zeros(256, dtype=np.uint32)
        self._full = QRectF(0, 0, 1, 1)
        self._is_exact = False

    def show_area(self, full: QRectF) -> None:
        """Take the range of both axes, which the cells fill."""
        self._full = full

    def show_cells(self, shades: NDArray[np.uint8]) -> None:
        """Show shades (rows, columns), row 0 lowest; 0 is nothing, else a colour of the ramp."""
        self._shades = shades
        self.setImage(shades, autoLevels=False, levels=(0, 255))
        self.setRect(self._full)
        self.setVisible(bool(shades.any()))

    def show_ramp(self, ramp: NDArray[np.uint8]) -> None:
        """Take the 256 colours (red, green, blue, opacity) that the shades stand for.

        They are opaque, but for the first, which is nothing.
        """
        red, green, blue, opacity = ramp.astype(np.uint32).T
        self._ramp = (opacity << 24) | (red << 16) | (green << 8) | blue
        self._renderRequired = True
        self.update()

    def be_exact(self, is_exact: bool) -> None:
        """Draw shapes instead of pixels, for files."""
        self._is_exact = is_exact

    def render(self) -> None:
        """Make the image: premultiplied is what Qt draws quickest, opaque colours are the same."""
        rows, columns = self._shades.shape
        colours = self._ramp.take(self._shades)
        kind = QImage.Format.Format_ARGB32_Premultiplied
        self.qimage = QImage(colours.data, columns, rows, 4 * columns, kind).copy()
        self._renderRequired = self._unrenderable = False

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        if self._is_exact:
            self._paint_areas(painter)
        else:
            super().paint(painter, option, widget)

    def _paint_areas(self, painter: QPainter) -> None:
        """Fill areas of equal cells: a small image would be blurred by whoever shows the file."""
        areas = merged_areas(self._shades)
        if len(areas) > MOST_AREAS:
            self.render()
            factor = max(1, LARGE_SIDE // max(self._shades.shape))
            painter.drawImage(self.boundingRect(), self.qimage.scaled(self.qimage.size() * factor))
            return
        for shade, each_of_shade in groupby(areas, key=attrgetter("shade")):
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            for area in each_of_shade:
                # A little overlap: viewers that smooth edges would show seams between neighbours.
                across, up = area.columns + OVERLAP, area.rows + OVERLAP
                path.addRect(QRectF(area.column, area.row, across, up))
            painter.fillPath(path, QColor.fromRgba(int(self._ramp[shade])))


class _Drawn:
    """What is drawn somewhere inside ``area``: to work out where exactly takes longer."""

    full = area = QRectF(0, 0, 1, 1)

    def show_area(self, full: QRectF) -> None:
        """Take the range of both axes; what lies on its edge reaches a little beyond."""
        self.prepareGeometryChange()
        across, up = RIM_SHARE * full.width(), RIM_SHARE * full.height()
        self.full, self.area = full, full.adjusted(-across, -up, across, up)

    def boundingRect(self) -> QRectF:
        return self.area


class Curve(_Drawn, pg.PlotCurveItem):
    """A curve, or many single segments, in the data's coordinates; its edges are not smoothed."""

    def __init__(self) -> None:
        super().__init__(antialias=False, skipFiniteCheck=True)

    def show_line(self, x: Numbers, y: Numbers) -> None:
        """Show one unbroken line through points."""
        self.setData(x, y, connect="all", skipFiniteCheck=True)

    def show_segments(self, x: Numbers, y: Numbers) -> None:
        """Show segments whose starts and ends follow each other by turns."""
        self.setData(x, y, connect="pairs", skipFiniteCheck=True)

    def show_pen(self, pen: QPen) -> None:
        """Take a pen; its width is in pixels."""
        self.setPen(_cosmetic(pen))

    def be_exact(self, is_exact: bool) -> None:
        """Draw one path instead of many lines, for files."""
        self.setSegmentedLineMode("off" if is_exact else "auto")


Look = tuple[str, float, str, str, float]
"""A symbol, its size, the colour of its line, that of its filling, and the line's width."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign at a place in the data's coordinates; its size and its widths are in pixels.

    ``symbol`` is a name of pyqtgraph's: ``o``, ``s``, ``t1``, ``d``, ``x``. A mark with a ``halo``
    has a rim in that colour, so that it stands out on what lies below.
    """

    x: float
    y: float
    symbol: str
    size: float
    line: str
    fill: str
    width: float
    halo: str = ""

    @property
    def layers(self) -> tuple[Look, ...]:
        """How it is drawn, from below."""
        look = (self.symbol, self.size, self.line, self.fill, self.width)
        if not self.halo:
            return (look,)
        rim = self.halo if self.fill else ""
        return (self.symbol, self.size, self.halo, rim, 3 * self.width), look


class Marks(_Drawn, pg.ScatterPlotItem):
    """Marks of any kinds; later ones lie over earlier ones."""

    def __init__(self) -> None:
        super().__init__(pxMode=True, antialias=True)
        self._marks: tuple[Mark, ...] = ()
        self._looks: list[Look] = []

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show marks in place of those before; the same ones once more cost nothing."""
        marks = tuple(marks)
        if self._marks == marks:
            return
        looks = [layer for mark in marks for layer in mark.layers]
        x = [mark.x for mark in marks for _ in mark.layers]
        y = [mark.y for mark in marks for _ in mark.layers]
        self._marks, before = marks, self._looks
        self._looks = looks
        if looks == before:
            self._move(x, y)
            return
        self.setData(
            x=x,
            y=y,
            symbol=[symbol for symbol, *_ in looks],
            size=[size for _, size, *_ in looks],
            pen=[_pen(line, width) for *_, line, _, width in looks],
            brush=[_brush(fill) for *_, fill, _ in looks],
        )

    def _move(self, x: list[float], y: list[float]) -> None:
        """Put marks elsewhere that look as before: to look up their looks takes much longer."""
        self.prepareGeometryChange()
        self.data["x"], self.data["y"] = x, y
        self.bounds = [None, None]
        self.invalidate()
        self.update()

    def show_dots(self, x: Numbers, y: Numbers, size: float, colour: str) -> None:
        """Show many equal round dots."""
        self.setData(x=x, y=y, symbol="o", size=size, pen=_pen("", 0), brush=_brush(colour))

    def nearest(self, frame: AxesFrame, x: float, y: float, reach: float) -> int | None:
        """Return the place of the mark nearest to a place of the data within reach, or None.

        Parameters
        ----------
        frame
            Where the axes lie.
        x, y
            In the data's coordinates.
        reach
            In pixels. Of equally near ones the last is found, as it lies in front.
        """
        if not self._marks:
            return None
        centres = [frame.point(mark.x, mark.y) - frame.point(x, y) for mark in self._marks]
        away = np.array([np.hypot(each.x(), each.y()) for each in reversed(centres)])
        place = int(away.argmin())
        return len(away) - 1 - place if away[place] <= reach else None

    def be_exact(self, is_exact: bool) -> None:
        """Draw each mark as a shape, for files."""
        self.setExportMode(is_exact, {"antialias": True})


class Upright(pg.InfiniteLine):
    """A line across the whole height of the axes, which the hand can drag from left to right."""

    def __init__(self, dragged: Callable[[float], object], let_go: Callable[[], object]) -> None:
        """Stand at 0; ``dragged`` is told each new place, ``let_go`` called at the end."""
        super().__init__(angle=90, movable=True)
        self._dragged = dragged
        self.sigDragged.connect(self._tell_place)
        self.sigPositionChangeFinished.connect(let_go)

    def _tell_place(self) -> None:
        self._dragged(float(self.value()))

    def show_place(self, x: float) -> None:
        """Stand at a place of the data; tells nobody."""
        self.setValue(x)

    def show_pen(self, pen: QPen) -> None:
        """Take a pen; it is bolder where the hand points at the line."""
        bold = _cosmetic(pen)
        bold.setWidthF(2 * pen.widthF())
        self.setPen(_cosmetic(pen))
        self.setHoverPen(bold)


@dataclass(frozen=True, slots=True)
class RegionLook:
    """How a region is drawn: colours, and widths and spacing in pixels; "" fills or hatches not."""

    fill: str
    hatch: str
    hatch_width: float
    spacing: float
    line: str = ""
    width: float = 1.0


class Region(_Drawn, pg.GraphicsObject):
    """An area in the data's coordinates: filled, hatched, outlined."""

    def __init__(self) -> None:
        super().__init__()
        self._path = QPainterPath()
        self._inside: Inside | None = None
        self._look = RegionLook("", "", 1, 6)
        self._is_exact = False

    def show_shape(self, x: Numbers, y: Numbers, ends: NDArray[np.bool_], inside: Inside) -> None:
        """Show closed shapes.

        Parameters
        ----------
        x, y
            Their corners, the first of each once more as its last.
        ends
            Which of these are the last of a shape.
        inside
            Tells which places lie in them, as shares of both axes.
        """
        self._path = pg.arrayToQPath(x, y, connect=(~ends).astype(np.int32), finiteCheck=False)
        self._inside = inside
        self.update()

    def show_look(self, look: RegionLook) -> None:
        """Take colours and widths."""
        self._look = look
        self.update()

    def be_exact(self, is_exact: bool) -> None:
        """Draw the hatch as lines in place of a pattern, for files."""
        self._is_exact = is_exact

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look = self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look.fill:
            painter.fillPath(self._path, QColor(look.fill))
        if look.hatch:
            self._paint_hatch(painter, look)
        if look.line:
            painter.strokePath(self._path, _cosmetic(flat_pen(look.line, look.width)))

    def _paint_hatch(self, painter: QPainter, look: RegionLook) -> None:
        to_data, _ = painter.worldTransform().inverted()
        if not self._is_exact:
            ratio = painter.device().devicePixelRatioF()
            brush = QBrush(hatch_pattern(look.hatch, look.hatch_width, look.spacing, ratio))
            # The lines stand still while the region moves.
            brush.setTransform(to_data)
            painter.fillPath(self._path, brush)
        elif self._inside is not None:
            room = painter.worldTransform().mapRect(self.full)
            lines = hatch_lines(room, self._inside, look.spacing)
            painter.setPen(_cosmetic(flat_pen(look.hatch, look.hatch_width)))
            draw_segments(painter, [to_data.map(line) for line in lines])


class Overlay(pg.GraphicsObject):
    """What lies over or under all others, drawn by its owner in pixels."""

    def __init__(
        self, paint_over: Callable[[QPainter], None], area: Callable[[], QRectF], depth: int = 1000
    ) -> None:
        super().__init__()
        self._paint_over, self._area = paint_over, area
        self.setZValue(depth)

    def boundingRect(self) -> QRectF:
        return self._area()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_over(painter)


def _cosmetic(pen: QPen) -> QPen:
    pen = QPen(pen)
    pen.setCosmetic(True)
    return pen


# pyqtgraph draws a mark anew unless it is given the very same pen and brush.
@cache
def _pen(colour: str, width: float) -> QPen:
    return pg.mkPen(colour, width=width) if colour else pg.mkPen(None)


@cache
def _brush(colour: str) -> QBrush:
    return pg.mkBrush(colour or None)
