"""Visible text: characters that steer a terminal or turn a line around, shown as escapes.

Texts of a case and names of files are foreign. A character that is not meant to be seen, such as
an escape character or a change of writing direction, could rewrite what stands on a screen.
"""

import unicodedata
from collections.abc import Iterable

JOINERS = (
    "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}"
    "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
)
"""Format characters that good text needs: they join or part letters and move nothing else."""

_STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Unicode categories that are not seen: control, format, surrogate, line and paragraph."""


def visible(text: str, *, keeps: str = "\n\t") -> str:
    r"""Return a text in which every character that steers is shown as an escape, such as ``\x1b``.

    ``keeps``: Control characters that stay as they are.
    """
    if text.isprintable():
        return text
    return "".join(_shown(text, keeps))


def one_line(text: str) -> str:
    """Return a text as a single visible line: white space becomes one blank."""
    return visible(" ".join(text.split()), keeps="")


def _shown(text: str, keeps: str) -> Iterable[str]:
    for sign in text:
        if sign in keeps or sign in JOINERS or unicodedata.category(sign) not in _STEERING:
            yield sign
        else:
            yield _escape(sign)


def _escape(sign: str) -> str:
    code = ord(sign)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
