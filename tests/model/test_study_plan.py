"""Plans of studies: what can be varied in which ways, and what is refused with its place."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from explorer.files.case_file import bundled_case
from explorer.model.package import package_at, package_index
from explorer.model.study_check import plan_problems, row_count
from explorer.model.study_plan import Start
from explorer.model.study_start import start_scenario, structure_choice
from explorer.model.study_ways import AroundWays, ListedWays, RangeWays, Stand
from tests.studies.designed.plans import assumed, control, korea_plan, structured

KOREA = bundled_case("korea")
SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=20).map(np.array)
NUMBERS = st.floats(-1000, 1000)
STAND = Stand(50, 0, 100)


def problems(*factors: object, **fields: object) -> str:
    return "\n".join(plan_problems(korea_plan(*factors, **fields), KOREA))


@given(st.lists(NUMBERS, min_size=1, max_size=5), SHARES)
def test_listed_values_are_taken_as_they_are(values: list[float], shares: np.ndarray) -> None:
    ways = ListedWays(values=tuple(values))
    assert ways.at(STAND).tolist() == values
    assert ways.count == len(values)
    assert set(ways.spread(STAND, shares)) <= set(values)
    assert ways.spread(STAND, np.array([0.0, 1.0])).tolist() == [values[0], values[-1]]


@given(st.integers(-100, 100), st.integers(0, 50), st.sampled_from([0.1, 0.25, 1, 3]), SHARES)
def test_a_range_in_steps_goes_from_its_low_end_and_never_beyond_the_high_one(
    low: int, size: int, step: float, shares: np.ndarray
) -> None:
    ways = RangeWays(low=low, high=low + size, step=step)
    values = ways.at(STAND)
    assert len(values) == ways.count
    assert values[0] == low
    assert values[-1] <= low + size < values[-1] + step * (1 + 1e-6)
    np.testing.assert_allclose(np.diff(values), step, atol=1e-8)
    assert set(ways.spread(STAND, shares)) <= set(values)


@given(NUMBERS, st.floats(0, 1000), SHARES)
def test_a_range_without_steps_reaches_both_ends(
    low: float, size: float, shares: np.ndarray
) -> None:
    ways = RangeWays(low=low, high=low + size)
    assert ways.count == 0
    assert not len(ways.at(STAND))
    found = ways.spread(STAND, shares)
    assert np.all((found >= low) & (found <= low + size + 1e-9))
    assert ways.spread(STAND, np.array([0.0, 1.0])) == pytest.approx([low, low + size])


@given(st.floats(0, 100), st.floats(0, 200), st.floats(0, 200), st.integers(1, 5), SHARES)
def test_around_is_cut_at_the_ends(
    base: float, minus: float, plus: float, steps: int, shares: np.ndarray
) -> None:
    ways, stand = AroundWays(minus=minus, plus=plus, steps=steps), Stand(base, 0, 100)
    values = ways.at(stand)
    assert len(values) == ways.count
    assert np.all((values >= 0) & (values <= 100))
    assert np.all(np.diff(values) >= 0)
    assert np.isclose(values, base, atol=1e-8).any()
    found = ways.spread(stand, shares)
    assert np.all((found >= 0) & (found <= 100))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"low": 2, "high": 1}, "low 2 is above high 1"),
        ({"low": 0, "high": 100_000, "step": 1}, "makes 100,001 values"),
        ({"low": 0, "high": 1, "step": 0}, "greater than 0"),
    ],
)
def test_an_impossible_range_is_refused(fields: dict[str, float], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        RangeWays.model_validate(fields)


@pytest.mark.parametrize(
    ("factor", "told"),
    [
        (control("never", kind="list", values=[1]), 'factors[0]: There is no control "never"'),
        (control("china_ties", kind="list", values=[1, 200]), "ways: 200 is not possible; it runs"),
        (control("china_ties", kind="range", low=-5, high=5), "ways: -5 is not possible"),
        (control("us_min_icbm", kind="list", values=[0.5]), "only whole numbers"),
        (control("us_min_icbm", kind="range", low=0, high=2), "whole numbers only"),
        (control("us_min_icbm", kind="around", minus=0, plus=1, steps=2), "only whole numbers"),
        (assumed("never", kind="list", values=[1]), 'There is no assumption "never"'),
        (assumed("structure.patrons", kind="list", values=[1]), "is a structure choice"),
        (
            assumed("issues.icbm.benefit.verification.multipliers.1", kind="list", values=[1]),
            "is a row of shares",
        ),
        (assumed("ending_shares.patron_support.share", kind="list", values=[2]), "2 is not poss"),
        (assumed("issues.icbm.cost.base", kind="list", values=[-1]), "-1 is not possible"),
        (assumed("issues.icbm.cost.base", kind="list", values=[1e6]), "1e+06 is not possible"),
        (structured("never"), 'There is no structure choice "never"'),
        (structured("patrons", "never"), 'has no option "never"'),
    ],
)
def test_what_cannot_be_varied_so_is_told_with_its_place(
    factor: dict[str, object], told: str
) -> None:
    found = problems(factor, combine={"kind": "sobol", "rows": 4})
    assert told in found
    assert found.startswith("factors[0]")


def test_an_edit_that_breaks_a_rule_of_the_case_is_told() -> None:
    found = problems(assumed("discounts.relief.floor", kind="list", values=[1e7]))
    assert found.startswith("factors[0]")


def test_crossed_factors_need_steps() -> None:
    open_range = control("china_ties", kind="range", low=0, high=5)
    assert "factors[0].ways: needs a step" in problems(open_range)
    assert "needs a step" in problems(open_range, combine={"kind": "assumption_sets", "sets": 2})
    assert problems(open_range, combine={"kind": "latin_hypercube", "rows": 2}) == ""


def test_a_study_beyond_all_bounds_is_refused() -> None:
    scales = [each.id for each in KOREA.controls if each.kind == "scale"]
    factors = [control(each, kind="range", low=0, high=100, step=1) for each in scales]
    assert "possible" in problems(*factors)
    assert row_count(korea_plan(*factors), KOREA) == 101 ** len(scales)


def test_a_study_of_another_case_is_refused() -> None:
    plan = korea_plan().model_copy(update={"case": "other"})
    assert plan_problems(plan, KOREA) == ('case: is "other", but this is "korea"',)


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ({"preset": "never"}, "no preset"),
        ({"controls": {"never": 1}}, "no control"),
        ({"controls": {"china_ties": 101}}, "cannot be 101"),
        ({"structure": {"never": "x"}}, "no structure choice"),
        ({"assumptions": {"never": {"values": [1], "low": 1, "high": 1}}}, "no assumption"),
    ],
)
def test_a_start_that_cannot_be_is_told_with_its_place(start: dict[str, object], told: str) -> None:
    found = problems(starts=[{"id": "fine"}, {"id": "wrong", **start}])
    assert found.startswith("starts[1]: ")
    assert told in found


def test_a_start_is_a_preset_with_changes() -> None:
    start = Start.model_validate(
        {
            "id": "own",
            "preset": "hanoi-2019",
            "as_of": "2020-01-02",
            "controls": {"china_ties": 12},
            "structure": {"patrons": "leave"},
            "assumptions": {"sender_stakes.waiting.base": {"values": [9], "low": 8, "high": 10}},
        }
    )
    scenario = start_scenario(start, KOREA)
    assert scenario.name == "own"
    assert scenario.value("china_ties") == 12
    assert scenario.case.sender_stakes.waiting.base.value == 9
    assert structure_choice(scenario.case, "patrons").default == "leave"
    assert str(scenario.as_of) == "2020-01-02"


@given(st.integers(0, 1_943_999))
def test_a_package_and_its_number_belong_together(number: int) -> None:
    assert package_index(KOREA, package_at(KOREA, number)) == number
