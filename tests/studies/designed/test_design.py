"""Designs: which scenario each row is follows from its number alone, and covers what is varied."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import qmc

from explorer.model.errors import ScenarioError
from explorer.studies.designed.counted import drawn_shares, shuffled, stream, told
from explorer.studies.designed.design import factor_values, places_of, prepared
from explorer.studies.designed.sobol import sobol_points, sobol_shares
from tests.studies.designed.plans import (
    KOREA,
    assumed,
    control,
    korea_design,
    korea_plan,
    structured,
)

SEEDS = st.integers(0, 2**32 - 1)
ALL_SCALES = [
    control("missile_advances", kind="range", low=0, high=100),
    control("russia_alignment", kind="around", minus=30, plus=30),
]


def values(design, start: int, stop: int) -> np.ndarray:
    return factor_values(design, places_of(design, np.arange(start, stop)))


@given(SEEDS, st.integers(1, 300))
def test_a_shuffle_puts_each_thing_somewhere_and_nothing_twice(seed: int, size: int) -> None:
    found = shuffled(stream(seed, 1), np.arange(size), size)
    assert sorted(found.tolist()) == list(range(size))


@given(SEEDS, st.integers(0, 10**12 - 100))
def test_what_is_drawn_at_a_place_does_not_depend_on_the_others(seed: int, place: int) -> None:
    key, places = stream(seed, 3), np.arange(place, place + 50)
    assert drawn_shares(key, places)[7] == drawn_shares(key, places[7:8])[0]
    assert shuffled(key, places, 10**12)[7] == shuffled(key, places[7:8], 10**12)[0]
    assert np.all((drawn_shares(key, places) >= 0) & (drawn_shares(key, places) < 1))


def test_draws_look_drawn() -> None:
    shares = drawn_shares(stream(1, 2), np.arange(20_000))
    assert shares.mean() == pytest.approx(0.5, abs=0.01)
    assert np.histogram(shares, 10, (0, 1))[0] == pytest.approx(np.full(10, 2000), rel=0.1)
    others = drawn_shares(stream(2, 2), np.arange(20_000))
    assert abs(np.corrcoef(shares, others)[0, 1]) < 0.03
    assert abs(np.corrcoef(shares[1:], shares[:-1])[0, 1]) < 0.03


def test_sobol_points_are_those_of_the_reference() -> None:
    theirs = qmc.Sobol(40, scramble=False, bits=52).random(512)
    ours = sobol_points(np.arange(512), 40) / 2.0**52
    np.testing.assert_array_equal(ours, theirs)
    np.testing.assert_array_equal(sobol_points(np.arange(300, 310), 40) / 2.0**52, theirs[300:310])


@given(SEEDS)
def test_shifted_sobol_points_stay_as_even(seed: int) -> None:
    shares = sobol_shares(np.arange(64), 5, seed=seed)
    for place in range(5):
        assert sorted(np.floor(shares[:, place] * 64).tolist()) == list(range(64))


@given(SEEDS, st.integers(1, 60))
def test_a_latin_hypercube_uses_every_stratum_once(seed: int, rows: int) -> None:
    design = korea_design(*ALL_SCALES, combine={"kind": "latin_hypercube", "rows": rows}, seed=seed)
    table = values(design, 0, rows)
    strata = np.floor(table[:, 0] / 100 * rows + 1e-9).astype(int)
    assert sorted(strata.tolist()) == list(range(rows))


def test_a_cross_is_every_combination_and_the_last_factor_is_quickest() -> None:
    design = korea_design(
        control("missile_advances", kind="list", values=[10, 20, 30]),
        structured("patrons", "leave", "stay"),
        assumed("issues.icbm.cost.base", kind="around", minus=0.5, plus=0, steps=2),
        starts=[{"id": "one"}, {"id": "two"}],
    )
    assert design.rows == 2 * 3 * 2 * 3
    expected = list(itertools.product([10, 20, 30], [2, 1], [0.5, 0.75, 1]))
    np.testing.assert_allclose(values(design, 0, 36), expected * 2)
    assert places_of(design, np.arange(36)).start.tolist() == [0] * 18 + [1] * 18


def test_assumption_sets_are_quicker_than_all_factors() -> None:
    design = korea_design(
        control("missile_advances", kind="list", values=[10, 20]),
        combine={"kind": "assumption_sets", "sets": 3},
    )
    places = places_of(design, np.arange(6))
    assert places.set.tolist() == [0, 1, 2] * 2
    assert values(design, 0, 6)[:, 0].tolist() == [10] * 3 + [20] * 3


@pytest.mark.parametrize("kind", ["latin_hypercube", "sobol"])
def test_drawn_values_stay_within_what_is_varied(kind: str) -> None:
    design = korea_design(
        *ALL_SCALES,
        control("us_max_status", kind="list", values=[0, 2]),
        control("china_ties", kind="range", low=10, high=30, step=10),
        control("us_min_icbm", kind="around", minus=0, plus=2, steps=2),
        assumed("issues.icbm.cost.base", kind="around", minus=0.2, plus=0.1),
        structured("patrons"),
        combine={"kind": kind, "rows": 64},
    )
    table = values(design, 0, 64)
    assert 68 <= table[:, 1].min() <= table[:, 1].max() <= 100
    assert set(table[:, 2]) == {0, 2}
    assert set(table[:, 3]) == {10, 20, 30}
    assert set(table[:, 4]) == {0, 1, 2}
    assert 0.8 <= table[:, 5].min() <= table[:, 5].max() <= 1.1
    assert set(table[:, 6]) == {0, 1, 2}


def test_rows_far_into_a_long_study_are_there_at_once() -> None:
    design = korea_design(*ALL_SCALES, combine={"kind": "sobol", "rows": 10**12})
    assert values(design, 10**12 - 3, 10**12).shape == (3, 2)


def test_a_study_without_factors_is_its_starts() -> None:
    design = korea_design(starts=[{"id": "one"}, {"id": "two", "preset": "hanoi-2019"}])
    assert design.rows == 2
    assert values(design, 0, 2).shape == (2, 0)


def test_columns_tell_what_they_hold() -> None:
    design = korea_design(
        control("missile_advances", kind="list", values=[1]),
        assumed("issues.icbm.cost.base", kind="list", values=[1]),
        assumed("sender_stakes.waiting.base", kind="list", values=[1]),
        structured("patrons"),
        combine={"kind": "assumption_sets", "sets": 2},
    )
    by_name = {column.name: column for column in design.columns}
    assert len(by_name) == len(design.columns)
    assert list(by_name)[:3] == ["row", "start", "set"]
    assert by_name["assumption.issues.icbm.cost.base"].unit == "factor"
    assert by_name["assumption.sender_stakes.waiting.base"].unit == "Washington's points"
    assert by_name["structure.patrons"].words == ("partly_leave", "stay", "leave")


def test_a_study_with_a_mistake_is_refused_with_its_place() -> None:
    plan = korea_plan(control("missile_advances", kind="list", values=[1, 101]))
    with pytest.raises(ScenarioError, match=r"factors\[0\]: ways: 101 is not possible"):
        prepared(plan, KOREA)


def test_fifteen_digits_are_kept() -> None:
    assert told(np.array([1 / 3, 1e7 / 3])).tolist() == [0.333333333333333, 3333333.33333333]
