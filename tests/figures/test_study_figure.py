"""What pictures of sureness share: honest shares, choices that fit, words while one waits."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.study import (
    ABOUT,
    HUNDRED,
    RULE,
    SETS,
    SHOW,
    WEIGHTS,
    of_hundred,
    seed_note,
    sure_choices,
    waiting_figure,
)
from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.model.study import Findings, Progress
from tests.figures.sentences import assert_reads_well
from tests.figures.words_in import words_in

CASE = bundled_case()
SCENARIO = preset_scenario(CASE, "october-2025")
SHOWN = st.sampled_from((SETS, WEIGHTS, RULE))
ROWS = st.sampled_from(("", *(row.id for row in CASE.rows)))
COUNTS = st.integers(1, 5000).flatmap(
    lambda total: st.tuples(st.integers(0, total), st.just(total))
)


@given(COUNTS)
def test_nought_and_all_are_told_only_where_they_are_true(pair: tuple[int, int]) -> None:
    count, total = pair
    words = of_hundred(count, total)
    assert (words == "0 of 100") == (count == 0)
    assert (words == "100 of 100") == (count == total)
    assert words.endswith(("of 100", "in 100"))
    assert_reads_well(words)


@given(COUNTS)
def test_a_share_is_told_to_the_nearest_hundredth_or_as_a_true_bound(pair: tuple[int, int]) -> None:
    count, total = pair
    share, words = HUNDRED * count / total, of_hundred(count, total)
    if words.startswith("less than"):
        assert 0 < share < 1
    elif words.startswith("more than"):
        assert 99 < share < HUNDRED
    else:
        assert abs(int(words.split()[0]) - share) <= 0.5


def test_none_of_nothing_is_none() -> None:
    assert of_hundred(0, 0) == "0 of 100"


@given(SHOWN, ROWS)
def test_what_it_is_about_is_asked_only_where_that_makes_a_difference(
    show: str, about: str
) -> None:
    choices = sure_choices(CASE, show, about)
    assert choices[0].id == SHOW
    assert choices[0].chosen == show
    assert [choice.id for choice in choices[1:]] == ([] if show == SETS else [ABOUT])
    for choice in choices[1:]:
        assert choice.chosen == about
        assert [value for value, _ in choice.entries] == ["", *(row.id for row in CASE.rows)]
    for choice in choices:
        words = [entry for _, entry in choice.entries]
        assert len(set(words)) == len(words)


@given(st.text(max_size=8), st.text(max_size=8))
def test_a_wish_that_is_not_known_is_as_none(show: str, about: str) -> None:
    known = (SETS, WEIGHTS, RULE)
    assert sure_choices(CASE, show, about)[0].chosen == (show if show in known else SETS)
    *_, last = sure_choices(CASE, RULE, f"no row {about}")
    assert last.chosen == ""


@given(
    SHOWN,
    ROWS,
    st.builds(
        Findings,
        progress=st.none() | st.builds(Progress, st.integers(0, 5000), st.just(5000)),
    ),
)
def test_waiting_says_why_and_offers_the_same_choices(
    show: str, about: str, found: Findings
) -> None:
    figure = waiting_figure(SCENARIO, show, about, found)
    assert figure.choices == sure_choices(CASE, show, about)
    assert figure.groups == ()
    assert figure.sentence == figure.empty_words == figure.table.rows[0][0]
    if found.progress is not None:
        assert f"{found.progress.done:,} of {found.progress.wanted:,}" in figure.sentence
    else:
        assert "when nothing is being moved" in figure.sentence
    for words in words_in(figure):
        assert_reads_well(words)


@given(st.integers(0, 2**63))
def test_the_seed_is_told_as_it_is_and_of_what_a_study_speaks(seed: int) -> None:
    assert f"Seed {seed}." in seed_note(seed)
    assert "not about the world" in seed_note(seed)
