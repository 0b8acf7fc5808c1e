"""Motion of the board: edges glide from old to new, end exactly there, and never in a drag."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from explorer.figures.board import BoardFigure
from explorer.model.result import Result
from explorer.ui.pictures.board.board_motion import between, places, pulses_between
from explorer.ui.pictures.board.board_plot import BoardPlot
from explorer.ui.pictures.motion import GLIDE_MILLISECONDS, Motion
from explorer.views import board
from explorer.views.view import Viewing
from tests.examples import examples


def figure(result: Result) -> BoardFigure:
    return board.figure(Viewing(result, is_resting=False))


def plot(qtbot: QtBot, shown: BoardFigure, motion: Motion = "full") -> BoardPlot:
    widget = BoardPlot()
    qtbot.addWidget(widget)
    widget.resize(900, 420)
    widget.show_figure(shown)
    widget.show()
    widget.allow_motion(motion)
    return widget


def at(widget: BoardPlot, milliseconds: int) -> None:
    """Let time pass for the glide, without any passing."""
    assert widget.glide.animation is not None
    widget.glide.animation.setCurrentTime(milliseconds)


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_way_begins_and_ends_exactly(october: Result, hanoi: Result, share: float) -> None:
    old, new = figure(october), figure(hanoi)
    made = between(old, new, share)
    for lane, before, after in zip(made.lanes, old.lanes, new.lanes, strict=True):
        end = after if share else before
        assert (lane.reach, lane.limit) == (end.reach, end.limit)
        if before.zone is not None and after.zone is not None:
            assert lane.zone == end.zone
    if share == 1:
        assert made is new


@examples(60)
@given(share=st.floats(0, 1))
def test_edges_stay_between_old_and_new(october: Result, hanoi: Result, share: float) -> None:
    old, new = figure(october), figure(hanoi)
    for lane, *ends in zip(between(old, new, share).lanes, old.lanes, new.lanes, strict=True):
        limits = sorted(end.limit for end in ends)
        assert limits[0] - 1e-9 <= lane.limit <= limits[1] + 1e-9
        if lane.zone is not None:
            assert lane.zone[0] <= lane.zone[1] + 1e-9


def test_a_change_glides_and_the_last_picture_is_that_of_a_board_that_never_moved(
    qtbot: QtBot, october: Result, hanoi: Result
) -> None:
    widget = plot(qtbot, figure(october))
    first = widget.grab().toImage()
    widget.show_figure(figure(hanoi))
    assert widget.glide.is_under_way
    at(widget, GLIDE_MILLISECONDS // 2)
    halfway = widget.grab().toImage()
    at(widget, GLIDE_MILLISECONDS)
    widget.pulse.end()
    assert not widget.glide.is_under_way
    still = plot(qtbot, figure(hanoi), "none").grab().toImage()
    assert widget.grab().toImage() == still
    assert halfway not in (first, still)


def test_another_change_on_the_way_starts_where_the_edges_are(
    qtbot: QtBot, october: Result, hanoi: Result
) -> None:
    widget = plot(qtbot, figure(october))
    widget.show_figure(figure(hanoi))
    at(widget, GLIDE_MILLISECONDS // 2)
    halfway = places(widget._on_way(figure(hanoi)))
    widget.show_figure(figure(october))
    assert places(widget._on_way(figure(october))) == halfway


def test_a_figure_with_the_same_edges_lets_the_glide_go_on(
    qtbot: QtBot, october: Result, hanoi: Result
) -> None:
    widget = plot(qtbot, figure(october))
    widget.show_figure(figure(hanoi))
    at(widget, GLIDE_MILLISECONDS // 2)
    share = widget.glide.share
    widget.show_figure(figure(hanoi))
    assert widget.glide.share == share


@pytest.mark.parametrize("motion", ["none", "pulse"])
def test_nothing_glides_where_that_is_not_wanted(
    qtbot: QtBot, october: Result, hanoi: Result, motion: Motion
) -> None:
    widget = plot(qtbot, figure(october), motion)
    widget.show_figure(figure(hanoi))
    assert not widget.glide.is_under_way
    assert widget.pulse.is_under_way == (motion == "pulse")


def test_a_zone_that_opens_or_closes_pulses_once(
    qtbot: QtBot, october: Result, hanoi: Result
) -> None:
    old, new = figure(october), figure(hanoi)
    found = {pulse.row_id for pulse in pulses_between(old, new)}
    pairs = zip(old.lanes, new.lanes, strict=True)
    assert found == {now.id for before, now in pairs if before.is_open != now.is_open} != set()
    assert not pulses_between(new, new)
    widget = plot(qtbot, old, "pulse")
    widget.show_figure(new)
    assert widget.pulse.animation is not None
    widget.pulse.animation.setCurrentTime(100)
    pulsing = widget.grab().toImage()
    widget.pulse.end()
    assert widget.grab().toImage() != pulsing
    widget.show_figure(replace(new, sentence="."))
    assert not widget.pulse.is_under_way


def test_another_axis_is_no_way_to_glide(qtbot: QtBot, october: Result, hanoi: Result) -> None:
    widget = plot(qtbot, figure(october))
    widget.show_figure(replace(figure(hanoi), maximum=2 * figure(hanoi).maximum))
    assert not widget.glide.is_under_way
