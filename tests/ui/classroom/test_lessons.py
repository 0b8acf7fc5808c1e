"""Every bundled lesson, played to its end in the real window by keyboard alone."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.classroom.lesson.answer import computed_answer
from explorer.classroom.lesson.goal import goal_state
from explorer.classroom.lesson.progress import asking_step, present_hands
from explorer.classroom.lesson.step_view import before_scenario
from explorer.files.lesson_file import bundled_lesson, bundled_lesson_ids
from explorer.model.classroom import Classroom
from explorer.model.scenario import Scenario, control_range
from explorer.ui.app.app import Program
from explorer.ui.classroom.lesson.hand_counts import AnswerCounts, BracketCounts, NumberCounts
from explorer.ui.classroom.lesson.lesson_panel import LessonPanel
from explorer.ui.classroom.lesson.lesson_session import LessonSession
from explorer.ui.controls.factor_control import FactorControl
from explorer.ui.pictures.spread.spread_plot import SpreadPlot
from tests.ui.window.conftest import Answers, settle

Key = Qt.Key


@pytest.fixture
def calm(program: Program) -> Program:
    """Return a program in which nothing moves by itself."""
    program.settings.change(reduce_motion=True)
    return program


def session(program: Program) -> LessonSession:
    return program.window.commands.lessons.session


def panel(program: Program) -> LessonPanel:
    found = program.window.commands.lessons.dock.panel
    assert found is not None
    return found


def classroom(program: Program) -> Classroom:
    return program.store.state.classroom


def open_lesson(program: Program, lesson_id: str) -> None:
    """Choose a lesson in the menu."""
    menu = program.window.menus.submenus["lessons"]
    menu.aboutToShow.emit()
    program.window.commands.lessons.open_bundled(lesson_id)
    settle(program)
    assert lesson_id in [action.data() for action in menu.actions()]


def press(qtbot: QtBot, program: Program, key: Qt.Key) -> None:
    """Press a key where the panel has the keyboard."""
    qtbot.keyClick(program.window.focusWidget() or panel(program), key)
    settle(program)


def shown_words(window: QWidget) -> str:
    """Return everything that is to be read in a window, seen or heard."""
    parts = [part for part in (window, *window.findChildren(QWidget)) if part.isVisible()]
    said = [part.text() for part in parts if isinstance(part, QLabel)]
    return "\n".join([*said, *(part.accessibleDescription() for part in parts)])


def type_hands(qtbot: QtBot, program: Program) -> None:
    """Count hands by typing in the fields of the panel."""
    part = panel(program).predict
    assert part is not None
    counts = part.counts
    counts.first_field().setFocus()
    if isinstance(counts, AnswerCounts):
        for place, box in enumerate(counts._boxes.values()):
            box.selectAll()
            qtbot.keyClicks(box, str(place + 2))
            qtbot.keyClick(box, Key.Key_Return)
    elif isinstance(counts, BracketCounts):
        low, high = counts._scale
        for box, typed in zip((*counts._boxes, counts._many), (low, high, 9), strict=True):
            box.selectAll()
            qtbot.keyClicks(box, str(round(typed)))
            qtbot.keyClick(box, Key.Key_Return)
    else:
        assert isinstance(counts, NumberCounts)
        low, high = counts._scale
        qtbot.keyClicks(counts.first_field(), f"{low:g} {high:g} {high:g}")
        qtbot.keyClick(counts.first_field(), Key.Key_Return)
    settle(program)


def check_nothing_is_told(program: Program) -> None:
    """Assert that neither window tells what the class is to predict."""
    case = program.store.state.scenario.case
    before = before_scenario(classroom(program), case)
    asked = asking_step(classroom(program))
    assert before is not None
    assert asked is not None
    assert asked.prediction is not None
    answer = computed_answer(asked.prediction, before)
    presentation = program.window.commands.levels.presentation
    assert presentation.window is not None
    assert program.window.desk.workbench.summary.openings is None
    for window in (program.window, presentation.window):
        words = shown_words(window)
        assert "omputed" not in words
        if not asked.prediction.answers:
            assert answer.sentence not in words
    for plot in program.window.findChildren(SpreadPlot):
        assert not plot.isVisible()
    after = asked.prediction.settings.scenario(case)
    is_about_rows = asked.prediction.kind != "value" and not asked.prediction.answers
    if program.store.state.scenario.values == after.values and is_about_rows:
        assert presentation.is_answer_hidden
        assert program.window.desk.workbench.is_answer_hidden


def values_of(start: Scenario, control_id: str) -> tuple[float, ...]:
    span = control_range(start.case, start.case.control(control_id))
    return tuple(map(float, range(round(span.minimum), round(span.maximum) + 1)))


def solutions(program: Program) -> Iterator[dict[str, float]]:
    """Find settings of the free controls that reach the goal of the step."""
    step, start = classroom(program).present_step, program.store.state.scenario
    assert step is not None
    assert step.goal is not None
    free = step.free or tuple(control.id for control in start.case.controls)
    for size in (1, 2):
        for wanted in _moves(start, free, size):
            if goal_state(step.goal, start, start.with_values(wanted)).is_reached:
                yield wanted


def _moves(start: Scenario, free: tuple[str, ...], size: int) -> Iterator[dict[str, float]]:
    spans = {each: values_of(start, each) for each in free}
    if size == 1:
        yield from ({each: value} for each in free for value in reversed(spans[each]))
        return
    for first, second in product(free, free):
        if first < second:
            for pair in product(few(spans[first]), few(spans[second])):
                yield dict(zip((first, second), pair, strict=True))


def few(values: tuple[float, ...]) -> tuple[float, ...]:
    return values if len(values) < 12 else values[::10]


def reach_goal(qtbot: QtBot, program: Program) -> None:
    """Move free controls by their keys until the goal is reached."""
    found = next(solutions(program), None)
    assert found is not None
    bench = program.window.desk.workbench
    for control_id, value in found.items():
        bench.focus_control(control_id)
        control = bench.panels()[0].control(control_id)
        if isinstance(control, FactorControl):
            qtbot.keyClick(control.slider, Key.Key_Home)
            for _ in range(200):
                if program.store.state.scenario.value(control_id) == value:
                    break
                qtbot.keyClick(control.slider, Key.Key_Right)
        else:
            qtbot.keyClick(QApplication.focusWidget() or control, Key.Key_Space)
        settle(program)
    assert {each: program.store.state.scenario.value(each) for each in found} == found


@pytest.mark.parametrize("lesson_id", bundled_lesson_ids())
def test_a_lesson_is_played_to_its_end_by_keyboard(
    calm: Program, qtbot: QtBot, tmp_path: Path, answers: Answers, lesson_id: str
) -> None:
    program = calm
    open_lesson(program, lesson_id)
    lesson = bundled_lesson(lesson_id)
    program.window.commands.levels.presentation.begin("board")
    program.window.activateWindow()
    program.window.setFocus()
    panel(program).focus_first()
    counted: dict[str, tuple[bool, bool]] = {}
    for place, step in enumerate(lesson.steps):
        assert classroom(program).step == place
        assert step.title in shown_words(panel(program))
        assert panel(program).warning.isHidden(), panel(program).warning.text()
        if step.kind in ("predict", "discuss"):
            check_nothing_is_told(program)
            type_hands(qtbot, program)
            check_nothing_is_told(program)
        if step.kind == "reveal":
            assert panel(program).reveal.answer.text()
            asked = asking_step(classroom(program))
            assert asked is not None
            hands = present_hands(classroom(program))
            counted[asked.id] = (bool(hands[0]), bool(hands[1]))
            assert hands[0]
            assert panel(program).reveal.plot.isVisible()
            panel(program).setFocus()
            press(qtbot, program, Key.Key_PageDown)
            stage = program.window.commands.levels.presentation.window
            assert stage is not None
            assert isinstance(stage.plot, SpreadPlot)
        if step.kind == "try":
            reach_goal(qtbot, program)
            assert panel(program).goal.state.text() == "The goal is reached."
            assert "The goal is reached." in shown_words(program.window)
        panel(program).setFocus()
        if place < len(lesson.steps) - 1:
            press(qtbot, program, Key.Key_PageDown)
    record = classroom(program).present_class
    assert record is not None
    assert record.farthest == lesson.steps[-1].id
    asked_steps = [step.id for step in lesson.steps if step.prediction is not None]
    assert list(dict.fromkeys(each.step for each in record.counts)) == asked_steps
    answers.to_save = tmp_path / "class.dealzone"
    assert program.window.desk.session.save()
    program.window.desk.session.new()
    assert classroom(program) == Classroom()
    assert program.window.desk.session.open_path(answers.to_save)
    settle(program)
    assert classroom(program).present_class == record
    assert classroom(program).lesson == lesson
    assert classroom(program).step == len(lesson.steps) - 1
