"""The pictures of a study: drawn in every theme, pointed at, opened, and read by keyboard alone."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from explorer.figures.figure import Figure
from explorer.figures.study_heat import heat_figure
from explorer.figures.study_parallel import parallel_figure
from explorer.figures.study_scatter import scatter_figure
from explorer.figures.study_table import StudyTable
from explorer.ui.look.theme import THEMES
from explorer.ui.pictures.frame.gallery import plot_for, show_on
from explorer.ui.pictures.study.study_plot import NO_ROW, StudyPlot
from tests.solved_studies import empty_table, korea_table, with_values
from tests.ui.patience import PatientQtBot

MAKERS = (parallel_figure, scatter_figure, heat_figure)
USUAL = QSize(900, 500)
Make = Callable[[StudyTable], Figure]


def shown(qtbot: PatientQtBot, figure: Figure, size: QSize = USUAL) -> StudyPlot[Any]:
    plot = plot_for(figure)
    assert isinstance(plot, StudyPlot)
    qtbot.addWidget(plot)
    show_on(plot, figure)
    plot.resize(size)
    plot.show()
    return plot


def painted(plot: StudyPlot[Any]) -> QImage:
    image = QImage(700, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    plot.paint_on(painter, QRectF(0, 0, 700, 400))
    painter.end()
    return image


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_it_is_drawn_on_screen_and_on_paper(qtbot: PatientQtBot, make: Make, theme: Any) -> None:
    figure = make(korea_table())
    plot = shown(qtbot, figure)
    plot.wear(theme)
    plot.show_stale(True)
    assert plot.grab().toImage() != QImage()
    blank = QImage(700, 400, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    assert painted(plot) != blank
    assert plot.accessibleName() == figure.title
    assert plot.accessibleDescription() == figure.sentence


@pytest.mark.parametrize("make", MAKERS)
def test_the_keyboard_reads_every_part(qtbot: PatientQtBot, make: Make) -> None:
    figure = make(korea_table())
    plot = shown(qtbot, figure)
    told: list[str] = []
    plot.pointed.connect(told.append)
    plot.setFocus()
    count = len(figure.table.cells)
    assert plot.readable_rows() == count
    for _ in range(count):
        QTest.keyClick(plot, Qt.Key.Key_Down)
    words = [plot.readable_row(place)[0] for place in range(count)]
    assert told == words
    assert plot.readable_row(count - 1)[2]
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.readable_row(0)[2]
    QTest.keyClick(plot, Qt.Key.Key_End)
    assert plot.readable_row(count - 1)[2]
    assert plot.grab().toImage() != QImage()
    for place in range(count):
        assert plot.rect().intersects(plot.readable_row(place)[1])
    assert plot.readable_row(count) == ("", plot.readable_row(count)[1], False)
    QTest.keyClick(plot, Qt.Key.Key_A)


@pytest.mark.parametrize("make", [parallel_figure, scatter_figure])
def test_a_row_under_the_pointer_is_told_and_a_double_click_opens_it(
    qtbot: PatientQtBot, make: Make
) -> None:
    plot = shown(qtbot, make(korea_table()))
    opened: list[int] = []
    told: list[str] = []
    plot.study_row_chosen.connect(opened.append)
    plot.pointed.connect(told.append)
    figure, rect = plot._figure, QRectF(plot.rect())
    points = [QPointF(x, y) for x in range(5, 900, 12) for y in range(60, 480, 12)]
    near = next(
        point
        for point in points
        if rect.contains(point) and plot.row_near(figure, rect, point) != NO_ROW
    )
    QTest.mouseMove(plot, near.toPoint())
    qtbot.mouseMove(plot, near.toPoint())
    words = plot.words_at(figure, rect, near, plot.row_near(figure, rect, near))
    assert words.startswith("Row ")
    QTest.mouseDClick(plot, Qt.MouseButton.LeftButton, pos=near.toPoint())
    assert opened == [plot.row_number(figure, plot.row_near(figure, rect, near.toPoint()))]
    plot._near = 0
    assert plot.grab().toImage() != QImage()
    assert plot.words_at(figure, rect, QPointF(1, 1), NO_ROW) == ""
    assert plot.row_near(figure, rect, QPointF(0, 0)) == NO_ROW


def test_a_cell_under_the_pointer_is_told(qtbot: PatientQtBot) -> None:
    figure = heat_figure(korea_table())
    plot = shown(qtbot, figure)
    rect = QRectF(plot.rect())
    place = plot.part_place(figure, rect, 0)
    assert "of 100, of" in plot.words_at(figure, rect, place.center(), NO_ROW)
    assert plot.words_at(figure, rect, QPointF(1, 1), NO_ROW) == ""
    assert plot.row_near(figure, rect, place.center()) == NO_ROW
    QTest.mouseDClick(plot, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    QTest.mouseMove(plot, place.center().toPoint())


@pytest.mark.parametrize("make", MAKERS)
def test_no_row_is_drawn_as_nothing(qtbot: PatientQtBot, make: Make) -> None:
    plot = shown(qtbot, make(empty_table()))
    assert plot.grab().toImage() != QImage()
    rect = QRectF(plot.rect())
    assert plot.row_near(plot._figure, rect, rect.center()) == NO_ROW
    assert plot.words_at(plot._figure, rect, rect.center(), NO_ROW) == ""


@pytest.mark.parametrize("make", MAKERS)
def test_before_the_first_figure_there_is_nothing(qtbot: PatientQtBot, make: Make) -> None:
    plot = plot_for(make(korea_table()))
    assert isinstance(plot, StudyPlot)
    qtbot.addWidget(plot)
    plot.show()
    assert plot.grab().toImage() != QImage()
    assert plot.readable_rows() == 0
    assert plot.readable_row(0)[0] == ""
    QTest.mouseMove(plot, plot.rect().center())
    QTest.mouseDClick(plot, Qt.MouseButton.LeftButton, pos=plot.rect().center())
    QTest.keyClick(plot, Qt.Key.Key_Down)
    painted(plot)


def test_a_row_without_a_value_is_a_line_with_a_gap(qtbot: PatientQtBot) -> None:
    table = korea_table()
    values = table.values.copy()
    values[0, table.places["control.china_ties"]] = np.nan
    plot = shown(qtbot, parallel_figure(with_values(table, values)))
    plot._near = 0
    assert plot.grab().toImage() != QImage()


@pytest.mark.parametrize("make", MAKERS)
def test_a_small_room_and_large_text_do_no_harm(qtbot: PatientQtBot, make: Make) -> None:
    plot = shown(qtbot, make(korea_table()), QSize(220, 120))
    font = plot.font()
    font.setPointSizeF(2 * font.pointSizeF())
    plot.setFont(font)
    assert plot.grab().toImage() != QImage()
    assert plot.sizeHint().width() > plot.minimumSizeHint().width()
