"""Bars: named numbers on one axis, in groups; the form of every picture that ranks or splits."""

from dataclasses import dataclass
from typing import Literal

from explorer.figures.choice import Choice
from explorer.figures.table import Table
from explorer.model.package import Package

Meaning = Literal["sender", "target", "zone", "neutral", "faint"]
"""Whose colour a bar has: one of the two sides, the deal zone's, none of them, or hardly any."""


@dataclass(frozen=True, slots=True)
class BarRange:
    """The stated range of a number, with the place on it where an answer turns.

    ``low`` to ``high`` is the range, ``now`` where the number stands, ``turn`` where the answer
    turns; ``turned`` is the part of the range in which it has, None where it turns back further
    on. The words of these numbers are written at their places. ``meaning`` is the colour of the
    part that has turned.
    """

    low: float
    high: float
    now: float
    turn: float
    turned: tuple[float, float] | None
    low_words: str
    high_words: str
    now_words: str
    turn_words: str
    meaning: Meaning

    def share(self, value: float) -> float:
        """Return how far along the range a value lies: 0 at its low end, 1 at its high one."""
        return min(max((value - self.low) / max(self.high - self.low, 1e-9), 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Bar:
    """One named number.

    ``value`` runs on the figure's axis, None where there is no such number. ``low`` and ``high``
    bound a whisker around it, both or neither. ``words`` is the number as text, drawn at the end
    of the bar; ``detail`` is what pointing at the bar tells, a sentence. A bar can stand for a
    row of the board, a package or a control: choosing the bar chooses it. A bar begins at
    ``start``; ``mark`` is a further place on the axis, where something stands now. ``span`` are
    the ends of an axis of its own, zero among them, for a number that must not be held against
    those of other bars; None for the figure's axis. ``range`` is drawn in place of the bar: a
    line from end to end of the number's own range, as long for every one; the figure's axis is
    broken off beside it.
    """

    id: str
    name: str
    value: float | None
    words: str
    detail: str
    meaning: Meaning
    low: float | None = None
    high: float | None = None
    start: float = 0.0
    mark: float | None = None
    span: tuple[float, float] | None = None
    range: BarRange | None = None
    is_selected: bool = False
    row_id: str = ""
    control_id: str = ""
    package: Package | None = None


@dataclass(frozen=True, slots=True)
class BarGroup:
    """Bars that belong together; an empty ``name`` draws no heading."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class BarsFigure:
    """Groups of bars on one axis.

    The axis runs from ``minimum`` to ``maximum`` and holds 0, where bars begin. ``ticks``
    are (value, words) under it, ``axis_words`` say what is measured, ``ends`` what lies to the
    left and to the right (empty words for nothing). ``notes`` are short lines under the bars,
    such as warnings. ``empty_words`` stand in the middle where there are no bars. Where every
    bar has an axis of its own there are no ticks, and ``ends`` stand at the ends of all axes.
    """

    title: str
    sentence: str
    axis_words: str
    minimum: float
    maximum: float
    ticks: tuple[tuple[float, str], ...]
    groups: tuple[BarGroup, ...]
    table: Table
    ends: tuple[str, str] = ("", "")
    notes: tuple[str, ...] = ()
    empty_words: str = ""
    choices: tuple[Choice, ...] = ()

    @property
    def has_own_axes(self) -> bool:
        """Whether every bar has an axis of its own."""
        bars = [bar for group in self.groups for bar in group.bars]
        return bool(bars) and all(bar.span is not None for bar in bars)

    def share(self, bar: Bar, value: float) -> float:
        """Return how far along the axis of a bar a value lies: 0 at one end, 1 at the other."""
        least, most = bar.span if bar.span is not None else (self.minimum, self.maximum)
        return (value - least) / max(most - least, 1e-9)
