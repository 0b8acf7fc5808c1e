"""Results of tables: a package exactly where there is a deal, and no table twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from explorer.model.table_result import (
    MOST_TABLES,
    MOST_VARIANTS,
    TableClass,
    TableResult,
    variant_letter,
    variant_of_table,
)


def test_a_table_has_a_package_exactly_if_it_agreed() -> None:
    with pytest.raises(ValidationError, match="has levels if it agreed"):
        TableResult(name="1", ending="agreed")
    with pytest.raises(ValidationError, match="has levels if it agreed"):
        TableResult(name="1", ending="no_deal", levels={"a": 1})


def test_no_table_stands_twice() -> None:
    once = TableResult(name="1", ending="no_deal")
    assert TableClass(results=(once,)).results == (once,)
    with pytest.raises(ValidationError, match="same name"):
        TableClass(results=(once, once))


def test_every_variant_has_a_letter_of_its_own() -> None:
    letters = [variant_letter(each) for each in range(MOST_VARIANTS)]
    assert letters[0] == "A"
    assert len(set(letters)) == MOST_VARIANTS
    assert all(letter.isalpha() for letter in letters)


@given(st.integers(1, MOST_VARIANTS), st.integers(2, MOST_TABLES))
def test_variants_are_dealt_out_as_evenly_as_can_be(variants: int, tables: int) -> None:
    dealt = [variant_of_table(number, variants) for number in range(1, tables + 1)]
    counts = [dealt.count(variant) for variant in range(variants)]
    assert max(counts) - min(counts) <= 1
    assert dealt[0] == 0
