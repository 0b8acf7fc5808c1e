"""Many rows at once are what solving the scenario of each alone says, whatever is varied."""

import numpy as np
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from explorer.model.breaking import Claim
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.package import package_index, package_of
from explorer.model.result import Floats, Solution
from explorer.solver.solve import solve
from explorer.solver.term_sheet import term_sheet
from explorer.solver.uncertain import assumption_sets
from explorer.studies.designed.batch import row_scenario, solved
from explorer.studies.designed.design import Design, prepared
from explorer.studies.resilience import resilience
from tests.examples import examples
from tests.strategies import small_cases
from tests.studies.designed.plans import (
    KOREA,
    QUICK_OUTPUTS,
    assumed,
    control,
    korea_design,
    small_plans,
    some_rows,
    structured,
)

ROUNDING = 1.5e-9
"""A number that lies in the middle between two ninth decimals may be rounded either way."""

SEEDS = st.integers(0, 2**32 - 1)


def agrees(design: Design, row: int, cells: Floats) -> None:
    """Check all outputs of a row against its scenario, solved alone."""
    scenario = row_scenario(design, row)
    case, result = scenario.case, solve(scenario)
    found = {column.name: cell for column, cell in zip(design.columns, cells, strict=True)}
    assert found["row"] == row
    assert found["zone.packages"] == result.zone.packages
    for class_id, count in result.zone.by_class:
        assert found[f"packages.{class_id}"] == count
    for each in result.board:
        assert found[f"open.{each.row.id}"] == each.is_open
        assert found[f"limit.{each.row.id}"] == pytest.approx(each.sender_limit, abs=ROUNDING)
        floor = np.nan if each.target_floor is None else each.target_floor
        assert found[f"floor.{each.row.id}"] == pytest.approx(floor, abs=ROUNDING, nan_ok=True)
    for each in case.packages:
        sheet = term_sheet(scenario, package_of(case, each.levels))
        assert found[f"in.{each.id}"] == sheet.is_in_zone
        told = found[f"sender_gain.{each.id}"], found[f"target_gain.{each.id}"]
        gains = (sheet.sender_gain, sheet.target_gain) if sheet.gives_both else (np.nan, np.nan)
        assert told == pytest.approx(gains, abs=2 * ROUNDING, nan_ok=True)
    for name, point in (
        ("nash", result.nash),
        ("kalai_smorodinsky", result.kalai_smorodinsky),
    ):
        told = [found[f"{name}.{part}"] for part in ("package", "sender_gain", "target_gain")]
        assert told == pytest.approx(_numbers(case, point), abs=2 * ROUNDING, nan_ok=True)


def _numbers(case: Case, point: Solution | None) -> list[float]:
    if point is None:
        return [np.nan] * 3
    number = package_index(case, point.package)
    return [float(number), point.sender_gain, point.target_gain]


@examples(60)
@given(st.data(), small_cases(), SEEDS)
def test_each_row_of_a_small_case_is_its_scenario_solved(
    data: st.DataObject, case: Case, seed: int
) -> None:
    plan = data.draw(small_plans(case))
    try:
        design = prepared(plan, case)
        rows = some_rows(design, seed)
        scenarios = [row_scenario(design, row) for row in rows]
    except ScenarioError:
        # Values that each can stand alone may break a rule of the case together.
        reject()
    assert len(scenarios) == len(rows)
    table = solved(design, rows[0], rows[-1] + 1)
    for row in rows:
        agrees(design, row, table[row - rows[0]])


@pytest.mark.parametrize(
    "combine",
    [
        {"kind": "cross"},
        {"kind": "latin_hypercube", "rows": 30},
        {"kind": "sobol", "rows": 30},
        {"kind": "assumption_sets", "sets": 5},
    ],
    ids=lambda combine: combine["kind"],
)
def test_each_row_of_korea_is_its_scenario_solved(combine: dict[str, object]) -> None:
    design = korea_design(
        control("missile_advances", kind="range", low=0, high=100, step=50),
        control("us_max_status", kind="list", values=[1, 3]),
        assumed("issues.icbm.cost.base", kind="around", minus=0.2, plus=0.2),
        assumed("issues.icbm.cost.slopes.missile_advances.series", kind="list", values=[0.9]),
        assumed("issues.icbm.benefit.growth.fixed_share", kind="list", values=[0.3, 0.5]),
        structured("trust_and_verification"),
        starts=[
            {"id": "now", "preset": KOREA.default_preset},
            {"id": "then", "preset": "hanoi-2019", "structure": {"patrons": "leave"}},
        ],
        outputs=QUICK_OUTPUTS,
        combine=combine,
    )
    rows = [0, design.rows // 3, design.rows // 2, design.rows - 1]
    for row in rows:
        agrees(design, row, solved(design, row, row + 1)[0])


@examples(20)
@given(st.data(), small_cases())
def test_a_study_comes_out_the_same_however_it_is_cut(data: st.DataObject, case: Case) -> None:
    plan = data.draw(small_plans(case))
    try:
        design = prepared(plan, case)
    except ScenarioError:
        reject()
    rows = min(design.rows, 40)
    cut = data.draw(st.integers(0, rows))
    whole = solved(design, 0, rows)
    parts = [solved(design, 0, cut), solved(design, cut, rows)]
    # Apart from the last digit, which products of matrices may round by what stands beside it.
    np.testing.assert_allclose(np.concatenate(parts), whole, rtol=0, atol=ROUNDING, equal_nan=True)


def test_assumption_sets_are_those_of_how_sure() -> None:
    design = korea_design(combine={"kind": "assumption_sets", "sets": 50}, seed=7)
    table = solved(design, 13, 40)
    draws = assumption_sets(design.starts[0], 50, seed=7)
    places = {column.name: place for place, column in enumerate(design.columns)}
    for name, values in draws.numbers.items():
        assert table[:, places[f"draw.{name}"]] == pytest.approx(values[13:40], rel=1e-14)
    for name, values in draws.controls.items():
        assert table[:, places[f"draw.controls.{name}"]] == pytest.approx(values[13:40], rel=1e-14)


def test_what_a_factor_varies_is_not_drawn() -> None:
    design = korea_design(
        control("us_credibility", kind="list", values=[10, 90]),
        assumed("issues.icbm.cost.base", kind="list", values=[1.1]),
        assumed("sender_stakes.waiting.base", kind="list", values=[20]),
        combine={"kind": "assumption_sets", "sets": 3},
    )
    gone = {"controls.us_credibility", "issues.icbm.cost", "sender_stakes.waiting.base"}
    assert not gone & set(design.drawn)
    assert "issues.srbm.cost" in design.drawn
    scenario = row_scenario(design, 4)
    assert scenario.value("us_credibility") == 90


def test_a_structure_choice_decides_what_is_drawn() -> None:
    sets = {"kind": "assumption_sets", "sets": 4}
    design = korea_design(structured("patrons"), combine=sets)
    place = [column.name for column in design.columns].index("draw.ending_shares.patron_support")
    table = solved(design, 0, design.rows)
    known = [option.id for option in KOREA.structure[0].options]
    assert KOREA.structure[0].id == "patrons"
    drawn = ~np.isnan(table[:, place])
    chosen = table[:, 3]
    for number, option in enumerate(KOREA.structure[0].options):
        is_free = getattr(option, "fixed", None) is None
        assert drawn[chosen == number].all() == is_free, known[number]


def test_draws_are_kept_only_where_they_are_wanted() -> None:
    sets = {"kind": "assumption_sets", "sets": 4}
    design = korea_design(combine=sets, keeps_draws=False)
    whole = korea_design(combine=sets)
    assert design.drawn == ()
    some = [place for place, each in enumerate(whole.columns) if each.role != "draw"]
    np.testing.assert_array_equal(solved(design, 0, 4), solved(whole, 0, 4)[:, some])


def test_rows_alone_are_the_same_as_with_everything_else() -> None:
    factor = control("missile_advances", kind="range", low=0, high=100, step=10)
    some = korea_design(factor, outputs=["rows", "floors", "limits"])
    whole = korea_design(factor, outputs=["zone", "rows", "floors", "limits"])
    table = solved(whole, 0, 11)
    names = [column.name for column in whole.columns]
    table = np.delete(table, names.index("zone.packages"), axis=1)
    np.testing.assert_allclose(solved(some, 0, 11), table, rtol=0, atol=ROUNDING)


def test_resilience_is_that_of_the_scenario_alone() -> None:
    row = KOREA.rows[0].id
    design = korea_design(
        control("missile_advances", kind="list", values=[40, 95]),
        assumed("sender_stakes.waiting.base", kind="list", values=[20, 1e6]),
        outputs=["resilience"],
        of_rows=[row],
    )
    table = solved(design, 0, 4)
    for place in range(4):
        found = resilience(solve(row_scenario(design, place)), Claim("row", row)).share
        expected = np.nan if found is None else found
        assert table[place, -1] == pytest.approx(expected, nan_ok=True)


def test_resilience_of_what_cannot_be_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> object:
        raise ScenarioError

    monkeypatch.setattr("explorer.studies.designed.outputs.written_scenario", refuse)
    assert np.isnan(solved(korea_design(outputs=["resilience"]), 0, 1)[0, 2:]).all()


def test_only_named_rows_and_packages_are_kept() -> None:
    row, package = KOREA.rows[1].id, KOREA.packages[2].id
    design = korea_design(
        outputs=["rows", "floors", "packages", "gains"], of_rows=[row], of_packages=[package]
    )
    kept = [column.name for column in design.columns if column.role == "output"]
    gains = [f"sender_gain.{package}", f"target_gain.{package}"]
    assert kept == [f"open.{row}", f"floor.{row}", f"in.{package}", *gains]
    assert solved(design, 0, 1).shape == (1, 2 + len(kept))
