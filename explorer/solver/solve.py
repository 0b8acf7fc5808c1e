"""One full solve: everything the pictures of a scenario need, in one call."""

from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.solver.board import board
from explorer.solver.deal_zone import deal_map, deal_zone, zone_count
from explorer.solver.frontier import frontier
from explorer.solver.named import named_members
from explorer.solver.solution import ideal_gains, kalai_smorodinsky_point, nash_point


def solve(scenario: Scenario) -> Result:
    """Return zone, board, map, frontier and solutions of a scenario; exact, ties included."""
    zone = deal_zone(scenario)
    efficient = frontier(zone)
    return Result(
        scenario=scenario,
        zone=zone_count(zone),
        board=board(zone),
        deal_map=deal_map(zone),
        frontier=efficient,
        ideal=ideal_gains(efficient),
        nash=nash_point(zone, efficient),
        kalai_smorodinsky=kalai_smorodinsky_point(zone, efficient),
        members=named_members(zone),
    )
