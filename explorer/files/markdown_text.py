"""Markdown: foreign text put into it as plain words, and plain words taken out of it."""

import re
from collections.abc import Iterable

from explorer.model.visible_text import one_line

LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])+)\]\(([^)\s]+)\)")
"""A link of Markdown: its words and where it leads."""

_IMAGE = re.compile(r"!\[\]\([^)\s]+\)")
"""A picture of a page; its words are those of what it shows."""

_MEANT = re.compile(r"[\\`*_\[\]<>&|~!@{}]|:(?=//)|(?<=www)\.|^[-+=#]", re.IGNORECASE)
"""Signs that Markdown reads as its own, here or at the beginning of a line."""

_RULE = re.compile(r"\|[-:| ]+\|")
"""The line between the headings and the rows of a table."""

_NUMBER = re.compile(r"^(\d+)([.)])")
"""What begins an entry of a numbered list."""

_MARKS = re.compile(r"\\([!-/:-@\[-`{-~])|\*\*|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|`")
"""A sign that is shown as it is, or a mark that is not shown."""


def as_markdown(text: str) -> str:
    """Return foreign text as Markdown that shows it sign by sign, on one line."""
    return _NUMBER.sub(r"\1\\\2", _MEANT.sub(r"\\\g<0>", one_line(text)))


def entries(sentences: Iterable[str]) -> str:
    """Return sentences with foreign words as a list of Markdown."""
    return "\n".join(f"- {as_markdown(sentence)}" for sentence in sentences)


def as_plain_text(markdown: str) -> str:
    """Return Markdown without its marks: headings are lines, links their words."""
    return "\n".join(
        line_without_marks(line.lstrip("# ") if line.startswith("#") else line)
        for line in markdown.splitlines()
        if not _RULE.fullmatch(line)
    )


def line_without_marks(line: str) -> str:
    """Return a line of Markdown as plain words; an indented one is code and stays."""
    if line.startswith("    "):
        return line
    return _MARKS.sub(_kept_sign, LINK.sub(r"\1", _IMAGE.sub("", line)))


def _kept_sign(found: re.Match[str]) -> str:
    return found[1] or ""
