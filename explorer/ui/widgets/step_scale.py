"""The one conversion between a quantity and the whole steps of a slider, there and back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StepScale:
    """A linear scale whose quantities a slider counts in whole steps.

    Attributes
    ----------
    minimum
        The quantity at step 0.
    unit
        The quantity of one step, more than 0.
    count
        How many steps there are above the minimum, at least 1.
    """

    minimum: float
    unit: float
    count: int

    def __post_init__(self) -> None:
        """Refuse scales on which no step can be told from another."""
        if self.unit <= 0 or self.count < 1:
            message = "a step scale needs a positive unit and at least one step"
            raise ValueError(message)

    def step_of(self, quantity: float) -> int:
        """Return the nearest step, the nearer end for quantities outside the scale."""
        # Rounded, never cut: int(0.29 * 100) is 28.
        return min(max(round((quantity - self.minimum) / self.unit), 0), self.count)

    def quantity_of(self, step: int) -> float:
        """Return the quantity at a step from 0 to ``count``."""
        return self.minimum + step * self.unit
