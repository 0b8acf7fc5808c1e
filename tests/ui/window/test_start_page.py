"""The start page begins what it says, by keyboard too, and shows what holds now."""

import json
from pathlib import Path

from PySide6.QtCore import QPoint, Qt

from explorer.files.resources import resource
from explorer.ui.window.start_parts import StartCard, StartChoice, StartLink


def _link(program, value: str) -> StartLink | StartChoice:
    page = program.window.start_page
    links = [*page.findChildren(StartLink), *page.findChildren(StartChoice)]
    return next(link for link in links if link.value == value)


def test_enter_begins_with_the_scenario_that_is_loaded(open_program, qtbot) -> None:
    program = open_program()
    assert program.window.is_on_start_page()
    before = program.store.state.scenario
    qtbot.keyClick(program.window.start_page.first_button(), Qt.Key.Key_Return)
    assert not program.window.is_on_start_page()
    assert program.store.state.scenario == before


def test_enter_on_a_scenario_of_the_library_loads_it(open_program, qtbot) -> None:
    program = open_program()
    qtbot.keyClick(_link(program, "hanoi-2019"), Qt.Key.Key_Enter)
    assert program.store.state.scenario.name == "Hanoi 2019"
    assert not program.window.is_on_start_page()


def test_text_size_and_colours_that_hold_now_are_marked(open_program) -> None:
    program = open_program()
    for value in ("150", "dark"):
        _link(program, value).click()
        assert _link(program, value).isChecked()
        _link(program, value).click()
        assert _link(program, value).isChecked()
    assert not _link(program, "100").isChecked()
    assert not _link(program, "light").isChecked()


def test_the_picture_of_the_board_fits_its_card(open_program, qtbot) -> None:
    program = open_program()
    card = program.window.start_page.first_button()
    assert isinstance(card, StartCard)
    for percent in ("100", "150"):
        _link(program, percent).click()
        qtbot.waitUntil(lambda: program.window.start_page.preview_size().width() > 1)
        assert program.window.start_page.preview_size().width() <= card.width()


def test_the_picture_of_the_board_is_whole_again_on_the_way_back(open_program, qtbot) -> None:
    program = open_program()
    page = program.window.start_page
    qtbot.waitUntil(lambda: page.preview_size().width() > 1)
    before = page.preview_size()
    program.settings.change(coach_marks_seen=True)
    program.window.show_workbench()
    program.window.show_start_page()
    assert page.preview_size() == before


def test_another_case_brings_its_own_start_page(open_program, tmp_path: Path) -> None:
    program = open_program()
    content = json.loads(resource("cases", "korea.json").read_text(encoding="utf-8"))
    content["id"], content["name"] = "copy", "A copy"
    content["presets"] = content["presets"][:3]
    content["checks"] = []
    path = tmp_path / "copy.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    program.window.desk.session.open_path(path)
    assert program.store.state.scenario.case.name == "A copy"
    program.window.show_start_page()
    known = {link.value for link in program.window.start_page.findChildren(StartLink)}
    assert {preset["id"] for preset in content["presets"]} <= known
    assert "period-1994-2000" not in known


def _crash_before_the_start_page_was_left(open_program, value: float = 40):
    """Leave an autosave behind as a killed program does, with the start page still to come."""
    program = open_program()
    scenario = program.store.state.scenario.with_value("russia_alignment", value)
    program.store.edit(scenario, "move")
    session = program.window.desk.session
    session.autosave()
    session._autosave._session._lock.release()
    program.settings.change(start_page_seen=False)
    return program


def test_what_a_crash_left_is_offered_on_the_start_page_first_and_by_keyboard(
    open_program, qtbot
) -> None:
    crashed = _crash_before_the_start_page_was_left(open_program)
    program = open_program()
    window, bar = program.window, program.window.desk.workbench.message_bar
    assert window.is_on_start_page()
    assert bar.isVisible()
    assert "ended unexpectedly" in bar.text()
    assert bar.geometry().bottom() < window.start_page.mapTo(window, QPoint(0, 0)).y()
    # The keyboard begins at the offer, and a screen reader says there what it is about.
    button = bar.first_answer()
    assert window.focusWidget() is button
    assert button.accessibleDescription() == bar.text()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not window.is_on_start_page()
    assert program.store.state.snapshot == crashed.store.state.snapshot


def test_after_the_offers_are_discarded_the_keyboard_is_on_the_start_page(
    open_program, qtbot
) -> None:
    for value in (30, 40):
        _crash_before_the_start_page_was_left(open_program, value)
    window = open_program().window
    bar = window.desk.workbench.message_bar
    for _ in range(2):
        assert window.focusWidget() is bar.first_answer()
        qtbot.keyClick(bar._buttons[1], Qt.Key.Key_Space)
    assert window.is_on_start_page()
    assert bar.isHidden()
    assert window.focusWidget() is window.start_page.first_button()


def test_the_start_page_offers_what_a_crash_left_whenever_it_is_shown(open_program) -> None:
    settings = _crash_before_the_start_page_was_left(open_program).settings
    settings.change(start_page_seen=True)
    settings.write()
    window = open_program().window
    assert not window.is_on_start_page()
    window.show_start_page()
    assert window.desk.workbench.message_bar.isVisible()
    assert window.focusWidget() is window.desk.workbench.message_bar.first_answer()
