"""Pictures of rows: all rows can be reached, read and opened in a window of any height."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from explorer.figures.board import board_figure
from explorer.files.case_file import bundled_case
from explorer.model.result import Result
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.ui.look.theme import application_font
from explorer.ui.pictures.board.board_plot import BoardPlot
from explorer.ui.pictures.rows.row_places import LEAST_ROW

Key = Qt.Key


@pytest.fixture(scope="module")
def result() -> Result:
    return solve(preset_scenario(bundled_case("korea"), "october-2025"))


def board(qtbot: QtBot, result: Result, height: int, selected: str = "test-pause") -> BoardPlot:
    plot = BoardPlot()
    qtbot.addWidget(plot)
    plot.resize(800, height)
    plot.show_figure(board_figure(result, selected=selected))
    plot.show()

    def follow(row_id: str) -> None:
        plot.show_figure(board_figure(result, selected=row_id))

    plot.row_chosen.connect(follow)
    return plot


def places(plot: BoardPlot) -> list[bool]:
    """Return for each row whether it is on screen."""
    return [not plot.readable_row(row)[1].isEmpty() for row in range(plot.readable_rows())]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("height", [200, 320, 900])
def test_rows_keep_their_height_and_fewer_are_shown(
    qtbot: QtBot, result: Result, scale: float, height: int
) -> None:
    plot = board(qtbot, result, height)
    plot.setFont(application_font(scale))
    line = plot.fontMetrics().height()
    shown = [plot.readable_row(row)[1] for row, is_on in enumerate(places(plot)) if is_on]
    assert shown
    assert len(shown) == 1 or all(rect.height() >= LEAST_ROW * line - 2 for rect in shown)


def test_rows_grow_with_the_room_they_are_given(qtbot: QtBot, result: Result) -> None:
    plot = board(qtbot, result, 400)
    before = plot.readable_row(0)[1].height()
    plot.resize(800, 640)
    assert plot.readable_row(0)[1].height() > 1.3 * before
    assert all(places(plot))


def test_every_row_is_reached_by_keyboard_and_then_the_entry_that_opens_all(
    qtbot: QtBot, result: Result
) -> None:
    plot = board(qtbot, result, 220)
    told: list[str] = []
    plot.pointed.connect(told.append)
    assert not all(places(plot))
    for number in range(1, plot.readable_rows()):
        qtbot.keyClick(plot, Key.Key_Down)
        assert places(plot)[number]
        assert told[-1] == plot.readable_row(number)[0]
    hidden = places(plot).count(False)
    qtbot.keyClick(plot, Key.Key_Down)
    assert told[-1] == f"{hidden} more rows"
    before = plot.grab().toImage()
    qtbot.keyClick(plot, Key.Key_Return)
    assert all(places(plot))
    assert plot.grab().toImage() != before
    qtbot.keyClick(plot, Key.Key_Home)
    assert plot.readable_row(0)[1].top() > 0
    for _ in range(plot.readable_rows()):
        qtbot.keyClick(plot, Key.Key_Down)
    assert told[-1] == "show fewer rows"
    qtbot.keyClick(plot, Key.Key_Return)
    assert places(plot).count(False) == hidden


def test_the_entry_opens_by_click_and_the_wheel_scrolls(qtbot: QtBot, result: Result) -> None:
    plot = board(qtbot, result, 220)
    entry = QPoint(40, plot.height() - 8)
    told: list[str] = []
    plot.pointed.connect(told.append)
    qtbot.mouseMove(plot, entry)
    qtbot.mouseMove(plot, entry + QPoint(1, 0))
    assert told[-1].endswith("more rows")
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=entry)
    assert all(places(plot))
    top = plot.readable_row(3)[1].top()
    at, way = QPointF(50, 50), QPoint(0, -120)
    keys = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    plot.wheelEvent(
        QWheelEvent(at, at, QPoint(), way, *keys, Qt.ScrollPhase.NoScrollPhase, *[False])
    )
    assert plot.readable_row(3)[1].top() < top
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=entry)
    assert not all(places(plot))


def test_a_larger_text_makes_no_smaller_picture(qtbot: QtBot, result: Result) -> None:
    plot = board(qtbot, result, 320)
    sizes = []
    for scale in (1.0, 1.25, 1.5, 2.0):
        plot.setFont(application_font(scale))
        sizes.append(plot.minimumSizeHint().height())
    assert sizes == sorted(set(sizes))
