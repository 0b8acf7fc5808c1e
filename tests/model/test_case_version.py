"""Versions compare number by number, and what is no version is never newer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.case_version import is_newer, version_numbers

RISING = ("", "1", "1.0.1", "1.2", "1.10", "2.0", "2.1", "2.10", "2025-10-23", "2026-08-01")


def test_versions_and_dates_rise_number_by_number() -> None:
    for place, version in enumerate(RISING):
        for other in RISING[:place]:
            assert is_newer(version, other)
            assert not is_newer(other, version)


@pytest.mark.parametrize(("version", "other"), [("2.0", "2"), ("2", "2.0.0"), ("", "")])
def test_zeros_at_the_end_make_no_difference(version: str, other: str) -> None:
    assert not is_newer(version, other)
    assert not is_newer(other, version)


@given(st.text(max_size=30), st.text(max_size=30))
def test_of_two_texts_at_most_one_is_newer(version: str, other: str) -> None:
    assert not (is_newer(version, other) and is_newer(other, version))


@pytest.mark.parametrize("version", ["", "new", "2.0-beta", "2..1", "9" * 10, "²", "2." * 30, "v2"])
def test_what_is_no_version_is_never_newer(version: str) -> None:
    assert version_numbers(version) is None
    assert not is_newer(version, "1.0")
    assert not is_newer("3.0", version) or not version
