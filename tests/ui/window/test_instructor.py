"""An instructor who has never seen the program: from its start to a board that a class can read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.app.app import Program
from explorer.ui.look.theme import PROJECTOR
from explorer.ui.present.presented_board import PresentedBoard
from tests.ui.sights import ink_height
from tests.ui.window.conftest import OpenProgram

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

MOST_CLICKS = 3

NAME, STATUS, HEADLINE, ZONE, LINE = 48, 48, 72, 60, 4
"""What a room of four image heights asks for at 1920 x 1080, in pixels."""

DRAWN = 0.9
"""How much of the height of letters has the full colour at least; the rest is smoothed edge."""


def button(program: Program, words: str) -> QAbstractButton:
    """Return the button on screen with some words, as an eye would find it."""
    buttons = program.window.findChildren(QToolButton)
    return next(each for each in buttons if each.isVisible() and each.text() == words)


def font_pixels(image: QImage, colour: str, like: QWidget) -> float:
    """Return the size of the font in which the tallest letters of a colour are drawn."""
    metrics = QFontMetrics(like.font())
    share = metrics.capHeight() / like.font().pixelSize()
    return ink_height(image, colour) / share


def test_three_clicks_lead_from_the_start_to_a_board_that_a_class_can_read(
    open_program: OpenProgram, qtbot: QtBot
) -> None:
    program = open_program(level=None, size=(1920, 1056))
    window, clicks = program.window, 0
    qtbot.waitUntil(window.isActiveWindow)
    assert window.is_on_start_page()
    for find in (window.start_page.first_button, lambda: button(program, "Present")):
        qtbot.mouseClick(find(), Qt.MouseButton.LeftButton)
        clicks += 1
    assert clicks <= MOST_CLICKS
    room = window.commands.levels.presentation.window
    assert room is not None
    qtbot.waitUntil(room.isActiveWindow)
    assert room.isFullScreen()
    shown = room.grab().toImage()
    assert (shown.width(), shown.height()) == (1920, 1080)
    headline = shown.copy(room.headline.geometry())
    assert font_pixels(headline, PROJECTOR.ink, room.headline) >= DRAWN * HEADLINE
    board = room.plot
    assert isinstance(board, PresentedBoard)
    figure, picture = board._figure, board.grab().toImage()
    assert figure is not None
    layout = board.laid_out(figure)
    assert len(layout.rows.shown) == 5
    for row in layout.rows.shown:
        lane, place = figure.lanes[row], layout.row(row).toRect()
        top, middle = place.top(), place.height() // 2
        name = picture.copy(place.left(), top, round(layout.x_start) // 2, middle)
        assert font_pixels(name, PROJECTOR.ink, board) >= DRAWN * NAME
        if lane.zone is not None:
            x = round(layout.x(sum(lane.zone) / 2))
            strip = picture.copy(x, top, 1, place.height())
            assert ink_height(strip, PROJECTOR.zone_outline) >= ZONE
    assert layout.text.small.pixelSize() >= STATUS
    assert board._theme.least_line >= LINE
