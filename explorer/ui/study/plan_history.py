"""The history of a form: every step of it can be taken back and repeated."""

from explorer.model.study_plan import StudyPlan


class PlanHistory:
    """A plan, and those before and after it with the names of the steps between them."""

    def __init__(self, plan: StudyPlan) -> None:
        self.plan = plan
        self._past: list[tuple[str, StudyPlan]] = []
        self._future: list[tuple[str, StudyPlan]] = []

    def edit(self, plan: StudyPlan, name: str) -> None:
        """Take another plan; a step that changes nothing is none."""
        if plan != self.plan:
            self._past.append((name, self.plan))
            self._future.clear()
            self.plan = plan

    def undo(self) -> str:
        """Go one step back and return its name; "" if there is none."""
        return self._move(self._past, self._future)

    def redo(self) -> str:
        """Go one step forth and return its name; "" if there is none."""
        return self._move(self._future, self._past)

    def _move(self, source: list[tuple[str, StudyPlan]], goal: list[tuple[str, StudyPlan]]) -> str:
        if not source:
            return ""
        name, plan = source.pop()
        goal.append((name, self.plan))
        self.plan = plan
        return name
