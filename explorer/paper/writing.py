"""Writing a paper to a file, in the format that the file's name asks for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from explorer.files.atomic import write_bytes
from explorer.files.provenance.forms import stamped
from explorer.files.provenance.record import marked
from explorer.model.errors import FileError
from explorer.model.wording import tr
from explorer.paper.docx import docx_bytes
from explorer.paper.html import html_text
from explorer.paper.markdown import markdown_text
from explorer.paper.paper import Paper


def _html_bytes(paper: Paper) -> bytes:
    return html_text(paper).encode()


def _markdown_bytes(paper: Paper) -> bytes:
    return markdown_text(paper).encode("utf-8", "backslashreplace")


def marked_paper(paper: Paper) -> Paper:
    """Return a paper with the fingerprint of its origin at its foot, if it has an origin."""
    if paper.origin is None:
        return paper
    return replace(paper, foot=marked(paper.foot, paper.origin))


def _sealed(suffix: str, write: Callable[[Paper], bytes]) -> Callable[[Paper], bytes]:
    """Return what writes a paper so that its file can be verified."""

    def sealed(paper: Paper) -> bytes:
        content = write(marked_paper(paper))
        return content if paper.origin is None else stamped(content, suffix, paper.origin)

    return sealed


FORMATS: Mapping[str, Callable[[Paper], bytes]] = {
    ".html": _sealed(".html", _html_bytes),
    ".htm": _sealed(".html", _html_bytes),
    ".docx": _sealed(".docx", docx_bytes),
    ".md": _sealed(".md", _markdown_bytes),
}
"""What writes a paper, by the suffix of the file's name."""

PAPER_SUFFIXES = tuple(FORMATS)


def write_paper(path: Path, paper: Paper) -> str:
    """Write a paper and return what the user should know all the same; usually nothing.

    Raises
    ------
    FileError
        If the name ends in none of :data:`PAPER_SUFFIXES`, a package for the format is missing,
        or the file cannot be written.
    """
    refuse_unless_paper(path)
    return write_bytes(path, FORMATS[path.suffix.lower()](paper), keeps_backup=False)


def refuse_unless_paper(path: Path) -> None:
    """Refuse a name for which there is no format; raises :class:`FileError`."""
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        raise FileError(
            tr(
                "{path}: the window writes PDF (File, Export handout). Here the name must end in "
                ".html, .docx or .md.",
                path=path,
            )
        )
    if suffix not in FORMATS:
        raise FileError(tr("{path}: a paper's name must end in .html, .docx or .md.", path=path))
