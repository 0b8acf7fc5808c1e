"""Lessons in the window: counts, polls, undo, classes, editing; nothing is lost, nothing asked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from explorer.classroom.lesson.progress import present_hands
from explorer.files.lesson_file import bundled_lesson, lesson_text, read_lesson
from explorer.model.classroom import Classroom
from explorer.model.lesson import Step
from explorer.model.scene import Scene, Settings
from explorer.ui.app.app import Program
from explorer.ui.classroom.lesson.hand_counts import AnswerCounts
from explorer.ui.classroom.lesson.lesson_panel import LessonPanel
from explorer.ui.classroom.lesson.lesson_session import LessonSession
from explorer.ui.classroom.lesson.typed_numbers import told_hands, typed_hands
from explorer.ui.commands.lessons import LessonCommands
from tests.ui.window.conftest import Answers, OpenProgram, settle

LESSON = bundled_lesson("who-closed-the-zone")


@pytest.fixture
def taught(program: Program) -> Program:
    """Return a program in the first bundled lesson, at its first step."""
    program.settings.change(reduce_motion=True)
    commands(program).open_bundled(LESSON.id)
    settle(program)
    return program


def commands(program: Program) -> LessonCommands:
    return program.window.commands.lessons


def session(program: Program) -> LessonSession:
    return commands(program).session


def panel(program: Program) -> LessonPanel:
    found = commands(program).dock.panel
    assert found is not None
    return found


def classroom(program: Program) -> Classroom:
    return program.store.state.classroom


def go_to(program: Program, place: int) -> None:
    session(program).go_to(place)
    settle(program)


def boxes(program: Program) -> AnswerCounts:
    part = panel(program).predict
    assert part is not None
    assert isinstance(part.counts, AnswerCounts)
    return part.counts


def test_looking_through_a_lesson_asks_for_nothing_and_counting_does(
    taught: Program, answers: Answers
) -> None:
    assert taught.window.desk.session.name == LESSON.title
    for place in range(len(LESSON.steps)):
        go_to(taught, place)
    assert not taught.window.desk.session.has_changes
    session(taught).go_to(1)
    session(taught).count(1, (("phased-step", 4),))
    assert taught.window.desk.session.has_changes
    taught.window.desk.session.new()
    assert answers.asked == 1


def test_going_to_a_step_and_counting_are_one_step_of_undo_each(taught: Program) -> None:
    go_to(taught, 1)
    boxes(taught)._boxes["phased-step"].setValue(7)
    go_to(taught, 2)
    store = taught.store
    assert present_hands(classroom(taught))[0] == (("phased-step", 7),)
    store.undo()
    assert classroom(taught).step == 1
    store.undo()
    settle(taught)
    assert present_hands(classroom(taught))[0] == ()
    assert boxes(taught).hands() == ()
    store.redo()
    settle(taught)
    assert boxes(taught).hands() == (("phased-step", 7),)
    assert store.state.scenario.name == "Hanoi 2019"


def test_keys_of_the_panel_go_on_and_back(taught: Program, qtbot: QtBot) -> None:
    taught.window.activateWindow()
    panel(taught).setFocus()
    qtbot.waitUntil(lambda: taught.window.isActiveWindow())
    qtbot.keyClick(panel(taught), Qt.Key.Key_PageDown)
    assert classroom(taught).step == 1
    qtbot.keyClick(boxes(taught).first_field(), Qt.Key.Key_PageDown)
    assert classroom(taught).step == 2
    qtbot.keyClick(panel(taught), Qt.Key.Key_PageUp)
    assert classroom(taught).step == 1
    qtbot.keyClick(panel(taught), Qt.Key.Key_Space)
    assert classroom(taught).step == 2
    qtbot.mouseClick(panel(taught).reveal_button, Qt.MouseButton.LeftButton)
    assert classroom(taught).step == 3


def test_the_instructor_may_peek_and_the_room_may_not(taught: Program) -> None:
    taught.window.commands.levels.presentation.begin("board")
    go_to(taught, 1)
    part = panel(taught).predict
    assert part is not None
    assert part.answer.isHidden()
    part.peek_button.click()
    assert part.answer.text() == "What closes: phased step one, cap and freeze."
    stage = taught.window.commands.levels.presentation.window
    assert stage is not None
    assert "What closes" not in stage.headline.text() + stage.caption.text() + stage.calm.text()
    part.peek_button.click()
    assert part.answer.isHidden()


def test_a_pasted_poll_is_counted_and_what_is_not_understood_is_told(taught: Program) -> None:
    go_to(taught, 1)
    text = "Student,Answer\n1,Phased step one\n2,cap and freeze\n3,perhaps\n"
    QGuiApplication.clipboard().setText(text)
    panel(taught).poll_wanted.emit(False)
    settle(taught)
    assert dict(present_hands(classroom(taught))[0]) == {"phased-step": 1, "cap-and-freeze": 1}
    assert boxes(taught).hands() == present_hands(classroom(taught))[0]
    told = taught.window.desk.workbench.message_bar.text()
    assert told.startswith("2 hands are counted.")
    assert "perhaps" in told


def test_a_poll_file_is_counted_in_the_round_at_hand(
    taught: Program, answers: Answers, tmp_path: Path
) -> None:
    go_to(taught, 2)
    answers.to_open = tmp_path / "poll.csv"
    answers.to_open.write_text("answer;count\nPhased step one;12\nICBM freeze;3\n")
    panel(taught).poll_wanted.emit(True)
    assert present_hands(classroom(taught)) == (
        (),
        (("icbm-freeze", 3), ("phased-step", 12)),
    )
    answers.to_open = tmp_path / "nowhere.csv"
    panel(taught).poll_wanted.emit(True)
    assert "nowhere.csv" in answers.errors[-1]
    answers.to_open = None
    panel(taught).poll_wanted.emit(True)
    go_to(taught, 0)
    panel(taught).poll_wanted.emit(False)


def test_a_second_class_begins_beside_the_first_and_both_are_recorded(
    taught: Program, answers: Answers, tmp_path: Path
) -> None:
    go_to(taught, 1)
    session(taught).count(1, (("phased-step", 4), ("icbm-freeze", 1)))
    commands(taught).show_record()
    record = commands(taught).record
    assert "80\N{NO-BREAK SPACE}% of the hands" in record.told.text()
    record.class_button.click()
    assert (classroom(taught).step, classroom(taught).at_class) == (0, 1)
    assert [record.classes.itemText(n) for n in range(record.classes.count())] == [
        "Class 1",
        "Class 2",
    ]
    record.classes.setCurrentIndex(0)
    words = [
        record.grid.item(row, column).text()
        for row in range(record.grid.rowCount())
        for column in range(record.grid.columnCount())
    ]
    assert "Phased step one" in words
    answers.to_export = tmp_path / "record.csv"
    record.export_button.click()
    assert "Phased step one" in answers.to_export.read_text(encoding="utf-8-sig")


def test_a_lesson_that_ended_goes_on_where_the_class_was(taught: Program) -> None:
    go_to(taught, 4)
    session(taught).end()
    assert session(taught).view is None
    assert not panel(taught).isVisible()
    assert not taught.window.desk.locks.is_on
    session(taught).step_on()
    settle(taught)
    assert classroom(taught).step == 4
    assert panel(taught).isVisible()


def test_a_lesson_file_opens_as_a_document_and_is_written_as_it_was(
    program: Program, answers: Answers, tmp_path: Path
) -> None:
    path, copy = tmp_path / "mine.json", tmp_path / "copy.json"
    path.write_text(lesson_text(LESSON), encoding="utf-8")
    assert program.window.desk.session.open_path(path)
    assert program.window.desk.session.path is None
    assert program.window.windowTitle().startswith(LESSON.title)
    answers.to_export = copy
    commands(program).save_lesson()
    assert read_lesson(copy) == LESSON
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "dealzone-lesson", "id": "x"}', encoding="utf-8")
    assert not program.window.desk.session.open_path(broken)
    assert "title" in answers.errors[-1]
    commands(program).open_bundled("nothing")
    assert "There is no lesson" in answers.errors[-1]


def test_a_lesson_of_another_case_is_refused_with_a_reason(
    program: Program, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "other.json"
    other = LESSON.having(case="atlantis")
    path.write_text(lesson_text(other), encoding="utf-8")
    assert not program.window.desk.session.open_path(path)
    assert not session(program).open(other)
    assert [("atlantis" in each) for each in answers.errors] == [True, True]


def test_a_claim_that_holds_no_longer_marks_its_step(taught: Program, qtbot: QtBot) -> None:
    step, claim = next(
        (each, claim) for each in LESSON.steps for claim in each.claims if claim.relation == "="
    )
    false = claim.having(relation="!=")
    steps = tuple(
        each.having(claims=(false,)) if each is step else each.having(claims=())
        for each in LESSON.steps
    )
    watch = session(taught).claims
    taught.store.teach(classroom(taught).having(lesson=LESSON.having(steps=steps)), "edit")
    qtbot.waitUntil(lambda: watch.is_done)
    assert list(watch.broken) == [step.id]
    go_to(taught, LESSON.steps.index(step))
    assert "does not hold" in panel(taught).warning.text()
    assert panel(taught).warning.isVisible()


def test_what_the_case_does_not_know_is_told_and_the_step_goes_on(taught: Program) -> None:
    scene = Scene(settings=Settings(preset="atlantis"))
    steps = (LESSON.steps[0].having(scene=scene), *LESSON.steps[1:])
    taught.store.teach(classroom(taught).having(lesson=LESSON.having(steps=steps)), "edit")
    go_to(taught, 1)
    assert "atlantis" in panel(taught).warning.text()
    assert panel(taught).warning.isVisible()


@pytest.fixture
def edited(program: Program) -> Program:
    """Return a program in which a lesson was made of two scenes, and is edited."""
    seen = program.window.commands.scenes.player.captured()
    shown = (seen.having(name="One"), seen.having(name="Two", caption="Look"))
    program.store.teach(Classroom(scenes=shown), "scenes")
    assert not session(program).is_on
    commands(program).make_lesson()
    return program


def steps_of(program: Program) -> tuple[Step, ...]:
    lesson = classroom(program).lesson
    assert lesson is not None
    assert lesson.minutes == sum(step.minutes for step in lesson.steps)
    return lesson.steps


def titles(program: Program) -> list[str]:
    return [step.title for step in steps_of(program)]


def test_steps_of_a_made_lesson_are_named_moved_added_and_taken_away(edited: Program) -> None:
    editor = commands(edited).editor
    assert titles(edited) == ["One", "Two"]
    editor.form.title.setText("First")
    editor.form.title.textEdited.emit("First")
    editor.down_button.click()
    assert titles(edited) == ["Two", "First"]
    editor.up_button.click()
    editor.add_button.click()
    assert titles(edited) == ["First", "New step", "Two"]
    editor.delete_button.click()
    assert titles(edited) == ["First", "Two"]
    edited.store.undo()
    assert titles(edited) == ["First", "New step", "Two"]
    editor.form.title.textEdited.emit("")
    assert titles(edited) == ["First", "New step", "Two"]


def test_a_step_becomes_a_question_with_words_minutes_and_locks(edited: Program) -> None:
    form, editor = commands(edited).editor.form, commands(edited).editor
    form.kind.setCurrentIndex(form.kind.findData("predict"))
    form.kind.activated.emit(0)
    form.text.setPlainText("word " * 61)
    assert "61 of 60 words" in form.words.text()
    form.notes.setPlainText("Read this.")
    form.minutes.setValue(9)
    form.locks.setChecked(True)
    next(iter(form._free.values())).setChecked(True)
    form.row.setCurrentIndex(2)
    form.row.activated.emit(2)
    form.question.textEdited.emit("")
    editor.scene_button.click()
    first = steps_of(edited)[0]
    assert (first.kind, first.minutes, first.notes) == ("predict", 9, "Read this.")
    assert first.locks
    assert len(first.free) == 1
    assert first.prediction is not None
    assert first.prediction.row == edited.store.state.scenario.case.rows[2].id
    form.asked_kind.setCurrentIndex(form.asked_kind.findData("row"))
    form.asked_kind.activated.emit(1)
    asked = steps_of(edited)[0].prediction
    assert asked is not None
    assert asked.kind == "row"


def test_a_step_becomes_a_debrief_and_is_taught(edited: Program) -> None:
    form = commands(edited).editor.form
    form.kind.setCurrentIndex(form.kind.findData("debrief"))
    form.kind.activated.emit(0)
    form.questions.setPlainText("Why?\n\nHow?")
    assert steps_of(edited)[0].questions == ("Why?", "How?")
    assert steps_of(edited)[0].prediction is None
    session(edited).step_on()
    settle(edited)
    assert panel(edited).title.text() == "One"
    assert panel(edited).questions.text() == "1. Why?\n2. How?"
    commands(edited).editor.down_button.click()
    assert classroom(edited).step == 1


def test_the_start_page_offers_lessons_and_the_command_line_opens_one(
    open_program: OpenProgram,
) -> None:
    program = open_program(level=None)
    page = program.window.start_page
    assert page.has_lessons
    page.lesson_chosen.emit(LESSON.id)
    program.window.show_start_page()
    other = open_program(lesson=LESSON, step=3)
    assert classroom(other).step == 3
    assert classroom(other).lesson == LESSON
    third = open_program(preset="hanoi-2019", level="present")
    assert third.store.state.scenario.name == "Hanoi 2019"
    assert third.window.commands.levels.presentation.is_on


@pytest.mark.parametrize(
    ("text", "hands", "strange"),
    [
        ("3 5 5", (("3", 1), ("5", 2)), ()),
        ("3, 5; 5", (("3", 1), ("5", 2)), ()),
        ("2,5 2.5", (("2.5", 2),), ()),
        ("nan inf 4 99 x", (("4", 1),), ("nan", "inf", "99", "x")),
        ("", (), ()),
    ],
)
def test_called_out_numbers_are_counted_and_others_are_named(
    text: str, hands: tuple[tuple[str, int], ...], strange: tuple[str, ...]
) -> None:
    assert typed_hands(text, (0, 10)) == (hands, strange)
    told = told_hands(hands, strange, (0, 10))
    assert told.endswith("." if strange else told[-1])
    assert (strange[0] in told) if strange else True
