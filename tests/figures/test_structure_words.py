"""Structure choices in words: the option that changes most is told, once all have answered."""

from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.figures.structure_words import structure_group, structure_note
from explorer.files.case_file import bundled_case
from explorer.model.study import StructureAnswer
from tests.figures.sentences import assert_reads_well

CASE = bundled_case()
ROWS = tuple(row.id for row in CASE.rows)
OPTIONS = [
    (choice.id, option.id, option.id == choice.default)
    for choice in CASE.structure
    for option in choice.options
]
OTHERS = [(choice, option) for choice, option, is_standing in OPTIONS if not is_standing]
NO_OTHER = "No other way of building the model changes this answer."

Answers = tuple[StructureAnswer, ...]


@st.composite
def scenarios_answers(draw: st.DrawFn) -> Answers:
    """Draw an answer of each option; the options that stand all answer the same."""
    standing = draw(st.sets(st.sampled_from(ROWS))), draw(st.integers(0, 100_000))

    def answer(choice_id: str, option_id: str, is_standing: bool) -> StructureAnswer:
        rows, packages = standing
        if not is_standing and draw(st.booleans()):
            rows, packages = draw(st.sets(st.sampled_from(ROWS))), draw(st.integers(0, 100_000))
        opened = tuple(id_ for id_ in ROWS if id_ in rows)
        return StructureAnswer(choice_id, option_id, is_standing, opened, packages)

    return tuple(answer(*option) for option in OPTIONS)


@given(scenarios_answers(), st.sampled_from(OTHERS), st.data())
def test_the_option_that_changes_most_rows_is_told_with_both_answers(
    answers: Answers, most: tuple[str, str], data: st.DataObject
) -> None:
    standing = next(each for each in answers if each.is_standing)
    far = tuple(id_ for id_ in ROWS if id_ not in standing.open_rows)
    packages = data.draw(st.integers(0, 100_000))
    answers = tuple(
        StructureAnswer(*most, False, far, packages)
        if (each.choice_id, each.option_id) == most
        else each
        for each in answers
    )
    assume(sum(rows_apart(each, standing) == len(ROWS) for each in answers) == 1)
    (note,) = structure_note(CASE, answers)
    assert_reads_well(note)
    choice = next(each for each in CASE.structure if each.id == most[0])
    names = {option.id: option.name for option in choice.options}
    assert choice.question in note
    assert f"As set ({names[choice.default]}): {counts(standing)}." in note
    assert f"Otherwise ({names[most[1]]}): {counts_of(len(far), packages)}." in note


@given(st.sampled_from(OTHERS), st.integers(0, 100_000), st.integers(0, 100_000))
def test_packages_decide_where_no_row_differs(
    most: tuple[str, str], packages: int, then: int
) -> None:
    assume(packages != then)
    answers = tuple(
        StructureAnswer(
            choice, option, is_set, ROWS[:1], then if (choice, option) == most else packages
        )
        for choice, option, is_set in OPTIONS
    )
    (note,) = structure_note(CASE, answers)
    assert f"{then:,} package" in note
    assert next(each for each in CASE.structure if each.id == most[0]).question in note


def test_where_every_option_answers_the_same_it_is_said() -> None:
    answers = tuple(StructureAnswer(*option, ROWS[:2], 7) for option in OPTIONS)
    assert structure_note(CASE, answers) == (NO_OTHER,)


@given(scenarios_answers(), st.integers(0, len(OPTIONS) - 1))
def test_nothing_is_told_before_all_options_have_answered(answers: Answers, known: int) -> None:
    assert structure_note(CASE, answers[:known]) == ()


@given(scenarios_answers(), st.integers(0, len(OPTIONS)))
def test_every_answer_is_a_row_of_words_without_a_bar(answers: Answers, known: int) -> None:
    groups = structure_group(CASE, answers[:known])
    assert len(groups) == bool(known)
    bars = [bar for group in groups for bar in group.bars]
    assert [bar.words for bar in bars] == [counts(each) for each in answers[:known]]
    assert all(bar.value is None for bar in bars)
    as_set = [bar.name.endswith("(as set)") for bar in bars]
    assert as_set == [each.is_standing for each in answers[:known]]
    for bar in bars:
        assert_reads_well(bar.detail)


def rows_apart(one: StructureAnswer, other: StructureAnswer) -> int:
    return len(set(one.open_rows) ^ set(other.open_rows))


def counts(answer: StructureAnswer) -> str:
    return counts_of(len(answer.open_rows), answer.packages)


def counts_of(rows: int, packages: int) -> str:
    opened = f"{rows} row{'' if rows == 1 else 's'} open"
    return f"{opened}, {packages:,} package{'' if packages == 1 else 's'}"
