"""Who blocks whom as a picture: cards and bridges answer the hand and the keyboard."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from pytestqt.qtbot import QtBot

from explorer.figures.blocked import BlockedFigure
from explorer.model.result import Result
from explorer.ui.look.theme import LIGHT, PROJECTOR
from explorer.ui.pictures.blocked.blocked_layout import BlockedLayout, blocked_layout
from explorer.ui.pictures.blocked.blocked_plot import BlockedPlot
from explorer.views import blocked
from explorer.views.view import Viewing

Key = Qt.Key


def figure(result: Result) -> BlockedFigure:
    return blocked.figure(Viewing(result))


def plot(qtbot: QtBot, shown: BlockedFigure) -> BlockedPlot:
    widget = BlockedPlot()
    qtbot.addWidget(widget)
    widget.resize(900, 520)
    widget.show_figure(shown)
    widget.show()
    return widget


def layout(widget: BlockedPlot, shown: BlockedFigure) -> BlockedLayout:
    return blocked_layout(shown, QRectF(widget.rect()), widget.font(), LIGHT)


def test_enter_on_a_bridge_tries_it(qtbot: QtBot, declared: Result) -> None:
    shown = figure(declared)
    widget = plot(qtbot, shown)
    tried: list[object] = []
    widget.point_chosen.connect(tried.append)
    qtbot.keyClick(widget, Key.Key_End)
    qtbot.keyClick(widget, Key.Key_Return)
    move = shown.moves[-1]
    assert tried == [{move.control_id: move.value}]


def test_a_click_on_a_bridge_tries_it_and_beside_it_nothing(qtbot: QtBot, declared: Result) -> None:
    shown = figure(declared)
    widget = plot(qtbot, shown)
    tried: list[object] = []
    widget.point_chosen.connect(tried.append)
    bridge = layout(widget, shown).bridge(len(shown.rows))
    outside = QPointF(5, bridge.center().y())
    for place in (outside, bridge.center()):
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert tried == [{shown.moves[0].control_id: shown.moves[0].value}]


def test_left_and_right_go_from_side_to_side_and_enter_to_the_control(
    qtbot: QtBot, declared: Result
) -> None:
    widget = plot(qtbot, figure(declared))
    chosen: list[str] = []
    told: list[str] = []
    widget.control_chosen.connect(chosen.append)
    widget.pointed.connect(told.append)
    for key in (Key.Key_Home, Key.Key_Return, Key.Key_Right, Key.Key_Return, Key.Key_Left):
        qtbot.keyClick(widget, key)
    assert chosen == ["us_max_status", "dprk_min_status"]
    left, right = figure(declared).rows[0].lines
    assert told[1:] == [right.words, left.words]


def test_pointing_at_a_card_tells_that_line_alone(qtbot: QtBot, declared: Result) -> None:
    shown = figure(declared)
    widget = plot(qtbot, shown)
    told: list[str] = []
    widget.pointed.connect(told.append)
    right = shown.rows[0].right
    assert right is not None
    qtbot.mouseMove(widget, layout(widget, shown).cell(0, 1).center().toPoint())
    assert told[-1] == right.words


def test_cards_never_overlap_and_bridges_lie_below_all_lines(
    qtbot: QtBot, declared: Result
) -> None:
    shown = figure(declared)
    for width in (480, 900, 1900):
        rect = QRectF(0, 0, width, 500)
        placed = blocked_layout(shown, rect, plot(qtbot, shown).font(), LIGHT)
        cards = [placed.cell(row, side) for row in range(len(shown.rows)) for side in (0, 1)]
        bridges = [placed.bridge(row) for row in range(len(shown.rows), shown.count)]
        every = cards + bridges
        assert all(not one.intersects(two) for one in every for two in every if one is not two)
        assert min(each.top() for each in bridges) >= max(each.bottom() for each in cards)


@pytest.mark.parametrize("name", ["october", "declared"])
def test_it_draws_with_and_without_lines_in_every_theme(
    qtbot: QtBot, name: str, request: pytest.FixtureRequest
) -> None:
    widget = plot(qtbot, figure(request.getfixturevalue(name)))
    first = widget.grab().toImage()
    widget.wear(PROJECTOR)
    assert widget.grab().toImage() != first


@pytest.mark.parametrize("size", [(900, 520), (120, 80)])
def test_without_lines_both_columns_face_each_other_whatever_the_size(
    qtbot: QtBot, october: Result, size: tuple[int, int]
) -> None:
    shown = figure(october)
    assert not shown.count
    widget = plot(qtbot, shown)
    widget.setMinimumSize(1, 1)
    widget.resize(*size)
    image = widget.grab().toImage()
    y = image.height() // 2
    colours = [image.pixelColor(x, y) for x in range(image.width())]
    blue = [x for x, colour in enumerate(colours) if colour.blue() > 1.3 * colour.red()]
    red = [x for x, colour in enumerate(colours) if colour.red() > 1.3 * colour.blue()]
    assert blue
    assert red
    assert max(blue) < min(red)
