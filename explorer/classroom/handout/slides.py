"""Slides of a document's scenes: one for each, with picture, caption and notes."""

from collections.abc import Callable
from pathlib import PurePath

from explorer.figures.foot import foot_line
from explorer.figures.headline import headline
from explorer.files.document_text import Document
from explorer.files.provenance.record import provenance_of
from explorer.model.case import Case
from explorer.model.classroom import Classroom
from explorer.model.errors import ScenarioError
from explorer.model.provenance import Provenance
from explorer.model.scenario import preset_scenario
from explorer.model.scene import Scene, scene_package
from explorer.model.wording import language, tr
from explorer.paper.slides import Slide, SlideDeck
from explorer.solver.solve import solve
from explorer.views.registry import VIEW_IDS, figure_of
from explorer.views.view import Viewing

SLIDES = "slides"
"""The kind of export that slides of scenes are."""

PICTURE_SIZE = (1600, 750)
"""Width and height in pixels of a slide's picture, in the shape of its room on the slide."""

DrawScene = Callable[[str, Viewing, tuple[int, int]], bytes]
"""Draws a view, by its id, of what is viewed, at a width and height in pixels; returns a PNG."""


def scene_slides(case: Case, scenes: tuple[Scene, ...], draw: DrawScene, *, name: str) -> SlideDeck:
    """Return the slides of scenes.

    A scene that hides its answer has two: the question with its caption, then the picture.

    Parameters
    ----------
    draw
        What draws a scene's view.
    name
        What the document is called; it becomes the title.

    Raises
    ------
    ScenarioError
        If there are no scenes, or the case does not know what stands in one.
    """
    if not scenes:
        raise ScenarioError(tr("{name} holds no scenes. Keep some in the window first.", name=name))
    slides: list[Slide] = []
    for number, scene in enumerate(scenes, start=1):
        slides += _slides(case, scene, draw, number)
    title = PurePath(name).stem
    return SlideDeck(
        title, tuple(slides), foot_line(case), language(), _origin(case, scenes, title)
    )


def _origin(case: Case, scenes: tuple[Scene, ...], title: str) -> Provenance:
    """Return what the slides say of themselves: all scenes, and nothing else of the document."""
    start = preset_scenario(case, case.default_preset)
    document = Document(start, start, start, classroom=Classroom(scenes=scenes))
    return provenance_of(SLIDES, document, {"title": title})


def _slides(case: Case, scene: Scene, draw: DrawScene, number: int) -> list[Slide]:
    scenario = scene.settings.scenario(case)
    package = scene_package(case, scene)
    result = solve(scenario)
    view = scene.view if scene.view in VIEW_IDS else "board"
    scales = [each.id for each in case.controls if each.kind == "scale"]
    viewing = Viewing(
        result=result,
        selected_row=scene.row,
        selected_package=package,
        swept_control=next(iter(scales), case.controls[0].id),
        choices=scene.choices,
    )
    title = scene.name or tr("{n}. {scenario}", n=number, scenario=scenario.name)
    said = headline(result, None).title
    caption = said if scene.hides_answer else scene.caption or said
    picture = Slide(
        title,
        draw(view, viewing, PICTURE_SIZE),
        figure_of(view, viewing).sentence,
        caption,
        scene.notes,
    )
    if not scene.hides_answer:
        return [picture]
    return [Slide(title, caption=scene.caption, notes=scene.notes), picture]
