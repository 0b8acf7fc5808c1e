"""Drawing without a window: the pictures that the command line asks for."""

import os
import sys

from explorer.cli.options import PictureOptions
from explorer.solver.solve import solve
from explorer.ui.app import application
from explorer.ui.picture import save_picture
from explorer.ui.theme import THEMES, application_font
from explorer.ui.views import Viewing


def draw(options: PictureOptions) -> None:
    """Draw a view of a scenario into a file; no screen is needed.

    Raises
    ------
    FileError
        If the file cannot be written.
    """
    qt = application(_platform())
    qt.setFont(application_font())
    result = solve(options.scenario)
    viewing = Viewing(
        result=result,
        baseline=None,
        ghost=None,
        selected_row=options.selected_row,
        selected_package=None,
        swept_control=options.swept_control,
    )
    save_picture(
        options.output,
        view_id=options.view_id,
        viewing=viewing,
        theme=next(each for each in THEMES if each.id == options.theme),
        size=options.size,
    )


def _platform() -> str | None:
    """Return the platform that needs no screen, unless the environment names one."""
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform != "linux":
        return None
    return "offscreen"
