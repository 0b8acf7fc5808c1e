"""The bold watch: counts packages over a few assumption sets at once, over all while at rest."""

from explorer.model.bold import Bold
from explorer.ui.live.steps_watch import StepsWatch
from explorer.views.bold import PackagesQuestion, question_steps


class BoldWatch(StepsWatch[PackagesQuestion, Bold | None]):
    """Has one count of packages under way at most; see :class:`StepsWatch`."""

    def __init__(self) -> None:
        """Begin without a question."""
        super().__init__(question_steps, None)

    def is_quick(self, question: PackagesQuestion) -> bool:
        return True
