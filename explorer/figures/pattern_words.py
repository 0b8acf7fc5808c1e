"""Patterns of levels in words: which issues stand where."""

from collections.abc import Mapping

from explorer.figures.phrase import listed
from explorer.model.case import Case
from explorer.model.issue import Issue
from explorer.model.requirement import LevelRange
from explorer.model.wording import tr


def pattern_words(case: Case, pattern: Mapping[str, LevelRange]) -> str:
    """Return a pattern as an enumeration of issues, each with the levels it may stand at."""
    return listed(_range_words(case.issue(id_), levels) for id_, levels in pattern.items())


def _range_words(issue: Issue, levels: LevelRange) -> str:
    highest = len(issue.levels) - 1
    least, most = levels.at_least, highest if levels.at_most is None else levels.at_most
    low, high = issue.levels[least].short, issue.levels[most].short
    if least == most:
        return tr("{issue} at {level} ({words})", issue=issue.id, level=least, words=low)
    if most == highest:
        return tr("{issue} from {level} on ({words})", issue=issue.id, level=least, words=low)
    if not least:
        return tr("{issue} up to {level} ({words})", issue=issue.id, level=most, words=high)
    return tr("{issue} from {low} to {high}", issue=issue.id, low=least, high=most)
