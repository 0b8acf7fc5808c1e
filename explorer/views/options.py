"""What the command line asks of the rooms that need Qt: a window to open, a picture to draw."""

from dataclasses import dataclass
from pathlib import Path

from explorer.figures.boards import NamedResult
from explorer.model.case import Case
from explorer.model.lesson import Lesson
from explorer.model.level import Level
from explorer.views.view import Viewing

THEMES = ("light", "dark", "projector", "high-contrast")
"""The themes of the window and of pictures."""

LISTS = (
    "cases",
    "presets",
    "controls",
    "packages",
    "rows",
    "lines",
    "stakeholders",
    "lenses",
    "lessons",
    "handbook",
    "assumptions",
)
"""What ``list`` can show."""

PICTURE_SUFFIXES = (".png", ".svg", ".pdf")
"""The kinds of picture files, told apart by how their names end."""

PICTURE_SIZE = (1600, 900)
"""Width and height of a picture in pixels unless told otherwise."""

SMALLEST_SIDE, LARGEST_SIDE = 200, 10_000
"""Pixels that a side of a window or picture may have."""

SELF_TEST_LIMIT = 120.0
"""Seconds that the self-test may take unless told otherwise."""

TRACE_STEPS = 200
"""How many steps the scripted drag takes unless told otherwise."""


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """How to open the window.

    Attributes
    ----------
    file
        The document to open, or None for the start page.
    data_folder
        Where settings, log and autosaved documents lie; None for the usual places.
    smoke
        Whether to leave as soon as the first picture is on screen.
    trace
        The id of the control that a scripted drag moves while times are taken, or None.
    trace_steps
        How many steps that drag takes.
    theme
        One of :data:`THEMES`, or None for what the settings say.
    text_scale
        The size of text, 1 to 2, or None for what the settings say.
    size
        Width and height of the window in pixels, or None for the usual size.
    level
        How much the window shows; None for what the settings or the document say.
    qpa
        Qt's platform plugin, such as "offscreen", or None for Qt's choice.
    lesson
        The lesson to open in place of a file, or None.
    step
        The place of the step to begin a lesson with, from 0.
    preset
        The id of a scenario to show in place of a file, or None.
    case
        The case to begin with, or None for the one that was chosen last.
    """

    file: Path | None = None
    data_folder: Path | None = None
    smoke: bool = False
    trace: str | None = None
    trace_steps: int = TRACE_STEPS
    theme: str | None = None
    text_scale: float | None = None
    size: tuple[int, int] | None = None
    level: Level | None = None
    qpa: str | None = None
    lesson: Lesson | None = None
    step: int = 0
    preset: str | None = None
    case: Case | None = None


@dataclass(frozen=True, slots=True)
class SelfTestOptions:
    """How to exercise the program.

    Attributes
    ----------
    report
        The file for what is printed, or None.
    qpa
        Qt's platform plugin, or None for the usual one.
    limit
        Seconds after which the process is ended.
    data_folder
        Where settings would lie; None for the usual places.
    """

    report: Path | None = None
    qpa: str | None = None
    limit: float = SELF_TEST_LIMIT
    data_folder: Path | None = None


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """What to draw, how, and into which file.

    Attributes
    ----------
    view_id
        One of :data:`explorer.views.registry.VIEW_IDS`.
    viewing
        What the view looks at.
    output
        The file to write; its suffix, one of :data:`PICTURE_SUFFIXES`, tells the format.
    theme
        One of :data:`THEMES`.
    size
        Width and height in pixels.
    compared
        Results with the same controls and rows, each with a name; if there are any, one page that
        compares them with the first of them is drawn in place of the view.
    is_bare
        Whether the file shall say nothing of itself, because it becomes a part of another one.
    """

    view_id: str
    viewing: Viewing
    output: Path
    theme: str
    size: tuple[int, int]
    compared: tuple[NamedResult, ...] = ()
    is_bare: bool = False
