"""Assistive technology finds the rows of a picture, with their words, places and state."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from explorer.figures.board import board_figure, lane_words
from explorer.figures.table import table_lines
from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.ui.pictures.accessible_rows import install_accessible_rows
from explorer.ui.pictures.board.board_plot import BoardPlot
from explorer.ui.pictures.history.history_plot import HistoryPlot
from explorer.views.registry import figure_of
from tests.ui.looks import LOOK


@pytest.fixture(autouse=True)
def factory(qapp: object) -> None:
    install_accessible_rows()


@pytest.fixture
def plot(qtbot: QtBot) -> BoardPlot:
    plot = BoardPlot()
    qtbot.addWidget(plot)
    result = solve(preset_scenario(bundled_case("korea"), "october-2025"))
    plot.resize(800, 260)
    plot.show_figure(board_figure(result, selected="yongbyon"))
    plot.show()
    return plot


def test_a_picture_is_a_list_of_its_rows_in_words(plot: BoardPlot) -> None:
    found = QAccessible.queryAccessibleInterface(plot)
    result = solve(preset_scenario(bundled_case("korea"), "october-2025"))
    figure = board_figure(result, selected="yongbyon")
    assert found.role() == QAccessible.Role.List
    assert found.text(QAccessible.Text.Name) == figure.title
    assert found.text(QAccessible.Text.Description) == figure.sentence
    assert found.childCount() == len(figure.lanes)
    for number, lane in enumerate(figure.lanes):
        row = found.child(number)
        assert row.role() == QAccessible.Role.ListItem
        assert row.text(QAccessible.Text.Name) == lane_words(figure, lane)
        assert found.indexOfChild(row) == number
        assert row.parent().object() is plot
        assert row.childCount() == 0
        assert row.child(0) is None
        assert row.indexOfChild(found) == -1
    assert found.child(len(figure.lanes)) is None


def test_a_picture_with_axes_is_a_list_of_the_lines_of_its_table_and_of_its_buttons(
    qtbot: QtBot,
) -> None:
    plot, figure = HistoryPlot(), figure_of("history", LOOK)
    qtbot.addWidget(plot)
    plot.resize(800, 400)
    plot.show_figure(figure)
    plot.show()
    found = QAccessible.queryAccessibleInterface(plot)
    names = [
        found.child(number).text(QAccessible.Text.Name) for number in range(found.childCount())
    ]
    assert names == [*table_lines(figure.table), plot.play_button.accessibleName()]
    assert [found.indexOfChild(found.child(number)) for number in range(len(names))] == [
        *range(len(names))
    ]
    checked = figure_of("history", replace(LOOK, choices={"history.show": "check"}))
    plot.show_figure(checked)
    assert found.childCount() == 1
    inner = found.child(0)
    assert inner.object() is plot.rows
    assert inner.childCount() == plot.rows.readable_rows() > 1


def test_only_the_chosen_row_is_selected_and_rows_left_out_are_nowhere(plot: BoardPlot) -> None:
    found = QAccessible.queryAccessibleInterface(plot)
    rows = [found.child(number) for number in range(found.childCount())]
    selected = [number for number, row in enumerate(rows) if row.state().selected]
    assert selected == [2]
    on_screen = [row for row in rows if not row.state().offscreen]
    assert 0 < len(on_screen) < len(rows)
    tops = [row.rect().top() for row in on_screen]
    assert tops == sorted(set(tops))
    assert all(row.rect().isEmpty() for row in rows if row.state().offscreen)
    assert plot.readable_row(99)[0] == ""
