"""Where two axes lie in pixels, and what is written along them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

Ticks = tuple[tuple[float, str], ...]


plain_number = "{:g}".format
"""Writes a number as short as it can be."""


@dataclass(frozen=True, slots=True)
class AxisWords:
    """What stands along one axis: its name in a colour, and words at ticks.

    Without ``ticks``, or where only some of them are seen, an axis has round numbers, as many as
    there is room for, written by ``number``, if it has that; the number of a place is ``unit``
    times that of the data. ``ends`` are what the low and the high end of the axis mean.
    """

    name: str = ""
    colour: str = ""
    ticks: Ticks | None = None
    number: Callable[[float], str] | None = None
    unit: float = 1.0
    ends: tuple[str, str] = ("", "")
    has_tick_lines: bool = True


@dataclass(frozen=True, slots=True)
class AxesFrame:
    """Where the axes lie in pixels: ``room`` is the square of the data, ``whole`` all there is.

    What is seen of the data's x runs from ``left`` to ``right``, of its y from ``low`` to
    ``high``, upwards.
    """

    whole: QRectF
    room: QRectF
    left: float
    right: float
    low: float
    high: float

    def point(self, x: float, y: float) -> QPointF:
        """Return the pixel of a place in the data's coordinates."""
        across = (x - self.left) / (self.right - self.left)
        up = (y - self.low) / (self.high - self.low)
        return QPointF(
            self.room.left() + across * self.room.width(),
            self.room.bottom() - up * self.room.height(),
        )

    def place(self, point: QPointF) -> tuple[float, float]:
        """Return the place in the data's coordinates under a pixel; inverse of :meth:`point`."""
        across = (point.x() - self.room.left()) / max(self.room.width(), 1e-9)
        up = (self.room.bottom() - point.y()) / max(self.room.height(), 1e-9)
        return (
            self.left + across * (self.right - self.left),
            self.low + up * (self.high - self.low),
        )

    def sees(self, x: float, y: float) -> bool:
        """Return whether a place lies inside the axes."""
        return self.left <= x <= self.right and self.low <= y <= self.high
