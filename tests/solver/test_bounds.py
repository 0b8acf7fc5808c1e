"""Whatever a case may hold, everything that is computed from it stays an ordinary number."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.model.scenario import Scenario
from tests.at_the_bounds import demand_finite, scenarios_at_the_bounds
from tests.strategies import scenarios


@given(scenarios_at_the_bounds(), st.data())
def test_at_the_bounds_of_all_numbers_everything_stays_finite(
    scenario: Scenario, data: st.DataObject
) -> None:
    """Warnings are errors in tests, so that no overflow passes unseen."""
    demand_finite(scenario, data.draw(scenarios(scenario.case)))
