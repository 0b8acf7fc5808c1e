"""The nearest miss against all members of the zone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.package import package_at, package_levels
from explorer.model.scenario import Scenario
from explorer.solver.nearest_miss import nearest_miss
from explorer.solver.term_sheet import term_sheet
from tests.examples import examples
from tests.solver.brute_force import brute_force
from tests.strategies import korea_scenarios, small_scenarios


def steps_between(scenario: Scenario, one: int, other: int) -> int:
    """Return how many level steps lie between two packages."""
    first = package_levels(scenario.case, package_at(scenario.case, one))
    second = package_levels(scenario.case, package_at(scenario.case, other))
    return sum(abs(first[issue] - second[issue]) for issue in first)


@examples(60)
@given(small_scenarios(), st.data())
def test_no_member_is_nearer_and_of_the_nearest_none_has_a_better_worse_share(
    scenario: Scenario, data: st.DataObject
) -> None:
    expected = brute_force(scenario)
    chosen = data.draw(st.integers(0, expected.total - 1))
    members = np.flatnonzero(expected.is_member).tolist()
    found = nearest_miss(scenario, package_at(scenario.case, chosen))
    assert (found is None) == (not members)
    if found is not None:
        away = {member: steps_between(scenario, chosen, member) for member in members}
        assert found.steps == min(away.values())
        nearest = [member for member in members if away[member] == found.steps]
        gains = np.stack((expected.sender_gain, expected.target_gain))
        best = gains[:, members].max(axis=1)
        # Who can gain nothing anywhere has no say in which of them is chosen.
        counts = best > 1e-6
        shares = gains[counts][:, nearest] / best[counts][:, None]
        mine = np.array([found.sender_gain, found.target_gain])[counts] / best[counts]
        if counts.all():
            assert mine.min() >= shares.min(axis=0).max() - 1e-6
        elif counts.any():
            assert mine.min() >= shares.max() - 1e-6


@examples(20)
@given(korea_scenarios(), st.data())
def test_the_changes_lead_from_the_package_to_the_nearest_member(
    scenario: Scenario, data: st.DataObject
) -> None:
    package = package_at(scenario.case, data.draw(st.integers(0, 1_943_999)))
    found = nearest_miss(scenario, package)
    if found is not None:
        levels = package_levels(scenario.case, package)
        assert sum(abs(now - then) for _, now, then in found.changes) == found.steps
        assert all(levels[issue] == now for issue, now, _ in found.changes)
        levels.update({issue: then for issue, _, then in found.changes})
        assert levels == package_levels(scenario.case, found.package)
        sheet = term_sheet(scenario, found.package)
        assert sheet.is_in_zone
        if term_sheet(scenario, package).is_in_zone:
            assert found.steps == 0
