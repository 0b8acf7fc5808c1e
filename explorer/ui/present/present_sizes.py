"""How large everything is before a room: sizes follow from the height of the screen.

The standard for display sizes (AVIXA DISCAS, basic decision making) asks for letters as high as
a two-hundredth of the distance to the farthest viewer: at four image heights for most rooms, at
six for long ones.
"""

from dataclasses import dataclass, replace
from math import ceil

from explorer.ui.look.theme import Theme
from explorer.ui.pictures.rows.row_places import ANY_ROWS
from explorer.ui.pictures.strokes import SMALL_TEXT

REFERENCE_HEIGHT = 1080
"""The height of an image in pixels for which the sizes below are given."""

HEADLINE, WORDS, CAPTION = 72, 48, 44
"""The font of the headline, of the picture's words of second rank, of all else, in pixels."""

BACK_ROW = 65 / 44
"""By how much everything grows for the last row of a long room."""

BACK_ROW_WORDS = 65
"""The least font in pixels for the last row of a long room."""

BACK_ROW_LANES = 3
"""How many rows a picture shows at most for the last row of a long room."""

LINE, GAP = 4, 10
"""How thick a line is at least, and the distance between parts, in pixels."""

GROWING_STROKE = 0.8
"""Factor on the widths of lines that grow with the text."""


@dataclass(frozen=True, slots=True)
class PresentSizes:
    """Sizes in pixels: fonts of headline, picture and caption, the thinnest line, the gaps.

    ``most_rows`` is how many rows a picture shows at most.
    """

    headline: int
    picture: int
    caption: int
    line: float
    gap: int
    most_rows: int


def present_sizes(height: int, *, is_back_row: bool = False) -> PresentSizes:
    """Return the sizes for a picture of a height in pixels, for the last row of seats if so."""
    scale = max(height, 1) / REFERENCE_HEIGHT
    words, caption = (BACK_ROW_WORDS,) * 2 if is_back_row else (WORDS, CAPTION)
    headline = HEADLINE * (BACK_ROW if is_back_row else 1)
    return PresentSizes(
        headline=ceil(headline * scale),
        picture=ceil(words * scale / SMALL_TEXT),
        caption=ceil(caption * scale),
        line=LINE * scale,
        gap=ceil(GAP * scale),
        most_rows=BACK_ROW_LANES if is_back_row else ANY_ROWS,
    )


def presented_theme(theme: Theme, sizes: PresentSizes, *, grows: bool) -> Theme:
    """Return a theme with lines thick enough for a room.

    Parameters
    ----------
    sizes
        What is thick enough.
    grows
        Whether the picture draws lines that grow with its text, as those with rows do.
    """
    return replace(theme, stroke=GROWING_STROKE if grows else sizes.line, least_line=sizes.line)
