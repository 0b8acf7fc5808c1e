"""Tips: they wrap, stay while the pointer rests, and never lie on what they speak of."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.pictures.tip import WIDTH, Tip

LONG = "Washington gains four points and Pyongyang loses two, which no red line rules out. " * 4


@pytest.fixture
def tip(qtbot: QtBot) -> Tip:
    picture = QWidget()
    qtbot.addWidget(picture)
    picture.show()
    return Tip(picture)


def test_long_words_are_wrapped_and_all_of_them_said(tip: Tip) -> None:
    tip.show_words(LONG, QRect(10, 10, 20, 20))
    assert max(map(len, tip.text().splitlines())) <= WIDTH
    assert tip.text().split() == LONG.split()


def test_markup_is_shown_as_it_is_written(tip: Tip) -> None:
    tip.show_words("<b>bold</b> & <img src=x>", QRect(10, 10, 20, 20))
    assert tip.text() == "<b>bold</b> & <img src=x>"


@pytest.mark.parametrize("corner", ["topLeft", "topRight", "bottomLeft", "bottomRight"])
def test_a_tip_is_on_the_screen_and_not_on_what_it_speaks_of(tip: Tip, corner: str) -> None:
    screen = tip.screen().availableGeometry()
    about = QRect(getattr(screen, corner)() - QPoint(10, 10), QPoint())
    about.setSize(QRect(0, 0, 20, 20).size())
    tip.show_words(LONG, about)
    assert not tip.geometry().intersects(about)
    assert screen.contains(tip.geometry())


def test_the_same_words_stay_where_they_are_until_the_pointer_reaches_them(tip: Tip) -> None:
    tip.show_words("here", QRect(100, 100, 16, 16))
    place = tip.geometry()
    tip.show_words("here", QRect(104, 100, 16, 16))
    assert tip.geometry() == place
    tip.show_words("here", QRect(place.center(), place.center()))
    assert tip.isVisible()
    assert not tip.geometry().contains(place.center())


def test_a_tip_hides_with_no_words_and_outlives_qts_own_question_for_tips(tip: Tip) -> None:
    tip.show_words("here", QRect(100, 100, 16, 16))
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(tip.parentWidget(), event)
    assert tip.isVisible()
    tip.show_words("", QRect())
    assert not tip.isVisible()
