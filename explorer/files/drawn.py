"""Looking at a drawn file without Qt: whether it is a picture, and whether text is in it."""

import re
import struct
import zlib
from pathlib import Path

from explorer.model.wording import tr

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"

FEWEST_SHADES = 12
"""Different bytes that a picture with smooth letters has at the very least."""

_FONT_FAMILY = re.compile(r'font-family="([^"]+)"')
_WORDS = re.compile(r"<text[^>]*>[^<]*\w[^<]*</text>|<tspan[^>]*>[^<]*\w[^<]*</tspan>")


def drawing_problem(path: Path, size: tuple[int, int]) -> str:
    """Return what is wrong with a drawn file, or "" if it holds a picture with text.

    ``path``: A PNG, SVG or PDF file. ``size``: The width and height in pixels that a PNG must have.
    """
    if not path.is_file():
        return tr("nothing was written")
    content = path.read_bytes()
    problems = {".png": _png_problem, ".svg": _svg_problem, ".pdf": _pdf_problem}
    return problems[path.suffix.lower()](content, size)


def _png_problem(content: bytes, size: tuple[int, int]) -> str:
    if not content.startswith(PNG_SIGNATURE):
        return tr("this is no PNG")
    width, height = struct.unpack(">II", content[16:24])
    if (width, height) != size:
        return tr("the picture has {width} by {height} pixels", width=width, height=height)
    shades = len(set(zlib.decompress(_image_data(content))))
    return "" if shades >= FEWEST_SHADES else tr("the picture is blank")


def _image_data(content: bytes) -> bytes:
    data = b""
    place = len(PNG_SIGNATURE)
    while place + 8 <= len(content):
        length, kind = struct.unpack(">I4s", content[place : place + 8])
        if kind == b"IDAT":
            data += content[place + 8 : place + 8 + length]
        place += length + 12
    return data


def _svg_problem(content: bytes, _size: tuple[int, int]) -> str:
    text = content.decode("utf-8", "replace")
    if "<svg" not in text:
        return tr("this is no SVG")
    if not _WORDS.search(text):
        return tr("the picture has no text")
    return "" if _FONT_FAMILY.search(text) else tr("the text has no font")


def _pdf_problem(content: bytes, _size: tuple[int, int]) -> str:
    if not content.startswith(b"%PDF-"):
        return tr("this is no PDF")
    return "" if b"/FontDescriptor" in content else tr("the picture has no font")
