"""What moves in the window: brackets after a step, nothing in a drag, nothing where unwanted."""

import pytest

from explorer.ui.app.app import Program
from explorer.ui.pictures.board import board_plot
from explorer.ui.pictures.board.board_plot import BoardPlot
from tests.ui.window.conftest import settle
from tests.ui.window.test_exploring import words_in


@pytest.fixture
def moving(program: Program, still: None, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Return a program in which pictures move as they do for users."""
    monkeypatch.setattr(board_plot, "GLIDE_MILLISECONDS", 200)
    monkeypatch.setattr(board_plot, "PULSE_MILLISECONDS", 700)
    return program


def board(program: Program) -> BoardPlot:
    plot = program.window.desk.workbench.stage.upper_frame.plot
    assert isinstance(plot, BoardPlot)
    return plot


def edit(program: Program, value: int) -> None:
    store = program.store
    store.edit(store.state.scenario.with_value("russia_alignment", value), "move", None)
    settle(program)


def test_steps_and_undo_glide_and_what_opens_pulses(moving: Program) -> None:
    edit(moving, 23)
    assert board(moving).glide.is_under_way
    assert board(moving).pulse.is_under_way
    board(moving).glide.end()
    moving.window.commands.scenario.undo()
    settle(moving)
    assert board(moving).glide.is_under_way


def test_a_drag_never_glides_but_names_and_pulses_what_opens(moving: Program) -> None:
    moving.store.begin_gesture("move")
    edit(moving, 23)
    assert not board(moving).glide.is_under_way
    assert board(moving).pulse.is_under_way
    assert "Commitment opened: phased step one." in words_in(moving.window.desk.workbench.summary)
    moving.store.end_gesture()
    assert not board(moving).glide.is_under_way


def test_nothing_moves_by_itself_where_motion_is_reduced(moving: Program) -> None:
    moving.settings.change(reduce_motion=True)
    edit(moving, 23)
    assert not board(moving).glide.is_under_way
    assert not board(moving).pulse.is_under_way
