"""Boards side by side: rows in line, followed by hand and keyboard, kept while they stand still."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from explorer.figures.board import board_figure
from explorer.figures.board_lane import Company
from explorer.figures.boards import BoardsFigure, boards_figure
from explorer.figures.pinned import Pinned
from explorer.model.result import Result
from explorer.ui.look.theme import THEMES, application_font
from explorer.ui.pictures.board.board_layout import PINS_SHARE, board_layout
from explorer.ui.pictures.board.board_plot import BoardPlot
from explorer.ui.pictures.board.boards_painting import boards_layout
from explorer.ui.pictures.board.boards_plot import BoardsPlot


@pytest.fixture
def figure(october: Result, hanoi: Result, declared: Result) -> BoardsFigure:
    items = (("Now", october), ("A: Hanoi", hanoi), ("B: declared", declared))
    return boards_figure(items, selected="yongbyon")


@pytest.fixture
def plot(qtbot: QtBot, figure: BoardsFigure) -> BoardsPlot:
    plot = BoardsPlot()
    qtbot.addWidget(plot)
    plot.resize(900, 420)
    plot.show_figure(figure)
    plot.show()
    plot.setFocus()
    return plot


def test_rows_and_axes_stand_in_line(figure: BoardsFigure) -> None:
    layout = boards_layout(figure, QRectF(0, 0, 700, 300), application_font())
    tops = {(board.rows.top, board.rows.bottom, board.maximum) for board in layout.boards}
    widths = {round(board.x_end - board.x_start, 6) for board in layout.boards}
    assert len(tops) == len(widths) == 1
    assert all(board.rect.right() <= 700.001 for board in layout.boards)
    assert [layout.board_at(head.center().x()) for head in layout.heads] == [0, 1, 2]
    assert layout.board_at(0) == 0


def test_keys_choose_rows_and_step_from_board_to_board(qtbot: QtBot, plot: BoardsPlot) -> None:
    with qtbot.waitSignal(plot.row_chosen) as chosen:
        qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert chosen.args == ["interim-freeze"]
    with qtbot.waitSignal(plot.pointed) as told:
        qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert told.args is not None
    assert told.args[0].startswith("A: Hanoi. Yongbyon")
    for _ in range(3):
        qtbot.keyClick(plot, Qt.Key.Key_Left)
    qtbot.keyClick(plot, Qt.Key.Key_A)
    plot.grab()


def test_a_click_chooses_the_row_and_pointing_tells_the_board(
    qtbot: QtBot, plot: BoardsPlot
) -> None:
    place = QPoint(plot.width() - 40, round(0.55 * plot.height()))
    with qtbot.waitSignal(plot.row_chosen):
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(plot.pointed) as told:
        qtbot.mouseMove(plot, place - QPoint(3, 0))
    assert told.args is not None
    assert told.args[0].startswith("B: declared.")


def test_one_board_less_is_laid_out_anew(plot: BoardsPlot, figure: BoardsFigure) -> None:
    before = plot.grab().toImage()
    plot.show_figure(replace(figure, names=figure.names[:1], boards=figure.boards[:1]))
    assert plot.grab().toImage() != before
    plot.show_figure(figure)
    assert plot.grab().toImage() == before


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_pins_are_told_apart_without_colour(
    qtbot: QtBot, october: Result, hanoi: Result, count: int, theme: object
) -> None:
    pins = tuple(Pinned(letter, f"Pin {letter}", hanoi) for letter in "ABC"[:count])
    figure = board_figure(october, company=Company(pins=pins))
    plain = board_layout(board_figure(october), QRectF(0, 0, 800, 460), application_font())
    layout = board_layout(figure, QRectF(0, 0, 800, 460), application_font())
    assert layout.live_height(0) == pytest.approx(layout.row(0).height() * (1 - PINS_SHARE[count]))
    assert not [entry for entry in plain.legend if entry.kind == "pin"]
    told = [entry for entry in layout.legend if entry.kind == "pin"]
    assert [entry.words.split()[0] for entry in told] == list("ABC"[:count])
    assert all(entry.rect.bottom() <= layout.axis_top + 0.01 for entry in told)
    bands = [layout.pin_band(0, number) for number in range(count)]
    assert all(top < bottom < layout.sender_y(0) for top, bottom in bands)
    assert bands == sorted(bands)
    plot = BoardPlot()
    qtbot.addWidget(plot)
    plot.resize(800, 460)
    plot.wear(theme)
    plot.show_figure(board_figure(october))
    least = plot.minimumSizeHint().height()
    before = plot.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    plot.show_figure(figure)
    assert plot.minimumSizeHint().height() > least
    assert plot.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8) != before


def test_lines_of_pins_differ_in_grey(qtbot: QtBot, october: Result, hanoi: Result) -> None:
    drawn: list[QImage] = []
    for letter in "ABC":
        figure = board_figure(
            october, company=Company(pins=(Pinned(letter, "the same name", hanoi),))
        )
        plot = BoardPlot()
        qtbot.addWidget(plot)
        plot.show_figure(figure)
        image = QImage(800, 460, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        plot.paint_on(painter, QRectF(0, 0, 800, 460))
        painter.end()
        drawn.append(image)
    assert drawn[0] != drawn[1] != drawn[2] != drawn[0]
