"""Numbers are read as people type them, whole or not at all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.errors import ScenarioError
from explorer.model.typed_numbers import has_decimal_comma, typed_list, typed_numbers

GROUPED = re.compile(r"-?[1-9]\d{0,2},\d{3}")
ordinary = st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 3))


@pytest.mark.parametrize(
    ("text", "wanted", "numbers"),
    [
        ("0,5", 1, (0.5,)),
        (",5", 1, (0.5,)),
        ("0.5", 1, (0.5,)),
        (" \N{MINUS SIGN}3 ", 1, (-3,)),
        ("\N{MULTIPLICATION SIGN} 0,7", 1, (0.7,)),
        ("0,125", 1, (0.125,)),
        ("0,1,2", 3, (0, 1, 2)),
        ("0, 1; 2 \N{MINUS SIGN}3", 4, (0, 1, 2, -3)),
        ("0; 2,5; 5,5", 3, (0, 2.5, 5.5)),
        ("0 2,5 5,5", 3, (0, 2.5, 5.5)),
        ("0 , 1", 2, (0, 1)),
    ],
)
def test_numbers_are_read_as_people_write_them(
    text: str, wanted: int, numbers: tuple[float, ...]
) -> None:
    assert typed_numbers(text, wanted) == numbers


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", 1),
        (",", 1),
        ("one", 1),
        ("0,5x", 1),
        ("1_0", 1),
        ("1,2,3", 1),
        ("1,500", 1),
        ("1 2", 1),
        ("0,1,,2", 3),
        ("0,1 2,3", 4),
        ("0, 1", 3),
    ],
)
def test_what_is_no_number_or_could_be_two_is_refused(text: str, wanted: int) -> None:
    with pytest.raises(ScenarioError):
        typed_numbers(text, wanted)


@pytest.mark.parametrize(("text", "wanted"), [("1,500", 1), ("0,5x", 1), ("0,1 2,3", 4)])
def test_a_refusal_names_the_point_where_a_comma_may_have_meant_one(text: str, wanted: int) -> None:
    with pytest.raises(ScenarioError, match=r"with a point, as in 0\.5"):
        typed_numbers(text, wanted)


@given(st.lists(ordinary, min_size=1, max_size=6), st.sampled_from([", ", "; ", " ", ";"]))
def test_a_row_is_read_with_points_and_with_decimal_commas(
    numbers: list[float], separator: str
) -> None:
    row = separator.join(map(repr, numbers))
    assert typed_numbers(row, len(numbers)) == tuple(numbers)
    if len(numbers) == 1 or "e" in row:
        return
    typed = row.replace(".", ",")
    # As in 1,125: a comma before three digits may as well group thousands.
    if any(GROUPED.fullmatch(piece) for piece in typed.split(separator)):
        with pytest.raises(ScenarioError):
            typed_numbers(typed, len(numbers))
    else:
        assert typed_numbers(typed, len(numbers)) == tuple(numbers)


@given(st.text())
def test_a_text_has_a_decimal_comma_only_if_it_is_a_number_with_a_point(text: str) -> None:
    if has_decimal_comma(text):
        float(text.replace(",", "."))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("1", (1,)), ("0, 20.5; 40", (0, 20.5, 40)), (" −5\n7,", (-5, 7)), ("1,2", (1, 2))],
)
def test_a_list_holds_any_count_of_numbers(text: str, numbers: tuple[float, ...]) -> None:
    assert typed_list(text) == numbers


@pytest.mark.parametrize(("text", "named"), [("", ""), ("1, two", "two"), ("1_0", "1_0")])
def test_a_list_names_what_is_no_number(text: str, named: str) -> None:
    with pytest.raises(ScenarioError, match=f"“{named}” is not a number"):
        typed_list(text)
