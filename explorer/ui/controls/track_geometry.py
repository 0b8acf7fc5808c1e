"""Where things lie on a slider's track: values to pixels and back, and labels side by side."""

from dataclasses import dataclass

from PySide6.QtWidgets import QStyle


@dataclass(frozen=True, slots=True)
class TrackGeometry:
    """A horizontal track in a widget's own pixels.

    Attributes
    ----------
    left
        Where the centre of the handle is at the left end.
    length
        How far it can travel to the right, at least 1.
    centre
        The height of the line, from the top.
    minimum, maximum
        The values at the ends.
    is_mirrored
        Whether the minimum is at the right, as in scripts that run leftwards.
    """

    left: int
    length: int
    centre: float
    minimum: int
    maximum: int
    is_mirrored: bool = False

    def x_of(self, value: int) -> int:
        """Return the place of a value."""
        return self.left + QStyle.sliderPositionFromValue(
            self.minimum, self.maximum, value, self.length, self.is_mirrored
        )

    def value_at(self, x: float) -> int:
        """Return the value nearest to a place, the nearer end for places beyond."""
        return QStyle.sliderValueFromPosition(
            self.minimum, self.maximum, round(x) - self.left, self.length, self.is_mirrored
        )


@dataclass(frozen=True, slots=True)
class Span:
    """A label's stretch of a line, in pixels."""

    start: float
    width: float

    @property
    def end(self) -> float:
        """Where the label ends."""
        return self.start + self.width


def spread(centres: tuple[float, ...], widths: tuple[float, ...], room: Span) -> tuple[Span, ...]:
    """Return stretches for labels that stand as near to their centres as they can.

    They keep their order and do not overlap while the room holds them all.

    Parameters
    ----------
    centres
        Where each label would like its middle, ascending.
    widths
        How wide each label is, its distance to the next included.
    room
        The stretch that all labels share.
    """
    starts = [centre - width / 2 for centre, width in zip(centres, widths, strict=True)]
    floor = room.start
    for i, width in enumerate(widths):
        starts[i] = max(starts[i], floor)
        floor = starts[i] + width
    ceiling = room.end
    for i in reversed(range(len(widths))):
        starts[i] = max(room.start, min(starts[i], ceiling - widths[i]))
        ceiling = starts[i]
    return tuple(Span(start, width) for start, width in zip(starts, widths, strict=True))
