"""The finder lists what matches, picks by keyboard or mouse, and closes without a trace."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from explorer.figures.finder import Entry, case_entries
from explorer.ui.panels.finder import MOST, Finder
from tests.ui.panels.desks import KOREA, nameless

ENTRIES = (*case_entries(KOREA), Entry("command", "undo", "Undo", keys="Ctrl+Z"))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return a window with a button that has the keyboard."""
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Before", window)
    window.resize(800, 600)
    window.show()
    qtbot.waitActive(window)
    button.setFocus()
    return window


@pytest.fixture
def finder(qtbot: QtBot, window: QWidget) -> Finder:
    """Return a finder that has just popped up over the window."""
    finder = Finder(window)
    finder.pop_up(ENTRIES)
    qtbot.waitUntil(_field(finder).hasFocus)
    return finder


def _field(finder: Finder) -> QLineEdit:
    return finder.findChildren(QLineEdit)[0]


def test_at_first_the_entries_are_listed_in_their_order(finder: Finder) -> None:
    assert finder.matches() == ENTRIES[:MOST]
    assert nameless(finder) == []


def test_letters_narrow_the_list_whatever_their_case_or_order(finder: Finder, qtbot: QtBot) -> None:
    qtbot.keyClicks(_field(finder), "STATUS pyong")
    assert finder.matches()[0].id == "dprk_min_status"


def test_enter_picks_what_the_arrows_have_reached(finder: Finder, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(_field(finder), key)
    with qtbot.waitSignal(finder.chosen) as chosen:
        qtbot.keyClick(_field(finder), Qt.Key.Key_Return)
    assert chosen.args == [ENTRIES[1]]
    assert finder.isHidden()


def test_a_click_picks(finder: Finder, qtbot: QtBot) -> None:
    found = finder.findChildren(QTreeWidget)[0]
    place = found.visualItemRect(found.topLevelItem(2)).center()
    with qtbot.waitSignal(finder.chosen) as chosen:
        qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [ENTRIES[2]]


def test_enter_on_an_empty_list_picks_nothing_and_the_list_says_so(
    finder: Finder, qtbot: QtBot
) -> None:
    qtbot.keyClicks(_field(finder), "no such thing")
    assert finder.matches() == ()
    assert finder._nothing.isVisible()
    with qtbot.assertNotEmitted(finder.chosen):
        qtbot.keyClick(_field(finder), Qt.Key.Key_Return)
        qtbot.keyClick(_field(finder), Qt.Key.Key_Down)
    _field(finder).clear()
    assert not finder._nothing.isVisible()


def test_escape_gives_the_keyboard_back(finder: Finder, qtbot: QtBot) -> None:
    qtbot.keyClick(_field(finder), Qt.Key.Key_Escape)
    assert finder.isHidden()
    window = finder.window()
    qtbot.waitUntil(window.findChildren(QPushButton)[0].hasFocus)


def test_it_closes_when_the_keyboard_goes_elsewhere(finder: Finder, qtbot: QtBot) -> None:
    finder.window().findChildren(QPushButton)[0].setFocus()
    qtbot.waitUntil(finder.isHidden)


def test_other_entries_take_the_place_of_the_first(finder: Finder) -> None:
    finder.pop_up(ENTRIES[-1:])
    assert finder.matches() == ENTRIES[-1:]
