"""Commands and Python on the pages of the guide: for every case but the usual one they name it."""

import re

from explorer.files.case_file import usual_case_id
from explorer.model.case import Case

TAKES_CASE = (
    "solve", "compare", "two-cases", "list", "picture", "present", "export-page", "sheets",
    "results", "handout", "questions", "debrief", "split", "handbook", "case-changes", "others",
    "history", "sure", "outlook", "later", "bold", "breaking", "report", "study new",
    "table read", "table write",
)  # fmt: skip
"""The commands that can be told which case they are about."""

BRINGS_ONE = (".dealzone", "--case", "LESSON", "list cases")
"""What in a command needs no case: a document brings its own, a list is of all of them."""

_COMMAND = rf"dealzone (?:{'|'.join(TAKES_CASE)})\b"
_LINE = re.compile(rf"^( {{4}}{_COMMAND}.*?)( {{2,}}\S.*)?$", re.MULTILINE)
_PYTHON = "explorer.case()"
_WITHIN = re.compile(rf"`({_COMMAND}[^`]*)`")


def with_case_named(markdown: str, case: Case) -> str:
    """Return a page whose commands and lines of Python are about a case, as they stand."""
    if case.id == usual_case_id():
        return markdown
    option = f" --case {case.id}"

    def line(found: re.Match[str]) -> str:
        command, words = found[1], found[2] or ""
        if any(sign in command for sign in BRINGS_ONE):
            return found[0]
        gap = len(words) - len(words.lstrip())
        # Words beside commands stand in a column, as far as there is room.
        return command + option + " " * max(2, gap - len(option)) * bool(words) + words.lstrip()

    def within(found: re.Match[str]) -> str:
        is_told = any(sign in found[1] for sign in BRINGS_ONE)
        return found[0] if is_told else f"`{found[1]}{option}`"

    named = _WITHIN.sub(within, _LINE.sub(line, markdown))
    return named.replace(_PYTHON, f'explorer.case("{case.id}")')
