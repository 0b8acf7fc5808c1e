"""What a lesson says before the room in place of the presentation's own words."""

import re
from dataclasses import dataclass

from explorer.figures.figure import Figure
from explorer.model.classroom import Classroom
from explorer.model.scene import Scene
from explorer.model.wording import tr

_BETWEEN = re.compile(r"(?<=[.!?]) (?=[A-Z])")
"""What stands between two sentences."""


@dataclass(frozen=True, slots=True)
class StageWords:
    """Words, and perhaps a figure, for the audience window; empty ones leave its own in place.

    Attributes
    ----------
    headline
        In place of the headline over the picture.
    caption
        In place of the sentences below the picture.
    question
        What the room is asked, large; over the picture, or on a calm page if the answer is hidden.
    hides_answer
        Whether picture and headline stay hidden, in the main window too.
    figure
        What is shown in place of the picture, of a kind that a view shows; None for the picture.
    clock
        The time that is left or gone, as it is to be read; "" for no clock.
    is_calm
        Whether the question stands on a calm page although nothing is hidden.
    """

    headline: str = ""
    caption: str = ""
    question: str = ""
    hides_answer: bool = False
    figure: Figure | None = None
    clock: str = ""
    is_calm: bool = False


def scene_words(scene: Scene | None) -> StageWords:
    """Return what a scene says to the room; nothing for none."""
    if scene is None:
        return StageWords()
    return StageWords(caption=scene.caption, hides_answer=scene.hides_answer)


def where_words(classroom: Classroom, clock: str, scenario: str) -> str:
    """Return the time, and which scene of how many it is, else the name of the scenario."""
    where = scenario
    if classroom.scene is not None and classroom.lesson is None:
        number, count = classroom.scene + 1, len(classroom.scenes)
        where = tr("Scene {number} of {count}", number=number, count=count)
    return " · ".join(filter(None, (clock, where)))


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, each by itself."""
    return tuple(_BETWEEN.split(text)) if text else ()
