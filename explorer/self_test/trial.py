"""A trial: what the steps of the self-test are given, and how one of them fails."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

Step = tuple[str, Callable[[], str]]
"""A step's name, and what it does; it returns a sentence about what it found."""


class SelfTestError(Exception):
    """Something that the self-test found not to be as it must."""


class SkippedStepError(Exception):
    """A step that cannot be tried here, for a reason that is no fault of the program."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What the steps are given.

    Attributes
    ----------
    folder
        An empty folder that is removed after the test.
    qpa
        Qt's platform plugin, or None for the usual one.
    note
        Writes a line of its own into the report.
    give_up
        Writes a last complaint and ends the process: for what no step can survive.
    """

    folder: Path
    qpa: str | None
    note: Callable[[str], None]
    give_up: Callable[[str], None]


ExerciseWindow = Callable[[Trial], Iterable[Step]]
"""Returns the steps that need the window; the first of them opens it."""


def demand(is_so: bool, problem: str) -> None:
    """Fail the step with a problem, unless all is as it must be.

    Raises :class:`SelfTestError` if it is not.
    """
    if not is_so:
        raise SelfTestError(problem)
