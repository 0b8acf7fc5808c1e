"""Tips of the first start: beside what they speak of, counted, back and forth, ended by Escape."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from explorer.figures.change import opened_and_closed
from explorer.solver.solve import solve
from explorer.ui.app.app import Program
from explorer.ui.window.first_move import first_move
from explorer.ui.window.tips import Tip, note_place

PAGE = QRect(0, 0, 1200, 700)


@given(st.integers(0, 1100), st.integers(0, 600), st.integers(20, 1200), st.integers(20, 700))
def test_a_note_lies_on_the_page_and_covers_its_target_only_where_no_side_has_room(
    left: int, top: int, width: int, height: int
) -> None:
    target = QRect(left, top, width, height)
    note = note_place(target, QRect(QPoint(0, 0), QSize(300, 160)), PAGE, 16)
    assert PAGE.contains(note)
    has_room = (
        target.top() >= 176
        or PAGE.bottom() - target.bottom() >= 176
        or target.left() >= 316
        or PAGE.right() - target.right() >= 316
    )
    assert not note.intersects(target) or not has_room


def _tip(program: Program) -> Tip:
    found = program.window.findChild(Tip)
    assert isinstance(found, Tip)
    return found


def _press(program: Program, words: str) -> None:
    buttons = {each.text(): each for each in _tip(program).findChildren(QPushButton)}
    assert buttons[words].isVisible()
    buttons[words].click()


def test_tips_are_counted_and_go_forwards_and_back(program: Program) -> None:
    program.window.show_tips()
    tip = _tip(program)
    first = tip.words()
    assert tip.accessibleName() == "Tip 1 of 3"
    _press(program, "Next")
    assert tip.accessibleName() == "Tip 2 of 3"
    _press(program, "Back")
    assert tip.words() == first
    _press(program, "Next")
    _press(program, "Next")
    _press(program, "Done")
    assert not program.window.tips.is_active()


def test_tips_end_with_the_level_that_they_speak_of(program: Program, qtbot: QtBot) -> None:
    program.window.menus.trigger("explore")
    page = program.window.desk.workbench.page
    assert page is not None
    qtbot.waitUntil(page.isVisible)
    program.window.show_tips()
    assert program.window.tips.is_active()
    program.window.menus.trigger("analyse")
    assert not program.window.tips.is_active()
    assert not _tip(program).isVisible()


def test_enter_goes_on_to_the_next_tip(program: Program, qtbot: QtBot) -> None:
    program.window.show_tips()
    first = _tip(program).words()
    focused = program.window.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert _tip(program).isVisible()
    assert _tip(program).words() != first


def test_no_tip_covers_what_it_speaks_of(program: Program) -> None:
    program.window.resize(1600, 1000)
    program.window.show_tips()
    bench, tip = program.window.desk.workbench, _tip(program)
    move = first_move(program.store.state.result)
    assert move is not None
    for place, target in enumerate(
        (bench.controls.control(move.control_id), bench.board, bench.below)
    ):
        if place:
            _press(program, "Next")
        about = QRect(target.mapTo(bench, QPoint(0, 0)), target.size())
        assert not tip.geometry().intersects(about), place


def test_escape_ends_the_tips_and_the_keyboard_is_at_the_first_control(
    program: Program, qtbot: QtBot
) -> None:
    program.window.activateWindow()
    program.window.show_tips()
    qtbot.keyClick(_tip(program).findChildren(QPushButton)[0], Qt.Key.Key_Escape)
    assert not program.window.tips.is_active()
    focused = program.window.focusWidget()
    assert focused is not None
    assert program.window.desk.workbench.controls.isAncestorOf(focused)


def test_the_first_tip_tells_what_its_move_really_does(program: Program) -> None:
    result = program.store.state.result
    move = first_move(result)
    assert move is not None
    low = result.scenario.with_value(move.control_id, 0)
    opened, closed = opened_and_closed(result, solve(low))
    assert "to the left" in move.words
    assert f"Watch {len(opened)} deal zones open." in move.words
    assert not closed
