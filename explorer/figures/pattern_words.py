"""Patterns of levels in words: what a consent or a coherence rule is about and what it needs."""

from collections.abc import Mapping

from explorer.figures.phrase import listed
from explorer.model.case import Case
from explorer.model.control import CoherenceControl, ConsentControl
from explorer.model.requirement import LevelRange
from explorer.model.wording import tr


def rule_words(case: Case, rule: ConsentControl | CoherenceControl) -> str:
    """Return in a sentence what a package that the rule is about has to hold as well."""
    if rule.kind == "consent":
        when: Mapping[str, LevelRange] = {rule.issue: LevelRange(at_least=rule.level)}
        wanted = listed(
            _range_words(case, each.issue, LevelRange(at_least=each.at_least))
            for each in rule.conditions
        )
    else:
        when = rule.when
        wanted = tr("; or ").join(pattern_words(case, each) for each in rule.requires)
    return tr("{given} needs {wanted}.", given=pattern_words(case, when), wanted=wanted)


def pattern_words(case: Case, pattern: Mapping[str, LevelRange]) -> str:
    """Return a pattern in words, such as "Nuclear tests at least “site closed”"."""
    return listed(_range_words(case, issue, span) for issue, span in pattern.items())


def _range_words(case: Case, issue_id: str, span: LevelRange) -> str:
    issue = case.issue(issue_id)
    last = len(issue.levels) - 1
    most = last if span.at_most is None else span.at_most
    low, high = issue.levels[span.at_least].words, issue.levels[most].words
    if span.at_least == most:
        return tr("{issue} “{level}”", issue=issue.name, level=low)
    if most == last:
        return tr("{issue} at least “{level}”", issue=issue.name, level=low)
    if span.at_least == 0:
        return tr("{issue} at most “{level}”", issue=issue.name, level=high)
    return tr("{issue} from “{low}” to “{high}”", issue=issue.name, low=low, high=high)
