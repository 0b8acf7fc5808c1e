"""Makes the icons of Windows and the Mac from the drawings in ``resources/icons``."""

import struct
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from icnsutil import IcnsFile, PackBytes  # pyright: ignore[reportMissingTypeStubs]
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from installers.product import PACKAGING, ROOT
from installers.steps import demand, step

DRAWINGS = ROOT / "resources" / "icons"
"""Where the drawings lie."""

ICONS = PACKAGING / "icons"
"""Where the icons made from them lie."""

NAMES = ("explorer", "document")
"""The icons: of the program, and of its documents."""

WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Sizes in a Windows icon, in pixels."""

MAC_SIZES = {
    "ic04": 16,
    "ic11": 32,
    "ic05": 32,
    "ic12": 64,
    "ic07": 128,
    "ic13": 256,
    "ic08": 256,
    "ic14": 512,
    "ic09": 512,
    "ic10": 1024,
}
"""Each part of a Mac icon by the name that the format gives it, with its size in pixels."""

MAC_TILE = 824 / 1024
"""How much of a Mac icon's width a tile takes, so that it is as large as its neighbours'."""

_MAC_RAW = ("ic04", "ic05")
_LARGEST_BITMAP = 64


def main(words: Sequence[str]) -> None:
    """Make all icons anew."""
    demand(not words, "icons takes no further words.")
    for name in NAMES:
        drawing = DRAWINGS / f"{name}.svg"
        share = MAC_TILE if name == "explorer" else 1.0
        ICONS.mkdir(exist_ok=True)
        (ICONS / f"{name}.ico").write_bytes(windows_icon(drawing))
        write_mac_icon(ICONS / f"{name}.icns", drawing, share)
        step(f"made {name}.ico and {name}.icns")


def picture(drawing: Path, size: int, share: float = 1.0) -> Image.Image:
    """Draw an SVG file as a square picture with a transparent ground.

    Parameters
    ----------
    drawing
        The SVG file.
    size
        Width and height, in pixels.
    share
        How much of the width the drawing takes; it stands in the middle.

    Raises
    ------
    BuildError
        If the file is no drawing.
    """
    renderer = QSvgRenderer(str(drawing))
    demand(renderer.isValid(), f"{drawing} is not an SVG drawing.")
    image = QImage(size, size, QImage.Format.Format_RGBA8888_Premultiplied)
    image.fill(0)
    # Whole pixels, so that edges on the drawing's grid stay sharp.
    margin = round(size * (1 - share) / 2)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(margin, margin, size - 2 * margin, size - 2 * margin))
    painter.end()
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (size, size), bytes(plain.constBits()))


def windows_icon(drawing: Path) -> bytes:
    """Return the content of an ``.ico`` file with every size of :data:`WINDOWS_SIZES`.

    Small pictures are bitmaps, which every reader knows; large ones are compressed.
    """
    parts = [_windows_part(picture(drawing, size)) for size in WINDOWS_SIZES]
    offset = 6 + 16 * len(parts)
    head = struct.pack("<HHH", 0, 1, len(parts))
    for size, part in zip(WINDOWS_SIZES, parts, strict=True):
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(part), offset)
        offset += len(part)
    return head + b"".join(parts)


def write_mac_icon(path: Path, drawing: Path, share: float) -> None:
    """Write an ``.icns`` file with every part of :data:`MAC_SIZES`.

    Parameters
    ----------
    path
        The file to write.
    drawing
        The SVG file.
    share
        How much of the width the drawing takes.
    """
    icon = IcnsFile()
    for key, size in MAC_SIZES.items():
        image = picture(drawing, size, share)
        part = _raw(image) if key in _MAC_RAW else _png(image)
        icon.add_media(key, data=part)
    icon.write(str(path))


def _windows_part(image: Image.Image) -> bytes:
    if image.width > _LARGEST_BITMAP:
        return _png(image)
    # The format counts the mask's rows too; with transparency in the colours, the mask is empty.
    head = struct.pack("<IiiHHIIiiII", 40, image.width, 2 * image.height, 1, 32, 0, 0, 0, 0, 0, 0)
    rows = image.transpose(Image.Transpose.FLIP_TOP_BOTTOM).tobytes("raw", "BGRA")
    mask_row = (image.width + 31) // 32 * 4
    return head + rows + bytes(mask_row * image.height)


def _raw(image: Image.Image) -> bytes:
    red, green, blue, alpha = (list(channel.tobytes()) for channel in image.split())
    return b"ARGB" + b"".join(PackBytes.pack(each) for each in (alpha, red, green, blue))


def _png(image: Image.Image) -> bytes:
    content = BytesIO()
    image.save(content, "PNG", optimize=True)
    return content.getvalue()
