"""Pictures with two axes: only the hand zooms and pans, and one command shows all again."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.figures.deal_map import deal_map_figure
from explorer.model.result import Result
from explorer.ui.look.theme import DARK, LIGHT
from explorer.ui.pictures.axes.axes_picture import AxesPicture
from explorer.ui.pictures.axes.axes_words import Axis
from explorer.ui.pictures.axes.map_plot import MapPlot
from explorer.ui.pictures.frame.gallery import show_on
from explorer.views.registry import figure_of
from tests.ui.pictures.test_plots import shown, viewing

VIEWS = ["bold", "gains", "history", "map", "sweep", "two-factor"]
NONE, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton


@pytest.fixture(params=VIEWS)
def view_id(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def picture(qtbot: QtBot, view_id: str, october: Result) -> AxesPicture:
    plot = shown(qtbot, view_id, viewing(october))
    assert isinstance(plot, AxesPicture)
    plot.activateWindow()
    plot.setFocus()
    qtbot.waitUntil(plot.hasFocus)
    return plot


def seen(picture: AxesPicture) -> tuple[float, ...]:
    frame = picture.graph.frame_now
    return frame.left, frame.right, frame.low, frame.high


def turn_wheel(picture: AxesPicture, notches: int = 3) -> bool:
    """Turn the wheel over the middle of a picture; return whether it took the turn."""
    target = picture.graph.viewport()
    at = QPointF(picture.graph.frame_now.room.center())
    event = QWheelEvent(
        at,
        QPointF(target.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        NONE,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def drag(picture: AxesPicture, across: int, down: int) -> None:
    """Drag from the middle of a picture, in steps that no clock measures."""
    target = picture.graph.viewport()
    start = QPointF(picture.graph.frame_now.room.center())
    kinds = QEvent.Type
    steps = [(kinds.MouseButtonPress, 0.0), (kinds.MouseMove, 0.5), (kinds.MouseMove, 1.0)]
    for kind, share in (*steps, (kinds.MouseButtonRelease, 1.0)):
        at = start + share * QPointF(across, down)
        button = NONE if kind == kinds.MouseMove else LEFT
        held = NONE if kind == kinds.MouseButtonRelease else LEFT
        event = QMouseEvent(
            kind,
            at,
            QPointF(target.mapToGlobal(at)),
            button,
            held,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(target, event)


def test_the_wheel_zooms_only_while_the_picture_has_the_keyboard(picture: AxesPicture) -> None:
    all_of_it = seen(picture)
    picture.clearFocus()
    assert not turn_wheel(picture)
    assert seen(picture) == all_of_it
    picture.setFocus()
    assert turn_wheel(picture)
    left, right, *_ = seen(picture)
    assert right - left < all_of_it[1] - all_of_it[0]


def test_nobody_zooms_out_beyond_the_axes(picture: AxesPicture) -> None:
    all_of_it = seen(picture)
    turn_wheel(picture, -20)
    assert seen(picture) == pytest.approx(all_of_it)
    assert not picture.graph.is_zoomed


def test_a_drag_pans_what_is_zoomed_and_chooses_nothing(
    picture: AxesPicture,
) -> None:
    pressed: list[object] = []
    picture.graph.pressed.connect(lambda x, y: pressed.append((x, y)))
    turn_wheel(picture)
    before = seen(picture)
    drag(picture, 60, 0)
    after = seen(picture)
    assert after[0] < before[0]
    assert after[1] - after[0] == pytest.approx(before[1] - before[0])
    assert not pressed


@pytest.mark.parametrize("way", ["button", "0", "double"])
def test_fit_shows_all_of_the_axes_again(qtbot: QtBot, picture: AxesPicture, way: str) -> None:
    all_of_it = seen(picture)
    assert not picture.fit_button.isVisible()
    turn_wheel(picture)
    assert picture.fit_button.isVisible()
    if way == "button":
        qtbot.mouseClick(picture.fit_button, LEFT)
    elif way == "0":
        qtbot.keyClick(picture, Qt.Key.Key_0)
    else:
        target = picture.graph.viewport()
        at = picture.graph.frame_now.room.center().toPoint()
        qtbot.mouseDClick(target, LEFT, pos=at)
        qtbot.mouseRelease(target, LEFT, pos=at)
    assert seen(picture) == pytest.approx(all_of_it)
    assert not picture.fit_button.isVisible()


def test_data_never_move_the_axes(
    picture: AxesPicture, view_id: str, october: Result, hanoi: Result, declared: Result
) -> None:
    turn_wheel(picture)
    before = seen(picture)
    for result in (hanoi, declared, october):
        show_on(picture, figure_of(view_id, viewing(result, october)))
        picture.grab()
        assert seen(picture) == before


def test_a_part_is_drawn_in_every_state_and_in_files(picture: AxesPicture) -> None:
    whole = picture.grab().toImage()
    turn_wheel(picture)
    part = picture.grab().toImage()
    assert part != whole
    picture.wear(DARK)
    assert picture.grab().toImage() != part
    image = QImage(picture.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    picture.paint_on(painter, QRectF(image.rect()))
    painter.end()
    assert not image.isNull()


@pytest.mark.parametrize("width", [300, 800, 1600])
def test_words_along_an_axis_lie_apart_and_on_the_picture(
    qtbot: QtBot, picture: AxesPicture, width: int
) -> None:
    picture.resize(width, 460)
    qtbot.waitUntil(lambda: picture.graph.width() == width)
    for notches in (0, 2, 2):
        turn_wheel(picture, notches)
        axes = [each for each in picture.graph.scene().items() if isinstance(each, Axis)]
        assert len(axes) == 4
        for axis in axes:
            rooms = [room for room, _ in axis.placed_words()]
            assert notches or len(rooms) > 1 or axis.orientation in ("top", "right")
            assert not any(
                one.adjusted(0, 2, 0, -2).intersects(two) for one, two in pairwise(rooms)
            )
            for room in rooms:
                assert QRectF(picture.rect()).contains(axis.mapRectToScene(room))


def test_qts_own_question_for_a_tip_leaves_ours_alone(qtbot: QtBot, picture: AxesPicture) -> None:
    middle = picture.graph.frame_now.room.center().toPoint()
    target = picture.graph.viewport()
    qtbot.mouseMove(target, middle)
    qtbot.mouseMove(target, middle + QPoint(1, 0))
    assert picture.tip.isVisible()
    words = picture.tip.text()
    QApplication.sendEvent(
        target, QHelpEvent(QEvent.Type.ToolTip, middle, target.mapToGlobal(middle))
    )
    qtbot.mouseMove(target, middle + QPoint(2, 0))
    assert picture.tip.isVisible()
    assert picture.tip.text() == words


def test_a_larger_map_takes_no_name_away(qtbot: QtBot, october: Result) -> None:
    plot = MapPlot()
    qtbot.addWidget(plot)
    plot.wear(LIGHT)
    plot.show_figure(deal_map_figure(october))
    named: set[int] = set()
    for width in range(600, 1601, 200):
        plot.resize(width, 2 * width // 5)
        plot.grab()
        seen = {place for place, each in enumerate(plot._names._still) if each.place is not None}
        assert named <= seen
        named = seen
    assert named
