"""The search for two moves that open together what neither does alone, beside the hand."""

from collections.abc import Callable, Iterator
from time import perf_counter

from explorer.figures.opening import OpeningFigure, row_opening_figure, zone_opening_figure
from explorer.model.breaking import ZONE, Claim, MovePair
from explorer.model.result import Opening, Result
from explorer.solver.moves import PairsFound, pair_steps

MOST_OPENINGS = 3
"""How many moves, or pairs of moves, are offered."""


class PairSearch:
    """Has one search under way at most, and shows what it found at its end.

    ``show``: Takes the openings anew, now with pairs.
    """

    def __init__(self, show: Callable[[OpeningFigure], None]) -> None:
        """Begin without anything to look for."""
        self._show = show
        self._steps: Iterator[PairsFound | None] = iter(())
        self._found: Callable[[tuple[MovePair, ...]], OpeningFigure] | None = None

    def begin(self, result: Result, row_id: str, openings: tuple[Opening, ...]) -> None:
        """Look for pairs, unless a single move that somebody can make is enough.

        ``row_id``: The closed row, or "" for the empty zone. ``openings``: What opens it alone.
        """
        self.forget()
        if any(each.mover != "nobody" for each in openings):
            return

        def told(pairs: tuple[MovePair, ...]) -> OpeningFigure:
            most = MOST_OPENINGS
            if not row_id:
                return zone_opening_figure(result, openings, most=most, pairs=pairs)
            return row_opening_figure(result, row_id, openings, most=most, pairs=pairs)

        claim = Claim("row", row_id) if row_id else ZONE
        self._found = told
        self._steps = pair_steps(result, claim, (), most=MOST_OPENINGS)

    def forget(self) -> None:
        """Look for nothing more."""
        self._steps, self._found = iter(()), None

    def advance(self, until: float) -> bool:
        """Go on up to a time of the clock of slices; return whether there is nothing left to do."""
        for found in self._steps:
            if found is not None and found.is_final and self._found is not None:
                self._show(self._found(found.pairs))
            if perf_counter() >= until:
                return False
        return True
