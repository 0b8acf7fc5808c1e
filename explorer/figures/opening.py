"""Openings in words: which single moves open a closed row or an empty zone."""

from dataclasses import dataclass

from explorer.figures.control_words import change_words, control_status
from explorer.figures.line_words import is_no_line
from explorer.figures.mover_words import mover_name, with_mover
from explorer.figures.opening_why import why_words
from explorer.figures.phrase import control_title, listed
from explorer.figures.table import percent_text
from explorer.model.breaking import ControlMove, MovePair
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
    what the move does, and is empty where the detail says it all. ``also`` are further controls
    that move together with the first, and their values.
    """

    control_id: str
    value: float
    title: str
    detail: str
    undo_name: str
    why: tuple[str, ...] = ()
    also: tuple[tuple[str, float], ...] = ()

    @property
    def point(self) -> dict[str, float]:
        """Where every control goes that moves, by its id."""
        return {self.control_id: self.value, **dict(self.also)}


@dataclass(frozen=True, slots=True)
class OpeningFigure:
    """The moves to try under one heading, and apart from them what nobody can move.

    ``moves`` are those that somebody could make; where no single one does, ``nothing`` says so
    and ``moves`` are pairs, or none; else it is "".
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
    result: Result,
    openings: tuple[Opening, ...],
    *,
    most: int,
    pairs: tuple[MovePair, ...] | None = None,
) -> OpeningFigure:
    """Put the openings of an empty zone into words.

    Parameters
    ----------
    openings
        What opens it, smallest move first.
    most
        How many moves of each sort are shown.
    pairs
        Pairs of moves that open it, smallest first; None where nobody looked for any.
    """
    heading = tr("Smallest single changes that open a zone")
    if _is_possible(openings):
        return _figure(result, openings, (heading, ""), most=most)
    if pairs:
        heading = tr("Smallest pairs of changes that open a zone")
        nothing = tr("No single change that somebody can make opens one; two together do.")
    elif pairs is None:
        nothing = tr("No single change that somebody can make opens one; it takes two or more.")
    else:
        nothing = tr("No single change that somebody can make opens one, nor do two together.")
    return _figure(result, openings, (heading, nothing), most=most, pairs=pairs or ())


def row_opening_figure(
    result: Result,
    row_id: str,
    openings: tuple[Opening, ...],
    *,
    most: int,
    pairs: tuple[MovePair, ...] | None = None,
) -> OpeningFigure:
    """Put the openings of a closed row into words.

    Parameters
    ----------
    openings
        What opens it, smallest move first.
    most
        How many moves of each sort are shown.
    pairs
        Pairs of moves that open it, smallest first; None where nobody looked for any.
    """
    row = result.scenario.case.row(row_id).short
    heading = tr("Smallest single changes that open {row}", row=row)
    if _is_possible(openings):
        return _figure(result, openings, (heading, ""), most=most, row_id=row_id)
    if pairs:
        heading = tr("Smallest pairs of changes that open {row}", row=row)
        nothing = tr("No single change that somebody can make opens it; two together do.")
    elif pairs is None:
        nothing = tr("No single change that somebody can make opens it; it takes two or more.")
    else:
        nothing = tr("No single change that somebody can make opens it, nor do two together.")
    words = heading, nothing
    return _figure(result, openings, words, most=most, row_id=row_id, pairs=pairs or ())


def _is_possible(openings: tuple[Opening, ...]) -> bool:
    return any(opening.mover != "nobody" for opening in openings)


def _figure(
    result: Result,
    openings: tuple[Opening, ...],
    words: tuple[str, str],
    *,
    most: int,
    row_id: str = "",
    pairs: tuple[MovePair, ...] = (),
) -> OpeningFigure:
    """Return openings under a heading; ``words`` are it and what is said where there are none."""
    possible = [opening for opening in openings if opening.mover != "nobody"][:most]
    others = [opening for opening in openings if opening.mover == "nobody"][:most]
    single = tuple(_move(result, opening, row_id) for opening in possible)
    return OpeningFigure(
        words[0],
        single or tuple(pair_words(result, pair) for pair in pairs[:most]),
        words[1],
        tuple(_move(result, opening, row_id) for opening in others),
    )


def pair_words(result: Result, pair: MovePair) -> OpeningWords:
    """Put two moves that open something together into words."""
    scenario = result.scenario
    first, second = pair.moves
    return OpeningWords(
        control_id=first.control_id,
        value=first.value,
        title=pair_title(scenario, pair),
        detail=tr(
            "{whose} {opens}",
            whose=_whose(scenario.case, pair),
            opens=_opens(scenario.case, pair.row_ids, pair.packages),
        ),
        undo_name=tr(
            "try {control}",
            control=listed(_control_title(scenario, move.control_id) for move in pair.moves),
        ),
        also=((second.control_id, second.value),),
    )


def pair_title(scenario: Scenario, pair: MovePair) -> str:
    """Return which two controls move where, as a sentence without its stop."""
    first, second = (move_title(scenario, move) for move in pair.moves)
    return tr("{first}, and {second}", first=first, second=second)


def move_title(scenario: Scenario, move: ControlMove) -> str:
    """Return which control moves where, as a sentence without its stop."""
    return _title(scenario, scenario.case.control(move.control_id), move.value)


def _control_title(scenario: Scenario, control_id: str) -> str:
    return control_title(scenario.case, scenario.case.control(control_id))


def _whose(case: Case, pair: MovePair) -> str:
    """Return whose moves a pair takes, and how much of their ranges."""
    first, second = (mover_name(case, move.mover) for move in pair.moves)
    shares = tr(
        "{first} and {second} of their ranges",
        first=percent_text(pair.first.share),
        second=percent_text(pair.second.share),
    )
    if first == second:
        return tr("Two moves by {party}, {shares}.", party=first, shares=shares)
    return tr("Moves by {first} and {second}, {shares}.", first=first, second=second, shares=shares)


def _move(result: Result, opening: Opening, row_id: str) -> OpeningWords:
    case = result.scenario.case
    control = case.control(opening.control_id)
    title = control_title(case, control)
    return OpeningWords(
        control_id=opening.control_id,
        value=opening.value,
        title=_title(result.scenario, control, opening.value),
        detail=with_mover(case, opening.mover, _opens(case, opening.row_ids, opening.packages)),
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


def _opens(case: Case, row_ids: tuple[str, ...], packages: int) -> str:
    names = [case.row(row_id).short for row_id in row_ids]
    if not names:
        return tr_n(
            "Opens no commitment on the board, but {n} package elsewhere.",
            "Opens no commitment on the board, but {n} packages elsewhere.",
            packages,
        )
    rows = listed(names[:MOST_NAMED])
    others = len(names) - MOST_NAMED
    if others <= 0:
        return tr("Opens: {rows}.", rows=rows)
    return tr_n("Opens: {rows} and {n} more.", "Opens: {rows} and {n} more.", others, rows=rows)
