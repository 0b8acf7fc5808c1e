"""A plot on pyqtgraph, with types: two axes, what is drawn between them, zooming and panning.

Its parts are those of pyqtgraph's own plot item, laid out by the same grid; that one also makes
fourteen hidden windows of menus, which took longer than all else.
"""

from collections.abc import Callable
from typing import TypeVar

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from explorer.ui.look.theme import Theme
from explorer.ui.pictures.axes.axes_frame import AxesFrame, AxisWords, Ticks
from explorer.ui.pictures.axes.axes_items import Cells, Curve, Marks, Overlay, Region, Upright
from explorer.ui.pictures.axes.axes_words import Axis, Key, PlotWords
from explorer.ui.pictures.strokes import plot_pen

CLOSEST = 50
"""How many times nearer than all of an axis one can zoom in."""

RIM = 8.0
"""Pixels by which a mark at the end of an axis reaches beyond it at most."""

EDGE_DEPTH = 1.5
"""Where the edge of the axes lies: over all cells, and below curves and marks."""

Item = TypeVar("Item")


class Graph(pg.GraphicsView):
    """Two axes and what lies between them; only the hand zooms and pans, data never do.

    Signals
    -------
    pointed(float, float)
        The hand points at a place inside the axes, in the data's coordinates.
    left()
        The hand points at no place any more.
    pressed(float, float)
        The hand clicked at a place inside the axes.
    zoomed(bool)
        Whether only a part of the axes is seen.
    """

    pointed = Signal(float, float)
    left = Signal()
    pressed = Signal(float, float)
    zoomed = Signal(bool)

    def __init__(self, owner: QWidget, paint_over: Callable[[QPainter, AxesFrame], None]) -> None:
        """Make an empty plot.

        Parameters
        ----------
        owner
            The picture that has the keyboard; the wheel zooms only while it has.
        paint_over
            Draws, in pixels, what lies over everything else.
        """
        super().__init__(owner, background=None)
        self._owner, self._paint_over = owner, paint_over
        for part in (self, self.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # What is dropped on a picture goes to the window behind it.
        self.setAcceptDrops(False)
        self.setMinimumSize(1, 1)
        self.setViewportUpdateMode(pg.GraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self._items: list[Cells | Curve | Marks | Region] = []
        self._full = QRectF(0, 0, 1, 1)
        self._right = self._widest = self._line = 0.0
        self.corner = 0.0
        self.key = Key()
        self._below, self._beside, self._over, self._far = (
            Axis(side) for side in ("bottom", "left", "top", "right")
        )
        self._room = _Room()
        self._edge = QGraphicsRectItem()
        self._edge.setZValue(EDGE_DEPTH)
        self._room.addItem(self._edge, ignoreBounds=True)
        self._grid = pg.GraphicsLayout()
        self._grid.setSpacing(0)
        self._grid.addItem(self._over, 1, 1)
        self._grid.addItem(self._beside, 2, 0)
        self._grid.addItem(self._room, 2, 1)
        self._grid.addItem(self._far, 2, 2)
        self._grid.addItem(self._below, 3, 1)
        self._overlay = Overlay(self._paint_overlay, self._area)
        self.setCentralItem(self._grid)
        self.scene().addItem(self.key)
        self.scene().addItem(self._overlay)
        self._axes = (self._below, self._beside, self._over, self._far)
        self._keep_words(True)
        for axis in self._axes:
            axis.linkToView(self._room)
        self._room.sigRangeChangedManually.connect(self._note_zoom)
        self.scene().sigMouseClicked.connect(self._on_clicked)

    @property
    def frame_now(self) -> AxesFrame:
        """Where the axes lie now, and which part of them is seen."""
        room = self._room.mapRectToScene(self._room.rect())
        (left, right), (low, high) = self._room.state["viewRange"]
        return AxesFrame(self._area(), room, left, right, low, high)

    @property
    def is_zoomed(self) -> bool:
        """Whether only a part of the axes is seen."""
        return self._room.is_zoomed

    def add_cells(self, depth: int) -> Cells:
        """Add cells; a larger depth lies further in front."""
        return self._add(Cells(), depth)

    def add_curve(self, depth: int) -> Curve:
        """Add a curve or segments."""
        return self._add(Curve(), depth)

    def add_marks(self, depth: int) -> Marks:
        """Add marks."""
        return self._add(Marks(), depth)

    def add_region(self, depth: int) -> Region:
        """Add an area."""
        return self._add(Region(), depth)

    def add_upright(
        self, depth: int, dragged: Callable[[float], object], let_go: Callable[[], object]
    ) -> Upright:
        """Add a line that the hand drags across; see :class:`Upright`."""
        line = Upright(dragged, let_go)
        line.setZValue(depth)
        self._room.addItem(line, ignoreBounds=True)
        return line

    def paint_under(self, paint: Callable[[QPainter, AxesFrame], None]) -> None:
        """Have something drawn, in pixels, below everything else."""
        self._paint_under = paint
        self._underlay = Overlay(self._paint_underlay, self._area, depth=-1000)
        self.scene().addItem(self._underlay)

    def _add(self, item: Item, depth: int) -> Item:
        item.setZValue(depth)
        self._room.addItem(item, ignoreBounds=True)
        self._items.append(item)
        return item

    def show_ranges(
        self, left: float, right: float, low: float, high: float, *, keeps_part: bool = False
    ) -> None:
        """Set the ends of both axes; where they stay the same, so does what is seen of them.

        ``keeps_part`` tells to leave a part that the hand has chosen as it is in any case.
        """
        full = QRectF(left, low, right - left, high - low)
        if full == self._full:
            return
        self._full = full
        self._edge.setRect(full)
        for item in self._items:
            item.show_area(full)
        if keeps_part and self.is_zoomed:
            self._set_limits(full.united(QRectF(self._room.viewRect())))
        else:
            self.fit()

    def _set_limits(self, room: QRectF) -> None:
        """Let the hand see nothing beyond a room of the data."""
        self._room.setLimits(
            xMin=room.left(),
            xMax=room.right(),
            yMin=room.top(),
            yMax=room.bottom(),
            minXRange=self._full.width() / CLOSEST,
            minYRange=self._full.height() / CLOSEST,
        )

    def show_all_of_height(self) -> None:
        """Have the hand zoom and pan only from left to right."""
        self._room.setMouseEnabled(x=True, y=False)

    def fit(self) -> None:
        """Show both axes from end to end."""
        self._set_limits(self._full)
        self._room.setRange(self._full, padding=0)
        self._note_zoom()

    def show_words(self, words: PlotWords, font: QFont, theme: Theme) -> None:
        """Take what stands around the axes, in a font and colours, and leave the room for it."""
        metrics = QFontMetricsF(font)
        line = metrics.height()
        self.setBackground(QColor(theme.ground))
        self._room.edge = QPen(QColor(theme.track), theme.least_line)
        edge = plot_pen(theme, theme.track)
        edge.setCosmetic(True)
        self._edge.setPen(edge)
        below, beside = words.below, words.beside
        most = "" if beside.number is None else beside.number(self._full.bottom() * beside.unit)
        self._line, self._widest = line, _widest(metrics, beside.ticks or ((0.0, most),))
        self._below.setHeight((2.6 if below.name else 1.4) * line)
        self._over.setHeight(1.25 * line if words.over else 0)
        self._far.setWidth(_widest(metrics, words.far) + 0.8 * line if words.far else 0)
        self._right = 0.0 if words.far else 1.2 * line
        along = (below, beside, AxisWords(ticks=words.over), AxisWords(ticks=words.far))
        for axis, each in zip(self._axes, along, strict=True):
            beyond = 1.2 * line if axis in (self._below, self._over) else 0.5 * line
            axis.show_words(each, font, theme, beyond=beyond)
        self.key.show_entries(words.key, font, above=words.above)
        self.lay_out()

    def lay_out(self) -> None:
        """Give each part its place at once."""
        far = self._far.maximumWidth() + self._right
        height = self.height() - self._below.maximumHeight() - self._over.maximumHeight()
        left = self._widest + (2.1 if self._beside.name_lines(height) else 1.1) * self._line
        taken = self.key.fit(self.width() - left - far, height, self.corner)
        left += (len(self._beside.name_lines(height - taken.height())) > 1) * self._line
        self._beside.setWidth(left)
        right = self.width() - far - taken.width()
        if self.key.is_beside:
            below = 2 * self._line if self.corner else taken.height()
            place = QRectF(right + far, below, taken.width(), self.height() - below)
        else:
            place = QRectF(left, 0, max(right - left - self.corner, 1), taken.height())
        self.key.setGeometry(place)
        self._grid.layout.setContentsMargins(0, taken.height(), self._right + taken.width(), 0)
        self._grid.layout.activate()
        self._overlay.prepareGeometryChange()

    def redraw(self) -> None:
        """Draw anew what lies over the items."""
        self._overlay.update()

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        """Draw everything into a rectangle of a picture or a page, as shapes."""
        self._be_exact(True)
        self.render(painter, room, QRect(self.rect()))
        self._be_exact(False)

    def _be_exact(self, is_exact: bool) -> None:
        self._keep_words(not is_exact)
        for item in self._items:
            item.be_exact(is_exact)

    def _keep_words(self, is_kept: bool) -> None:
        """Have what seldom changes kept as pixels, or drawn anew each time."""
        modes = QGraphicsItem.CacheMode
        for item in (self.key, *self._axes):
            item.setCacheMode(modes.DeviceCoordinateCache if is_kept else modes.NoCache)

    def _area(self) -> QRectF:
        return QRectF(self.rect())

    def _paint_underlay(self, painter: QPainter) -> None:
        self._paint_under(painter, self.frame_now)

    def _paint_overlay(self, painter: QPainter) -> None:
        self._paint_over(painter, self.frame_now)

    def _note_zoom(self) -> None:
        (left, right), (low, high) = self._room.state["viewRange"]
        seen, full = (right - left, high - low), (self._full.width(), self._full.height())
        is_zoomed = any(part < 0.9999 * whole for part, whole in zip(seen, full, strict=True))
        if not is_zoomed:
            # Without what rounding leaves.
            self._room.setRange(self._full, padding=0)
        self._overlay.update()
        if is_zoomed != self._room.is_zoomed:
            self._room.is_zoomed = is_zoomed
            self.zoomed.emit(is_zoomed)

    def _on_clicked(self, click: "pg.GraphicsScene.mouseEvents.MouseClickEvent") -> None:
        frame = self.frame_now
        if click.button() != Qt.MouseButton.LeftButton or not frame.room.contains(click.scenePos()):
            return
        if click.double() and self.is_zoomed:
            self.fit()
        else:
            self.pressed.emit(*frame.place(click.scenePos()))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        # pyqtgraph asks for it before the parts are there.
        if hasattr(self, "_overlay"):
            self.lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        frame, point = self.frame_now, QPointF(event.position())
        if event.buttons() == Qt.MouseButton.NoButton and frame.room.contains(point):
            self.pointed.emit(*frame.place(point))
        else:
            self.left.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self.left.emit()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # The picture has the menu.
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Elsewhere the wheel scrolls, and a picture that it passes stays as it is.
        if self._owner.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        # The scene would answer with the tip of an item that has none, and hide ours.
        return event.type() == QEvent.Type.ToolTip or super().viewportEvent(event)


def _widest(metrics: QFontMetricsF, ticks: Ticks) -> float:
    return max((metrics.horizontalAdvance(text) for _, text in ticks), default=0.0)


class _Room(pg.ViewBox):
    """The square of the data; marks on its edge are drawn whole as long as all of it is seen."""

    def __init__(self) -> None:
        super().__init__(enableMouse=True, enableMenu=False, defaultPadding=0)
        self.is_zoomed = False
        self.edge = QPen(Qt.PenStyle.NoPen)
        self.disableAutoRange()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self.edge)
        painter.drawRect(self.rect())

    def mouseDragEvent(
        self, drag: "pg.GraphicsScene.mouseEvents.MouseDragEvent", axis: int | None = None
    ) -> None:
        # The right button opens the menu.
        if drag.button() == Qt.MouseButton.RightButton:
            drag.ignore()
        else:
            super().mouseDragEvent(drag, axis)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        rim = 0.0 if self.is_zoomed else RIM
        path.addRect(QRectF(self.rect()).adjusted(-rim, -rim, rim, rim))
        return path
