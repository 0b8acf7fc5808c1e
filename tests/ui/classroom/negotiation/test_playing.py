"""Whole negotiations through the window, by keyboard alone."""

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from explorer.classroom.negotiation.game import Game
from explorer.classroom.negotiation.own_side import own_view
from explorer.classroom.negotiation.record import replayed
from explorer.model.negotiation import MoveRecord, NegotiationRecord
from explorer.model.package import Package, bundle_count, bundle_index, package_levels, package_of
from explorer.model.scene import Settings
from explorer.ui.app.app import Program
from explorer.ui.classroom.negotiation.table_window import NegotiationWindow
from tests.solver.brute_force import BruteForce
from tests.ui.classroom.negotiation.conftest import Press, Watch
from tests.ui.window.conftest import Answers

if TYPE_CHECKING:
    from explorer.model.issue import Role

ALT, ENTER = Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Return


def set_up(table: NegotiationWindow, press: Press, *, target: int = 0, sender: int = 0) -> None:
    """Choose who plays by arrow keys, and start with Enter."""
    page = table.set_up
    for box, steps in ((page.seats["sender"], sender), (page.seats["target"], target)):
        box.setFocus()
        for _ in range(steps):
            press(Qt.Key.Key_Down)
    page.start.setFocus()
    press(ENTER)


def build(table: NegotiationWindow, press: Press, **levels: int) -> None:
    """Build an offer by arrow keys from list to list."""
    for issue, box in table.turn.grid.boxes.items():
        box.setFocus()
        press(Qt.Key.Key_Home)
        for _ in range(levels.get(issue, 0)):
            press(Qt.Key.Key_Down)


def game_of(table: NegotiationWindow) -> Game:
    assert table.session.game is not None
    return table.session.game


def number_of(game: Game, package: Package) -> int:
    case = game.rules.scenario.case
    target = bundle_index(case.target_shape, package.target)
    return target * bundle_count(case.sender_shape) + bundle_index(
        case.sender_shape, package.sender
    )


def zone_package(game: Game) -> dict[str, int]:
    """Return the levels of some package that both sides accept."""
    for package in game.rules.scenario.case.packages:
        found = package_of(game.rules.scenario.case, package.levels)
        roles: tuple[Role, Role] = ("sender", "target")
        if all(own_view(game.rules.scenario, role, found).is_acceptable for role in roles):
            return package_levels(game.rules.scenario.case, found)
    raise AssertionError("no package of the case is in the zone")


def test_two_people_play_to_an_agreement_and_every_statement_at_the_end_holds(
    table: NegotiationWindow, press: Press, watch: Watch, heard: list[str]
) -> None:
    set_up(table, press)
    assert table.pages.currentWidget() is table.curtain
    assert "US delegation" in table.curtain.words.text()
    press(ENTER)
    assert table.pages.currentWidget() is table.turn
    assert not table.turn.accept.isEnabled()
    build(table, press, icbm=3, test=1, ver=2, sanc=1)
    assert heard
    assert "For you better than waiting" in table.turn.draft_standing.score.text()
    watch.seconds += 30
    table.turn.make.setFocus()
    press(ENTER)
    assert table.pages.currentWidget() is table.curtain
    assert "North Korean" in table.curtain.words.text()
    press(ENTER)
    build(table, press, **zone_package(game_of(table)))
    watch.seconds += 45
    table.turn.make.setFocus()
    press(ENTER)
    press(ENTER)
    watch.seconds += 5
    assert table.turn.accept.isEnabled()
    table.turn.accept.setFocus()
    press(ENTER)
    assert table.pages.currentWidget() is table.end
    game = game_of(table)
    assert game.ending == "agreed"
    assert "United States accepted" in table.end.ending.text()
    assert any("United States accepted" in each for each in heard)
    check_end(table)
    told = [label.text() for label in table.end.sides["sender"].labels]
    assert "Time: 0:35" in told
    assert "Time: 0:45" in [label.text() for label in table.end.sides["target"].labels]


def check_end(table: NegotiationWindow) -> None:
    """Compare what the end page says with brute force over all packages."""
    game = game_of(table)
    brute = BruteForce(game.rules.scenario)
    gains = {"sender": brute.sender_gain, "target": brute.target_gain}
    roles: tuple[Role, Role] = ("sender", "target")
    for role, other in zip(roles, reversed(roles), strict=True):
        told = "\n".join(label.text() for label in table.end.sides[role].labels)
        mine, theirs = gains[role], gains[other]
        now, kept = 0.0, 0.0
        if game.agreement is not None:
            number = number_of(game, game.agreement)
            now, kept = mine[number], theirs[number]
            assert f"Result: {signed(now)} points over waiting" in told
        members = mine[brute.is_member & (theirs >= kept - 1e-9)]
        left = max(now, members.max(initial=now)) - now
        if left > 1e-9:
            assert f"Value left: {whole(left)} point" in told
        else:
            assert "Value left: none" in told
        first = game.offers_of(role)[0]
        assert brute.ideal is not None
        share = 100 * mine[number_of(game, first)] / brute.ideal[roles.index(role)]
        assert f"{share:.0f} % of its ideal" in told
    rows = table.end.path.model()
    assert rows.rowCount() == len(game.offers)


def whole(value: float) -> str:
    size = int(round(abs(value), 9) + 0.5)
    return f"{size}" if size else "under 1"


def signed(value: float) -> str:
    if abs(value) <= 1e-9:
        return "0"
    size = int(round(abs(value), 9) + 0.5)
    if not size:
        return "just above 0" if value > 0 else "just below 0"
    return f"{'+' if value > 0 else chr(0x2212)}{size}"


@pytest.mark.parametrize("seat", [1, 2, 3, 4], ids=["hard", "medium", "soft", "tit-for-tat"])
def test_a_person_plays_each_computer_to_an_agreement(
    table: NegotiationWindow, press: Press, seat: int
) -> None:
    set_up(table, press, target=seat)
    for _ in range(10):
        assert table.pages.currentWidget() is table.turn
        game = game_of(table)
        if game.on_table is not None and game.on_table.package is not None:
            view = own_view(game.rules.scenario, "sender", game.on_table.package)
            if view.is_acceptable:
                table.turn.accept.setFocus()
                press(ENTER)
                break
        # A high demand first, so that tit-for-tat has something to return.
        demand = {"icbm": 4, "srbm": 2, "test": 2, "fiss": 4, "warh": 3, "ver": 3, "exer": 1}
        build(table, press, **(demand if not game.offers else zone_package(game)))
        table.turn.make.setFocus()
        press(ENTER)
        if game_of(table).ending is not None:
            break
    game = game_of(table)
    assert game.ending == "agreed", seat
    assert table.pages.currentWidget() is table.end
    check_end(table)
    told = "\n".join(label.text() for label in table.end.sides["target"].labels)
    assert "The rule it kept" in told
    assert "1998" in told
    assert "The rule it kept" not in "\n".join(
        label.text() for label in table.end.sides["sender"].labels
    )


def test_two_computers_play_at_once_and_the_end_tells_both_rules(
    table: NegotiationWindow, press: Press
) -> None:
    table.set_up.rounds.setValue(16)
    set_up(table, press, sender=2, target=3)
    assert table.pages.currentWidget() is table.end
    assert game_of(table).ending == "agreed"
    check_end(table)


def test_the_last_list_of_levels_does_not_end_a_turn_on_enter(
    table: NegotiationWindow, press: Press
) -> None:
    set_up(table, press, target=1)
    assert isinstance(table.focusWidget(), QComboBox)
    press(ENTER)
    assert game_of(table).moves == ()


def test_walking_away_is_asked_first_and_can_be_thought_better_of(
    table: NegotiationWindow, press: Press, heard: list[str]
) -> None:
    set_up(table, press, target=1)
    table.turn.walk.setFocus()
    press(ENTER)
    assert table.focusWidget() is table.turn.stay
    assert any("ends at once" in each for each in heard)
    press(ENTER)
    assert game_of(table).ending is None
    assert table.focusWidget() is table.turn.walk
    press(ENTER)
    table.turn.confirm.setFocus()
    press(ENTER)
    assert game_of(table).ending == "left"
    assert "walked away" in table.end.ending.text()


def test_access_keys_reach_every_answer(
    table: NegotiationWindow, press: Press, qtbot: QtBot
) -> None:
    set_up(table, press, target=1)
    build(table, press, icbm=1, sanc=1)
    # Qt shows a button pressed for a moment before it does anything.
    qtbot.keyClick(table, Qt.Key.Key_M, ALT)
    qtbot.waitUntil(lambda: len(game_of(table).offers) == 2)
    qtbot.keyClick(table, Qt.Key.Key_T, ALT)
    table_package = game_of(table).offers[-1].package
    qtbot.waitUntil(lambda: table.turn.grid.draft() == table_package)
    assert table.turn.draft_standing.score.text() == table.turn.table_standing.score.text()
    qtbot.keyClick(table, Qt.Key.Key_W, ALT)
    qtbot.waitUntil(table.turn.confirm.isVisible)
    qtbot.keyClick(table, Qt.Key.Key_Y, ALT)
    qtbot.waitUntil(lambda: game_of(table).ending == "left")


def test_own_lines_are_named_at_once_and_lines_of_the_other_never(
    program: Program, table: NegotiationWindow, press: Press
) -> None:
    scenario = program.store.state.scenario.with_values({"us_min_icbm": 2, "dprk_min_status": 2})
    program.store.edit(scenario, "move")
    program.window.commands.negotiation.open()
    set_up(table, press, target=1)
    build(table, press, icbm=1, sanc=1)
    words = table.turn.draft_standing.broken.text()
    assert "long-range missiles" in words
    assert "Pyongyang" not in words
    build(table, press, icbm=2, sanc=1)
    assert "own line" not in table.turn.draft_standing.broken.text()


def test_hidden_scores_stay_hidden_until_the_end(table: NegotiationWindow, press: Press) -> None:
    table.set_up.hides_scores.setChecked(True)
    set_up(table, press, target=1)
    build(table, press, icbm=1, sanc=1)
    assert table.turn.draft_standing.score.text() == "Scores are hidden until the end."
    assert not table.turn.draft_standing.bar.isVisible()
    table.turn.make.setFocus()
    press(ENTER)
    model = table.turn.history.model()
    scores = {model.index(row, 2).data() for row in range(model.rowCount())}
    assert scores == {"hidden"}


def test_the_clock_runs_at_turns_only_and_ends_the_negotiation(
    table: NegotiationWindow, press: Press, watch: Watch
) -> None:
    table.set_up.minutes.setValue(1)
    set_up(table, press)
    session = table.session
    watch.seconds += 500
    assert not session.timer.isActive()
    assert session.elapsed == 0
    press(ENTER)
    assert session.timer.isActive()
    watch.seconds += 20
    session.timer.timeout.emit()
    assert table.turn.clock.text() == "0:40 left"
    table.close()
    assert not session.timer.isActive()
    watch.seconds += 500
    table.show()
    assert session.timer.isActive()
    assert session.elapsed == 20
    watch.seconds += 41
    session.timer.timeout.emit()
    assert game_of(table).ending == "time"
    assert not session.timer.isActive()
    assert "time was over" in table.end.ending.text()


def test_a_move_after_the_time_is_the_end_of_the_time(
    table: NegotiationWindow, press: Press, watch: Watch
) -> None:
    table.set_up.minutes.setValue(1)
    set_up(table, press, target=1)
    watch.seconds += 61
    table.turn.make.setFocus()
    press(ENTER)
    game = game_of(table)
    assert (game.ending, game.offers) == ("time", ())


def test_an_untimed_negotiation_wakes_nothing(table: NegotiationWindow, press: Press) -> None:
    set_up(table, press, target=1)
    assert not table.session.timer.isActive()
    assert table.turn.clock.text() == "No clock"


def test_a_negotiation_survives_closing_and_reopening_and_another_scenario(
    program: Program, table: NegotiationWindow, press: Press
) -> None:
    set_up(table, press, target=1)
    build(table, press, icbm=1, sanc=1)
    table.turn.make.setFocus()
    press(ENTER)
    before = game_of(table)
    press(Qt.Key.Key_Escape)
    assert not table.isVisible()
    program.store.edit(program.store.state.scenario.with_value("us_will", 1), "move")
    program.window.menus.actions["negotiation_table"].trigger()
    assert table.isVisible()
    assert game_of(table) == before
    assert table.pages.currentWidget() is table.turn


def test_rounds_that_run_out_end_it_without_a_deal(table: NegotiationWindow, press: Press) -> None:
    table.set_up.rounds.setValue(1)
    set_up(table, press)
    for last in (False, True):
        press(ENTER)
        assert ("Last turn" in table.turn.place.text()) == last
        table.turn.make.setFocus()
        press(ENTER)
    assert game_of(table).ending == "rounds"
    assert "rounds were over" in table.end.ending.text()
    table.end.again.setFocus()
    press(ENTER)
    assert table.pages.currentWidget() is table.set_up
    assert table.session.game is None


def test_the_record_is_written_and_handed_to_the_class_of_tables(
    program: Program,
    table: NegotiationWindow,
    press: Press,
    answers: Answers,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    table.set_up.rounds.setValue(16)
    set_up(table, press, sender=2, target=3)
    game = game_of(table)
    answers.to_export = tmp_path / "game.json"
    table.end.save_json.setFocus()
    press(ENTER)
    record = NegotiationRecord.model_validate(json.loads(answers.to_export.read_text("utf-8")))
    assert replayed(record, game.rules.scenario.case).moves == game.moves
    answers.to_export = tmp_path / "game.csv"
    table.end.save_csv.setFocus()
    press(ENTER)
    rows = [*csv.DictReader(answers.to_export.read_text("utf-8-sig").splitlines())]
    assert len(rows) == len(game.moves)
    with qtbot.waitSignal(program.window.commands.negotiation.table_added) as added:
        table.end.add_table.setFocus()
        press(ENTER)
    assert game.agreement is not None
    (entry,) = added.args
    assert entry["ending"] == "agreed"
    assert entry["levels"] == package_levels(game.rules.scenario.case, game.agreement)
    assert len(entry["path"]) == len(game.offers)
    assert program.store.state.classroom.tables is not None
    (result,) = program.store.state.classroom.tables.results
    assert result.levels == entry["levels"]
    assert len(result.path) == len(game.offers)


def test_a_negotiation_is_kept_in_the_document_and_goes_on_from_it(
    program: Program, table: NegotiationWindow, press: Press, watch: Watch
) -> None:
    set_up(table, press, target=1)
    build(table, press, icbm=1, sanc=1)
    watch.seconds += 12
    table.turn.make.setFocus()
    press(ENTER)
    before = game_of(table)
    kept = program.store.state.classroom.negotiation
    assert kept is not None
    assert kept == table.session.record
    assert len(kept.moves) == 2
    table.session.forget()
    table.close()
    program.window.commands.negotiation.open()
    assert game_of(table).moves == before.moves
    assert table.session.elapsed == before.seconds == 12
    assert table.pages.currentWidget() is table.turn
    table.close()
    program.store.undo()
    assert program.store.state.classroom.negotiation is None


def test_a_kept_negotiation_that_breaks_the_rules_is_told_and_left(
    program: Program, table: NegotiationWindow, heard: list[str]
) -> None:
    case = program.store.state.scenario.case
    broken = NegotiationRecord(
        case=case.id, settings=Settings(), moves=(MoveRecord(role="target", kind="leave"),)
    )
    classroom = program.store.state.classroom.having(negotiation=broken)
    program.store.teach(classroom, "teach")
    program.window.commands.negotiation.open()
    assert table.session.game is None
    assert any("Move 1" in each for each in heard)


def test_a_negotiation_of_another_case_is_not_kept_in_this_document(
    program: Program, table: NegotiationWindow
) -> None:
    assert table.session.record is None
    table.recorded.emit(NegotiationRecord(case="other", settings=Settings()))
    assert program.store.state.classroom.negotiation is None
