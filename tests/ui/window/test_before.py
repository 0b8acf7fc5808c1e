"""Before is a state of the whole window: settings, pictures, sentences, status go back at once."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.ui.app.app import Program
from explorer.ui.pictures.badge import Badge
from tests.ui.window.test_exploring import drag, slider, words_in


def badges(program: Program) -> set[str]:
    """Return the words that stand over pictures."""
    found = program.window.desk.workbench.stage.findChildren(Badge)
    return {badge.accessibleName() for badge in found if badge.isVisibleTo(program.window)}


def turn(program: Program) -> None:
    """Let the time of one side of a replay pass."""
    program.window.desk.pictures.replay._turn_timer.timeout.emit()


def test_holding_b_takes_settings_sentences_and_status_back_and_letting_go_brings_them(
    program: Program,
) -> None:
    before = program.store.state
    drag(program, "russia_alignment", 40)
    after = words_in(program.window)
    assert "Last change: " in after
    QTest.keyPress(program.window, Qt.Key.Key_B)
    shown = words_in(program.window)
    assert badges(program) == {"BEFORE"}
    assert slider(program, "russia_alignment").value() == before.scenario.value("russia_alignment")
    assert f"BEFORE: {before.result.zone.packages:,}" in shown
    assert "Last change: " not in shown
    QTest.keyRelease(program.window, Qt.Key.Key_B)
    assert not badges(program)
    assert slider(program, "russia_alignment").value() == 40
    assert words_in(program.window) == after


def test_a_replay_says_before_and_after_by_turns_and_ends_without_a_word(
    program: Program,
) -> None:
    start = program.store.state.scenario.value("russia_alignment")
    drag(program, "russia_alignment", 40)
    program.window.commands.scenario.replay()
    seen: list[tuple[str, int]] = []
    while badges(program):
        (word,) = badges(program)
        seen.append((word, slider(program, "russia_alignment").value()))
        turn(program)
    assert seen == 3 * [("BEFORE", start), ("AFTER", 40)]
    assert slider(program, "russia_alignment").value() == 40


def test_a_replay_without_motion_shows_each_side_once(program: Program) -> None:
    drag(program, "russia_alignment", 40)
    program.window.desk.pictures.replay.start(is_calm=True)
    assert badges(program) == {"BEFORE"}
    turn(program)
    assert badges(program) == {"AFTER"}
    turn(program)
    assert not badges(program)


def test_what_is_moved_while_before_is_shown_starts_from_what_is(program: Program) -> None:
    drag(program, "russia_alignment", 40)
    program.window.desk.pictures.replay.hold(is_held=True)
    program.window.desk.workbench.controls.reset_control("china_ties", "baseline")
    assert program.store.state.scenario.value("russia_alignment") == 40
    assert slider(program, "russia_alignment").value() == 40
    assert not badges(program)


def test_another_picture_below_shows_before_too(program: Program) -> None:
    before = program.store.state.result
    drag(program, "russia_alignment", 40)
    pictures = program.window.desk.pictures
    pictures.replay.hold(is_held=True)
    pictures.choose_lower_view("gains")
    assert pictures.viewing().result is before
    assert badges(program) == {"BEFORE"}
