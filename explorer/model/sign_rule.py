"""Sign rules: which laws of the model an edit of its numbers takes away, told in sentences.

The laws of the model ("more of this never adds a package") hold for every case whose numbers
keep certain signs. A case that was read may break some of them on purpose, at places where it
says why; so that only what an edit breaks anew is worth a warning.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from explorer.model.assumption import original
from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.example import DealClass
from explorer.model.issue import Discount, Issue
from explorer.model.quantity import Series
from explorer.model.wording import tr

SLACK = 1e-9
"""By how many points a rule may be missed before it counts as broken."""


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """One place where a sign rule does not hold.

    ``topic`` names rule and part of the case, ``place`` the very levels; ``sentence`` says what
    is wrong and which law need not hold any more.
    """

    topic: str
    place: str
    sentence: str


def broken_rules(case: Case) -> tuple[BrokenRule, ...]:
    """Return every place where a case breaks a sign rule, whether edited or not."""
    return (
        *_stakes_breaks(case),
        *(found for item in case.discounts for found in _discount_breaks(case, item)),
        *(found for issue in case.issues for found in _cost_breaks(case, issue)),
        *(found for issue in case.issues for found in _benefit_breaks(case, issue)),
        *(found for item in case.classes for found in _class_breaks(case, item)),
    )


def rules_broken_by_edits(case: Case) -> tuple[BrokenRule, ...]:
    """Return what the changed assumptions of a case break, one entry for each topic."""
    return _broken_by_edits(ByIdentity(case)) if case.changes else ()


@lru_cache(maxsize=16)
def _broken_by_edits(key: ByIdentity) -> tuple[BrokenRule, ...]:
    known = {(rule.topic, rule.place) for rule in broken_rules(original(key.case))}
    found: dict[str, BrokenRule] = {}
    for rule in broken_rules(key.case):
        if (rule.topic, rule.place) not in known:
            found.setdefault(rule.topic, rule)
    return tuple(found.values())


def _stakes_breaks(case: Case) -> Iterator[BrokenRule]:
    for place, party, stakes in (
        ("sender_stakes", case.sender, case.sender_stakes),
        ("target_stakes", case.target, case.target_stakes),
    ):
        if stakes.headline.points.value < -SLACK:
            sentence = tr(
                "A deal as such is worth less than nothing to {party}: more of "
                "“{control}” may no longer enlarge the zone.",
                party=party.short,
                control=case.control(stakes.headline.will).name,
            )
            yield BrokenRule(f"{place}.headline", "", sentence)
        for slope in stakes.waiting.slopes:
            if slope.amount.value < -SLACK:
                sentence = tr(
                    "“{control}” makes no deal worse for {party}: more of it may no "
                    "longer shrink the zone.",
                    party=party.short,
                    control=case.control(slope.control).name,
                )
                yield BrokenRule(f"{place}.waiting.{slope.control}", "", sentence)


def _discount_breaks(case: Case, discount: Discount) -> Iterator[BrokenRule]:
    names = ", ".join(
        issue.short
        for issue in case.issues
        if issue.benefit is not None and issue.benefit.discount == discount.id
    )
    for slope in discount.slopes:
        if slope.amount.value < -SLACK:
            sentence = tr(
                "“{control}” raises what these are worth: {issues}. More of it may no "
                "longer shrink the zone.",
                control=case.control(slope.control).name,
                issues=names,
            )
            yield BrokenRule(f"discounts.{discount.id}.{slope.control}", "", sentence)


def _cost_breaks(case: Case, issue: Issue) -> Iterator[BrokenRule]:
    """Yield each level whose next one can cost less, at the controls where it costs least.

    Every slope is at its end where it does most harm, so that no number of slopes makes this slow.
    """
    giver = case.party(issue.given_by)
    base, slopes = issue.cost.base.values, issue.cost.slopes
    for level in range(len(base) - 1):
        steps = [slope.series.values[level + 1] - slope.series.values[level] for slope in slopes]
        settings = tuple(int(step < 0) for step in steps)
        least = base[level + 1] - base[level] + sum(min(step, 0.0) for step in steps)
        if least < -SLACK:
            sentence = tr(
                "“{issue}” costs {party} less at level {deeper} than at level "
                "{level}{where}: a deeper step may no longer cost more.",
                issue=issue.name,
                party=giver.short,
                level=level,
                deeper=level + 1,
                where=_where(case, [slope.control for slope in slopes], settings),
            )
            yield BrokenRule(f"issues.{issue.id}.cost", f"{level} {settings}", sentence)


def _benefit_breaks(case: Case, issue: Issue) -> Iterator[BrokenRule]:
    benefit = issue.benefit
    if benefit is None:
        return
    growth, verification = benefit.growth, benefit.verification
    receiver = case.party("sender" if issue.given_by == "target" else "target")
    fixed = 1.0 if growth is None else growth.fixed_share.value
    looked = 1 if verification is None else len(verification.multipliers[0])
    for grown, look in product((0, 1), range(looked)):
        share = fixed + (1 - fixed) * grown
        worth = [
            points * share * (1 if verification is None else verification.multipliers[level][look])
            for level, points in enumerate(benefit.points.values)
        ]
        for level in _falls(worth):
            sentence = tr(
                "“{issue}” brings {party} less at level {deeper} than at level {level}{where}: "
                "giving more may then hurt the side that receives it.",
                issue=issue.name,
                party=receiver.short,
                level=level,
                deeper=level + 1,
                where=_where(case, [] if growth is None else [growth.control], (grown,)),
            )
            yield BrokenRule(f"issues.{issue.id}.benefit", f"{level} {look} {grown}", sentence)
        if min(worth) < -SLACK:
            sentence = tr(
                "“{issue}” can be worth less than nothing to {party}: more trust in promises may "
                "then shrink the zone.",
                issue=issue.name,
                party=receiver.short,
            )
            yield BrokenRule(f"issues.{issue.id}.worth", f"{look} {grown}", sentence)


def _class_breaks(case: Case, item: DealClass) -> Iterator[BrokenRule]:
    """Yield what keeps arms from having one effect on small deals, and one on full ones.

    That is a law about commitments: what a class asks of the sender, whose costs no control moves,
    does not enter it.
    """
    commitments = {issue.id for issue in case.target_issues}
    if commitments & item.at_least.keys():
        yield from _deep_class_breaks(case, item)
    elif commitments & item.at_most.keys():
        yield from _small_class_breaks(case, item)


def _small_class_breaks(case: Case, item: DealClass) -> Iterator[BrokenRule]:
    for issue in case.target_issues:
        most = item.at_most.get(issue.id, len(issue.levels) - 1)
        dearer = [
            slope.control
            for slope in issue.cost.slopes
            if max(slope.series.values[: most + 1]) > SLACK
        ]
        for control in dearer:
            sentence = tr(
                "“{control}” makes {issue} more costly within the class “{name}”: more "
                "of it may now remove such packages.",
                control=case.control(control).name,
                issue=issue.short,
                name=item.name,
            )
            yield BrokenRule(f"classes.{item.id}.{control}", issue.id, sentence)


def _deep_class_breaks(case: Case, item: DealClass) -> Iterator[BrokenRule]:
    controls = {slope.control for issue in case.target_issues for slope in issue.cost.slopes}
    for control in sorted(controls):
        least = sum(
            _least(slope.series, item, issue)
            for issue in case.target_issues
            for slope in issue.cost.slopes
            if slope.control == control
        )
        if least < -SLACK:
            sentence = tr(
                "“{control}” can make the class “{name}” cheaper for {party}: more of it may now "
                "make such packages acceptable.",
                control=case.control(control).name,
                name=item.name,
                party=case.target.short,
            )
            yield BrokenRule(f"classes.{item.id}.{control}", "", sentence)


def _least(series: Series, item: DealClass, issue: Issue) -> float:
    first = item.at_least.get(issue.id, 0)
    last = item.at_most.get(issue.id, len(issue.levels) - 1)
    return min(series.values[first : last + 1], default=0.0)


def _falls(values: list[float]) -> list[int]:
    """Return the levels from which the next one is lower."""
    return [level for level, (now, then) in enumerate(pairwise(values)) if then < now - SLACK]


def _where(case: Case, controls: list[str], settings: tuple[int, ...]) -> str:
    if not controls:
        return ""
    named = ", ".join(
        tr("{control} {value}", control=case.control(id_).name, value=100 * setting)
        for id_, setting in zip(controls, settings, strict=True)
    )
    return tr(" (at {settings})", settings=named)
