"""Windows beside the main one never grow beyond the screen."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.window_size import size_on_screen


def test_a_small_window_is_as_large_as_it_likes_and_a_large_one_fits_the_screen(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = window.fontMetrics().height()
    assert size_on_screen(window, 2, 3).toTuple() == (2 * line, 3 * line)
    room, largest = window.screen().availableSize(), size_on_screen(window, 10_000, 10_000)
    assert largest.width() < room.width()
    assert largest.height() < room.height()
