"""The base of all pictures with two axes: keyboard, pointing, zoom, theme and text size."""

from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QVBoxLayout, QWidget

from explorer.figures.figure import Figure
from explorer.figures.table import table_lines
from explorer.model.wording import tr
from explorer.ui.pictures.axes.axes_frame import AxesFrame
from explorer.ui.pictures.axes.axes_graph import Graph
from explorer.ui.pictures.picture_plot import PicturePlot
from explorer.ui.pictures.strokes import flat_pen, small_font, unit_of_font

Shown = TypeVar("Shown", bound=Figure)
"""The kind of figure that a picture shows."""

REACH = 8
"""How far from its middle a mark is still hit, in pixels at a text scale of 1."""


class AxesPicture(PicturePlot[Shown], Generic[Shown]):
    """A picture between two axes, which the hand zooms by wheel and pans by a drag.

    The wheel zooms only while the picture has the keyboard. A double click, the button in the
    corner, 0 and Home show all of the axes again; data never move them.

    What an heir does: it adds its items to :attr:`graph` when it is made; puts a figure on them
    in :meth:`draw` and colours them in :meth:`apply_style`; tells what lies at a place in
    :meth:`words_at`; acts in :meth:`press` and :meth:`press_key`; draws what no item of the plot
    does in :meth:`paint_over`.
    """

    HAS_AXES = True

    SIZE = (44.0, 20.0)
    """Width and height at ease, in lines of text."""

    LEAST_SIZE = (22.0, 10.0)
    """The least of both."""

    FIT_KEYS = (Qt.Key.Key_0, Qt.Key.Key_Home)
    """The keys that show all of the axes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure: Shown | None = None
        self._read_figure: Shown | None = None
        self._read_lines: tuple[str, ...] = ()
        self.graph = Graph(self, self._paint_over)
        self.graph.pointed.connect(self._point)
        self.graph.left.connect(self._point_nowhere)
        self.graph.pressed.connect(self._press)
        self.graph.zoomed.connect(self._offer_fit)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.graph, 1)
        self.fit_button = QPushButton(self)
        self.fit_button.setText(tr("Fit"))
        self.fit_button.setToolTip(tr("Show all of the picture (0)"))
        self.fit_button.setAccessibleName(tr("Show all of the picture (0)"))
        self.fit_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fit_button.clicked.connect(self.fit)
        self.fit_button.hide()
        self._corner: list[QAbstractButton] = []

    def add_below(self, widget: QWidget) -> None:
        """Add a widget below the plot; it is no part of what is drawn for files."""
        self._column.addWidget(widget)

    def add_to_corner(self, button: QAbstractButton) -> None:
        """Put a button into the upper right corner; the key leaves the room to it."""
        self._corner.append(button)

    def draw(self, figure: Shown, previous: Shown | None) -> None:
        """Put a figure on the items of the plot; ``previous`` is what they show so far."""
        raise NotImplementedError

    def apply_style(self, figure: Shown) -> None:
        """Give items and axes the colours of the theme and words in the font of the picture."""
        raise NotImplementedError

    def words_at(self, figure: Shown, x: float, y: float) -> str:
        """Return what lies at a place of the data, in words."""
        raise NotImplementedError

    def press(self, figure: Shown, x: float, y: float) -> None:
        """Act on a click at a place of the data."""

    def press_key(self, figure: Shown, event: QKeyEvent) -> bool:
        """Act on a key; return whether it is one of this picture's."""
        del figure, event
        return False

    def paint_over(self, painter: QPainter, frame: AxesFrame, figure: Shown) -> None:
        """Draw, in pixels, what no item of the plot does."""

    @property
    def small(self) -> QFont:
        """The font of words on the plot."""
        return small_font(self.font())

    @property
    def unit(self) -> float:
        """How many pixels a length of 1 has beside the picture's text."""
        return unit_of_font(self.font())

    def show_figure(self, figure: Shown) -> None:
        """Show a figure; emits nothing."""
        previous, self.figure = self.figure, figure
        self.describe(figure.title, figure.sentence)
        self.draw(figure, previous)
        if previous is None:
            self.apply_style(figure)
        self.graph.redraw()

    def follow_look(self) -> None:
        """Take the colours of the theme."""
        super().follow_look()
        self._place_buttons()
        self._restyle()

    def show_stale(self, is_stale: bool) -> None:
        """Grow pale while the picture no longer answers the settings."""
        super().show_stale(is_stale)
        self.graph.redraw()

    def readable_rows(self) -> int:
        return len(self._lines())

    def readable_row(self, row: int) -> tuple[str, QRect, bool]:
        """Return a line of the picture's table: what is drawn between axes lies nowhere in rows."""
        lines = self._lines()
        return (lines[row] if row < len(lines) else ""), QRect(), False

    def _lines(self) -> tuple[str, ...]:
        """Return the picture's table in lines, worked out for readers who do not see it."""
        if self.figure is not self._read_figure:
            self._read_figure = self.figure
            self._read_lines = () if self.figure is None else table_lines(self.figure.table)
        return self._read_lines

    def fit(self) -> None:
        """Show all of both axes."""
        self.graph.fit()

    def tell_place(self, words: str, x: float, y: float) -> None:
        """Say what the keyboard's cursor stands on, at a place of the data."""
        pixel = self.graph.frame_now.point(x, y).toPoint()
        self.tell_at(words, self.graph.pos() + pixel)
        self.graph.redraw()

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        """Draw the picture into a rectangle of an image or a page."""
        self.graph.paint_on(painter, room)

    def _restyle(self) -> None:
        if self.figure is not None:
            self.apply_style(self.figure)
            self.graph.redraw()

    def _paint_over(self, painter: QPainter, frame: AxesFrame) -> None:
        if self.figure is None:
            return
        painter.setFont(self.small)
        painter.save()
        self.paint_over(painter, frame, self.figure)
        painter.restore()
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(flat_pen(self._theme.focus, 1.5 * self._theme.stroke))
            painter.drawRect(frame.whole.adjusted(1, 1, -1, -1))
        self.wash(painter, frame.whole)

    def _point(self, x: float, y: float) -> None:
        if self.figure is not None:
            self.tell(self.words_at(self.figure, x, y))

    def _point_nowhere(self) -> None:
        self.tell("")

    def _press(self, x: float, y: float) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.figure is not None:
            self.press(self.figure, x, y)
            self.graph.redraw()

    def _offer_fit(self, is_zoomed: bool) -> None:
        if not is_zoomed and self.fit_button.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit_button.setVisible(is_zoomed)
        self._place_buttons()

    def _place_buttons(self) -> None:
        """Put the buttons of the corner beside the key, and *Fit* over the plot."""
        right = self.width()
        for button in self._corner:
            button.setFont(self.small)
            button.adjustSize()
            right -= button.width()
            button.move(right, 0)
            button.raise_()
        self.graph.corner = float(self.width() - right)
        self.graph.lay_out()
        corner = self.graph.frame_now.room.topRight().toPoint()
        self.fit_button.setFont(self.small)
        self.fit_button.adjustSize()
        self.fit_button.move(corner - self.fit_button.rect().topRight() + QPoint(-2, 3))
        self.fit_button.raise_()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(*(round(each * line) for each in self.SIZE))

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(*(round(each * line) for each in self.LEAST_SIZE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.figure is None or not self.press_key(self.figure, event):
            if self.graph.is_zoomed and Qt.Key(event.key()) in self.FIT_KEYS:
                self.fit()
            else:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.graph.redraw()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.graph.redraw()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def follow_text_size(self) -> None:
        self._place_buttons()
        self._restyle()
