"""A delegation judges packages by its own numbers and lines, and sees nothing of the other's."""

from dataclasses import fields, replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.negotiation.own_side import SLACK, OwnView, own_side, own_view
from explorer.model.issue import Ceiling
from explorer.model.scenario import Scenario
from tests.classroom.negotiation.games import ROLES, all_packages
from tests.solver.brute_force import BruteForce
from tests.strategies import small_scenarios


@given(small_scenarios())
def test_what_both_sides_find_acceptable_is_the_deal_zone(scenario: Scenario) -> None:
    views = [
        [own_view(scenario, role, package) for package in all_packages(scenario)] for role in ROLES
    ]
    both = [
        ours.is_acceptable and theirs.is_acceptable for ours, theirs in zip(*views, strict=True)
    ]
    assert both == BruteForce(scenario).is_member.tolist()


@given(small_scenarios(), st.sampled_from(ROLES), st.integers(0, 600))
def test_nothing_brings_a_side_more_than_its_ceiling(scenario: Scenario, role, points: int) -> None:
    case = scenario.case
    name = f"{role}_stakes"
    ceiling = Ceiling(points=points / 100, source=case.sources[0].id)
    stakes = getattr(case, name).model_copy(update={"ceiling": ceiling})
    own = own_side(replace(scenario, case=case.model_copy(update={name: stakes})), role)
    assert own.best <= own.most
    for package in all_packages(own.scenario):
        assert own.gain(package) <= own.most
        assert not own.accepts(package, own.most + 1)
    assert not own.at_least(own.most + 1).any()


@given(small_scenarios(), st.sampled_from(ROLES))
def test_a_table_of_all_packages_says_what_each_alone_says(scenario: Scenario, role) -> None:
    own = own_side(scenario, role)
    acceptable = own.at_least(0.0).reshape(-1)
    brute = BruteForce(scenario)
    gains = brute.sender_gain if role == "sender" else brute.target_gain
    best = -np.inf
    for number, package in enumerate(all_packages(scenario)):
        view = own_view(scenario, role, package)
        assert acceptable[number] == view.is_acceptable == own.accepts(package, 0.0)
        assert abs(view.gain - gains[number]) <= SLACK
        if view.gives_both:
            assert abs(own.gain(package) - view.gain) <= SLACK
            if not view.own_lines and not view.shared_rules:
                best = max(best, view.gain)
    assert own.best == best or abs(own.best - best) <= SLACK


@given(small_scenarios())
def test_lines_of_one_side_are_never_shown_to_the_other(scenario: Scenario) -> None:
    case = scenario.case
    for package in all_packages(scenario):
        for role in ROLES:
            view = own_view(scenario, role, package)
            assert all(case.control(each).party == role for each in view.own_lines)
            assert all(case.control(each).party is None for each in view.shared_rules)


def test_a_view_holds_one_gain_only() -> None:
    assert [each.name for each in fields(OwnView)] == [
        "gain",
        "own_lines",
        "shared_rules",
        "gives_both",
    ]
