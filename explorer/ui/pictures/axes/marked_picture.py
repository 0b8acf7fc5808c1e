"""The base of pictures whose marks stand for packages: stepping, pointing, opening, their words."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from explorer.figures.figure import Figure
from explorer.model.package import Package
from explorer.model.result import Floats
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.axes.axes_frame import AxesFrame
from explorer.ui.pictures.axes.axes_picture import REACH, AxesPicture
from explorer.ui.pictures.axes.axes_signs import DOT, MarkNames, sign
from explorer.ui.pictures.frame.word_panel import WordPanel
from explorer.ui.pictures.strokes import flat_pen, mix, plot_pen

Key = Qt.Key
STEPS = {Key.Key_Right: 1, Key.Key_Down: 1, Key.Key_M: 1, Key.Key_Left: -1, Key.Key_Up: -1}
MOST_DOTS = 400


class PackageMark(Protocol):
    """A named point; see :class:`explorer.figures.table_marks.GainMark`."""

    @property
    def kind(self) -> str:
        """What it stands for, which decides how it looks."""
        ...

    @property
    def label(self) -> str:
        """What is written beside it; "" for nothing."""
        ...

    @property
    def x(self) -> float:
        """Its place on the lower axis."""
        ...

    @property
    def y(self) -> float:
        """Its place on the other axis."""
        ...

    @property
    def package(self) -> Package | None:
        """What opens with it, None for nothing."""
        ...

    @property
    def is_in_zone(self) -> bool:
        """Whether it is filled."""
        ...


class MarkedFigure(Figure, Protocol):
    """A figure with marks, at least one, and a frontier whose packages are dots."""

    @property
    def marks(self) -> Sequence[PackageMark]:
        """The marks, those that lie over others last."""
        ...

    @property
    def frontier(self) -> tuple[Floats, Floats]:
        """X and y along the frontier, the largest x first."""
        ...


Marked = TypeVar("Marked", bound=MarkedFigure)
"""The kind of figure that a picture shows."""


class MarkedPicture(AxesPicture[Marked], Generic[Marked]):
    """Marks over a cloud of packages, and their frontier.

    Arrow keys step through the marks, Enter opens the package of a mark; what a mark means stands
    in a panel as soon as it is clicked or stepped to. An heir tells what marks mean in
    :meth:`mark_words`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: int | None = None
        self._names = MarkNames()
        self._cells = self.graph.add_cells(0)
        self._frontier = self.graph.add_curve(4)
        self._dots, self._marks = self.graph.add_marks(5), self.graph.add_marks(6)
        self._panel = WordPanel(self)
        self.add_below(self._panel)

    def mark_words(self, figure: Marked, place: int) -> str:
        """Return what a mark means, by its place among the figure's."""
        raise NotImplementedError

    def keep_mark(self, figure: Marked) -> None:
        """Keep the chosen mark if the figure has it, and its words below the plot."""
        if self._mark is not None and self._mark >= len(figure.marks):
            self._mark = None
        self._show_mark_words(figure)

    def show_marks(self, figure: Marked) -> None:
        """Draw the marks and the frontier's packages in the colours of the theme."""
        x, y = (ends[:MOST_DOTS] for ends in figure.frontier)
        self._dots.show_dots(x, y, DOT * self.unit, self._theme.ink)
        self._marks.show_marks(
            [
                sign(mark.kind, (mark.x, mark.y), self._theme, self.unit, is_filled=mark.is_in_zone)
                for mark in figure.marks
            ]
        )

    def mark_at(self, x: float, y: float) -> int | None:
        """Return the place of the mark that the hand points at, None for none."""
        return self._marks.nearest(self.graph.frame_now, x, y, REACH * self.unit)

    def paint_over(self, painter: QPainter, frame: AxesFrame, figure: Marked) -> None:
        seen = [
            (mark.label, frame.point(mark.x, mark.y))
            for mark in figure.marks
            if frame.sees(mark.x, mark.y)
        ]
        self._names.paint(painter, frame.room, self._theme, self.font(), seen)
        if self._mark is not None:
            mark = figure.marks[self._mark]
            painter.setPen(flat_pen(self._theme.focus, 1.5 * self._theme.stroke))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            reach = REACH * self.unit
            painter.drawEllipse(frame.point(mark.x, mark.y), reach, reach)

    def press(self, figure: Marked, x: float, y: float) -> None:
        self._mark = self.mark_at(x, y)
        self._show_mark_words(figure)
        self._open(figure)

    def press_key(self, figure: Marked, event: QKeyEvent) -> bool:
        key = Key(event.key())
        if key in STEPS:
            self._step(figure, STEPS[key])
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._open(figure)
        else:
            return False
        return True

    def _show_mark_words(self, figure: Marked) -> None:
        place = self._mark
        self._panel.show_words("" if place is None else self.mark_words(figure, place))

    def _open(self, figure: Marked) -> None:
        package = None if self._mark is None else figure.marks[self._mark].package
        if package is not None:
            self.package_chosen.emit(package)

    def _step(self, figure: Marked, step: int) -> None:
        start = (0 if step > 0 else -1) if self._mark is None else self._mark + step
        self._mark = start % len(figure.marks)
        self._show_mark_words(figure)
        mark = figure.marks[self._mark]
        self.tell_place(self.mark_words(figure, self._mark), mark.x, mark.y)


def frontier_pen(theme: Theme) -> QPen:
    """Return the pen of a frontier."""
    return plot_pen(theme, mix(theme.ink, theme.ground, 0.7), 1.2)
