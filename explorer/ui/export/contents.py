"""What is written into files, as bytes; what draws it is imported when it is first wanted."""

from dataclasses import replace

from explorer.paper.paper import Paper
from explorer.paper.writing import FORMATS
from explorer.report.order import Drawn
from explorer.ui.look.theme import LIGHT
from explorer.views.view import Viewing


def paper_content(paper: Paper, suffix: str) -> bytes:
    """Return the file of a paper; ``suffix`` is "pdf" or a format's, without its dot.

    Raises :class:`ExplorerError` if a package for the format is missing.
    """
    from explorer.ui.export.paper_print import paper_pdf

    return paper_pdf(paper) if suffix == "pdf" else FORMATS[f".{suffix}"](paper)


def drawn_view(view_id: str, viewing: Viewing, size: tuple[int, int]) -> Drawn:
    """Return a view as it stands in a report: light, as PNG and as lines and letters.

    Its words stand in the report, so the files say nothing of themselves.
    """
    from explorer.ui.export.picture import page_content, picture_page

    page = picture_page(view_id=view_id, viewing=viewing, theme=LIGHT, size=size)
    page = replace(page, origin=None)
    return Drawn(page_content(page, ".png"), page_content(page, ".svg"))


def view_png(view_id: str, viewing: Viewing, size: tuple[int, int]) -> bytes:
    """Return a view as it stands on a slide or in a debrief: light, as PNG."""
    from explorer.ui.export.picture import page_content, picture_page

    page = picture_page(view_id=view_id, viewing=viewing, theme=LIGHT, size=size)
    return page_content(page, ".png")
