"""Binding lines: what is said to come back does, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.package import package_at
from explorer.model.scenario import Scenario, control_range, preset_scenario
from explorer.model.structure import coherence_counts
from explorer.solver.binding import binding_lines
from explorer.solver.solve import solve
from explorer.solver.term_sheet import term_sheet
from tests.examples import examples
from tests.solver.brute_force import brute_force
from tests.strategies import small_scenarios

CASE = bundled_case("korea")


def dropped(scenario: Scenario, line: str) -> Scenario:
    off = control_range(scenario.case, scenario.case.control(line)).off
    return scenario.with_value(line, off)


@examples(60)
@given(small_scenarios())
def test_every_line_is_counted_as_the_brute_force_counts_it(scenario: Scenario) -> None:
    before = brute_force(scenario)
    drawn = [
        control.id
        for control in scenario.case.controls
        if control.kind != "scale"
        and scenario.value(control.id) != control_range(scenario.case, control).off
        and (control.kind != "coherence" or coherence_counts(scenario.case))
    ]
    found = binding_lines(scenario)
    assert [line.control_id for line in found] == drawn
    closed = {row.row.id for row in before.board if not row.is_open}
    for line in found:
        after = brute_force(dropped(scenario, line.control_id))
        assert line.regained == after.packages - before.packages >= 0
        opened = {row.row.id for row in after.board if row.is_open}
        assert set(line.opened) == closed & opened


@examples(60)
@given(small_scenarios(), st.data())
def test_a_package_joins_without_its_only_broken_line_and_else_not(
    scenario: Scenario, data: st.DataObject
) -> None:
    total = brute_force(scenario).total
    package = package_at(scenario.case, data.draw(st.integers(0, total - 1)))
    sheet = term_sheet(scenario, package)
    for line in sheet.broken_lines:
        joins = term_sheet(dropped(scenario, line), package).is_in_zone
        assert joins == (line == sheet.lone_line)
    if not sheet.broken_lines:
        assert sheet.lone_line == ""


def test_both_declared_lines_are_each_enough_to_empty_the_zone() -> None:
    scenario = preset_scenario(CASE, "october-2025-declared")
    regained = {line.control_id: line.regained for line in binding_lines(scenario)}
    assert {line for line, count in regained.items() if count} == {
        "us_max_status",
        "dprk_min_status",
    }
    assert solve(dropped(scenario, "us_max_status")).zone.packages == regained["us_max_status"]
