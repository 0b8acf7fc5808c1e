"""What is seldom there: a zone that gives one side nothing, a gauge of what nobody wants."""

from dataclasses import replace

import numpy as np

from explorer.files.case_file import bundled_case
from explorer.model.package import package_of
from explorer.model.scenario import preset_scenario
from explorer.solver.deal_zone import deal_zone, zone_packages
from explorer.solver.frontier import frontier
from explorer.solver.solution import kalai_smorodinsky_point, nash_point
from explorer.solver.stakeholder import package_others

KOREA = bundled_case("korea")
OCTOBER = preset_scenario(KOREA, "october-2025")


def test_where_one_side_gains_nothing_every_package_is_as_good_as_any() -> None:
    zone = deal_zone(OCTOBER)
    edge = frontier(zone)
    flat = replace(edge, target_gain=np.zeros_like(edge.target_gain))
    for point in (nash_point(zone, flat), kalai_smorodinsky_point(zone, flat)):
        assert point is not None
        assert point.ties == zone_packages(zone)


def test_a_commitment_that_the_sender_does_not_want_serves_it_nothing() -> None:
    gauge = KOREA.gauges[0]
    issues = tuple(
        each.model_copy(update={"benefit": None}) if each.id == gauge.sender_issue else each
        for each in KOREA.issues
    )
    case = KOREA.model_copy(update={"issues": issues})
    scenario = preset_scenario(case, "october-2025")
    for named in KOREA.packages:
        package = package_of(case, named.levels)
        (useless,), (usual,) = (
            [each for each in package_others(seen, package).readings if each.gauge.id == gauge.id]
            for seen in (scenario, OCTOBER)
        )
        assert useless.value <= usual.value
        assert useless.best <= 0 < usual.best
