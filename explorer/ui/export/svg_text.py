"""The text of an SVG as other programs can read it: true names of fonts, and allowed letters."""

import re
from functools import cache
from html import escape, unescape

from PySide6.QtGui import QFont, QFontInfo

_FAMILY = re.compile(r'(?<=\sfont-family=")[^"]*(?=")')
_PLAIN_NAME = re.compile(r"[A-Za-z][\w-]*( [A-Za-z][\w-]*)*")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def finished_svg(svg: str) -> str:
    """Return a drawing whose texts name the fonts that they were laid out in, as sound XML.

    Qt writes the name of a font that was asked for. That can be an alias of this system, such as
    "Sans Serif", which programs elsewhere do not know. It also writes control characters, which
    a name from a file can have and XML forbids.
    """
    return _FAMILY.sub(_named, _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", svg))


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
