"""Drawing without a window: the pictures that the command line asks for."""

import os
import sys
from dataclasses import replace
from pathlib import Path

from explorer.files.atomic import write_bytes
from explorer.files.console import complain
from explorer.paper.paper import Paper
from explorer.ui.app.app import application
from explorer.ui.export.comparison_page import comparison_page
from explorer.ui.export.paper_print import paper_pdf
from explorer.ui.export.picture import (
    Page,
    drawn_words,
    picture_page,
    write_page,
)
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
    _be_ready()
    page = _page(options)
    if options.is_bare:
        page = replace(page, origin=None)
    write_page(options.output, page)
    missing = missing_letters(page.font, drawn_words(page))
    if missing:
        complain(missing)


def write_pdf(path: Path, paper: Paper) -> None:
    """Write a paper as PDF; no screen is needed.

    Raises
    ------
    FileError
        If the file cannot be written.
    FontError
        If no words can be drawn, because there is no font.
    """
    _be_ready()
    write_bytes(path, paper_pdf(paper), keeps_backup=False)


def _be_ready() -> None:
    """Make letters ready to be drawn; raises :class:`FontError` if there are none."""
    qt = application(_platform())
    require_font(application_font())
    qt.setFont(application_font())


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
