"""The gallery: every picture by its name, and small pictures of them while the hand rests."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.ui.app.app import Program
from explorer.ui.window.tab_strip import TabStrip
from explorer.views.tabs import TAB_IDS, TABS, tab_by_id
from tests.ui.window.conftest import OpenProgram


@pytest.fixture
def wide(open_program: OpenProgram) -> Program:
    """Return a program with room for small pictures."""
    opened = open_program(size=(1920, 1000))
    opened.settings.change(coach_marks_seen=True)
    opened.window.show_workbench()
    return opened


def gallery_of(program: Program) -> TabStrip:
    return program.window.desk.workbench.gallery.strip


def drawn(program: Program) -> set[str]:
    """Return the tabs that have a small picture."""
    return set(gallery_of(program)._pictures)


def test_a_click_on_a_tab_shows_what_it_names(wide: Program) -> None:
    gallery, pictures = gallery_of(wide), wide.window.desk.pictures
    for place, tab in enumerate(TABS):
        QTest.mouseClick(
            gallery, Qt.MouseButton.LeftButton, pos=gallery.tabRect(place).center() + QPoint(2, 0)
        )
        assert pictures.active_tab == tab.id
        assert pictures.active_view == tab.view_id
        assert wide.window.menus.actions[f"show_{tab.id}"].isChecked()


def test_a_choice_within_a_picture_moves_the_mark(wide: Program) -> None:
    pictures, gallery = wide.window.desk.pictures, gallery_of(wide)
    pictures.choose_tab("split")
    assert TAB_IDS[gallery.currentIndex()] == "split"
    pictures.choose(*tab_by_id("lines").choice)
    assert TAB_IDS[gallery.currentIndex()] == "lines"
    pictures.choose_tab("split")
    assert TAB_IDS[gallery.currentIndex()] == "split"


def test_the_gallery_is_a_named_list_of_tabs_for_assistive_technology(wide: Program) -> None:
    gallery = gallery_of(wide)
    found = QAccessible.queryAccessibleInterface(gallery)
    assert found.role() == QAccessible.Role.PageTabList
    assert found.text(QAccessible.Text.Name)
    names = [found.child(n).text(QAccessible.Text.Name) for n in range(len(TABS))]
    assert names == [tab.words() for tab in TABS]
    assert found.child(gallery.currentIndex()).state().selected


def test_arrows_walk_through_the_tabs(wide: Program, qtbot: QtBot) -> None:
    with qtbot.waitActive(wide.window):
        wide.window.activateWindow()
    gallery = gallery_of(wide)
    gallery.setFocus()
    here = gallery.currentIndex()
    QTest.keyClick(gallery, Qt.Key.Key_Right)
    assert gallery.currentIndex() == here + 1
    assert wide.window.desk.pictures.active_tab == TAB_IDS[here + 1]


def test_small_pictures_come_while_the_hand_rests_and_need_no_study(
    wide: Program, qtbot: QtBot
) -> None:
    gallery = gallery_of(wide)
    assert gallery.parentWidget().height() == gallery.tabRect(0).height()
    assert set(gallery.tabs_in_sight()) == set(TAB_IDS)
    assert gallery.width() == gallery.parentWidget().width()
    qtbot.waitUntil(lambda: {"board", "map", "history"} <= drawn(wide))
    assert not drawn(wide) & {"sure", "weights", "rule"}


def test_no_small_picture_is_drawn_during_a_drag(wide: Program) -> None:
    thumbnails, store = wide.window.desk.pictures.thumbnails, wide.store
    store.begin_gesture("move")
    store.edit(store.state.scenario.with_value("china_ties", 20), "move", "")
    assert not thumbnails._timer.isActive()
    store.end_gesture()
    wide.window.desk.pictures._show_at_rest()
    assert thumbnails._timer.isActive()
    assert thumbnails._stale >= set(TAB_IDS)


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1920, 1080), 1.5)])
def test_where_room_is_short_the_gallery_is_one_line_of_names(
    open_program: OpenProgram, size: tuple[int, int], scale: float
) -> None:
    program = open_program(size=size, text_scale=scale)
    program.settings.change(coach_marks_seen=True)
    program.window.show_workbench()
    QApplication.processEvents()
    gallery = gallery_of(program)
    assert gallery.picture_size.isEmpty()
    assert gallery.height() < 2 * gallery.fontMetrics().height()


def test_the_chosen_tab_is_in_sight_where_the_gallery_scrolls(open_program: OpenProgram) -> None:
    program = open_program(size=(1280, 720), text_scale=2.0)
    program.settings.change(coach_marks_seen=True)
    program.window.show_workbench()
    for tab_id in (TAB_IDS[-1], TAB_IDS[0]):
        program.window.desk.pictures.choose_tab(tab_id)
        QApplication.processEvents()
        assert tab_id in gallery_of(program).tabs_in_sight()
