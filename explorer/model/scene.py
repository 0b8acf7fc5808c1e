"""The scene: settings with what is looked at in them, to be gone back to and shown to a room."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.limits import LONGEST_NOTE, MOST_CONTROLS, MOST_ISSUES, MOST_LEVELS, MOST_ROWS
from explorer.model.package import Package, package_levels, package_of
from explorer.model.quantity import ControlNumber, Day, FreeText, Identifier
from explorer.model.scenario import Scenario, default_scenario, preset_scenario

MOST_CAPTION_WORDS = 20
"""Words of a caption that can be read from afar while somebody talks."""

MOST_SCENES = 200
"""Scenes of one document, and steps of one lesson."""

MOST_SCENE_SLIDERS = 3
"""Sliders that stand below a presented picture."""

Note = Annotated[str, Field(max_length=LONGEST_NOTE)]
Ids = Annotated[tuple[Identifier, ...], Field(max_length=MOST_ROWS)]
Levels = Annotated[
    Mapping[str, Annotated[int, Field(ge=0, lt=MOST_LEVELS)]], Field(max_length=MOST_ISSUES)
]


class Taught(BaseModel):
    """A frozen record of what is taught; fields of newer versions are kept as they are."""

    model_config = ConfigDict(
        frozen=True, extra="allow", str_strip_whitespace=True, defer_build=True
    )

    def having(self, **changes: object) -> Self:
        """Return this record with some fields replaced.

        Raises :class:`pydantic.ValidationError` if a field cannot take its value.
        """
        return self.model_validate({**dict(self), **changes})


class Settings(Taught):
    """A scenario as data: the values of a preset, with some controls elsewhere.

    Without a preset every control that is not named stands at its default. Assumptions are those
    of the document.
    """

    preset: Identifier | None = None
    name: FreeText = ""
    as_of: Day | None = None
    controls: Annotated[Mapping[str, ControlNumber | bool], Field(max_length=MOST_CONTROLS)] = (
        Field(default_factory=dict[str, float | bool])
    )

    def scenario(self, case: Case) -> Scenario:
        """Return the scenario under a case.

        Raises :class:`ScenarioError` if the case lacks the preset or a control, or a control
        cannot take its value.
        """
        if self.preset is None:
            scenario = default_scenario(case)
        else:
            scenario = preset_scenario(case, self.preset)
        scenario = scenario.with_values({each: float(at) for each, at in self.controls.items()})
        scenario = scenario.with_date(self.as_of or scenario.as_of)
        return scenario.with_name(self.name or scenario.name)


class Scene(Taught):
    """Settings, and how they are looked at.

    Attributes
    ----------
    name
        What the strip of scenes calls it; "" for the name of its scenario.
    view, lower
        Ids of the views in the upper and the lower place; "" for the board and for any. Before a
        room ``view`` is shown alone.
    choices
        What is chosen within the views, by the id of the choice.
    row, package
        The selected row, and the levels of the package that is open by issue; "" and none.
    rows
        The rows that stand out before a room; without any, those that the case puts first.
    hides_answer
        Whether headline and picture stay hidden until they are revealed.
    sliders
        The controls that stand below the picture where there is one screen.
    caption
        What the room reads, :data:`MOST_CAPTION_WORDS` words at most; notes are for who speaks.
    """

    settings: Settings
    name: FreeText = ""
    view: str = Field(default="", max_length=60)
    lower: str = Field(default="", max_length=60)
    choices: Annotated[Mapping[str, str], Field(max_length=60)] = Field(
        default_factory=dict[str, str]
    )
    row: str = Field(default="", max_length=60)
    package: Levels | None = None
    rows: Ids = ()
    hides_answer: bool = False
    sliders: Annotated[tuple[Identifier, ...], Field(max_length=MOST_SCENE_SLIDERS)] = ()
    caption: Note = ""
    notes: Note = ""


Scenes = tuple[Scene, ...]


def settings_of(scenario: Scenario) -> Settings:
    """Return a scenario as data, with the value of each of its controls."""
    ids = (control.id for control in scenario.case.controls)
    return Settings(
        name=scenario.name,
        as_of=scenario.as_of,
        controls=dict(zip(ids, scenario.values, strict=True)),
    )


def scene_package(case: Case, scene: Scene) -> Package | None:
    """Return the package that a scene opens, or None.

    Raises :class:`ScenarioError` if the case lacks an issue or a level.
    """
    return None if scene.package is None else package_of(case, scene.package)


def scene_problems(scene: Scene, case: Case) -> tuple[str, ...]:
    """Return a line for each thing in a scene that a case does not know; none if it is sound."""
    problems: list[str] = []
    for find in (lambda: scene.settings.scenario(case), lambda: scene_package(case, scene)):
        try:
            find()
        except ScenarioError as error:
            problems.append(str(error))
    known_rows = {row.id for row in case.rows}
    problems += [
        f'There is no row "{each}".'
        for each in dict.fromkeys((scene.row, *scene.rows))
        if each and each not in known_rows
    ]
    problems += [
        f'There is no control "{each}".'
        for each in scene.sliders
        if each not in case.control_places
    ]
    words = len(scene.caption.split())
    if words > MOST_CAPTION_WORDS:
        problems.append(f"The caption has {words} words; {MOST_CAPTION_WORDS} can be read.")
    return tuple(problems)


def levels_of(case: Case, package: Package | None) -> Mapping[str, int] | None:
    """Return a package as a scene keeps it."""
    return None if package is None else package_levels(case, package)
