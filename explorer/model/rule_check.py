"""Checks of a case's consents, coherence rules and structure choices."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from explorer.model.requirement import fits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from explorer.model.case import Case
    from explorer.model.control import CoherenceControl, ConsentControl
    from explorer.model.requirement import LevelRange

MOST_TRIALS = 200_000
"""How many choices of levels are tried before rules are taken to leave a package."""


def rule_problems(case: Case) -> Iterator[str]:
    """Yield a sentence for each rule or choice that names what is not there or cannot be kept."""
    levels = {issue.id: len(issue.levels) for issue in case.issues}
    rules = [control for control in case.controls if control.kind == "coherence"]
    are_sound = True
    for place, control in enumerate(case.controls):
        if control.kind == "consent":
            yield from _consent_problems(levels, f"controls[{place}] ({control.id})", control)
        elif control.kind == "coherence":
            found = list(_rule_problems(levels, f"controls[{place}] ({control.id})", control))
            are_sound = are_sound and not found
            yield from found
    if are_sound and rules and not _leave_a_deal(case, rules):
        named = ", ".join(rule.id for rule in rules)
        yield f"controls: the coherence rules contradict each other and leave no package: {named}"
    yield from _structure_problems(case)


def _consent_problems(
    levels: Mapping[str, int], place: str, control: ConsentControl
) -> Iterator[str]:
    yield from _level_problems(levels, f"{place}.issue", control.issue, control.level)
    for condition in control.conditions:
        yield from _level_problems(levels, f"{place}.needs", condition.issue, condition.at_least)


def _rule_problems(
    levels: Mapping[str, int], place: str, control: CoherenceControl
) -> Iterator[str]:
    patterns = [("when", control.when)]
    patterns += [(f"requires[{at}]", each) for at, each in enumerate(control.requires)]
    are_known = True
    for name, pattern in patterns:
        for issue, span in pattern.items():
            found = list(_range_problems(levels, f"{place}.{name}", issue, span))
            are_known = are_known and not found
            yield from found
    if are_known and not any(_can_meet(levels, control.when, each) for each in control.requires):
        yield f"{place}: the rule contradicts itself: nothing that it is about can meet it"


def _level_problems(levels: Mapping[str, int], place: str, issue: str, level: int) -> Iterator[str]:
    if issue not in levels:
        known = ", ".join(levels)
        yield f'{place}: there is no issue "{issue}"; known: {known}'
    elif level >= levels[issue]:
        yield f"{place}.{issue}: level {level}, but the highest is {levels[issue] - 1}"


def _range_problems(
    levels: Mapping[str, int], place: str, issue: str, span: LevelRange
) -> Iterator[str]:
    yield from _level_problems(levels, place, issue, span.at_least)
    if span.at_most is not None:
        if span.at_most < span.at_least:
            yield f"{place}.{issue}: no level is at least {span.at_least}, at most {span.at_most}"
        elif issue in levels and span.at_most >= levels[issue]:
            yield f"{place}.{issue}: level {span.at_most}, but the highest is {levels[issue] - 1}"


def _can_meet(
    levels: Mapping[str, int], when: Mapping[str, LevelRange], pattern: Mapping[str, LevelRange]
) -> bool:
    return all(
        any(level in span and level in when.get(issue, span) for level in range(levels[issue]))
        for issue, span in pattern.items()
    )


def _leave_a_deal(case: Case, rules: list[CoherenceControl]) -> bool:
    """Return whether any package in which both sides give keeps all rules."""
    closest_first = sorted(rules, key=lambda rule: len(_named(rule)))
    order = dict.fromkeys(id_ for rule in closest_first for id_ in sorted(_named(rule)))
    # What no rule names comes last; its highest level, tried first, is never in the way.
    order.update(dict.fromkeys(issue.id for issue in case.issues))
    search = _Search(
        order=tuple(order),
        levels={issue.id: len(issue.levels) for issue in case.issues},
        givers={issue.id: issue.given_by for issue in case.issues},
        settled=_settled(rules, tuple(order)),
    )
    total = 0
    for found in islice(_trials(search, 0, {}), MOST_TRIALS):
        if found:
            return True
        total += 1
    return total == MOST_TRIALS


@dataclass(frozen=True, slots=True)
class _Search:
    """What a search for a package that keeps all rules goes by.

    ``order`` is that in which issues are settled; ``settled`` has the rules that can be judged once
    an issue stands, because it is the last of those they name.
    """

    order: tuple[str, ...]
    levels: Mapping[str, int]
    givers: Mapping[str, str]
    settled: Mapping[str, tuple[CoherenceControl, ...]]


def _settled(
    rules: list[CoherenceControl], order: tuple[str, ...]
) -> dict[str, tuple[CoherenceControl, ...]]:
    """Return the rules by the issue of theirs that stands last in an order."""
    places = {id_: place for place, id_ in enumerate(order)}
    found: dict[str, tuple[CoherenceControl, ...]] = {}
    for rule in rules:
        last = max(_named(rule), key=places.__getitem__)
        found[last] = (*found.get(last, ()), rule)
    return found


def _trials(search: _Search, place: int, levels: dict[str, int]) -> Iterator[bool]:
    """Yield for each choice of levels whether it is a package in which both give and all is kept.

    Issues are settled one after the other; nothing is tried behind a choice that breaks a rule.
    """
    id_ = search.order[place]
    rules = search.settled.get(id_, ())
    is_last = place == len(search.order) - 1
    for level in reversed(range(search.levels[id_])):
        levels[id_] = level
        is_kept = all(
            not fits(rule.when, levels) or any(fits(each, levels) for each in rule.requires)
            for rule in rules
        )
        yield is_kept and is_last and _both_give(search, levels)
        if is_kept and not is_last:
            yield from _trials(search, place + 1, levels)
    del levels[id_]


def _named(rule: CoherenceControl) -> set[str]:
    """Return the ids of the issues that a rule is about."""
    return {id_ for pattern in (rule.when, *rule.requires) for id_ in pattern}


def _both_give(search: _Search, levels: Mapping[str, int]) -> bool:
    return len({search.givers[id_] for id_, level in levels.items() if level}) == 2


def _structure_problems(case: Case) -> Iterator[str]:
    shares = {item.id for item in case.ending_shares}
    for role, stakes in (("sender", case.sender_stakes), ("target", case.target_stakes)):
        for slope in stakes.waiting.slopes:
            if slope.ends is not None and slope.ends not in shares:
                place = f"{role}_stakes.waiting.slopes.{slope.control}.ends"
                yield f'{place}: there is no ending share "{slope.ends}"'
    about: list[str] = []
    for place, choice in enumerate(case.structure):
        about.append(choice.share if choice.kind == "ending_share" else choice.kind)
        if choice.kind == "ending_share" and choice.share not in shares:
            yield f'structure[{place}] ({choice.id}): there is no ending share "{choice.share}"'
    for topic, count in Counter(about).items():
        if count > 1:
            yield f'structure: {count} choices are about "{topic}"'
