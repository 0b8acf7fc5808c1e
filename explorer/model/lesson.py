"""The lesson: steps in which a class predicts, sees, tries and explains; data only."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from explorer.model.limits import MOST_CONTROLS, MOST_WORDS
from explorer.model.quantity import MEASURES, FreeText, Identifier, Text
from explorer.model.scene import (
    MOST_SCENES,
    Ids,
    Levels,
    Note,
    Scene,
    Settings,
    Taught,
)

LESSON_FORMAT = "dealzone-lesson"
"""What a lesson file says of itself in its field ``format``."""

LESSON_VERSION = 1
"""The newest form of lesson files that this program knows."""

MOST_STEP_WORDS = 60
"""Words of a step's text for the students."""

StepKind = Literal["show", "predict", "discuss", "reveal", "try", "explain", "debrief"]
STEP_KINDS: tuple[StepKind, ...] = (
    "show",
    "predict",
    "discuss",
    "reveal",
    "try",
    "explain",
    "debrief",
)

PredictionKind = Literal["choice", "row", "value", "brackets"]

MeasureKind = Literal[
    "open_rows",
    "row_is_open",
    "row_low",
    "row_high",
    "row_width",
    "row_gap",
    "row_packages",
    "zone_packages",
    "class_packages",
    "openings",
    "is_in_zone",
    "sender_gain",
    "target_gain",
    "sender_waiting",
    "target_waiting",
    "broken_lines",
    "stakeholder_gain",
    "stakeholder_fare",
    "stakeholder_share",
    "gauge",
    "gauge_word",
    "meeting",
    "lead_days",
    "is_clash",
    "split_part",
    "open_sets",
    "record_hits",
    "record_plain_hits",
    "record_always_yes",
    "record_answers",
    "proposal_hits",
    "reading_hits",
]
"""What can be asked of the solver for one scenario; see ``explorer.classroom.lesson.measure``."""

Relation = Literal["=", "!=", "<", "<=", ">", ">="]


Name = Annotated[str, Field(max_length=60)]
"""The id of something in the case, or "" for none."""


Number = Annotated[float, MEASURES.field()]
"""A number that a measure finds, in its own units."""

Answers = Annotated[tuple[Name, ...], Field(max_length=MOST_CONTROLS)]
"""Ids that a measure finds."""

Word = Annotated[str, Field(max_length=400)]
"""A word that a measure finds, such as that of a gauge."""


class Measure(Taught):
    """One question to the solver about one scenario.

    ``row``, ``package`` and ``of`` name what the kind asks about: a row, a package by its levels
    (or that of a package's id in the case), a class, a stakeholder, a gauge, a window of time or a
    control. ``lens`` is the position through which the scenario is seen, ``options`` are ways to
    build the model by the id of the structure choice; ``since`` is where a split begins.
    """

    kind: MeasureKind
    row: Name = ""
    package: Levels | None = None
    package_id: Name = ""
    of: Name = ""
    lens: Name = ""
    options: Annotated[Mapping[Name, Name], Field(max_length=MOST_WORDS)] = Field(
        default_factory=dict[str, str]
    )
    since: Settings | None = None


class Claim(Taught):
    """A sentence of fact, and what the solver must answer for it to hold.

    The measure at ``settings`` stands in a relation to ``value``, or to the same measure at
    ``other`` settings, or to ``other_measure`` there or here. Numbers hold within ``tolerance``.
    """

    text: Text
    settings: Settings
    measure: Measure
    relation: Relation = "="
    value: bool | Number | Word | Answers | None = None
    other: Settings | None = None
    other_measure: Measure | None = None
    tolerance: Annotated[float, Field(ge=0, le=MEASURES.highest, allow_inf_nan=False)] = 0.0

    @model_validator(mode="after")
    def _has_one_side(self) -> "Claim":
        if (self.value is None) == (self.other is None and self.other_measure is None):
            raise ValueError(
                "a claim has either a value or other settings or measure to compare with"
            )
        return self


class Prediction(Taught):
    """What a class predicts before it sees, and from what the answer is computed.

    Attributes
    ----------
    kind
        ``choice``: one of ``answers``, without any whether ``row`` opens, closes, becomes wider,
        narrower or stays. ``row``: which rows have a zone, or as ``rows`` asks. ``value``: a
        number on a scale from ``low`` to ``high``. ``brackets``: where the floor and the limit of
        ``row`` will stand.
    settings
        The scenario that is asked about; the answer compares it with the step's scene.
    answers
        (id, words) of one's own answers.
    correct
        The id of the right one among one's own answers; a claim of the step has to back it.
    measure
        What a ``value`` asks for.
    rows
        Which rows a ``row`` asks for: those that are ``open``, or those that have a zone on only
        one side of the change and so ``opens`` or ``closes`` there.
    """

    kind: PredictionKind
    question: Text
    settings: Settings
    row: Name = ""
    answers: Annotated[tuple[tuple[Identifier, Text], ...], Field(max_length=12)] = ()
    correct: Name = ""
    measure: Measure | None = None
    rows: Literal["open", "opens", "closes"] = "open"
    low: Number = 0.0
    high: Number = 100.0
    unit: FreeText = ""


class Goal(Taught):
    """What a class tries to reach with the controls that are free.

    Reached where the measure stands in the relation to ``value``, with ``most_changes`` controls
    at most moved away from the step's scene (0 for any number).
    """

    text: Text
    measure: Measure
    relation: Relation = "="
    value: bool | Number | Word
    most_changes: int = Field(default=0, ge=0, le=20)


class Step(Taught):
    """One step of a lesson.

    ``text`` is for the students, :data:`MOST_STEP_WORDS` words at most, ``notes`` are read aloud by
    the instructor. ``free`` are the controls that move although ``locks`` holds the others.
    ``prediction`` belongs to predict steps; discuss and reveal take that of the last one before.
    ``goal`` belongs to try steps, ``questions`` to explain and debrief.
    """

    id: Identifier
    kind: StepKind
    title: Text
    text: Note = ""
    notes: Note = ""
    minutes: float = Field(default=1.0, ge=0, le=200)
    scene: Scene | None = None
    locks: bool = False
    free: Ids = ()
    prediction: Prediction | None = None
    goal: Goal | None = None
    questions: Annotated[tuple[Text, ...], Field(max_length=24)] = ()
    claims: Annotated[tuple[Claim, ...], Field(max_length=60)] = ()


class Misconception(Taught):
    """What students often believe, what shows them otherwise, and the claims that back it."""

    belief: Text
    answer: Text
    claims: Annotated[tuple[Claim, ...], Field(max_length=20)] = ()


class LessonQuestion(Taught):
    """A question for homework or a test, with its key and the claims that back the key."""

    text: Text
    key: Text
    answers: Annotated[tuple[Text, ...], Field(max_length=8)] = ()
    claims: Annotated[tuple[Claim, ...], Field(max_length=20)] = ()


class Lesson(Taught):
    """An ordered list of steps with everything that an instructor prepares.

    ``case`` is the id of the case whose controls it names. ``worksheet`` are tasks of the
    worksheet with their key, ``readings`` real publications, ``leaves_out`` what the model does
    not hold.
    """

    format: Literal["dealzone-lesson"] = LESSON_FORMAT
    schema_version: Annotated[int, Field(ge=1, le=1_000_000)] = LESSON_VERSION
    id: Identifier
    title: Text
    case: Identifier
    minutes: float = Field(ge=0, le=1_000)
    summary: Note = ""
    objective: Note = ""
    prior: Note = ""
    misconceptions: Annotated[tuple[Misconception, ...], Field(max_length=20)] = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MOST_SCENES)]
    worksheet: Annotated[tuple[LessonQuestion, ...], Field(max_length=40)] = ()
    questions: Annotated[tuple[LessonQuestion, ...], Field(max_length=40)] = ()
    readings: Annotated[tuple[Text, ...], Field(max_length=40)] = ()
    leaves_out: Annotated[tuple[Text, ...], Field(max_length=20)] = ()

    @model_validator(mode="after")
    def _steps_differ(self) -> "Lesson":
        ids = [step.id for step in self.steps]
        twice = sorted({each for each in ids if ids.count(each) > 1})
        if twice:
            raise ValueError(f"two steps have the same id: {', '.join(twice)}")
        return self


def standing_scene(lesson: Lesson, place: int) -> Scene | None:
    """Return the scene that stands at a step: its own or the last one before it, or None."""
    own = (step.scene for step in reversed(lesson.steps[: place + 1]))
    return next((scene for scene in own if scene is not None), None)


def standing_prediction(lesson: Lesson, place: int) -> Prediction | None:
    """Return the prediction that a step goes back to: its own or the last one before it."""
    step = standing_prediction_step(lesson, place)
    return None if step is None else step.prediction


def standing_prediction_step(lesson: Lesson, place: int) -> Step | None:
    """Return the step whose prediction a step goes back to, or None.

    Counts of hands of predict, discuss and reveal steps are kept under its id.
    """
    steps = reversed(lesson.steps[: place + 1])
    return next((step for step in steps if step.prediction is not None), None)


def backed_parts(lesson: Lesson) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    """Yield the place and the claims of each part of a lesson that can have claims."""
    for step in lesson.steps:
        yield f'step "{step.id}"', step.claims
    tasks = {
        "misconceptions": lesson.misconceptions,
        "worksheet": lesson.worksheet,
        "questions": lesson.questions,
    }
    for name, parts in tasks.items():
        for number, part in enumerate(parts):
            yield f"{name}[{number}]", part.claims
