"""Bold but sure as a widget: packages by sureness and boldness, their frontier, what is enough."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.figures.bold import (
    LEAST,
    BoldFigure,
    bold_place_words,
    leader_at,
    mark_words,
)
from explorer.figures.gains import frontier_steps
from explorer.figures.study import HUNDRED_TICKS
from explorer.model.bold import HUNDRED
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

Key = Qt.Key
PAGES = {Key.Key_PageUp: 5, Key.Key_PageDown: -5}
"""By how many of a hundred sets Page keys move what is enough."""


class BoldPlot(MarkedPicture[BoldFigure]):
    """Packages to the right by how sure they are, upwards by how bold.

    A click where no mark is opens the boldest package there. Page keys move the line right of
    which a package is sure enough.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._enough = self.graph.add_curve(3)

    def draw(self, figure: BoldFigure, previous: BoldFigure | None) -> None:
        self.graph.show_ranges(0, HUNDRED, 0, figure.y_maximum, keeps_part=True)
        self._cells.show_cells(figure.shades)
        self._frontier.show_line(*frontier_steps(*figure.frontier))
        self._enough.show_line(np.full(2, float(figure.at_least)), np.array([0, figure.y_maximum]))
        self.keep_mark(figure)
        if previous is not None:
            self.show_marks(figure)
            if _axes(previous) != _axes(figure):
                self._show_axes(figure)

    def apply_style(self, figure: BoldFigure) -> None:
        theme = self._theme
        self._cells.show_ramp(zone_ramp(theme))
        self._frontier.show_pen(frontier_pen(theme))
        self._enough.show_pen(_enough_pen(theme))
        self.show_marks(figure)
        self._show_axes(figure)

    def _show_axes(self, figure: BoldFigure) -> None:
        theme = self._theme
        colours = {"sender": theme.sender_text, "target": theme.target_text}
        ink = colours.get(figure.rank, theme.ink)
        below = AxisWords(figure.x_label, theme.ink, ticks=HUNDRED_TICKS, number=plain_number)
        unit = HUNDRED if figure.rank == "share" else 1
        beside = AxisWords(figure.y_label, ink, number=plain_number, unit=unit)
        soft = theme.ink_soft
        entries = (
            KeyEntry(tr("few to many packages"), theme.zone_text, zone_sample(theme)),
            KeyEntry(
                tr("frontier: none is bolder and as sure"),
                soft,
                line_sample(frontier_pen(theme)),
                brief=tr("frontier"),
            ),
            KeyEntry(
                tr("sure enough from here on"),
                soft,
                line_sample(_enough_pen(theme)),
                brief=tr("sure enough"),
            ),
            KeyEntry(
                tr("the boldest that is sure"),
                soft,
                mark_sample(sign("boldest", (0, 0), theme, self.unit)),
                brief=tr("boldest"),
            ),
            KeyEntry(
                tr("package with a name"),
                soft,
                dot_sample(theme, is_filled=True),
                brief=tr("named"),
            ),
            KeyEntry(tr("in no set"), soft, dot_sample(theme, is_filled=False)),
        )
        self.graph.show_words(PlotWords(below, beside, entries), self.small, theme)

    def mark_words(self, figure: BoldFigure, place: int) -> str:
        """Return a mark in plain words: how sure, how bold, and what it holds."""
        return mark_words(figure, figure.marks[place])

    def words_at(self, figure: BoldFigure, x: float, y: float) -> str:
        place = self.mark_at(x, y)
        return bold_place_words(figure, x, y) if place is None else self.mark_words(figure, place)

    def press(self, figure: BoldFigure, x: float, y: float) -> None:
        super().press(figure, x, y)
        package = leader_at(figure, x, y)
        if self._mark is None and package is not None:
            self.package_chosen.emit(package)

    def press_key(self, figure: BoldFigure, event: QKeyEvent) -> bool:
        key = Key(event.key())
        if key not in PAGES:
            return super().press_key(figure, event)
        at_least = min(max(figure.at_least + PAGES[key], 1), HUNDRED)
        self.choice_made.emit(LEAST, str(at_least))
        return True


def _enough_pen(theme: Theme) -> QPen:
    return plot_pen(theme, theme.baseline, 1.6, Qt.PenStyle.DashLine)


def _axes(figure: BoldFigure) -> tuple[object, ...]:
    return figure.y_maximum, figure.x_label, figure.y_label
