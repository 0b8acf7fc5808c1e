"""Openings in words: which single moves open a closed row or an empty zone."""

from dataclasses import dataclass

from explorer.figures.control_words import change_words, control_status
from explorer.figures.line_words import is_no_line
from explorer.figures.mover_words import with_mover
from explorer.figures.opening_why import why_words
from explorer.figures.phrase import control_title, listed
from explorer.model.case import Case
from explorer.model.control import Control
from explorer.model.result import Opening, Result
from explorer.model.scenario import Scenario
from explorer.model.wording import tr, tr_n

MOST_NAMED = 2
"""How many opened rows are named; more are counted."""


@dataclass(frozen=True, slots=True)
class OpeningWords:
    """One move to try: where a control goes, what that opens, and what undo calls it.

    ``detail`` begins with whose move it is; ``why`` says in sentences what stands in the way and
    what the move does, and is empty where the detail says it all.
    """

    control_id: str
    value: float
    title: str
    detail: str
    undo_name: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpeningFigure:
    """The moves to try under one heading, and apart from them what nobody can move.

    ``moves`` are those that somebody could make; without any, ``nothing`` says so, else it is "".
    ``otherwise`` are changes that only a question can make, under ``otherwise_heading``.
    """

    heading: str
    moves: tuple[OpeningWords, ...]
    nothing: str
    otherwise: tuple[OpeningWords, ...] = ()

    @property
    def otherwise_heading(self) -> str:
        """What stands over the changes that are nobody's move."""
        return tr("If things were different (nobody can change this)")

    @property
    def entries(self) -> tuple[OpeningWords, ...]:
        """All moves and changes in the order in which they are shown."""
        return self.moves + self.otherwise


def zone_opening_figure(
    result: Result, openings: tuple[Opening, ...], *, most: int
) -> OpeningFigure:
    """Put the openings of an empty zone into words.

    Parameters
    ----------
    openings
        What opens it, smallest move first.
    most
        How many moves of each sort are shown.
    """
    heading = tr("Smallest single changes that open a zone")
    nothing = tr("No single change that somebody can make opens one; it takes two or more.")
    return _figure(result, openings, heading, nothing, most=most)


def row_opening_figure(
    result: Result, row_id: str, openings: tuple[Opening, ...], *, most: int
) -> OpeningFigure:
    """Put the openings of a closed row into words.

    Parameters
    ----------
    openings
        What opens it, smallest move first.
    most
        How many moves of each sort are shown.
    """
    row = result.scenario.case.row(row_id).short
    heading = tr("Smallest single changes that open {row}", row=row)
    nothing = tr("No single change that somebody can make opens it; it takes two or more.")
    return _figure(result, openings, heading, nothing, most=most, row_id=row_id)


def _figure(
    result: Result,
    openings: tuple[Opening, ...],
    heading: str,
    nothing: str,
    *,
    most: int,
    row_id: str = "",
) -> OpeningFigure:
    possible = [opening for opening in openings if opening.mover != "nobody"][:most]
    others = [opening for opening in openings if opening.mover == "nobody"][:most]
    return OpeningFigure(
        heading,
        tuple(_move(result, opening, row_id) for opening in possible),
        "" if possible else nothing,
        tuple(_move(result, opening, row_id) for opening in others),
    )


def _move(result: Result, opening: Opening, row_id: str) -> OpeningWords:
    case = result.scenario.case
    control = case.control(opening.control_id)
    title = control_title(case, control)
    return OpeningWords(
        control_id=opening.control_id,
        value=opening.value,
        title=_title(result.scenario, control, opening.value),
        detail=with_mover(case, opening.mover, _opens(case, opening)),
        undo_name=tr("try {control}", control=title),
        why=why_words(result, opening, row_id),
    )


def _title(scenario: Scenario, control: Control, value: float) -> str:
    """Return what moves where, as a sentence without its stop."""
    case, title = scenario.case, control_title(scenario.case, control)
    if control.kind == "limit":
        words = {
            "party": case.party(control.party).short,
            "topic": control.topic or control.name,
            "level": case.issue(control.issue).levels[int(value)].short,
        }
        if is_no_line(case, control, value):
            return tr("{party} drops its line on {topic}", **words)
        return tr("{party} moves its line on {topic} to “{level}”", **words)
    if control.kind == "scale":
        status = control_status(case, control.id, value)
        return tr(
            "{control} from {before} to {after} ({words})",
            control=title,
            before=control_status(case, control.id, scenario.value(control.id)).value_text,
            after=status.value_text,
            words=status.status,
        )
    return tr("{control} → {value}", control=title, value=change_words(case, control.id, value))


def _opens(case: Case, opening: Opening) -> str:
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
