"""Long words: names of files and scenarios that would widen a window, made to fit."""

import re

LONGEST_WORD = 60
"""Letters after which a word may go on in the next line."""

LONGEST_NAME = 40
"""Letters of a name where there is room for one line only."""

_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")


def breakable(text: str) -> str:
    """Return a text in which long words, such as paths, may go on in the next line."""
    return _LONG_WORD.sub("\\g<0>\N{ZERO WIDTH SPACE}", text)


def shortened(name: str) -> str:
    """Return a name cut to what fits on a button."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
