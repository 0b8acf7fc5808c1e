"""A delegation reads its own side of every offer in whole sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.negotiation.game import Game, Rules, left, offered, timed_out
from explorer.classroom.negotiation.own_side import OwnView, own_view
from explorer.classroom.negotiation.record import table_entry
from explorer.classroom.negotiation.turn_words import (
    broken_words,
    clock_words,
    history_table,
    package_words,
    path_table,
    place_words,
    score_words,
)
from explorer.files.case_file import bundled_case
from explorer.model.package import package_levels, package_of
from explorer.model.scenario import preset_scenario
from tests.classroom.negotiation.games import ROLES, games


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (OwnView(3.0, (), (), False), "No deal yet"),
        (OwnView(0.0, (), (), True), "exactly as good"),
        (OwnView(3.0, (), (), True), "better than waiting, by 3 points"),
        (OwnView(-3.0, (), (), True), "worse than waiting, by 3 points"),
    ],
)
def test_a_score_is_told_against_waiting(view: OwnView, words: str) -> None:
    assert words in score_words(view)


@given(games(), st.sampled_from(ROLES))
def test_a_history_shows_one_sides_scores_alone(game: Game, role) -> None:
    scenario = game.rules.scenario
    table = history_table(game, role, has_scores=True)
    hidden = history_table(game, role, has_scores=False)
    assert len(table.rows) == len(hidden.rows) == len(game.offers)
    for cells, move in zip(table.cells, game.offers, strict=True):
        assert move.package is not None
        assert cells[2].value == own_view(scenario, role, move.package).gain
    assert all(row[2] == "hidden" for row in hidden.rows)
    assert len(path_table(game).rows) == len(game.offers)


@given(games())
def test_an_entry_for_the_class_of_tables_tells_how_it_ended(game: Game) -> None:
    entry = table_entry(game)
    agreed = game.agreement is not None
    assert (entry["ending"] == "agreed") == agreed
    if game.agreement is not None:
        assert entry["levels"] == package_levels(game.rules.scenario.case, game.agreement)
    else:
        assert entry["levels"] is None


def test_offers_places_and_clocks_are_told_in_words() -> None:
    scenario = preset_scenario(bundled_case("korea"), "october-2025")
    scenario = scenario.with_value("us_min_icbm", 2)
    game = Game(Rules(scenario, "sender", 2, 90))
    package = package_of(scenario.case, {"icbm": 1, "test": 2})
    assert "United States gives nothing." in package_words(scenario, package)
    assert place_words(game) == "Round 1 of 2"
    assert clock_words(game, 30) == "1:00 left"
    assert clock_words(game, 95) == "0:00 left"
    assert clock_words(Game(Rules(scenario)), 61) == "No clock"
    for _ in range(3):
        game = offered(game, game.to_move, package, 0)
    assert "no longer be answered" in place_words(game)
    assert table_entry(timed_out(game, 90))["ending"] == "time_out"
    assert table_entry(left(game, game.to_move, 60))["minutes"] == 1
    words = broken_words(scenario, own_view(scenario, "sender", package))
    assert words.startswith("Breaks your own line")
    assert "binds both" in words
    assert broken_words(scenario, own_view(scenario, "target", package)).startswith("Breaks a rule")
