"""Openings in words: which single moves open a closed row or an empty zone."""

from dataclasses import dataclass

from explorer.figures.control_words import change_words
from explorer.figures.opening_why import why_words
from explorer.figures.phrase import control_title, listed
from explorer.model.case import Case
from explorer.model.result import Opening, Result
from explorer.model.wording import tr, tr_n

MOST_NAMED = 2
"""How many opened rows are named; more are counted."""


@dataclass(frozen=True, slots=True)
class OpeningWords:
    """One move to try: where a control goes, what that opens, and what undo calls it.

    ``why`` says in sentences what stands in the way and what the move does; empty where the
    detail says it all.
    """

    control_id: str
    value: float
    title: str
    detail: str
    undo_name: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpeningFigure:
    """The moves to try under one heading.

    Without moves, ``nothing`` says that no single control opens it; else it is "".
    """

    heading: str
    moves: tuple[OpeningWords, ...]
    nothing: str


def zone_opening_figure(
    result: Result, openings: tuple[Opening, ...], *, most: int
) -> OpeningFigure:
    """Put the openings of an empty zone into words.

    Parameters
    ----------
    result
        The result whose zone is empty.
    openings
        What opens it, smallest move first.
    most
        How many moves are shown.
    """
    heading = tr("Smallest single changes that open a zone")
    nothing = "" if openings else tr("No single control can open one; it takes two or more.")
    return OpeningFigure(heading, _moves(result, openings[:most], ""), nothing)


def row_opening_figure(
    result: Result, row_id: str, openings: tuple[Opening, ...], *, most: int
) -> OpeningFigure:
    """Put the openings of a closed row into words.

    Parameters
    ----------
    result
        The result in which the row is closed.
    row_id
        The row.
    openings
        What opens it, smallest move first.
    most
        How many moves are shown.
    """
    row = result.scenario.case.row(row_id).short
    heading = tr("Smallest single changes that open {row}", row=row)
    nothing = "" if openings else tr("No single control can open it; it takes two or more.")
    return OpeningFigure(heading, _moves(result, openings[:most], row_id), nothing)


def _moves(result: Result, openings: tuple[Opening, ...], row_id: str) -> tuple[OpeningWords, ...]:
    return tuple(_move(result, opening, row_id) for opening in openings)


def _move(result: Result, opening: Opening, row_id: str) -> OpeningWords:
    case = result.scenario.case
    control = case.control(opening.control_id)
    title = control_title(case, control)
    return OpeningWords(
        control_id=opening.control_id,
        value=opening.value,
        title=tr(
            "{control} → {value}",
            control=title,
            value=change_words(case, opening.control_id, opening.value),
        ),
        detail=_detail(case, opening),
        undo_name=tr("try {control}", control=title),
        why=why_words(result, opening, row_id),
    )


def _detail(case: Case, opening: Opening) -> str:
    names = [case.row(row_id).short for row_id in opening.row_ids]
    if not names:
        return tr_n(
            "Opens no commitment on the board, but {n} package elsewhere.",
            "Opens no commitment on the board, but {n} packages elsewhere.",
            opening.packages,
        )
    rows = listed(names[:MOST_NAMED])
    others = len(names) - MOST_NAMED
    if others <= 0:
        return tr("Opens: {rows}.", rows=rows)
    return tr_n("Opens: {rows} and {n} more.", "Opens: {rows} and {n} more.", others, rows=rows)
