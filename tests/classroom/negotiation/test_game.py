"""The rules of a negotiation hold, whatever is played."""

from dataclasses import replace
from math import inf, nan

import pytest
from hypothesis import given

from explorer.classroom.negotiation.game import (
    Game,
    Rules,
    accepted,
    has_time,
    left,
    offered,
    other_side,
    timed_out,
)
from explorer.files.case_file import bundled_case
from explorer.model.errors import ScenarioError
from explorer.model.negotiation import MOST_ROUNDS
from explorer.model.package import Package, package_of
from explorer.model.scenario import preset_scenario
from tests.classroom.negotiation.games import games


@pytest.fixture
def game() -> Game:
    return Game(Rules(preset_scenario(bundled_case("korea"), "october-2025"), "target", 2, 60))


@pytest.fixture
def package(game: Game) -> Package:
    return package_of(game.rules.scenario.case, {"icbm": 1, "sanc": 1})


@given(games())
def test_turns_alternate_and_rounds_are_one_turn_of_each_side(game: Game) -> None:
    roles = [move.role for move in game.offers]
    assert roles == [
        game.rules.first if place % 2 == 0 else other_side(game.rules.first)
        for place in range(len(roles))
    ]
    assert len(roles) <= 2 * game.rules.rounds
    assert 1 <= game.round <= game.rules.rounds
    turns = len(game.offers_of("sender")), len(game.offers_of("target"))
    assert sorted(turns) == [len(roles) // 2, (len(roles) + 1) // 2]


@given(games())
def test_what_is_over_takes_no_move_and_what_goes_on_takes_only_whose_turn_it_is(
    game: Game,
) -> None:
    case = game.rules.scenario.case
    nothing = package_of(case, {})
    turn, now = game.to_move, game.seconds
    if game.ending is None:
        assert offered(game, turn, nothing, now).offers[-1].package == nothing
        turn = other_side(turn)
    for move in (
        lambda: offered(game, turn, nothing, now),
        lambda: accepted(game, turn, now),
        lambda: left(game, turn, now),
    ):
        with pytest.raises(ScenarioError):
            move()


@given(games())
def test_exactly_what_was_accepted_is_agreed(game: Game) -> None:
    if game.ending is None and game.offers:
        game = accepted(game, game.to_move, game.seconds)
    if game.ending == "agreed":
        assert game.agreement == game.offers[-1].package
    else:
        assert game.agreement is None


@given(games())
def test_the_last_turn_is_the_one_after_which_nobody_could_answer(game: Game) -> None:
    if game.ending is None:
        after = offered(game, game.to_move, package_of(game.rules.scenario.case, {}), game.seconds)
        assert game.is_last_turn == (after.ending == "rounds")


@given(games())
def test_every_state_of_a_negotiation_is_reached_by_its_moves(game: Game) -> None:
    states = [*game.states()]
    assert states[0] == replace(game, moves=())
    assert states[-1] == game
    assert all(state.ending is None for state in states[:-1])


def test_nothing_can_be_accepted_before_an_offer(game: Game) -> None:
    with pytest.raises(ScenarioError, match="no offer"):
        accepted(game, "target", 0)


@pytest.mark.parametrize(
    "broken",
    [
        Package((9, 0, 0, 0, 0, 0), (0, 0, 0, 0, 0)),
        Package((-1, 0, 0, 0, 0, 0), (0, 0, 0, 0, 0)),
        Package((0, 0), (0, 0, 0, 0, 0)),
        Package((0, 0, 0, 0, 0, 0), ()),
    ],
)
def test_levels_that_do_not_exist_are_no_offer(game: Game, broken: Package) -> None:
    with pytest.raises(ScenarioError, match="An offer names"):
        offered(game, "target", broken, 0)


def test_the_clock_ends_a_negotiation_and_no_move_comes_after_it(
    game: Game, package: Package
) -> None:
    assert has_time(game, 60)
    assert not has_time(game, 60.5)
    with pytest.raises(ScenarioError, match="time was over"):
        offered(game, "target", package, 60.5)
    with pytest.raises(ScenarioError, match="not over"):
        timed_out(game, 59)
    over = timed_out(offered(game, "target", package, 10), 60)
    assert (over.ending, over.agreement, over.seconds) == ("time", None, 60)
    with pytest.raises(ScenarioError, match="is over"):
        timed_out(over, 61)
    with pytest.raises(ScenarioError, match="not over"):
        timed_out(Game(Rules(game.rules.scenario)), 1e6)
    assert has_time(Game(Rules(game.rules.scenario)), 1e6)


@pytest.mark.parametrize("seconds", [4.0, -1.0, nan, inf])
def test_time_never_runs_backwards(game: Game, package: Package, seconds: float) -> None:
    begun = offered(replace(game, rules=Rules(game.rules.scenario)), "sender", package, 5)
    with pytest.raises(ScenarioError, match="cannot come at"):
        offered(begun, "target", package, seconds)


@pytest.mark.parametrize(
    "wrong",
    [{"rounds": 0}, {"rounds": MOST_ROUNDS + 1}, {"seconds": 0.0}, {"seconds": nan}],
)
def test_limits_with_which_nobody_can_play_are_refused(game: Game, wrong: dict[str, float]) -> None:
    with pytest.raises(ScenarioError):
        Rules(game.rules.scenario, **wrong)
