"""Checking files: which documents, cases, lessons and studies are good, and what ails others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from explorer.files.case_file import case_problems
from explorer.files.document import document_kind, document_problems
from explorer.files.json_text import cut_short
from explorer.files.lesson_file import lesson_problems
from explorer.files.study_file import study_problems
from explorer.model.errors import FileError
from explorer.model.visible_text import visible
from explorer.model.wording import tr, tr_n
from explorer.views.registry import VIEW_IDS

MOST_LINES = 100
"""How many problems of one file are listed in words; as JSON, all are."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file, what it is and what is wrong with it.

    ``kind`` is "document", "case", "lesson", "study", or "" for a file that is none of them.
    """

    path: Path
    kind: str
    problems: tuple[str, ...]


def checked_file(path: Path) -> CheckedFile:
    """Return what is wrong with a file of this program; it never raises for a bad one."""
    try:
        kind = document_kind(path)
    except FileError as error:
        return CheckedFile(path, "", tuple(str(error).splitlines()))
    problems_of = {
        "document": document_problems,
        "case": case_problems,
        "lesson": partial(lesson_problems, views=VIEW_IDS),
        "study": study_problems,
    }
    return CheckedFile(path, kind, problems_of[kind](path))


def check_text(files: Sequence[CheckedFile]) -> str:
    """Return one line for each good file, and the problems of each other one."""
    lines: list[str] = []
    for file in files:
        # On one line, so that no name can look like the verdict on another file.
        path = visible(str(file.path), keeps="")
        if not file.problems:
            lines.append(tr("{path}: good", path=path))
            continue
        count = len(file.problems)
        lines.append(tr_n("{path}: {n} problem", "{path}: {n} problems", count, path=path))
        lines += [f"  {problem}" for problem in cut_short(file.problems, MOST_LINES)]
    return "\n".join(lines)


def check_records(files: Sequence[CheckedFile]) -> list[dict[str, object]]:
    """Return what was found as records for JSON."""
    return [
        {
            "file": str(file.path),
            "kind": file.kind or None,
            "is_good": not file.problems,
            "problems": list(file.problems),
        }
        for file in files
    ]
