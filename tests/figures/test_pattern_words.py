"""Patterns in words: each form of a range names the levels at its ends, and nothing more."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.pattern_words import pattern_words, rule_words
from explorer.files.case_file import bundled_case
from explorer.model.control import CoherenceControl, ConsentControl
from explorer.model.issue import Issue
from explorer.model.requirement import LevelRange
from tests.figures.sentences import assert_reads_well

CASE = bundled_case()
ISSUES = st.sampled_from(CASE.issues)
LONG = [issue for issue in CASE.issues if len(issue.levels) > 3]


def words_of(issue: Issue, at_least: int, at_most: int | None) -> str:
    return pattern_words(CASE, {issue.id: LevelRange(at_least=at_least, at_most=at_most)})


@given(ISSUES, st.data())
def test_a_range_of_one_level_is_that_level(issue: Issue, data: st.DataObject) -> None:
    level = data.draw(st.integers(0, len(issue.levels) - 1))
    assert words_of(issue, level, level) == f"{issue.name} “{issue.levels[level].words}”"


@given(ISSUES, st.data())
def test_a_range_up_to_the_last_level_is_told_by_its_lower_end(
    issue: Issue, data: st.DataObject
) -> None:
    last = len(issue.levels) - 1
    low = data.draw(st.integers(0, last - 1))
    expected = f"{issue.name} at least “{issue.levels[low].words}”"
    assert words_of(issue, low, None) == words_of(issue, low, last) == expected


@given(ISSUES, st.data())
def test_a_range_from_the_first_level_is_told_by_its_upper_end(
    issue: Issue, data: st.DataObject
) -> None:
    high = data.draw(st.integers(1, len(issue.levels) - 2))
    assert words_of(issue, 0, high) == f"{issue.name} at most “{issue.levels[high].words}”"


@given(st.sampled_from(LONG), st.data())
def test_any_other_range_is_told_by_both_ends(issue: Issue, data: st.DataObject) -> None:
    low = data.draw(st.integers(1, len(issue.levels) - 3))
    high = data.draw(st.integers(low + 1, len(issue.levels) - 2))
    ends = (issue.levels[low].words, issue.levels[high].words)
    assert words_of(issue, low, high) == f"{issue.name} from “{ends[0]}” to “{ends[1]}”"


def test_every_rule_and_consent_of_the_case_names_all_of_its_issues() -> None:
    for control in CASE.controls:
        if not isinstance(control, ConsentControl | CoherenceControl):
            continue
        words = rule_words(CASE, control)
        assert_reads_well(words)
        assert all(CASE.issue(id_).name in words for id_ in named(control))


def named(control: ConsentControl | CoherenceControl) -> set[str]:
    """Return the ids of all issues that a rule or a consent is about."""
    if control.kind == "consent":
        return {control.issue, *(each.issue for each in control.conditions)}
    return {*control.when, *(id_ for each in control.requires for id_ in each)}
