"""Long words: names of files and scenarios that would widen a window, made to fit."""

import re

LONGEST_WORD = 24
"""Letters of a word that is never broken."""

PIECE = 12
"""Letters after each of which a longer word may go on in the next line."""

LONGEST_NAME = 40
"""Letters of a name where there is room for one line only."""

BREAK = "\N{ZERO WIDTH SPACE}"

_LONG_WORD = re.compile(rf"[^\s{BREAK}]{{{LONGEST_WORD + 1},}}")
_PIECE = re.compile(rf".{{{PIECE}}}(?=.)")


def breakable(text: str) -> str:
    """Return a text in which long words, such as paths, may go on in the next line."""
    return _LONG_WORD.sub(_broken, text)


def unbroken(text: str) -> str:
    """Return a text as it was before :func:`breakable`."""
    return text.replace(BREAK, "")


def pieces(text: str) -> list[str]:
    """Return the parts of a text that a line break cannot divide."""
    return text.replace(BREAK, " ").split()


def shortened(name: str, longest: int = LONGEST_NAME) -> str:
    """Return a name cut to what fits on a button, ``longest`` letters at most."""
    return name if len(name) <= longest else name[: longest - 1] + "…"


def _broken(word: re.Match[str]) -> str:
    return _PIECE.sub(rf"\g<0>{BREAK}", word.group())
