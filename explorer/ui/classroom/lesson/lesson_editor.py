"""The lesson editor: a list of steps beside the form of the chosen one."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from explorer.classroom.lesson.lesson_making import (
    with_moved_step,
    with_new_step,
    with_step,
    without_step,
)
from explorer.classroom.lesson.step_words import kind_words
from explorer.model.lesson import Lesson, Step
from explorer.model.wording import tr, tr_n
from explorer.store.state import State
from explorer.ui.classroom.lesson.lesson_session import LessonSession
from explorer.ui.classroom.lesson.step_form import StepForm
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.wrapping_row import WrappingRow
from explorer.ui.window.desk import Desk
from explorer.ui.window.side_window import SideWindow

LIST_WIDTH = 17
"""How wide the list of steps is, in heights of a line."""


class LessonEditor(SideWindow):
    """Changes the lesson of the document, step by step."""

    def __init__(self, parent: QWidget, desk: Desk, session: LessonSession) -> None:
        """Edit the lesson of a desk's document, which ``session`` may teach meanwhile."""
        super().__init__(parent)
        self.setWindowTitle(tr("Edit lesson"))
        self._desk = desk
        self._session = session
        self.steps = QListWidget()
        self.steps.setAccessibleName(tr("Steps"))
        self.form = StepForm(self.page)
        self.add_button = QPushButton(tr("Add"))
        self.delete_button = QPushButton(tr("Delete"))
        self.up_button = QPushButton(tr("Up"))
        self.down_button = QPushButton(tr("Down"))
        self.scene_button = QPushButton(tr("Use what is on screen"))
        self.scene_button.setToolTip(tr("Keep settings and pictures as this step’s scene"))
        self._told = Label()
        self._arrange()
        self._connect()
        desk.store.subscribe(self._on_state)

    def show_lesson(self) -> None:
        """Show the lesson of the document, at the step that is taught."""
        classroom = self._desk.store.state.classroom
        self._fill(0 if classroom.step is None else classroom.step)

    @property
    def place(self) -> int:
        """The place of the step that is edited."""
        return max(self.steps.currentRow(), 0)

    def _arrange(self) -> None:
        em = self.fontMetrics().height()
        buttons = WrappingRow(self.page)
        for button in (self.add_button, self.delete_button, self.up_button, self.down_button):
            button.setAutoDefault(False)
            buttons.row.addWidget(button)
        left = QVBoxLayout()
        left.addWidget(self._told)
        left.addWidget(self.steps, 1)
        left.addWidget(buttons)
        self.steps.setMinimumWidth(LIST_WIDTH * em)
        self.scene_button.setAutoDefault(False)
        right = QVBoxLayout()
        right.addWidget(self.form)
        right.addWidget(self.scene_button, 0, Qt.AlignmentFlag.AlignLeading)
        right.addStretch(1)
        whole = QHBoxLayout(self.page)
        whole.addLayout(left)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self.steps.currentRowChanged.connect(self._show_step)
        self.form.edited.connect(self._edit)
        self.add_button.clicked.connect(self._add)
        self.delete_button.clicked.connect(self._delete)
        self.up_button.clicked.connect(self._move_up)
        self.down_button.clicked.connect(self._move_down)
        self.scene_button.clicked.connect(self._take_scene)

    def _lesson(self) -> Lesson | None:
        return self._desk.store.state.classroom.lesson

    def _fill(self, place: int) -> None:
        """List the steps of the lesson, and show one."""
        lesson = self._lesson()
        blocker = QSignalBlocker(self.steps)
        words = [] if lesson is None else [_line(n, each) for n, each in enumerate(lesson.steps, 1)]
        if [self.steps.item(row).text() for row in range(self.steps.count())] != words:
            self.steps.clear()
            self.steps.addItems(words)
        self.steps.setCurrentRow(min(max(place, 0), len(words) - 1))
        blocker.unblock()
        minutes = 0.0 if lesson is None else lesson.minutes
        self._told.setText(
            tr_n(
                "{n} step, {minutes:g} minutes",
                "{n} steps, {minutes:g} minutes",
                len(words),
                minutes=minutes,
            )
        )
        self._show_step(self.steps.currentRow())

    def _show_step(self, place: int) -> None:
        lesson = self._lesson()
        has_step = lesson is not None and 0 <= place < len(lesson.steps)
        self.form.setEnabled(has_step)
        if lesson is None or not has_step:
            return
        self.form.show_step(lesson, place, self._desk.store.state.scenario.case)
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(place < len(lesson.steps) - 1)
        self.delete_button.setEnabled(len(lesson.steps) > 1)

    def _edit(self, step: Step, what: str) -> None:
        lesson = self._lesson()
        if lesson is not None:
            name = tr("edit step {n}", n=self.place + 1)
            self._change(with_step(lesson, self.place, step), name, f"edit {step.id} {what}")

    def _change(self, lesson: Lesson, name: str, join_key: str | None = None) -> None:
        """Take another lesson; the class stays at its step, wherever that stands now."""
        classroom = self._desk.store.state.classroom
        taught = classroom.present_step
        ids = [step.id for step in lesson.steps]
        place = classroom.step
        if taught is not None and place is not None:
            place = ids.index(taught.id) if taught.id in ids else min(place, len(ids) - 1)
        self._desk.store.teach(classroom.having(lesson=lesson, step=place), name, join_key)

    def _add(self) -> None:
        lesson, place = self._lesson(), self.place
        if lesson is not None:
            self._change(with_new_step(lesson, place), tr("add a step"))
            self._fill(place + 1)
            self.form.focus_title()

    def _delete(self) -> None:
        lesson, place = self._lesson(), self.place
        if lesson is not None:
            self._change(without_step(lesson, place), tr("delete step {n}", n=place + 1))
            self._fill(place)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        lesson, place = self._lesson(), self.place
        if lesson is not None:
            self._change(with_moved_step(lesson, place, by), tr("move step {n}", n=place + 1))
            self._fill(place + by)

    def _take_scene(self) -> None:
        lesson = self._lesson()
        if lesson is not None:
            step = lesson.steps[self.place]
            seen = self._session.on_screen()
            kept = {} if step.scene is None else {"caption": step.scene.caption}
            self._edit(step.having(scene=seen.having(**kept)), "scene")

    def _on_state(self, old: State, new: State) -> None:
        if self.isVisible() and old.classroom.lesson != new.classroom.lesson:
            self._fill(self.place)


def _line(number: int, step: Step) -> str:
    return tr("{n}. {kind}: {title}", n=number, kind=kind_words(step), title=step.title)
