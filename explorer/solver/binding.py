"""Binding lines: what each active red line alone keeps out of the deal zone."""

from explorer.model.binding import BindingLine
from explorer.model.scenario import Scenario, control_range
from explorer.solver.board import board
from explorer.solver.deal_zone import deal_zone, zone_packages
from explorer.solver.line import active_lines
from explorer.solver.tables import case_tables


def binding_lines(scenario: Scenario) -> tuple[BindingLine, ...]:
    """Return what would be regained without each active line and switch, in the case's order.

    Notes
    -----
    All other lines stay, so packages that two lines keep out are regained by neither alone.
    """
    case = scenario.case
    now = deal_zone(scenario)
    before = zone_packages(now)
    closed = {row.row.id for row in board(now) if not row.is_open}
    found: list[BindingLine] = []
    for line in active_lines(case_tables(case), scenario):
        off = control_range(case, case.control(line.control_id)).off
        without = deal_zone(scenario.with_value(line.control_id, off))
        opened = (row.row.id for row in board(without) if row.is_open)
        found.append(
            BindingLine(
                control_id=line.control_id,
                regained=zone_packages(without) - before,
                opened=tuple(row for row in opened if row in closed),
            )
        )
    return tuple(found)
