"""Laws that hold for every case that respects the sign rules, on random cases and on Korea."""

from dataclasses import dataclass

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.model.assumption import Estimate, assumption, with_estimates
from explorer.model.case import Case
from explorer.model.package import Package, package_at
from explorer.model.scenario import Scenario, control_range
from explorer.solver.side import waiting
from explorer.solver.solve import solve
from explorer.solver.tables import case_tables
from explorer.solver.term_sheet import term_sheet
from tests.examples import examples
from tests.packages import package_index
from tests.solver.brute_force import BruteForce, brute_force
from tests.solver.unseen_steps import UNSEEN_STEPS
from tests.strategies import ARMS, PATRON, TRADE, korea_scenarios, small_scenarios

SCENARIOS = st.one_of(small_scenarios(), korea_scenarios())
LEVERAGE = {"korea": ("missile_advances", "russia_alignment", "china_ties")}
SMALL_CLASS = {"korea": "small", "small": "little"}
FULL_CLASS = {"korea": "full", "small": "full"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two scenarios that differ in one control, the second looser, higher or both."""

    before: Scenario
    after: Scenario


def leverage(case: Case) -> tuple[str, str, str]:
    """Return the ids of the arms control and of the two patrons of a case."""
    return LEVERAGE.get(case.id, (ARMS, PATRON, TRADE))


def raised(scenario: Scenario, control_id: str, share: float) -> Pair:
    """Return the scenario before and after a control moves some way towards its maximum."""
    control = scenario.case.control(control_id)
    reach = control_range(scenario.case, control)
    now = scenario.value(control_id)
    higher = now + (reach.maximum - now) * share
    return Pair(
        scenario, scenario.with_value(control_id, round(higher) if reach.is_whole else higher)
    )


def waiting_values(scenario: Scenario) -> tuple[float, float]:
    """Return what the sender and the target have without a deal and lose by one."""
    case = scenario.case
    stakes = (case.sender_stakes, case.target_stakes)
    sender, target = (waiting(case, each.waiting, scenario) for each in stakes)
    return sender, target


def assert_no_package_is_lost(pair: Pair) -> None:
    """Fail if a member before is no member after."""
    before, after = brute_force(pair.before), brute_force(pair.after)
    assert not (before.is_member & ~after.is_member).any()


def class_flags(case: Case, class_id: str) -> np.ndarray:
    """Return which packages have a class, in the order of package numbers."""
    tables = case_tables(case)
    place = [item.id for item in case.classes].index(class_id)
    return (place == tables.classes.by_kind[tables.classes.kind_of].T).ravel()


@given(SCENARIOS, st.data())
def test_law_1_relaxing_a_line_never_removes_a_package(
    scenario: Scenario, data: st.DataObject
) -> None:
    lines = [control for control in scenario.case.controls if control.kind != "scale"]
    assume(lines)
    line = data.draw(st.sampled_from(lines))
    reach = control_range(scenario.case, line)
    tighter, looser = scenario.value(line.id), reach.off
    between = data.draw(st.integers(int(min(tighter, looser)), int(max(tighter, looser))))
    assert_no_package_is_lost(Pair(scenario, scenario.with_value(line.id, between)))


@given(SCENARIOS, st.floats(0, 1), st.sampled_from((1, 2)))
def test_laws_2_and_3_a_closer_patron_never_adds_a_package(
    scenario: Scenario, share: float, patron: int
) -> None:
    pair = raised(scenario, leverage(scenario.case)[patron], share)
    assert_no_package_is_lost(Pair(pair.after, pair.before))


@given(SCENARIOS, st.floats(0, 1), st.sampled_from(("will", "credibility")), st.integers(0, 1))
def test_laws_4_and_5_will_and_credibility_never_remove_a_package(
    scenario: Scenario, share: float, role: str, place: int
) -> None:
    found = [c.id for c in scenario.case.controls if c.kind == "scale" and c.role == role]
    assert_no_package_is_lost(raised(scenario, found[place], share))


@given(SCENARIOS, st.floats(0, 1))
def test_law_6_more_arms_make_no_small_package_worse_but_by_what_they_add_to_waiting(
    scenario: Scenario, share: float
) -> None:
    pair = raised(scenario, leverage(scenario.case)[0], share)
    small = class_flags(scenario.case, SMALL_CLASS[scenario.case.id])
    before, after = (
        (found.sender_gain + sender, found.target_gain + target)
        for found, (sender, target) in (
            (brute_force(each), waiting_values(each)) for each in (pair.before, pair.after)
        )
    )
    for then, now in zip(after, before, strict=True):
        assert (then[small] >= now[small] - 1e-9).all()


@given(SCENARIOS, st.floats(0, 1))
def test_law_7_more_arms_never_make_full_disarmament_acceptable_to_the_target(
    scenario: Scenario, share: float
) -> None:
    pair = raised(scenario, leverage(scenario.case)[0], share)
    full = class_flags(scenario.case, FULL_CLASS[scenario.case.id])
    before, after = brute_force(pair.before), brute_force(pair.after)
    gained = (before.target_gain < -1e-9) & (after.target_gain >= -1e-9)
    assert not (full & gained).any()


@given(SCENARIOS)
def test_law_8_lines_that_exclude_each_other_leave_nothing(scenario: Scenario) -> None:
    lines = [control for control in scenario.case.controls if control.kind == "limit"]
    ceilings = {c.issue: c.id for c in lines if c.bound == "at_most" and c.unless is None}
    floors = {c.issue: c.id for c in lines if c.bound == "at_least" and c.unless is None}
    shared = sorted(set(ceilings) & set(floors))
    assume(shared)
    crossed = scenario.with_values({ceilings[shared[0]]: 0, floors[shared[0]]: 1})
    result = solve(crossed)
    assert result.zone.packages == 0
    assert not any(row.is_open for row in result.board)


@given(SCENARIOS)
def test_law_9_members_give_something_and_leave_both_at_or_above_waiting(
    scenario: Scenario,
) -> None:
    expected = brute_force(scenario)
    assert not expected.is_member[0]
    for number in solve(scenario).frontier.packages.tolist():
        sheet = term_sheet(scenario, package_at(scenario.case, number))
        assert sheet.gives_both
        assert min(sheet.sender_gain, sheet.target_gain) >= -1e-9


@given(SCENARIOS)
def test_law_10_solutions_lie_in_the_zone_and_on_its_frontier(scenario: Scenario) -> None:
    result, expected = solve(scenario), brute_force(scenario)
    solutions = (result.nash, result.kalai_smorodinsky)
    assert all((solution is None) == (result.zone.packages == 0) for solution in solutions)
    for solution in solutions:
        if solution is not None:
            number = package_index(scenario.case, solution.package)
            assert expected.is_member[number]
            assert number in result.frontier.packages
            assert solution.ties >= 1


def scaled_sender(case: Case, factor: int) -> Case:
    """Return the case with every one of the sender's points multiplied."""
    content = case.model_dump()
    stakes = content["sender_stakes"]
    numbers = [stakes["waiting"]["base"], stakes["headline"]["points"]]
    numbers += [slope["amount"] for slope in stakes["waiting"]["slopes"]]
    for number in numbers:
        for key in ("value", "low", "high"):
            number[key] *= factor
    if stakes["ceiling"] is not None:
        stakes["ceiling"]["points"] *= factor
    for issue in content["issues"]:
        series = issue["cost"]["base"] if issue["given_by"] == "sender" else None
        if issue["given_by"] == "target" and issue["benefit"] is not None:
            series = issue["benefit"]["points"]
        if series is not None:
            series["values"] = [value * factor for value in series["values"]]
    return Case.model_validate(content)


@given(SCENARIOS, st.floats(0, 1))
def test_a_better_walk_away_never_lowers_what_the_nash_package_leaves_a_side_with(
    scenario: Scenario, share: float
) -> None:
    # What deals bring is held fixed: only the worth of waiting as such rises.
    base = "target_stakes.waiting.base"
    case, now = scenario.case, assumption(scenario.case, base).estimate
    better = now.values[0] + round(4 * share, 2)
    richer = scenario.with_case(
        with_estimates(case, {base: Estimate((better,), now.low, max(now.high, better))})
    )
    before, after = solve(scenario).nash, solve(richer).nash
    assume(before is not None and after is not None)
    assert before is not None
    assert after is not None
    # Ties of the product are broken by scaled gains, which may trade a little of either side.
    assume(before.ties == after.ties == 1)
    assert after.target_gain + better >= before.target_gain + now.values[0] - 1e-6


@given(small_scenarios(), st.sampled_from((2, 4)))
def test_law_10_the_nash_package_does_not_feel_a_sides_unit(
    scenario: Scenario, factor: int
) -> None:
    nash = solve(scenario).nash
    assume(nash is None or nash.sender_gain * nash.target_gain > 1e-6)
    other = Scenario(scaled_sender(scenario.case, factor), scenario.name, scenario.values)
    changed = solve(other).nash
    assert (nash is None) == (changed is None)
    if nash is not None and changed is not None:
        assert changed.package == nash.package


def dominates(expected: BruteForce, members: np.ndarray, number: int) -> bool:
    """Return whether a member is at least as good for both and better for one."""
    sender = expected.sender_gain[members] - expected.sender_gain[number]
    target = expected.target_gain[members] - expected.target_gain[number]
    at_least = (sender >= -1e-9) & (target >= -1e-9)
    return bool((at_least & ((sender > 1e-9) | (target > 1e-9))).any())


@examples(40)
@given(small_scenarios())
def test_law_11_a_member_is_on_the_frontier_exactly_if_no_other_beats_it(
    scenario: Scenario,
) -> None:
    expected = brute_force(scenario)
    members = np.flatnonzero(expected.is_member)
    unbeaten = [n for n in members.tolist() if not dominates(expected, members, n)]
    assert sorted(solve(scenario).frontier.packages.tolist()) == unbeaten


def one_more(package: Package, side: str, place: int) -> Package:
    """Return the package with one issue one level higher."""
    levels = list(getattr(package, side))
    levels[place] += 1
    if side == "target":
        return Package(tuple(levels), package.sender)
    return Package(package.target, tuple(levels))


def is_unseen(case: Case, package: Package, place: int) -> bool:
    """Return whether a step of a commitment is one of those that nobody could check."""
    issue, levels = case.target_issues[place], package.target
    if issue.benefit is None or issue.benefit.verification is None:
        return False
    verifier = case.issue(issue.benefit.verification.issue)
    step = (issue.id, levels[place], levels[case.target_issues.index(verifier)])
    return step in UNSEEN_STEPS.get(case.id, frozenset())


@given(SCENARIOS, st.data())
def test_law_12_a_concession_never_hurts_the_side_that_receives_it(
    scenario: Scenario, data: st.DataObject
) -> None:
    case = scenario.case
    side = data.draw(st.sampled_from(("target", "sender")))
    shape = case.target_shape if side == "target" else case.sender_shape
    package = Package(
        tuple(data.draw(st.integers(0, size - 1)) for size in case.target_shape),
        tuple(data.draw(st.integers(0, size - 1)) for size in case.sender_shape),
    )
    place = data.draw(st.integers(0, len(shape) - 1))
    assume(getattr(package, side)[place] + 1 < shape[place])
    assume(side == "sender" or not is_unseen(case, package, place))
    before, after = (
        term_sheet(scenario, package),
        term_sheet(scenario, one_more(package, side, place)),
    )
    if side == "target":
        assert after.sender_gain >= before.sender_gain - 1e-9
    else:
        assert after.target_gain >= before.target_gain - 1e-9


@given(SCENARIOS)
def test_a_row_has_a_zone_exactly_when_the_zone_holds_its_commitment(scenario: Scenario) -> None:
    expected = brute_force(scenario)
    by_target = expected.is_member.reshape(len(case_tables(scenario.case).target_gives), -1)
    for row, bundle in zip(
        solve(scenario).board, case_tables(scenario.case).row_bundles, strict=True
    ):
        assert row.is_open == bool(by_target[bundle].any())
        assert row.packages == int(by_target[bundle].sum())


@given(SCENARIOS)
def test_dropping_the_blocking_lines_brings_the_floor_down_to_its_lowest(
    scenario: Scenario,
) -> None:
    for place, row in enumerate(solve(scenario).board):
        if row.broken_lines:
            continue
        is_raised = row.target_floor_any is not None and row.target_floor != row.target_floor_any
        assert bool(row.blocking_lines) == is_raised
        case = scenario.case
        off = {id_: control_range(case, case.control(id_)).off for id_ in row.blocking_lines}
        freed = solve(scenario.with_values(off)).board[place]
        assert freed.target_floor == row.target_floor_any
