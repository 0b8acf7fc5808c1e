"""The history: every step that can be taken back or repeated, without end."""

from dataclasses import dataclass

from explorer.store.state import Snapshot

JOIN_SECONDS = 1.0
"""Steps with one key that follow each other within this time count as one."""


@dataclass(frozen=True, slots=True)
class Step:
    """A named change and the snapshot on its far side.

    ``join_key`` and ``time`` (seconds) decide whether a following change joins this step.
    """

    name: str
    snapshot: Snapshot
    join_key: str | None = None
    time: float = 0.0


class History:
    """The steps before and after the present; a new step forgets what could be repeated."""

    def __init__(self) -> None:
        self._past: list[Step] = []
        self._future: list[Step] = []

    @property
    def undo_name(self) -> str | None:
        """The name of the step that undo takes back, or None."""
        return self._past[-1].name if self._past else None

    @property
    def redo_name(self) -> str | None:
        """The name of the step that redo repeats, or None."""
        return self._future[-1].name if self._future else None

    def add(self, step: Step, present: Snapshot) -> bool:
        """Add a step that led from ``step.snapshot`` to ``present``.

        Returns
        -------
        bool
            Whether it is a step of its own, and not joined to the one before. Joined steps that
            end where they began leave no step at all.
        """
        last = self._past[-1] if self._past and not self._future else None
        self._future.clear()
        if last is None or not _joins(last, step):
            self._past.append(step)
            return True
        self._past.pop()
        if last.snapshot != present:
            self._past.append(Step(step.name, last.snapshot, step.join_key, step.time))
        return False

    def undo(self, present: Snapshot) -> Snapshot | None:
        """Go one step back from ``present``; None if there is none."""
        return _move(self._past, self._future, present)

    def redo(self, present: Snapshot) -> Snapshot | None:
        """Go one step forth from ``present``; None if there is none."""
        return _move(self._future, self._past, present)


def _joins(last: Step, step: Step) -> bool:
    same_key = step.join_key is not None and step.join_key == last.join_key
    return same_key and step.time - last.time <= JOIN_SECONDS


def _move(source: list[Step], goal: list[Step], present: Snapshot) -> Snapshot | None:
    if not source:
        return None
    step = source.pop()
    goal.append(Step(step.name, present))
    return step.snapshot
