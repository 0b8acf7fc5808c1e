"""The breaking watch: looks for what flips an answer while the hand rests."""

from explorer.model.breaking import BreakingLadder
from explorer.studies.breaking import BreakingQuestion, breaking_steps
from explorer.ui.live.steps_watch import StepsWatch


class BreakingWatch(StepsWatch[BreakingQuestion, BreakingLadder | None]):
    """Has one search under way at most; see :class:`StepsWatch`."""

    def __init__(self) -> None:
        """Begin without a question."""
        super().__init__(breaking_steps, None)
