"""Telling of files that were written, with a way to the folder in which they lie."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from explorer.model.wording import tr
from explorer.ui.commands.notices import Notices
from explorer.ui.window.message_bar import Message, MessageBar

SHOW_FOLDER = "show_folder"
TOPIC = "written"


class WrittenFiles(QObject):
    """Says above the pictures that a file is written, and opens its folder when asked to."""

    def __init__(self, bar: MessageBar, notices: Notices) -> None:
        """Speak in ``bar``; ``notices`` say it in the status bar as well."""
        super().__init__(bar)
        self._bar = bar
        self._notices = notices
        self._folder: Path | None = None
        bar.answer_chosen.connect(self._answer)

    def tell(self, path: Path | None) -> None:
        """Tell that a file is written; nothing where none was."""
        if path is None:
            return
        words = tr("{name} is written.", name=path.name)
        self._folder = path.absolute().parent
        answers = ((SHOW_FOLDER, tr("Show in folder")),)
        # Taken back first: the same words about another file are news as well.
        self._bar.show_message(Message("", topic=TOPIC))
        self._notices.show(words)
        self._bar.show_message(Message(words, answers, topic=TOPIC))

    def _answer(self, answer: str) -> None:
        if answer == SHOW_FOLDER and self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
