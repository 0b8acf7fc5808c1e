"""The commands for paper: handouts, questions, slides and the poster."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from explorer.classroom.handout.questions import QuizOrder, computed_quiz
from explorer.classroom.handout.slides import scene_slides
from explorer.classroom.handout.worksheet import worksheet
from explorer.classroom.lesson.lesson_paper import LESSON_HANDOUTS
from explorer.files.document_text import Document
from explorer.model.wording import tr
from explorer.paper.paper import Paper
from explorer.paper.question_files import QUESTION_FORMATS
from explorer.paper.slides import pptx_bytes
from explorer.report.order import ReportOrder
from explorer.report.report import report
from explorer.store.state import State
from explorer.ui.commands.command import Command
from explorer.ui.commands.written_files import WrittenFiles
from explorer.ui.export.contents import drawn_view, paper_content, view_png
from explorer.ui.export.export import Shot
from explorer.ui.export.handout_dialog import HandoutDialog, QuestionsDialog
from explorer.ui.export.paper_printer import PaperPrinter
from explorer.ui.look.theme import LIGHT
from explorer.ui.window.desk import Desk

POSTER_SIZE = (3179, 2245)
"""A sheet of A1, lying, in pixels of a picture: 841 by 594 millimetres, 96 pixels to the inch."""


class HandoutCommands(QObject):
    """What makes something to hand out of what is on screen."""

    def __init__(self, window: QWidget, desk: Desk, written: WrittenFiles) -> None:
        """Ask in front of a window; ``desk`` holds the scenario, ``written`` tells of files."""
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._written = written
        self.printer = PaperPrinter(window)

    @cached_property
    def handout_dialog(self) -> HandoutDialog:
        """What asks for a handout, made when first wanted."""
        made = HandoutDialog(self._window)
        made.export_requested.connect(self._export_handout)
        made.print_requested.connect(self._ask_printer)
        return made

    @cached_property
    def questions_dialog(self) -> QuestionsDialog:
        """What asks for questions, made when first wanted."""
        made = QuestionsDialog(self._window)
        made.export_requested.connect(self._export_questions)
        return made

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        return (
            Command(
                "export_handout",
                tr("Export &handout…"),
                self.begin_handout,
                tip=tr("Write or print a brief, a worksheet with its key, or the lesson"),
                terms=tr("brief worksheet lesson script paper print PDF DOCX Word"),
            ),
            Command(
                "export_questions",
                tr("Export q&uestions…"),
                lambda: self._show(self.questions_dialog),
                tip=tr("Write questions with a scenario for each student, and the solver's key"),
                terms=tr("quiz test exam Moodle Canvas GIFT QTI"),
            ),
            Command(
                "export_slides",
                tr("E&xport slides…"),
                self.export_slides,
                tip=tr("Write the scenes as a presentation"),
                terms=tr("PowerPoint PPTX presentation scenes"),
                enabled=_has_scenes,
                may_ask=True,
            ),
            Command(
                "export_poster",
                tr("Export poster of the &board…"),
                self.export_poster,
                tip=tr("Write the board as PDF on a sheet of A1"),
                terms=tr("A1 wall board PDF"),
                may_ask=True,
            ),
        )

    def begin_handout(self) -> None:
        """Ask which handout shall be made; those of a lesson where one is open."""
        self.handout_dialog.show_lesson(self._desk.store.state.classroom.lesson)
        self._show(self.handout_dialog)

    def export_slides(self) -> None:
        """Ask for a file and write the scenes as slides."""
        state, name = self._desk.store.state, self._desk.session.name

        def make() -> bytes:
            scenes = state.classroom.scenes
            return pptx_bytes(scene_slides(state.scenario.case, scenes, view_png, name=name))

        self._write("pptx", tr("Presentation"), make)

    def export_poster(self) -> None:
        """Ask for a file and draw the board on a large sheet."""
        shot = self._board_shot()
        self._written.tell(self._desk.exporter.export_picture(shot, "pdf", POSTER_SIZE))

    def paper(self, what: str) -> Paper:
        """Return the handout with an id.

        Raises :class:`ScenarioError` if the scenario gives no such handout.
        """
        state = self._desk.store.state
        lesson = state.classroom.lesson
        if what in LESSON_HANDOUTS and lesson is not None:
            return LESSON_HANDOUTS[what](lesson, state.scenario.case)
        if what == "worksheet":
            return worksheet(state.scenario)
        document = Document(state.scenario, state.loaded, state.baseline, seed=state.snapshot.seed)
        return report(ReportOrder(document, is_brief=True), drawn_view)

    def _export_handout(self, suffix: str) -> None:
        chosen = self.handout_dialog.chosen
        self._write(suffix, tr("Handout"), lambda: paper_content(self.paper(chosen), suffix))

    def _ask_printer(self) -> None:
        chosen = self.handout_dialog.chosen
        paper = self._desk.exporter.made(lambda: self.paper(chosen))
        if paper is not None:
            self.printer.ask(paper)

    def _export_questions(self) -> None:
        dialog = self.questions_dialog
        suffix = str(dialog.format.currentData())
        order = QuizOrder(
            self._desk.store.state.scenario,
            dialog.students.value(),
            dialog.seed.value(),
            dialog.chosen(),
        )
        write = QUESTION_FORMATS[f".{suffix}"]
        self._write(suffix, tr("Questions"), lambda: write(computed_quiz(order)))

    def _write(self, suffix: str, kind: str, make: Callable[[], bytes]) -> None:
        name = self._desk.session.name
        self._written.tell(self._desk.exporter.export_made(name, suffix, kind, make))

    def _board_shot(self) -> Shot:
        name = tr("{document} poster", document=self._desk.session.name)
        return Shot("board", self._desk.pictures.viewing(), LIGHT, name)

    def _show(self, dialog: HandoutDialog | QuestionsDialog) -> None:
        dialog.show()
        dialog.raise_()


def _has_scenes(state: State) -> bool:
    return bool(state.classroom.scenes)
