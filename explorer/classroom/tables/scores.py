"""Scores of tables under their own private values, and what a class as a whole agreed.

A table without a deal has what waiting brings: gains of 0. *Value left* is measured against the
deal zone under the table's variant: how many points more one side could have had without a point
less for the other, for each side; and as one number the largest share of each side's best gain in
the zone that both could have had on top at once (see :mod:`explorer.solver.agreement`).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.classroom.tables.plan import Plan
from explorer.model.issue import Issue
from explorer.model.package import package_of
from explorer.model.result import NearestMiss, Result, TermSheet
from explorer.model.table_result import ENDINGS, Ending, TableResult
from explorer.solver.agreement import Untaken, ValueLeft, best_untaken, value_left
from explorer.solver.nearest_miss import nearest_better
from explorer.solver.solve import solve
from explorer.solver.term_sheet import term_sheet


@dataclass(frozen=True, slots=True)
class TableScore:
    """What a table reached.

    Attributes
    ----------
    result, sheet
        What it told, and its package as a deal under its variant; None without an agreement.
    sender_gain, target_gain
        Over waiting, in each side's own points; 0 without an agreement.
    left
        What the zone offers on top; see :class:`ValueLeft`.
    """

    result: TableResult
    sheet: TermSheet | None
    sender_gain: float
    target_gain: float
    left: ValueLeft

    @property
    def is_in_zone(self) -> bool:
        """Whether it agreed, no side lost and no line was broken."""
        return self.sheet is not None and self.sheet.is_in_zone

    @property
    def is_efficient(self) -> bool:
        """Whether it lies in the zone, and nothing there is better for one and as good for all."""
        return self.is_in_zone and self.left.is_nothing

    @property
    def broken_lines(self) -> tuple[str, ...]:
        """The ids of lines that its package breaks."""
        return () if self.sheet is None else self.sheet.broken_lines


@dataclass(frozen=True, slots=True)
class Spread:
    """How often each level of an issue was agreed on, by level."""

    issue: Issue
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ClassScores:
    """The scores of all tables, in the order of their results.

    ``solved`` is how the deal zone stands under each variant that was played, in their order.
    """

    plan: Plan
    scores: tuple[TableScore, ...]
    solved: Mapping[int, Result]

    @property
    def agreed(self) -> tuple[TableScore, ...]:
        """The tables that agreed."""
        return tuple(score for score in self.scores if score.sheet is not None)

    @property
    def endings(self) -> tuple[tuple[Ending, int], ...]:
        """How many tables ended in each way."""
        counts = Counter(score.result.ending for score in self.scores)
        return tuple((ending, counts[ending]) for ending in ENDINGS)

    @property
    def spreads(self) -> tuple[Spread, ...]:
        """How the agreements spread, for each issue in the case's order."""
        case = self.plan.case
        told = [score.result.levels or {} for score in self.agreed]
        return tuple(
            Spread(
                issue,
                tuple(
                    sum(levels.get(issue.id, 0) == level for levels in told)
                    for level in range(len(issue.levels))
                ),
            )
            for issue in case.issues
        )

    def best_missed(self, variant: int) -> Untaken | None:
        """Return the best package of a variant's zone that no table of the class agreed on."""
        taken = {score.sheet.package for score in self.scores if score.sheet is not None}
        return best_untaken(self.plan.scenario_of(variant), taken)


def class_scores(plan: Plan, results: Sequence[TableResult]) -> ClassScores:
    """Return the scores of tables.

    Raises :class:`ScenarioError` if a package names an issue or level that the case lacks.
    """
    played = sorted({result.variant for result in results})
    solved = {variant: solve(plan.scenario_of(variant)) for variant in played}
    scores = tuple(table_score(solved[result.variant], result) for result in results)
    return ClassScores(plan, scores, solved)


def without_names(found: ClassScores) -> ClassScores:
    """Return the scores of a class whose tables have numbers only, in an order that tells nothing.

    The order is that of what the tables did, and of nothing else.
    """
    ordered = sorted(found.scores, key=_deed)
    scores = tuple(
        replace(score, result=score.result.having(name=str(number)))
        for number, score in enumerate(ordered, 1)
    )
    return replace(found, scores=scores)


def _deed(score: TableScore) -> tuple[int, str, tuple[tuple[str, int], ...], float]:
    result = score.result
    levels = tuple(sorted((result.levels or {}).items()))
    return result.variant, result.ending, levels, result.minutes or 0.0


def table_score(solved: Result, result: TableResult) -> TableScore:
    """Return what a table reached, by the solve of its variant.

    Raises :class:`ScenarioError` as :func:`class_scores` does.
    """
    sheet, gains = None, (0.0, 0.0)
    if result.levels is not None:
        scenario = solved.scenario
        sheet = term_sheet(scenario, package_of(scenario.case, result.levels))
        gains = sheet.sender_gain, sheet.target_gain
    return TableScore(result, sheet, *gains, value_left(solved.frontier, gains))


def better_for_both(score: TableScore) -> NearestMiss | None:
    """Return the nearest package of the zone that both sides of a table would prefer.

    Where there is none, it is the nearest that one side prefers and the other does not mind; None
    where there is none such either, or the table did not agree.
    """
    if score.sheet is None:
        return None
    gains = score.sender_gain, score.target_gain
    return nearest_better(score.sheet.scenario, score.sheet.package, gains)
