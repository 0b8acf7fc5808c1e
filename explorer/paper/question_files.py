"""Writing questions to a file, in the format that the file's name asks for."""

from collections.abc import Callable, Mapping
from pathlib import Path

from explorer.files.atomic import write_bytes
from explorer.files.provenance.forms import stamped
from explorer.model.errors import FileError
from explorer.model.wording import tr
from explorer.paper.gift import gift_text
from explorer.paper.qti import qti_bytes
from explorer.paper.question_sheet import question_sheet
from explorer.paper.questions import Quiz
from explorer.paper.writing import FORMATS


def _gift(quiz: Quiz) -> bytes:
    content = gift_text(quiz).encode()
    return content if quiz.origin is None else stamped(content, ".gift", quiz.origin)


QUESTION_FORMATS: Mapping[str, Callable[[Quiz], bytes]] = {
    ".gift": _gift,
    ".zip": qti_bytes,
    ".html": lambda quiz: FORMATS[".html"](question_sheet(quiz)),
    ".docx": lambda quiz: FORMATS[".docx"](question_sheet(quiz)),
}
"""What writes questions, by the suffix of the file's name: GIFT, QTI 1.2, and sheets with keys."""


def write_questions(path: Path, quiz: Quiz) -> str:
    """Write questions and return what the user should know all the same; usually nothing.

    Raises
    ------
    FileError
        If the name ends in none of the known suffixes, a package for the format is missing, or
        the file cannot be written.
    """
    refuse_unless_questions(path)
    return write_bytes(path, QUESTION_FORMATS[path.suffix.lower()](quiz), keeps_backup=False)


def refuse_unless_questions(path: Path) -> None:
    """Refuse a name for which there is no format; raises :class:`FileError`."""
    if path.suffix.lower() not in QUESTION_FORMATS:
        raise FileError(
            tr(
                "{path}: the name must end in .gift (Moodle), .zip (QTI for Canvas and others), "
                ".html or .docx (sheets with keys).",
                path=path,
            )
        )
