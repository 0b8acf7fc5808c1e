"""The door to pyqtgraph: a plot with fixed ranges, wrapped in classes that have types."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QMarginsF, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QVBoxLayout, QWidget

from explorer.ui.theme import Theme

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class CanvasFrame:
    """Where the axes lie in pixels: ``room`` is the square of the data, ``whole`` all there is.

    The data's x runs from ``left`` to ``right``, its y from ``low`` to ``high``, upwards.
    """

    whole: QRectF
    room: QRectF
    left: float
    right: float
    low: float
    high: float

    def point(self, x: float, y: float) -> QPointF:
        """Return the pixel of a place in the data's coordinates."""
        across = (x - self.left) / (self.right - self.left)
        up = (y - self.low) / (self.high - self.low)
        return QPointF(
            self.room.left() + across * self.room.width(),
            self.room.bottom() - up * self.room.height(),
        )

    def place(self, point: QPointF) -> tuple[float, float]:
        """Return the place in the data's coordinates under a pixel; inverse of :meth:`point`."""
        across = (point.x() - self.room.left()) / max(self.room.width(), 1e-9)
        up = (self.room.bottom() - point.y()) / max(self.room.height(), 1e-9)
        return (
            self.left + across * (self.right - self.left),
            self.low + up * (self.high - self.low),
        )


PaintOver = Callable[[QPainter, CanvasFrame], None]


class CanvasImage:
    """Cells filled with colours of a ramp; exact at every size and in every file format."""

    def __init__(self, item: "_CellItem") -> None:
        self._item = item

    def show_cells(self, shades: NDArray[np.uint8]) -> None:
        """Show shades (rows, columns), row 0 lowest; 0 is nothing, else an index of the ramp."""
        self._item.set_cells(shades)

    def show_ramp(self, ramp: NDArray[np.uint8]) -> None:
        """Take the 256 colours (red, green, blue, opacity) that the shades stand for."""
        self._item.set_ramp(ramp)


class CanvasLines:
    """A curve, or many single segments; made once, shown anew as often as needed."""

    def __init__(self, item: "pg.PlotCurveItem") -> None:
        self._item = item

    def show_line(self, x: Numbers, y: Numbers) -> None:
        """Show one unbroken line through points."""
        self._item.setData(x=x, y=y, connect="all")

    def show_segments(self, x: Numbers, y: Numbers) -> None:
        """Show segments whose starts and ends follow each other by turns."""
        self._item.setData(x=x, y=y, connect="pairs")

    def show_pen(self, pen: QPen) -> None:
        """Take a pen; its width is in pixels."""
        own = QPen(pen)
        own.setCosmetic(True)
        self._item.setPen(own)


class Canvas(QWidget):
    """A plot whose ranges only the program changes: no menu, no dragging, no zoom.

    Everything beside cells and lines (axes, marks, words) is drawn by its owner, in pixels and
    over the data: by ``paint_still`` what stays while the hand moves (kept as a picture until
    :meth:`show_still`), by ``paint_live`` what does not.

    Signals
    -------
    pointed(float, float)
        The hand points at a place inside the axes, in the data's coordinates.
    left()
        The hand points at no place any more.
    pressed(float, float)
        The hand clicked at a place inside the axes.
    """

    pointed = Signal(float, float)
    left = Signal()
    pressed = Signal(float, float)

    def __init__(
        self, paint_still: PaintOver, paint_live: PaintOver, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = pg.GraphicsView(self, background=None)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMinimumSize(1, 1)
        self._layout = pg.GraphicsLayout()
        self._layout.setSpacing(0)
        self._view.setCentralItem(self._layout)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._box.disableAutoRange()
        self._layout.addItem(self._box)
        self._ranges = (0.0, 1.0, 0.0, 1.0)
        self._cells: list[_CellItem] = []
        self._still = _StillItem(self, paint_still)
        self._live = _LiveItem(self, paint_live)
        for item in (self._still, self._live):
            self._view.scene().addItem(item)
        self._view.scene().sigMouseMoved.connect(self._on_moved)
        self._view.scene().sigMouseClicked.connect(self._on_clicked)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._view)

    def add_image(self, depth: int) -> CanvasImage:
        """Add cells over the whole range; a larger depth lies further in front."""
        item = _CellItem(self._ranges)
        item.setZValue(depth)
        self._cells.append(item)
        self._box.addItem(item, ignoreBounds=True)
        return CanvasImage(item)

    def add_lines(self, depth: int) -> CanvasLines:
        """Add a curve or segments; a larger depth lies further in front."""
        item = pg.PlotCurveItem(antialias=False)
        item.setZValue(depth)
        self._box.addItem(item, ignoreBounds=True)
        return CanvasLines(item)

    def show_ranges(self, left: float, right: float, low: float, high: float) -> None:
        """Set the ends of both axes; nothing happens where they stay the same."""
        if self._ranges == (left, right, low, high):
            return
        self._ranges = (left, right, low, high)
        self._box.setRange(xRange=(left, right), yRange=(low, high), padding=0, update=True)
        for item in self._cells:
            item.set_range(self._ranges)

    def show_margins(self, margins: QMarginsF) -> None:
        """Set the room that is left around the axes for words, in pixels."""
        sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
        self._layout.layout.setContentsMargins(*sides)
        self.show_still()

    def show_theme(self, theme: Theme) -> None:
        """Take the ground of a theme; the owner colours what it added."""
        self._view.setBackground(QColor(theme.ground))

    def show_still(self) -> None:
        """Draw words and marks anew, those that stay as well."""
        self._still.forget()
        self._live.update()

    def show_live(self) -> None:
        """Draw those words and marks anew that move."""
        self._live.update()

    @property
    def viewport(self) -> QWidget:
        """The widget that takes the mouse."""
        return self._view.viewport()

    @property
    def frame_now(self) -> CanvasFrame:
        """Where the axes lie now."""
        room = self._box.mapRectToScene(self._box.rect())
        return CanvasFrame(QRectF(self._view.rect()), room, *self._ranges)

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        """Draw everything into a rectangle of a picture or a page."""
        self._view.render(painter, room, QRect(self._view.rect()))

    def _on_moved(self, point: QPointF) -> None:
        frame = self.frame_now
        if frame.room.contains(point):
            self.pointed.emit(*frame.place(point))
        else:
            self.left.emit()

    def _on_clicked(self, click: "pg.GraphicsScene.mouseEvents.MouseClickEvent") -> None:
        frame = self.frame_now
        if click.button() == Qt.MouseButton.LeftButton and frame.room.contains(click.scenePos()):
            self.pressed.emit(*frame.place(click.scenePos()))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def leaveEvent(self, event: QEvent) -> None:
        self.left.emit()
        super().leaveEvent(event)


class _CellItem(pg.GraphicsObject):
    """Coloured cells over a range."""

    def __init__(self, ranges: tuple[float, float, float, float]) -> None:
        super().__init__()
        self._shades = np.zeros((1, 1), dtype=np.uint8)
        self._ramp = np.zeros((256, 4), dtype=np.uint8)
        self._image: QImage | None = None
        self._room = QRectF()
        self.set_range(ranges)

    def set_cells(self, shades: NDArray[np.uint8]) -> None:
        self._shades = shades
        self._image = None
        self.update()

    def set_ramp(self, ramp: NDArray[np.uint8]) -> None:
        self._ramp = ramp
        self._image = None
        self.update()

    def set_range(self, ranges: tuple[float, float, float, float]) -> None:
        left, right, low, high = ranges
        self.prepareGeometryChange()
        self._room = QRectF(left, low, right - left, high - low)

    def boundingRect(self) -> QRectF:
        return self._room

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if painter.paintEngine().type() == QPaintEngine.Type.Raster:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(self._room, self._picture())
        else:
            self._paint_each(painter)

    def _picture(self) -> QImage:
        if self._image is None:
            rows, columns = self._shades.shape
            colours = np.ascontiguousarray(self._ramp[self._shades])
            kind = QImage.Format.Format_RGBA8888
            self._image = QImage(colours.data, columns, rows, 4 * columns, kind).copy()
        return self._image

    def _paint_each(self, painter: QPainter) -> None:
        """Fill cell by cell: a small image would be blurred by whoever shows the file."""
        rows, columns = self._shades.shape
        width, height = self._room.width() / columns, self._room.height() / rows
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for row, column in zip(*np.nonzero(self._shades), strict=True):
            left, low = self._room.left() + column * width, self._room.top() + row * height
            colour = QColor(*self._ramp[self._shades[row, column]].tolist())
            # A little overlap: viewers that smooth edges would show seams between neighbours.
            painter.fillRect(QRectF(left, low, 1.04 * width, 1.04 * height), colour)


class _LiveItem(pg.GraphicsObject):
    """What lies over the data, in pixels of the view, drawn whenever it is shown."""

    def __init__(self, canvas: Canvas, paint_over: PaintOver) -> None:
        super().__init__()
        self._canvas = canvas
        self._paint_over = paint_over
        self.setZValue(1001)

    def boundingRect(self) -> QRectF:
        return self._canvas.frame_now.whole

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_over(painter, self._canvas.frame_now)
        painter.restore()


class _StillItem(_LiveItem):
    """The same, kept as a picture as long as size and content stay."""

    def __init__(self, canvas: Canvas, paint_over: PaintOver) -> None:
        super().__init__(canvas, paint_over)
        self._kept: tuple[CanvasFrame, float, QPixmap] | None = None
        self.setZValue(1000)

    def forget(self) -> None:
        self._kept = None
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if widget is None or painter.paintEngine().type() != QPaintEngine.Type.Raster:
            super().paint(painter, option, widget)
            return
        frame, ratio = self._canvas.frame_now, widget.devicePixelRatioF()
        if self._kept is None or self._kept[:2] != (frame, ratio):
            self._kept = (frame, ratio, self._picture(frame, ratio))
        painter.drawPixmap(QPointF(0, 0), self._kept[2])

    def _picture(self, frame: CanvasFrame, ratio: float) -> QPixmap:
        picture = QPixmap((frame.whole.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_over(painter, frame)
        painter.end()
        return picture
