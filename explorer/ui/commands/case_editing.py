"""The commands for cases of one's own: begin one, edit the one on screen."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from explorer.files.case_drafts import discard_draft
from explorer.model.wording import tr
from explorer.ui.case_editor.editing import CaseEditing
from explorer.ui.commands.command import Command
from explorer.ui.commands.notices import Notices
from explorer.ui.document.own_cases import OwnCases
from explorer.ui.window.desk import Desk
from explorer.ui.window.dialogs import Dialogs
from explorer.ui.window.message_bar import Message

GO_ON, DISCARD = "case-draft-go-on", "case-draft-discard"
"""The answers to the offer of a draft."""

TOPIC = "case-draft"


class CaseEditingCommands(QObject):
    """Opens the case editor, and offers what a crash left of a case."""

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        *,
        dialogs: Dialogs,
        notices: Notices,
        own_cases: OwnCases,
    ) -> None:
        """Serve a window; ``own_cases`` lists what is saved."""
        super().__init__(window)
        self._desk = desk
        self._notices = notices
        self._own_cases = own_cases
        self.editing = CaseEditing(window, dialogs, desk.session.folder)
        self.editing.told.connect(notices.tell)
        self.editing.saved.connect(self._on_saved)
        self.editing.use_wanted.connect(desk.session.open_case)

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        return (
            Command(
                "new_case",
                tr("New case…"),
                self.editing.ask,
                tip=tr("Write a case of your own, from the template or from a copy"),
                terms=tr("case editor template own model"),
                may_ask=True,
                on_start_page=True,
            ),
            Command(
                "edit_case",
                tr("Edit case…"),
                self.edit,
                tip=tr("Edit this case, or a copy of it where it comes with the program"),
                terms=tr("case editor issues levels numbers sources"),
                may_ask=True,
                on_start_page=True,
            ),
        )

    def may_close(self) -> bool:
        """Ask about an unsaved case, if there is one; return whether the program may end."""
        may_end = self.editing.may_leave()
        if may_end:
            self.editing.end()
        return may_end

    def edit(self) -> None:
        """Edit the case on screen."""
        self.editing.edit(self._desk.store.state.scenario.case)

    def start(self) -> None:
        """Offer the newest draft that a crash left."""
        left = self.editing.left()
        message = Message("", topic=TOPIC)
        if left:
            answers = ((GO_ON, tr("Go on")), (DISCARD, tr("Discard")))
            words = tr("A draft of the case “{name}” was not saved.", name=left[0].name)
            message = Message(words, answers, topic=TOPIC)
        self._desk.workbench.message_bar.show_message(message)

    def answer(self, answer: str) -> None:
        """Do what was chosen in the message bar."""
        left = self.editing.left()
        if answer not in (GO_ON, DISCARD) or not left:
            return
        if answer == GO_ON:
            self.editing.go_on(left[0])
            self._desk.workbench.message_bar.show_message(Message("", topic=TOPIC))
        else:
            discard_draft(left[0])
            self.start()

    def _on_saved(self) -> None:
        self._own_cases.chosen_changed.emit()
