"""The door to pyqtgraph: a plot with fixed ranges, wrapped in classes that have types."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QMarginsF, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QVBoxLayout, QWidget

from explorer.ui.plots.canvas_layers import CanvasImage, CanvasLayer
from explorer.ui.plots.kept_picture import KeptPicture
from explorer.ui.theme import Theme


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

    @property
    def data(self) -> QRectF:
        """The ranges of both axes."""
        return QRectF(self.left, self.low, self.right - self.left, self.high - self.low)

    @property
    def transform(self) -> QTransform:
        """What brings the data's coordinates to pixels."""
        origin, across = self.point(0, 0), self.room.width() / (self.right - self.left)
        up = self.room.height() / (self.high - self.low)
        return QTransform(across, 0, 0, -up, origin.x(), origin.y())

    def place(self, point: QPointF) -> tuple[float, float]:
        """Return the place in the data's coordinates under a pixel; inverse of :meth:`point`."""
        across = (point.x() - self.room.left()) / max(self.room.width(), 1e-9)
        up = (self.room.bottom() - point.y()) / max(self.room.height(), 1e-9)
        return (
            self.left + across * (self.right - self.left),
            self.low + up * (self.high - self.low),
        )


Numbers = NDArray[np.float64]
PaintOver = Callable[[QPainter, CanvasFrame], None]


class CanvasLines:
    """A curve, or many single segments; made once, shown anew as often as needed."""

    def __init__(self) -> None:
        self._path = QPainterPath()
        self._pen = QPen(Qt.PenStyle.NoPen)

    def show_line(self, x: Numbers, y: Numbers) -> None:
        """Show one unbroken line through points."""
        self._path = pg.arrayToQPath(x, y, connect="all", finiteCheck=False)

    def show_segments(self, x: Numbers, y: Numbers) -> None:
        """Show segments whose starts and ends follow each other by turns."""
        self._path = pg.arrayToQPath(x, y, connect="pairs", finiteCheck=False)

    def show_pen(self, pen: QPen) -> None:
        """Take a pen; its width is in pixels."""
        self._pen = QPen(pen)
        self._pen.setCosmetic(True)

    def paint(self, painter: QPainter, data: QRectF) -> None:
        """Draw the lines; their edges are not smoothed, as most run along those of cells."""
        del data
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.strokePath(self._path, self._pen)


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
        for part in (self._view, self._view.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # What is dropped on a picture goes to the window behind it.
        self._view.setAcceptDrops(False)
        self._view.setMinimumSize(1, 1)
        self._layout = pg.GraphicsLayout()
        self._layout.setSpacing(0)
        self._view.setCentralItem(self._layout)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._box.disableAutoRange()
        self._layout.addItem(self._box)
        self._ranges = (0.0, 1.0, 0.0, 1.0)
        self._layers: list[tuple[int, CanvasLayer]] = []
        self._paint_still, self._paint_live = paint_still, paint_live
        self._still = KeptPicture()
        self._item = _PictureItem(self)
        self._view.scene().addItem(self._item)
        self._view.scene().sigMouseMoved.connect(self._on_moved)
        self._view.scene().sigMouseClicked.connect(self._on_clicked)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._view)

    def add_image(self, depth: int) -> CanvasImage:
        """Add cells over the whole range; a larger depth lies further in front.

        What is shown on a layer appears with the next :meth:`show_live`.
        """
        image = CanvasImage()
        self._add_layer(depth, image)
        return image

    def add_lines(self, depth: int) -> CanvasLines:
        """Add a curve or segments, in the same way."""
        lines = CanvasLines()
        self._add_layer(depth, lines)
        return lines

    def _add_layer(self, depth: int, layer: CanvasLayer) -> None:
        self._layers.append((depth, layer))
        self._layers.sort(key=itemgetter(0))

    def show_ranges(self, left: float, right: float, low: float, high: float) -> None:
        """Set the ends of both axes; nothing happens where they stay the same."""
        if self._ranges == (left, right, low, high):
            return
        self._ranges = (left, right, low, high)
        self._box.setRange(xRange=(left, right), yRange=(low, high), padding=0, update=True)
        self.show_still()

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
        self._still = KeptPicture()
        self.show_live()

    def show_live(self) -> None:
        """Draw the data anew, and those words and marks that move."""
        self._item.update()

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

    def paint_all(self, painter: QPainter, *, is_on_screen: bool) -> None:
        """Draw the data, then what lies over it, in pixels of the view."""
        frame = self.frame_now
        painter.save()
        painter.setClipRect(frame.room, Qt.ClipOperation.IntersectClip)
        painter.setTransform(frame.transform, combine=True)
        for _, layer in self._layers:
            layer.paint(painter, frame.data)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_on_screen and painter.paintEngine().type() == QPaintEngine.Type.Raster:
            size = frame.whole.size()
            self._still.draw(painter, size, key=(frame,), paint=self._draw_still)
        else:
            painter.save()
            self._draw_still(painter)
            painter.restore()
        self._paint_live(painter, frame)

    def _draw_still(self, painter: QPainter) -> None:
        self._paint_still(painter, self.frame_now)

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


class _PictureItem(pg.GraphicsObject):
    """All that a canvas draws, as one item: each more would cost every frame some time."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        self.setZValue(1000)

    def boundingRect(self) -> QRectF:
        return QRectF(self._canvas.viewport.rect())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.save()
        self._canvas.paint_all(painter, is_on_screen=widget is not None)
        painter.restore()
