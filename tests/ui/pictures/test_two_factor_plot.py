"""The two-factor map under hand and keyboard: points are told and chosen."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from explorer.figures.two_factor import FACTOR_SHOW, FACTOR_X, FACTOR_Y
from explorer.model.result import Result
from explorer.ui.look.theme import DARK, THEMES, Theme, contrast
from explorer.ui.pictures.axes.two_factor_key import count_ramp
from explorer.ui.pictures.axes.two_factor_plot import TwoFactorPlot
from explorer.views.registry import figure_of
from explorer.views.view import Viewing


def shown(qtbot: QtBot, result: Result, **wishes: str) -> TwoFactorPlot:
    plot = TwoFactorPlot()
    qtbot.addWidget(plot)
    plot.resize(800, 460)
    plot.show_figure(figure_for(result, **wishes))
    plot.show()
    return plot


def figure_for(result: Result, **wishes: str):
    choices = {FACTOR_X: "russia_alignment", FACTOR_Y: "china_ties", **wishes}
    look = Viewing(result, result, None, "phased-step", None, "us_will", choices)
    return figure_of("two-factor", look)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
@pytest.mark.parametrize("most", range(1, 13))
def test_neighbouring_numbers_of_rows_differ_as_far_as_the_colours_reach(
    theme: Theme, most: int
) -> None:
    shades = np.rint(np.arange(1, most + 1) * (255 / most)).astype(int)
    ramp = count_ramp(theme)
    assert not ramp[0].any()
    names = [f"#{red:02X}{green:02X}{blue:02X}" for red, green, blue, _ in ramp[shades].tolist()]
    steps = [contrast(*pair) for pair in zip((theme.ground, *names), names, strict=False)]
    evenly = contrast(theme.ground, theme.zone_outline) ** (1 / most)
    assert min(steps) >= min(1.2, 0.98 * evenly)
    assert names[-1] == theme.zone_outline


def test_a_click_chooses_the_point_under_it(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, october)
    frame = plot.graph.frame_now
    with qtbot.waitSignal(plot.point_chosen) as chosen:
        place = frame.point(40, 30).toPoint()
        qtbot.mouseClick(plot.graph.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args is not None
    assert abs(chosen.args[0]["russia_alignment"] - 40) <= 1
    assert abs(chosen.args[0]["china_ties"] - 30) <= 1


def test_arrows_move_a_cursor_and_enter_chooses_it(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, october)
    told: list[str] = []
    plot.pointed.connect(told.append)
    chosen: list[object] = []
    plot.point_chosen.connect(chosen.append)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert not chosen
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    qtbot.keyClick(plot, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    start = october.scenario
    russia, china = start.value("russia_alignment") - 1, start.value("china_ties") - 10
    assert chosen == [{"russia_alignment": russia, "china_ties": china}]
    assert told[-1].startswith(f"Russia alignment {russia:g}, China ties {china:g}.")


def test_pointing_tells_which_rows_are_open(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, october)
    told: list[str] = []
    plot.pointed.connect(told.append)
    middle = plot.graph.frame_now.room.center().toPoint()
    steps = iter(range(10_000))

    def hears_words() -> bool:
        qtbot.mouseMove(plot.graph.viewport(), middle + QPoint(next(steps) % 3, 0))
        return bool(told and "Open there" in told[-1])

    qtbot.waitUntil(hears_words)


def test_other_choices_are_other_pictures(qtbot: QtBot, october: Result) -> None:
    plot = shown(qtbot, october)
    first = plot.grab().toImage()
    plot.show_figure(figure_for(october, **{FACTOR_SHOW: "row"}))
    second = plot.grab().toImage()
    plot.show_figure(figure_for(october, **{FACTOR_X: "us_max_status", FACTOR_Y: "un_consent"}))
    third = plot.grab().toImage()
    plot.wear(DARK)
    assert first != second
    assert second != third
    assert plot.grab().toImage() != third
