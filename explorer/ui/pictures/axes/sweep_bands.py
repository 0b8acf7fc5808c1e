"""The shapes of the stretches of a lane in which its commitment has a deal zone."""

from dataclasses import dataclass

import numpy as np

from explorer.figures.sweep import SweepFigure, SweepLane
from explorer.model.result import Flags, Floats

THICKEST = 0.78
"""Share of a lane that the widest zone fills."""

THINNEST = 0.06
"""Share of the thickest band that even the narrowest zone has."""

WIDEST = 0.35
"""Width of a zone, as a share of the board's axis, from which a lane is full."""


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """One open stretch: half its thickness, in lanes, at each of some of the control's values."""

    place: int
    values: Floats
    half: Floats


def open_runs(lane: SweepLane) -> list[tuple[int, int]]:
    """Return first and last place of each unbroken stretch of open values."""
    shut = np.zeros(1, dtype=np.bool_)
    edges = np.flatnonzero(np.diff(np.concatenate((shut, lane.is_open, shut)).astype(np.int8)))
    starts, ends = edges[::2].tolist(), edges[1::2].tolist()
    return [(start, end - 1) for start, end in zip(starts, ends, strict=True)]


def bands(figure: SweepFigure) -> list[Band]:
    """Return all open stretches, as thick as their zones are wide."""
    return [
        _band(figure, lane, place, run)
        for place, lane in enumerate(figure.lanes)
        for run in open_runs(lane)
    ]


def _band(figure: SweepFigure, lane: SweepLane, place: int, run: tuple[int, int]) -> Band:
    first, last = run
    values = figure.values[first : last + 1]
    shares = np.clip(lane.widths[first : last + 1] / WIDEST, THINNEST, 1.0)
    if figure.is_whole or first == last:
        apart = 0.5 if figure.is_whole else 0.25
        values = np.column_stack((values - apart, values + apart)).ravel()
        shares = np.repeat(shares, 2)
    else:
        # Only the corners: of a straight edge the places in between say nothing.
        bends = np.abs(np.diff(shares, 2)) > 1e-9
        corners = np.flatnonzero(np.concatenate(([True], bends, [True])))
        values, shares = values[corners], shares[corners]
    return Band(place, values, 0.5 * THICKEST * shares)


def band_corners(figure: SweepFigure, found: list[Band]) -> tuple[Floats, Floats, Flags]:
    """Return the corners of all bands, and which of them is the last of each.

    y counts lanes from below, so that the uppermost lane reaches up to their number.
    """
    xs, ys, ends = [np.zeros(0)], [np.zeros(0)], [np.zeros(0, dtype=np.bool_)]
    for band in found:
        middle = len(figure.lanes) - band.place - 0.5
        upper, lower = middle + band.half, middle - band.half
        xs.append(np.concatenate((band.values, band.values[::-1], band.values[:1])))
        ys.append(np.concatenate((upper, lower[::-1], upper[:1])))
        ends.append(np.arange(len(xs[-1])) == len(xs[-1]) - 1)
    return np.concatenate(xs), np.concatenate(ys), np.concatenate(ends)


def inside_bands(figure: SweepFigure, found: list[Band], across: Floats, up: Floats) -> Flags:
    """Return which places lie in a band; both are shares of the picture's axes, of one shape."""
    pad = 0.5 if figure.is_whole else 0.0
    span = figure.maximum - figure.minimum + 2 * pad
    x, y = figure.minimum - pad + across * span, up * len(figure.lanes)
    inside: Flags = np.zeros(x.shape, dtype=np.bool_)
    for band in found:
        away = np.abs(y - (len(figure.lanes) - band.place - 0.5))
        is_along = (x >= band.values[0]) & (x <= band.values[-1])
        inside |= is_along & (away <= np.interp(x, band.values, band.half))
    return inside
