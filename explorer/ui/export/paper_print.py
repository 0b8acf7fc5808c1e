"""A paper through Qt: as PDF, and to a printer."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from explorer.model.visible_text import one_line
from explorer.paper.html import html_text
from explorer.paper.paper import Paper

DOTS_PER_INCH = 300

TEXT_POINTS, COMPACT_POINTS = 11, 9.5
"""Sizes of text in print."""

FAMILIES = ("Segoe UI", "Helvetica", "Arial", "Liberation Sans", "DejaVu Sans")
"""Letters of text, as in HTML; the first that the machine has."""


def paper_pdf(paper: Paper) -> bytes:
    """Return a paper as PDF on A4; headings and tables are not tagged in it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _write_pdf(paper, buffer)
    return bytes(buffer.data().data())


def _write_pdf(paper: Paper, buffer: QBuffer) -> None:
    """Write a paper; the writer is gone, and all of it written, when this returns."""
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(one_line(paper.title))
    writer.setPageLayout(_layout())
    _text_document(paper).print_(writer)


def print_paper(paper: Paper, printer: QPrinter) -> None:
    """Send a paper to a printer."""
    printer.setDocName(one_line(paper.title))
    _text_document(paper).print_(printer)


def _layout() -> QPageLayout:
    """Return a page without margins of its own: Qt leaves two centimetres around the text."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(),
        QPageLayout.Unit.Millimeter,
    )


def _text_document(paper: Paper) -> QTextDocument:
    """Return the paper as Qt lays it out, with pictures as wide as the text at most."""
    document = QTextDocument()
    font = document.defaultFont()
    font.setPointSizeF(COMPACT_POINTS if paper.is_compact else TEXT_POINTS)
    font.setFamilies(FAMILIES)
    document.setDefaultFont(font)
    page = _for_qt(html_text(paper))
    document.setHtml(_compact(page) if paper.is_compact else page)
    return document


def _for_qt(page: str) -> str:
    """Return HTML in the words that Qt's own rich text understands.

    Sizes of the style sheet are told to browsers; here the document's font decides.
    """
    body = page.partition("<body")[2].partition(">")[2].replace("</html>", "")
    body = body.replace(
        "<table>", '<table border="1" cellspacing="0" cellpadding="3" width="100%">'
    )
    body = body.replace("<th ", '<th align="left" ')
    body = body.replace("<img ", f'<img width="{_PICTURE_WIDTH}" ')
    body = body.replace("<figcaption>", "<p>").replace("</figcaption>", "</p>")
    body = body.replace('<p class="page-break" aria-hidden="true"></p>', _NEW_PAGE)
    body = body.replace('<hr aria-hidden="true">', "<br><hr>")
    return f"<html><head>{_STYLE}</head><body>{body}</html>"


def _compact(page: str) -> str:
    """Return a page with less between its parts, and smaller headings: Qt sizes them by level."""
    for level in (3, 2, 1):
        for tag in ("<h", "</h"):
            page = page.replace(f"{tag}{level}>", f"{tag}{min(level + 2, 4)}>")
    return page.replace("</style>", f"{_COMPACT_STYLE}</style>").replace(
        'cellpadding="3"', 'cellpadding="1"'
    )


_PICTURE_WIDTH = 620
"""Pixels, 96 to the inch, of a picture: nearly the width of the text."""

_STYLE = "<style>caption, .strong { font-weight: bold; } .note { color: #4a4a4a; }</style>"
_COMPACT_STYLE = (
    "p { margin-top: 2px; margin-bottom: 2px; } ul, ol { margin-top: 0; margin-bottom: 2px; } "
    "h3, h4 { margin-top: 5px; margin-bottom: 1px; }"
)
_NEW_PAGE = '<p style="page-break-after: always"></p>'
