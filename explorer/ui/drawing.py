"""Drawing without a window: the pictures that the command line asks for."""

import os
import sys

from explorer.cli.console import complain
from explorer.cli.options import PictureOptions
from explorer.figures.boards import named_results
from explorer.figures.phrase import listed
from explorer.model.errors import ScenarioError
from explorer.model.wording import tr
from explorer.solver.solve import solve
from explorer.ui.app import application
from explorer.ui.comparison_page import comparison_page
from explorer.ui.letters import missing_letters, require_font
from explorer.ui.picture import Page, drawn_words, picture_page, write_page
from explorer.ui.theme import THEMES, application_font
from explorer.views.registry import figure_of
from explorer.views.view import Viewing


def draw(options: PictureOptions) -> None:
    """Draw a view of a scenario, or a comparison of several, into a file; no screen is needed.

    Raises
    ------
    FileError
        If the file cannot be written.
    FontError
        If no words can be drawn, because there is no font.
    ScenarioError
        If the picture offers no such choice.
    """
    qt = application(_platform())
    require_font(application_font())
    qt.setFont(application_font())
    page = _page(options)
    write_page(options.output, page)
    missing = missing_letters(page.font, drawn_words(page))
    if missing:
        complain(missing)


def _page(options: PictureOptions) -> Page:
    result = solve(options.scenario)
    theme = next(each for each in THEMES if each.id == options.theme)
    if options.compared:
        others = (solve(scenario) for scenario in options.compared)
        items = named_results((result, *others))
        return comparison_page(items, theme=theme, size=options.size)
    viewing = Viewing(
        result=result,
        selected_row=options.selected_row,
        swept_control=options.swept_control,
        choices=dict(options.choices),
    )
    _refuse_unknown_choices(options, viewing)
    return picture_page(view_id=options.view_id, viewing=viewing, theme=theme, size=options.size)


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
