"""The pictures on the installer's pages, made from the product's mark."""

from pathlib import Path

from PIL import Image, ImageDraw

from installers.product import PACKAGING

GROUND = "#FFFFFF"
"""The colour behind everything, that of the pages beside it."""

FROM_LEFT, FROM_RIGHT, ZONE = "#0072B2", "#B34700", "#CC79A7"
"""The colours of the mark: one side's range, the other's, and where they overlap."""

HEADER, SIDE = (150, 57), (164, 314)
"""Width and height in pixels, as NSIS wants them: above a page, and beside the first and last."""

_ROWS = ((74, 44), (98, 92), (52, 70), (112, 86), (88, 96), (64, 76))
"""How far the ranges of each row reach from the left and from the right, in pixels."""


def write_header(file: Path) -> None:
    """Draw the picture that stands above the pages."""
    drawn = Image.new("RGB", HEADER, GROUND)
    _place_mark(drawn, 45, (HEADER[0] - 53, 6))
    drawn.save(file, "BMP")


def write_side(file: Path) -> None:
    """Draw the picture that stands beside the first and the last page."""
    drawn = Image.new("RGB", SIDE, GROUND)
    _place_mark(drawn, 96, (34, 30))
    pencil = ImageDraw.Draw(drawn)
    for number, (left, right) in enumerate(_ROWS):
        top = 164 + 22 * number
        begin = SIDE[0] - right
        pencil.rectangle((0, top, left - 1, top + 11), FROM_LEFT)
        pencil.rectangle((begin, top, SIDE[0], top + 11), FROM_RIGHT)
        if begin < left:
            pencil.rectangle((begin, top, left - 1, top + 11), ZONE)
    drawn.save(file, "BMP")


def _place_mark(drawn: Image.Image, side: int, corner: tuple[int, int]) -> None:
    """Put the product's mark into a picture."""
    with Image.open(PACKAGING / "icons" / "explorer.ico") as opened:
        mark = opened.convert("RGBA").resize((side, side), Image.Resampling.LANCZOS)
    drawn.paste(mark, corner, mark)
