"""What the three pictures of how sure an answer is have in common: choices, shares, waiting."""

from explorer.figures.bars import BarsFigure
from explorer.figures.choice import Choice, choice_of
from explorer.figures.phrase import capitalised
from explorer.figures.table import Table
from explorer.model.case import Case
from explorer.model.scenario import Scenario
from explorer.model.study import Findings
from explorer.model.wording import tr

SHOW, ABOUT = "sure.show", "sure.about"
"""The ids of the choices: which of the three, and about the zone or which row."""

SETS, WEIGHTS, RULE = "sets", "weights", "rule"
"""What can be shown."""

HUNDRED = 100
"""Shares are told as so many of a hundred."""

HUNDRED_TICKS = tuple((float(value), str(value)) for value in (0, 25, 50, 75, 100))
"""The ticks of an axis from nought to a hundred."""


def of_hundred(count: int, total: int) -> str:
    """Return a share of the sets in words, such as "80 of 100"; never more exact than a hundred.

    What is neither nought nor all is never told as such.
    """
    share = round(HUNDRED * count / total) if total else 0
    if share == 0 and count:
        return tr("less than 1 in 100")
    if share == HUNDRED and count < total:
        return tr("more than 99 in 100")
    return tr("{n} of 100", n=share)


def sure_choices(case: Case, show: str | None, about: str | None) -> tuple[Choice, ...]:
    """Return what can be chosen; what it is about only where that makes a difference."""
    entries = (
        (SETS, tr("in how many assumption sets")),
        (WEIGHTS, tr("which assumptions matter most")),
        (RULE, tr("a rule for when it is open")),
    )
    shown = choice_of(SHOW, tr("Show"), entries, show)
    if shown.chosen == SETS:
        return (shown,)
    rows = tuple((row.id, capitalised(row.short)) for row in case.rows)
    return shown, choice_of(ABOUT, tr("About"), (("", tr("the whole zone")), *rows), about)


def seed_note(seed: int) -> str:
    """Return the seed, and of what a study speaks."""
    return tr(
        "Seed {seed}. These are statements about our assumptions, not about the world.", seed=seed
    )


def waiting_figure(scenario: Scenario, show: str, about: str, found: Findings) -> BarsFigure:
    """Return what stands in the picture while a study is under way.

    ``show``, ``about``: What was chosen. ``found``: How far it has come.
    """
    progress = found.progress
    words = tr("The study starts when nothing is being moved.")
    if progress is not None:
        words = tr(
            "{done:,} of {wanted:,} samples are done; any move stops the study.",
            done=progress.done,
            wanted=progress.wanted,
        )
    return BarsFigure(
        title=tr("How sure"),
        sentence=words,
        axis_words="",
        minimum=0,
        maximum=1,
        ticks=(),
        groups=(),
        table=Table(tr("How sure"), (tr("State"),), ((words,),)),
        empty_words=words,
        choices=sure_choices(scenario.case, show, about),
    )
