"""Where rows stand below each other, and which of them are left out where not all have room."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

LEAST_ROW = 2.2
"""How many text lines a row is high at least: a name and a line of second rank below it."""

TALLEST_ROW = 6.0
"""How many text lines a row is high at most: taller ones would only spread what they hold."""


ANY_ROWS = 1_000_000
"""More rows than any picture has."""


@dataclass(frozen=True, slots=True)
class RowWish:
    """What is wanted of rows that may not all have room.

    ``chosen`` is the number of a row that is shown in any case; ``is_open`` tells that the reader
    wants to scroll through all of them; each is at least ``least`` text lines high; at most
    ``most`` are shown. With ``first``, these rows are shown and no others but the chosen one, as
    far as they have room.
    """

    chosen: int | None = None
    is_open: bool = False
    least: float = LEAST_ROW
    most: int = ANY_ROWS
    first: tuple[int, ...] = ()


NO_WISH = RowWish()


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """Rows seen through a window; lengths in pixels.

    ``spans`` holds top and height of each row that is shown, by its number, the top counted from
    that of the window while nothing is scrolled. ``hidden`` is how many rows are left out,
    ``content`` how high all that can be scrolled through is, and ``offset`` by how much it has
    been scrolled up.
    """

    top: float
    height: float
    spans: Mapping[int, tuple[float, float]]
    content: float
    hidden: int = 0
    offset: float = 0.0

    @property
    def shown(self) -> tuple[int, ...]:
        """The numbers of the rows that are shown, from the top."""
        return tuple(self.spans)

    @property
    def excess(self) -> float:
        """How far the rows can be scrolled; what is less than a pixel is rounding."""
        excess = self.content - self.height
        return excess if excess >= 1 else 0.0

    @property
    def bottom(self) -> float:
        """Where the last row ends, or the window, if it ends before."""
        return self.top + min(self.content, self.height)

    def top_of(self, row: int) -> float:
        """Return where a row begins; :class:`KeyError` for one that is left out."""
        return self.top + self.spans[row][0] - self.offset

    def height_of(self, row: int) -> float:
        """Return how high a row is; :class:`KeyError` for one that is left out."""
        return self.spans[row][1]

    def at(self, y: float) -> int | None:
        """Return the row at a height, or None."""
        if not self.top <= y < self.top + self.height:
            return None
        inside = y - self.top + self.offset
        found = (row for row, (top, height) in self.spans.items() if 0 <= inside - top < height)
        return next(found, None)

    def seen(self) -> tuple[int, ...]:
        """Return the rows of which at least a part is in the window."""
        end = self.offset + self.height
        return tuple(
            row
            for row, (top, height) in self.spans.items()
            if top < end and top + height > self.offset
        )

    def scrolled(self, offset: float) -> "RowPlaces":
        """Return the same rows, scrolled up by so much, as far as they can be."""
        offset = min(max(offset, 0.0), self.excess)
        return self if offset == self.offset else replace(self, offset=offset)

    def whole(self) -> "RowPlaces":
        """Return the same rows in a window that ends with a whole row, if one has room."""
        ends = [top + height for top, height in self.spans.values()]
        fitting = [end for end in ends if end <= self.height + 0.5]
        return replace(self, height=fitting[-1]) if self.excess and fitting else self

    def offset_for(self, row: int, above: float = 0.0) -> float:
        """Return how far to scroll so that a row is seen, with something above it if possible."""
        top, height = self.spans[row]
        return max(min(self.offset, max(top - above, 0.0)), top + height - self.height)


def stacked_rows(top: float, height: float, heights: Iterable[float]) -> RowPlaces:
    """Return rows of given heights, to be scrolled where they are higher than their window."""
    rows = tuple(heights)
    tops = tuple(accumulate(rows, initial=0.0))
    spans = {row: (tops[row], each) for row, each in enumerate(rows)}
    return RowPlaces(top, height, spans, tops[-1])


def equal_rows(
    window: tuple[float, float], count: int, *, line: float, wish: RowWish = NO_WISH
) -> RowPlaces:
    """Return rows of the same height that share a window.

    Where they would be thinner than they may be, fewer are shown: the chosen one, then the first
    ones; or all, to be scrolled through, where the reader has opened them.

    Parameters
    ----------
    window
        Its top and height, in pixels.
    line
        How high a line of their text is.
    wish
        Which of them are wanted in any case.
    """
    top, height = window
    fitting = min(wish.most, max(1, int(height / (wish.least * line) + 1e-6)))
    wanted = wish.first or tuple(range(count))
    if wish.first:
        has_other = wish.chosen is not None and wish.chosen not in wish.first
        fitting = min(fitting, len(wish.first) + has_other)
    if count <= fitting or wish.is_open:
        each = height / max(1, min(count, fitting))
        return stacked_rows(top, height, [min(each, TALLEST_ROW * line)] * count)
    rows = set(wanted[:fitting])
    if wish.chosen is not None and wish.chosen not in rows:
        rows = {*wanted[: fitting - 1], wish.chosen}
    each = min(height / fitting, TALLEST_ROW * line)
    spans = {row: (place * each, each) for place, row in enumerate(sorted(rows))}
    return RowPlaces(top, height, spans, fitting * each, hidden=count - fitting)
