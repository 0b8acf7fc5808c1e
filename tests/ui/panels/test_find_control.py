"""The finder lists what matches, picks by keyboard or mouse, and closes without a trace."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.panels.find_control import FindControl
from explorer.ui.theme import DARK
from tests.ui.panels.desks import KOREA, nameless


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
def finder(qtbot: QtBot, window: QWidget) -> FindControl:
    """Return a finder that has just popped up over the window."""
    finder = FindControl(KOREA, window)
    finder.show_theme(DARK)
    finder.pop_up()
    qtbot.waitUntil(finder.findChildren(QLineEdit)[0].hasFocus)
    return finder


def _field(finder: FindControl) -> QLineEdit:
    return finder.findChildren(QLineEdit)[0]


def test_at_first_every_control_is_listed(finder: FindControl) -> None:
    assert finder.matches() == tuple(KOREA.control_places)
    assert nameless(finder) == []


def test_letters_narrow_the_list_whatever_their_case_or_order(
    finder: FindControl, qtbot: QtBot
) -> None:
    qtbot.keyClicks(_field(finder), "STATUS pyong")
    assert finder.matches() == ("dprk_min_status",)


def test_enter_picks_what_the_arrows_have_reached(finder: FindControl, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(_field(finder), key)
    with qtbot.waitSignal(finder.control_chosen) as chosen:
        qtbot.keyClick(_field(finder), Qt.Key.Key_Return)
    assert chosen.args == [KOREA.controls[1].id]
    assert finder.isHidden()


def test_a_click_picks(finder: FindControl, qtbot: QtBot) -> None:
    found = finder.findChildren(QListWidget)[0]
    place = found.visualItemRect(found.item(2)).center()
    with qtbot.waitSignal(finder.control_chosen) as chosen:
        qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [KOREA.controls[2].id]


def test_enter_on_an_empty_list_picks_nothing(finder: FindControl, qtbot: QtBot) -> None:
    qtbot.keyClicks(_field(finder), "no such thing")
    assert finder.matches() == ()
    with qtbot.assertNotEmitted(finder.control_chosen):
        qtbot.keyClick(_field(finder), Qt.Key.Key_Return)
        qtbot.keyClick(_field(finder), Qt.Key.Key_Down)


def test_escape_gives_the_keyboard_back(finder: FindControl, qtbot: QtBot) -> None:
    qtbot.keyClick(_field(finder), Qt.Key.Key_Escape)
    assert finder.isHidden()
    window = finder.window()
    qtbot.waitUntil(window.findChildren(QPushButton)[0].hasFocus)


def test_it_closes_when_the_keyboard_goes_elsewhere(finder: FindControl, qtbot: QtBot) -> None:
    finder.window().findChildren(QPushButton)[0].setFocus()
    qtbot.waitUntil(finder.isHidden)


def test_it_can_be_given_another_case(finder: FindControl) -> None:
    finder.show_case(KOREA)
    assert len(finder.matches()) == len(KOREA.controls)
