"""The plan of a study: from where it starts, what it varies, how, and what it keeps of each row.

A study is data only. Each of its rows is one scenario; how the rows come about is in
:mod:`explorer.studies.designed`.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from explorer.model.estimate import Estimate
from explorer.model.limits import (
    LONGEST_NOTES,
    MOST_CHANGES,
    MOST_CONTROLS,
    MOST_PACKAGES,
    MOST_PRESETS,
    MOST_ROWS,
    MOST_WORDS,
)
from explorer.model.quantity import ControlNumber, Day, FreeText, Frozen, Identifier, Text
from explorer.model.study import HIGHEST_SEED, SEED
from explorer.model.study_ways import Ways

STUDY_FORMAT = "dealzone-study"
"""What a study file says of itself in its field ``format``."""

STUDY_VERSION = 1
"""The newest form of study files that this program knows."""

MOST_FACTORS = 40
"""Things that one study varies."""

MOST_STUDY_ROWS = 10**12
"""Rows that a study may ask for; at a thousand a second these are more than thirty years."""

USUAL_LIMIT = 1_000_000
"""Rows beyond which a study asks first, unless it says otherwise."""

RowCount = Annotated[int, Field(ge=1, le=MOST_STUDY_ROWS)]

OutputKind = Literal[
    "zone",
    "classes",
    "rows",
    "floors",
    "limits",
    "solutions",
    "packages",
    "gains",
    "resilience",
]
"""What is kept of each scenario.

``zone``: how many packages the deal zone holds; ``classes``: that by class. ``rows``: whether
each row of the board is open; ``floors``: the least price among allowed concessions that the
target takes for it; ``limits``: the dearest that the sender would pay. ``solutions``: the packages
of Nash and of Kalai and Smorodinsky, and what they give both sides. ``packages``: whether named
packages lie in the zone; ``gains``: what they give both sides over waiting. ``resilience``: how
far all assumptions together must move until a row of the board turns; it takes far longer than all
else.
"""

OUTPUT_KINDS: tuple[OutputKind, ...] = (
    "zone",
    "classes",
    "rows",
    "floors",
    "limits",
    "solutions",
    "packages",
    "gains",
    "resilience",
)

USUAL_OUTPUTS: tuple[OutputKind, ...] = ("zone", "classes", "rows", "floors", "limits", "packages")


class Start(Frozen):
    """A scenario from which a study starts.

    The values of a preset, or every control at its default where none is named; then some
    controls elsewhere, some assumptions at another estimate, and options of structure choices by
    the ids of these.
    """

    id: Identifier
    preset: Identifier | None = None
    as_of: Day | None = None
    controls: Annotated[Mapping[Identifier, ControlNumber], Field(max_length=MOST_CONTROLS)] = (
        Field(default_factory=dict[str, float])
    )
    assumptions: Annotated[Mapping[Text, Estimate], Field(max_length=MOST_CHANGES)] = Field(
        default_factory=dict[str, Estimate]
    )
    structure: Annotated[Mapping[Identifier, Identifier], Field(max_length=MOST_WORDS)] = Field(
        default_factory=dict[str, str]
    )


def factor_key(kind: Literal["control", "assumption", "structure"], id_: str) -> str:
    """Return the name of the column of something that is varied, by its kind and its id."""
    return f"{kind}.{id_}"


class ControlFactor(Frozen):
    """A control that is varied, in its own units."""

    kind: Literal["control"] = "control"
    control: Identifier
    ways: Ways

    @property
    def key(self) -> str:
        """The name of its column."""
        return factor_key(self.kind, self.control)


class AssumptionFactor(Frozen):
    """An assumption that is varied.

    A single number is varied in its own unit; one value for each level by a factor on all of
    them, which stands at 1.
    """

    kind: Literal["assumption"] = "assumption"
    assumption: Text
    ways: Ways

    @property
    def key(self) -> str:
        """The name of its column."""
        return factor_key(self.kind, self.assumption)


class StructureFactor(Frozen):
    """A structure choice that is varied: some of its options, or all where none is named."""

    kind: Literal["structure"] = "structure"
    choice: Identifier
    options: Annotated[tuple[Identifier, ...], Field(max_length=MOST_WORDS)] = ()

    @property
    def key(self) -> str:
        """The name of its column."""
        return factor_key(self.kind, self.choice)


Factor = Annotated[ControlFactor | AssumptionFactor | StructureFactor, Field(discriminator="kind")]


class Cross(Frozen):
    """Every value of each factor with every value of the others."""

    kind: Literal["cross"] = "cross"


class LatinHypercube(Frozen):
    """So many rows in which every factor's range is covered evenly, at random otherwise.

    Each factor's range is cut into as many strata as there are rows, and each stratum is used
    once: McKay, Beckman and Conover, Technometrics 21, 1979.
    """

    kind: Literal["latin_hypercube"] = "latin_hypercube"
    rows: RowCount


class Sobol(Frozen):
    """So many points of a Sobol sequence: best in powers of two."""

    kind: Literal["sobol"] = "sobol"
    rows: RowCount


class AssumptionSets(Frozen):
    """Every value with every other, and each of these in so many assumption sets.

    The sets are those of *How sure*; all settings are looked at in the same ones. What a factor
    varies is not drawn.
    """

    kind: Literal["assumption_sets"] = "assumption_sets"
    sets: RowCount


Combination = Annotated[
    Cross | LatinHypercube | Sobol | AssumptionSets, Field(discriminator="kind")
]


class StudyPlan(Frozen):
    """A study, as it stands in its file.

    Attributes
    ----------
    name, question, notes
        What it is called, what it asks, and anything else.
    case, case_file
        The id of its case, and the file of a case that is not among those the program has,
        relative to the study's own file; "" for none.
    starts
        The scenarios from which it starts; everything is done from each.
    factors
        What is varied.
    combine
        How the factors combine.
    outputs, of_rows, of_packages
        What is kept of each row, of which rows of the board and of which named packages; all of
        them where none is named.
    keeps_draws
        Whether the numbers that assumption sets draw are kept with each row.
    seed
        Decides everything that is drawn; the same one gives the same rows everywhere.
    limit
        Rows beyond which the study is not run unless that is confirmed.
    """

    name: Text
    question: FreeText = ""
    notes: Annotated[str, Field(max_length=LONGEST_NOTES)] = ""
    case: Identifier
    case_file: FreeText = ""
    starts: Annotated[tuple[Start, ...], Field(min_length=1, max_length=MOST_PRESETS)]
    factors: Annotated[tuple[Factor, ...], Field(max_length=MOST_FACTORS)] = ()
    combine: Combination = Field(default_factory=Cross)
    outputs: Annotated[
        tuple[OutputKind, ...], Field(min_length=1, max_length=len(OUTPUT_KINDS))
    ] = USUAL_OUTPUTS
    of_rows: Annotated[tuple[Identifier, ...], Field(max_length=MOST_ROWS)] = ()
    of_packages: Annotated[tuple[Identifier, ...], Field(max_length=MOST_PACKAGES)] = ()
    keeps_draws: bool = True
    seed: Annotated[int, Field(ge=0, le=HIGHEST_SEED)] = SEED
    limit: RowCount = USUAL_LIMIT

    def having(self, **changes: object) -> Self:
        """Return this study with some fields replaced.

        Raises :class:`pydantic.ValidationError` if a field cannot take its value.
        """
        return self.model_validate({**dict(self), **changes})

    @model_validator(mode="after")
    def _is_clear(self) -> Self:
        for field, names in (
            ("starts", [start.id for start in self.starts]),
            ("factors", [factor.key for factor in self.factors]),
            ("outputs", list(self.outputs)),
            ("of_rows", list(self.of_rows)),
            ("of_packages", list(self.of_packages)),
        ):
            for place, name in enumerate(names):
                if name in names[:place]:
                    raise ValueError(f'{field}[{place}]: "{name}" stands there twice')
        return self
