"""The lesson session: leads a class through a lesson, in the window and before the room."""

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.classroom.lesson.answer import moved_sentence
from explorer.classroom.lesson.progress import (
    HIDING,
    asking_step,
    gone_to,
    next_reveal,
    scene_at,
    with_hands,
    with_new_class,
)
from explorer.classroom.lesson.step_view import (
    StepView,
    before_scenario,
    hidden_answer,
    question_lines,
    step_view,
)
from explorer.figures.spread import Hands
from explorer.model.classroom import Classroom, Round
from explorer.model.errors import ScenarioError
from explorer.model.lesson import Lesson
from explorer.model.scene import Scene
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.classroom.lesson.claim_watch import ClaimWatch
from explorer.ui.classroom.lesson.lesson_clock import LessonClock
from explorer.ui.classroom.scene_player import ScenePlayer
from explorer.ui.live.live_pictures import BOARD
from explorer.ui.present.presentation import Presentation
from explorer.ui.present.stage_words import StageWords
from explorer.ui.window.desk import Desk

FINDING = (*HIDING, "try")
"""The kinds of steps in which the window does not say what would open a zone."""


class LessonSession(QObject):
    """Goes from step to step, counts hands, and keeps both windows from telling too early.

    Going to a step is one step of undo; so is each count of hands.

    Signals
    -------
    shown(object)
        The present :class:`~explorer.classroom.lesson.step_view.StepView`; None without a lesson.
    leaving()
        The step is about to be left: whatever is typed has to be counted now.
    reached(str)
        The goal of the step has just been reached.
    moved(str)
        What moved the answer, in one sentence.
    room_changed(bool)
        A presentation has begun, or ended.
    """

    shown = Signal(object)
    leaving = Signal()
    reached = Signal(str)
    moved = Signal(str)
    room_changed = Signal(bool)

    def __init__(self, desk: Desk, player: ScenePlayer, presentation: Presentation) -> None:
        """Teach what the desk's document holds.

        Parameters
        ----------
        player
            Shows the scenes of the steps.
        presentation
            What the room sees.
        """
        super().__init__()
        self._desk = desk
        self._player = player
        self._presentation = presentation
        self.clock = LessonClock(self)
        self.claims = ClaimWatch(self)
        self.claims.found.connect(self._show)
        self.view: StepView | None = None
        self.shows_spread = False
        self._is_reached = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._find_mover)
        self.clock.ticked.connect(self._on_tick)
        presentation.changed.connect(self._on_presenting)
        presentation.steppers.append(self._on_stepped)
        desk.session.document_opened.connect(self._on_opened)
        desk.store.subscribe(self._on_state)

    @property
    def classroom(self) -> Classroom:
        """What the document holds for teaching."""
        return self._desk.store.state.classroom

    @property
    def is_before_room(self) -> bool:
        """Whether a room is looking."""
        return self._presentation.is_on

    @property
    def is_on(self) -> bool:
        """Whether a step of a lesson is taught now."""
        return self.classroom.present_step is not None

    def open(self, lesson: Lesson, step: int = 0) -> bool:
        """Begin a lesson as a document of its own; return whether it is open.

        ``step``: The place of the step to begin with, from 0.
        """
        return self._desk.session.open_lesson(lesson, step)

    def step_on(self) -> None:
        """Go to the next step; at a reveal before a room, first show what the class expected."""
        view = self.view
        if view is None:
            self._resume()
        elif self._may_show_spread(view) and not self.shows_spread:
            self.show_spread(is_on=True)
        elif not view.is_last:
            self.go_to(view.place + 1)

    def step_back(self) -> None:
        """Go to the step before, or from the spread back to the picture."""
        view = self.view
        if view is None:
            self._resume()
        elif self.shows_spread:
            self.show_spread(is_on=False)
        elif view.place:
            self.go_to(view.place - 1)

    def reveal(self) -> None:
        """Go to where the present question is answered; without such a step, do nothing."""
        place = next_reveal(self.classroom)
        if place is not None and place != self.classroom.step:
            self.go_to(place)

    def go_to(self, place: int) -> None:
        """Go to a step by its place from 0; what is typed is counted first."""
        if self.is_on:
            self.leaving.emit()
        classroom = gone_to(self.classroom, place, self.clock.seconds)
        self._move_to(classroom, tr("go to step {n}", n=(classroom.step or 0) + 1))

    def count(self, of_round: Round, hands: Hands, is_whole: bool = False) -> None:
        """Keep how a class predicted at the present question.

        ``is_whole``: Whether it is a step of undo of its own, and not one with the count before.
        """
        asked = asking_step(self.classroom)
        if asked is not None:
            classroom = with_hands(self.classroom, of_round, hands)
            key = None if is_whole else f"hands {asked.id} {of_round}"
            self._desk.store.teach(classroom, tr("count hands"), key)

    def begin_class(self) -> None:
        """Begin the lesson afresh with another class, beside those before."""
        if self.is_on:
            self.leaving.emit()
        classroom = with_new_class(self.classroom, self._desk.today().isoformat())
        self._move_to(classroom, tr("begin a new class"))

    def end(self) -> None:
        """Teach no more; the lesson and its classes stay in the document."""
        if self.is_on:
            self.leaving.emit()
            self._desk.store.teach(self.classroom.having(step=None), tr("end the lesson"))

    def on_screen(self) -> Scene:
        """Return what is on screen now as a scene."""
        return self._player.captured()

    def peek(self) -> str:
        """Return the hidden answer for the instructor's eyes; "" without one."""
        try:
            return hidden_answer(self.classroom, self._desk.store.state.scenario.case)
        except ScenarioError as error:
            return str(error)

    def show_spread(self, *, is_on: bool) -> None:
        """Show the room how the class was divided, or the picture."""
        self.shows_spread = is_on
        self._speak()
        self._show()

    def _resume(self) -> None:
        """Go on where the class had come to, or begin."""
        lesson, record = self.classroom.lesson, self.classroom.present_class
        if lesson is not None:
            ids = [step.id for step in lesson.steps]
            far = "" if record is None else record.farthest
            self.go_to(ids.index(far) if far in ids else 0)

    def _move_to(self, classroom: Classroom, name: str) -> None:
        store, lesson = self._desk.store, classroom.lesson
        scene = None
        if lesson is not None and classroom.step is not None:
            scene = scene_at(lesson, classroom.step)
        if scene is None:
            store.teach(classroom, name)
            return
        if scene.view not in ("", BOARD):
            self._desk.workbench.whole_wanted.emit()
        try:
            self._player.play(scene, classroom, name)
        except ScenarioError:
            # The step itself says what the case does not know.
            store.teach(classroom, name)

    def _on_opened(self) -> None:
        self._begin_step()

    def _on_state(self, old: State, new: State) -> None:
        was, now = old.classroom, new.classroom
        if _place(was) != _place(now):
            self._begin_step()
        elif was != now or old.scenario != new.scenario or old.result is not new.result:
            self._show()

    def _begin_step(self) -> None:
        """Begin a step that is new on screen: clock, locks, words before the room."""
        step = self.classroom.present_step
        self.shows_spread = self._is_reached = False
        if step is None:
            self.clock.stop()
        else:
            self.clock.begin(step.minutes)
        is_locked = step is not None and step.locks
        self._desk.locks.hold(frozenset(step.free) if step is not None and is_locked else None)
        is_finding = step is not None and step.kind in FINDING
        self._desk.workbench.summary.keep_openings(are_kept=is_finding)
        self._show()
        self._speak()
        if step is not None and step.kind == "reveal":
            self._later.start()

    def _show(self) -> None:
        """Work out the present step and tell it."""
        state = self._desk.store.state
        self.view = view = step_view(self.classroom, state.scenario)
        lesson = self.classroom.lesson
        if view is not None and lesson is not None:
            self.claims.follow(lesson, state.scenario.case)
        self.shown.emit(view)
        is_reached = view is not None and view.goal is not None and view.goal.is_reached
        if is_reached and not self._is_reached and state.gesture_start is None:
            self._is_reached = True
            self.reached.emit(tr("The goal is reached."))
            self._speak()

    def _speak(self) -> None:
        """Say before the room what the step wants said there."""
        view = self.view
        if view is None:
            self._presentation.show_stage_words(None)
            return
        self._presentation.show_stage_words(stage_words(self, view))

    def _on_stepped(self, step: int) -> bool:
        """Go on or back by a key of the presentation; return whether a lesson is taught."""
        if not self.is_on:
            return False
        self.step_on() if step > 0 else self.step_back()
        return True

    def _on_tick(self, words: str) -> None:
        if self._presentation.is_on and self.view is not None and self.view.step.kind == "discuss":
            self._speak()

    def _on_presenting(self, is_on: bool) -> None:
        self._speak()
        self.room_changed.emit(is_on)

    def _may_show_spread(self, view: StepView) -> bool:
        question = view.question
        return (
            self._presentation.is_on
            and view.step.kind == "reveal"
            and question is not None
            and any(question.hands)
        )

    def _find_mover(self) -> None:
        case = self._desk.store.state.scenario.case
        asked = asking_step(self.classroom)
        try:
            before = before_scenario(self.classroom, case)
            if asked is None or asked.prediction is None or before is None:
                return
            self.moved.emit(moved_sentence(asked.prediction, before))
        except ScenarioError:
            return


def _place(classroom: Classroom) -> tuple[int, int | None, str]:
    """Return which class is at which step."""
    step = classroom.present_step
    return classroom.at_class, classroom.step, "" if step is None else step.id


def stage_words(session: LessonSession, view: StepView) -> StageWords:
    """Return what the room sees and reads at a step."""
    step, question = view.step, view.question
    scene = scene_at(view.lesson, view.place)
    caption = "" if scene is None else scene.caption
    if question is not None and step.kind in HIDING:
        return StageWords(
            question=question.prediction.question,
            caption=caption if step.kind == "predict" else step.text,
            hides_answer=scene is not None and scene.hides_answer,
            clock=session.clock.words if step.kind == "discuss" else "",
        )
    if question is not None and session.shows_spread:
        return StageWords(
            headline=question.prediction.question,
            caption=question.spread.sentence,
            figure=question.spread,
        )
    if step.kind == "reveal":
        said = "" if question is None or question.answer is None else question.answer.sentence
        return StageWords(headline=step.title, caption=said or caption)
    if step.goal is not None:
        reached = view.goal is not None and view.goal.is_reached
        told = tr("The goal is reached.") if reached else caption
        return StageWords(headline=step.goal.text, caption=told)
    if step.questions:
        lines = "\n".join(question_lines(step.questions))
        return StageWords(question=lines, caption=step.title, is_calm=True)
    return StageWords(caption=caption)
