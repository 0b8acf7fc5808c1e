"""Results made by hand, for tests that care who asks and when, not what the solver finds."""

import numpy as np

from explorer.model.result import DealMap, Frontier, Result, ZoneCount
from explorer.model.scenario import Scenario


def hollow_result(scenario: Scenario) -> Result:
    """Return a result that remembers its scenario and holds no package."""
    counts = np.zeros((1, 1), dtype=np.int64)
    flags = np.zeros((1, 1), dtype=np.bool_)
    return Result(
        scenario=scenario,
        zone=ZoneCount(0, tuple((item.id, 0) for item in scenario.case.classes), 0),
        board=(),
        deal_map=DealMap(counts, counts, flags, flags, flags, flags, 1.0, 1.0),
        frontier=Frontier(np.zeros(0, np.int64), np.zeros(0), np.zeros(0)),
        ideal=None,
        nash=None,
        kalai_smorodinsky=None,
    )
