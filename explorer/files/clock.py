"""The clock: the one place that asks the computer which day it is."""

from collections.abc import Callable
from datetime import UTC, date, datetime

Clock = Callable[[], date]
"""Returns the present day; handed to whatever needs it, so that a trial can have its own."""


def today() -> date:
    """Return the present day where the computer stands."""
    return datetime.now(UTC).astimezone().date()
