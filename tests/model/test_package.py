"""The numbering of packages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.errors import ScenarioError
from explorer.model.package import (
    bundle_at,
    bundle_count,
    bundle_index,
    package_at,
    package_levels,
    package_of,
)
from tests.packages import package_index

CASE = bundled_case("korea")
SHAPES = st.lists(st.integers(1, 6), min_size=1, max_size=6).map(tuple)


@given(SHAPES, st.data())
def test_a_bundle_and_its_number_name_each_other(
    shape: tuple[int, ...], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, bundle_count(shape) - 1))
    bundle = bundle_at(shape, index)
    assert all(0 <= level < size for level, size in zip(bundle, shape, strict=True))
    assert bundle_index(shape, bundle) == index


@given(st.integers(0, bundle_count(CASE.target_shape) * bundle_count(CASE.sender_shape) - 1))
def test_a_package_its_number_and_its_levels_name_each_other(index: int) -> None:
    package = package_at(CASE, index)
    assert package_index(CASE, package) == index
    assert package_of(CASE, package_levels(CASE, package)) == package


def test_the_last_concession_varies_fastest() -> None:
    assert package_levels(CASE, package_at(CASE, 1))[CASE.sender_issues[-1].id] == 1


@pytest.mark.parametrize(
    ("levels", "words"),
    [({"icmb": 1}, "no issue"), ({"icbm": 9}, "does not exist"), ({"icbm": -1}, "does not exist")],
)
def test_levels_that_do_not_exist_are_refused(levels: dict[str, int], words: str) -> None:
    with pytest.raises(ScenarioError, match=words):
        package_of(CASE, levels)
