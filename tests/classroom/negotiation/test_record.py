"""A negotiation survives being written down and read again."""

import csv
import json

import pytest
from hypothesis import given

from explorer.classroom.negotiation.game import Game, Rules, timed_out
from explorer.classroom.negotiation.record import moves_csv, replayed, started, with_moves
from explorer.files.case_file import bundled_case
from explorer.model.errors import ScenarioError
from explorer.model.negotiation import MoveRecord, NegotiationRecord, Seat
from explorer.model.package import package_levels
from explorer.model.scenario import preset_scenario
from explorer.model.scene import Settings
from tests.classroom.negotiation.games import games

RECORD = NegotiationRecord(
    case="korea",
    settings=Settings(preset="october-2025"),
    target=Seat(strategy="time", curve="soft"),
)


@given(games())
def test_what_is_written_down_plays_again_move_for_move(game: Game) -> None:
    rules = game.rules
    blank = NegotiationRecord(
        case="small", settings=Settings(), first=rules.first, rounds=rules.rounds, seconds=600.0
    )
    record = with_moves(started(rules.scenario, blank), game)
    text = record.model_dump_json()
    again = replayed(NegotiationRecord.model_validate(json.loads(text)), rules.scenario.case)
    assert again.moves == game.moves
    assert again.rules.scenario.values == rules.scenario.values
    assert (again.rules.first, again.rules.rounds) == (rules.first, rules.rounds)


@given(games())
def test_a_table_of_moves_holds_every_level_and_no_formula(game: Game) -> None:
    rows = [*csv.DictReader(moves_csv(game).splitlines())]
    assert len(rows) == len(game.moves)
    for row, move in zip(rows, game.moves, strict=True):
        assert (row["side"], row["kind"]) == (move.role, move.kind)
        if move.package is not None:
            for issue, level in package_levels(game.rules.scenario.case, move.package).items():
                assert row[issue] == str(level)
        assert not any(cell and cell[0] in "=+-@" for cell in row.values())


def test_the_end_of_the_time_is_played_again() -> None:
    scenario = preset_scenario(bundled_case("korea"), "october-2025")
    game = timed_out(Game(Rules(scenario, seconds=30)), 31)
    fields = {**RECORD.model_dump(), "seconds": 30.0}
    record = with_moves(NegotiationRecord.model_validate(fields), game)
    assert replayed(record, scenario.case).ending == "time"
    assert record.seat("sender").strategy == "person"
    assert record.seat("target").curve == "soft"


def broken(**changes: object) -> NegotiationRecord:
    return NegotiationRecord.model_validate({**RECORD.model_dump(), **changes})


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (broken(case="sinai"), "belongs to the case"),
        (broken(settings={"preset": "never"}), "no preset"),
        (broken(moves=[{"role": "target", "kind": "offer"}]), "Move 1: It is the turn"),
        (broken(moves=[{"role": "sender", "kind": "accept"}]), "Move 1: There is no offer"),
        (
            broken(moves=[{"role": "sender", "kind": "offer", "levels": {"icbm": 9}}]),
            "Move 1: icbm: level 9",
        ),
        (
            broken(
                moves=[{"role": "sender", "kind": "leave"}, {"role": "target", "kind": "leave"}]
            ),
            "Move 2: The negotiation is over",
        ),
    ],
)
def test_a_record_that_breaks_the_rules_is_refused_with_its_place(
    record: NegotiationRecord, words: str
) -> None:
    with pytest.raises(ScenarioError, match=words):
        replayed(record, bundled_case("korea"))


def test_a_move_of_a_newer_version_keeps_what_it_brings() -> None:
    move = MoveRecord.model_validate({"role": "sender", "kind": "leave", "mood": "calm"})
    assert move.model_dump()["mood"] == "calm"
