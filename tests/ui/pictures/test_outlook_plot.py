"""The meeting outlook as a picture: what it tells, and that it draws where there is nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from explorer.figures.lenses import FIRST, SHOWN, TWO
from explorer.figures.outlook import OutlookFigure, window_words
from explorer.model.result import Result
from explorer.ui.look.theme import LIGHT, application_font
from explorer.ui.pictures.outlook.outlook_layout import least_height, outlook_layout
from explorer.ui.pictures.outlook.outlook_plot import OutlookPlot
from explorer.ui.pictures.strokes import small_font
from explorer.ui.pictures.word_wrap import wrapped_lines
from explorer.views.registry import figure_of
from explorer.views.view import Viewing


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
    qtbot.keyClick(widget, Qt.Key.Key_End)
    places = (QPoint(30, 30), QPoint(30, widget.height() - 10), QPoint(380, 128))
    for place in places:
        qtbot.mouseMove(widget, place)
    assert any(words.startswith("Terms for sitting down") for words in told)
    assert any(words.startswith("Later") for words in told)


def test_a_case_without_meetings_is_drawn_as_its_sentence(qtbot: QtBot, october: Result) -> None:
    empty = replace(figure(october), windows=(), reasons=(), shares=())
    widget = plot(qtbot, empty)
    qtbot.keyClick(widget, Qt.Key.Key_Down)
    qtbot.mouseMove(widget, QPoint(100, 100))
    assert not widget.grab().isNull()


def test_a_click_on_what_was_said_opens_the_lens_of_it(qtbot: QtBot, october: Result) -> None:
    shown = figure(october)
    widget = plot(qtbot, shown)
    asked: list[tuple[str, ...]] = []
    widget.choice_made.connect(lambda *made: asked.append(made))
    widget.view_requested.connect(lambda view: asked.append((view,)))
    for row, window in enumerate(shown.windows):
        # Windows that have no room are scrolled to.
        qtbot.keyClick(widget, Qt.Key.Key_Down)
        layout = widget.laid_out(shown)
        places = layout.voices(window, row)
        assert all(layout.row(row).contains(place) for place in places)
        for voice, place in zip(window.voices, places, strict=True):
            asked.clear()
            qtbot.mouseMove(widget, place.center().toPoint())
            qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
            opened = [(FIRST, voice.lens_id), (SHOWN, TWO), ("lenses",)]
            assert asked == (opened if voice.lens_id else [])
    asked.clear()
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(5, widget.height() - 5))
    qtbot.mouseClick(widget, Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    assert not asked


def test_the_keyboard_goes_to_what_was_said_and_opens_it(qtbot: QtBot, october: Result) -> None:
    shown = figure(october)
    widget = plot(qtbot, shown)
    asked: list[str] = []
    told: list[str] = []
    widget.choice_made.connect(lambda _, value: asked.append(value))
    widget.pointed.connect(told.append)
    keys = Qt.Key
    for key in (keys.Key_Right, keys.Key_Return, keys.Key_Down, keys.Key_Return):
        qtbot.keyClick(widget, key)
    first, second, third = shown.windows[0].voices
    assert asked == [first.lens_id, TWO]
    for key in (keys.Key_Right, keys.Key_Right, keys.Key_Enter):
        qtbot.keyClick(widget, key)
    assert asked[2:] == [second.lens_id, TWO]
    assert told[-1] == f"{second.words} Enter opens the lens."
    for key in (keys.Key_Right, keys.Key_Right, keys.Key_Return):
        qtbot.keyClick(widget, key)
    assert told[-1] == third.words
    assert len(asked) == 4
    widget.show_figure(replace(shown, windows=shown.windows[:0]))
    qtbot.keyClick(widget, keys.Key_Return)
    assert len(asked) == 4


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [560, 760, 980, 1500])
def test_an_outlook_cuts_nothing_and_scrolls_to_what_has_no_room(
    declared: Result, width: int, scale: float
) -> None:
    shown, font = figure(declared), application_font(scale)
    room = QRectF(0, 0, width, least_height(shown, width, font, LIGHT))
    layout = outlook_layout(shown, room, font, LIGHT)
    assert max(box.bottom() for box in layout.reasons) <= layout.head.top()
    assert layout.head.bottom() <= layout.row(0).top() + 0.01
    assert layout.rows.height >= 8 * layout.text.line - 0.01
    last = len(shown.windows) - 1
    scrolled = replace(layout, rows=layout.rows.scrolled(layout.rows.offset_for(last)))
    assert scrolled.row(last).bottom() <= room.bottom() + 0.01
    small = QFontMetricsF(small_font(font))
    for row, window in enumerate(shown.windows):
        places = layout.voices(window, row)
        assert all(layout.row(row).contains(place) for place in places)
        for voice, place in zip(window.voices, places, strict=True):
            lines = len(wrapped_lines(small, voice.words, place.width(), most=99))
            assert place.height() >= lines * small.height() - 0.01
