"""What the tips of a first visit speak of, at the level of the window that is on screen."""

from explorer.ui.window.desk import Desk
from explorer.ui.window.first_move import first_move
from explorer.ui.window.tips import TipStep, board_words, picture_words, toggle_words


def tip_steps(desk: Desk) -> tuple[TipStep, ...]:
    """Return three tips: what to drag first, how to read the board, and where more is.

    What they speak of is unfolded.
    """
    bench, state = desk.workbench, desk.store.state
    page, move = bench.page, first_move(state.result)
    controls = bench.controls if page is None else page.controls
    words = board_words(state.scenario.case)
    if page is None:
        bench.show_controls(is_shown=True)
        steps = (TipStep(bench.board, words), TipStep(bench.below, picture_words()))
    else:
        steps = (TipStep(page.board, words), TipStep(page.toggles, toggle_words()))
    if move is None or not controls.has_control(move.control_id):
        return steps
    return (TipStep(controls.control(move.control_id), move.words), *steps)
