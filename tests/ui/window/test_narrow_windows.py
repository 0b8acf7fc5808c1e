"""A small window: one picture at a time, one line of words, and the rest when it is asked for."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from explorer.ui.panels.headline_strip import MoreButton
from explorer.ui.panels.opening_block import MoveEntry
from explorer.ui.window.workbench import Workbench
from explorer.views.registry import VIEWS
from explorer.views.tabs import TABS

SHAPES = [((1280, 720), 1.0), ((1280, 720), 1.5), ((1366, 768), 2.0), ((1280, 1024), 1.0)]
"""Sizes of the window, and of its text."""

MOST_LINES = 3.5
"""How many lines of text the words above the pictures may take, edges included."""


@pytest.fixture(params=SHAPES)
def narrow(request, open_program):
    """Return a program in a narrow window, without tips."""
    size, scale = request.param
    opened = open_program(size=size, text_scale=scale)
    opened.settings.change(coach_marks_seen=True)
    opened.window.show_workbench()
    return opened


def place(part: QWidget, whole: QWidget) -> QRect:
    return QRect(part.mapTo(whole, QPoint()), part.size())


def more(bench: Workbench) -> MoreButton:
    return bench.summary.strip.findChildren(MoreButton)[0]


def close_everything(program, qtbot) -> None:
    program.window.commands.scenario.load_preset("october-2025-declared")
    bench = program.window.desk.workbench
    qtbot.waitUntil(lambda: more(bench).text() == "What opens it")


@pytest.fixture
def cramped(open_program):
    """Return a program whose window has no room for controls beside the board, without tips."""
    opened = open_program(size=(1366, 768), text_scale=2.0)
    opened.settings.change(coach_marks_seen=True)
    opened.window.show_workbench()
    return opened


def test_a_cramped_window_folds_its_controls_and_no_picture_is_cut(cramped) -> None:
    window, bench = cramped.window, cramped.window.desk.workbench
    assert not bench.controls.isVisible()
    for tab in TABS:
        window.desk.pictures.choose_tab(tab.id)
        QApplication.processEvents()
        # The strip of tabs shows by its arrows that there are more.
        areas = set(window.findChildren(QScrollArea)) - set(bench.gallery.findChildren(QScrollArea))
        shown = [area.horizontalScrollBar() for area in areas if area.isVisible()]
        sideways = [bar.maximum() for bar in shown]
        assert not any(sideways), tab.id


def test_folded_controls_come_by_their_button_by_find_and_with_the_tips(cramped) -> None:
    window, bench = cramped.window, cramped.window.desk.workbench
    button = bench.summary.strip.controls_button
    button.click()
    assert bench.controls.isVisible()
    assert bench.board.isVisible()
    button.click()
    assert not bench.controls.isVisible()
    window.commands.find.focus_control("china_ties")
    assert bench.controls.isAncestorOf(window.focusWidget())
    window.commands.view.reset_layout()
    assert not bench.controls.isVisible()
    window.show_tips()
    assert bench.controls.isVisible()
    # With more room they need no button.
    window.commands.view.text_normal()
    QApplication.processEvents()
    assert not button.isVisible()
    assert bench.controls.isVisible()


def test_the_keyboard_goes_to_what_unfolds_the_controls(cramped) -> None:
    cramped.window.commands.levels.analyse(True)
    button = cramped.window.desk.workbench.summary.strip.controls_button
    assert cramped.window.focusWidget() is button


def test_the_words_above_the_pictures_stay_short(narrow, qtbot) -> None:
    bench = narrow.window.desk.workbench
    strip = bench.summary.strip
    assert strip.isVisible()
    assert not bench.summary.isVisible()
    assert strip.height() <= MOST_LINES * strip.fontMetrics().height()


def test_an_empty_zone_moves_no_picture(narrow, qtbot) -> None:
    bench = narrow.window.desk.workbench
    before = [place(frame, narrow.window) for frame in (bench.board, bench.below)]
    close_everything(narrow, qtbot)
    after = [place(frame, narrow.window) for frame in (bench.board, bench.below)]
    assert [each.left() for each in after] == [each.left() for each in before]
    bars = [area.verticalScrollBar() for area in bench.stage.findChildren(QScrollArea)]
    assert all(bar.value() == 0 for bar in bars)


def test_what_opens_an_empty_zone_is_one_click_away(narrow, qtbot) -> None:
    close_everything(narrow, qtbot)
    bench = narrow.window.desk.workbench
    more(bench).click()
    qtbot.waitUntil(bench.summary.isVisible)
    assert [each for each in bench.summary.findChildren(MoveEntry) if each.isVisible()]
    more(bench).click()
    assert not bench.summary.isVisible()


def test_a_chosen_picture_is_on_screen(narrow, qtbot) -> None:
    bench = narrow.window.desk.workbench
    for view in VIEWS:
        if view.id in ("gains", "lenses", "outlook", "map"):
            narrow.window.desk.pictures.choose_lower_view(view.id)
            assert bench.below.isVisible()
            assert bench.below.view_id == view.id


def test_beside_an_open_term_sheet_the_controls_fold_before_the_picture_is_cut(
    open_program,
) -> None:
    opened = open_program(size=(925, 720))
    opened.settings.change(coach_marks_seen=True)
    opened.window.show_workbench()
    bench = opened.window.desk.workbench
    assert bench.controls.isVisible()
    opened.window.desk.pictures.choose_package(opened.store.state.result.nash.package)
    QApplication.processEvents()
    assert bench.term_sheet.isVisible()
    assert not bench.controls.isVisible()
    assert bench.width() <= opened.window.width()
    bench.show_controls(is_shown=True)
    assert bench.controls.isVisible()
    assert bench.term_sheet.isVisible()
    bench.show_sheet(is_shown=False)
    assert not bench.term_sheet.isVisible()
