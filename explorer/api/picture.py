"""Pictures: any view of a scenario as data, and drawn where Qt is installed."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypedDict, Unpack

from explorer.api.answer import Answer
from explorer.api.html import table_html
from explorer.api.scenario import Scenario, unknown
from explorer.figures.figure import Figure
from explorer.model.package import Package, package_of
from explorer.model.scenario import Scenario as ModelScenario
from explorer.model.study import SEED
from explorer.model.wording import tr
from explorer.views.options import PICTURE_SIZE, THEMES, PictureOptions
from explorer.views.recipe import command_recipe, python_recipe
from explorer.views.registry import VIEW_IDS, figure_of
from explorer.views.showing import Showing

if TYPE_CHECKING:
    from pandas import DataFrame  # pyright: ignore[reportMissingTypeStubs]


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A view of a scenario; see :func:`explorer.picture`.

    Attributes
    ----------
    showing
        What it shows: enough to make it again.
    figure
        The picture as data: title, sentence, table, marks.

    Examples
    --------
    >>> import explorer
    >>> explorer.picture(explorer.case().scenario("october-2025"), "board").figure.title
    'Deal zones by commitment'
    """

    showing: Showing
    figure: Figure

    @property
    def answer(self) -> Answer:
        """What the picture says, as a sentence and a table.

        Examples
        --------
        >>> import explorer
        >>> explorer.picture(explorer.case().scenario(), "map").answer.columns[0]
        'What Pyongyang gives, of 100'
        """
        return Answer(self.figure.sentence, self.figure.table, self.figure)

    def frame(self) -> "DataFrame":
        """Return the picture's table as a data frame; see :meth:`explorer.Answer.frame`.

        Examples
        --------
        >>> import explorer
        >>> len(explorer.picture(explorer.case().scenario(), "board").frame())
        8
        """
        return self.answer.frame()

    def save(
        self,
        path: str | Path,
        *,
        theme: str = THEMES[0],
        size: tuple[int, int] = PICTURE_SIZE,
    ) -> Path:
        """Draw the picture into a file and return its path; Qt draws it, no screen is needed.

        Parameters
        ----------
        path
            The file; its name ends in .png, .svg or .pdf.
        theme
            "light", "dark", "projector" or "high-contrast".
        size
            Width and height in pixels.

        Examples
        --------
        >>> import explorer, tempfile, pathlib
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> explorer.picture(explorer.case().scenario()).save(folder / "board.svg").name
        'board.svg'
        """
        from explorer.ui.app.drawing import draw

        options = PictureOptions(
            view_id=self.showing.view_id,
            viewing=self.showing.viewing(),
            output=Path(path),
            theme=theme,
            size=size,
        )
        draw(options)
        return Path(path)

    def svg(self, *, theme: str = THEMES[0], size: tuple[int, int] = PICTURE_SIZE) -> str:
        """Return the picture as SVG; see :meth:`save`.

        Examples
        --------
        >>> import explorer
        >>> "<svg" in explorer.picture(explorer.case().scenario(), "board").svg()
        True
        """
        with TemporaryDirectory() as folder:
            path = self.save(Path(folder, "picture.svg"), theme=theme, size=size)
            return path.read_text(encoding="utf-8")

    @property
    def command(self) -> str:
        """The command that draws it again.

        Examples
        --------
        >>> import explorer
        >>> explorer.picture(explorer.case().scenario("october-2025"), "map").command
        'dealzone picture october-2025 --view map -o map.png'
        """
        return command_recipe(self.showing, is_windows=sys.platform == "win32")

    @property
    def python(self) -> str:
        """The lines of Python that draw it again.

        Examples
        --------
        >>> import explorer
        >>> print(explorer.picture(explorer.case().scenario("october-2025"), "map").python)
        import explorer
        <BLANKLINE>
        case = explorer.case()
        scenario = case.scenario('october-2025')
        picture = explorer.picture(scenario, 'map')
        picture.save('map.svg')
        <BLANKLINE>
        """
        return python_recipe(self.showing)

    def _repr_html_(self) -> str:
        drawn = self.svg()
        return drawn[drawn.index("<svg") :] + table_html(self.figure.sentence, self.figure.table)


class Shown(TypedDict, total=False):
    """What can be said of a picture beside its view; see :func:`explorer.picture`."""

    row: str
    control: str
    package: Mapping[str, int] | str
    choices: Mapping[str, str]
    baseline: Scenario
    loaded: Scenario
    before: Scenario
    pins: Mapping[str, Scenario]
    compare: bool
    seed: int


def picture(scenario: Scenario, view: str = "board", **shown: Unpack[Shown]) -> Picture:
    """Return a view of a scenario, as data that Qt can draw.

    Parameters
    ----------
    view
        The id of the view, as ``dealzone picture --view`` has it.
    shown
        What else is said of it. ``row``: the id of the board's row that is selected, else the
        first. ``control``: the id of the control that the view "sweep" moves, else the first
        slider. ``package``: the opened one, by levels by issue id or by the id of a named one.
        ``choices``: what is chosen above the picture, by the ids that ``dealzone picture
        --choose`` takes. ``baseline``, ``loaded``, ``before``: what the scenario can be compared
        with. ``pins``: further scenarios by their letters. ``compare``: whether pins and baseline
        are drawn over the board. ``seed``: that of the assumption sets.

    Examples
    --------
    >>> import explorer
    >>> scenario = explorer.case().scenario("october-2025")
    >>> bold = explorer.picture(scenario, "bold", choices={"bold.at_least": "90"})
    >>> bold.figure.at_least
    90
    """
    if view not in VIEW_IDS:
        raise unknown(tr("view"), view, VIEW_IDS)
    case = scenario.model.case
    sliders = (each.id for each in case.controls if each.kind == "scale")
    package = shown.get("package")
    showing = Showing(
        view_id=view,
        scenario=scenario.model,
        baseline=_model(shown.get("baseline")),
        loaded=_model(shown.get("loaded")),
        before=_model(shown.get("before")),
        pins=tuple((letter, each.model) for letter, each in shown.get("pins", {}).items()),
        is_comparing=shown.get("compare", False),
        row=shown.get("row") or next((each.id for each in case.rows), ""),
        control=shown.get("control") or next(sliders, ""),
        package=None if package is None else _package(scenario, package),
        choices=dict(shown.get("choices", {})),
        seed=shown.get("seed", SEED),
    )
    return Picture(showing, figure_of(view, showing.viewing()))


def _model(scenario: Scenario | None) -> ModelScenario | None:
    return None if scenario is None else scenario.model


def _package(scenario: Scenario, wanted: Mapping[str, int] | str) -> Package:
    if not isinstance(wanted, str):
        return package_of(scenario.model.case, wanted)
    known = scenario.case.packages
    if wanted not in known:
        raise unknown(tr("package"), wanted, known)
    return package_of(scenario.model.case, known[wanted])
