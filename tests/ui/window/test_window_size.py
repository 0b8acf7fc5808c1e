"""No window is ever larger than the screen that it is on."""

from base64 import b64encode
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.app.app import Program
from explorer.ui.window.main_window import USUAL
from explorer.ui.window.window_size import ScreenFit, fitted, frame_of, size_on_screen
from tests.ui.window.conftest import OpenProgram, side_windows

sides = st.integers(1, 4000)
rectangles = st.builds(QRect, st.integers(-4000, 4000), st.integers(-4000, 4000), sides, sides)

SCREENS = [(1366, 768), (1024, 768), (1280, 720), (960, 540), (683, 384)]
"""Usual screens, and what a scale factor of 1.5 or 2 leaves of them."""

TEXT = [1.0, 2.0]


@given(rectangles, rectangles)
def test_a_fitted_rectangle_lies_within_and_never_grows(wanted: QRect, available: QRect) -> None:
    found = fitted(wanted, available)
    assert available.contains(found)
    assert found.size() == wanted.size().boundedTo(available.size())
    assert found == wanted or not available.contains(wanted)


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QRect]]:
    """Stand in for the system: every window is on a screen of this size."""
    now = [QRect(0, 0, 1920, 1080)]

    def geometry(self: QScreen) -> QRect:
        return now[0]

    monkeypatch.setattr(QScreen, "availableGeometry", geometry)
    return now


def outer(window: QWidget) -> QSize:
    return window.frameGeometry().size()


def all_windows(program: Program) -> Iterator[QWidget]:
    """Yield each window of the program, opened."""
    yield program.window
    yield from side_windows(program)


def is_within(window: QWidget, available: QRect) -> bool:
    size = outer(window)
    return size.width() <= available.width() and size.height() <= available.height()


def test_a_small_window_is_as_large_as_it_likes_and_a_large_one_fits_the_screen(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = window.fontMetrics().height()
    assert size_on_screen(window, 2, 3).toTuple() == (2 * line, 3 * line)
    available = window.screen().availableSize()
    largest = size_on_screen(window, 10_000, 10_000)
    assert largest.width() < available.width()
    assert largest.height() < available.height()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("scale", TEXT)
@pytest.mark.parametrize("size", SCREENS)
def test_every_window_opens_within_a_small_screen(
    open_program: OpenProgram, screen: list[QRect], size: tuple[int, int], scale: float
) -> None:
    screen[0] = QRect(0, 0, *size)
    program = open_program(text_scale=scale)
    for window in all_windows(program):
        # Offscreen a maximised window takes all of the true screen; the system decides there.
        if not window.isMaximized():
            assert is_within(window, screen[0]), (window, outer(window))
        assert window.minimumSize().width() <= size[0]
        assert window.minimumSize().height() <= size[1]
        smallest = window.minimumSize()
        window.showNormal()
        window.resize(*size)
        assert window.size().boundedTo(QSize(*size)) == window.size(), (window, smallest)


def test_a_screen_with_plenty_of_space_shows_the_usual_size(
    open_program: OpenProgram, screen: list[QRect]
) -> None:
    program = open_program()
    assert program.window.size() == USUAL
    assert not program.window.isMaximized()


def test_where_the_usual_size_does_not_fit_the_window_starts_maximised(
    open_program: OpenProgram, screen: list[QRect]
) -> None:
    screen[0] = QRect(0, 0, 1366, 768)
    assert open_program().window.isMaximized()


def test_a_window_remembered_from_a_larger_screen_fits_the_one_that_is_left(
    open_program: OpenProgram, screen: list[QRect]
) -> None:
    first = open_program()
    first.window.resize(1800, 1000)
    geometry = b64encode(first.window.saveGeometry().data()).decode()
    first.settings.change(window_geometry=geometry)
    first.settings.write()
    screen[0] = QRect(0, 0, 1024, 768)
    second = open_program()
    second.settings.change(window_geometry=geometry)
    second.settings.write()
    third = open_program()
    assert is_within(third.window, screen[0])


def test_a_window_that_moves_to_a_smaller_screen_becomes_smaller(
    program: Program, screen: list[QRect]
) -> None:
    program.window.resize(1800, 1000)
    screen[0] = QRect(0, 0, 1280, 720)
    program.window.screen().availableGeometryChanged.emit(screen[0])
    assert is_within(program.window, screen[0])


def test_a_window_whose_screen_has_gone_comes_back_into_sight(
    qtbot: QtBot, screen: list[QRect]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ScreenFit(window)
    window.resize(400, 300)
    window.show()
    window.move(3000, 2000)
    window.screen().availableGeometryChanged.emit(screen[0])
    assert screen[0].contains(window.geometry())


def test_before_a_window_is_shown_its_title_bar_is_counted(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert frame_of(window).top() > 0
    window.setWindowState(Qt.WindowState.WindowFullScreen)
    assert frame_of(window).top() == 0


class Framed(QWidget):
    """A window around which the system puts a frame when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.frame = QMargins()
        self.frameGeometry = self._outer

    def _outer(self) -> QRect:
        return self.geometry().marginsAdded(self.frame)

    def put_into(self, frame: QMargins, place: QRect) -> None:
        """Stand in for the system, which puts the window into a frame somewhere."""
        self.frame = frame
        self.setGeometry(place)


FRAME = QMargins(1, 20, 1, 5)


@pytest.fixture
def framed(qtbot: QtBot, screen: list[QRect]) -> Framed:
    """Return a window on a screen of 1280 by 720 whose frame is still to come."""
    screen[0] = QRect(0, 0, 1280, 720)
    window = Framed()
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize("is_asked_for", [False, True])
def test_a_window_as_large_as_the_screen_makes_room_for_its_frame(
    framed: Framed, screen: list[QRect], is_asked_for: bool
) -> None:
    fit = ScreenFit(framed)
    if is_asked_for:
        fit.release()
    framed.resize(1280, 720)
    framed.show()
    framed.put_into(FRAME, QRect(1, 20, 1280, 719))
    assert framed.size() == QSize(1278, 695)
    framed.put_into(FRAME, QRect(500, 400, 1278, 695))
    assert framed.geometry().topLeft() == QPoint(500, 400), "a hand put it there"


def test_a_size_beyond_the_screen_that_was_asked_for_is_kept_in_its_frame(framed: Framed) -> None:
    ScreenFit(framed).release()
    framed.resize(1600, 900)
    framed.show()
    framed.put_into(FRAME, QRect(1, 20, 1600, 901))
    assert framed.size() == QSize(1600, 901)


def test_a_window_that_the_system_makes_large_is_left_alone(
    framed: Framed, monkeypatch: pytest.MonkeyPatch
) -> None:
    ScreenFit(framed)
    framed.show()
    monkeypatch.setattr(framed, "windowState", lambda: Qt.WindowState.WindowMaximized)
    framed.put_into(FRAME, QRect(0, 20, 1280, 700))
    assert framed.geometry() == QRect(0, 20, 1280, 700)


def test_a_size_that_was_asked_for_is_kept(open_program: OpenProgram, screen: list[QRect]) -> None:
    screen[0] = QRect(0, 0, 800, 600)
    assert open_program(size=(1600, 900)).window.size() == QSize(1600, 900)
