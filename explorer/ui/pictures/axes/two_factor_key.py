"""What the colours and signs of the two-factor map mean, and its ramp of colours."""

from functools import cache, partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from explorer.figures.two_factor import TwoFactorFigure
from explorer.figures.two_factor_cells import open_rows, shade_of
from explorer.model.wording import tr
from explorer.ui.look.theme import Theme, contrast
from explorer.ui.pictures.axes.axes_words import KeyEntry
from explorer.ui.pictures.hatching import hatch
from explorer.ui.pictures.strokes import diamond, flat_pen, zone_ramp

RAMP_SAMPLES = 1024
"""How finely the way from the ground to the fullest colour is searched for even steps."""


@cache
def count_ramp(theme: Theme) -> NDArray[np.uint8]:
    """Return 256 colours (red, green, blue, opacity) from nothing to the fullest deal zone.

    Each has the same contrast to the next, so that as many numbers of rows as there are can be
    told apart as well as the theme allows.
    """
    stops = [QColor(each) for each in (theme.ground, theme.zone_fill, theme.zone_outline)]
    way = np.stack(
        [
            np.interp(np.linspace(0, 2, RAMP_SAMPLES), (0, 1, 2), [of(stop) for stop in stops])
            for of in (QColor.red, QColor.green, QColor.blue)
        ],
        axis=1,
    ).round()
    names = ["#" + "".join(f"{int(part):02X}" for part in colour) for colour in way]
    contrasts = np.array([contrast(theme.ground, name) for name in names])
    reached = np.maximum.accumulate(np.log(contrasts))
    evenly = np.linspace(0, float(reached[-1]), 256)
    places = np.searchsorted(reached, evenly)
    ramp = np.full((256, 4), 255, dtype=np.uint8)
    ramp[:, :3] = way[places]
    ramp[0] = 0
    ramp.flags.writeable = False
    return ramp


def has_baseline(figure: TwoFactorFigure) -> bool:
    """Return whether the baseline has a point of its own."""
    return figure.baseline is not None and figure.baseline != (figure.x.now, figure.y.now)


def factor_key(figure: TwoFactorFigure, theme: Theme) -> tuple[KeyEntry, ...]:
    """Return what the colours, the outline and the points of a map mean."""
    soft, entries = theme.ink_soft, list[KeyEntry]()
    if figure.show == "count":
        counts = np.flatnonzero(np.bincount(open_rows(figure).ravel()))
        words = tr("{least} to {most} commitments open", least=int(counts[0]), most=int(counts[-1]))
        colours = count_ramp(theme)[shade_of(figure)[counts]]
        entries.append(KeyEntry(words, soft, partial(_paint_counts, colours)))
    if figure.row is not None:
        paint = _paint_row if figure.show == "row" else _paint_outline
        words = tr("{name} open", name=figure.row_name)
        entries.append(KeyEntry(words, soft, partial(paint, theme)))
    entries.append(KeyEntry(tr("now"), soft, partial(_paint_now, theme)))
    if has_baseline(figure):
        entries.append(KeyEntry(tr("baseline"), soft, partial(_paint_baseline, theme)))
    return tuple(entries)


def _paint_counts(colours: NDArray[np.uint8], painter: QPainter, room: QRectF) -> None:
    """Draw the colours of all numbers of rows that the map shows, side by side."""
    width = room.width() / len(colours)
    for place, colour in enumerate(colours.tolist()):
        part = QRectF(room.left() + place * width, room.top(), width, room.height())
        painter.fillRect(part, QColor(*colour))


def _paint_row(theme: Theme, painter: QPainter, room: QRectF) -> None:
    red, green, blue = (int(part) for part in zone_ramp(theme)[128][:3])
    painter.fillRect(room, QColor(red, green, blue))
    painter.setPen(flat_pen(theme.zone_outline, 0.8 * theme.stroke))
    hatch(painter, room, theme.hatch)
    painter.setPen(flat_pen(theme.zone_outline, 2 * theme.stroke))
    painter.drawRect(room)


def _paint_outline(theme: Theme, painter: QPainter, room: QRectF) -> None:
    painter.setPen(flat_pen(theme.ink, 2 * theme.stroke))
    painter.drawRect(room)


def _paint_now(theme: Theme, painter: QPainter, room: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink))
    painter.drawEllipse(room.center(), 0.48 * room.height(), 0.48 * room.height())


def _paint_baseline(theme: Theme, painter: QPainter, room: QRectF) -> None:
    painter.setPen(flat_pen(theme.ink, 1.6 * theme.stroke))
    painter.drawPolygon(diamond(room.center(), 0.65 * room.height()))
