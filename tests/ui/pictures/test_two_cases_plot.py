"""Two cases as a picture: two boards, followed by hand and keyboard, read aloud row by row."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from explorer.figures.two_cases import TwoCasesFigure, two_cases_figure
from explorer.files.case_file import bundled_case
from explorer.model.result import Result
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.ui.look.theme import application_font
from explorer.ui.pictures.board.two_cases_layout import own_rows, two_cases_layout
from explorer.ui.pictures.board.two_cases_plot import TwoCasesPlot

SINAI = bundled_case("sinai")


@pytest.fixture
def figure(october: Result) -> TwoCasesFigure:
    there = solve(preset_scenario(SINAI, SINAI.default_preset))
    return two_cases_figure(october, there, selected="yongbyon")


@pytest.fixture
def plot(qtbot: QtBot, figure: TwoCasesFigure) -> TwoCasesPlot:
    plot = TwoCasesPlot()
    qtbot.addWidget(plot)
    plot.resize(1000, 520)
    plot.show_figure(figure)
    plot.show()
    plot.setFocus()
    return plot


def test_boards_lie_side_by_side_with_rows_in_line(figure: TwoCasesFigure) -> None:
    layout = two_cases_layout(figure, QRectF(0, 0, 1000, 500), application_font())
    first, second = layout.boards
    assert first.rect.right() < second.rect.left()
    assert second.rect.right() <= 1000.001
    assert first.rows == second.rows == layout.rows
    assert (first.maximum, second.maximum) == tuple(board.maximum for board in figure.boards)
    assert [layout.board_at(head.center().x()) for head in layout.heads] == [0, 1]
    shorter = own_rows(layout, figure, 1)
    assert shorter.rows.shown == tuple(range(len(SINAI.rows)))


def test_keys_choose_rows_of_the_case_on_screen_and_change_the_board(
    qtbot: QtBot, plot: TwoCasesPlot
) -> None:
    with qtbot.waitSignal(plot.row_chosen) as chosen:
        qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert chosen.args == ["interim-freeze"]
    with qtbot.waitSignal(plot.pointed) as told:
        qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert told.args is not None
    assert "Egypt and Israel" in told.args[0]
    with qtbot.assertNotEmitted(plot.row_chosen):
        qtbot.keyClick(plot, Qt.Key.Key_Down)
        qtbot.keyClick(plot, Qt.Key.Key_Return)
        qtbot.keyClick(plot, Qt.Key.Key_End)
    assert "no more rows" in plot.row_words(plot._figure, 7)
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    with qtbot.waitSignal(plot.row_chosen):
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    plot.grab()


def test_a_step_across_without_a_row_tells_nothing(
    qtbot: QtBot, plot: TwoCasesPlot, figure: TwoCasesFigure, october: Result
) -> None:
    there = solve(preset_scenario(SINAI, SINAI.default_preset))
    plot.show_figure(two_cases_figure(october, there))
    with qtbot.assertNotEmitted(plot.pointed):
        qtbot.keyClick(plot, Qt.Key.Key_Right)


def test_a_row_is_read_aloud_for_both_cases(plot: TwoCasesPlot) -> None:
    assert plot.readable_rows() == 8
    words, rect, is_current = plot.readable_row(2)
    assert "United States and North Korea" in words
    assert "Egypt and Israel" in words
    assert rect.height() > 0
    assert is_current
    last, _, _ = plot.readable_row(7)
    assert "Egypt and Israel" not in last
    assert plot.readable_row(8)[0] == ""


def place(plot: TwoCasesPlot, figure: TwoCasesFigure, column: int, row: int) -> QPoint:
    """Return where the name of a row stands."""
    layout = plot.laid_out(figure)
    x = layout.boards[column].rect.left() + 20
    return QPoint(round(x), round(layout.rows.top_of(row) + layout.rows.height_of(row) / 2))


def test_pointing_and_clicking_follow_the_hand(
    qtbot: QtBot, plot: TwoCasesPlot, figure: TwoCasesFigure
) -> None:
    layout = plot.laid_out(figure)
    for column, name in enumerate(figure.names):
        point = place(plot, figure, column, 1)
        assert plot.words_at(figure, layout, point.toPointF()).startswith(name)
    assert plot.words_at(figure, layout, QPoint(5, 1).toPointF()) == ""
    with qtbot.waitSignal(plot.row_chosen) as chosen:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=place(plot, figure, 0, 1))
    assert chosen.args == [figure.boards[0].lanes[1].id]
    with qtbot.assertNotEmitted(plot.row_chosen):
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=place(plot, figure, 1, 7))


def test_diamonds_tell_their_package_and_open_it_on_the_case_on_screen(
    qtbot: QtBot, plot: TwoCasesPlot, figure: TwoCasesFigure
) -> None:
    layout = plot.laid_out(figure)
    for column, board in enumerate(figure.boards):
        row, lane = next((row, lane) for row, lane in enumerate(board.lanes) if lane.marks)
        point = layout.boards[column].middle(row, lane.marks[0].price)
        assert plot.words_at(figure, layout, point).startswith(lane.marks[0].name)
        signal = plot.package_chosen
        if column == 0:
            with qtbot.waitSignal(signal):
                qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=point.toPoint())
        else:
            with qtbot.assertNotEmitted(signal):
                qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=point.toPoint())


def test_it_is_drawn_on_paper_and_in_a_small_window_with_its_hint(
    plot: TwoCasesPlot, figure: TwoCasesFigure
) -> None:
    plot.show_figure(replace(figure, hint="A case is skipped."))
    plot.resize(plot.minimumSizeHint())
    plot.grab()
    image = QImage(800, 500, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    plot.paint_on(painter, QRectF(0, 0, 800, 500))
    painter.end()
    blank = QImage(800, 500, QImage.Format.Format_ARGB32)
    blank.fill(0)
    assert image != blank
    assert TwoCasesPlot().minimumSizeHint().width() > 0
    plot.follow_look()
