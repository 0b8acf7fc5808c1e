"""How sure, in the window: a first answer at once, more at rest, none for what is gone."""

import pytest
from PySide6.QtCore import QCoreApplication, QTimer

from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.model.study import Findings, Importance, Rule, Sureness
from explorer.solver.structure import structure_answers
from explorer.studies.importance import importance_steps
from explorer.studies.study import Question
from explorer.studies.sureness import FIRST_SETS, SETS, sureness
from explorer.ui.live.study_watch import StudyWatch
from explorer.views.registry import figure_of
from tests.ui.window.conftest import settle

CASE = bundled_case()
SCENARIO = preset_scenario(CASE, "october-2025")
OTHER = SCENARIO.with_value("russia_alignment", 40)
OPTIONS = len(tuple(structure_answers(SCENARIO)))


@pytest.fixture
def watch(qapp):
    made = StudyWatch()
    yield made
    made.forget()


def _active_timers(program) -> list[QTimer]:
    """Return the running timers of a program: of its widgets, and of what moves its pictures."""
    seen: dict[int, object] = {}
    waiting: list[object] = [program.window.desk.pictures]
    timers: list[QTimer] = program.window.findChildren(QTimer)
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen[id(thing)] = thing
        if isinstance(thing, QTimer):
            timers.append(thing)
        if type(thing).__module__.startswith("explorer."):
            waiting += getattr(thing, "__dict__", {}).values()
    assert any(isinstance(each, StudyWatch) for each in seen.values())
    return [each for each in timers if each.isActive()]


def _findings(program) -> Findings:
    found = program.window.desk.pictures.viewing().findings
    assert found is not None
    return found


def _sentence(program) -> str:
    return figure_of("sure", program.window.desk.pictures.viewing()).sentence


def _show(program, **choices: str) -> None:
    program.window.desk.pictures.choose_lower_view("sure")
    for choice, value in choices.items():
        program.window.desk.pictures.choose(f"sure.{choice}", value)


def _is_done(found: Findings) -> bool:
    answer = found.answer
    return isinstance(answer, Sureness) and answer.is_done and len(answer.structure) == OPTIONS


# --- the watch alone --------------------------------------------------------------------------


def test_assumption_sets_are_answered_before_asking_returns(watch) -> None:
    watch.ask(Question(SCENARIO, "sets"), is_resting=False)
    assert isinstance(watch.findings.answer, Sureness)
    assert watch.findings.answer.sets == FIRST_SETS
    assert not watch.is_running


@pytest.mark.parametrize("kind", ["weights", "rule"])
def test_what_takes_longer_waits_until_the_hand_rests(watch, kind: str) -> None:
    watch.ask(Question(SCENARIO, kind), is_resting=False)
    assert watch.findings == Findings()
    assert not watch.is_running


def test_the_same_question_at_rest_goes_on_and_does_not_begin_again(watch, qtbot) -> None:
    asked = Question(SCENARIO, "sets", sets=200)
    seen: list[int] = []
    watch.found.connect(lambda: seen.append(watch.findings.answer.sets))
    watch.ask(asked, is_resting=False)
    for _ in range(3):
        watch.ask(asked, is_resting=True)
    qtbot.waitUntil(lambda: not watch.is_running)
    assert seen[0] > FIRST_SETS
    assert seen == sorted(seen)
    assert watch.findings.answer == sureness(SCENARIO, seed=asked.seed, sets=200)
    # All is known: asking again neither runs nor forgets.
    watch.ask(asked, is_resting=True)
    qtbot.waitUntil(lambda: not watch.is_running)
    assert watch.findings.answer.is_done


def test_another_question_stops_the_one_before(watch, qtbot) -> None:
    watch.ask(Question(SCENARIO, "sets", sets=100_000), is_resting=True)
    with qtbot.waitSignal(watch.found):
        pass
    watch.ask(Question(OTHER, "sets", sets=100_000), is_resting=False)
    assert not watch.is_running
    assert watch.findings.answer.scenario == OTHER
    assert watch.findings.answer.sets == FIRST_SETS


def test_forgetting_stops_and_knows_nothing(watch) -> None:
    watch.ask(Question(SCENARIO, "sets"), is_resting=True)
    assert watch.is_running
    watch.forget()
    assert not watch.is_running
    assert watch.findings == Findings()


# --- the view in the program ------------------------------------------------------------------


def test_the_view_answers_at_once_and_refines_itself_while_the_hand_rests(program, qtbot) -> None:
    _show(program)
    first = _findings(program).answer
    assert isinstance(first, Sureness)
    assert first.sets == FIRST_SETS
    qtbot.waitUntil(lambda: _is_done(_findings(program)))
    assert _findings(program).answer == sureness(program.store.state.scenario, sets=SETS)
    below = program.window.desk.workbench.below
    assert below.plot is not None
    assert _sentence(program) in below.plot.accessibleDescription()


def test_the_next_move_cancels_and_answers_anew(program, qtbot) -> None:
    _show(program)
    store = program.store
    known: list[Sureness] = []
    # Told after the pictures, and before any event is handled.
    store.subscribe(lambda _old, new: new.is_stale or known.append(_findings(program).answer))
    store.begin_gesture("move")
    for value in (80, 60, 40):
        known.clear()
        store.edit(store.state.scenario.with_value("russia_alignment", value), "move")
        settle(program)
        assert known[0].scenario == store.state.scenario
        assert known[0].sets == FIRST_SETS
    store.end_gesture()
    qtbot.waitUntil(lambda: _is_done(_findings(program)))
    assert _findings(program).answer == sureness(store.state.scenario, sets=SETS)


def test_an_undone_move_is_studied_again(program, qtbot) -> None:
    _show(program)
    store = program.store
    before = store.state.scenario
    store.edit(before.with_value("russia_alignment", 30), "move")
    store.undo()
    qtbot.waitUntil(lambda: _is_done(_findings(program)))
    assert _findings(program).answer.scenario == before


@pytest.mark.parametrize("row", ["", "yongbyon"])
def test_weights_arrive_about_the_row_that_was_chosen(program, qtbot, row: str) -> None:
    _show(program, show="weights", about=row)
    qtbot.waitUntil(lambda: _findings(program).answer is not None)
    answer = _findings(program).answer
    assert isinstance(answer, Importance)
    assert (answer.row_id, answer.scenario) == (row, program.store.state.scenario)
    *_, expected = importance_steps(answer.scenario, row, seed=answer.seed)
    assert answer == expected


def test_a_rule_arrives_about_the_row_that_was_chosen(program, qtbot) -> None:
    _show(program, show="rule", about="phased-step")
    assert _findings(program).answer is None
    qtbot.waitUntil(lambda: _findings(program).progress is not None)
    qtbot.waitUntil(lambda: _findings(program).answer is not None)
    answer = _findings(program).answer
    assert isinstance(answer, Rule)
    assert answer.row_id == "phased-step"
    assert "is open" in _sentence(program)


@pytest.mark.parametrize("show", ["sets", "weights", "rule"])
def test_all_is_idle_once_the_answer_is_whole(program, qtbot, show: str) -> None:
    _show(program, show=show)
    qtbot.waitUntil(lambda: _findings(program).answer is not None)
    qtbot.waitUntil(lambda: not _active_timers(program))
    found = _findings(program)
    assert show != "sets" or _is_done(found)
    for _ in range(20):
        QCoreApplication.sendPostedEvents()
    assert not _active_timers(program)
    assert _findings(program) is found


def test_another_picture_ends_the_study(program, qtbot) -> None:
    _show(program)
    program.window.desk.pictures.choose_lower_view("map")
    assert _findings(program) == Findings()
    qtbot.waitUntil(lambda: not _active_timers(program))
