"""What the pictures show, and what is chosen in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from explorer.figures.pinned import Pinned
from explorer.model.package import Package
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.model.study import SEED, Findings
from explorer.ui.viewing.split_news import SplitNews


@dataclass(frozen=True, slots=True)
class Viewing:
    """What the pictures show: results, and what is chosen in them.

    ``ghost`` is how things stood when a drag began. ``selected_row`` and ``swept_control`` are
    ids; an empty ``selected_row`` is none. ``choices`` are wishes by the id of a
    :class:`~explorer.figures.choice.Choice`. ``is_resting`` tells that no hand moves, so that a
    picture may take longer than a frame. ``comparable`` are further scenarios that the present
    one can be compared with, as (id, scenario), and ``before`` the one before the last change, None
    without any. ``split_news`` is what has been found of a split that takes longer; None for
    "solve it now". ``pins`` are compared with the result where a picture puts results side by
    side; ``is_comparing`` tells to draw them over the board as well.
    ``seed`` is that of the assumption sets; ``findings`` are those of the study that is under way,
    or None to make the whole study now.
    """

    result: Result
    baseline: Result | None
    ghost: Result | None
    selected_row: str
    selected_package: Package | None
    swept_control: str
    choices: Mapping[str, str] = field(default_factory=dict[str, str])
    is_resting: bool = True
    comparable: tuple[tuple[str, Scenario], ...] = ()
    before: Scenario | None = None
    split_news: SplitNews | None = None
    pins: tuple[Pinned, ...] = ()
    is_comparing: bool = False
    seed: int = SEED
    findings: Findings | None = None
