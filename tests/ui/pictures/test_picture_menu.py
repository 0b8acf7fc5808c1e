"""The menu of a picture: it opens by mouse and keyboard, tells what is pointed at, and acts."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.model.result import Result
from explorer.ui.pictures.axes.axes_picture import AxesPicture
from explorer.ui.pictures.board.board_plot import BoardPlot
from explorer.ui.pictures.frame.picture_frame import PictureFrame
from explorer.ui.pictures.frame.picture_menu import PictureMenu
from explorer.views.registry import figure_of
from tests.ui.pictures.test_axes_picture import turn_wheel
from tests.ui.pictures.test_plots import viewing

Reason = QContextMenuEvent.Reason

WORDS = (
    "Copy this picture",
    "Export this picture as a file",
    "Show nothing but this picture",
)
"""Entries for what leads away from the picture, in the order of the frame's signals below."""


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QPoint]:
    """Keep where menus open; offscreen they would complain that they cannot grab the keyboard."""
    places: list[QPoint] = []

    def popup(_menu: PictureMenu, place: QPoint) -> None:
        places.append(place)

    monkeypatch.setattr(PictureMenu, "popup", popup)
    return places


@pytest.fixture(params=["board", "map", "history", "blocked"])
def frame(qtbot: QtBot, request: pytest.FixtureRequest, october: Result) -> PictureFrame:
    made = PictureFrame()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show_view(request.param, figure_of(request.param, viewing(october)))
    made.show()
    return made


def entries(frame: PictureFrame) -> dict[str, bool]:
    """Return the visible entries of the menu, and whether each can be chosen."""
    actions = frame.menu.actions()
    return {each.text(): each.isEnabled() for each in actions if each.isVisible() and each.text()}


def ask(frame: PictureFrame, reason: Reason) -> None:
    plot = frame.plot
    assert plot is not None
    target = plot.graph.viewport() if isinstance(plot, AxesPicture) else plot
    place = target.rect().center()
    event = QContextMenuEvent(reason, place, target.mapToGlobal(place))
    QApplication.sendEvent(target, event)


@pytest.mark.parametrize("reason", [Reason.Mouse, Reason.Keyboard])
def test_the_menu_opens_by_mouse_and_by_the_menu_key(
    frame: PictureFrame, opened: list[QPoint], reason: Reason
) -> None:
    ask(frame, reason)
    assert len(opened) == 1
    assert {*WORDS} <= {*entries(frame)}


def test_it_opens_by_shift_and_f10(qtbot: QtBot, frame: PictureFrame, opened: list[QPoint]) -> None:
    qtbot.keyClick(frame.plot, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert len(opened) == 1


def test_entries_do_what_the_buttons_do(qtbot: QtBot, frame: PictureFrame) -> None:
    ask(frame, Reason.Mouse)
    actions = {each.text(): each for each in frame.menu.actions()}
    signals = (frame.copy_requested, frame.export_requested, frame.maximise_requested)
    for words, signal in zip(WORDS, signals, strict=True):
        with qtbot.waitSignal(signal):
            actions[words].trigger()


def test_what_is_pointed_at_stands_first_and_can_be_copied(frame: PictureFrame) -> None:
    plot = frame.plot
    assert plot is not None
    plot.tell_at("Yongbyon & all: is open.", QPoint(5, 5))
    ask(frame, Reason.Mouse)
    assert next(iter(entries(frame))) == "Yongbyon && all: is open."
    actions = {each.text(): each for each in frame.menu.actions()}
    actions["Copy these words"].trigger()
    assert QGuiApplication.clipboard().text() == "Yongbyon & all: is open."
    plot.tell("")
    ask(frame, Reason.Mouse)
    assert "Copy these words" not in entries(frame)


def test_all_of_a_picture_is_offered_where_only_a_part_is_seen(
    qtbot: QtBot, frame: PictureFrame
) -> None:
    plot, words = frame.plot, "Show all of the picture (0)"
    ask(frame, Reason.Mouse)
    assert (words in entries(frame)) == isinstance(plot, AxesPicture)
    if isinstance(plot, AxesPicture):
        assert not entries(frame)[words]
        frame.activateWindow()
        plot.setFocus()
        qtbot.waitUntil(plot.hasFocus)
        turn_wheel(plot)
        ask(frame, Reason.Mouse)
        assert entries(frame)[words]
        next(each for each in frame.menu.actions() if each.text() == words).trigger()
        assert not plot.graph.is_zoomed


def test_a_drag_over_rows_is_no_click(qtbot: QtBot, october: Result) -> None:
    plot = BoardPlot()
    qtbot.addWidget(plot)
    plot.resize(900, 420)
    plot.show_figure(figure_of("board", viewing(october)))
    plot.show()
    chosen: list[str] = []
    plot.row_chosen.connect(chosen.append)
    left, start = Qt.MouseButton.LeftButton, QPoint(60, 150)
    qtbot.mousePress(plot, left, pos=start)
    qtbot.mouseRelease(plot, left, pos=start + QPoint(0, 90))
    assert not chosen
    qtbot.mouseClick(plot, left, pos=start)
    assert len(chosen) == 1
