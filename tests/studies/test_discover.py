"""Scenario discovery: it finds the boxes that were hidden, and counts as brute force does."""

from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.result import Flags
from explorer.model.study_found import Discovery, Found
from explorer.studies.binomial import binomial_tail
from explorer.studies.discover import MOST_BOXES, FactorColumn, discovered
from explorer.studies.rule import MOST_BOUNDS

SEEDS = st.integers(0, 2**32 - 1)


def columns_of(rows: int, seed: int) -> tuple[FactorColumn, ...]:
    """Return a share, a whole number to 20, a kind without order, and noise."""
    random = np.random.default_rng(seed)
    return (
        FactorColumn("share", random.random(rows)),
        FactorColumn("steps", random.integers(0, 21, rows).astype(float)),
        FactorColumn("kind", random.integers(0, 4, rows).astype(float), is_ordered=False),
        FactorColumn("noise", random.random(rows)),
    )


def inside(box: Found, columns: tuple[FactorColumn, ...]) -> Flags:
    flags = np.ones(len(columns[0].values), dtype=np.bool_)
    for stretch in box.stretches:
        values = next(each.values for each in columns if each.id == stretch.factor)
        if stretch.values is None:
            flags &= (values >= stretch.low) & (values <= stretch.high)
        else:
            flags &= np.isin(values, stretch.values)
    return flags


def test_a_hidden_box_is_found_with_its_bounds() -> None:
    columns = columns_of(20_000, seed=1)
    share, steps, kind, _ = (each.values for each in columns)
    holds = (share > 0.6) & (steps <= 12) & (kind != 2)
    found = discovered(columns, holds)
    best = found.boxes[0]
    assert found.coverage(best) > 0.95
    assert found.density(best) > 0.95
    bounds = {each.factor: each for each in best.stretches}
    assert set(bounds) == {"share", "steps", "kind"}
    assert bounds["share"].low == pytest.approx(0.6, abs=0.02)
    assert bounds["share"].high == share.max()
    assert bounds["steps"].high == 12
    assert bounds["kind"].values == (0, 1, 3)
    assert max(each.chance for each in best.stretches) < 1e-6


def test_two_boxes_apart_are_both_found() -> None:
    columns = columns_of(10_000, seed=2)
    share, steps = columns[0].values, columns[1].values
    found = discovered(columns, (share > 0.8) | (steps <= 3))
    assert len(found.boxes) == 2
    assert found.covered > 0.95 * found.wanted
    assert {box.stretches[0].factor for box in found.boxes} == {"share", "steps"}


def test_where_most_rows_hold_the_outcome_what_spoils_it_is_told() -> None:
    columns = columns_of(5_000, seed=3)
    holds = columns[1].values <= 17
    best = discovered(columns, holds).boxes[0]
    (bound,) = best.stretches
    assert (bound.factor, bound.low, bound.high) == ("steps", 0, 17)


@pytest.mark.parametrize("share", [0, 1])
def test_what_is_always_or_never_so_has_no_box(share: int) -> None:
    found = discovered(columns_of(500, seed=4), np.full(500, bool(share)))
    assert found == Discovery(500, 500 * share, ())
    assert found.covered == 0


def test_no_box_is_told_of_pure_noise_or_without_factors() -> None:
    columns = columns_of(4_000, seed=5)
    holds = np.random.default_rng(6).random(4_000) < 0.3
    for box in discovered(columns, holds).boxes:
        assert box.rows < 0.1 * 4_000
    assert discovered((), holds).boxes == ()
    same = FactorColumn("same", np.zeros(4_000))
    assert discovered((same,), holds).boxes == ()


def test_shares_of_nothing_are_nought() -> None:
    empty = Found((), 0, 0)
    assert Discovery.density(empty) == Discovery(5, 0, ()).coverage(empty) == 0


def test_progress_is_told_and_whoever_is_told_may_stop_it() -> None:
    columns, heard = columns_of(2_000, seed=7), list[float]()
    discovered(columns, columns[0].values > 0.5, told=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1

    def stop(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        discovered(columns, columns[0].values > 0.5, told=stop)


@given(
    SEEDS,
    st.integers(20, 300),
    st.floats(0.1, 0.9),
    st.integers(0, 20),
    st.floats(0, 0.2),
    st.integers(1, MOST_BOXES),
)
def test_counts_are_those_of_brute_force_and_no_row_counts_twice(
    seed: int, rows: int, share: float, steps: int, doubt: float, most: int
) -> None:
    columns = columns_of(rows, seed)
    holds = (columns[0].values > share) | (columns[1].values < steps - 10)
    holds ^= np.random.default_rng(seed).random(rows) < doubt
    found = discovered(columns, holds, most_boxes=most)
    assert found == discovered(columns, holds, most_boxes=most)
    assert (found.rows, found.wanted) == (rows, np.count_nonzero(holds))
    assert len(found.boxes) <= most
    left = np.ones(rows, dtype=np.bool_)
    for box in found.boxes:
        here = inside(box, columns)
        assert box.rows == np.count_nonzero(here & left)
        assert box.wanted == np.count_nonzero(here & left & holds)
        assert 1 <= len(box.stretches) <= MOST_BOUNDS
        assert all(0 <= each.chance <= 1 for each in box.stretches)
        # Denser than what was left before it.
        assert found.density(box) > np.mean(holds[left])
        left &= ~here
    assert found.covered <= found.wanted


@given(st.integers(0, 40), st.integers(0, 40), st.floats(0, 1))
def test_the_tail_of_the_binomial_distribution_is_summed(
    least: int, count: int, share: float
) -> None:
    expected = sum(
        comb(count, k) * share**k * (1 - share) ** (count - k) for k in range(least, count + 1)
    )
    assert binomial_tail(least, count, share) == pytest.approx(expected, abs=1e-9)
