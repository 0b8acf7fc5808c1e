"""The shapes of what a document holds, as they stand in its file and in its published schema."""

import json
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from explorer.model.case import Case
from explorer.model.classroom import EMPTY_CLASSROOM, Classroom
from explorer.model.estimate import Estimate
from explorer.model.level import OLD_LEVEL, Level
from explorer.model.limits import (
    LONGEST_NOTE,
    LONGEST_NOTES,
    MOST_CHANGES,
    MOST_CONTROLS,
    MOST_COUNT,
    MOST_ISSUES,
    MOST_LEVELS,
    MOST_ROWS,
    MOST_WORDS,
)
from explorer.model.quantity import ControlNumber, Day, FreeText, Identifier, Reading
from explorer.model.study import HIGHEST_SEED, SEED
from explorer.model.study_plan import StudyPlan

DOCUMENT_FORMAT = "dealzone"
"""What a document says of itself in its field ``format``."""

DOCUMENT_VERSION = 1
"""The newest form of documents that this program knows."""

Count = Annotated[int, Field(ge=0, le=MOST_COUNT)]
Levels = Annotated[
    dict[str, Annotated[int, Field(ge=0, lt=MOST_LEVELS)]], Field(max_length=MOST_ISSUES)
]


class Saved(BaseModel):
    """A frozen record that keeps fields it does not know, so that newer files survive."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True, defer_build=True)


class SavedCase(Saved):
    """Which case a document is about; its numbers follow apart if no program brings them."""

    id: Identifier
    version: FreeText


class SavedEstimate(Saved):
    """An assumption's likely value or values, and its range."""

    values: Annotated[list[Reading], Field(min_length=1, max_length=MOST_LEVELS)]
    low: Reading
    high: Reading

    def estimate(self) -> Estimate:
        """Return it as the model knows it."""
        return Estimate(tuple(self.values), self.low, self.high)


class SavedChange(Saved):
    """An assumption that was changed: what the case gave, and what was put in its place."""

    id: Annotated[str, Field(max_length=400)]
    was: SavedEstimate
    now: SavedEstimate


Changes = Annotated[list[SavedChange], Field(max_length=MOST_CHANGES)]


class SavedScenario(Saved):
    """A scenario by control id: a number, a level number, or true and false for a switch.

    ``as_of`` is the day at which it stands, as in 2025-10-23.
    ``assumptions`` stand here only where they are not those of the document.
    """

    name: FreeText
    as_of: Day | None = None
    controls: Annotated[dict[str, ControlNumber | bool], Field(max_length=MOST_CONTROLS)]
    assumptions: Changes | None = None


class SavedPin(SavedScenario):
    """A scenario that was put aside, and what was noted about it."""

    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""


class SavedPins(Saved):
    """The pins by their letters; missing where a letter is free."""

    A: SavedPin | None = None
    B: SavedPin | None = None
    C: SavedPin | None = None


class SavedZone(Saved):
    """How many packages the zone held, by class as well; all other fields are class ids."""

    packages: Count
    total: Count

    @model_validator(mode="after")
    def _classes_are_counts(self) -> Self:
        for name, count in (self.model_extra or {}).items():
            if not isinstance(count, int) or isinstance(count, bool) or count < 0:
                raise ValueError(f"{name} is not a number of packages")
        return self


class SavedRow(Saved):
    """One row of the board; its prices stand in fields named after the parties' ids."""

    id: FreeText
    name: FreeText
    bundle: Levels
    packages: Count
    zone: tuple[Reading, Reading] | None
    gap: Reading | None
    broken_lines: Annotated[tuple[FreeText, ...], Field(max_length=MOST_CONTROLS)]


class SavedSolution(Saved):
    """A package that a solution concept picked; gains are named after the parties' ids."""

    package: Levels
    ties: Count


class SavedResults(Saved):
    """What the program had found when it saved the document."""

    zone: SavedZone
    board: Annotated[tuple[SavedRow, ...], Field(max_length=MOST_ROWS)]
    solutions: Annotated[dict[str, SavedSolution | None], Field(max_length=MOST_WORDS)]


class SavedDocument(Saved):
    """A document of Deal Zone Explorer: data only."""

    format: Literal["dealzone"]
    schema_version: Annotated[int, Field(ge=1, le=MOST_COUNT)]
    model_version: FreeText = ""
    program_version: FreeText = ""
    case: SavedCase
    case_data: Case | None = None
    assumptions: Changes = Field(default_factory=list[SavedChange])
    scenario: SavedScenario
    loaded: SavedScenario | None = None
    baseline: SavedScenario | None = None
    pins: SavedPins | None = None
    notes: Annotated[str, Field(max_length=LONGEST_NOTES)] = ""
    seed: Annotated[int, Field(ge=0, le=HIGHEST_SEED)] = SEED
    level: Level = OLD_LEVEL
    classroom: Classroom = EMPTY_CLASSROOM
    study: StudyPlan | None = None
    results: SavedResults | None = None


SCENARIO_FIELDS = ("scenario", "loaded", "baseline")
"""Which fields of a document are scenarios."""


def document_schema() -> str:
    """Return the JSON Schema of documents, as it is published with the program."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Deal Zone Explorer document",
        **SavedDocument.model_json_schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
