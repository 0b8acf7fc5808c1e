"""Questions made in the lesson editor: numbers and brackets, each taught at once."""

import pytest

from explorer.classroom.lesson.asked_number import ASKED_MEASURES
from explorer.model.classroom import Classroom
from explorer.model.lesson import Measure, Prediction
from explorer.ui.app.app import Program
from explorer.ui.classroom.lesson.hand_counts import BracketCounts, NumberCounts
from explorer.ui.classroom.lesson.step_form import StepForm
from explorer.ui.widgets.drop_down import DropDown
from tests.ui.window.conftest import settle


@pytest.fixture
def form(program: Program) -> StepForm:
    """Return the form of a lesson's first step, which asks what becomes of a row."""
    seen = program.window.commands.scenes.player.captured()
    scenes = (seen.having(name="One"), seen.having(name="Two"))
    program.store.teach(Classroom(scenes=scenes), "scenes")
    program.window.commands.lessons.make_lesson()
    found = program.window.commands.lessons.editor.form
    choose(found.kind, "predict")
    return found


def choose(field: DropDown, value: str) -> None:
    place = field.findData(value)
    field.setCurrentIndex(place)
    field.activated.emit(place)


def asked(program: Program) -> Prediction:
    lesson = program.store.state.classroom.lesson
    assert lesson is not None
    assert lesson.steps[0].prediction is not None
    return lesson.steps[0].prediction


def counts(program: Program) -> object:
    lessons = program.window.commands.lessons
    lessons.session.go_to(0)
    settle(program)
    assert lessons.dock.panel is not None
    assert lessons.dock.panel.predict is not None
    return lessons.dock.panel.predict.counts


def test_brackets_of_a_row_are_asked_for_and_taught(program: Program, form: StepForm) -> None:
    row = program.store.state.scenario.case.rows[3].id
    choose(form.asked_kind, "brackets")
    choose(form.row, row)
    form.scale.high.setValue(50)
    assert (asked(program).kind, asked(program).row, asked(program).high) == ("brackets", row, 50)
    assert form.measure.isHidden()
    taught = counts(program)
    assert isinstance(taught, BracketCounts)
    assert taught.lane is not None
    assert taught.lane.limit.maximum() == 50


@pytest.mark.parametrize("measure", ASKED_MEASURES)
def test_a_number_is_asked_for_and_taught(program: Program, form: StepForm, measure: str) -> None:
    choose(form.asked_kind, "value")
    choose(form.measure, measure)
    made = asked(program).measure
    assert made is not None
    assert made.kind == measure
    assert form.row.isHidden() == (measure == "zone_packages")
    assert isinstance(counts(program), NumberCounts)


def test_a_scale_never_ends_before_it_begins(program: Program, form: StepForm) -> None:
    choose(form.asked_kind, "value")
    form.scale.low.setValue(900)
    assert (asked(program).low, asked(program).high) == (900, 901)
    form.scale.high.setValue(20)
    assert (asked(program).low, asked(program).high) == (19, 20)
    form.scale.unit.setText("steps")
    form.scale.unit.textEdited.emit("steps")
    assert asked(program).unit == "steps"
    program.store.undo()
    assert asked(program).kind != "row"


def test_what_a_lesson_file_asks_beyond_the_form_stays_as_it_is(
    program: Program, form: StepForm
) -> None:
    lesson = program.store.state.classroom.lesson
    assert lesson is not None
    beyond = asked(program).having(kind="value", measure=Measure(kind="sender_waiting"), low=1.5)
    steps = (lesson.steps[0].having(prediction=beyond), *lesson.steps[1:])
    made = lesson.having(steps=steps)
    program.store.teach(program.store.state.classroom.having(lesson=made), "open")
    for field in (form.asked_kind, form.measure, form.row, form.scale):
        assert field.isHidden()
    form.question.setText("Which?")
    form.question.textEdited.emit("Which?")
    assert asked(program) == beyond.having(question="Which?")
