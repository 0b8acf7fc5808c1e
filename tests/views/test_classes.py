"""The kinds of deal in the zone: every package counts once."""

from hypothesis import given

from explorer.figures.bars import BarsFigure
from explorer.model.scenario import Scenario
from explorer.solver.solve import solve
from explorer.views.registry import figure_of
from explorer.views.view import Viewing
from tests.examples import examples
from tests.strategies import small_scenarios


@examples(20)
@given(small_scenarios())
def test_bars_add_up_to_the_zone(scenario: Scenario) -> None:
    result = solve(scenario)
    shown = figure_of("classes", Viewing(result))
    assert isinstance(shown, BarsFigure)
    counted = [bar.value or 0 for group in shown.groups for bar in group.bars]
    assert sum(counted) == result.zone.packages
