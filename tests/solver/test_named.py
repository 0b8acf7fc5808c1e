"""Named packages are in the zone exactly when their term sheets say so."""

from hypothesis import given

from explorer.model.package import package_of
from explorer.model.scenario import Scenario
from explorer.solver.solve import solve
from explorer.solver.term_sheet import term_sheet
from tests.strategies import korea_scenarios


@given(korea_scenarios())
def test_the_cases_own_packages_agree_with_their_term_sheets(scenario: Scenario) -> None:
    case = scenario.case
    packages = {package_of(case, each.levels) for each in case.packages}
    wanted = {each for each in packages if term_sheet(scenario, each).is_in_zone}
    assert solve(scenario).members == wanted
