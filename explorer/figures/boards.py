"""Boards side by side: several results in the same rows and on the same axis."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from explorer.figures.board import BoardFigure, board_figure
from explorer.figures.choice import Choice, choice_of
from explorer.figures.phrase import listed
from explorer.figures.table import Table
from explorer.model.result import Result
from explorer.model.wording import tr, tr_n

MOST_BOARDS = 3
"""How many boards stand side by side at most."""

NONE = "none"
"""The value of a choice that leaves a place empty."""

NamedResult = tuple[str, Result]
"""What to call a result, and the result."""


@dataclass(frozen=True, slots=True)
class BoardsFigure:
    """Up to three named boards with the same rows; all axes run from 0 to ``maximum``."""

    title: str
    sentence: str
    names: tuple[str, ...]
    boards: tuple[BoardFigure, ...]
    maximum: float
    table: Table
    hint: str = ""
    choices: tuple[Choice, ...] = ()


def boards_figure(
    items: tuple[NamedResult, ...],
    *,
    selected: str | None = None,
    choices: tuple[Choice, ...] = (),
    hint: str = "",
) -> BoardsFigure:
    """Return boards side by side.

    Parameters
    ----------
    items
        One to three results with their names, from the left; their cases have the same rows.
    hint
        A line under the boards, such as what to do to see more of them; "" for none.

    Raises
    ------
    ValueError
        If there is no result, or more than fit side by side.
    """
    if not 1 <= len(items) <= MOST_BOARDS:
        raise ValueError(f"{len(items)} boards do not fit side by side")
    names = tuple(name for name, _ in items)
    boards = tuple(_board(result, selected) for _, result in items)
    return BoardsFigure(
        title=tr("Deal zones side by side"),
        sentence=_sentence(names, boards),
        names=names,
        boards=boards,
        maximum=max(board.maximum for board in boards),
        table=_table(names, boards),
        hint=hint,
        choices=choices,
    )


def boards_choices(
    candidates: tuple[tuple[str, str], ...],
    wanted: Mapping[str, str],
    *,
    further: tuple[tuple[str, str], ...] = (),
) -> tuple[Choice, ...]:
    """Return a choice for each place: which of the candidates stands there.

    Parameters
    ----------
    candidates
        Values and words of at least one candidate, the one that stands first before the others.
    wanted
        What the reader wished, by the id of a choice.
    further
        Values and words of what stands in a place only where the reader wished it: years.
    """
    heads = ((further[0][0], tr("Years of the record")),) if further else ()
    labels = (tr("Left"), tr("Middle"), tr("Right"))
    choices: list[Choice] = []
    for place, label in enumerate(labels):
        choice_id = f"boards.{place + 1}"
        first = candidates[place : place + 1]
        others = tuple(each for each in candidates if each not in first)
        nothing = () if place == 0 else ((NONE, tr("nothing")),)
        entries = (*first, *others, *nothing) if first else (*nothing, *others)
        entries = (*entries, *further)
        choices.append(choice_of(choice_id, label, entries, wanted.get(choice_id), heads=heads))
    return tuple(choices)


def named_results(results: tuple[Result, ...]) -> tuple[NamedResult, ...]:
    """Return results with their scenarios' names, numbered where two have the same name."""
    names = [result.scenario.name for result in results]
    if len(set(names)) < len(names):
        names = [tr("{n}. {name}", n=place, name=name) for place, name in enumerate(names, start=1)]
    return tuple(zip(names, results, strict=True))


@lru_cache(maxsize=8)
def _board(result: Result, selected: str | None) -> BoardFigure:
    """Return one of the boards; kept, since those that stand still are shown again and again."""
    return board_figure(result, selected=selected)


def _sentence(names: tuple[str, ...], boards: tuple[BoardFigure, ...]) -> str:
    total = len(boards[0].lanes)
    counts = listed(
        tr("{n} ({name})", name=name, n=sum(lane.is_open for lane in board.lanes))
        for name, board in zip(names, boards, strict=True)
    )
    return tr_n(
        "Deal zones, out of {n} commitment: {counts}.",
        "Deal zones, out of {n} commitments: {counts}.",
        total,
        counts=counts,
    )


def _table(names: tuple[str, ...], boards: tuple[BoardFigure, ...]) -> Table:
    statuses = [{lane.id: lane.status for lane in board.lanes} for board in boards]
    return Table(
        caption=tr("What each commitment comes to"),
        columns=(tr("Commitment"), *names),
        cells=tuple(
            (lane.name, *(each.get(lane.id, tr("none")) for each in statuses))
            for lane in boards[0].lanes
        ),
    )
