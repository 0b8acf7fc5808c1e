"""Leaders: who led a party in which stretch of time."""

from datetime import date
from typing import Self

from pydantic import model_validator

from explorer.model.quantity import Day, Frozen, Text


class Leader(Frozen):
    """Who led a party from one day to another, both included; None is an open end."""

    name: Text
    since: Day | None = None
    until: Day | None = None
    source: Text

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since is not None and self.until is not None and self.until < self.since:
            raise ValueError(f"{self.name}: until {self.until} lies before since {self.since}")
        return self

    def led_on(self, day: date) -> bool:
        """Return whether a day lies in this stretch."""
        has_begun = self.since is None or self.since <= day
        return has_begun and (self.until is None or day <= self.until)


def leader_on(leaders: tuple[Leader, ...], day: date) -> str:
    """Return who led on a day; "" where no stretch holds it. The later of two that meet counts."""
    return next((leader.name for leader in reversed(leaders) if leader.led_on(day)), "")
