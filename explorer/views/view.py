"""What a view is, and what it looks at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from explorer.figures.figure import Figure
from explorer.figures.pinned import Pinned
from explorer.model.bold import Bold
from explorer.model.breaking import BreakingLadder
from explorer.model.package import Package
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.model.study import SEED, Findings
from explorer.model.table_result import TableClass
from explorer.views.split_progress import SplitProgress

Group = Literal["where", "why", "who", "when", "sure"]
"""What a view answers: where the zone is, why, for whom, when, and how sure that is."""


@dataclass(frozen=True, slots=True)
class Viewing:
    """What the pictures show: results, and what is chosen in them.

    ``ghost`` is how things stood when a drag began. ``selected_row`` and ``swept_control`` are
    ids; an empty ``selected_row`` is none. ``choices`` are wishes by the id of a
    :class:`~explorer.figures.choice.Choice`. ``is_resting`` tells that nothing moves, so that a
    picture may take longer than a frame. ``comparable`` are further scenarios that the present
    one can be compared with, as (id, scenario), and ``before`` the one before the last change, None
    without any. ``split_progress`` is what has been found of a split that takes longer; None for
    "solve it now". ``pins`` are compared with the result where a picture puts results side by
    side; ``is_comparing`` tells to draw them over the board as well.
    ``seed`` is that of the assumption sets; ``findings`` are those of the study that is under way,
    or None to make the whole study now; ``bold`` is the same of packages over assumption sets,
    ``breaking`` of the search for what flips an answer. ``tables`` are those of a role play, None
    without one.
    """

    result: Result
    baseline: Result | None = None
    ghost: Result | None = None
    selected_row: str = ""
    selected_package: Package | None = None
    swept_control: str = ""
    choices: Mapping[str, str] = field(default_factory=dict[str, str])
    is_resting: bool = True
    comparable: tuple[tuple[str, Scenario], ...] = ()
    before: Scenario | None = None
    split_progress: SplitProgress | None = None
    pins: tuple[Pinned, ...] = ()
    is_comparing: bool = False
    seed: int = SEED
    findings: Findings | None = None
    bold: Bold | None = None
    breaking: BreakingLadder | None = None
    tables: TableClass | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One choice within a view that has a name of its own.

    Attributes
    ----------
    id
        Its name for the window; no view has the same.
    choice
        What it chooses, as (id of the choice, value).
    short, title
        As of a view.
    """

    id: str
    choice: tuple[str, str]
    short: Callable[[], str]
    title: Callable[[], str]


@dataclass(frozen=True, slots=True)
class View:
    """One way of looking at a scenario.

    Attributes
    ----------
    id
        The same in the window, on the command line, in settings and in the guide.
    group
        Which question it answers.
    page
        The id of the page of the guide that explains it.
    title
        Returns its name in menus and headers, in the reader's language.
    short
        Returns its name where there is little room.
    info
        Returns in a few sentences how to read it.
    figure
        Returns what it shows.
    parts
        What is one choice within it and has a name of its own.
    """

    id: str
    group: Group
    page: str
    title: Callable[[], str]
    short: Callable[[], str]
    info: Callable[[], str]
    figure: Callable[[Viewing], Figure]
    parts: tuple[Part, ...] = ()
