"""Openings, printed: the smallest single changes that open an empty zone or what is closed."""

from collections.abc import Iterator

from explorer.cli.text_table import paragraph
from explorer.figures.opening import (
    OpeningFigure,
    OpeningWords,
    row_opening_figure,
    zone_opening_figure,
)
from explorer.model.breaking import MovePair
from explorer.model.result import Opening, Result
from explorer.report.opening_record import MOST, found_openings


def openings_text(result: Result, *, width: int) -> str:
    """Return what opens the empty zone, or each closed row, in lines of a width."""
    return "\n".join(_lines(result, width))


def _lines(result: Result, width: int) -> Iterator[str]:
    for number, (row_id, openings, pairs) in enumerate(found_openings(result)):
        if number:
            yield ""
        figure = _figure(result, row_id, openings, pairs)
        yield from paragraph(figure.heading, width=width)
        if figure.nothing:
            yield from paragraph(figure.nothing, width=width, indent="  ", hanging="  ")
        yield from _moves(figure.moves, width)
        if figure.otherwise:
            yield from paragraph(figure.otherwise_heading, width=width)
            yield from _moves(figure.otherwise, width)


def _moves(moves: tuple[OpeningWords, ...], width: int) -> Iterator[str]:
    for move in moves:
        words = " ".join((f"{move.title}.", move.detail, *move.why))
        yield from paragraph(words, width=width, indent="  ", hanging="  ")


def _figure(
    result: Result,
    row_id: str,
    openings: tuple[Opening, ...],
    pairs: tuple[MovePair, ...] | None,
) -> OpeningFigure:
    if not row_id:
        return zone_opening_figure(result, openings, most=MOST, pairs=pairs)
    return row_opening_figure(result, row_id, openings, most=MOST, pairs=pairs)
