"""What feedback says holds by brute force."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.negotiation.feedback import Feedback, Steps, feedback, gain_path
from explorer.classroom.negotiation.feedback_words import (
    ending_words,
    no_grade,
    remarks,
    rule_words,
    seat_words,
    time_words,
)
from explorer.classroom.negotiation.game import Game, Rules, left, offered, timed_out
from explorer.files.case_file import bundled_case
from explorer.model.issue import Role
from explorer.model.negotiation import Seat
from explorer.model.package import Package, bundle_count, bundle_index, package_of
from explorer.model.scenario import preset_scenario
from tests.classroom.negotiation.games import ROLES, SEATS, TIME_SEATS, games, played
from tests.solver.brute_force import BruteForce

CLOSE = 1e-8


def number_of(game: Game, package: Package) -> int:
    case = game.rules.scenario.case
    target = bundle_index(case.target_shape, package.target)
    sender = bundle_index(case.sender_shape, package.sender)
    return target * bundle_count(case.sender_shape) + sender


@given(games(), st.sampled_from(ROLES))
def test_every_measure_is_what_brute_force_finds(game: Game, role: Role) -> None:
    brute = BruteForce(game.rules.scenario)
    gains = {"sender": brute.sender_gain, "target": brute.target_gain}
    mine, other = gains[role], gains["target" if role == "sender" else "sender"]
    found = feedback(game)[ROLES.index(role)]
    own = [mine[number_of(game, each)] for each in game.offers_of(role)]
    received = [
        mine[number_of(game, each)]
        for each in game.offers_of("target" if role == "sender" else "sender")
    ]
    ups = [after - before for before, after in pairwise(own) if after - before > 1e-9]
    downs = [before - after for before, after in pairwise(own) if before - after > 1e-9]
    given_back = [after - before for before, after in pairwise(received) if after > before + 1e-9]
    for steps, wanted in (
        (found.made, downs),
        (found.taken_back, ups),
        (found.returned, given_back),
    ):
        assert (steps.count, steps.points) == (len(wanted), pytest.approx(sum(wanted), abs=CLOSE))
    assert (found.first_gain is None) == (not own)
    if own:
        assert found.first_gain == pytest.approx(own[0], abs=CLOSE)
    now, kept = 0.0, 0.0
    if game.agreement is not None:
        place = number_of(game, game.agreement)
        now, kept = mine[place], other[place]
        assert found.gain == pytest.approx(now, abs=CLOSE)
    better = mine[brute.is_member & (other >= kept - 1e-9)]
    best = max(now, better.max(initial=-np.inf))
    assert found.value_left == pytest.approx(best - now, abs=CLOSE)
    if brute.ideal is None:
        assert found.ideal is found.first_share is None
    else:
        assert found.ideal == pytest.approx(brute.ideal[ROLES.index(role)], abs=CLOSE)


@given(games())
def test_both_sides_times_add_up_to_the_whole(game: Game) -> None:
    assert sum(each.seconds for each in feedback(game)) == pytest.approx(game.seconds)


@given(games())
def test_the_path_tells_both_gains_of_each_offer(game: Game) -> None:
    brute, path = BruteForce(game.rules.scenario), gain_path(game)
    assert len(path) == len(game.offers)
    for place, (point, move) in enumerate(zip(path, game.offers, strict=True)):
        assert move.package is not None
        number = number_of(game, move.package)
        assert point.sender_gain == pytest.approx(brute.sender_gain[number], abs=CLOSE)
        assert point.target_gain == pytest.approx(brute.target_gain[number], abs=CLOSE)
        assert (point.round, point.role) == (place // 2 + 1, move.role)


@given(games())
def test_every_measure_has_its_sentence(game: Game) -> None:
    for found in feedback(game):
        told = remarks(game.rules.scenario, found)
        assert [each.name for each in told] == [
            "First offer",
            "Concessions",
            "Result",
            "Value left",
            "Own lines",
            "Time",
        ]
        assert all(each.value and each.meaning.endswith(".") for each in told)
    assert bool(ending_words(game)) == (game.ending is not None)


@pytest.fixture
def hanoi() -> Game:
    scenario = preset_scenario(bundled_case("korea"), "hanoi-2019")
    return Game(Rules(scenario.with_value("us_min_icbm", 2), "sender", 5, 60))


def test_lines_that_offers_break_or_stand_at_are_named(hanoi: Game) -> None:
    case = hanoi.rules.scenario.case
    crossing = package_of(case, {"icbm": 1, "sanc": 1})
    touching = package_of(case, {"icbm": 2, "sanc": 1})
    broken = feedback(offered(hanoi, "sender", crossing, 1))[0]
    assert (broken.crossed, broken.shown, broken.lines) == ((("us_min_icbm", 1),), (), 1)
    shown = feedback(offered(hanoi, "sender", touching, 1))[0]
    assert (shown.crossed, shown.shown) == ((), ("us_min_icbm",))
    agreed = feedback(_accepted(offered(hanoi, "sender", crossing, 1)))[0]
    assert agreed.agreement_crosses == ("us_min_icbm",)
    words = [remarks(hanoi.rules.scenario, each)[4].meaning for each in (broken, shown, agreed)]
    assert ["broke:" in words[0], "exactly at" in words[1], "agreement breaks" in words[2]] == [
        True
    ] * 3


def _accepted(game: Game) -> Game:
    from explorer.classroom.negotiation.game import accepted

    return accepted(game, game.to_move, 2)


def test_each_ending_has_its_words(hanoi: Game) -> None:
    offer = offered(hanoi, "sender", package_of(hanoi.rules.scenario.case, {}), 1)
    short = replace(hanoi, rules=replace(hanoi.rules, rounds=1))
    over = offered(offered(short, "sender", offer.offers_of("sender")[0], 0), "target",
                   offer.offers_of("sender")[0], 0)  # fmt: skip
    told = [
        ending_words(each)
        for each in (hanoi, _accepted(offer), left(offer, "target", 2), timed_out(offer, 60), over)
    ]
    assert told[0] == ""
    assert "accepted" in told[1]
    assert told[1].startswith("North Korea")
    assert "walked away" in told[2]
    assert "time was over" in told[3]
    assert "rounds were over" in told[4]


def plain(**changes: object) -> Feedback:
    none = Steps(0, 0.0)
    base = Feedback(
        role="sender",
        ideal=10.0,
        first_gain=5.0,
        made=none,
        taken_back=none,
        returned=none,
        gain=2.0,
        value_left=0.0,
        crossed=(),
        agreement_crosses=(),
        shown=(),
        lines=0,
        seconds=61.0,
    )
    return replace(base, **changes)


@pytest.mark.parametrize(
    ("changes", "place", "words"),
    [
        ({"first_gain": None}, 0, "without an offer"),
        ({"ideal": None}, 0, "nothing to compare"),
        ({"ideal": 0.0}, 0, "nothing to compare"),
        ({"first_gain": 25.0}, 0, "an anchor"),
        ({"first_gain": 5.0}, 0, "little room"),
        ({"first_gain": -5.0}, 0, "worse for itself"),
        ({}, 1, "Neither side"),
        ({"made": Steps(1, 5.0)}, 1, "gave up more"),
        ({"returned": Steps(1, 5.0)}, 1, "was given more"),
        ({"made": Steps(2, 5.0), "returned": Steps(1, 5.0)}, 1, "as much"),
        ({"gain": None}, 2, "waiting brings"),
        ({"gain": -1.0}, 2, "worse for it"),
        ({}, 2, "no worse"),
        ({"ideal": None}, 3, "acceptable to both"),
        ({}, 3, "without taking"),
        ({"value_left": 3.0}, 3, "so much more"),
        ({}, 4, "gave none away"),
        ({}, 5, "its own turns"),
    ],
)
def test_a_measure_means_what_it_says(changes: dict[str, object], place: int, words: str) -> None:
    scenario = preset_scenario(bundled_case("korea"), "october-2025")
    assert words in remarks(scenario, plain(**changes))[place].meaning


def test_the_rule_of_a_computer_is_told_and_a_person_has_none() -> None:
    assert rule_words(Seat()) == ""
    assert len({rule_words(seat) for seat in SEATS}) == len(SEATS)
    assert all("1998" in rule_words(seat) for seat in SEATS)
    assert len({seat_words(seat) for seat in (Seat(), *SEATS)}) == len(SEATS) + 1
    assert "no grade" in no_grade()
    assert time_words(61.4) == "1:01"


def test_two_computers_in_an_open_zone_leave_a_value_that_the_frontier_bears_out() -> None:
    scenario = preset_scenario(bundled_case("korea"), "october-2025")
    seats: dict[Role, Seat] = {"sender": TIME_SEATS[1], "target": TIME_SEATS[1]}
    game = played(Rules(scenario, "sender", 16), seats)
    ours, theirs = feedback(game)
    assert ours.gain is not None
    assert theirs.gain is not None
    assert ours.gain >= -CLOSE
    assert theirs.gain >= -CLOSE
    assert ours.first_share is not None
    assert ours.first_share > 1
    assert ours.crossed == theirs.crossed == ()
