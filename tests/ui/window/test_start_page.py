"""The start page begins what it says, by keyboard too, and shows what holds now."""

import json
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from explorer.files.resources import resource
from explorer.ui.widgets.scrolling import QuietScroll
from explorer.ui.window.start_parts import RecentRow, ScenarioCard, StartChoice, StartLink


def _cards(program) -> list[ScenarioCard]:
    return program.window.start_page.findChildren(ScenarioCard)


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
    qtbot.keyClick(_link(program, "period-2017"), Qt.Key.Key_Enter)
    assert program.store.state.scenario.name == "2017"
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


def test_four_scenarios_are_shown_with_board_name_headline_and_introduction(
    open_program, qtbot
) -> None:
    program = open_program()
    cards = _cards(program)
    assert [card.accessibleName() for card in cards][:2] == [
        "October 2025",
        "October 2025, declared lines",
    ]
    assert len(cards) == 4
    qtbot.waitUntil(lambda: all(card.thumbnail.is_known() for card in cards))
    described = cards[0].accessibleDescription()
    assert described.startswith("4 of 8 commitments have a deal zone. ")
    assert cards[0].thumbnail.accessibleDescription()
    # The others say it to who points at them.
    link = _link(program, "period-2017")
    qtbot.waitUntil(lambda: len(link.toolTip().splitlines()) == 3)
    assert link.toolTip().splitlines()[0] == "2017"


def test_a_card_is_high_enough_for_its_words_at_every_text_size(open_program, qtbot) -> None:
    program = open_program(size=(1280, 720))
    for percent in ("100", "150", "200"):
        _link(program, percent).click()
        page = program.window.start_page
        qtbot.waitUntil(
            lambda: all(card.height() >= card.minimumHeight() for card in _cards(program))
        )
        scroll = page.findChild(QuietScroll)
        assert scroll.horizontalScrollBar().maximum() == 0


def test_the_page_leads_back_to_what_was_on_screen(open_program) -> None:
    program = open_program()
    page = program.window.start_page
    back = next(b for b in page.findChildren(QPushButton) if b.text() == "Back to the pictures")
    assert back.isHidden()
    program.settings.change(coach_marks_seen=True)
    program.window.show_workbench()
    program.window.show_start_page()
    assert back.isVisible()
    back.click()
    assert not program.window.is_on_start_page()


def test_a_recent_document_that_is_gone_cannot_be_opened_but_taken_off_the_list(
    open_program, tmp_path: Path
) -> None:
    program = open_program()
    (tmp_path / "here.dealzone").write_text("{}")
    paths = (str(tmp_path / "here.dealzone"), str(tmp_path / "gone.dealzone"))
    program.settings.change(recent_files=paths)
    program.window.show_start_page()
    here, gone = program.window.start_page.findChildren(RecentRow)
    assert here.link.isEnabled()
    assert str(tmp_path) in here.link.accessibleDescription()
    assert not gone.link.isEnabled()
    assert "no longer in" in gone.link.accessibleDescription()
    gone.forget.click()
    assert program.settings.now.recent_files == paths[:1]
    assert program.window.is_on_start_page()


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
    known = {card.accessibleName() for card in _cards(program)}
    assert {preset["name"] for preset in content["presets"]} <= known
    assert {link.text() for link in program.window.start_page.findChildren(StartLink)} <= {
        "copy",
        "Remove",
        f"{content['version']}: United States and North Korea",
        "New case…",
    }


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
