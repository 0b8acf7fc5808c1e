"""Stakeholders and guards agree with every single package worked out on its own."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.others import Spread, ZoneOthers
from explorer.model.package import Package, package_at, package_of
from explorer.model.scenario import Scenario, default_scenario, preset_scenario, with_line_preset
from explorer.solver.deal_zone import deal_zone, zone_packages
from explorer.solver.nearest_miss import nearest_miss
from explorer.solver.opening import zone_openings
from explorer.solver.solve import solve
from explorer.solver.stakeholder import package_others, row_others, zone_others
from explorer.solver.sweep import sweep
from explorer.solver.term_sheet import term_sheet
from tests.examples import examples
from tests.solver.brute_force import (
    Flags,
    Floats,
    brute_force,
    gauge_values,
    row_flags,
    stakeholder_points,
)
from tests.strategies import korea_scenarios, small_scenarios

KOREA = bundled_case("korea")
GUARDS = tuple(control.id for control in KOREA.controls if control.kind == "guard")
SCENARIOS = st.one_of(small_scenarios(respects_signs=False), korea_scenarios())


def assert_spread(spread: Spread, values: Floats) -> None:
    """Fail unless a spread is that of these values."""
    expected = (values.min(), values.mean(), values.max(), (values >= -1e-9).mean())
    found = (spread.lowest, spread.mean, spread.highest, spread.share)
    assert found == pytest.approx(expected, abs=1e-7)


def assert_others(found: ZoneOthers, members: Flags) -> None:
    """Fail unless these are the spreads over these packages."""
    scenario = found.scenario
    case = scenario.case
    assert found.packages == np.count_nonzero(members)
    if not found.packages:
        assert found.spreads == found.gauges == ()
        return
    for stakeholder, spread in zip(case.stakeholders, found.spreads, strict=True):
        assert_spread(spread, stakeholder_points(scenario, stakeholder.id)[members])
    for gauge, spread in zip(case.gauges, found.gauges, strict=True):
        assert_spread(spread, gauge_values(scenario, gauge)[members])


@examples(40)
@given(SCENARIOS)
def test_the_spreads_over_the_zone_and_its_rows_are_those_of_every_package(
    scenario: Scenario,
) -> None:
    members = brute_force(scenario).is_member
    assert_others(zone_others(scenario), members)
    for row in scenario.case.rows:
        assert_others(row_others(scenario, row.id), members & row_flags(scenario, row))


@given(SCENARIOS, st.data())
def test_a_packages_points_and_gauges_are_those_of_brute_force(
    scenario: Scenario, data: st.DataObject
) -> None:
    case = scenario.case
    total = int(np.prod((*case.target_shape, *case.sender_shape)))
    number = data.draw(st.integers(0, total - 1))
    others = package_others(scenario, package_at(case, number))
    for standing in others.standings:
        expected = stakeholder_points(scenario, standing.stakeholder.id)[number]
        assert standing.points == pytest.approx(expected)
        parts = [points for _, points in standing.parts]
        parts += [term.points for term in standing.terms]
        assert sum(parts) == pytest.approx(expected)
        assert standing.low <= standing.points <= standing.high
        every = stakeholder_points(scenario, standing.stakeholder.id)
        assert (standing.worst, standing.best) == pytest.approx((every.min(), every.max()))
    for reading in others.readings:
        assert reading.value == pytest.approx(gauge_values(scenario, reading.gauge)[number])
        assert reading.low <= reading.value <= reading.high
        every = gauge_values(scenario, reading.gauge)
        assert (reading.worst, reading.best) == pytest.approx((every.min(), every.max()))


@given(korea_scenarios())
def test_a_row_that_is_unknown_is_refused(scenario: Scenario) -> None:
    with pytest.raises(KeyError):
        row_others(scenario, "unheard-of")


@examples(60)
@given(SCENARIOS, st.data())
def test_a_guard_takes_exactly_the_packages_that_harm_its_stakeholder(
    scenario: Scenario, data: st.DataObject
) -> None:
    guards = [control for control in scenario.case.controls if control.kind == "guard"]
    off = scenario.with_values({guard.id: 0 for guard in guards})
    chosen = [guard for guard in guards if data.draw(st.booleans())]
    on = off.with_values({guard.id: 1 for guard in chosen})
    members = brute_force(off).is_member
    for guard in chosen:
        members = members & (stakeholder_points(off, guard.stakeholder) >= -1e-9)
    assert zone_packages(deal_zone(on)) == np.count_nonzero(members)
    for spread, stakeholder in zip(
        zone_others(on).spreads, scenario.case.stakeholders, strict=False
    ):
        if stakeholder.id in {guard.stakeholder for guard in chosen}:
            assert spread.share == 1
            assert spread.lowest >= 0


@given(korea_scenarios(), st.integers(0, 1_943_999))
def test_the_term_sheet_names_exactly_the_guards_that_a_package_breaks(
    scenario: Scenario, number: int
) -> None:
    on = scenario.with_values(dict.fromkeys(GUARDS, 1))
    package = package_at(KOREA, number)
    points = {s.stakeholder.id: s.points for s in package_others(on, package).standings}
    harmed = [
        control.id
        for control in KOREA.controls
        if control.kind == "guard" and points[control.stakeholder] < 0
    ]
    broken = [line for line in term_sheet(on, package).broken_lines if line in GUARDS]
    assert broken == harmed


def test_a_zone_that_a_guard_empties_is_opened_by_letting_it_go() -> None:
    narrow = {"dprk_min_status": 3, "dprk_max_short_range": 0}
    scenario = preset_scenario(KOREA, "october-2025").with_values(
        {**narrow, "no_loss_south_korea_conservative": 1}
    )
    assert zone_packages(deal_zone(scenario)) == 0
    openings = {item.control_id: item for item in zone_openings(solve(scenario))}
    assert openings["no_loss_south_korea_conservative"].packages > 0


def test_a_guard_tips_rows_in_a_sweep_as_the_board_says() -> None:
    scenario = preset_scenario(KOREA, "october-2025").with_values(
        {"dprk_min_status": 2, "us_max_exercises": 0}
    )
    swept = sweep(scenario, "no_loss_south_korea_conservative")
    assert swept.is_open[:, 0].sum() > swept.is_open[:, 1].sum()


def test_the_nearest_package_of_a_guarded_zone_harms_nobody_guarded() -> None:
    scenario = preset_scenario(KOREA, "october-2025").with_value("no_loss_japan", 1)
    harmful = package_of(KOREA, {"icbm": 1, "test": 1, "exer": 2})
    nearest = nearest_miss(scenario, harmful)
    assert nearest is not None
    others = package_others(scenario, nearest.package)
    assert min(s.points for s in others.standings if s.stakeholder.id == "japan") >= 0


def test_a_set_of_red_lines_leaves_guards_as_they_are() -> None:
    scenario = default_scenario(KOREA).with_values(dict.fromkeys(GUARDS, 1))
    for preset in KOREA.line_presets:
        drawn = with_line_preset(scenario, preset.id)
        assert all(drawn.value(guard) == 1 for guard in GUARDS)


def test_the_decoupling_gauge_is_high_where_only_the_sender_is_protected() -> None:
    scenario = preset_scenario(KOREA, "october-2025")
    readings = [
        package_others(scenario, package_of(KOREA, levels)).readings[0].value
        for levels in ({"icbm": 1}, {"icbm": 1, "srbm": 1}, {"icbm": 1, "srbm": 2})
    ]
    benefit = KOREA.issue("icbm").benefit
    assert benefit is not None
    assert benefit.growth is not None
    fixed = benefit.growth.fixed_share.value
    grown = fixed + (1 - fixed) * scenario.share(benefit.growth.control)
    trust = scenario.share(KOREA.sender_stakes.credibility)
    served = benefit.points.values[1] * grown * trust
    spared = KOREA.stakeholder("south-korea-2025").points["srbm"].values
    assert readings == pytest.approx([served - each for each in spared])
    assert readings == sorted(readings, reverse=True)


def test_nothing_given_changes_nothing_for_anybody() -> None:
    scenario = preset_scenario(KOREA, "october-2025")
    nothing = Package((0,) * len(KOREA.target_shape), (0,) * len(KOREA.sender_shape))
    others = package_others(scenario, nothing)
    assert {s.points for s in others.standings} == {0}
    assert {r.value for r in others.readings} == {0}
