"""The levels: the same scenario for a newcomer, for an analyst, for a room."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from explorer.ui.app.app import Program
from explorer.ui.window.explore_page import ExplorePage
from tests.ui.sights import cut_parts
from tests.ui.window.conftest import Answers, OpenProgram, settle
from tests.ui.window.test_assistive_actions import act

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Key = Qt.Key


@pytest.fixture
def newcomer(program: Program, qtbot: QtBot) -> Program:
    """Return a program that shows the level for a newcomer."""
    qtbot.waitUntil(program.window.isActiveWindow)
    program.window.menus.trigger("explore")
    return program


def page_of(program: Program) -> ExplorePage:
    page = program.window.desk.workbench.page
    assert page is not None
    return page


def test_a_first_start_explores(open_program: OpenProgram) -> None:
    program = open_program(level=None)
    program.window.show_workbench()
    assert program.window.commands.levels.levels.level == "explore"
    assert page_of(program).isVisible()
    assert program.window.menus.actions["explore"].isChecked()


def test_a_newcomer_sees_seven_controls_and_a_plain_board(newcomer: Program) -> None:
    page, bench = page_of(newcomer), newcomer.window.desk.workbench
    assert page.headline.text()
    assert page.change.text()
    assert len(page.controls._controls) == 7
    assert not bench.controls.isVisible()
    assert not bench.below.isVisible()
    figure = page.board._figure
    assert figure is not None
    assert len(figure.lanes) <= 8
    assert not figure.pins
    assert figure.offers is None
    assert not figure.baseline_words


def test_each_level_has_a_key_and_one_of_the_switch_is_down(
    newcomer: Program, qtbot: QtBot
) -> None:
    actions, levels = newcomer.window.menus.actions, newcomer.window.commands.levels.levels

    def down() -> list[str]:
        return [each for each in ("explore", "analyse", "present") if actions[each].isChecked()]

    for key, level in ((Key.Key_F3, "analyse"), (Key.Key_F2, "explore"), (Key.Key_F2, "explore")):
        qtbot.keyClick(newcomer.window, key)
        assert levels.level == level
        assert down() == [level]
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.isVisible()
    qtbot.keyClick(newcomer.window, Key.Key_F5)
    assert down() == ["present"]
    newcomer.window.commands.levels.presentation.end()
    assert down() == ["explore"]


def test_assistive_technology_chooses_a_level(newcomer: Program) -> None:
    bar, levels = newcomer.window.menus.toolbar, newcomer.window.commands.levels.levels
    switch = {each.text(): each for each in bar.findChildren(QToolButton)}
    for words, level in (("Analyse", "analyse"), ("Explore", "explore"), ("Explore", "explore")):
        act(switch[words], "Toggle")
        assert levels.level == level
        assert [each for each in ("Explore", "Analyse") if switch[each].isChecked()] == [words]


def test_a_control_moved_on_one_level_is_moved_on_all_and_undone_by_one_step(
    newcomer: Program, qtbot: QtBot
) -> None:
    page, bench = page_of(newcomer), newcomer.window.desk.workbench
    slider = page.controls.control("russia_alignment").slider
    slider.setFocus()
    qtbot.keyClick(slider, Key.Key_PageDown)
    settle(newcomer)
    assert newcomer.store.state.scenario.value("russia_alignment") == 88
    assert bench.controls.control("russia_alignment").value() == 88
    assert "88" in page.change.text()
    newcomer.window.menus.trigger("analyse")
    newcomer.window.menus.trigger("undo")
    newcomer.window.menus.trigger("explore")
    assert page.controls.control("russia_alignment").value() == 98


def test_the_toggles_are_down_only_while_the_scenario_is_what_they_say(
    newcomer: Program, qtbot: QtBot
) -> None:
    toggles = page_of(newcomer).toggles
    past, present = toggles.sides.values()

    def down() -> tuple[bool, bool, bool]:
        return past.isChecked(), present.isChecked(), toggles.declared.isChecked()

    assert down() == (False, True, False)
    past.click()
    assert newcomer.store.state.scenario.name == "Hanoi 2019"
    assert down() == (True, False, False)
    toggles.declared.click()
    assert newcomer.store.state.scenario.name == "Hanoi 2019, declared lines"
    assert down() == (True, False, True)
    present.click()
    assert newcomer.store.state.scenario.name == "October 2025, declared lines"
    present.click()
    assert down() == (False, True, True)
    moved = newcomer.store.state.scenario.with_value("russia_alignment", 10)
    newcomer.store.edit(moved, "move")
    assert down() == (False, False, True)


def test_two_changes_that_open_a_zone_can_be_tried(newcomer: Program, qtbot: QtBot) -> None:
    page = page_of(newcomer)
    page.toggles.declared.click()
    settle(newcomer)
    qtbot.waitUntil(page.cards.isVisible)
    shown = [card for card in page.cards.cards if card.isVisible()]
    assert 1 <= len(shown) <= 2
    before = newcomer.store.state.scenario
    shown[0].why_button.click()
    assert shown[0]._words.isVisible()
    shown[0].try_button.click()
    assert newcomer.store.state.scenario != before
    newcomer.window.menus.trigger("undo")
    assert newcomer.store.state.scenario == before


def test_what_only_the_whole_window_has_brings_it(newcomer: Program) -> None:
    levels = newcomer.window.commands.levels.levels
    newcomer.window.menus.trigger("why")
    assert levels.level == "analyse"
    newcomer.window.menus.trigger("explore")
    newcomer.window.commands.find.focus_control("us_will")
    assert levels.level == "analyse"
    newcomer.window.menus.trigger("explore")
    newcomer.window.commands.find.focus_control("china_ties")
    assert levels.level == "explore"


def test_switching_keeps_the_row_and_the_pictures(newcomer: Program) -> None:
    pictures = newcomer.window.desk.pictures
    last = newcomer.store.state.scenario.case.rows[-1].id
    lower = pictures.lower_view
    page_of(newcomer).board.row_chosen.emit(last)
    newcomer.window.menus.trigger("analyse")
    assert pictures.viewing().selected_row == last
    assert pictures.lower_view == lower


def test_a_document_opens_at_its_level(newcomer: Program, answers: Answers, tmp_path: Path) -> None:
    levels, session = newcomer.window.commands.levels.levels, newcomer.window.desk.session
    path = answers.to_save = tmp_path / "class.dealzone"
    assert session.save_as()
    newcomer.window.menus.trigger("analyse")
    session.open_path(path)
    assert levels.level == "explore"
    content = json.loads(path.read_text("utf-8"))
    for level, told in (("expert", True), (None, False)):
        content["level"] = level
        if level is None:
            del content["level"]
        path.write_text(json.dumps(content), "utf-8")
        newcomer.window.menus.trigger("explore")
        session.open_path(path)
        assert levels.level == "analyse"
        bar = newcomer.window.desk.workbench.message_bar
        assert bar.isVisible() == told


def test_the_level_comes_back_at_the_next_start(
    newcomer: Program, open_program: OpenProgram
) -> None:
    newcomer.settings.write()
    newcomer.end()
    again = open_program(level=None)
    assert again.window.commands.levels.levels.level == "explore"


def test_the_command_line_presents_at_once(open_program: OpenProgram) -> None:
    program = open_program(level="present")
    presentation = program.window.commands.levels.presentation
    assert presentation.is_on
    assert presentation.view_id == "board"
    assert not program.window.is_on_start_page()
    presentation.end()


SCREENS = [(1280, 720), (1366, 768), (1920, 1080)]


def explored(
    open_program: OpenProgram, qtbot: QtBot, size: tuple[int, int], percent: int
) -> tuple[Program, ExplorePage]:
    """Return a program that explores with declared lines, and its page once the cards are known."""
    program = open_program(level="explore", size=size, text_scale=percent / 100)
    program.settings.change(coach_marks_seen=True)
    program.window.show_workbench()
    page = page_of(program)
    page.toggles.declared.click()
    settle(program)
    qtbot.waitUntil(lambda: page.cards.isVisible() or page.more.text() == "What opens it")
    return program, page


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", SCREENS)
def test_the_page_is_seen_whole_without_scrolling(
    open_program: OpenProgram, qtbot: QtBot, size: tuple[int, int], percent: int
) -> None:
    program, page = explored(open_program, qtbot, size, percent)

    def is_whole() -> bool:
        room = program.window._page.viewport().size()
        return page.size() == room and not [*cut_parts(page)]

    # Heights follow widths once the layout has run.
    qtbot.waitUntil(is_whole)
    parts = (page.headline, page.toggles, page.controls, page.board)
    assert all(part.isVisible() for part in parts)
    assert page.cards.isVisible() or page.more.isVisible()
    figure = page.board._figure
    assert figure is not None
    assert len(page.board.laid_out(figure).rows.shown) >= 2
    # What is folded away is one click away, and takes the place of the rest.
    if page.more.isVisible():
        page.more.click()
        qtbot.waitUntil(lambda: not [*cut_parts(page)])
        assert page.cards.cards[0].try_button.isVisible()
        page.cards.cards[0].try_button.click()
        qtbot.waitUntil(page.board.isVisible)
        assert page.controls.isVisible()


def test_a_window_made_higher_shows_the_cards_below_the_board(
    open_program: OpenProgram, qtbot: QtBot
) -> None:
    program, page = explored(open_program, qtbot, (1280, 720), 150)
    assert not page.cards.isVisible()
    program.window.resize(1280, 1000)
    qtbot.waitUntil(page.cards.isVisible)
    assert page.board.isVisible()
    program.window.resize(1280, 720)
    qtbot.waitUntil(page.cards.isHidden)
    assert page.more.isVisible()
