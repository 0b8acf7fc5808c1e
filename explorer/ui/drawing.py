"""Drawing without a window: the pictures that the command line asks for."""

import os
import sys

from explorer.cli.options import PictureOptions
from explorer.figures.boards import named_results
from explorer.figures.phrase import listed
from explorer.model.errors import ScenarioError
from explorer.model.wording import tr
from explorer.solver.solve import solve
from explorer.ui.app import application
from explorer.ui.comparison_page import comparison_page
from explorer.ui.picture import save_picture, write_page
from explorer.ui.theme import THEMES, application_font
from explorer.ui.viewing.viewing import Viewing
from explorer.ui.views import figure_of


def draw(options: PictureOptions) -> None:
    """Draw a view of a scenario, or a comparison of several, into a file; no screen is needed.

    Raises
    ------
    FileError
        If the file cannot be written.
    ScenarioError
        If the picture offers no such choice.
    """
    qt = application(_platform())
    qt.setFont(application_font())
    result = solve(options.scenario)
    theme = next(each for each in THEMES if each.id == options.theme)
    if options.compared:
        others = (solve(scenario) for scenario in options.compared)
        items = named_results((result, *others))
        write_page(options.output, comparison_page(items, theme=theme, size=options.size))
        return
    viewing = Viewing(
        result=result,
        baseline=None,
        ghost=None,
        selected_row=options.selected_row,
        selected_package=None,
        swept_control=options.swept_control,
        choices=dict(options.choices),
    )
    _refuse_unknown_choices(options, viewing)
    save_picture(
        options.output,
        view_id=options.view_id,
        viewing=viewing,
        theme=theme,
        size=options.size,
    )


def _refuse_unknown_choices(options: PictureOptions, viewing: Viewing) -> None:
    if not options.choices:
        return
    offered = {choice.id: choice for choice in figure_of(options.view_id, viewing).choices}
    for choice_id, value in options.choices:
        known = [each for each, _ in offered[choice_id].entries] if choice_id in offered else []
        if value not in known:
            raise ScenarioError(
                tr(
                    "{choice}={value} cannot be chosen for the picture {view}. Known: {known}.",
                    choice=choice_id,
                    value=value,
                    view=options.view_id,
                    known=listed(known or offered) or tr("nothing"),
                )
            )


def _platform() -> str | None:
    """Return the platform that needs no screen, unless the environment names one."""
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform != "linux":
        return None
    return "offscreen"
