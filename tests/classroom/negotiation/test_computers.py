"""Computer delegations keep their published rules, their lines and their secrets."""

from dataclasses import replace
from itertools import pairwise, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.classroom.negotiation.choice import most_for_other, nearest_offer
from explorer.classroom.negotiation.concession import (
    BETA,
    answered_aspiration,
    conceded_share,
    time_aspiration,
)
from explorer.classroom.negotiation.delegation import asked_gain, computer_move
from explorer.classroom.negotiation.game import Game, Rules, offered
from explorer.classroom.negotiation.own_side import own_side, own_view
from explorer.files.case_file import bundled_case
from explorer.model.errors import ScenarioError
from explorer.model.issue import Role
from explorer.model.negotiation import CURVES, Seat
from explorer.model.package import Package
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.side import TOLERANCE
from tests.classroom.negotiation.games import (
    ROLES,
    SEATS,
    TIME_SEATS,
    all_packages,
    packages,
    played,
)
from tests.strategies import small_scenarios

TURNS = st.integers(1, 40)
BEST = st.floats(0, 1000)


@given(TURNS, st.sampled_from(CURVES), BEST)
def test_a_time_dependent_delegation_begins_at_its_best_ends_at_waiting_and_never_asks_more(
    rounds: int, curve, best: float
) -> None:
    asked = [time_aspiration(best, turn, rounds, BETA[curve]) for turn in range(1, rounds + 1)]
    assert asked[-1] == 0
    assert rounds == 1 or asked[0] == best
    assert all(after <= before for before, after in pairwise(asked))
    assert conceded_share(rounds + 3, rounds, BETA[curve]) == 1


@given(st.integers(2, 40), st.integers(1, 40))
def test_a_harder_curve_never_concedes_more_than_a_softer_one(rounds: int, turn: int) -> None:
    hard, medium, soft = (conceded_share(turn, rounds, BETA[curve]) for curve in CURVES)
    assert hard <= medium <= soft


@given(BEST, st.lists(st.floats(-1000, 1000), max_size=8), st.integers(2, 20))
def test_tit_for_tat_returns_the_proportion_in_which_the_other_moved(
    best: float, received: list[float], rounds: int
) -> None:
    received = [min(gain, best) for gain in received]
    asked = answered_aspiration(best, received, rounds)
    assert 0 <= asked <= best
    if len(received) >= 2:
        before = answered_aspiration(best, received[:-1], rounds)
        old, new = best - received[-2], best - received[-1]
        if new <= old:
            assert asked <= before
        elif old > 0:
            assert asked >= before
        if new <= old and old > 0:
            assert asked == pytest.approx(before * new / old)


def test_tit_for_tat_stands_still_where_the_other_does() -> None:
    assert answered_aspiration(80, [], 9) == 80
    first = answered_aspiration(80, [-20], 9)
    assert first == time_aspiration(80, 2, 9, 1) == 70
    assert answered_aspiration(80, [-20, -20, -20], 9) == first
    assert answered_aspiration(80, [-20, 30], 9) == first / 2
    assert answered_aspiration(80, [-20, 30, -20], 9) == first
    assert answered_aspiration(80, [80, 80], 9) == first


@given(st.data())
def test_an_offer_keeps_ones_lines_brings_what_is_asked_and_is_nearest_to_the_others_wish(
    data: st.DataObject,
) -> None:
    scenario = data.draw(small_scenarios())
    role: Role = data.draw(st.sampled_from(ROLES))
    own = own_side(scenario, role)
    assume(own.best >= 0)
    least = data.draw(st.floats(0, 1)) * own.best
    wish = data.draw(packages(scenario))
    found = nearest_offer(own, least, wish, (data.draw(st.integers(0, 99)), 1))
    good = [each for each in all_packages(scenario) if own.accepts(each, least)]
    assert found in good
    nearest = min(shortfall(scenario, role, each, wish) for each in good)
    assert shortfall(scenario, role, found, wish) == pytest.approx(nearest)


def shortfall(scenario: Scenario, role: Role, package: Package, wish: Package) -> float:
    """Return by how much a package is worse for the other than its wish, in shares of levels."""
    case, total = scenario.case, 0.0
    sides = (
        ("target", case.target_issues, package.target, wish.target),
        ("sender", case.sender_issues, package.sender, wish.sender),
    )
    for giver, issues, levels, wanted in sides:
        for issue, level, want in zip(issues, levels, wanted, strict=True):
            worse = want - level if giver == role else level - want
            total += max(0, worse) / (len(issue.levels) - 1)
    return total


def test_before_any_offer_the_other_is_taken_to_want_everything_for_nothing() -> None:
    scenario = preset_scenario(bundled_case("korea"), "october-2025")
    assert most_for_other(own_side(scenario, "sender")) == Package((0,) * 6, (4, 3, 2, 2, 2))
    assert most_for_other(own_side(scenario, "target")) == Package((4, 2, 2, 4, 3, 3), (0,) * 5)


@given(
    small_scenarios(),
    st.sampled_from(SEATS),
    st.sampled_from(SEATS),
    st.integers(1, 12),
    st.sampled_from(ROLES),
    st.integers(0, 99),
)
def test_no_computer_offers_or_accepts_less_than_waiting_or_across_its_own_lines(
    scenario: Scenario, ours: Seat, theirs: Seat, rounds: int, first: Role, seed: int
) -> None:
    game = played(Rules(scenario, first, rounds), {"sender": ours, "target": theirs}, seed)
    for move in game.offers:
        assert move.package is not None
        assert own_view(scenario, move.role, move.package).is_acceptable
    if game.agreement is not None:
        assert all(own_view(scenario, role, game.agreement).is_acceptable for role in ROLES)
    again = played(Rules(scenario, first, rounds), {"sender": ours, "target": theirs}, seed)
    assert again == game


@given(st.data())
def test_a_computer_accepts_exactly_what_brings_it_what_it_asks_for(data: st.DataObject) -> None:
    scenario = data.draw(small_scenarios())
    seat = data.draw(st.sampled_from(SEATS))
    rounds = data.draw(st.integers(2, 8))
    game = Game(Rules(scenario, "target", rounds))
    own = own_side(scenario, "sender")
    for _ in range(data.draw(st.integers(1, rounds))):
        game = offered(game, "target", data.draw(packages(scenario)), 0)
        after = computer_move(game, seat, own, 1, 0)
        if own.best < -TOLERANCE:
            assert after.ending == "left"
            return
        table = game.offers[-1].package
        assert table is not None
        view = own_view(scenario, "sender", table)
        keeps = view.gives_both and not view.own_lines and not view.shared_rules
        least = asked_gain(game, seat, own)
        assert (after.ending == "agreed") == (keeps and view.gain >= least - TOLERANCE)
        game = after
        if game.ending is not None:
            return


@given(small_scenarios(), st.sampled_from(TIME_SEATS), st.integers(1, 10))
def test_the_gain_that_a_time_dependent_delegation_offers_itself_keeps_its_curve(
    scenario: Scenario, seat: Seat, rounds: int
) -> None:
    own = {role: own_side(scenario, role) for role in ROLES}
    game = played(Rules(scenario, "sender", rounds), {"sender": seat, "target": seat}, 1, own)
    for role in ROLES:
        for turn, package in enumerate(game.offers_of(role), start=1):
            asked = time_aspiration(own[role].best, turn, rounds, BETA[seat.curve])
            assert own[role].gain(package) >= asked - TOLERANCE


@pytest.mark.parametrize(
    ("case_id", "preset"),
    [("korea", "october-2025"), ("korea", "hanoi-2019"), ("sinai", "september-1978")],
)
def test_two_time_dependent_delegations_with_sixteen_rounds_agree_inside_an_open_zone(
    case_id: str, preset: str
) -> None:
    scenario = preset_scenario(bundled_case(case_id), preset)
    own = {role: own_side(scenario, role) for role in ROLES}
    for ours, theirs, first in product(TIME_SEATS, TIME_SEATS, ROLES):
        seats: dict[Role, Seat] = {"sender": ours, "target": theirs}
        game = played(Rules(scenario, first, 16), seats, 1, own)
        assert game.agreement is not None
        assert all(own[role].accepts(game.agreement, 0) for role in ROLES)


def test_two_computers_never_agree_where_the_zone_is_closed() -> None:
    scenario = preset_scenario(bundled_case("korea"), "october-2025-declared")
    game = played(Rules(scenario, "sender", 6), {"sender": TIME_SEATS[2], "target": TIME_SEATS[2]})
    assert game.ending == "rounds"


def test_the_others_secrets_change_no_move_of_a_computer() -> None:
    scenario = preset_scenario(bundled_case("korea"), "october-2025")
    secret = scenario.with_values(
        {"us_will": 5, "us_max_relief_before_disarmament": 1, "us_min_icbm": 2}
    )
    table = Package((1, 0, 1, 0, 0, 1), (1, 1, 0, 0, 1))
    moves = []
    for each in (scenario, secret):
        game = offered(Game(Rules(each)), "sender", table, 0)
        moves.append(computer_move(game, TIME_SEATS[0], own_side(each, "target"), 7, 0).moves)
    assert moves[0] == moves[1]


def test_a_person_is_played_by_nobody_else() -> None:
    scenario = preset_scenario(bundled_case("korea"), "october-2025")
    with pytest.raises(ScenarioError, match="person"):
        computer_move(Game(Rules(scenario)), Seat(), own_side(scenario, "sender"), 1, 0)


def test_a_delegation_for_which_nothing_is_worth_it_walks_away() -> None:
    scenario = preset_scenario(bundled_case("korea"), "october-2025")
    own = replace(own_side(scenario, "sender"), best=-1.0)
    assert computer_move(Game(Rules(scenario)), TIME_SEATS[0], own, 1, 0).ending == "left"
