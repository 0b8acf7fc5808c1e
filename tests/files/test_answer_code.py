"""Answer lines come back as they went, and a damaged one is never taken for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.answer_code import DIGITS, PAGES, decode, encode
from explorer.model.errors import ScenarioError

SIZES = st.lists(st.integers(2, 102), max_size=40)


@st.composite
def answers(draw: st.DrawFn) -> tuple[int, list[int], tuple[int, ...]]:
    """Draw the number of a page, the sizes of its numbers, and the numbers."""
    sizes = draw(SIZES)
    numbers = tuple(draw(st.integers(0, size - 1)) for size in sizes)
    return draw(st.integers(0, PAGES - 1)), sizes, numbers


@given(answers())
def test_an_answer_comes_back(answer: tuple[int, list[int], tuple[int, ...]]) -> None:
    page, sizes, numbers = answer
    assert decode(page, sizes, encode(page, sizes, numbers)) == numbers


@given(answers())
def test_every_wrong_character_and_every_exchange_is_found(
    answer: tuple[int, list[int], tuple[int, ...]],
) -> None:
    page, sizes, numbers = answer
    signs = encode(page, sizes, numbers).removeprefix("DZ").replace("-", "")
    damaged = {
        signs[:place] + other + signs[place + 1 :]
        for place in range(len(signs))
        for other in DIGITS
    }
    damaged |= {
        signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
        for place in range(len(signs) - 1)
    }
    for line in damaged - {signs}:
        with pytest.raises(ScenarioError, match="check digits"):
            decode(page, sizes, f"DZ-{line}")


@given(answers())
def test_it_may_be_typed_carelessly(answer: tuple[int, list[int], tuple[int, ...]]) -> None:
    page, sizes, numbers = answer
    line = encode(page, sizes, numbers)
    spelt = line.lower().replace("-", " ")
    assert decode(page, sizes, f"  {spelt}\n") == numbers
    lookalikes = line.replace("0", "O").replace("1", "l")
    assert decode(page, sizes, lookalikes) == numbers
    assert decode(page, sizes, line.replace("-", "\N{EN DASH}")) == numbers


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "no answer line"),
        ("hello", "no answer line"),
        ("DZ-", "too short"),
        ("DZ-" + "0" * 3000, "too long"),
        ("DZ-0000-0U", '"U" stands in no answer line'),
        ("DZ-0000\N{SNOWMAN}", "stands in no answer line"),
        ("DZ-\x1b[2J", "stands in no answer line"),
    ],
)
def test_what_is_none_says_so(line: str, words: str) -> None:
    with pytest.raises(ScenarioError, match=words) as caught:
        decode(7, [2, 3], line)
    assert "\x1b" not in str(caught.value)


def test_a_lost_character_is_counted() -> None:
    line = encode(7, [2, 3, 102], (1, 2, 50))
    with pytest.raises(ScenarioError, match="1 character too short"):
        decode(7, [2, 3, 102], line[:-1])
    with pytest.raises(ScenarioError, match="1 character too long"):
        decode(7, [2, 3, 102], line + "0")


def test_the_line_of_another_page_is_refused() -> None:
    with pytest.raises(ScenarioError, match="another page"):
        decode(8, [2, 3], encode(7, [2, 3], (1, 2)))
