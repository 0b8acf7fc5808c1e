"""A row of the board as a few lines and boxes, for where no script can draw it.

The page's script makes the same shapes; a test holds the two against each other. Across, places
are shares of the width, so that a row fits a phone and a sheet of paper; down they are pixels.
"""

from collections.abc import Iterable
from math import floor

from explorer.figures.board_lane import BoardLane

Shape = tuple[str, str, dict[str, float | str]]
"""The element's name, its class, and its attributes."""

HEIGHT = 44
"""Pixels of a row."""

_SENDER, _TARGET, _GAP = 9, 35, 22
"""How far down the sender's bracket, the target's and the dots between them stand."""


def lane_shapes(lane: BoardLane, maximum: float, landmarks: Iterable[float]) -> list[Shape]:
    """Return what is drawn of a row, the lowest layer first.

    Parameters
    ----------
    lane
        The row; all places are on the axis.
    maximum
        The end of the axis.
    landmarks
        Places with a line through all rows.
    """

    def across(place: float) -> str:
        return f"{_short(100 * place / maximum)}%"

    def stroke(kind: str, left: float, right: float, y: float) -> Shape:
        return ("line", kind, {"x1": across(left), "x2": across(right), "y1": y, "y2": y})

    def tick(kind: str, place: float, y: float) -> Shape:
        x = across(place)
        return ("line", kind, {"x1": x, "x2": x, "y1": y - 6, "y2": y + 6})

    def box(kind: str, span: tuple[float, float], y: float, height: float) -> Shape:
        # Widths are told by places, so that the right edge stands where its line stands.
        width = f"{_short(100 * span[1] / maximum - 100 * span[0] / maximum)}%"
        return ("rect", kind, {"x": across(span[0]), "y": y, "width": width, "height": height})

    shapes: list[Shape] = [
        ("line", "landmark", {"x1": across(at), "x2": across(at), "y1": 0, "y2": HEIGHT})
        for at in landmarks
    ]
    if lane.zone is not None:
        shapes.append(box("zone", lane.zone, _SENDER, _TARGET - _SENDER))
        shapes.append(box("hatch", lane.zone, _SENDER, _TARGET - _SENDER))
    if lane.limit > lane.reach:
        shapes.append(stroke("sender beyond", lane.reach, lane.limit, _SENDER))
    shapes.append(stroke("sender", 0, lane.reach, _SENDER))
    shapes += [tick("sender", 0, _SENDER), tick("sender", lane.reach, _SENDER)]
    if lane.floor is not None:
        kind = "target beyond" if lane.is_floor_beyond_lines else "target"
        shapes.append(tick(kind, lane.floor, _TARGET))
        shapes += [stroke(kind, lane.floor, maximum, _TARGET + down) for down in (-2, 2)]
    if lane.gap is not None:
        shapes.append(stroke("gap", *lane.gap, _GAP))
    return shapes


def _short(share: float) -> float | int:
    """Return a share with three decimals, as both Python and a browser write it."""
    found = floor(share * 1000 + 0.5) / 1000
    return int(found) if found == int(found) else found
