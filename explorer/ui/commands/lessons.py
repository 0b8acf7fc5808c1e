"""The commands of lessons: opened, led through, recorded, made and saved."""

from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from explorer.classroom.lesson.lesson_making import lesson_of_scenes
from explorer.classroom.lesson.step_view import StepView
from explorer.figures.scenario_groups import Offer
from explorer.files.lesson_file import bundled_lesson, bundled_lesson_ids, lesson_text
from explorer.model.errors import ExplorerError
from explorer.model.lesson import Lesson
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.classroom.lesson.lesson_dock import LessonDock
from explorer.ui.classroom.lesson.lesson_editor import LessonEditor
from explorer.ui.classroom.lesson.lesson_session import LessonSession
from explorer.ui.classroom.lesson.poll_source import PollSource
from explorer.ui.classroom.lesson.record_window import RecordWindow
from explorer.ui.commands.command import Command, Submenu
from explorer.ui.commands.scenes import SceneCommands
from explorer.ui.commands.written_files import WrittenFiles
from explorer.ui.present.presentation import Presentation
from explorer.ui.window.desk import Desk
from explorer.ui.window.dialogs import Dialogs
from explorer.ui.window.message_bar import Message

GOAL = "goal"
"""The topic of what is said of a goal above the pictures."""


class LessonCommands(QObject):
    """What opens lessons, goes through their steps, and keeps what classes did."""

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        *,
        scenes: SceneCommands,
        presentation: Presentation,
        dialogs: Dialogs,
        written: WrittenFiles,
    ) -> None:
        """Serve a window.

        Parameters
        ----------
        scenes, presentation
            Show the scenes of steps, in the window and before a room.
        dialogs
            Ask for files.
        written
            Tells of files that were written.
        """
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._written = written
        self._dialogs = dialogs
        self.session = LessonSession(desk, scenes.player, presentation)
        self._presenting = scenes.presenting
        self.session.reached.connect(self._tell_reached)
        self.session.shown.connect(self._fill_console)
        self.polls = PollSource(desk, self.session, dialogs)
        self.dock = LessonDock(window, desk.workbench, self.session)
        self.dock.poll_wanted.connect(self.polls.fetch)

    @cached_property
    def record(self) -> RecordWindow:
        """The class record, made when first wanted."""
        made = RecordWindow(self._window, self._desk)
        made.export_requested.connect(self._export_record)
        made.class_wanted.connect(self.session.begin_class)
        return made

    @cached_property
    def editor(self) -> LessonEditor:
        """The window in which steps are edited, made when first wanted."""
        return LessonEditor(self._window, self._desk, self.session)

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        return (*self._step_table(), *self._file_table(), *self._class_table())

    def submenus(self) -> tuple[Submenu, ...]:
        """Return the menu of the lessons that come with the program."""
        return (Submenu("lessons", tr("&Open lesson"), self.open_bundled, may_ask=True),)

    def open_bundled(self, lesson_id: str) -> None:
        """Open a lesson that comes with the program."""
        try:
            lesson = bundled_lesson(lesson_id)
        except ExplorerError as error:
            self._dialogs.tell_error(tr("Not opened"), str(error))
            return
        self.open(lesson)

    def open(self, lesson: Lesson, step: int = 0) -> None:
        """Open a lesson at a step, by its place from 0, and give its panel the keyboard."""
        if self.session.open(lesson, step):
            self.dock.focus()

    def make_lesson(self) -> None:
        """Make a lesson of the scenes of the document, and open it to be edited."""
        classroom = self._desk.store.state.classroom
        case = self._desk.store.state.scenario.case
        lesson = lesson_of_scenes(classroom.scenes, case, self._desk.session.name)
        self._desk.store.teach(
            classroom.having(lesson=lesson, step=None), tr("make a lesson of the scenes")
        )
        self.edit()

    def edit(self) -> None:
        """Open the window in which steps are edited."""
        self.editor.show_lesson()
        self.editor.show()
        self.editor.raise_()

    def save_lesson(self) -> None:
        """Write the lesson of the document into a file of its own, without its classes."""
        lesson = self._desk.store.state.classroom.lesson
        if lesson is None:
            return
        path = self._desk.exporter.export_file(
            lesson.title, "json", tr("Lesson"), lesson_text(lesson).encode()
        )
        self._written.tell(path)

    def show_record(self) -> None:
        """Show what the classes did."""
        self.record.show_state(self._desk.store.state)
        self.record.show()
        self.record.raise_()

    def _fill_console(self, view: StepView | None) -> None:
        """Show who teaches what to read aloud, and what comes next, beside the room's screen."""
        console = self._presenting.console
        if view is None:
            console.plan(None)
            self._presenting.show()
            return
        console.show_notes(view.step.notes)
        console.show_place(view.position)
        console.show_next("" if view.is_last else view.lesson.steps[view.place + 1].title)
        console.plan(view.step.minutes)

    def _tell_reached(self, words: str) -> None:
        bar = self._desk.workbench.message_bar
        bar.show_message(Message("", topic=GOAL))
        bar.show_message(Message(words, topic=GOAL))

    def _export_record(self, content: bytes) -> None:
        name = tr("{lesson}, class record", lesson=self._desk.session.name)
        path = self._desk.exporter.export_file(name, "csv", tr("Table"), content)
        self._written.tell(path)

    def _step_table(self) -> tuple[Command, ...]:
        return (
            Command(
                "lesson_next",
                tr("&Next step"),
                self.session.step_on,
                ("Ctrl+Shift+PgDown",),
                tip=tr("Go on in the lesson"),
                enabled=_has_lesson,
            ),
            Command(
                "lesson_previous",
                tr("&Previous step"),
                self.session.step_back,
                ("Ctrl+Shift+PgUp",),
                tip=tr("Go back in the lesson"),
                enabled=_has_lesson,
            ),
            Command(
                "lesson_reveal",
                tr("Re&veal"),
                self.session.reveal,
                ("Ctrl+Shift+R",),
                tip=tr("Show the answer to the present question"),
                terms=tr("answer solution uncover"),
                enabled=_is_taught,
            ),
            Command(
                "end_lesson",
                tr("&End lesson"),
                self.session.end,
                tip=tr("Close the panel; the lesson stays in the document"),
                enabled=_is_taught,
            ),
        )

    def _file_table(self) -> tuple[Command, ...]:
        return (
            Command(
                "open_lesson_file",
                tr("Open lesson f&ile…"),
                self._desk.session.open,
                may_ask=True,
                on_start_page=True,
            ),
            Command(
                "save_lesson",
                tr("Save lesson as file…"),
                self.save_lesson,
                tip=tr("Write the lesson for a colleague, without what classes did"),
                may_ask=True,
                enabled=_has_lesson,
            ),
            Command(
                "make_lesson",
                tr("&Make lesson from scenes"),
                self.make_lesson,
                tip=tr("Make a step of each scene, and edit them"),
                terms=tr("author prepare create teaching plan"),
                enabled=_has_scenes,
            ),
            Command(
                "edit_lesson",
                tr("Edit s&teps…"),
                self.edit,
                tip=tr("Change titles, texts, questions and order of the steps"),
                enabled=_has_lesson,
            ),
        )

    def _class_table(self) -> tuple[Command, ...]:
        return (
            Command(
                "class_record",
                tr("Class recor&d…"),
                self.show_record,
                tip=tr("See what each class predicted, and how long each step took"),
                terms=tr("counts hands results times votes poll"),
                enabled=_has_lesson,
            ),
            Command(
                "new_class",
                tr("New class"),
                self.session.begin_class,
                tip=tr("Begin the lesson afresh with another class"),
                enabled=_has_lesson,
            ),
        )


def lesson_offers(
    case_id: str | None = None, *, other_than: str | None = None
) -> tuple[Offer, ...]:
    """Return the lessons that come with the program: minutes with title, and what they show.

    ``case_id``: The id of the case that they are about; None for those of every case.
    ``other_than``: The id of a case whose lessons are left out.
    """
    found: list[Offer] = []
    for lesson_id in bundled_lesson_ids():
        try:
            lesson = bundled_lesson(lesson_id)
        except ExplorerError:
            # Damaged files are told by the self-test; the others are taught meanwhile.
            continue
        if case_id not in (None, lesson.case) or lesson.case == other_than:
            continue
        words = tr("{minutes:g} min · {title}", title=lesson.title, minutes=lesson.minutes)
        found.append(Offer(lesson_id, words, lesson.summary))
    return tuple(found)


def _has_lesson(state: State) -> bool:
    return state.classroom.lesson is not None


def _is_taught(state: State) -> bool:
    return state.classroom.present_step is not None


def _has_scenes(state: State) -> bool:
    return bool(state.classroom.scenes)
