"""The words of the board's lanes: whole where there is room for them, and never over each other."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from explorer.figures.board import board_figure
from explorer.figures.board_lane import BoardLane
from explorer.model.result import Result
from explorer.ui.look.theme import application_font
from explorer.ui.pictures.board.board_layout import BoardLayout, board_layout
from explorer.ui.pictures.board.board_words import lane_words, name_room, remark_start, status_room

ROOMS = [(970, 200), (892, 300), (740, 300), (1200, 340), (1500, 420), (520, 330)]
SCALES = [1.0, 1.25, 1.5]


@pytest.fixture(params=["october", "declared", "hanoi"])
def result(request) -> Result:
    return request.getfixturevalue(request.param)


@pytest.fixture(params=[(room, scale) for room in ROOMS for scale in SCALES])
def lanes(request, result: Result) -> list[tuple[BoardLayout, int, BoardLane]]:
    (width, height), scale = request.param
    figure = board_figure(result, selected=result.board[0].row.id)
    layout = board_layout(figure, QRectF(0, 0, width, height), application_font(scale))
    return [(layout, row, figure.lanes[row]) for row in layout.rows.shown]


def test_name_and_status_keep_to_their_rooms(lanes) -> None:
    for layout, place, lane in lanes:
        said = lane_words(layout, place, lane)
        room = status_room(layout, place)
        assert (
            QFontMetricsF(layout.text.small).horizontalAdvance(said.status) <= room.width() + 0.01
        )
        assert room.top() >= name_room(layout, place).bottom()
        assert room.right() <= layout.x_start


def test_short_names_and_states_are_whole_in_every_window(lanes) -> None:
    for layout, place, lane in lanes:
        if layout.rect.width() < 45 * layout.text.line * 0.8:
            continue
        said = lane_words(layout, place, lane)
        assert said.name in (lane.name, lane.short)
        assert not said.status.endswith("\N{HORIZONTAL ELLIPSIS}")


def test_several_lines_in_the_way_are_counted_where_they_cannot_be_named(lanes) -> None:
    for layout, place, lane in lanes:
        said = lane_words(layout, place, lane)
        if lane.line_brief != lane.line_words:
            needed = QFontMetricsF(layout.text.small).horizontalAdvance(said.remark)
            counted = QFontMetricsF(layout.text.small).horizontalAdvance(lane.line_count)
            room = layout.x_end - remark_start(layout, lane)
            assert needed <= room or counted > room - 2
