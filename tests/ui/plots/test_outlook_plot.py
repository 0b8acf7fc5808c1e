"""The meeting outlook as a picture: what it tells, and that it draws where there is nothing."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from explorer.figures.outlook import OutlookFigure, window_words
from explorer.model.result import Result
from explorer.ui.plots.outlook_plot import OutlookPlot
from explorer.ui.viewing.viewing import Viewing
from explorer.ui.views import figure_of


def figure(result: Result) -> OutlookFigure:
    shown = figure_of("outlook", Viewing(result, None, None, "", None, "us_will"))
    assert isinstance(shown, OutlookFigure)
    return shown


def plot(qtbot: QtBot, shown: OutlookFigure) -> OutlookPlot:
    widget = OutlookPlot()
    qtbot.addWidget(widget)
    widget.resize(760, 400)
    widget.show_figure(shown)
    widget.show()
    return widget


def test_up_and_down_read_the_windows(qtbot: QtBot, declared: Result) -> None:
    shown = figure(declared)
    widget = plot(qtbot, shown)
    told: list[str] = []
    widget.pointed.connect(told.append)
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_A)
    for key in keys:
        qtbot.keyClick(widget, key)
    words = [window_words(window) for window in shown.windows]
    assert told == [words[0], words[1], words[0]]


def test_pointing_tells_reasons_and_windows(qtbot: QtBot, october: Result) -> None:
    widget = plot(qtbot, figure(october))
    told: list[str] = []
    widget.pointed.connect(told.append)
    places = (QPoint(30, 30), QPoint(30, widget.height() - 10), QPoint(380, 128))
    for place in places:
        qtbot.mouseMove(widget, place)
    assert any(words.startswith("Terms of entry") for words in told)
    assert any(words.startswith("Later") for words in told)


def test_a_case_without_meetings_is_drawn_as_its_sentence(qtbot: QtBot, october: Result) -> None:
    empty = replace(figure(october), windows=(), reasons=(), shares=())
    widget = plot(qtbot, empty)
    qtbot.keyClick(widget, Qt.Key.Key_Down)
    qtbot.mouseMove(widget, QPoint(100, 100))
    assert not widget.grab().isNull()
