"""Both sides' gains as a widget: density, frontier, solutions; their meaning one click away."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen
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
from explorer.ui.pictures.axes.axes_frame import AxisWords, plain_number
from explorer.ui.pictures.axes.axes_signs import (
    dot_sample,
    line_sample,
    mark_sample,
    sign,
    zone_sample,
)
from explorer.ui.pictures.axes.axes_words import KeyEntry, PlotWords
from explorer.ui.pictures.axes.marked_picture import MarkedPicture, frontier_pen
from explorer.ui.pictures.strokes import plot_pen, zone_ramp


class GainsPlot(MarkedPicture[GainsFigure]):
    """The zone by both gains over waiting, with marks for what has a name or solves the bargain."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ghost, self._ideal, self._path = (self.graph.add_curve(depth) for depth in (2, 3, 5))

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
        self.keep_mark(figure)
        if previous is not None:
            self.show_marks(figure)
            if _axes(previous) != _axes(figure):
                self._show_axes(figure)

    def apply_style(self, figure: GainsFigure) -> None:
        theme = self._theme
        self._cells.show_ramp(zone_ramp(theme))
        self._frontier.show_pen(frontier_pen(theme))
        self._ghost.show_pen(plot_pen(theme, theme.ghost, style=Qt.PenStyle.DotLine))
        self._ideal.show_pen(plot_pen(theme, theme.baseline, style=Qt.PenStyle.DashLine))
        self._path.show_pen(_path_pen(theme))
        self.show_marks(figure)
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
            KeyEntry(tr("Pareto frontier"), theme.ink_soft, line_sample(frontier_pen(theme))),
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

    def mark_words(self, figure: GainsFigure, place: int) -> str:
        """Return a mark in plain words, with both gains."""
        return gain_words(figure, figure.marks[place])

    def words_at(self, figure: GainsFigure, x: float, y: float) -> str:
        place = self.mark_at(x, y)
        return place_words(figure, x, y) if place is None else self.mark_words(figure, place)


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
