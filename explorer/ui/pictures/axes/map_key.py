"""What the lines, colours and marks of the deal map mean, and how its lines are drawn."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from explorer.figures.deal_map import MapFigure
from explorer.model.wording import tr
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.axes.axes_signs import dot_sample, line_sample, zone_sample
from explorer.ui.pictures.axes.axes_words import KeyEntry
from explorer.ui.pictures.strokes import mix, plot_pen


@dataclass(frozen=True, slots=True)
class LinePens:
    """The pens of what each side accepts, and of red lines."""

    sender: QPen
    target: QPen
    walls: QPen


def line_pens(theme: Theme) -> LinePens:
    """Return the pens of a theme; each differs from the others by more than its colour."""
    return LinePens(
        plot_pen(theme, theme.sender, 2),
        plot_pen(theme, theme.target, 2, Qt.PenStyle.DashLine),
        plot_pen(theme, theme.baseline, 2.4),
    )


def shut_colour(theme: Theme) -> str:
    """Return the colour of cells that red lines shut."""
    return mix(theme.track, theme.ground, 0.22)


def map_key(figure: MapFigure, theme: Theme, pens: LinePens) -> tuple[KeyEntry, ...]:
    """Return the key of a map.

    What red lines shut comes last and keeps its room, so that nothing moves when there are none.

    ``figure``, ``theme``, ``pens``: Which map, in which colours and with which lines.
    """
    sender, target = figure.case.sender.short, figure.case.target.short
    by_share = tr("small to large share of a cell’s packages in the zone")
    zone = by_share if figure.is_by_share else tr("few to many packages in the zone")
    soft = theme.ink_soft
    return (
        KeyEntry(zone, theme.zone_text, zone_sample(theme), brief=tr("deal zone")),
        KeyEntry(tr("{party} accepts", party=sender), theme.sender_text, line_sample(pens.sender)),
        KeyEntry(tr("{party} accepts", party=target), theme.target_text, line_sample(pens.target)),
        KeyEntry(
            tr("package in the zone"),
            soft,
            dot_sample(theme, is_filled=True),
            brief=tr("in the zone"),
        ),
        KeyEntry(tr("not in it"), soft, dot_sample(theme, is_filled=False)),
        KeyEntry(
            tr("ruled out by red lines"),
            soft,
            line_sample(pens.walls, shut_colour(theme)),
            is_shown=figure.has_lines,
            brief=tr("ruled out"),
        ),
    )
