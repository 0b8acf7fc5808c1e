"""Laws of numbers in cells: any country's way of typing them, and nothing guessed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.workbook.numbers import cell_number, kept_number
from explorer.model.errors import ScenarioError


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        (3.5, 3.5),
        (True, 1),
        ("12", 12),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("1 234", 1234),
        ("1\u00a0234\u202f567,25", 1234567.25),
        ("1'234", 1234),
        ("\N{MINUS SIGN}2", -2),
        ("+2e3", 2000),
        ("0,125", 0.125),
        ("1.234", 1.234),
    ],
)
def test_numbers_are_read_as_they_are_meant(typed: object, number: float) -> None:
    assert cell_number(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "x",
        "1,2,3",
        "1.2.3",
        "12,34.5",
        "1e999",
        "1..2",
        ",",
        "nan",
        "inf",
        "1,234,56",
        math.nan,
    ],
)
def test_what_is_no_number_is_refused(typed: object) -> None:
    with pytest.raises(ScenarioError, match=r"no number|no ordinary number"):
        cell_number(typed)


def test_a_comma_before_three_digits_is_not_guessed() -> None:
    with pytest.raises(ScenarioError, match=r"may mean 1234 or 1\.234"):
        cell_number("1,234")


@given(st.floats(-1e12, 1e12))
def test_what_a_spreadsheet_loses_of_a_number_is_given_back(number: float) -> None:
    assert kept_number(float(f"{number:.15g}"), number) == number


def test_another_number_is_taken() -> None:
    assert kept_number(2.000001, 2) == 2.000001
