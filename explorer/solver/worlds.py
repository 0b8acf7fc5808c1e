"""Both sides' conditions in many worlds at once: sums over issues as products of matrices."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from explorer.model.case import Case
from explorer.model.control import SCALE_MAXIMUM
from explorer.model.issue import ControlSlope, Discount, FactorSlope, Issue, Stakes
from explorer.model.result import Counts, Floats
from explorer.model.scenario import Scenario
from explorer.model.structure import ending_share, fixed_ending
from explorer.solver.side import DECIMALS, Amount
from explorer.solver.tables import ByIdentity, case_tables, promised_shares
from explorer.solver.uncertain import (
    Draws,
    benefit_id,
    cost_id,
    discount_id,
    ending_id,
    headline_id,
    part_id,
    waiting_id,
)

SMALL_PRODUCT = 150_000
"""Multiplications in one product of matrices that are surely done without threads."""


@dataclass(frozen=True, slots=True)
class Term:
    """What an issue brings or costs, times a control or a discount if ``factor`` names one."""

    issue_id: str
    factor: str


@dataclass(frozen=True, slots=True, eq=False)
class TermSum:
    """A sum of terms; ``points`` are what each is for every bundle of one side, (terms, n)."""

    terms: tuple[Term, ...]
    points: Floats

    def weighed(self, weights: Floats, bundles: Counts | None = None) -> Floats:
        """Return the sums, (S, n), from weights (S, terms), for all bundles or for some."""
        points = self.points if bundles is None else self.points[:, bundles]
        total = np.empty((len(weights), points.shape[1]))
        # In blocks so small that the library for matrices never starts threads for them: where
        # another program is at work, they wait for each other in a circle, for several frames.
        block = max(1, SMALL_PRODUCT // max(1, weights.size))
        for start in range(0, points.shape[1], block):
            part = slice(start, start + block)
            np.matmul(weights, points[:, part], out=total[:, part])
        return total


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """A case issue by issue: what each side's bundles cost and bring, as terms to be weighed."""

    cost: TermSum
    benefit: TermSum
    assured: TermSum
    price: TermSum
    value: TermSum


@dataclass(frozen=True, slots=True, eq=False)
class Worlds:
    """Weights of all terms in S worlds, and what stands beside the terms.

    ``cost``, ``benefit``, ``assured``, ``price`` and ``value`` are (S, terms); ``sender_outside``
    and ``target_outside`` (S) are what a deal as such brings a side less what waiting is worth;
    ``most`` is where the gains of the sender and of the target end, (S, 1) each.
    """

    terms: Terms
    cost: Floats
    benefit: Floats
    assured: Floats
    price: Floats
    value: Floats
    sender_outside: Floats
    target_outside: Floats
    most: tuple[Floats, Floats]

    @property
    def size(self) -> int:
        """How many worlds."""
        return len(self.sender_outside)

    def sides(self, bundles: Counts | None = None, senders: Counts | None = None) -> "ManySides":
        """Return both sides' conditions, for all bundles or for some.

        ``bundles``, ``senders``: The numbers of the target's and of the sender's; None for all.
        """
        benefit = self.terms.benefit.weighed(self.benefit, bundles)
        if self.terms.assured.terms:
            benefit = benefit + self.terms.assured.weighed(self.assured, bundles)
        cost = self.terms.cost.weighed(self.cost, bundles)
        return ManySides(
            limit=benefit + self.sender_outside[:, None],
            need=cost - self.target_outside[:, None],
            price=rounded(self.terms.price.weighed(self.price, senders)),
            worth=rounded(self.terms.value.weighed(self.value, senders)),
            most=self.most,
        )


@dataclass(frozen=True, slots=True, eq=False)
class ManySides:
    """Both sides' conditions in S worlds; see :class:`explorer.solver.side.Sides`.

    ``limit`` and ``need`` are (S, D) and not yet rounded, because most of them are never
    compared; ``price`` and ``worth`` are (S, U), ``most`` (S, 1) each.
    """

    limit: Floats
    need: Floats
    price: Floats
    worth: Floats
    most: tuple[Floats, Floats]

    def part(self, start: int, stop: int) -> "ManySides":
        """Return the worlds from one up to, not with, another."""
        chosen = slice(start, stop)
        sender, target = self.most
        return ManySides(
            self.limit[chosen],
            self.need[chosen],
            self.price[chosen],
            self.worth[chosen],
            (sender[chosen], target[chosen]),
        )


def rounded(points: Floats) -> Floats:
    """Return points to the decimals that are compared; see :mod:`explorer.solver.side`."""
    return np.round(points, DECIMALS)


def worlds(scenario: Scenario, draws: Draws) -> Worlds:
    """Return the weights of a scenario's terms in drawn worlds."""
    case = scenario.case
    view = _View(scenario, draws)
    terms = case_terms(case)
    trust_in_target = view.share(case.sender_stakes.credibility)
    trust_in_sender = view.share(case.target_stakes.credibility)
    kept = {discount.id: view.discount(discount) for discount in case.discounts}
    return Worlds(
        terms,
        cost=view.weights(terms.cost, cost_id, {}),
        benefit=view.weights(terms.benefit, benefit_id, {}) * view.column(trust_in_target),
        assured=view.weights(terms.assured, benefit_id, {}),
        price=view.weights(terms.price, cost_id, {}),
        value=view.weights(terms.value, benefit_id, kept) * view.column(trust_in_sender),
        sender_outside=view.outside("sender", case.sender_stakes),
        target_outside=view.outside("target", case.target_stakes),
        most=(view.most("sender", case.sender_stakes), view.most("target", case.target_stakes)),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _View:
    """A scenario as it is in each drawn world: arrays (S,), or one number for all worlds."""

    scenario: Scenario
    draws: Draws

    def number(self, place: str, likely: float = 1.0) -> Amount:
        drawn = self.draws.numbers.get(place)
        return likely if drawn is None else drawn

    def share(self, control_id: str) -> Amount:
        """Return a control as a share from 0 to 1; 1 for the empty name."""
        if not control_id:
            return 1.0
        drawn = self.draws.controls.get(control_id)
        return self.scenario.share(control_id) if drawn is None else drawn / SCALE_MAXIMUM

    def column(self, amount: Amount) -> Floats:
        """Return an amount as a column, (S, 1)."""
        return np.full(self.draws.size, amount)[:, None]

    def weights(
        self, summed: TermSum, place_of: Callable[[str], str], kept: Mapping[str, Amount]
    ) -> Floats:
        """Return by what each term is multiplied, (worlds, terms)."""
        weights = np.empty((self.draws.size, len(summed.terms)))
        for place, term in enumerate(summed.terms):
            factor = kept[term.factor] if term.factor in kept else self.share(term.factor)
            weights[:, place] = self.number(place_of(term.issue_id)) * factor
            alone = self.draws.numbers.get(part_id(place_of(term.issue_id), term.factor))
            if alone is not None:
                weights[:, place] *= alone
        return weights

    def discount(self, terms: Discount) -> Amount:
        lost: Amount = 0.0
        for slope in terms.slopes:
            amount = self.number(discount_id(terms.id, slope.control), slope.amount.value)
            lost = lost + amount * self.above(slope)
        return np.maximum(terms.floor.value, 1 - lost)

    def outside(self, role: str, stakes: Stakes) -> Floats:
        headline = self.number(headline_id(role), stakes.headline.points.value)
        worth = headline * self.share(stakes.headline.will)
        return self.less_waiting(worth, role, stakes)

    def most(self, role: str, stakes: Stakes) -> Floats:
        """Return where a side's gains end, (S, 1); infinity without a ceiling."""
        points = np.inf if stakes.ceiling is None else stakes.ceiling.points
        over = self.less_waiting(points, role, stakes)
        return rounded(np.maximum(over, 0))[:, None]

    def less_waiting(self, worth: Amount, role: str, stakes: Stakes) -> Floats:
        """Return points less what a side has without a deal, (S,)."""
        worth = worth - self.number(waiting_id(role), stakes.waiting.base.value)
        for slope in stakes.waiting.slopes:
            amount = self.number(waiting_id(role, slope.control), slope.amount.value)
            worth = worth - amount * self.above(slope) * self.ending(slope.ends)
        return np.full(self.draws.size, worth)

    def above(self, slope: ControlSlope | FactorSlope) -> Amount:
        """Return how far a slope's control stands above its neutral place, as a share."""
        return self.share(slope.control) - slope.neutral / SCALE_MAXIMUM

    def ending(self, share_id: str | None) -> Amount:
        """Return which share of a support ends with a deal; see :func:`ending_share`."""
        likely = ending_share(self.scenario.case, share_id)
        if share_id is None or fixed_ending(self.scenario.case, share_id) is not None:
            return likely
        return self.number(ending_id(share_id), likely)


def case_terms(case: Case) -> Terms:
    """Return a case's terms, made at the first call and kept for the next ones."""
    return _case_terms(ByIdentity(case))


@lru_cache(maxsize=8)
def _case_terms(key: ByIdentity) -> Terms:
    case = key.case
    target, sender = case_tables(case).target_levels, case_tables(case).sender_levels
    return Terms(
        cost=_summed(target, _costs(case.target_issues, target)),
        benefit=_summed(target, _benefits(case, target, 0)),
        assured=_summed(target, _benefits(case, target, 1)),
        price=_summed(sender, _costs(case.sender_issues, sender)),
        value=_summed(sender, _values(case.sender_issues, sender)),
    )


def _summed(levels: Counts, found: Iterator[tuple[Term, Floats]]) -> TermSum:
    pairs = list(found)
    points = np.array([points for _, points in pairs]).reshape(len(pairs), len(levels))
    points.flags.writeable = False
    return TermSum(tuple(term for term, _ in pairs), points)


def _costs(issues: tuple[Issue, ...], levels: Counts) -> Iterator[tuple[Term, Floats]]:
    for place, issue in enumerate(issues):
        own = levels[:, place]
        yield Term(issue.id, ""), np.asarray(issue.cost.base.values)[own]
        for slope in issue.cost.slopes:
            yield Term(issue.id, slope.control), np.asarray(slope.series.values)[own]


def _benefits(case: Case, levels: Counts, kind: Literal[0, 1]) -> Iterator[tuple[Term, Floats]]:
    """Yield what commitments bring: as far as they are trusted (0), or are assured (1)."""
    for place, issue in enumerate(case.target_issues):
        if issue.benefit is None:
            continue
        own = levels[:, place]
        shares = promised_shares(case, issue, own, levels)[kind]
        if shares is None:
            continue
        points = np.asarray(issue.benefit.points.values)[own] * shares
        growth = issue.benefit.growth
        fixed = 1.0 if growth is None else growth.fixed_share.value
        yield Term(issue.id, ""), points * fixed
        if growth is not None:
            yield Term(issue.id, growth.control), points * (1 - fixed)


def _values(issues: tuple[Issue, ...], levels: Counts) -> Iterator[tuple[Term, Floats]]:
    for place, issue in enumerate(issues):
        if issue.benefit is not None:
            points = np.asarray(issue.benefit.points.values)[levels[:, place]]
            yield Term(issue.id, issue.benefit.discount or ""), points
