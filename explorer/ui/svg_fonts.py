"""The fonts that an SVG names: the true one, and which kind to take where it is missing."""

import re
from functools import cache
from html import escape, unescape

from PySide6.QtGui import QFont, QFontInfo

_FAMILY = re.compile(r'(?<=\sfont-family=")[^"]*(?=")')
_PLAIN_NAME = re.compile(r"[A-Za-z][\w-]*( [A-Za-z][\w-]*)*")


def with_named_fonts(svg: str) -> str:
    """Return a drawing whose texts name the fonts that they were laid out in.

    Qt writes the name that was asked for. That can be an alias of this system, such as "Sans
    Serif", which programs elsewhere do not know.
    """
    return _FAMILY.sub(_named, svg)


def _named(match: re.Match[str]) -> str:
    return escape(font_names(unescape(match[0])))


@cache
def font_names(family: str) -> str:
    """Return the names for a family: the real font's, and the generic kind of it."""
    info = QFontInfo(QFont(family))
    generic = "monospace" if info.fixedPitch() else "sans-serif"
    name = info.family()
    if not name:
        return generic
    return f"{name if _PLAIN_NAME.fullmatch(name) else _quoted(name)}, {generic}"


def _quoted(name: str) -> str:
    return "'{}'".format(name.replace("\\", "\\\\").replace("'", "\\'"))
