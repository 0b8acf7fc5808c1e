"""A strict reader of GIFT, written from Moodle's published description of the format.

A question ends at a blank line; a backslash takes the meaning from the sign behind it.
"""

import re
from dataclasses import dataclass, field

SPECIAL = "~=#{}:"


@dataclass
class Read:
    """A question as a reader of GIFT understands it."""

    category: str
    title: str
    form: str
    stem: str
    answers: list[tuple[bool, str, str]] = field(default_factory=list)
    number: tuple[float, float] | None = None
    feedback: str = ""


def read_gift(text: str) -> list[Read]:
    category, found = "", []
    lines = [line for line in text.split("\n") if not line.strip().startswith("//")]
    for block in re.split(r"\n\s*\n", "\n".join(lines)):
        if block.strip().startswith("$CATEGORY:"):
            assert "\n" not in block.strip()
            category = block.strip().removeprefix("$CATEGORY:").strip()
        elif block.strip():
            found.append(_question(block.strip(), category))
    return found


def _question(block: str, category: str) -> Read:
    assert block.startswith("::")
    title, rest = _until(block[2:], "::")
    form = re.match(r"\[(\w+)\]", rest)
    assert form
    stem, inside = _until(rest[form.end() :], "{")
    body, after = _until(inside, "}")
    assert after == ""
    read = Read(category, _plain(title), form[1], _plain(stem))
    body, general = _until(body, "####", missing_is_all=True)
    read.feedback = _plain(general)
    if body.strip().startswith("#"):
        value, tolerance = body.strip()[1:].split(":")
        read.number = (float(value), float(tolerance))
        return read
    starts = [at for at in range(len(body)) if body[at] in "=~" and not _is_escaped(body, at)]
    assert body[: starts[0]].strip() == ""
    for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
        words, feedback = _until(body[start + 1 : end], "#", missing_is_all=True)
        read.answers.append((body[start] == "=", _plain(words), _plain(feedback)))
    return read


def _until(text: str, mark: str, *, missing_is_all: bool = False) -> tuple[str, str]:
    """Split at the first mark whose first sign is not escaped."""
    for at in range(len(text)):
        if text.startswith(mark, at) and not _is_escaped(text, at):
            return text[:at], text[at + len(mark) :]
    assert missing_is_all, f"{mark} is missing in {text!r}"
    return text, ""


def _is_escaped(text: str, at: int) -> bool:
    before = len(text[:at]) - len(text[:at].rstrip("\\"))
    return before % 2 == 1


def _plain(text: str) -> str:
    signs, told = iter(text.strip()), []
    for sign in signs:
        if sign == "\\":
            escaped = next(signs)
            assert escaped in SPECIAL + "\\n", text
            told.append("\n" if escaped == "n" else escaped)
        else:
            assert sign not in "~={}#", text
            told.append(sign)
    return "".join(told)
