"""Counts of a poll: from the clipboard or a file, whatever tool the room used."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from explorer.classroom.lesson.counts import ReadCounts, read_counts, read_counts_file
from explorer.classroom.lesson.progress import asking_step
from explorer.classroom.lesson.step_view import before_scenario
from explorer.files.places import home_folder
from explorer.model.errors import ExplorerError, FileError
from explorer.model.wording import tr, tr_n
from explorer.ui.classroom.lesson.lesson_session import LessonSession
from explorer.ui.window.desk import Desk
from explorer.ui.window.dialogs import Dialogs
from explorer.ui.window.message_bar import Message

MOST_LINES = 4
"""How many lines that were not understood are told."""

TOPIC = "poll"


class PollSource(QObject):
    """Reads what a class answered elsewhere, and has it counted at the present question."""

    def __init__(self, desk: Desk, session: LessonSession, dialogs: Dialogs) -> None:
        """Count for a session; ``dialogs`` ask for files and tell what is wrong with them."""
        super().__init__()
        self._desk = desk
        self._session = session
        self._dialogs = dialogs

    def fetch(self, is_file: bool) -> None:
        """Count what a file that is asked for holds, or the clipboard."""
        view = self._session.view
        question = None if view is None else view.question
        if question is None or question.round is None:
            return
        try:
            found = self._read(is_file=is_file)
        except ExplorerError as error:
            self._dialogs.tell_error(tr("Not counted"), str(error))
            return
        if found is not None:
            if found.total:
                self._session.count(question.round, found.hands)
            self._desk.workbench.message_bar.show_message(Message(told(found), topic=TOPIC))

    def _read(self, *, is_file: bool) -> ReadCounts | None:
        """Return what was answered; None where no file was chosen."""
        classroom, case = self._session.classroom, self._desk.store.state.scenario.case
        asked, before = asking_step(classroom), before_scenario(classroom, case)
        if asked is None or asked.prediction is None or before is None:
            return None
        if not is_file:
            return read_counts(QGuiApplication.clipboard().text(), asked.prediction, before)
        path = self._dialogs.path_to_open(home_folder())
        if path is None:
            return None
        try:
            return read_counts_file(path, asked.prediction, before)
        except OSError as error:
            raise FileError(str(error)) from error


def told(found: ReadCounts) -> str:
    """Return what a poll held, and what of it was not understood."""
    lines = [tr_n("{n} hand is counted.", "{n} hands are counted.", found.total)]
    lines += found.problems[:MOST_LINES]
    more = len(found.problems) - MOST_LINES
    if more > 0:
        lines.append(tr_n("and {n} more line.", "and {n} more lines.", more))
    return "\n".join(lines)
