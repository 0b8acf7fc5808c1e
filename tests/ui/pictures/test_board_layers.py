"""Layers of the board as drawn: each has its marks and its legend, in every theme."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from explorer.figures.board_layers import BASELINE, ENDS, OFFERS
from explorer.figures.choice import OFF, ON
from explorer.files.record_file import bundled_record
from explorer.model.case import Case
from explorer.model.history_year import year_scenario
from explorer.model.result import Result
from explorer.solver.solve import solve
from explorer.ui.look.theme import THEMES, Theme
from explorer.ui.pictures.board.board_layout import board_layout
from explorer.ui.pictures.board.board_plot import BoardPlot
from explorer.ui.pictures.frame.choice_bar import ChoiceBar
from explorer.views.registry import figure_of
from tests.ui.pictures.test_plots import shown, viewing

LEGENDS = {ENDS: {"ends"}, BASELINE: {"baseline"}, OFFERS: {"inside", "outside"}}


def board(
    qtbot: QtBot, result: Result, baseline: Result, theme: Theme, *layers: str
) -> tuple[BoardPlot, QImage]:
    look = viewing(result, baseline, dict.fromkeys(layers, ON))
    plot = shown(qtbot, "board", look, theme)
    assert isinstance(plot, BoardPlot)
    return plot, plot.grab().toImage()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
@pytest.mark.parametrize("layer", LEGENDS)
def test_a_layer_draws_its_marks_and_says_what_they_mean(
    qtbot: QtBot, october: Result, hanoi: Result, layer: str, theme: Theme
) -> None:
    look = viewing(october, hanoi, {layer: ON})
    plot, drawn = board(qtbot, october, hanoi, theme, layer)
    _, bare = board(qtbot, october, hanoi, theme)
    assert drawn != bare
    layout = board_layout(figure_of("board", look), plot.room(), plot.font())
    assert {entry.kind for entry in layout.legend} == LEGENDS[layer]
    assert all(entry.words for entry in layout.legend)


def test_proposals_of_a_year_are_named_beside_their_marks(
    qtbot: QtBot, korea: Case, october: Result
) -> None:
    record = bundled_record(korea)
    assert record is not None
    year = solve(year_scenario(korea, record, 2019, with_lines=False))
    _, named = board(qtbot, year, october, THEMES[0], OFFERS)
    _, bare = board(qtbot, year, october, THEMES[0])
    assert named != bare


def test_a_mark_tells_why_it_is_outside_and_opens_by_click(
    qtbot: QtBot, october: Result, hanoi: Result
) -> None:
    plot, _ = board(qtbot, october, hanoi, THEMES[0], OFFERS)
    figure = figure_of("board", viewing(october, hanoi, {OFFERS: ON}))
    layout = plot.laid_out(figure)
    row = next(row for row, lane in enumerate(figure.lanes) if lane.id == "yongbyon")
    mark = next(mark for mark in figure.lanes[row].marks if mark.way_in)
    place = layout.middle(row, mark.price).toPoint()
    qtbot.mouseMove(plot, place - QPoint(0, 60))
    with qtbot.waitSignal(plot.pointed) as told:
        qtbot.mouseMove(plot, place)
    assert told.args is not None
    assert "Not in the deal zone: Pyongyang would be" in told.args[0]
    assert "step from the deal zone" in told.args[0]
    with qtbot.waitSignal(plot.package_chosen) as opened:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [mark.package]


def test_a_switch_above_the_board_asks_for_its_layer(qtbot: QtBot, october: Result) -> None:
    bar = ChoiceBar()
    qtbot.addWidget(bar)
    asked: list[tuple[str, str]] = []
    bar.choice_made.connect(lambda *made: asked.append(made))
    for wishes in ({}, {ENDS: ON}):
        bar.show_choices(figure_of("board", viewing(october, choices=wishes)).choices)
        assert bar.switch(ENDS).isChecked() == bool(wishes)
    assert not asked
    bar.switch(ENDS).click()
    bar.switch(OFFERS).click()
    assert asked == [(ENDS, OFF), (OFFERS, ON)]
    with pytest.raises(KeyError):
        bar.box(ENDS)
    bar.show_choices(figure_of("boards", viewing(october)).choices)
    with pytest.raises(KeyError):
        bar.switch("boards.1")
    bar.resize(200, 40)
    bar.grab()
