"""What flips it, in the window: found at rest, stopped by the next move, tried by a click."""

import pytest

from explorer.figures.opening import OpeningWords
from explorer.files.case_file import bundled_case
from explorer.model.breaking import ZONE, BreakingLadder, Claim
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.studies.breaking import BreakingQuestion, breaking
from explorer.ui.live.breaking_watch import BreakingWatch
from explorer.views.registry import figure_of
from tests.ui.window.conftest import settle

CASE = bundled_case()
RESULT = solve(preset_scenario(CASE, "october-2025"))


@pytest.fixture
def watch(qapp):
    made = BreakingWatch()
    yield made
    made.forget()


def _known(program) -> BreakingLadder:
    found = program.window.desk.pictures.viewing().breaking
    assert found is not None
    return found


def _offered(program, qtbot) -> tuple[OpeningWords, ...]:
    """Return the pairs of changes that are offered, once they have been found."""
    summary = program.window.desk.workbench.summary

    def pairs() -> tuple[OpeningWords, ...]:
        moves = () if summary.openings is None else summary.openings.moves
        return tuple(move for move in moves if move.also)

    qtbot.waitUntil(lambda: bool(pairs()))
    return pairs()


def test_nothing_is_looked_for_before_the_hand_rests(watch) -> None:
    watch.ask(BreakingQuestion(RESULT, ZONE), is_resting=False)
    assert watch.known is None
    assert not watch.is_running


def test_at_rest_everything_is_found_and_another_question_begins_anew(watch, qtbot) -> None:
    row = Claim("row", "phased-step")
    watch.ask(BreakingQuestion(RESULT, row), is_resting=True)
    qtbot.waitUntil(lambda: not watch.is_running)
    assert watch.known == breaking(RESULT, row)
    watch.ask(BreakingQuestion(RESULT, ZONE), is_resting=False)
    assert watch.known is None


def test_the_view_shows_the_answer_about_the_selected_row(program, qtbot) -> None:
    pictures = program.window.desk.pictures
    pictures.choose_lower_view("breaking")
    for row in ("phased-step", "yongbyon"):
        pictures.choose_row(row)
        qtbot.waitUntil(lambda: _known(program).is_done)
        found = _known(program)
        assert found == breaking(program.store.state.result, Claim("row", row))
        below = program.window.desk.workbench.below
        said = figure_of("breaking", pictures.viewing()).sentence
        assert said in below.plot.accessibleDescription()


def test_the_next_move_stops_the_search_and_another_picture_ends_it(program, qtbot) -> None:
    pictures, store = program.window.desk.pictures, program.store
    pictures.choose_lower_view("breaking")
    qtbot.waitUntil(lambda: bool(_known(program).rungs))
    store.begin_gesture("move")
    store.edit(store.state.scenario.with_value("russia_alignment", 60), "move")
    settle(program)
    assert not _known(program).rungs
    assert _known(program).scenario == store.state.scenario
    store.end_gesture()
    qtbot.waitUntil(lambda: _known(program).is_done)
    pictures.choose_lower_view("map")
    assert not _known(program).rungs


def test_pairs_are_offered_where_no_single_change_opens_and_a_click_tries_both(
    program, qtbot
) -> None:
    pictures, store = program.window.desk.pictures, program.store
    pictures.choose_row("long-range-yongbyon")
    move = _offered(program, qtbot)[0]
    program.window.commands.scenario.try_opening(move)
    settle(program)
    state = store.state
    assert {id_: state.scenario.value(id_) for id_ in move.point} == move.point
    opened = {row.row.id for row in state.result.board if row.is_open}
    assert "long-range-yongbyon" in opened
    store.undo()
    assert store.state.scenario.values == preset_scenario(CASE, "october-2025").values


def test_an_empty_zone_offers_the_pairs_that_open_it(program, qtbot) -> None:
    scenario = preset_scenario(CASE, "october-2025-declared").with_values(
        {"us_min_warheads": 2, "dprk_max_warheads": 1}
    )
    program.store.load(scenario, "load")
    for move in _offered(program, qtbot):
        assert solve(scenario.with_values(move.point)).zone.packages
