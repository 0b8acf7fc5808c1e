"""The study watch: answers at once what fits into a frame, and refines it while the hand rests."""

from explorer.model.study import Findings
from explorer.studies.study import Question, study_steps
from explorer.ui.live.steps_watch import StepsWatch


class StudyWatch(StepsWatch[Question, Findings]):
    """Has one study under way at most; see :class:`StepsWatch`."""

    def __init__(self) -> None:
        """Begin without a question."""
        super().__init__(study_steps, Findings())

    @property
    def findings(self) -> Findings:
        """What is known of the study."""
        return self.known

    def is_quick(self, question: Question) -> bool:
        return question.kind == "sets"
