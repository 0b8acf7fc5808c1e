"""The spread of a prediction counts hands, and gives the answer away only once it may."""

import json
from dataclasses import asdict

from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.spread import Hands, Lane, answers_spread, median_of, numbers_spread

ANSWERS = (("opens", "It opens"), ("closes", "It closes"), ("stays", "It stays as it is"))

hands = st.tuples(*(st.integers(0, 400) for _ in ANSWERS)).map(
    lambda found: tuple((answer, count) for (answer, _), count in zip(ANSWERS, found, strict=True))
)
numbers = st.lists(st.tuples(st.integers(0, 100), st.integers(1, 40)), max_size=12).map(
    lambda found: tuple((str(value), count) for value, count in found)
)


@given(first=hands, second=hands)
def test_the_shares_of_a_round_add_up_and_stand_on_the_axis(first: Hands, second: Hands) -> None:
    figure = answers_spread("What happens?", ANSWERS, first, second, ("closes",))
    for place, counted in enumerate(each for each in (first, second) if sum(n for _, n in each)):
        bars = [row.bars[place] for row in figure.rows]
        assert abs(sum(bar.share for bar in bars) - 1) < 1e-9
        assert sum(bar.count for bar in bars) == sum(count for _, count in counted)
        assert all(figure.minimum <= bar.share <= figure.maximum + 1e-9 for bar in bars)


@given(first=hands, second=hands)
def test_a_hidden_answer_is_nowhere_in_the_figure(first: Hands, second: Hands) -> None:
    figure = answers_spread("What happens?", ANSWERS, first, second)
    assert "omputed" not in json.dumps(asdict(figure))
    assert not any(row.is_right for row in figure.rows)


def test_only_the_computed_answer_is_marked_and_the_sentence_names_it() -> None:
    figure = answers_spread(
        "What happens?", ANSWERS, (("opens", 6), ("closes", 4)), (("closes", 10),), ("closes",)
    )
    assert [row.id for row in figure.rows if row.is_right] == ["closes"]
    assert figure.sentence == (
        "40\N{NO-BREAK SPACE}% of the hands were for the computed answer at first, "
        "100\N{NO-BREAK SPACE}% after talking: It closes."
    )
    assert figure.table.rows[1][-1] == "yes"
    assert "computed" in figure.rows[1].detail


def test_one_round_is_told_alone_and_none_says_so() -> None:
    one = answers_spread("What happens?", ANSWERS, (("opens", 1),), (), ("opens",))
    assert one.sentence.startswith(
        "100\N{NO-BREAK SPACE}% of the hands were for the computed answer: "
    )
    assert len(one.rows[0].bars) == 1
    assert answers_spread("?", ANSWERS, (("opens", 1),), ()).sentence == "1 hand is counted."
    assert answers_spread("?", ANSWERS, (), ()).sentence == "No hands are counted yet."


@given(first=numbers, second=numbers)
def test_every_number_that_was_predicted_has_its_dot(first: Hands, second: Hands) -> None:
    figure = numbers_spread("How many?", (Lane("Rows", first, second, 3.0),), (0, 100), "rows")
    shown = [(dot.value, dot.count) for row in figure.rows for dot in row.dots]
    assert shown == [(float(words), count) for words, count in (*first, *second)]
    assert len(figure.table.rows) == len(shown)
    assert all(row.answer == 3.0 for row in figure.rows)


def test_hidden_numbers_have_no_answer_and_no_column_for_it() -> None:
    lanes = (Lane("Floor", (("30", 2),), ()), Lane("Limit", (("50", 2),), (("40", 3),)))
    figure = numbers_spread("Where?", lanes, (0, 100), "points")
    assert "omputed" not in json.dumps(asdict(figure))
    assert [row.name for row in figure.rows] == [
        "Floor: First, alone",
        "Limit: First, alone",
        "Limit: Second, after talking",
    ]
    assert figure.sentence == (
        "The middle of the class says Floor 30 points; Limit 50 points → 40 points."
    )


def test_numbers_without_hands_say_so() -> None:
    lanes = (Lane("Floor", (), (), 3.0),)
    assert numbers_spread("?", lanes, (0, 1)).sentence == "No hands are counted yet."


@given(found=st.lists(st.integers(0, 100), min_size=1, max_size=30))
def test_the_median_has_half_of_the_hands_on_each_side(found: list[int]) -> None:
    middle = median_of(tuple((str(each), 1) for each in found))
    assert middle is not None
    assert 2 * sum(each < middle for each in found) <= len(found)
    assert 2 * sum(each > middle for each in found) <= len(found)
    assert median_of(()) is None
