"""Sets as bits agree with plain flags, whatever the number of bundles."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from explorer.model.result import Counts, Flags
from explorer.solver.bit_sets import (
    first_sets,
    holds,
    packed,
    sizes,
    sizes_by_stretch,
    stretches,
    unpacked,
)

MOST = 150
"""More than two words hold, so that words end inside of stretches."""


@st.composite
def flag_rows(draw: st.DrawFn) -> Flags:
    shape = (draw(st.integers(1, 6)), draw(st.integers(1, MOST)))
    return draw(arrays.arrays(np.bool_, shape))


def _rising(draw: st.DrawFn, first: int, last: int) -> Counts:
    """Draw places from the first to the last, which may repeat."""
    between = draw(st.lists(st.integers(first, last), max_size=8))
    return np.array([first, *sorted(between), last])


@given(flag_rows())
def test_what_is_packed_comes_out_again(flags: Flags) -> None:
    assert np.array_equal(unpacked(packed(flags), flags.shape[1]), flags)


@given(flag_rows())
def test_sizes_count_the_flags(flags: Flags) -> None:
    assert np.array_equal(sizes(packed(flags)), flags.sum(axis=1))


@given(flag_rows(), st.data())
def test_a_set_holds_what_its_flags_tell(flags: Flags, data: st.DataObject) -> None:
    place = st.integers(0, flags.shape[1] - 1)
    bundles = np.array([data.draw(place) for _ in flags])
    expected = flags[np.arange(len(flags)), bundles]
    assert np.array_equal(holds(packed(flags), bundles), expected)


@given(flag_rows(), st.data())
def test_stretches_are_counted_as_slices_are(flags: Flags, data: st.DataObject) -> None:
    edges = _rising(data.draw, 0, flags.shape[1])
    starts = np.unique(_rising(data.draw, 0, len(flags) - 1))
    found = sizes_by_stretch(packed(flags), stretches(edges), starts)
    ends = np.append(starts[1:], len(flags))
    expected = [
        [flags[top:bottom, left:right].sum() for top, bottom in zip(starts, ends, strict=True)]
        for left, right in pairwise(edges)
    ]
    assert found.tolist() == expected


@given(st.integers(1, MOST), st.integers(1, 4), st.randoms(use_true_random=False))
def test_first_sets_hold_the_first_bundles_of_each_order(count: int, rows: int, random) -> None:
    orders = np.array([random.sample(range(count), count) for _ in range(rows)])
    found = unpacked(first_sets(orders), count)
    for order, sets in zip(orders, found, strict=True):
        for place in range(count + 1):
            assert set(np.flatnonzero(sets[place])) == set(order[:place].tolist())
