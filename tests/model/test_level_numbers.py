"""Laws of numbers of levels: what names a level goes on naming it as levels come, go and move."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.files.case_problems import checked_content
from explorer.files.case_text import case_content, template_content
from explorer.files.record_text import record_content
from explorer.model.case import Case
from explorer.model.case_levels import with_level_change
from explorer.model.case_tree import Content, at, with_value
from explorer.model.level_numbers import level_shifts, record_shifts, with_shifts
from explorer.model.record import Record, record_fits
from explorer.model.requirement import LevelRange
from tests.strategies import small_cases

Change = Callable[[list[object]], list[object]]


def removing(place: int) -> Change:
    return lambda items: [*items[:place], *items[place + 1 :]]


def copying(place: int) -> Change:
    return lambda items: [*items[: place + 1], items[place], *items[place + 1 :]]


def swapping(place: int) -> Change:
    return lambda items: [
        *items[:place],
        items[place + 1],
        items[place],
        *items[place + 2 :],
    ]


def changed(case: Case, issue: int, change: Change) -> Case:
    """Return a case after a change of levels, in which level 0 is worth nothing again."""
    content = with_level_change(case_content(case), issue, change, change)
    found = checked_content(content)
    assert found.errors == ()
    assert found.case is not None
    return found.case


def with_names(case: Case) -> Case:
    """Return a case in which every level has words of its own."""
    content = case_content(case)
    for place, issue in enumerate(case.issues):
        for level in range(len(issue.levels)):
            path = ("issues", place, "levels", level, "words")
            content = with_value(content, path, f"{issue.id} at {level}")
    return Case.model_validate(content)


def ranges(case: Case, issue: str) -> list[set[str]]:
    """Return by words which levels of an issue each rule, class and line of consent is about."""
    levels = [level.words for level in case.issue(issue).levels]
    spans: list[LevelRange] = []
    for item in case.classes:
        if issue in item.at_least:
            spans.append(LevelRange(at_least=item.at_least[issue]))
        if issue in item.at_most:
            spans.append(LevelRange(at_most=item.at_most[issue]))
    for control in case.controls:
        if control.kind == "coherence":
            patterns = (control.when, *control.requires)
            spans += [pattern[issue] for pattern in patterns if issue in pattern]
        if control.kind == "consent":
            named = [(control.issue, control.level)]
            named += [(each.issue, each.at_least) for each in control.conditions]
            spans += [LevelRange(at_least=level) for id_, level in named if id_ == issue]
        if control.kind == "limit" and control.unless and control.unless.issue == issue:
            spans.append(LevelRange(at_least=control.unless.at_least))
    for stakeholder in case.stakeholders:
        spans += [term.when[issue] for term in stakeholder.terms if issue in term.when]
    return [{words for level, words in enumerate(levels) if level in span} for span in spans]


def named_levels(case: Case, issue: str) -> list[str]:
    """Return the words of the level at which each package and each row has an issue."""
    levels = [level.words for level in case.issue(issue).levels]
    return [levels[each.levels.get(issue, 0)] for each in (*case.packages, *case.rows)]


@given(st.sampled_from(("korea", "sinai")), st.data())
def test_packages_and_rules_are_about_the_same_levels_when_one_goes(
    case_id: str, data: st.DataObject
) -> None:
    case = with_names(bundled_case(case_id))
    middle = [n for n, issue in enumerate(case.issues) if len(issue.levels) > 2]
    place = data.draw(st.sampled_from(middle))
    issue = case.issues[place]
    gone = data.draw(st.integers(1, len(issue.levels) - 2))
    shorter = changed(case, place, removing(gone))
    lost, below = issue.levels[gone].words, issue.levels[gone - 1].words
    before = [below if words == lost else words for words in named_levels(case, issue.id)]
    assert named_levels(shorter, issue.id) == before
    # A rule about the lost level alone is about the one below it.
    left = [each - {lost} or {below} for each in ranges(case, issue.id)]
    assert ranges(shorter, issue.id) == left
    for other in case.issues:
        if other.id != issue.id:
            assert named_levels(shorter, other.id) == named_levels(case, other.id)
            assert ranges(shorter, other.id) == ranges(case, other.id)


@given(st.sampled_from(("korea", "sinai")), st.data())
def test_red_lines_leave_the_same_levels_when_one_goes(case_id: str, data: st.DataObject) -> None:
    case = with_names(bundled_case(case_id))
    lines = [each for each in case.controls if each.kind == "limit"]
    line = data.draw(st.sampled_from(lines))
    place = next(n for n, each in enumerate(case.issues) if each.id == line.issue)
    issue = case.issues[place]
    gone = data.draw(st.integers(0 if len(issue.levels) < 3 else 1, len(issue.levels) - 2))
    shorter = level_shifts(case_content(case), place, removing(gone))
    numbers = {each.path: each.number for each in shorter}
    for at_place, preset in enumerate(case.presets):
        value = preset.values.get(line.id)
        if value is None:
            continue
        new = numbers.get(("presets", at_place, "values", line.id), int(value))
        words = [each.words for each in issue.levels]
        left = removing(gone)(list(words))
        if line.bound == "at_most":
            assert set(left[: new + 1]) == set(words[: int(value) + 1]) - {words[gone]} or gone == 0
        else:
            assert set(left[new:]) == set(words[int(value) :]) - {words[gone]} or new == 0


@given(small_cases(), st.data())
def test_what_is_named_stays_named_when_levels_are_copied_or_change_places(
    case: Case, data: st.DataObject
) -> None:
    case = with_names(case)
    place = data.draw(st.integers(0, len(case.issues) - 1))
    issue = case.issues[place]
    level = data.draw(st.integers(0, len(issue.levels) - 1))
    longer = {
        each.path: each.number for each in level_shifts(case_content(case), place, copying(level))
    }
    for path, number in longer.items():
        assert number == at(case_content(case), path) + 1
        assert number > level
    moved = level_shifts(case_content(case), place, swapping(min(level, len(issue.levels) - 2)))
    # Bounds stay: only what names a level itself follows it.
    patterns = {"when", "requires"}
    assert all("levels" in each.path or patterns & set(each.path) for each in moved)
    assert not any(each.is_gone for each in moved)


@given(small_cases(), st.data())
def test_a_level_at_the_end_moves_nothing_elsewhere(case: Case, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(case.issues) - 1))
    assert level_shifts(case_content(case), place, lambda items: [*items, {}]) == ()


def test_numbers_of_the_last_levels_fall_to_what_is_left() -> None:
    content: Content = {
        **template_content(),
        "issues": [{"id": "water", "levels": [{}, {}, {}]}],
        "packages": [{"levels": {"water": 2}}, {"levels": {"water": "two"}}, {"levels": 7}],
        "rows": [{"levels": {"water": 9}}, {"levels": {"water": True}}],
        "classes": [{"at_least": {"water": 2}, "at_most": {"water": 1}}],
        "controls": [
            {"kind": "limit", "id": "no-more", "issue": "water", "bound": "at_most"},
            {"kind": "limit", "id": "torn", "issue": "water", "bound": "strange"},
        ],
        "presets": [{"values": {"no-more": 2, "torn": 2}}],
        "checks": [],
    }
    last = {each.path: each for each in level_shifts(content, 0, removing(2))}
    assert {path: each.number for path, each in last.items()} == {
        ("packages", 0, "levels", "water"): 1,
        ("classes", 0, "at_least", "water"): 1,
        ("presets", 0, "values", "no-more"): 1,
    }
    assert [each.path for each in last.values() if each.is_gone] == [
        ("packages", 0, "levels", "water")
    ]
    first = {each.path: each.number for each in level_shifts(content, 0, removing(0))}
    assert first["packages", 0, "levels", "water"] == 1
    assert first["classes", 0, "at_most", "water"] == 0
    nothing = level_shifts(content, 0, lambda _: [])
    assert {each.number for each in nothing} == {0}


def test_an_issue_that_is_not_there_yet_has_no_numbers() -> None:
    assert level_shifts({}, 0, removing(0)) == ()
    assert level_shifts({"controls": 3, "issues": [{"id": "a"}]}, 0, removing(0)) == ()


@given(st.data())
def test_a_record_goes_on_naming_the_same_levels(data: st.DataObject) -> None:
    case = with_names(bundled_case())
    record = record_content(bundled_case())
    assert record is not None
    place = data.draw(st.integers(0, len(case.issues) - 1))
    issue = case.issues[place]
    level = data.draw(st.integers(0, len(issue.levels) - 1))
    shifts = record_shifts(record, case_content(case), place, copying(level))
    for each in shifts:
        assert each.number == at(record, each.path) + 1
        assert each.number > level
        assert not each.is_gone
    found = Record.model_validate(with_shifts(record, shifts))
    longer = changed(case, place, copying(level))
    assert record_fits(found, longer)
    assert record_levels(found, longer, issue.id) == record_levels(
        Record.model_validate(record), case, issue.id
    )


def record_levels(record: Record, case: Case, issue: str) -> list[str]:
    """Return in words at which level each proposal has an issue, and where lines on it stand."""
    words = [each.words for each in case.issue(issue).levels]
    proposals = [each for episode in record.episodes for each in episode.proposals]
    named = [words[each.levels.get(issue, 0)] for each in proposals]
    lines = [each.id for each in case.controls if each.kind == "limit" and each.issue == issue]
    values = [each.lines[id_] for each in record.periods for id_ in lines if id_ in each.lines]
    return [*named, *(words[value] for value in values)]
