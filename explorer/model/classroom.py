"""What a document holds for teaching: scenes, a lesson, and what classes did in it."""

from typing import Annotated, Literal, Self

from pydantic import Field

from explorer.model.lesson import Lesson, Step, standing_scene
from explorer.model.negotiation import NegotiationRecord
from explorer.model.quantity import FreeText, Identifier
from explorer.model.scene import MOST_SCENES, Scene, Taught
from explorer.model.table_result import TableClass

Round = Literal[1, 2]
"""The first prediction, alone, and the second one after talking to a neighbour."""

MOST_STUDENTS = 10_000
"""Hands of one show of hands."""

Said = Annotated[str, Field(max_length=60)]
"""An answer as it is counted: an id, or numbers as text."""

Seconds = Annotated[float, Field(ge=0, le=10_000_000, allow_inf_nan=False)]
"""How long a step took: up to some months, as for a lesson that was left open."""


class Counts(Taught):
    """How many predicted what at one step, in one round.

    ``hands`` are (answer, how many); answers are ids of answers or rows, or numbers as text.
    """

    step: Identifier
    round: Round
    hands: Annotated[
        tuple[tuple[Said, Annotated[int, Field(ge=0, le=MOST_STUDENTS)]], ...],
        Field(max_length=200),
    ] = ()

    @property
    def total(self) -> int:
        """How many hands there were."""
        return sum(count for _, count in self.hands)


class ClassRecord(Taught):
    """One class: its predictions, the seconds that each step took, and how far it came."""

    name: FreeText
    began: FreeText = ""
    counts: Annotated[tuple[Counts, ...], Field(max_length=2 * MOST_SCENES)] = ()
    seconds: Annotated[tuple[tuple[Identifier, Seconds], ...], Field(max_length=MOST_SCENES)] = ()
    farthest: str = Field(default="", max_length=60)

    def counts_at(self, step_id: str, of_round: Round) -> Counts | None:
        """Return what was predicted at a step in a round, or None."""
        wanted = (step_id, of_round)
        return next((each for each in self.counts if (each.step, each.round) == wanted), None)

    def with_counts(self, counts: Counts) -> Self:
        """Return this record with the counts of a step and round replaced."""
        place = (counts.step, counts.round)
        kept = tuple(each for each in self.counts if (each.step, each.round) != place)
        return self.having(counts=(*kept, counts))


class Classroom(Taught):
    """Scenes, lesson and classes of a document, and which of them are at hand.

    ``scene`` and ``step`` are places in their lists, None where none was gone to; ``at_class`` is
    the place of the class that is taught. ``negotiation`` is the last one that was played at the
    negotiation table, as far as it came.
    """

    scenes: Annotated[tuple[Scene, ...], Field(max_length=MOST_SCENES)] = ()
    scene: int | None = Field(default=None, ge=0, lt=MOST_SCENES)
    lesson: Lesson | None = None
    step: int | None = Field(default=None, ge=0, lt=MOST_SCENES)
    classes: Annotated[tuple[ClassRecord, ...], Field(max_length=100)] = ()
    at_class: int = Field(default=0, ge=0, lt=100)
    tables: TableClass | None = None
    negotiation: NegotiationRecord | None = None

    @property
    def present_step(self) -> Step | None:
        """The step that is taught now, or None."""
        if self.lesson is None or self.step is None or self.step >= len(self.lesson.steps):
            return None
        return self.lesson.steps[self.step]

    @property
    def present_scene(self) -> Scene | None:
        """The scene that was gone to last, or None."""
        if self.scene is None or self.scene >= len(self.scenes):
            return None
        return self.scenes[self.scene]

    @property
    def shown_scene(self) -> Scene | None:
        """The scene at hand: that of the step, or the last before it, else that gone to."""
        if self.lesson is None or self.present_step is None or self.step is None:
            return self.present_scene
        return standing_scene(self.lesson, self.step)

    @property
    def present_class(self) -> ClassRecord | None:
        """The class that is taught now, or None."""
        return self.classes[self.at_class] if self.at_class < len(self.classes) else None


EMPTY_CLASSROOM = Classroom()
