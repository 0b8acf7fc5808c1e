"""Both sides' gains as a widget: density, frontier, solutions; their meaning one click away."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from explorer.figures.gains import (
    GainsFigure,
    cloud_shades,
    frontier_steps,
    gain_words,
    place_words,
)
from explorer.model.wording import tr
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.axes.axes_frame import AxesFrame, AxisWords, plain_number
from explorer.ui.pictures.axes.axes_picture import REACH, AxesPicture
from explorer.ui.pictures.axes.axes_signs import (
    MarkNames,
    dot_sample,
    line_sample,
    mark_sample,
    sign,
    zone_sample,
)
from explorer.ui.pictures.axes.axes_words import KeyEntry, PlotWords
from explorer.ui.pictures.frame.word_panel import WordPanel
from explorer.ui.pictures.strokes import flat_pen, mix, plot_pen, zone_ramp

Key = Qt.Key
STEPS = {Key.Key_Right: 1, Key.Key_Down: 1, Key.Key_M: 1, Key.Key_Left: -1, Key.Key_Up: -1}
MOST_DOTS = 400


class GainsPlot(AxesPicture[GainsFigure]):
    """The zone by both gains over waiting.

    Arrow keys step through the marks, Enter opens the package of a mark; what a mark means stands
    in a panel as soon as it is clicked or stepped to.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: int | None = None
        self._names = MarkNames()
        self._cells = self.graph.add_cells(0)
        self._ghost, self._ideal, self._frontier, self._path = (
            self.graph.add_curve(depth) for depth in (2, 3, 4, 5)
        )
        self._dots, self._marks = self.graph.add_marks(5), self.graph.add_marks(6)
        self._panel = WordPanel(self)
        self.add_below(self._panel)

    def draw(self, figure: GainsFigure, previous: GainsFigure | None) -> None:
        cloud = figure.cloud
        self.graph.show_ranges(0, cloud.x_maximum, 0, cloud.y_maximum, keeps_part=True)
        self._cells.show_cells(cloud_shades(cloud))
        self._frontier.show_line(*frontier_steps(*figure.frontier))
        self._ghost.show_line(*frontier_steps(*figure.ghost))
        self._path.show_line(*figure.path)
        # Along the line from waiting to the ideal point Kalai-Smorodinsky looks.
        x, y = figure.result.ideal or (0.0, 0.0)
        self._ideal.show_line(np.array([0.0, x]), np.array([0.0, y]))
        if self._mark is not None and self._mark >= len(figure.marks):
            self._mark = None
        self._show_mark_words(figure)
        if previous is not None:
            self._show_marks(figure)
            if _axes(previous) != _axes(figure):
                self._show_axes(figure)

    def apply_style(self, figure: GainsFigure) -> None:
        theme = self._theme
        self._cells.show_ramp(zone_ramp(theme))
        self._frontier.show_pen(_frontier_pen(theme))
        self._ghost.show_pen(plot_pen(theme, theme.ghost, style=Qt.PenStyle.DotLine))
        self._ideal.show_pen(plot_pen(theme, theme.baseline, style=Qt.PenStyle.DashLine))
        self._path.show_pen(_path_pen(theme))
        self._show_marks(figure)
        self._show_axes(figure)

    def _show_axes(self, figure: GainsFigure) -> None:
        theme = self._theme
        below = AxisWords(figure.x_label, theme.sender_text, number=plain_number)
        beside = AxisWords(figure.y_label, theme.target_text, number=plain_number)
        entries = (
            KeyEntry(
                tr("few to many packages in the zone"),
                theme.zone_text,
                zone_sample(theme),
                brief=tr("deal zone"),
            ),
            KeyEntry(tr("Pareto frontier"), theme.ink_soft, line_sample(_frontier_pen(theme))),
            KeyEntry(
                tr("package in the zone"),
                theme.ink_soft,
                dot_sample(theme, is_filled=True),
                brief=tr("in the zone"),
            ),
            KeyEntry(tr("not in it"), theme.ink_soft, dot_sample(theme, is_filled=False)),
            *(
                KeyEntry(
                    words,
                    theme.ink_soft,
                    mark_sample(sign(kind, (0, 0), theme, self.unit)),
                    brief=brief,
                )
                for kind, words, brief in _solution_words()
            ),
            *self._table_entries(figure),
        )
        self.graph.show_words(PlotWords(below, beside, entries), self.small, theme)

    def _table_entries(self, figure: GainsFigure) -> tuple[KeyEntry, ...]:
        """Return the key of what tables of a role play did, as far as it is shown."""
        theme, kinds = self._theme, _kinds(figure)
        entries: list[KeyEntry] = []
        if "table" in kinds:
            shape = sign("table", (0, 0), theme, self.unit, is_filled=True)
            words = tr("agreement of tables, filled in the zone")
            sample = mark_sample(shape)
            entries.append(KeyEntry(words, theme.ink_soft, sample, brief=tr("tables")))
        if "offer" in kinds:
            shape = sign("offer", (0, 0), theme, self.unit)
            sample = mark_sample(shape, _path_pen(theme))
            entries.append(KeyEntry(tr("offers of one table"), theme.ink_soft, sample))
        return tuple(entries)

    def _show_marks(self, figure: GainsFigure) -> None:
        x, y = (ends[:MOST_DOTS] for ends in figure.frontier)
        self._dots.show_dots(x, y, 3.8 * self.unit, self._theme.ink)
        self._marks.show_marks(
            [
                sign(mark.kind, (mark.x, mark.y), self._theme, self.unit, is_filled=mark.is_in_zone)
                for mark in figure.marks
            ]
        )

    def paint_over(self, painter: QPainter, frame: AxesFrame, figure: GainsFigure) -> None:
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

    def words_at(self, figure: GainsFigure, x: float, y: float) -> str:
        place = self._marks.nearest(self.graph.frame_now, x, y, REACH * self.unit)
        if place is None:
            return place_words(figure, x, y)
        return gain_words(figure, figure.marks[place])

    def press(self, figure: GainsFigure, x: float, y: float) -> None:
        self._mark = self._marks.nearest(self.graph.frame_now, x, y, REACH * self.unit)
        self._show_mark_words(figure)
        self._open(figure)

    def press_key(self, figure: GainsFigure, event: QKeyEvent) -> bool:
        key = Key(event.key())
        if key in STEPS:
            self._step(figure, STEPS[key])
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._open(figure)
        else:
            return False
        return True

    def _show_mark_words(self, figure: GainsFigure) -> None:
        place = self._mark
        self._panel.show_words("" if place is None else gain_words(figure, figure.marks[place]))

    def _open(self, figure: GainsFigure) -> None:
        package = None if self._mark is None else figure.marks[self._mark].package
        if package is not None:
            self.package_chosen.emit(package)

    def _step(self, figure: GainsFigure, step: int) -> None:
        start = (0 if step > 0 else -1) if self._mark is None else self._mark + step
        self._mark = start % len(figure.marks)
        self._show_mark_words(figure)
        mark = figure.marks[self._mark]
        self.tell_place(gain_words(figure, mark), mark.x, mark.y)


def _frontier_pen(theme: Theme) -> QPen:
    return plot_pen(theme, mix(theme.ink, theme.ground, 0.7), 1.2)


def _path_pen(theme: Theme) -> QPen:
    return plot_pen(theme, theme.ink, 1.6)


def _kinds(figure: GainsFigure) -> frozenset[str]:
    return frozenset(mark.kind for mark in figure.marks)


def _solution_words() -> tuple[tuple[str, str, str], ...]:
    """Return what the signs of solutions mean: their kind, words, and brief words."""
    return (
        ("nash", tr("Nash: largest product of gains"), tr("Nash")),
        (
            "kalai_smorodinsky",
            tr("Kalai-Smorodinsky: most even shares"),
            tr("Kalai-Smorodinsky"),
        ),
        ("ideal", tr("ideal: each side’s best"), tr("ideal")),
    )


def _axes(figure: GainsFigure) -> tuple[object, ...]:
    words = (figure.x_label, figure.y_label, _kinds(figure) & {"table", "offer"})
    return (figure.cloud.x_maximum, figure.cloud.y_maximum, *words)
