"""A paper through Qt: as PDF, and to a printer."""

from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from explorer.files.provenance.forms import stamped
from explorer.files.provenance.record import record_text
from explorer.files.provenance.text_slots import xmp
from explorer.model.visible_text import one_line
from explorer.paper.html import html_text
from explorer.paper.items import paper_items
from explorer.paper.paper import Paper
from explorer.paper.writing import marked_paper

DOTS_PER_INCH = 300

TEXT_POINTS, COMPACT_POINTS, LEAST_POINTS = 11, 9.5, 7.5
"""Sizes of text in print: usual, compact, and the smallest that a compact paper may come to."""

POINTS_STEP = 0.5
"""By how much a compact paper is set smaller at a time."""

FAMILIES = ("Segoe UI", "Helvetica", "Arial", "Liberation Sans", "DejaVu Sans")
"""Letters of text, as in HTML; the first that the machine has."""


def paper_pdf(paper: Paper) -> bytes:
    """Return a paper as PDF on A4; headings and tables are not tagged in it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = marked_paper(paper)
    _write_pdf(paper, buffer)
    content = bytes(buffer.data().data())
    if paper.origin is None:
        return content
    return stamped(content, ".pdf", replace(paper.origin, items=paper_items(paper)))


def _write_pdf(paper: Paper, buffer: QBuffer) -> None:
    """Write a paper; the writer is gone, and all of it written, when this returns."""
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(one_line(paper.title))
    writer.setPageLayout(sheet())
    if paper.origin is not None:
        told = replace(paper.origin, items=paper_items(paper))
        about = xmp(one_line(paper.title), one_line(paper.foot), record_text(told))
        writer.setDocumentXmpMetadata(QByteArray(about))
    _fitted(paper, writer.pageLayout()).print_(writer)


def print_paper(paper: Paper, printer: QPrinter) -> None:
    """Send a paper to a printer."""
    printer.setDocName(one_line(paper.title))
    _fitted(paper, printer.pageLayout()).print_(printer)


def _fitted(paper: Paper, layout: QPageLayout) -> "PaperDocument":
    """Return a paper as it shall come out on pages of a layout.

    A compact paper means each of its pages to be one sheet. Letters differ in width from machine
    to machine, so it is set smaller, down to ``LEAST_POINTS``, where it would run over.
    """
    document = PaperDocument(paper)
    if paper.is_compact:
        sheets = paper_markup(paper).count(_NEW_PAGE) + 1
        points = COMPACT_POINTS
        while document.pages_on(layout) > sheets and points > LEAST_POINTS:
            points -= POINTS_STEP
            document.set_points(points)
    return document


def sheet() -> QPageLayout:
    """Return a page without margins of its own: Qt leaves two centimetres around the text."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(),
        QPageLayout.Unit.Millimeter,
    )


class PaperDocument(QTextDocument):
    """A paper as Qt lays it out; all of its texts are escaped."""

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self.set_points(COMPACT_POINTS if paper.is_compact else TEXT_POINTS)
        self.setHtml(paper_markup(paper))

    def set_points(self, points: float) -> None:
        """Set the text in a size; headings follow."""
        font = self.defaultFont()
        font.setPointSizeF(points)
        font.setFamilies(FAMILIES)
        self.setDefaultFont(font)

    def pages_on(self, layout: QPageLayout) -> int:
        """Return how many pages this takes on paper of a layout."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        trial = _CountingWriter(buffer, layout)
        self.print_(trial)
        return trial.pages


class _CountingWriter(QPdfWriter):
    """Counts the pages that a document takes; only writing it tells Qt's count to the page."""

    def __init__(self, buffer: QBuffer, layout: QPageLayout) -> None:
        super().__init__(buffer)
        self.setResolution(DOTS_PER_INCH)
        self.setPageLayout(layout)
        self.pages = 1

    def newPage(self) -> bool:
        self.pages += 1
        return super().newPage()


def paper_markup(paper: Paper) -> str:
    """Return a paper's HTML in the words that Qt's own rich text understands.

    Sizes of the style sheet are told to browsers; here the document's font decides.
    """
    page = html_text(paper, is_vector=False)
    body = page.partition("<body")[2].partition(">")[2].replace("</html>", "")
    body = body.replace(
        "<table>", '<table border="1" cellspacing="0" cellpadding="3" width="100%">'
    )
    body = body.replace("<th ", '<th align="left" ')
    body = body.replace("<img ", f'<img width="{_PICTURE_WIDTH}" ')
    body = body.replace("<figcaption>", "<p>").replace("</figcaption>", "</p>")
    body = body.replace('<p class="page-break" aria-hidden="true"></p>', _NEW_PAGE)
    body = body.replace('<hr aria-hidden="true">', "<br><hr>")
    markup = f"<html><head>{_STYLE}</head><body>{body}</html>"
    return _compact(markup) if paper.is_compact else markup


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
