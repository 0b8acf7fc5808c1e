"""Two cases: the boards of two negotiations side by side, each on an axis of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from explorer.figures.board import BoardFigure, board_figure
from explorer.figures.choice import Choice, choice_of
from explorer.figures.table import Table, count, points
from explorer.model.case import Case
from explorer.model.result import Result
from explorer.model.wording import tr, tr_n

OTHER, SETTINGS = "two-cases.case", "two-cases.scenario"
"""The ids of the choices: which other case, and under which of its scenarios."""

Entries = tuple[tuple[str, str], ...]
"""Values and words of what can be chosen."""


@dataclass(frozen=True, slots=True, eq=False)
class TwoCasesFigure:
    """The case on screen, and another one beside it.

    ``names`` are what the two are called, ``boards`` their boards: rows of the one have nothing to
    do with rows of the other, and each axis counts points of its own sender. ``hint`` says what
    could not be shown, "" for nothing.
    """

    title: str
    sentence: str
    names: tuple[str, str]
    boards: tuple[BoardFigure, BoardFigure]
    choices: tuple[Choice, ...]
    hint: str = ""

    @property
    def table(self) -> Table:
        """The same numbers as words, made when asked for."""
        return _table(self)

    @property
    def rows(self) -> int:
        """How many rows the longer of both boards has."""
        return max(len(board.lanes) for board in self.boards)


def two_cases_choices(
    cases: Entries,
    presets: Entries,
    wanted: Mapping[str, str],
) -> tuple[Choice, Choice]:
    """Return what can be chosen: the other case, and one of its presets.

    Parameters
    ----------
    cases, presets
        Ids and names of the cases other than that on screen, at least one, and of the presets of
        the one that is shown, its default first.
    wanted
        Wishes by the id of a choice; unknown ones are passed over.
    """
    return (
        choice_of(OTHER, tr("Other case"), cases, wanted.get(OTHER)),
        choice_of(SETTINGS, tr("Its scenario"), presets, wanted.get(SETTINGS)),
    )


def preset_entries(case: Case) -> Entries:
    """Return the presets of a case as entries of a choice, the default one first."""
    first = case.preset(case.default_preset)
    return tuple(
        (each.id, each.name)
        for each in (first, *(other for other in case.presets if other is not first))
    )


def two_cases_figure(
    here: Result,
    there: Result,
    *,
    selected: str | None = None,
    choices: tuple[Choice, ...] = (),
    hint: str = "",
) -> TwoCasesFigure:
    """Return both boards.

    Parameters
    ----------
    here, there
        The result on screen, and one of another case.
    selected
        The id of the row of ``here`` that is chosen, or None.
    """
    names = (case_words(here), case_words(there))
    boards = (_board(here, selected), _board(there, None))
    return TwoCasesFigure(
        title=tr("Two cases, one board"),
        sentence=_sentence(names, boards),
        names=names,
        boards=boards,
        choices=choices,
        hint=hint,
    )


def case_words(result: Result) -> str:
    """Return what a board of one of several cases is called: the case and the scenario."""
    scenario = result.scenario
    return tr("{case}: {scenario}", case=scenario.case.name, scenario=scenario.name)


@lru_cache(maxsize=8)
def _board(result: Result, selected: str | None) -> BoardFigure:
    """Return one of the boards; kept, since one of them mostly stands still."""
    return board_figure(result, selected=selected)


def _sentence(names: tuple[str, str], boards: tuple[BoardFigure, BoardFigure]) -> str:
    first, second = (
        tr_n(
            "{name}, {open} of {n} commitment has a deal zone",
            "{name}, {open} of {n} commitments have a deal zone",
            len(board.lanes),
            name=name,
            open=sum(lane.is_open for lane in board.lanes),
        )
        for name, board in zip(names, boards, strict=True)
    )
    return tr(
        "{first}; {second}. Each board counts in points of its own, so that lengths on one say "
        "nothing of lengths on the other.",
        first=first,
        second=second,
    )


def _table(figure: TwoCasesFigure) -> Table:
    return Table(
        caption=tr("What each commitment comes to, in points of the side that gives"),
        columns=(
            tr("Case"),
            tr("Commitment"),
            tr("Status"),
            tr("Given up to (points)"),
            tr("Accepted from (points)"),
            tr("Axis to (points)"),
            tr("Packages"),
        ),
        cells=tuple(
            (
                board.case.name,
                lane.name,
                lane.status,
                points(lane.source.sender_limit),
                points(lane.floor),
                points(board.maximum),
                count(lane.source.packages),
            )
            for board in figure.boards
            for lane in board.lanes
        ),
    )
