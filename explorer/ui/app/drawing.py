"""Drawing without a window: the pictures that the command line asks for."""

import os
import sys

from explorer.files.console import complain
from explorer.ui.app.app import application
from explorer.ui.export.comparison_page import comparison_page
from explorer.ui.export.picture import Page, drawn_words, picture_page, write_page
from explorer.ui.look.letters import missing_letters, require_font
from explorer.ui.look.theme import THEMES, application_font
from explorer.views.options import PictureOptions


def draw(options: PictureOptions) -> None:
    """Draw a view of a scenario, or a comparison of several, into a file; no screen is needed.

    Raises
    ------
    FileError
        If the file cannot be written.
    FontError
        If no words can be drawn, because there is no font.
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
    theme = next(each for each in THEMES if each.id == options.theme)
    if options.compared:
        return comparison_page(options.compared, theme=theme, size=options.size)
    return picture_page(
        view_id=options.view_id, viewing=options.viewing, theme=theme, size=options.size
    )


def _platform() -> str | None:
    """Return the platform that needs no screen, unless the environment names one."""
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform != "linux":
        return None
    return "offscreen"
